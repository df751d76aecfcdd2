import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";

const KEYS = [
  "ticket",
  "target",
  "clause",
  "status",
  "paused",
  "severity",
  "asOf",
  "asOfMs",
  "startedAt",
  "startedAtMs",
  "dueAt",
  "dueAtMs",
  "agreedDate",
  "projectedDueAt",
  "projectedDueAtMs",
  "breachedAt",
  "breachedAtMs",
  "stoppedAt",
  "stoppedAtMs",
  "allowance",
  "allowanceMs",
  "elapsed",
  "elapsedMs",
  "remaining",
  "remainingMs",
  "overrun",
  "overrunMs",
  "percentElapsed",
  "provisional",
] as const satisfies readonly (keyof SlaReading)[];

/** A reading without its working. */
export type SlaSummary = Pick<SlaReading, (typeof KEYS)[number]>;

/**
 * A reading without its working: what a list of tickets shows. As JSON it has a few hundred bytes, however
 * long the ticket's life was.
 *
 * @throws {CoreHoursError} `not-a-reading` for anything but a reading.
 * @example JSON.stringify(summary(reading)).length // about 650
 */
export function summary(reading: SlaReading): SlaSummary {
  checkReading(reading, "summary");
  // Every key is a key of a reading, and has its value.
  return Object.freeze(Object.fromEntries(KEYS.map((key) => [key, reading[key]]))) as SlaSummary;
}
