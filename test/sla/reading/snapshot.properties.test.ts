import fc from "fast-check";
import type { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { CoverageError, type SlaReading, snapshot, type Target } from "../../../src/index";
import { readAt, type Snapshot } from "../../../src/live/index";
import { type Scene, scene } from "../../reference/histories";
import { holds, targetOf } from "../../reference/scenes";
import { DAY } from "../../reference/wall-time";

/** The law of a snapshot: at every instant that it tells of, it says what the target itself says then. */

const drawn = fc.record({
  scene,
  spanMs: fc.oneof(
    fc.constantFrom(0, 1, DAY, 7 * DAY, 40 * DAY),
    fc.integer({ min: 0, max: 90 * DAY }),
  ),
  places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
});

/** What has happened to the ticket by then, which a snapshot takes for all that will. */
const happened = ({ events }: Scene, asOfMs: number) =>
  events.filter(({ at }) => Date.parse(at) <= asOfMs);

/** The instants at which something changes, by the snapshot, and a few between them. */
function instantsOf(taken: Snapshot, places: readonly number[]): readonly number[] {
  const { asOfMs, untilMs, periods, dayEnds, stages, warnings } = taken;
  const edges = [
    ...[asOfMs, untilMs, ...periods.slice(0, 3).flat(), ...dayEnds.slice(0, 3)],
    ...[...stages.map(({ fromMs }) => fromMs), ...warnings.map(({ atMs }) => atMs ?? asOfMs)],
  ].flatMap((ms) => [ms - 1, ms, ms + 1]);
  const between = places.map((place) => Math.floor(asOfMs + place * (untilMs - asOfMs)));
  return [...edges, ...between].filter((ms) => ms >= asOfMs && ms <= untilMs);
}

const amountOf = (length: Duration, unit: Snapshot["unit"]) =>
  unit === "days" ? length.as("days") : length.toMillis();

/** A reading in the words of a snapshot. */
function numbersOf(reading: SlaReading, unit: Snapshot["unit"]) {
  return {
    status: reading.status,
    breached: reading.breached,
    paused: reading.paused,
    stopped: reading.stoppedAt !== null,
    allowance: reading.allowance && amountOf(reading.allowance, unit),
    elapsed: amountOf(reading.elapsed, unit),
    remaining: reading.remaining && amountOf(reading.remaining, unit),
    overrun: amountOf(reading.overrun, unit),
    dueAtMs: reading.dueAt?.toMillis() ?? null,
    provisional: reading.provisional,
  };
}

function taken(target: Target, { scene, spanMs }: { scene: Scene; spanMs: number }, asOf: string) {
  const events = happened(scene, Date.parse(asOf));
  try {
    const reading = target.track(events, { ...scene.call, asOf });
    const until = Date.parse(asOf) + spanMs;
    // As a page receives it.
    return { events, taken: JSON.parse(JSON.stringify(snapshot(reading, { until }))) as Snapshot };
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

describe("a snapshot", () => {
  it("says at every instant what the target says then", () => {
    holds(drawn, ({ scene, spanMs, places }) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const found = taken(target, { scene, spanMs }, asOf);
        if (found === undefined) continue;
        for (const nowMs of instantsOf(found.taken, places)) {
          const reading = target.track(found.events, { ...scene.call, asOf: nowMs });
          const { counting: _, ...live } = readAt(found.taken, nowMs);
          expect(live, new Date(nowMs).toISOString()).toEqual(numbersOf(reading, found.taken.unit));
          const passed = found.taken.warnings.map(({ atMs }) => atMs !== null && atMs <= nowMs);
          expect(passed).toEqual(reading.warnings.map((each) => each.passed));
        }
      }
    });
  });

  it("says that it counts exactly if a millisecond later more is used", () => {
    holds(drawn, ({ scene, spanMs, places }) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const found = taken(target, { scene, spanMs }, asOf);
        if (found === undefined || found.taken.unit === "days") continue;
        for (const nowMs of instantsOf(found.taken, places)) {
          if (nowMs === found.taken.untilMs) continue;
          const grown = readAt(found.taken, nowMs + 1).elapsed - readAt(found.taken, nowMs).elapsed;
          expect(readAt(found.taken, nowMs).counting).toBe(grown === 1);
        }
      }
    });
  });
});
