import { balanceOf } from "../../../../tickets/verdicts/row";
import { countText, remainingText, usedText } from "../../../../words/amounts";
import { dueText, instantText } from "../../../../words/instants";
import { natural } from "../../../../words/order";
import { plain } from "../../../../words/printable";
import type { EveryRow, EveryTicket } from "../../../model/every-ticket";
import { escaped, scriptJson } from "./escape";
import { EVERY_SCRIPT } from "./script";

/**
 * The columns of the table of every ticket, and the number of a row that each sorts by; null if it sorts
 * by text.
 */
const COLUMNS = [
  ["Ticket", null],
  ["Target", null],
  ["Severity", null],
  ["Status", "rank"],
  ["Used", "used"],
  ["Left or over", "balance"],
  ["Opened", "opened"],
  ["Due", "due"],
  ["Stopped", "stopped"],
] as const;

/** The columns that a reader may filter by. */
const FILTERED = [1, 2, 3] as const;

/** A column with more texts than this offers no choice among them. */
const MOST_CHOICES = 200;

const NUMBERS = new Set(["Used", "Left or over"]);

/** Rows of one plain table: a browser lays out only the tables in view. */
const PART = 500;

/**
 * The table of every ticket. Without scripts it is a plain table. A browser that runs the page's script
 * reads the same table as text, which costs it nothing, and shows a part of it at a time.
 */
export function* everyTicketParts({ rows, targets }: EveryTicket): Generator<string> {
  const choices = FILTERED.map((column) => ({ column, texts: new Set<string>() }));
  yield '<div id="every-tools"></div><noscript id="every-plain">';
  let part: string[] = [];
  let from = 1;
  for (const row of rows()) {
    const cells = cellsOf(row);
    for (const { column, texts } of choices) texts.add(cells[column] ?? "");
    part.push(rowText(row, cells));
    if (part.length < PART) continue;
    yield tableText(part, from);
    from += part.length;
    part = [];
  }
  if (part.length > 0 || from === 1) yield tableText(part, from);
  yield "</noscript>";
  const about = {
    choices: choices
      .filter(({ texts }) => texts.size > 1 && texts.size <= MOST_CHOICES)
      .map(({ column, texts }) => ({
        column,
        texts: [...texts]
          .filter((text) => text !== "")
          .map(plain)
          .sort(natural.compare),
      })),
    columns: COLUMNS.map(([title, key]) => ({ title, key, isNumber: NUMBERS.has(title) })),
    targets: targets.map(({ policy, target, title, clause }) => ({
      name: `${policy} ${target}`,
      title: plain(title),
      clause: clause && {
        id: clause.id,
        document: plain(clause.document),
        quotes: clause.quotes.map(plain),
        reading: clause.reading === null ? null : plain(clause.reading),
      },
    })),
  };
  yield `<script type="application/json" id="every-about">${scriptJson(about)}</script>`;
  yield `<script>${EVERY_SCRIPT}</script>`;
}

function tableText(rows: readonly string[], from: number): string {
  const head = COLUMNS.map(
    ([title]) => `<th scope="col"${NUMBERS.has(title) ? ' class="number"' : ""}>${title}</th>`,
  ).join("");
  const name = `Every ticket, worst first: ${countText(from)} to ${countText(from + rows.length - 1)}`;
  return `<section class="wide part" aria-label="${name}" tabindex="0"><table class="every"><caption>${name}</caption><thead><tr>${head}</tr></thead><tbody>
${rows.join("")}</tbody></table></section>
`;
}

const RANK = ["breached", "running", "paused", "met", "pending", "cancelled", "not-applicable"];
const ROLES = ["runs", "pauses", "stops", "cancels"];

/** What a row shows, in the order of the columns. */
function cellsOf({ row, title }: EveryRow): string[] {
  const { timeZone, dueMs, projectedDueMs, status } = row;
  const instant = (ms: number | null) => (ms === null ? "" : instantText(ms, timeZone));
  const isStarted = status !== "pending";
  const projected =
    projectedDueMs === null || !isStarted ? "" : `(${dueText(projectedDueMs, timeZone)})`;
  return [
    row.ticket,
    `${row.policy}: ${title}`,
    row.severity ?? "",
    status,
    withSign(usedText(row)),
    remainingText(row),
    instant(row.openedMs),
    dueMs === null ? projected : dueText(dueMs, timeZone),
    instant(row.stoppedMs),
  ];
}

function withSign(percent: string): string {
  return percent === "" ? "" : `${percent} %`;
}

/** A row on a line of its own, with the numbers that its cells sort by and the details that it opens to. */
function rowText({ row, stretches, worst }: EveryRow, cells: readonly string[]): string {
  const { timeZone, openedMs, dueMs, projectedDueMs, stoppedMs, status } = row;
  const data = {
    rank: RANK.indexOf(status),
    opened: openedMs,
    due: dueMs ?? projectedDueMs,
    stopped: stoppedMs,
    used: status === "pending" || !row.hasAllowance ? null : row.usedPercent,
    balance: balanceOf(row),
    unit: row.unit === "days" ? "d" : "ms",
    zone: timeZone,
    target: `${row.policy} ${row.target}`,
    worst,
    // Times count from the first, which keeps them short.
    life: stretches.map(({ fromMs, toMs, role, state, openMs }) => [
      fromMs - (openedMs ?? 0),
      toMs - fromMs,
      openMs,
      ROLES.indexOf(role),
      plain(state),
    ]),
  };
  const [ticket = "", ...others] = cells;
  const json = JSON.stringify(data).replace(/[&<>']/g, (char) => `&#${char.charCodeAt(0)};`);
  const rest = others.map((cell, i) => {
    const kind = NUMBERS.has(COLUMNS[i + 1]?.[0] ?? "") ? ' class="number"' : "";
    return `<td${kind}>${escaped(cell)}</td>`;
  });
  return `<tr data-of='${json}'><th scope="row">${escaped(ticket)}</th>${rest.join("")}</tr>\n`;
}
