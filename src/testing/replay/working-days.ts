import type { PlainCalendar } from "./calendar";
import { dateAt, daysAfter, instantOf, midnightOf, timeOfDay, wallOf } from "./wall";

/** How many dates a search goes through; a date further away is not judged. */
const MOST_DATES = 400;

export type PlainDue = "end-of-day" | "close" | "same-time" | { readonly at: string };

export function isWorkingDay({ periodsOn }: PlainCalendar, date: string): boolean {
  return periodsOn(date).length > 0;
}

/** How many working days come after a date, up to and including another. */
export function workingDaysBetween(calendar: PlainCalendar, from: string, to: string): number {
  let count = 0;
  for (let date = daysAfter(from, 1); date <= to; date = daysAfter(date, 1)) {
    if (isWorkingDay(calendar, date)) count++;
  }
  return count;
}

/** The n-th working day after a date; the date itself for 0. Undefined if the search ends before it. */
export function nthWorkingDay(
  calendar: PlainCalendar,
  from: string,
  n: number,
): string | undefined {
  let [date, count] = [from, 0];
  for (let i = 0; count < n; i++) {
    if (i === MOST_DATES) return undefined;
    date = daysAfter(date, 1);
    if (isWorkingDay(calendar, date)) count++;
  }
  return date;
}

/**
 * Day 0 of a start at an instant: its date, or the next working day if it is at or after the cutoff, or on
 * a day that is not a working day.
 */
export function received(
  calendar: PlainCalendar,
  atMs: number,
  cutoff: string | undefined,
): string | undefined {
  const { timeZone } = calendar;
  const date = dateAt(timeZone, atMs);
  if (cutoff === undefined) return date;
  const isInTime = atMs < instantOf(timeZone, midnightOf(date) + timeOfDay(cutoff));
  return isInTime && isWorkingDay(calendar, date) ? date : nthWorkingDay(calendar, date, 1);
}

/** The moment of a date at which a count of days is due; undefined if it is a closing and the date has none. */
export function momentOf(
  calendar: PlainCalendar,
  date: string,
  due: PlainDue,
  startMs: number,
): number | undefined {
  const { timeZone, periodsOn } = calendar;
  if (due === "end-of-day") return instantOf(timeZone, midnightOf(daysAfter(date, 1)));
  if (due === "same-time") {
    const wall = wallOf(timeZone, startMs);
    return instantOf(timeZone, midnightOf(date) + wall - midnightOf(dateAt(timeZone, startMs)));
  }
  const periods = periodsOn(date);
  if (periods.length === 0) return undefined;
  // A night of the date before may end after the last period of the date itself.
  const nearby = [...periodsOn(daysAfter(date, -1)), ...periods];
  const last = Math.max(...nearby.map(({ close }) => close));
  if (due === "close") return last;
  return Math.min(last, instantOf(timeZone, midnightOf(date) + timeOfDay(due.at)));
}
