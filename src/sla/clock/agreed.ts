import type { Choices } from "./choices";

/** An agreed date that is in force. */
export interface Agreed {
  readonly dueAtMs: number;
  /** When it was given. */
  readonly givenAtMs: number;
  /**
   * What may be used until then: what has been used, and what the calendar has from now on until then.
   * It shrinks while the clock does not run. Null while no allowance is measured.
   */
  readonly allowance: number | null;
}

/** What an agreed date does to the allowance's due instant. */
export type AgreedDates = Choices["agreedDates"];

/**
 * The due instant by an agreed date and by the allowance.
 *
 * @param byAllowance when the allowance is due; null if there is none. Asked only if it matters.
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

/** How much may be used, by an agreed date and by the allowance. */
export function allowanceOf(
  agreedDates: AgreedDates,
  agreed: Agreed | null,
  allowance: number,
): number {
  const agreedAmount = agreed?.allowance;
  if (agreedAmount === null || agreedAmount === undefined) return allowance;
  return dueOf(agreedDates, agreedAmount, () => allowance);
}
