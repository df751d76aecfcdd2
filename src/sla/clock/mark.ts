import type { Measure } from "../allowance/measure";
import type { LedgerMark, Ledgers, SavedLedger } from "./ledgers";
import type { ClockNow, ClockPast } from "./state";

/** What a clock remembers besides its present state. */
export interface ClockMemory {
  /** Every stretch. Explaining a reading needs them. */
  readonly working: boolean;
  /** The irregularities that a person should look at, and when each warning was due. */
  readonly remarks: boolean;
}

export const EVERYTHING: ClockMemory = { working: true, remarks: true };

/** Where a count goes on from. */
export interface CountStart {
  readonly now: ClockNow;
  readonly ledgers: readonly SavedLedger[] | null;
}

/** Where a clock goes on from. */
export interface ClockStart extends CountStart, Pick<ClockPast, "cycles" | "oddities"> {}

/** Where a count stood, to go back to. */
export interface CountMark {
  readonly now: ClockNow;
  readonly measure: Measure | null;
  readonly ledgers: Ledgers | null;
  readonly ledgerMark: LedgerMark | null;
}

/** Where a clock stood, to go back to or to save. */
export interface ClockMark extends CountMark {
  readonly cycles: number;
  readonly oddities: number;
  readonly stretches: number;
}
