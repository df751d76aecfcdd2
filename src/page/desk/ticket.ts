import { explain, type SlaReading, workingOf } from "../../index";
import { ticketPicture } from "../../picture/ticket/picture";
import { factsOf, provisionalNote } from "../../picture/ticket/words";
import { Problems } from "../../tickets/log/problems";
import { obligationsOfLog } from "../../tickets/verdicts/obligations";
import { type JudgedTicket, ticketOfLog } from "../../tickets/verdicts/one-ticket";
import { printable } from "../../words/printable";
import { capitalised, titleOf } from "../../words/sentences";
import type { ObligationShown, ShownTicket, WorkingLine } from "../wire/judged";
import type { Standing } from "./judged";
import { shownObligation } from "./next";

/** A picture of more stretches than this takes long to draw, and nobody can read it. */
const MOST_DRAWN = 400;
/** The most lines of a working that are shown; the text to take away has all of them. */
const MOST_LINES = 400;

/** A ticket of a judged log. */
export function ticketOf({ report }: Standing, ticket: string, target: string): JudgedTicket {
  return ticketOfLog(report.log, ticket, { asOfMs: report.asOfMs, target });
}

/** A verdict with everything that leads to it. */
export function shownTicket(standing: Standing, ticket: string, target: string): ShownTicket {
  const judged = ticketOf(standing, ticket, target);
  const { reading, notes = [] } = judged;
  const [first, ...facts] = factsOf(reading);
  const { rule } = reading;
  return {
    ticket,
    title: titleOf(reading),
    standing: first?.[1] ?? reading.status,
    facts,
    notes: [...provisionalNote(reading), ...notes].map((note) => `${capitalised(note)}.`),
    working: workingLines(reading),
    explained: explainedText(reading),
    svg: svgForPage(judged),
    obligations: obligationsOf(standing, ticket),
    rule: rule && {
      id: `${rule.id}, ${rule.document}`,
      text: rule.quotes.join(" … "),
      reading: rule.reading ?? "",
    },
  };
}

/** What one ticket has begun, with what is done and what is shut. */
function obligationsOf({ report: { log, asOfMs } }: Standing, ticket: string): ObligationShown[] {
  const history = log.tickets.get(ticket);
  if (!history) return [];
  const asked = { histories: [history], problems: new Problems() };
  return obligationsOfLog(asked, { asOfMs, all: true }).map(shownObligation);
}

/** The picture of a ticket; an empty text if its story is too long to draw. */
export function svgOf({ reading, calendar }: JudgedTicket): string {
  if (reading.segments.length > MOST_DRAWN) return "";
  return ticketPicture({ reading, calendar, heading: false });
}

/**
 * The same picture without a style of its own. The page allows no style inside a text, so the rules
 * stand in the page, and its program sets the fill of each element.
 */
export function svgForPage(judged: JudgedTicket): string {
  return svgOf(judged)
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/ style="fill: ([^"]*)"/g, ' data-fill="$1"');
}

/** The same as text, as `core-hours explain` prints it. */
export function explainedText(reading: SlaReading): string {
  return explain(reading).split("\n").map(printable).join("\n");
}

/** The working line by line. */
export function workingLines(reading: SlaReading): WorkingLine[] {
  return workingOf(reading)
    .slice(0, MOST_LINES)
    .map((row) => ({
      from: row.from,
      to: row.to,
      state: printable(row.state),
      counted: row.counted,
      total: row.total,
      why: printable(row.why),
    }));
}
