import fc from "fast-check";
import type { Duration } from "luxon";
import { expect } from "vitest";
import {
  type ChoiceOverrides,
  defineSla,
  type HistoryEvent,
  type NumericReading,
  type SlaReading,
  type Target,
} from "../../src/index";
import { isoOf, policyOf, RUNS, type Scene, type TicketEvent } from "./histories";
import type { SlowReading } from "./sla-clock";

/** Random scenes put to the library. */

/** Holds a property against random examples; the one that costs most to be wrong is shown more. */
export function holds<T>(
  examples: fc.Arbitrary<T>,
  property: (example: T) => void,
  times = 1,
): void {
  fc.assert(fc.property(examples, property), { numRuns: RUNS * times });
}

export function targetOf(scene: Scene): Target {
  return defineSla(policyOf(scene)).targets.fix;
}

type Options = ChoiceOverrides & { readonly asOf: string | number };

/** The reading of one ticket in numbers. */
export function read(
  target: Target,
  events: readonly HistoryEvent[],
  options: Options,
): NumericReading {
  const [result] = target.trackMany([{ ticket: "T", events }], options);
  if (result === undefined) throw new Error("no reading");
  if (result.error) throw result.error;
  const { ticket, error, ...reading } = result;
  return reading;
}

/** The events in order of time; those of one instant keep theirs. */
export function inOrder(events: readonly TicketEvent[]): readonly TicketEvent[] {
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The last instant that anything in a scene is about. */
export function endOf({ events, asOf }: Scene): string {
  return isoOf(Math.max(...[...events.map(({ at }) => at), ...asOf].map((at) => Date.parse(at))));
}

/** A reading in numbers again, each length only if it is in the one unit it should be in. */
export function numbersOf(reading: SlaReading, unit: NumericReading["unit"]): SlowReading {
  const amount = (length: Duration) => {
    const value = unit === "days" ? length.days : length.milliseconds;
    const same = unit === "days" ? { days: value } : { milliseconds: value };
    expect(length.toObject()).toEqual(same);
    return value;
  };
  return {
    status: reading.status,
    breached: reading.breached,
    paused: reading.paused,
    severity: reading.severity,
    startedAtMs: reading.startedAt?.toMillis() ?? null,
    originalDueAtMs: reading.originalDueAt?.toMillis() ?? null,
    dueAtMs: reading.dueAt?.toMillis() ?? null,
    projectedDueAtMs: reading.projectedDueAt?.toMillis() ?? null,
    breachedAtMs: reading.breachedAt?.toMillis() ?? null,
    stoppedAtMs: reading.stoppedAt?.toMillis() ?? null,
    unit,
    allowance: reading.allowance && amount(reading.allowance),
    elapsed: amount(reading.elapsed),
    remaining: reading.remaining && amount(reading.remaining),
    overrun: amount(reading.overrun),
    pausedFor: amount(reading.pausedFor),
    wallPausedMs: reading.wallPausedFor.toMillis(),
    wallElapsedMs: reading.wallElapsed.toMillis(),
    percentElapsed: reading.percentElapsed,
    provisional: reading.provisional,
  };
}
