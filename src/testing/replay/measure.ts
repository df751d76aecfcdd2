import type { AllowanceDefinition } from "../../sla/allowance/definition";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import type { PlainCalendar } from "./calendar";
import { dateAt, daysAfter, instantOf, midnightOf, timeOfDay, wallOf } from "./wall";
import { isWorkingDay, momentOf, nthWorkingDay, type PlainDue, received } from "./working-days";
import { add, between, nextOpen } from "./working-time";

/** Thrown if the replay would have to look further than it does; such an example is not judged. */
export class NotJudged extends Error {}

/** What a clock uses up while it runs, and when nothing is left, for a count that began at a certain start. */
export interface PlainMeasure {
  readonly unit: "milliseconds" | "days";
  readonly allowance: number;
  /** The amount that a clock uses by running from one instant to another. */
  readonly used: (fromMs: number, toMs: number) => number;
  /** When a clock that runs on from an instant with this much left has used it up. */
  readonly runsOut: (fromMs: number, left: number) => number;
  /** The instant after which its bank holidays are projected. */
  readonly publishedUntilMs: number;
  /** For days, the working time in them, by which a pause pushes them on. */
  readonly work?: {
    readonly between: (fromMs: number, toMs: number) => number;
    readonly add: (fromMs: number, amount: number) => number;
  };
}

/** What allowances are measured by. */
export interface MeasureTools {
  readonly calendars: Readonly<Record<string, PlainCalendar>>;
  /** The zone of civil days. */
  readonly timeZone: string;
  readonly tie: "close" | "next-open";
}

/** The keys of each kind of allowance that the replay knows. */
const KNOWN = {
  time: ["hours", "minutes", "calendar", "cutoff"],
  workingDays: ["workingDays", "calendar", "due", "cutoff"],
  civil: ["calendarDays", "weeks", "months", "due", "monthEnd"],
};

/** The kinds of due instant that the replay knows. */
const KNOWN_DUES: readonly unknown[] = [undefined, "end-of-day", "same-time", "close"];

/** How many dates a count of days goes through. */
const MOST_DATES = 600;

/** The measure of an allowance, for a count that begins at an instant. */
export function measureOf(
  allowance: AllowanceDefinition,
  startMs: number,
  { calendars, timeZone, tie }: MeasureTools,
): PlainMeasure {
  if (!isKnown(allowance)) throw new NotJudged();
  if (!("calendar" in allowance)) return civilMeasure(allowance, startMs, timeZone);
  const calendar = calendars[allowance.calendar];
  if (calendar === undefined) throw new NotJudged();
  if ("workingDays" in allowance) return dayMeasure(allowance, startMs, calendar);
  const openMs = receivedAt(calendar, startMs, allowance.cutoff);
  const counted = (ms: number) => Math.max(ms, openMs);
  return {
    unit: "milliseconds",
    allowance: (allowance.hours ?? 0) * HOUR_MS + (allowance.minutes ?? 0) * MINUTE_MS,
    publishedUntilMs: calendar.publishedUntilMs,
    used: (fromMs, toMs) => between(calendar, counted(fromMs), counted(toMs)),
    runsOut: (fromMs, left) => {
      if (left > 0) return known(add(calendar, counted(fromMs), left, tie));
      return tie === "close" ? counted(fromMs) : known(nextOpen(calendar, counted(fromMs)));
    },
  };
}

/** From when hours count: the start, or the first opening of the next working day after a cutoff. */
function receivedAt(calendar: PlainCalendar, startMs: number, cutoff: string | undefined): number {
  const { timeZone, periodsOn } = calendar;
  const date = dateAt(timeZone, startMs);
  if (cutoff === undefined) return startMs;
  if (startMs < instantOf(timeZone, midnightOf(date) + timeOfDay(cutoff))) return startMs;
  const next = known(nthWorkingDay(calendar, date, 1));
  return Math.min(...periodsOn(next).map(({ open }) => open));
}

