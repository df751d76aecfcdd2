import { type DayPeriod, formatPeriod, parsePeriod } from "../time/wall-period";
import {
  differenceOf,
  intersectionOf,
  type PeriodSource,
  type Periods,
  periodsFrom,
  unionOf,
} from "../timeline";
import { DAY_MS } from "../timeline/units";

/**
 * The open periods that start on a date, in milliseconds of wall-clock time from its midnight: sorted,
 * apart from each other, and at most until the end of the next date.
 */
export type DayTimes = Periods;

export const CLOSED: DayTimes = { opens: [], closes: [] };
export const ALL_DAY: DayTimes = { opens: [0], closes: [DAY_MS] };

/** Sorts periods; those that touch or overlap become one. */
export function dayTimes(periods: readonly DayPeriod[]): DayTimes {
  const known = timesOfPeriods.get(periods);
  if (known) return known;
  const times = tidied(periods);
  timesOfPeriods.set(periods, times);
  return times;
}

/** The days of a calendar share their lists of periods, which never change. */
const timesOfPeriods = new WeakMap<readonly DayPeriod[], DayTimes>();

function tidied(periods: readonly DayPeriod[]): DayTimes {
  const source = periodsFrom(
    periods.map(({ openMs }) => openMs),
    periods.map(({ closeMs }) => closeMs),
  );
  return source(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

/** The times when either is open. */
export function joined(a: DayTimes, b: DayTimes): DayTimes {
  return swept(unionOf, a, b);
}

/** The times when the first is open and the second is closed. */
export function without(a: DayTimes, b: DayTimes): DayTimes {
  return swept(differenceOf, a, b);
}

/** The part of some times that lies on the date itself. */
export function untilMidnight(times: DayTimes): DayTimes {
  return swept(intersectionOf, times, ALL_DAY);
}

/** The part of some times that lies after midnight, in the time of the next date. */
export function afterMidnight(times: DayTimes): DayTimes {
  const { opens, closes } = without(times, ALL_DAY);
  return { opens: opens.map((ms) => ms - DAY_MS), closes: closes.map((ms) => ms - DAY_MS) };
}

export function isClosed(times: DayTimes): boolean {
  return times.opens.length === 0;
}

/** Whether something is open. */
export function isOpen(times: DayTimes): boolean {
  return !isClosed(times);
}

export function runsOverMidnight({ closes }: DayTimes): boolean {
  return (closes.at(-1) ?? 0) > DAY_MS;
}

export function areSame(a: DayTimes, b: DayTimes): boolean {
  if (a === b) return true;
  return (
    a.opens.length === b.opens.length &&
    a.opens.every((open, i) => open === b.opens[i] && a.closes[i] === b.closes[i])
  );
}

/** Days of the week that have the same times. */
export interface DayGroup {
  readonly times: DayTimes;
  /** 0 for Monday to 6 for Sunday, in the order in which they were given. */
  readonly days: readonly number[];
}

/** Groups days by their times. The groups are in the order of their first days. */
export function groupedByTimes(
  days: Iterable<readonly [day: number, times: DayTimes]>,
): readonly DayGroup[] {
  const groups: { readonly times: DayTimes; readonly days: number[] }[] = [];
  for (const [day, times] of days) {
    const group = groups.find((other) => areSame(other.times, times));
    if (!group) groups.push({ times, days: [day] });
    else if (!group.days.includes(day)) group.days.push(day);
  }
  return groups;
}

/** The times as a definition writes them; undefined if no periods of one date mean them. */
export function textsOf(times: DayTimes): readonly string[] | undefined {
  const texts = times.opens.flatMap((openMs, i) =>
    // Both columns have the same length.
    formatPeriod({ openMs, closeMs: times.closes[i] as number }),
  );
  const read = timesOf(texts);
  return read && areSame(read, times) ? texts : undefined;
}

/** The times that the texts of a definition mean; undefined if one of them is not a period. */
export function timesOf(texts: readonly string[]): DayTimes | undefined {
  const periods = texts.flatMap((text) => parsePeriod(text) ?? []);
  const areWhole = periods.every(({ openMs, closeMs }) => openMs < closeMs);
  return periods.length === texts.length && areWhole ? dayTimes(periods) : undefined;
}

function swept(
  how: (a: PeriodSource, b: PeriodSource) => PeriodSource,
  a: DayTimes,
  b: DayTimes,
): DayTimes {
  const all = (times: DayTimes) => () => times;
  return how(all(a), all(b))(0, 0);
}
