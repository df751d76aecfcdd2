import { amountOfShare } from "../clock/alerts";
import type { Clock } from "../clock/clock";

/** When a share of the allowance is used up. */
export interface NumericWarning {
  /** The share, above 0 and up to 1. */
  readonly share: number;
  /**
   * The instant at which that much had been used, but not before the change of severity that made it
   * due; or the instant at which it will be if the clock runs on. Null if nobody knows, since the clock
   * is paused, has stopped or has not started.
   */
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** The thresholds of a target as instants, as of the instant that a clock has been advanced to. */
export function warningsOf(
  clock: Clock,
  asOfMs: number,
  { warnAt }: { readonly warnAt: readonly number[] },
): NumericWarning[] {
  const { warnedAtMs } = clock.now.verdict ?? clock.now;
  return warnAt.map((share, i) => {
    const atMs = warnedAtMs[i] ?? null;
    if (atMs !== null) return { share, atMs, passed: true };
    return { share, atMs: aheadAtMs(share, clock, asOfMs), passed: false };
  });
}

/** When a clock that runs will have used a share. */
export function aheadAtMs(share: number, { now, count }: Clock, asOfMs: number): number | null {
  const { measure, allowance } = count;
  if (now.activity !== "running" || !measure || allowance === null) return null;
  return measure.add(asOfMs, Math.max(0, amountOfShare(allowance, share) - now.used));
}
