import { stringify } from "csv-stringify/sync";
import { DateTime } from "luxon";
import type { AgainstClaims } from "../../tickets/claims/against";
import type { UnmatchedTicket } from "../../tickets/log/desk/chosen-policies";
import { KeptColumns } from "../../tickets/log/kept-columns";
import { allowanceOf, balanceOf, type ReportRow } from "../../tickets/verdicts/row";
import { MINUTE_MS } from "../../timeline/units";
import { remainingText } from "../../words/amounts";
import { dueText, isoText } from "../../words/instants";
import { printable } from "../../words/printable";
import { claimCells } from "../model/claim-cells";

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
  "allowance",
  "elapsed",
  "paused",
  "time_zone",
];

/** How many rows become text at a time. */
const PART = 1000;

/** How the rows are written. */
export interface CsvStyle {
  /** Whether it goes to a terminal: the log's control characters are then written in a visible form. */
  readonly isTerminal: boolean;
  /**
   * Whether a spreadsheet will read it: instants are local dates and times without an offset, such as
   * `2026-11-20 16:30:00`, when it is due is written in words too, and the text begins with the mark by which Excel recognises UTF-8.
   */
  readonly forSpreadsheet: boolean;
}

/** What the rows have beside the verdicts. */
export interface CsvMore {
  /** The columns of the file to carry along. */
  readonly kept?: KeptColumns;
  /** What another tool says of the tickets; null if nobody asked. */
  readonly against?: AgainstClaims | null;
  /** The tickets that no policy of several is for. */
  readonly unmatched?: readonly UnmatchedTicket[];
}

/**
 * The rows as CSV, a part at a time. An overdue amount is a negative balance. Amounts are in the unit
 * of their row, minutes or days.
 *
 * A ticket that no policy is for is a row at the end without a policy, whose status is `no-policy`.
 */
export function* csvParts(
  rows: readonly ReportRow[],
  style: CsvStyle,
  { kept = new KeptColumns([]), against = null, unmatched = [] }: CsvMore = {},
): Generator<string> {
  const claims = against ? claimCells(against) : null;
  const words = style.forSpreadsheet ? ["due_in_words"] : [];
  const head = [...HEAD, ...words, ...(claims?.names ?? []), ...kept.names];
  yield `${style.forSpreadsheet ? "\ufeff" : ""}${toCsv([head])}`;
  for (let from = 0; from < rows.length; from += PART) {
    const part = rows.slice(from, from + PART).map((row) => {
      const own = kept.of(row.ticket);
      return [
        ...csvCells(row, style),
        ...(style.forSpreadsheet ? [dueWords(row)] : []),
        ...(claims?.of(row) ?? []),
        ...kept.names.map((name) => own[name] ?? null),
      ];
    });
    yield toCsv(style.isTerminal ? part.map((cells) => cells.map(shown)) : part);
  }
  for (let from = 0; from < unmatched.length; from += PART) {
    const part = unmatched.slice(from, from + PART).map(({ ticket }) => {
      return head.map((name) => unmatchedCell(name, ticket));
    });
    yield toCsv(style.isTerminal ? part.map((cells) => cells.map(shown)) : part);
  }
}

function unmatchedCell(name: string, ticket: string): CsvValue {
  if (name === "ticket") return ticket;
  return name === "status" ? "no-policy" : null;
}

function shown(cell: CsvValue): CsvValue {
  return typeof cell === "string" ? printable(cell) : cell;
}

function csvCells(row: ReportRow, { forSpreadsheet }: CsvStyle): CsvValue[] {
  const write = forSpreadsheet ? localText : isoText;
  const instant = (ms: number | null) => (ms === null ? null : write(ms, row.timeZone));
  const amount = (value: number) => rounded(row.unit === "days" ? value : value / MINUTE_MS);
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
    row.hasAllowance ? rounded(row.usedPercent) : "",
    remainingText(row),
    amount(balanceOf(row)),
    row.unit === "days" ? "days" : "minutes",
    row.provisional,
    row.incomplete,
    amount(allowanceOf(row)),
    amount(row.elapsed),
    amount(row.pausedFor),
    row.timeZone,
  ];
}

/** When it is due, of which a midnight ends a day. A date of a spreadsheet cannot say that. */
function dueWords({ dueMs, timeZone }: ReportRow): string | null {
  return dueMs === null ? null : dueText(dueMs, timeZone);
}

/** A local date and time that every spreadsheet recognises as one. */
function localText(ms: number, timeZone: string): string {
  return DateTime.fromMillis(ms, { zone: timeZone, locale: "en-GB" }).toFormat(
    "yyyy-MM-dd HH:mm:ss",
  );
}

/** A number to six decimals, without the noise of its division. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
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
