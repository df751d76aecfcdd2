import { type Division, statutoryBankHolidays } from "../reference/statutory-bank-holidays";

/**
 * A desk in London, one day after the other: what a person would write on a wall planner from the
 * statute's bank holidays and the rule for British Summer Time. It shares nothing with the library,
 * keeps no totals and walks from day to day.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const DIVISIONS: readonly Division[] = ["england-and-wales", "scotland", "northern-ireland"];
export const FIRST_YEAR = 1998;
export const LAST_YEAR = 2040;

/** Its hours by day of the week, Sunday first: a break at noon, a short Friday, a Saturday morning. */
const USUAL = ["09:00-12:30", "13:15-17:00"];
const WEEK = [[], USUAL, USUAL, USUAL, USUAL, ["08:00-16:00"], ["10:00-13:00"]] as const;

/** The same as the library is told. */
export const DESK = {
  timeZone: "Europe/London",
  hours: { weekdays: USUAL, friday: ["08:00-16:00"], saturday: ["10:00-13:00"] },
} as const;

/** What a Monday holds: three hours and a half, and three and three quarters. */
export const ONE_DAY = (3.5 + 3.75) * HOUR;

/** One page of the planner. */
export interface Day {
  readonly date: string;
  readonly startMs: number;
  readonly noonMs: number;
  readonly endMs: number;
  readonly hours: readonly string[];
  readonly periods: readonly { readonly openMs: number; readonly closeMs: number }[];
}

/** Where an answer lies beyond the last page of the planner, or before the first. */
export const OUTSIDE = "outside";
export type Outside = typeof OUTSIDE;

/** Every day of a division, from the first of January of one year to the end of another. */
export function daysOf(division: Division, from = FIRST_YEAR, to = LAST_YEAR): Day[] {
  const days: Day[] = [];
  for (let year = from; year <= to; year++) {
    const holidays = statutoryBankHolidays(division, year);
    for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += DAY) {
      const date = isoDate(ms);
      days.push(dayOf(date, holidays.includes(date)));
    }
  }
  return days;
}

/** One day, whether or not the statute is known for its year. */
export function dayOf(date: string, isHoliday = false): Day {
  const nextDate = isoDate(Date.parse(`${date}T00:00Z`) + DAY);
  const hours = isHoliday ? [] : (WEEK[new Date(`${date}T00:00Z`).getUTCDay()] ?? []);
  const periods = hours.map((period) => {
    const [open = "", close = ""] = period.split("-");
    return { openMs: inLondon(date, open), closeMs: inLondon(date, close) };
  });
  const [startMs, endMs] = [inLondon(date, "00:00"), inLondon(nextDate, "00:00")];
  return { date, startMs, noonMs: inLondon(date, "12:00"), endMs, hours, periods };
}

/** The instant at which the clocks in London show a time. None of those asked for falls in a change. */
function inLondon(date: string, time: string): number {
  const utc = Date.parse(`${date}T${time}Z`);
  const change = (month: number) => `${isoDate(lastSunday(date, month))}T02:00`;
  const isSummer = change(3) <= `${date}T${time}` && `${date}T${time}` < change(10);
  return isSummer ? utc - HOUR : utc;
}

/** The last Sunday of March or October, which both have 31 days. */
function lastSunday(date: string, month: number): number {
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), month - 1, 31));
  return last.getTime() - last.getUTCDay() * DAY;
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

// ------------------------------------------------------------------- questions, answered by walking

export function workedOn({ periods }: Day): number {
  return periods.reduce((sum, { openMs, closeMs }) => sum + closeMs - openMs, 0);
}

/** The first opening on or after a day. */
export function nextOpen(days: readonly Day[], i: number): number | Outside {
  for (let j = i; j < days.length; j++) {
    const first = days[j]?.periods[0];
    if (first) return first.openMs;
  }
  return OUTSIDE;
}

/** The last closing before a day. */
export function previousClose(days: readonly Day[], i: number): number | Outside {
  for (let j = i - 1; j >= 0; j--) {
    const last = days[j]?.periods.at(-1);
    if (last) return last.closeMs;
  }
  return OUTSIDE;
}

/** When an amount has been worked from the noon of a day on. */
export function addFromNoon(
  days: readonly Day[],
  i: number,
  amount: number,
  tie: "close" | "next-open",
): number | Outside {
  const noonMs = days[i]?.noonMs ?? Number.NaN;
  let left = amount;
  for (let j = i; j < days.length; j++) {
    for (const { openMs, closeMs } of days[j]?.periods ?? []) {
      const fromMs = Math.max(openMs, noonMs);
      const length = closeMs - fromMs;
      if (length <= 0) continue;
      if (left < length || (left === length && tie === "close")) return fromMs + left;
      left -= length;
    }
  }
  return OUTSIDE;
}

/** Since when an amount has been worked at the noon of a day. */
export function subtractFromNoon(
  days: readonly Day[],
  i: number,
  amount: number,
): number | Outside {
  const noonMs = days[i]?.noonMs ?? Number.NaN;
  let left = amount;
  for (let j = i; j >= 0; j--) {
    for (const { openMs, closeMs } of (days[j]?.periods ?? []).toReversed()) {
      const toMs = Math.min(closeMs, noonMs);
      const length = toMs - openMs;
      if (length <= 0) continue;
      if (left <= length) return toMs - left;
      left -= length;
    }
  }
  return OUTSIDE;
}

/** When the n-th working day after a day, or before it, is up. */
export function addWorkingDays(
  days: readonly Day[],
  i: number,
  n: number,
  due: "end-of-day" | "close" | "same-time",
): number | Outside {
  let left = Math.abs(n);
  for (let j = i + Math.sign(n); j >= 0 && j < days.length; j += Math.sign(n)) {
    const day = days[j];
    const last = day?.periods.at(-1);
    if (!day || !last) continue;
    left--;
    if (left > 0) continue;
    return { "end-of-day": day.endMs, close: last.closeMs, "same-time": day.noonMs }[due];
  }
  return OUTSIDE;
}

/** How many working days come after one day, up to and including another. */
export function workingDaysBetween(
  days: readonly Day[],
  i: number,
  until: number,
): number | Outside {
  if (until >= days.length) return OUTSIDE;
  return days.slice(i + 1, until + 1).filter(({ periods }) => periods.length > 0).length;
}
