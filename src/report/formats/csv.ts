import { stringify } from "csv-stringify/sync";
import type { ReportRow } from "../../tickets/verdicts/row";
import { remainingText } from "../../words/amounts";
import { isoText } from "../../words/instants";
import { printable } from "../../words/printable";

const HEAD = [
  "ticket",
  "policy",
  "target",
  "severity",
  "opened",
  "due",
  "projected_due",
  "stopped",
  "status",
  "breached",
  "used_percent",
  "remaining",
  "balance",
  "balance_unit",
  "provisional",
  "incomplete",
];

/** How many rows are put into text at a time. */
const PART = 1000;

/**
 * The rows as CSV, for a spreadsheet, a part at a time. What is overdue is a negative balance.
 *
 * @param isTerminal whether control characters of the log are shown, and not passed on
 */
export function* csvParts(rows: readonly ReportRow[], isTerminal: boolean): Generator<string> {
  yield toCsv([HEAD]);
  for (let from = 0; from < rows.length; from += PART) {
    const part = rows.slice(from, from + PART).map(csvCells);
    yield toCsv(isTerminal ? part.map((cells) => cells.map(shown)) : part);
  }
}

function shown(cell: CsvValue): CsvValue {
  return typeof cell === "string" ? printable(cell) : cell;
}

function csvCells(row: ReportRow): CsvValue[] {
  const balance = row.remaining - row.overdue;
  const instant = (ms: number | null) => (ms === null ? null : isoText(ms, row.timeZone));
  return [
    row.ticket,
    row.policy,
    row.target,
    row.severity,
    instant(row.openedMs),
    instant(row.dueMs),
    instant(row.projectedDueMs),
    instant(row.stoppedMs),
    row.status,
    row.breached,
    row.usedPercent,
    remainingText(row),
    row.unit === "days" ? balance : balance / 60_000,
    row.unit === "days" ? "days" : "minutes",
    row.provisional,
    row.incomplete,
  ];
}

/** A cell to write. Numbers are written as they are; text is made safe for a spreadsheet. */
export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180), each line ended by CR LF. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return stringify([...rows], {
    cast: { boolean: String },
    escape_formulas: true,
    quote_record_delimiter: true,
    record_delimiter: "windows",
  });
}
