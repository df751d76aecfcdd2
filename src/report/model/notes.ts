import { countText } from "../../words/amounts";
import type { LogTables } from "./log-report";
import { BY, type By } from "./selection";
import { attainmentPercent } from "./tally";

/** What a word of the report means. */
export interface Note {
  readonly term: string;
  readonly text: string;
}

/** What the words of a report mean, with its own numbers. */
export function notes(report: LogTables): Note[] {
  const { distribution, atRiskPercent, timeZones, targets, hasCycles, worst } = report;
  const rows = worst.map(({ row }) => row);
  return [
    { term: "Attainment", text: attainmentNote(report) },
    {
      term: "At risk",
      text: `Running or paused with ${atRiskPercent} % of the allowance used or more. These are counted as running or paused as well.`,
    },
    {
      term: "Pending, cancelled",
      text: "The clock has not started, or the ticket was withdrawn. Neither counts towards attainment.",
    },
    {
      term: "Month",
      text: `The month in which ${BY[report.by]}${timeZones.length > 0 ? `, in ${timeZones.join(", ")}` : ""}.${DECIDED[report.by] ?? ""}`,
    },
    {
      term: "Used",
      text: "The share of the allowance used. Each step of the chart holds its upper bound, so exactly 100 % lies in the step below it.",
    },
    ...when(
      distribution.some(({ to, breached }) => to <= 100 && breached > 0),
      {
        term: "Breached at 100 %",
        text: "A ticket that was due at closing time, and stopped after it and before the next opening, is late with nothing more used.",
      },
    ),
    ...when(targets.length > 1, {
      term: "Targets",
      text: "A ticket counts once for each target that it has begun.",
    }),
    ...when(hasCycles, {
      term: "Cycles",
      text: "A ticket that was re-opened began a new cycle, and is judged by its last one.",
    }),
    ...when(
      rows.some(({ provisional }) => provisional),
      {
        term: "Provisional",
        text: "It rests on bank holidays that are not published yet.",
      },
    ),
    ...when(
      rows.some(({ incomplete }) => incomplete),
      {
        term: "Incomplete",
        text: "A row of the ticket could not be used or is in doubt, so the verdict may be wrong.",
      },
    ),
  ];
}

/** What an instant means, if its name does not say all. */
const DECIDED: Readonly<Partial<Record<By, string>>> = {
  stopped:
    " A verdict is decided when its clock stops or, while the ticket is open, when it breaches.",
};

function attainmentNote({ total }: LogTables): string {
  const { met, breached, breachedOpen } = total;
  const rule = "Met ÷ (met + breached)";
  const decided = `${countText(met)} ÷ ${countText(met + breached)}`;
  const rounding =
    "It is rounded to one decimal, but shows 100.0 % only if none has breached, and 0.0 % only if none was met.";
  if (attainmentPercent(total) === null) return `${rule}. None is decided yet. ${rounding}`;
  const open =
    breachedOpen === 0
      ? ""
      : ` Of the breached, ${countText(breachedOpen)} ${breachedOpen === 1 ? "is" : "are"} still open.`;
  return `${rule}: ${decided}. A breach counts as soon as it happens, also of a ticket that is still open.${open} ${rounding}`;
}

function when(applies: boolean, note: Note): Note[] {
  return applies ? [note] : [];
}
