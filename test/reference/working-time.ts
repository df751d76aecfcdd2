import {
  DAY,
  dateExists,
  dateOf,
  instantOf,
  MINUTE,
  midnightOf,
  type Stretch,
  stretchesOf,
  wallOf,
} from "./wall-time";
import { type Rules, ruledPeriods } from "./written-rules";

/**
 * The reference: what the contract says, spelled out day by day over a span of some weeks. It shares
 * no code with the library, keeps no totals, and is there to be read and believed.
 */

export type { Hours } from "./written-rules";

export interface Definition extends Rules {
  readonly id: string;
  readonly title?: string;
  readonly timeZone: string;
  readonly exceptions?: Readonly<Record<string, Exception>>;
}

type Exception = readonly string[] | { readonly hours: readonly string[]; readonly title?: string };

/** A span of instants, `[openMs, closeMs)`. */
export interface Interval {
  readonly openMs: number;
  readonly closeMs: number;
}

/** A date of the calendar's zone, the instant that ends it, and the periods that belong to it. */
export interface Day {
  readonly date: string;
  readonly endMs: number;
  readonly periods: readonly Interval[];
}

/** A calendar over a span of dates: its days, and all the time it is open, sorted and merged. */
export interface Reference {
  readonly timeZone: string;
  readonly stretches: readonly Stretch[];
  readonly days: readonly Day[];
  readonly open: readonly Interval[];
}

export type Tie = "close" | "next-open";
export type Due = "end-of-day" | "close" | "same-time";

/** Thrown if an answer lies outside the span that the reference has worked out. */
export class OutsideSpan extends Error {}

/** An instant that the reference can vouch for: the outermost days may lack a neighbour's periods. */
function inside(reference: Reference, ms: number): number {
  const [from, to] = [reference.days[2], reference.days.at(-4)];
  if (from === undefined || to === undefined || ms < from.endMs || ms > to.endMs) {
    throw new OutsideSpan(`${ms} is outside the reference's span`);
  }
  return ms;
}

// ---------------------------------------------------------------- from a definition to a reference

/** The reference for a definition, from `days` before an instant to `days` after it. */
export function referenceOf(definition: Definition, aroundMs: number, days = 30): Reference {
  const { timeZone } = definition;
  const stretches = stretchesOf(timeZone, aroundMs - (days + 3) * DAY, aroundMs + (days + 3) * DAY);
  const middle = midnightOf(dateOf(wallOf(timeZone, aroundMs)));
  const dates = Array.from({ length: 2 * days + 1 }, (_, i) => dateOf(middle + (i - days) * DAY));
  return assemble(timeZone, stretches, dates, (date) =>
    occurrences(stretches, date, writtenPeriods(definition, date)),
  );
}

function assemble(
  timeZone: string,
  stretches: readonly Stretch[],
  dates: readonly string[],
  periodsOn: (date: string) => readonly Interval[],
): Reference {
  const days = dates.map((date) => ({
    date,
    endMs: instantOf(stretches, midnightOf(date) + DAY),
    periods: periodsOn(date),
  }));
  return { timeZone, stretches, days, open: merged(days.flatMap((day) => day.periods)) };
}

/** The periods written for a date: its exception, else what bank holidays, rules and the week say. */
export function writtenPeriods(definition: Definition, date: string): readonly string[] {
  const exception = definition.exceptions?.[date];
  if (exception !== undefined) return "hours" in exception ? exception.hours : exception;
  return ruledPeriods(definition, date);
}

/** What is written for a date, as intervals; nothing occurs on a date that the zone never had. */
export function occurrences(
  stretches: readonly Stretch[],
  date: string,
  written: readonly string[],
): Interval[] {
  if (!dateExists(stretches, date)) return [];
  const midnight = midnightOf(date);
  // Periods that touch are one, and so they are before the clocks have moved either end of them.
  return merged(written.map(timesOf))
    .map(({ openMs, closeMs }) => ({
      openMs: instantOf(stretches, midnight + openMs),
      closeMs: instantOf(stretches, midnight + closeMs),
    }))
    .filter(isNotEmpty);
}

/** A written period in wall time since the midnight of its date. */
function timesOf(written: string): Interval {
  const [opens = "", closes = ""] = written.split("-");
  const [openMs, closeMs] = [timeOfDay(opens), timeOfDay(closes)];
  return { openMs, closeMs: closeMs <= openMs ? closeMs + DAY : closeMs };
}

