import { Duration } from "luxon";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";
import { withMs } from "./in-ms";

/** What a ticket used of its allowance while a field had one value. */
export interface TimeBy {
  /** The value of the field; null while it had none. */
  readonly value: string | null;
  readonly elapsed: Duration;
  /** Null for days. */
  readonly elapsedMs: number | null;
}

/**
 * How much of the allowance was used under each value of a field, such as the time that each team had
 * the ticket. The amounts sum to the `elapsed` of the reading, exactly.
 *
 * @param reading what `track` gave; if a clock is followed, it must keep its working
 * @param field the name of a field, as the events give it
 * @returns the values in the order in which the ticket first had them
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
    [...sums].map(([value, amount]) => withMs({ value, elapsed: length(amount) })),
  );
}
