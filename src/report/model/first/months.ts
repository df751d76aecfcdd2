import { DateTime } from "luxon";

/** The most months that a trend shows: a year, and the same month of the year before. */
export const MOST_MONTHS = 13;

const utc = (month: string) => DateTime.fromISO(month, { zone: "utc" });
const text = (month: DateTime) => month.toFormat("yyyy-MM");

/** Every month from one to another, both as `2026-11`. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  let month = utc(first);
  for (let name = first; name <= last; name = text(month)) {
    months.push(name);
    month = month.plus({ months: 1 });
  }
  return months;
}

/** The month before one, and the same month a year earlier. */
export function monthsToCompare(month: string): readonly [before: string, lastYear: string] {
  return [text(utc(month).minus({ months: 1 })), text(utc(month).minus({ years: 1 }))];
}

/** The month of an instant in a zone. */
export function monthOf(ms: number, timeZone: string): string {
  return text(DateTime.fromMillis(ms, { zone: timeZone }));
}
