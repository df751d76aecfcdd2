import type { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import type { SlaCycle, SlaReading } from "../../../src/index";
import { scene, slowEventsOf, slowTargetOf } from "../../reference/histories";
import { holds, numbersOf, read, targetOf } from "../../reference/scenes";
import { slowCycles } from "../../reference/sla-clock";
import { OutsideSpan } from "../../reference/working-time";

describe("the forms of a reading", () => {
  it("trackMany equals track in every number", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const options = { ...scene.call, asOf };
        const numbers = read(target, scene.events, options);
        expect(numbers).toMatchObject(numbersOf(target.track(scene.events, options), numbers.unit));
      }
    });
  });
});

describe("what else a reading says", () => {
  it("every earlier cycle keeps its verdict, and the last is the reading's own", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      const call = { ...scene.call, onReopen: "new-cycle" } as const;
      for (const asOf of scene.asOf) {
        const reading = target.track(scene.events, { ...call, asOf });
        const cycles = reading.cycles.map(cycleOf);
        if (reading.startedAt === null) expect(cycles).toEqual([]);
        else expect(cycles.at(-1)).toEqual(cycleOf(reading));
        const slow = known(() =>
          slowCycles(slowTargetOf({ ...scene, call }), slowEventsOf(scene), Date.parse(asOf)),
        );
        if (slow === undefined) continue;
        expect(cycles.slice(0, -1)).toMatchObject(
          slow.map(({ status, startedAtMs, stoppedAtMs, dueAtMs, breachedAtMs, elapsed }) => {
            return { status, startedAtMs, stoppedAtMs, dueAtMs, breachedAtMs, elapsed };
          }),
        );
      }
    });
  });

  it("a warning has passed once its share is used, and comes no later than the due instant", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const reading = target.track(scene.events, { ...scene.call, asOf });
        const { percentElapsed, warnings, projectedDueAt, startedAt, status } = reading;
        // All shares of nothing are nothing.
        if (!reading.allowance || amountOf(reading.allowance) === 0 || percentElapsed === null)
          continue;
        // Days that pauses push on are due by an instant, whatever shares of them have been used.
        if (scene.target.dayPauses === "push") continue;
        // What a pause takes of the time until an agreed date warns as the clock goes on.
        if (reading.agreedDate || scene.events.some(({ dueAt }) => dueAt !== undefined)) continue;
        for (const { share, at, passed } of warnings) {
          if (startedAt !== null && percentElapsed > share * 100 + 1e-6) expect(passed).toBe(true);
          if (percentElapsed < share * 100 - 1e-6) expect(passed).toBe(false);
          if (at === null || projectedDueAt === null) continue;
          if (passed) expect(at.toMillis()).toBeLessThanOrEqual(Date.parse(asOf));
          if (status === "running" || status === "paused") {
            expect(at.toMillis()).toBeLessThanOrEqual(projectedDueAt.toMillis());
          }
        }
      }
    });
  });
});

/** What the slow clock says; undefined if it does not look far enough to know. */
function known<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof OutsideSpan) return undefined;
    throw error;
  }
}

/** What a cycle says, in numbers; a reading says the same of its present one. */
function cycleOf(cycle: SlaCycle | Omit<SlaReading, "cycles">) {
  return {
    status: cycle.status,
    breached: cycle.breached,
    severity: cycle.severity,
    startedAtMs: cycle.startedAt?.toMillis() ?? null,
    originalDueAtMs: cycle.originalDueAt?.toMillis() ?? null,
    dueAtMs: cycle.dueAt?.toMillis() ?? null,
    breachedAtMs: cycle.breachedAt?.toMillis() ?? null,
    stoppedAtMs: cycle.stoppedAt?.toMillis() ?? null,
    allowance: cycle.allowance && amountOf(cycle.allowance),
    elapsed: amountOf(cycle.elapsed),
    remaining: cycle.remaining && amountOf(cycle.remaining),
    overrun: amountOf(cycle.overrun),
    pausedFor: amountOf(cycle.pausedFor),
  };
}

/** A length as a number, whether it is in milliseconds or in days. */
function amountOf(length: Duration): number {
  const [[, value] = ["", 0]] = Object.entries(length.toObject());
  return value;
}
