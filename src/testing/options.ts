import type { WorkingCalendar } from "../calendar/working-calendar";
import { show } from "../input/show";
import { DAY_MS } from "../time/civil-date";
import { type InstantLike, toEpochMs } from "../time/instant";
import { CoreHoursError, isoOf } from "../timeline/errors";

/** A part of a calendar's time; the whole of its coverage where it is not said. */
export interface Span {
  /** The first instant of it; the start of the coverage if not said, or if that is later. */
  readonly from?: InstantLike;
  /** The instant at which it ends; the end of the coverage if not said, or if that is earlier. */
  readonly until?: InstantLike;
}

/** How thoroughly laws are tried, and on which part of time. */
export interface LawOptions extends Span {
  /** How many random examples each law must stand: 50, or what `fc.configureGlobal` says. */
  readonly numRuns?: number;
  /**
   * Where fast-check's random numbers begin; another each time if not said. The error of a broken law
   * names the seed that broke it.
   */
  readonly seed?: number;
}

/** The same for the laws of policies. */
export interface SlaLawOptions extends LawOptions {
  /** The names of the targets to try; all of the policy's, if not said. */
  readonly targets?: readonly string[];
}

/** A span in numbers: `[fromMs, untilMs)`, epoch milliseconds. */
export interface Bounds {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * What a span leaves of the time that all of some calendars cover.
 *
 * @throws {CoreHoursError} `span-empty` where that is nothing.
 * @throws {InvalidInstantError} for a bound that is no instant.
 */
export function boundsOf(calendars: readonly WorkingCalendar[], { from, until }: Span): Bounds {
  const starts = calendars.map(({ timeline }) => timeline.startMs);
  const ends = calendars.map(({ timeline }) => timeline.endMs);
  const fromMs = Math.max(...starts, ...(from === undefined ? [] : [toEpochMs(from)]));
  const untilMs = Math.min(...ends, ...(until === undefined ? [] : [toEpochMs(until)]));
  if (fromMs < untilMs) return { fromMs, untilMs };
  throw new CoreHoursError(
    "span-empty",
    `There is no time to ask about from ${isoOf(fromMs)} until ${isoOf(untilMs)}: give from and until in this order, within what the calendar covers.`,
    { fromMs, untilMs },
  );
}

/** A day more than the clocks of any two zones are apart, or than a period is long. */
export const APART_MS = 3 * DAY_MS;

/** What of a span lies so far within a calendar's coverage that the same dates elsewhere do so too. */
export function wellWithin(calendar: WorkingCalendar, span: Span): Span {
  const { startMs, endMs } = calendar.timeline;
  const { fromMs, untilMs } = boundsOf([calendar], span);
  return {
    from: isoOf(Math.max(fromMs, startMs + APART_MS)),
    until: isoOf(Math.min(untilMs, endMs - APART_MS)),
  };
}

/** The instant of a span that is nearest to an instant. */
export function within({ fromMs, untilMs }: Bounds, ms: number): number {
  return Math.min(Math.max(ms, fromMs), untilMs - 1);
}

/** @throws {CoreHoursError} `option-invalid` for a number of runs, or a seed, that is none. */
export function checkNumbers({ numRuns, seed }: LawOptions): void {
  if (numRuns !== undefined && !(Number.isSafeInteger(numRuns) && numRuns > 0)) {
    throw invalid("numRuns", numRuns, "a whole number of examples, 1 or more");
  }
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw invalid("seed", seed, "the whole number that the error of a broken law gave");
  }
}

function invalid(option: string, given: unknown, expected: string): CoreHoursError {
  return new CoreHoursError("option-invalid", `${show(given)} is no ${option}; give ${expected}.`, {
    option,
    given: show(given),
  });
}
