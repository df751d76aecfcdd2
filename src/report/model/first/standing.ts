import type { Tally } from "../tally";

/** How attainment compares with the promised share. */
export interface Standing {
  /** The promised share, in percent. */
  readonly targetPercent: number;
  /** Null while nothing is decided. */
  readonly isReached: boolean | null;
  /**
   * How many more may breach, on top of the decided verdicts, before the target is missed; 0 if it is
   * missed already.
   */
  readonly breachesLeft: number;
  /** How many in a row must now be met to reach it again; 0 if it is reached, null if it cannot be. */
  readonly metNeeded: number | null;
}

/**
 * How attainment, met ÷ (met + breached), compares with a target share.
 *
 * @param targetPercent the promised share, in percent, up to 100
 * @example standingOf({ met: 93, breached: 7 }, 90) // reached, and 3 more may breach: 93 ÷ 103 is 90.3 %
 */
export function standingOf(
  { met, breached }: Pick<Tally, "met" | "breached">,
  targetPercent: number,
): Standing {
  const decided = met + breached;
  // In whole numbers, so that 90 of 100 is exactly 90 %.
  const scale = 1e6;
  const share = Math.round(targetPercent * scale);
  const [metScaled, whole] = [met * 100 * scale, 100 * scale];
  const isReached = decided === 0 ? null : metScaled >= share * decided;
  if (share === 0)
    return { targetPercent, isReached, breachesLeft: Number.POSITIVE_INFINITY, metNeeded: 0 };
  const mayBeDecided = Math.floor(metScaled / share);
  const short = share * decided - metScaled;
  return {
    targetPercent,
    isReached,
    breachesLeft: Math.max(0, mayBeDecided - decided),
    metNeeded: short <= 0 ? 0 : share === whole ? null : Math.ceil(short / (whole - share)),
  };
}
