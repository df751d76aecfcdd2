import { DateTime } from "luxon";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { inEnglish } from "../../../words/in-english";
import { longDate } from "../../../words/instants";
import { type By, dateBy, type Selection } from "../selection";

/** A span of dates to compare with, and what it is called. */
export interface NamedSpan {
  readonly label: string;
  /** The first and the last date, both in it. */
  readonly from: string;
  readonly to: string;
}

const utc = (date: string) => DateTime.fromISO(date, { zone: "utc" });
const iso = (date: DateTime) => date.toISODate() ?? "";

/** A span for people: a month by its name, a year by its number, else from date to date. */
export function spanText(from: string, to: string): string {
  const [first, last] = [utc(from), utc(to)];
  const isWhole = first.day === 1 && last.equals(last.endOf("month").startOf("day"));
  const months = isWhole ? monthsBetween(first, last) : 0;
  if (months === 1) return inEnglish(first, "LLL yyyy");
  if (months === 12 && first.month === 1) return inEnglish(first, "yyyy");
  if (months === 12 && first.month === 4) return `${first.year}/${inEnglish(last, "yy")}`;
  if (months === 3 && first.month % 3 === 1) return `${inEnglish(first, "'Q'q yyyy")}`;
  if (months > 0) return `${inEnglish(first, "LLL yyyy")} to ${inEnglish(last, "LLL yyyy")}`;
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}

function monthsBetween(first: DateTime, last: DateTime): number {
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** The span as long as another just before it, and the same a year earlier. */
export function spansBefore(from: string, to: string): readonly [NamedSpan, NamedSpan] {
  const [first, last] = [utc(from), utc(to)];
  const isWhole = first.day === 1 && last.equals(last.endOf("month").startOf("day"));
  const before = isWhole
    ? named(first.minus({ months: monthsBetween(first, last) }), first.minus({ days: 1 }))
    : named(first.minus({ days: last.diff(first, "days").days + 1 }), first.minus({ days: 1 }));
  const lastYear = isWhole
    ? named(first.minus({ years: 1 }), last.minus({ years: 1 }).endOf("month"))
    : named(first.minus({ years: 1 }), last.minus({ years: 1 }));
  return [before, lastYear];
}

function named(first: DateTime, last: DateTime): NamedSpan {
  const [from, to] = [iso(first), iso(last)];
  return { label: spanText(from, to), from, to };
}

/**
 * The spans that a report is compared with. If it covers a period, they are the period before and the
 * same period a year earlier. Otherwise they are the last month with a decided verdict, the month
 * before it, and the same month a year earlier.
 */
export function comparedSpans(
  rows: readonly ReportRow[],
  { from, to, by }: Selection,
): NamedSpan[] {
  if (from !== null && to !== null) return [...spansBefore(from, to)];
  if (from !== null || to !== null) return [];
  let last = "";
  for (const row of rows) {
    if (row.status !== "met" && row.status !== "breached") continue;
    const month = dateBy(row, by)?.slice(0, 7) ?? "";
    if (month > last) last = month;
  }
  if (last === "") return [];
  const month = named(utc(`${last}-01`), utc(`${last}-01`).endOf("month"));
  return [month, ...spansBefore(month.from, month.to)];
}

/** The verdicts of a span. */
export function rowsIn(
  rows: readonly ReportRow[],
  { from, to }: Pick<NamedSpan, "from" | "to">,
  by: By,
): ReportRow[] {
  return rows.filter((row) => {
    const date = dateBy(row, by);
    return date !== null && date >= from && date <= to;
  });
}
