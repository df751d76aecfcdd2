import { DateTime } from "luxon";
import { inEnglish } from "./in-english";

/** The dates from one to another, both included, as `2026-11-01`. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The dates that a text names: a date (`2026-11-05`), a month (`2026-11`), a quarter of the calendar year
 * (`2026-Q4`), a calendar year (`2026`) or a financial year from April to March (`2026/27`; `2026-27` too,
 * if its second half cannot be a month).
 *
 * @returns null for any other text
 * @example spanNamed("2026/27") // { from: "2026-04-01", to: "2027-03-31" }
 */
export function spanNamed(text: string): DateSpan | null {
  const named = text.trim();
  const [, quarterYear, quarter] = /^(\d{4})-?Q([1-4])$/i.exec(named) ?? [];
  if (quarterYear !== undefined) return months(Number(quarterYear), Number(quarter) * 3 - 2, 3);
  const [, year, sign, second] = /^(\d{4})(?:([-/])(\d{2}))?$/.exec(named) ?? [];
  if (year !== undefined) return yearOrMonth(Number(year), sign, second);
  const date = DateTime.fromISO(named, { zone: "utc" });
  return /^\d{4}-\d{2}-\d{2}$/.test(named) && date.isValid ? { from: named, to: named } : null;
}

function yearOrMonth(year: number, sign: string | undefined, second: string | undefined) {
  if (second === undefined) return months(year, 1, 12);
  const number = Number(second);
  if (sign === "-" && number >= 1 && number <= 12) return months(year, number, 1);
  return number === (year + 1) % 100 ? months(year, 4, 12) : null;
}

/** A month from its first midnight to the next month's, in epoch milliseconds. */
export interface MonthSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The span of a month such as `2026-11` in a zone; null for any other text. */
export function monthSpan(month: string, zone: string): MonthSpan | null {
  const dates = /^\d{4}-\d{2}$/.test(month) ? spanNamed(month) : null;
  if (dates === null || !dates.from.startsWith(month)) return null;
  const start = DateTime.fromISO(dates.from, { zone });
  return { fromMs: start.toMillis(), toMs: start.plus({ months: 1 }).toMillis() };
}

/** A month written as `2026-11`, for people: `November 2026`, or `Nov 2026` if it is to be short. */
export function monthName(month: string, length: "long" | "short" = "long"): string {
  const format = length === "long" ? "LLLL yyyy" : "MMM yyyy";
  return inEnglish(DateTime.fromISO(month, { zone: "utc" }), format);
}

function months(year: number, month: number, count: number): DateSpan | null {
  const from = DateTime.fromObject({ year, month }, { zone: "utc" });
  const to = from.plus({ months: count }).minus({ days: 1 });
  const [first, last] = [from.toISODate(), to.toISODate()];
  return first === null || last === null ? null : { from: first, to: last };
}
