import type { Measure } from "../allowance/measure";
import type { ClockNow } from "./state";

/** Floats put 0.9 of 48 hours a hair above the millisecond that it is. */
const HAIR = 1e-6;

/** The instants at which the warnings of a target were due; null for those that have not been. */
export type Warned = ClockNow["warnedAtMs"];

/** What a count has used, and when its warnings were due. */
type Counted = Pick<ClockNow, "used" | "warnedAtMs">;

/** The least whole amount of an allowance that is at least a share of it. */
export function amountOfShare({ allowance }: Pick<Measure, "allowance">, share: number): number {
  return Math.ceil(allowance * share - HAIR);
}

export function noWarnings(shares: readonly number[]): Warned {
  return shares.map(() => null);
}

/** A stretch that has been used, and what had been used before it. */
interface UsedStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly usedBefore: number;
}

/** The warnings that a stretch has reached, beside those that had been due before it. */
export function warnedAfter(
  { used, warnedAtMs }: Counted,
  shares: readonly number[],
  measure: Measure,
  { fromMs, toMs, usedBefore }: UsedStretch,
): Warned {
  if (!warnedAtMs.includes(null)) return warnedAtMs;
  return warnedAtMs.map((dueAtMs, i) => {
    const amount = amountOfShare(measure, shares[i] as number); // One for each warning.
    if (dueAtMs !== null || used < amount) return dueAtMs;
    const atMs = measure.add(fromMs, Math.max(0, amount - usedBefore));
    return atMs <= toMs ? atMs : null;
  });
}

/**
 * The warnings as another measure has them that comes into force at an instant. Nothing is due before
 * the change that makes it due; what is due already stays so.
 */
export function warnedAnew(
  { used, warnedAtMs }: Counted,
  shares: readonly number[],
  measure: Measure,
  atMs: number,
): Warned {
  return shares.map((share, i) => {
    const amount = amountOfShare(measure, share);
    if (used < amount) return null;
    const before = warnedAtMs[i] ?? null;
    // What is used exactly at a closing may be due only at the next opening.
    const isDue = used > amount || measure.add(atMs, 0) <= atMs;
    return isDue ? (before ?? atMs) : before;
  });
}
