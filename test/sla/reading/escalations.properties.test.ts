import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSla, type EscalationDefinition } from "../../../src/index";
import { always } from "../../reference/desk";
import {
  plainScene,
  policyOf,
  RUNS,
  type Scene,
  slowEventsOf,
  slowTargetOf,
} from "../../reference/histories";
import { holds, inOrder, targetOf } from "../../reference/scenes";
import { type SlowEvent, slowReading, slowWarnings } from "../../reference/sla-clock";
import { HOUR, MINUTE } from "../../reference/wall-time";
import { OutsideSpan } from "../../reference/working-time";

const withEscalations = (scene: Scene, escalations: readonly EscalationDefinition[]): Scene => ({
  ...scene,
  target: { ...scene.target, escalations },
});

/** What the slow clock says; undefined where it does not look far enough to know. */
function known<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof OutsideSpan) return undefined;
    throw error;
  }
}

const passedAt = (scene: Scene, asOf: string) =>
  targetOf(scene)
    .track(scene.events, { ...scene.call, asOf })
    .escalations.map(({ at, passed }) => (passed ? (at?.toMillis() ?? Number.NaN) : null));

describe("the escalations of a reading", () => {
  it("at shares lie where the slow clock has used so much", () => {
    const shares = [0.5, 0.9, 1.5, 2];
    holds(plainScene, (drawn) => {
      const scene = withEscalations(
        drawn,
        shares.map((share) => ({ at: { share } })),
      );
      const slow = slowTargetOf({ ...scene, target: { ...scene.target, warnAt: shares } });
      // A severity that comes after the stop is judged elsewhere.
      fc.pre(inOrder(scene.events)[0]?.severity !== undefined);
      for (const asOf of scene.asOf) {
        const expected = known(() => slowWarnings(slow, slowEventsOf(scene), Date.parse(asOf)));
        if (expected && expected.length > 0) expect(passedAt(scene, asOf), asOf).toEqual(expected);
      }
    });
  });

  it("before and after the due instant lie where the slow clock says that it is due", () => {
    // Around the clock, so an offset is so many milliseconds: what counts is from which due instant.
    const offsets = [-5 * HOUR, -30 * MINUTE, 0, 45 * MINUTE, 26 * HOUR];
    const escalations = offsets.map((ms): EscalationDefinition => {
      const amount = { minutes: Math.abs(ms) / MINUTE, calendar: "always" };
      return { at: ms < 0 ? { before: amount } : { after: amount } };
    });
    const call = fc.record(
      { tie: fc.constantFrom("close", "next-open"), atDue: fc.constantFrom("met", "breached") },
      { requiredKeys: [] },
    );
    let compared = 0;
    holds(fc.record({ scene: plainScene, call }), ({ scene: drawn, call }) => {
      const { onReopen: _, ...target } = drawn.target;
      // A ticket of one severity that is not taken up again.
      const events = inOrder(drawn.events).map(({ at, state }, i) => ({
        at,
        ...(i === 0 ? { severity: "1", state: "new" } : {}),
        ...(i > 0 && state !== undefined ? { state } : {}),
      }));
      const end = events.findIndex(({ state }) => state === "done" || state === "closed");
      const scene: Scene = {
        ...drawn,
        call,
        target: { ...target, escalations, onReopen: "first-only" },
        events: end === -1 ? events : events.slice(0, end + 1),
      };
      for (const asOf of scene.asOf) {
        const asOfMs = Date.parse(asOf);
        const expected = known(() => offsets.map((ms) => slowEscalation(scene, ms, asOfMs)));
        if (!expected) continue;
        const policy = policyOf(scene);
        const calendars = { ...policy.calendars, always };
        const { fix } = defineSla({ ...policy, calendars }).targets;
        const reading = fix.track(scene.events, { ...scene.call, asOf });
        const passed = reading.escalations.map(({ at, passed }) =>
          passed ? at?.toMillis() : null,
        );
        expect(passed, asOf).toEqual(expected);
        compared++;
      }
    });
    // Few examples may hold none that the slow clock knows.
    if (RUNS >= 20) expect(compared).toBeGreaterThan(RUNS / 2);
  });

  it("never pass before the ticket has begun, nor after it is read, and never back", () => {
    holds(plainScene, (scene) => {
      const order = [...scene.asOf].sort();
      const last =
        scene.events
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? "";
      for (const asOf of order) {
        const reading = targetOf(scene).track(scene.events, { ...scene.call, asOf });
        for (const { at, passed } of reading.escalations) {
          if (at === null) continue;
          expect(at.toMillis() <= Date.parse(asOf), `${at.toISO()} as of ${asOf}`).toBe(passed);
          expect(at.toMillis()).toBeGreaterThanOrEqual(reading.startedAt?.toMillis() ?? 0);
        }
      }
      // After its last event, what has passed has passed for good.
      const still = order.filter((asOf) => asOf >= last).map((asOf) => passedAt(scene, asOf));
      for (const [i, later] of still.slice(1).entries()) {
        const kept = still[i]?.map((at, j) => at ?? later[j]);
        expect(later).toEqual(kept);
      }
    });
  });
});

/**
 * The slow definition: between two events, a clock that runs is due at one instant, and an escalation has
 * passed once its distance from that is over. It passes no earlier than the events that make it so.
 */
function slowEscalation(scene: Scene, offsetMs: number, asOfMs: number): number | null {
  const slow = slowTargetOf(scene);
  const events: readonly SlowEvent[] = slowEventsOf(scene).filter(({ atMs }) => atMs <= asOfMs);
  // The states of one instant are taken in turn.
  for (const [i, { atMs: fromMs }] of events.entries()) {
    const toMs = events[i + 1]?.atMs ?? asOfMs;
    const { status, paused, stoppedAtMs, dueAtMs } = slowReading(
      slow,
      events.slice(0, i + 1),
      fromMs,
    );
    const isRunning = (status === "running" || status === "breached") && !paused;
    if (!isRunning || stoppedAtMs !== null || dueAtMs === null) continue;
    if (dueAtMs + offsetMs <= toMs) return Math.max(dueAtMs + offsetMs, fromMs);
  }
  return null;
}