function isKnown(allowance: AllowanceDefinition): boolean {
  const timed = "calendar" in allowance ? KNOWN.time : KNOWN.civil;
  const known = "workingDays" in allowance ? KNOWN.workingDays : timed;
  const due: unknown = "due" in allowance ? allowance.due : undefined;
  const isKnownDue = typeof due === "object" || KNOWN_DUES.includes(due);
  return Object.keys(allowance).every((key) => known.includes(key)) && isKnownDue;
}

function dayMeasure(
  allowance: { readonly workingDays: number; readonly due?: PlainDue; readonly cutoff?: string },
  startMs: number,
  calendar: PlainCalendar,
): PlainMeasure {
  const { workingDays, due = "end-of-day", cutoff } = allowance;
  const zero = received(calendar, startMs, cutoff);
  if (zero === undefined) throw new NotJudged();
  const moments = function* () {
    for (let i = 1; i < MOST_DATES; i++) {
      const date = daysAfter(zero, i);
      if (isWorkingDay(calendar, date)) yield known(momentOf(calendar, date, due, startMs));
    }
  };
  return {
    ...counted(workingDays, moments, () => known(momentOf(calendar, zero, due, startMs))),
    publishedUntilMs: calendar.publishedUntilMs,
    work: {
      between: (fromMs, toMs) => between(calendar, fromMs, toMs),
      add: (fromMs, amount) => known(add(calendar, fromMs, amount, "close")),
    },
  };
}

function civilMeasure(
  allowance: {
    readonly calendarDays?: number;
    readonly weeks?: number;
    readonly months?: number;
    readonly due?: "same-time" | "end-of-day";
    readonly monthEnd?: "clamp" | "keep";
  },
  startMs: number,
  zone: string,
): PlainMeasure {
  const { calendarDays, weeks, months, due = "same-time", monthEnd } = allowance;
  const zero = dateAt(zone, startMs);
  const time = due === "same-time" ? wallOf(zone, startMs) - midnightOf(zero) : DAY_MS;
  const momentAfter = (days: number) => instantOf(zone, midnightOf(daysAfter(zero, days)) + time);
  const days =
    calendarDays ??
    (weeks === undefined ? daysOfMonths(zero, months ?? 0, monthEnd === "keep") : weeks * 7);
  const moments = function* () {
    for (let i = 1; i < MOST_DATES; i++) yield momentAfter(i);
  };
  return {
    ...counted(days, moments, () => momentAfter(0)),
    publishedUntilMs: Number.POSITIVE_INFINITY,
    work: {
      between: (fromMs, toMs) => toMs - fromMs,
      add: (fromMs, amount) => fromMs + amount,
    },
  };
}

/** A clock uses a day if it runs up to the moment of that day; a clock that starts at the moment is too late. */
function counted(
  allowance: number,
  moments: () => Iterable<number>,
  momentOfZero: () => number,
): Omit<PlainMeasure, "publishedUntilMs"> {
  return {
    unit: "days",
    allowance,
    used: (fromMs, toMs) => {
      let count = 0;
      for (const moment of moments()) {
        if (moment > toMs) return count;
        if (moment > fromMs) count++;
      }
      throw new NotJudged();
    },
    runsOut: (fromMs, left) => {
      // An allowance of zero days is due on day 0 itself, unless day 0 is over.
      if (allowance === 0) return Math.max(fromMs, momentOfZero());
      if (left <= 0) return fromMs;
      let still = left;
      for (const moment of moments()) {
        if (moment > fromMs) still--;
        if (still === 0) return moment;
      }
      throw new NotJudged();
    },
  };
}

/**
 * How many days lie between a date and the same day some months later, or the last day of that month.
 *
 * @param keepsEnd whether the last day of a month leads to the last day of the later month
 */
function daysOfMonths(date: string, months: number, keepsEnd: boolean): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOf = (later: number) => new Date(Date.UTC(year, month + later, 0)).getUTCDate();
  const wanted = keepsEnd && day === lastOf(0) ? 31 : day;
  const later = Date.UTC(year, month - 1 + months, Math.min(wanted, lastOf(months)));
  return (later - midnightOf(date)) / DAY_MS;
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new NotJudged();
  return found;
}
