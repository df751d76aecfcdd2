import { Duration } from "luxon";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";

/** What a ticket used of its allowance while a field had one value. */
export interface TimeBy {
  /** The value of the field; null while it had none. */
  readonly value: string | null;
  readonly elapsed: Duration;
}

/**
 * What has been used of the allowance, by the values that a field had meanwhile: the time each team had the
 * ticket. The amounts sum to the `elapsed` of the reading, exactly.
 *
 * @param reading what `track` gave; of a clock that is followed, one that keeps its working
 * @param field the name of a field, as the events give it
 * @returns the values in the order in which the ticket had them first
 * @throws {CoreHoursError} `not-a-reading` for anything but a reading.
 * @example timeBy(reading, "group") // [{ value: "network", elapsed: PT2H }, { value: "servers", elapsed: PT30M }]
 */
export function timeBy(reading: SlaReading, field: string): readonly TimeBy[] {
  checkReading(reading, "timeBy");
  const inDays = reading.elapsed.toObject().days !== undefined;
  const present = Math.max(0, reading.cycles.length - 1);
  const sums = new Map<string | null, number>();
  for (const { cycle, fields, counted } of reading.segments) {
    const amount = inDays ? counted.days : counted.toMillis();
    if (cycle !== present || amount === 0) continue;
    const value = Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
    sums.set(value, (sums.get(value) ?? 0) + amount);
  }
  const length = (amount: number) =>
    inDays ? Duration.fromObject({ days: amount }) : Duration.fromMillis(amount);
  return Object.freeze(
    [...sums].map(([value, amount]) => Object.freeze({ value, elapsed: length(amount) })),
  );
}
