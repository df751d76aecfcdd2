import type { Choices } from "./choices";

/** An agreed date that is in force. */
export interface Agreed {
  readonly dueAtMs: number;
  /** When it was given. */
  readonly givenAtMs: number;
  /**
   * How much may be used until then: the amount used so far, plus what the calendar has until then.
   * It shrinks while the clock does not run. It is null while no allowance is measured.
   */
  readonly allowance: number | null;
  /** When the allowance beside it was breached by itself; null if it was not, or if there is no allowance. */
  readonly allowedBreachAtMs: number | null;
}

/** What an agreed date does to the allowance's due instant. */
export type AgreedDates = Choices["agreedDates"];

/**
 * The due instant, from an agreed date and the allowance.
 *
 * @param byAllowance when the allowance is due; null if there is no allowance. Called only if needed
 */
export function dueOf(
  agreedDates: AgreedDates,
  agreedMs: number,
  byAllowance: () => number | null,
): number {
  if (agreedDates !== "earlier" && agreedDates !== "later") return agreedMs;
  const allowedMs = byAllowance();
  if (allowedMs === null) return agreedMs;
  return agreedDates === "earlier" ? Math.min(agreedMs, allowedMs) : Math.max(agreedMs, allowedMs);
}

/** How much may be used, from an agreed date and the allowance. */
export function allowanceOf(
  agreedDates: AgreedDates,
  agreed: Agreed | null,
  allowance: number,
): number {
  const agreedAmount = agreed?.allowance;
  if (agreedAmount === null || agreedAmount === undefined) return allowance;
  return dueOf(agreedDates, agreedAmount, () => allowance);
}
