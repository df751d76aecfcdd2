import type { Measure } from "../allowance/measure";
import { told } from "../allowance/told";
import { dueOf } from "../clock/agreed";
import type { Clock } from "../clock/clock";
import { type ClockRules, firstAllowance } from "../clock/rules";

/** The pause that a clock is in, in plain numbers. */
export interface NumericPause {
  readonly sinceMs: number;
  /** When it was due as the pause began. */
  readonly dueAtMs: number | null;
  /** How much had been paused before: in the unit of the allowance, and by the wall clock. */
  readonly pausedFor: number;
  readonly wallPausedMs: number;
}

/** How the present count stands, beside its numbers. */
export interface Standing {
  /** When it began: at the start, or at the last restart. */
  readonly countedFromMs: number | null;
  /**
   * When its allowance and all that was paused since then are over: when it is due for a system that
   * pushes the due instant on by every pause. Null if the calendar cannot tell.
   */
  readonly pushedDueAtMs: number | null;
  /** The pause that it is in, if it is in one. */
  readonly pause: NumericPause | null;
}

/** How a clock stands once it has been advanced to an instant. */
export function standingOf({ now }: Clock, asOfMs: number, rules: ClockRules): Standing {
  const { countingFromMs, pausedFor, promise, agreed } = now.verdict ?? now;
  if (countingFromMs === null || promise !== "measured") {
    const pause = now.verdict ? null : unmeasuredPause(now, asOfMs, rules);
    return { countedFromMs: null, pushedDueAtMs: null, pause };
  }
  const severity = now.verdict ? now.verdict.severity : now.measuredAs;
  const measure = rules.allowanceFor(severity).from(countingFromMs);
  const due = (byAllowance: () => number) =>
    told(() => (agreed ? dueOf(rules.agreedDates, agreed.dueAtMs, byAllowance) : byAllowance()));
  const pause = pauseOf(now, measure, { asOfMs, due });
  const pushed = measure.allowance + (pause?.pausedFor ?? pausedFor);
  return {
    countedFromMs: countingFromMs,
    pushedDueAtMs: due(() => measure.add(countingFromMs, pushed)),
    pause,
  };
}

/** The pause of a clock that measures no allowance, counted by the first allowance. */
function unmeasuredPause(
  now: Clock["now"],
  asOfMs: number,
  rules: ClockRules,
): NumericPause | null {
  const { pausedFromMs, countingFromMs, pausedFor, wallPausedMs, agreed } = now;
  if (pausedFromMs === null || countingFromMs === null) return null;
  const measure = firstAllowance(rules)?.from(countingFromMs);
  return {
    sinceMs: pausedFromMs,
    dueAtMs: agreed?.dueAtMs ?? null,
    pausedFor: pausedBefore(pausedFor, measure?.between(pausedFromMs, asOfMs) ?? 0),
    wallPausedMs: wallPausedMs - (asOfMs - pausedFromMs),
  };
}

function pauseOf(
  { pausedFromMs, pausedFor, wallPausedMs, used, breachedAtMs }: Clock["now"],
  measure: Measure,
  { asOfMs, due }: { asOfMs: number; due: (byAllowance: () => number) => number | null },
): NumericPause | null {
  if (pausedFromMs === null) return null;
  const remaining = Math.max(0, measure.allowance - used);
  return {
    sinceMs: pausedFromMs,
    dueAtMs: breachedAtMs ?? due(() => measure.add(pausedFromMs, remaining)),
    pausedFor: pausedBefore(pausedFor, measure.between(pausedFromMs, asOfMs)),
    wallPausedMs: wallPausedMs - (asOfMs - pausedFromMs),
  };
}

/**
 * What was paused before the present pause. Of that pause, only the part is in the total in which something was
 * promised, so all of it may be more than the total.
 */
function pausedBefore(pausedFor: number, ofThisPause: number): number {
  return Math.max(0, pausedFor - ofThisPause);
}
