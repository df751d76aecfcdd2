/** How many promises were kept, and how many were not. */
export interface Decided {
  readonly met: number;
  /** Includes the breaches of open tickets. */
  readonly breached: number;
}

/**
 * Whether a reading decides its promise, and how: `met`, or `breached` from the breach on, even while
 * the ticket is open.
 *
 * @returns null if it is neither: the ticket runs, is paused, was cancelled or has no promise
 */
export function decisionOf({ status }: { readonly status: string }): "met" | "breached" | null {
  return status === "met" || status === "breached" ? status : null;
}

/**
 * The share of promises that were kept: met ÷ (met + breached). It is the one definition of attainment.
 *
 * @param decided `met` and `breached`: how many there are of each; an open ticket that has breached
 *   counts as breached
 * @returns from 0 to 1, never rounded; null if nothing is decided yet
 * @example attainedShare({ met: 19, breached: 1 }) // 0.95
 * @example attainedShare({ met: 0, breached: 0 }) // null
 */
export function attainedShare({ met, breached }: Decided): number | null {
  const counted = met + breached;
  return counted === 0 ? null : met / counted;
}

/**
 * {@link attainedShare} in percent.
 *
 * @returns from 0 to 100, never rounded; null if nothing is decided yet
 * @example attainedPercent({ met: 19, breached: 1 }) // 95
 */
export function attainedPercent({ met, breached }: Decided): number | null {
  const counted = met + breached;
  return counted === 0 ? null : (100 * met) / counted;
}