function isNotEmpty({ openMs, closeMs }: Interval): boolean {
  return closeMs > openMs;
}

function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return ((hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN)) * MINUTE;
}

/** The union: sort, then let each interval join the one before if it touches it. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.openMs - b.openMs)) {
    const last = result.at(-1);
    if (last === undefined || next.openMs > last.closeMs) result.push(next);
    else {
      const closeMs = Math.max(last.closeMs, next.closeMs);
      result[result.length - 1] = { openMs: last.openMs, closeMs };
    }
  }
  return result;
}

// ---------------------------------------------------------------------------------- set operations

/** Open while either is. A date's periods are the left's, and the right's that open on it. */
export function union(left: Reference, right: Reference): Reference {
  const { timeZone } = left;
  const rights = right.days
    .flatMap((day) => day.periods)
    .map((period) => ({ period, date: dateOf(wallOf(timeZone, period.openMs)) }));
  const dates = left.days.map((day) => day.date);
  return assemble(timeZone, left.stretches, dates, (date) => [
    ...dayOf(left, date).periods,
    ...rights.filter((other) => other.date === date).map((other) => other.period),
  ]);
}

/** Open while both are. */
export function intersect(left: Reference, right: Reference): Reference {
  return cut(left, (period) => overlaps(right.open, period));
}

/** Open while the left is and the right is not. */
export function except(left: Reference, right: Reference): Reference {
  return cut(left, (period) => {
    const taken = overlaps(right.open, period);
    const opens = [period.openMs, ...taken.map((t) => t.closeMs)];
    const closes = [...taken.map((t) => t.openMs), period.closeMs];
    return opens.map((openMs, i) => ({ openMs, closeMs: closes[i] ?? openMs })).filter(isNotEmpty);
  });
}

/** Each day keeps what is left of its own periods. */
function cut(left: Reference, pieces: (period: Interval) => Interval[]): Reference {
  const dates = left.days.map((day) => day.date);
  return assemble(left.timeZone, left.stretches, dates, (date) =>
    dayOf(left, date).periods.flatMap(pieces),
  );
}

/** What is open within an interval, clipped to it. */
function overlaps(open: readonly Interval[], within: Interval): Interval[] {
  return open
    .map(({ openMs, closeMs }) => ({
      openMs: Math.max(openMs, within.openMs),
      closeMs: Math.min(closeMs, within.closeMs),
    }))
    .filter(isNotEmpty);
}

// ------------------------------------------------------------------------------------ working time

export function isOpen(reference: Reference, atMs: number): boolean {
  inside(reference, atMs);
  return reference.open.some(({ openMs, closeMs }) => openMs <= atMs && atMs < closeMs);
}

/** The open intervals clipped to `[fromMs, toMs)`. */
export function periods(reference: Reference, fromMs: number, toMs: number): Interval[] {
  const [openMs, closeMs] = [inside(reference, fromMs), inside(reference, toMs)];
  return overlaps(reference.open, { openMs, closeMs });
}

/** The working time from one instant to another, negative if the second is the earlier. */
export function between(reference: Reference, aMs: number, bMs: number): number {
  if (bMs < aMs) return 0 - between(reference, bMs, aMs);
  return periods(reference, aMs, bMs).reduce((sum, p) => sum + p.closeMs - p.openMs, 0);
}

/** The earliest instant at or after `atMs` by which the amount has been worked. */
export function add(
  reference: Reference,
  atMs: number,
  amount: number,
  tie: Tie = "close",
): number {
  if (amount === 0) return atMs;
  if (amount < 0) return subtract(reference, atMs, -amount);
  let left = amount;
  for (const { openMs, closeMs } of overlaps(reference.open, { openMs: atMs, closeMs: Infinity })) {
    const atClose = left === closeMs - openMs;
    if (atClose && tie === "next-open") return nextOpen(reference, closeMs);
    if (left <= closeMs - openMs) return inside(reference, openMs + left);
    left -= closeMs - openMs;
  }
  throw new OutsideSpan();
}

