import type { ClockRules } from "../clock/clock";
import type { ClockState } from "../clock/state";
import type { NumericReading } from "./numbers";
import { countedStretches } from "./segments";

/** When a share of the allowance is used up. */
export interface NumericWarning {
  /** The share, above 0 and up to 1. */
  readonly share: number;
  /**
   * The instant at which that much has been used, or will be if the clock runs from now on; null where
   * it never will, since the clock has stopped or has not started.
   */
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** Floats put 0.9 of 48 hours a hair above the millisecond that it is. */
const HAIR = 1e-6;

/** The thresholds of a target as instants, as of a reading. */
export function warningsOf(
  shares: readonly number[],
  reading: NumericReading,
  asOfMs: number,
  state: ClockState,
  rules: ClockRules,
): NumericWarning[] {
  const stretches = countedStretches(state, rules);
  return shares.map((share) => {
    // The least whole amount that is at least the share.
    const amount = Math.ceil(reading.allowance * share - HAIR);
    let used = 0;
    for (const { stretch, measure } of stretches) {
      const atMs = measure.add(stretch.fromMs, Math.max(0, amount - used));
      if (atMs <= stretch.toMs) return { share, atMs, passed: true };
      used += measure.between(stretch.fromMs, stretch.toMs);
    }
    const { measuredAs, countingFromMs } = state;
    const isLive = reading.startedAtMs !== null && reading.stoppedAtMs === null;
    if (!isLive || countingFromMs === null) return { share, atMs: null, passed: false };
    const measure = rules.allowanceFor(measuredAs).from(countingFromMs);
    return { share, atMs: measure.add(asOfMs, Math.max(0, amount - used)), passed: false };
  });
}
