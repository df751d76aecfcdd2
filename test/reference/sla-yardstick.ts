import type { AllowanceDefinition, CivilAllowance, WorkingDayAllowance } from "../../src/index";
import type { PlainMeasure } from "../../src/testing/replay/measure";
import {
  DAY,
  dateOf,
  HOUR,
  instantOf,
  MINUTE,
  midnightOf,
  type Stretch,
  stretchesOf,
  wallOf,
} from "./wall-time";
import {
  add,
  between,
  type Day,
  type Due,
  nextOpen,
  OutsideSpan,
  type Reference,
  type Tie,
} from "./working-time";

/** A calendar as the reference knows it. */
export interface ReferenceCalendar {
  readonly reference: Reference;
  readonly publishedUntilMs: number;
}

/** What an allowance is measured with. */
export interface Tools {
  readonly calendarNamed: (name: string) => ReferenceCalendar;
  /** The zone of civil days. */
  readonly timeZone: string;
  readonly tie: Tie;
  readonly due?: Due | undefined;
  readonly cutoff?: string | undefined;
}

/**
 * The yardstick of an allowance, for a count that begins at an instant: working time counted over the open periods of
 * the reference, days counted one date after the other. Shares no code with the library.
 */
export function yardstickOf(
  allowance: AllowanceDefinition,
  anchorMs: number,
  tools: Tools,
): PlainMeasure {
  if ("workingDays" in allowance) return workingDays(allowance, anchorMs, tools);
  if (!("calendar" in allowance)) return civilDays(allowance, anchorMs, tools);
  const { reference, publishedUntilMs } = tools.calendarNamed(allowance.calendar);
  const openMs = receivedAt(anchorMs, tools.cutoff ?? allowance.cutoff, reference);
  const inTime = (ms: number) => Math.max(ms, openMs);
  return {
    unit: "milliseconds",
    allowance: (allowance.hours ?? 0) * HOUR + (allowance.minutes ?? 0) * MINUTE,
    publishedUntilMs,
    used: (fromMs, toMs) => between(reference, inTime(fromMs), inTime(toMs)),
    runsOut(fromMs, left) {
      if (left > 0) return add(reference, inTime(fromMs), left, tools.tie);
      return tools.tie === "close" ? inTime(fromMs) : nextOpen(reference, inTime(fromMs));
    },
  };
}

/** From when hours count: the start, or the first opening of the next date with hours after a cutoff. */
function receivedAt(anchorMs: number, cutoff: string | undefined, reference: Reference): number {
  if (cutoff === undefined) return anchorMs;
  const { timeZone, stretches, days } = reference;
  const today = dateOf(wallOf(timeZone, anchorMs));
  if (isBefore(anchorMs, cutoff, today, stretches)) return anchorMs;
  const next = days.find(({ date, periods }) => date > today && periods.length > 0);
  if (next === undefined) throw new OutsideSpan();
  return Math.min(...next.periods.map(({ openMs }) => openMs));
}

// -------------------------------------------------------------------------------------------- days

function workingDays(
  { workingDays, calendar, ...own }: WorkingDayAllowance,
  anchorMs: number,
  tools: Tools,
): PlainMeasure {
  const { reference, publishedUntilMs } = tools.calendarNamed(calendar);
  const { timeZone, stretches, days } = reference;
  const [due, cutoff] = [tools.due ?? own.due ?? "end-of-day", tools.cutoff ?? own.cutoff];
  const wall = wallOf(timeZone, anchorMs);
  const today = dateOf(wall);
  const open = days.filter((day) => day.periods.length > 0);
  const inTime =
    cutoff === undefined ||
    (open.some(({ date }) => date === today) && isBefore(anchorMs, cutoff, today, stretches));
  const dayZero = inTime ? today : open.find(({ date }) => date > today)?.date;
  if (dayZero === undefined) throw new OutsideSpan();
  const momentsAfter = function* (): Generator<number, never> {
    for (const day of open.filter(({ date }) => date > dayZero)) yield momentOf(day);
    throw new OutsideSpan();
  };
  const momentOf = ({ date, endMs, periods }: Day): number => {
    if (due === "end-of-day") return endMs;
    if (due === "same-time") return instantOf(stretches, midnightOf(date) + sinceMidnight(wall));
    if (periods.length === 0) throw new OutsideSpan();
    // A shift of the date before may last longer than those of the date itself.
    const before = days.filter((day) => day.date < date).at(-1)?.periods ?? [];
    const lastMs = Math.max(...[...before, ...periods].map(({ closeMs }) => closeMs));
    if (due === "close") return lastMs;
    return Math.min(lastMs, instantOf(stretches, midnightOf(date) + timeOf(due.at)));
  };
  const first = days.find(({ date }) => date === dayZero);
  if (first === undefined) throw new OutsideSpan();
  const ofDayZero = () => momentOf(first);
  const work = {
    between: (fromMs: number, toMs: number) => between(reference, fromMs, toMs),
    add: (fromMs: number, amount: number) => add(reference, fromMs, amount, "close"),
  };
  return { ...countedDays(workingDays, ofDayZero, momentsAfter), publishedUntilMs, work };
}