/** The latest instant at or before `atMs` since which the amount has been worked. */
export function subtract(reference: Reference, atMs: number, amount: number): number {
  if (amount === 0) return atMs;
  if (amount < 0) return add(reference, atMs, -amount);
  let left = amount;
  const earlier = overlaps(reference.open, { openMs: -Infinity, closeMs: atMs });
  for (const { openMs, closeMs } of earlier.toReversed()) {
    if (left <= closeMs - openMs) return inside(reference, closeMs - left);
    left -= closeMs - openMs;
  }
  throw new OutsideSpan();
}

/** The instant itself if it is open, else the next opening. */
export function nextOpen(reference: Reference, atMs: number): number {
  if (isOpen(reference, atMs)) return atMs;
  return inside(reference, known(reference.open.find((p) => p.openMs > atMs)).openMs);
}

/** The first closing after the instant. */
export function nextClose(reference: Reference, atMs: number): number {
  return inside(reference, known(reference.open.find((p) => p.closeMs > atMs)).closeMs);
}

/** The last opening at or before the instant. */
export function previousOpen(reference: Reference, atMs: number): number {
  return inside(reference, known(reference.open.findLast((p) => p.openMs <= atMs)).openMs);
}

/** The last closing at or before the instant. */
export function previousClose(reference: Reference, atMs: number): number {
  return inside(reference, known(reference.open.findLast((p) => p.closeMs <= atMs)).closeMs);
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new OutsideSpan();
  return found;
}

// ------------------------------------------------------------------------------------ working days

function dayOf(reference: Reference, date: string): Day {
  return known(reference.days.find((day) => day.date === date));
}

/** The date that the calendar's wall shows at an instant. */
function dateAt(reference: Reference, atMs: number): string {
  return dateOf(wallOf(reference.timeZone, atMs));
}

/** A working day is a date on which at least one period starts. */
export function isWorkingDay(reference: Reference, date: string): boolean {
  return dayOf(reference, date).periods.length > 0;
}

/** Working days after the date of `aMs`, up to and including the date of `bMs`. */
export function workingDaysBetween(reference: Reference, aMs: number, bMs: number): number {
  const [a, b] = [dateAt(reference, aMs), dateAt(reference, bMs)];
  const [earlier, later] = a <= b ? [a, b] : [b, a];
  const count = workingDays(reference).filter((day) => day.date > earlier && day.date <= later);
  return a <= b ? count.length : 0 - count.length;
}

function workingDays(reference: Reference): readonly Day[] {
  return reference.days.filter((day) => day.periods.length > 0);
}

/** When the n-th working day after the day of receipt is over; day 0 is the day of receipt. */
export function addWorkingDays(
  reference: Reference,
  atMs: number,
  n: number,
  { due = "end-of-day", cutoff }: { due?: Due; cutoff?: string } = {},
): number {
  const day = dayAfter(reference, receivedOn(reference, atMs, cutoff), n);
  if (due === "end-of-day") return day.endMs;
  if (due === "same-time") {
    const wall = wallOf(reference.timeZone, atMs);
    return instantOf(reference.stretches, midnightOf(day.date) + (wall - midnightOf(dateOf(wall))));
  }
  if (day.periods.length === 0) throw new Error(`${day.date} has no closing time`);
  // A shift of the date before may last longer than those of the date itself.
  const before = reference.days.filter(({ date }) => date < day.date).at(-1)?.periods ?? [];
  return Math.max(...[...before, ...day.periods].map((period) => period.closeMs));
}

/** The date of the instant, or the next working day if it came too late for a cutoff. */
function receivedOn(reference: Reference, atMs: number, cutoff: string | undefined): Day {
  const day = dayOf(reference, dateAt(reference, atMs));
  if (cutoff === undefined) return day;
  const cutoffMs = instantOf(reference.stretches, midnightOf(day.date) + timeOfDay(cutoff));
  const inTime = day.periods.length > 0 && atMs < cutoffMs;
  return inTime ? day : dayAfter(reference, day, 1);
}

/** The n-th working day after a day; before it if n is negative; the day itself if n is 0. */
function dayAfter(reference: Reference, day: Day, n: number): Day {
  if (n === 0) return day;
  const later = workingDays(reference).filter((other) => other.date > day.date);
  const earlier = workingDays(reference).filter((other) => other.date < day.date);
  const found = known(n > 0 ? later[n - 1] : earlier.at(n));
  inside(reference, found.endMs);
  return found;
}
