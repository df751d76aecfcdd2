import fc from "fast-check";
import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, readingFromJSON, type SlaReading } from "../../../src/index";
import { policyOf, RUNS, scene } from "../../reference/histories";

const anInstant = (value: unknown) => expect(DateTime.isDateTime(value)).toBe(true);
const aLength = (value: unknown) => expect(Duration.isDuration(value)).toBe(true);

/** What the type of each status says, asked of the reading itself. */
function holdsOf(reading: SlaReading): void {
  const { status, paused, pause, breached, breachedAt, startedAt, stoppedAt, dueAt } = reading;
  const isPaused = status === "paused" || (status === "breached" && paused);
  if (status !== "not-applicable") expect(paused).toBe(isPaused);
  if (pause !== null) expect(paused).toBe(true);
  if (status !== "cancelled") {
    expect([breached, breachedAt !== null]).toEqual([status === "breached", status === "breached"]);
  }
  if (status === "running" || status === "paused" || status === "met" || status === "breached") {
    anInstant(startedAt);
  }
  if (status === "pending") expect([startedAt, dueAt, stoppedAt]).toEqual([null, null, null]);
  if (status === "running") expect(stoppedAt).toBe(null);
  if (status === "paused") expect(stoppedAt).toBe(null);
  if (status === "paused" && reading.agreedDate === null) expect(dueAt).toBe(null);
  if (status === "met") anInstant(stoppedAt);
  if (status === "breached") anInstant(dueAt);
  if ((status === "met" || status === "breached") && reading.agreedDate === null) {
    aLength(reading.allowance);
    aLength(reading.remaining);
    expect(reading.percentElapsed).toBeTypeOf("number");
  }
  if (status === "not-applicable") {
    const { allowance, remaining, percentElapsed } = reading;
    expect([allowance, remaining, percentElapsed, dueAt]).toEqual([null, null, null, null]);
  }
}

const INSTANTS = [
  "asOf",
  "startedAt",
  "originalDueAt",
  "dueAt",
  "projectedDueAt",
  "breachedAt",
  "stoppedAt",
] as const;

describe("a reading", () => {
  it("has the parts that its status says, and its instants as numbers too, in JSON as well", () => {
    fc.assert(
      fc.property(scene, (world) => {
        const target = defineSla(policyOf(world)).targets.fix;
        for (const asOf of world.asOf) {
          const reading = target.track(world.events, { ...world.call, asOf });
          holdsOf(reading);
          for (const name of INSTANTS) {
            expect(reading[`${name}Ms`]).toBe(reading[name]?.toMillis() ?? null);
          }
          expect(reading.nextChange?.atMs).toBe(reading.nextChange?.at.toMillis());
          const { dueAtMs, nextChange, ...older } = JSON.parse(JSON.stringify(reading));
          expect(dueAtMs).toBe(reading.dueAtMs);
          expect(nextChange?.atMs).toBe(reading.nextChange?.atMs);
          // One that was saved before it had the numbers has them again.
          delete nextChange?.atMs;
          const read = readingFromJSON({ ...older, nextChange });
          expect([read.dueAtMs, read.nextChange?.atMs]).toEqual([
            reading.dueAtMs,
            reading.nextChange?.atMs,
          ]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