function civilDays(allowance: CivilAllowance, anchorMs: number, tools: Tools): PlainMeasure {
  const { timeZone, cutoff } = tools;
  const stretches = stretchesAbout(timeZone, anchorMs);
  const due = tools.due ?? allowance.due ?? "same-time";
  const wall = wallOf(timeZone, anchorMs);
  const today = dateOf(wall);
  const inTime = cutoff === undefined || isBefore(anchorMs, cutoff, today, stretches);
  const dayZero = midnightOf(today) + (inTime ? 0 : DAY);
  const time = due === "same-time" ? sinceMidnight(wall) : DAY;
  const ofDayZero = () => instantOf(stretches, dayZero + time);
  const momentsAfter = function* (): Generator<number, never> {
    for (let n = 1; n < 900; n++) yield instantOf(stretches, dayZero + n * DAY + time);
    throw new OutsideSpan();
  };
  const { calendarDays, weeks, months } = allowance;
  const days = calendarDays ?? (weeks === undefined ? daysOf(dayZero, months ?? 0) : weeks * 7);
  const work = {
    between: (fromMs: number, toMs: number) => toMs - fromMs,
    add: (fromMs: number, amount: number) => fromMs + amount,
  };
  return { ...countedDays(days, ofDayZero, momentsAfter), publishedUntilMs: Infinity, work };
}

/** A day is used by a clock that runs up to its due moment; one that starts at it is too late. */
function countedDays(
  allowance: number,
  ofDayZero: () => number,
  momentsAfter: () => Iterable<number>,
) {
  return {
    unit: "days" as const,
    allowance,
    used(fromMs: number, toMs: number): number {
      let count = 0;
      for (const moment of momentsAfter()) {
        if (moment > toMs) return count;
        if (moment > fromMs) count++;
      }
      return count;
    },
    runsOut(fromMs: number, left: number): number {
      // An allowance of no days is due on day 0 itself, unless that is over.
      if (allowance === 0) return Math.max(fromMs, ofDayZero());
      let still = left;
      if (still <= 0) return fromMs;
      for (const moment of momentsAfter()) {
        if (moment > fromMs) still--;
        if (still === 0) return moment;
      }
      return Number.NaN;
    },
  };
}

/** How many days lie between a date and the same day `months` later, or that month's last. */
function daysOf(dayZero: number, months: number): number {
  const date = new Date(dayZero);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const later = Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth));
  return (later - dayZero) / DAY;
}

function isBefore(
  atMs: number,
  cutoff: string,
  date: string,
  stretches: readonly Stretch[],
): boolean {
  return atMs < instantOf(stretches, midnightOf(date) + timeOf(cutoff));
}

/** A time of day such as `17:00`, in milliseconds since midnight. */
function timeOf(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? Number.NaN) * HOUR + (minutes ?? Number.NaN) * MINUTE;
}

function sinceMidnight(wallMs: number): number {
  return wallMs - midnightOf(dateOf(wallMs));
}

const known = new Map<string, readonly Stretch[]>();

/** The zone's stretches for some years about an instant, worked out once. */
function stretchesAbout(timeZone: string, ms: number): readonly Stretch[] {
  const year = new Date(ms).getUTCFullYear();
  const key = `${timeZone} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const stretches = stretchesOf(timeZone, Date.UTC(year - 1, 0, 1), Date.UTC(year + 4, 0, 1));
  known.set(key, stretches);
  return stretches;
}
