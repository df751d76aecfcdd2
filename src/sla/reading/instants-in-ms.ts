import type { DateTime } from "luxon";
import type { NumericReading } from "./numbers";

/**
 * The instants of a reading as epoch milliseconds, beside its `DateTime`s. Each is null where its
 * `DateTime` is.
 */
export interface InstantsInMs
  extends Pick<
    NumericReading,
    | "startedAtMs"
    | "originalDueAtMs"
    | "dueAtMs"
    | "projectedDueAtMs"
    | "breachedAtMs"
    | "stoppedAtMs"
  > {
  readonly asOfMs: number;
}

/** The instants that a reading has as numbers too. */
interface Instants {
  readonly asOf: DateTime;
  readonly startedAt: DateTime | null;
  readonly originalDueAt: DateTime | null;
  readonly dueAt: DateTime | null;
  readonly projectedDueAt: DateTime | null;
  readonly breachedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
}

/** The numbers beside the instants of a reading. */
export function instantsInMs(reading: Instants): InstantsInMs {
  const ms = (at: DateTime | null) => (at === null ? null : at.toMillis());
  return {
    asOfMs: reading.asOf.toMillis(),
    startedAtMs: ms(reading.startedAt),
    originalDueAtMs: ms(reading.originalDueAt),
    dueAtMs: ms(reading.dueAt),
    projectedDueAtMs: ms(reading.projectedDueAt),
    breachedAtMs: ms(reading.breachedAt),
    stoppedAtMs: ms(reading.stoppedAt),
  };
}
