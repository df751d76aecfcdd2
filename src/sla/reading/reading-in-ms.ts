import type { Unit } from "../allowance/measure";
import type { NumericReading } from "./numbers";

/**
 * The instants and lengths of a reading as numbers, in milliseconds. Each is null where its `DateTime` or
 * `Duration` is null; the lengths that an allowance in days counts in days are null, and have their
 * number in the `Duration`: `reading.elapsed.days`.
 */
export interface ReadingInMs
  extends Pick<
    NumericReading,
    | "startedAtMs"
    | "originalDueAtMs"
    | "dueAtMs"
    | "projectedDueAtMs"
    | "breachedAtMs"
    | "stoppedAtMs"
    | "wallElapsedMs"
  > {
  readonly asOfMs: number;
  readonly countedFromMs: number | null;
  readonly pushedDueAtMs: number | null;
  readonly allowanceMs: number | null;
  readonly elapsedMs: number | null;
  readonly remainingMs: number | null;
  readonly overrunMs: number | null;
  readonly pausedForMs: number | null;
  readonly wallPausedForMs: number;
}

/** An amount in milliseconds; null for days, and for no amount. */
export function msOfAmount(unit: Unit, amount: number | null): number | null {
  return unit === "days" ? null : amount;
}
