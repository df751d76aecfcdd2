import { amountOfShare } from "../clock/alerts";
import type { ClockRules } from "../clock/rules";
import type { ClockNow } from "../clock/state";

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
  now: ClockNow,
  asOfMs: number,
  rules: ClockRules & { readonly warnAt: readonly number[] },
): NumericWarning[] {
  const { warnedAtMs } = now.verdict ?? now;
  return rules.warnAt.map((share, i) => {
    const atMs = warnedAtMs[i] ?? null;
    if (atMs !== null) return { share, atMs, passed: true };
    return { share, atMs: aheadAtMs(share, now, asOfMs, rules), passed: false };
  });
}

/** When a clock that runs will have used a share. */
export function aheadAtMs(
  share: number,
  { activity, promise, measuredAs, countingFromMs, used }: ClockNow,
  asOfMs: number,
  rules: ClockRules,
): number | null {
  if (activity !== "running" || countingFromMs === null || promise !== "measured") return null;
  const measure = rules.allowanceFor(measuredAs).from(countingFromMs);
  return measure.add(asOfMs, Math.max(0, amountOfShare(measure, share) - used));
}
