import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../src/index";
import { isNone } from "../../../src/testing/replay/count";
import {
  isoOf,
  scene,
  sceneOfFields,
  shuffled,
  slowEventsOf,
  slowTargetOf,
} from "../../reference/histories";
import { endOf, holds, inOrder, read, targetOf } from "../../reference/scenes";
import { type SlowReading, slowDue, slowReading, slowWarnings } from "../../reference/sla-clock";
import { DAY } from "../../reference/wall-time";
import { OutsideSpan } from "../../reference/working-time";

/** Scenes whose tickets may be re-opened at any time. */
const openToAll = scene.map(({ target: { reopenWithin, ...target }, ...rest }) => ({
  ...rest,
  target,
}));

const percent = fc.integer({ min: 0, max: 100 });

describe("a reading is that of the slow clock", () => {
  const tally = { judged: 0, unknown: 0 };

  /** What the slow clock says; undefined if it does not look far enough to know. */
  function known<T>(answer: () => T): T | undefined {
    try {
      const result = answer();
      tally.judged++;
      return result;
    } catch (error) {
      if (!(error instanceof OutsideSpan)) throw error;
      tally.unknown++;
      return undefined;
    }
  }

  it("in every field, for every kind of allowance and every choice", () => {
    holds(
      scene,
      (scene) => {
        const target = targetOf(scene);
        for (const asOf of scene.asOf) {
          const slow = known((): SlowReading => {
            return slowReading(slowTargetOf(scene), slowEventsOf(scene), Date.parse(asOf));
          });
          if (slow) {
            expect(read(target, scene.events, { ...scene.call, asOf }), asOf).toMatchObject(slow);
          }
        }
      },
      4,
    );
  });

  it("of tickets with fields, that name their states or say whether the target applies", () => {
    holds(
      sceneOfFields,
      (scene) => {
        const target = targetOf(scene);
        for (const asOf of scene.asOf) {
          const slow = known(() => {
            return slowReading(slowTargetOf(scene), slowEventsOf(scene), Date.parse(asOf));
          });
          // Of a ticket that nothing is known of, nobody knows whether the target applies to it.
          const isUnknown = scene.events.every(({ at }) => Date.parse(at) > Date.parse(asOf));
          if (!slow || isUnknown) continue;
          const { severity, ...others } = slow; // It says whether the target applies.
          const said = scene.target.when ? others : slow;
          expect(read(target, scene.events, { ...scene.call, asOf }), asOf).toMatchObject(said);
        }
      },
      2,
    );
  });

  it("in every warning that has passed", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      // What an agreed date makes of the shares is tried by hand.
      const events = scene.events.map(({ dueAt, ...event }) => event);
      for (const asOf of scene.asOf) {
        const slow = known(() => {
          return slowWarnings(slowTargetOf(scene), slowEventsOf({ events }), Date.parse(asOf));
        });
        if (!slow || slow.length === 0) continue;
        const { warnings } = target.track(events, { ...scene.call, asOf });
        const passed = warnings.map(({ at, passed }) => (passed ? at?.toMillis() : null));
        expect(passed, asOf).toEqual(slow);
      }
    });
  });

  it("for due, of every severity", () => {
    holds(fc.record({ scene, severity: fc.constantFrom("1", "2", "3") }), ({ scene, severity }) => {
      const target = targetOf(scene);
      fc.pre(!isNone(slowTargetOf(scene), severity));
      for (const at of scene.asOf) {
        const slow = known(() => slowDue(slowTargetOf(scene), Date.parse(at), severity));
        if (slow !== undefined) {
          const fast = target.due(at, { severity, ...scene.call });
          expect(fast.toMillis(), `${at} of ${severity}`).toBe(slow);
        }
      }
    });
  });

  afterAll(() => {
    expect(tally.judged).toBeGreaterThan(20 * tally.unknown);
  });
});

describe("the laws of the clock", () => {
  it("elapsed and remaining make the allowance until it is breached, and the overrun after", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const reading = read(target, scene.events, { ...scene.call, asOf });
        const { breached, elapsed, remaining, allowance, overrun } = reading;
        if (remaining === null || allowance === null) continue; // Nothing is promised.
        if (scene.target.dayPauses === "push") continue; // Pauses push on the instant, not the amount.
        expect(elapsed + remaining).toBe(allowance + overrun);
        if (!breached) expect(overrun).toBe(0);
      }
    });
  });

  it("pausing never brings a due date forward", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      const [first, ...others] = inOrder(scene.events);
      fc.pre(first !== undefined);
      const start = { at: first.at, state: "new", severity: "1" };
      const states = ["waiting", "active"];
      const pauses = others.map(({ at }, i) => ({ at, state: states[i % 2] ?? "active" }));
      const due = (events: readonly HistoryEvent[]) =>
        read(target, events, { ...scene.call, asOf: endOf(scene) }).projectedDueAtMs;
      expect(due([start, ...pauses])).toBeGreaterThanOrEqual(due([start]) ?? Number.NaN);
    });
  });

  it("elapsed never falls as asOf grows, if nothing makes the clock start again", () => {
    const onReopen = fc.constantFrom("resume", "continue", "first-only");
    holds(fc.record({ scene: openToAll, onReopen }), ({ scene, onReopen }) => {
      const target = targetOf(scene);
      const events = scene.events.map(({ at, state }) => ({
        at,
        severity: "2",
        ...(state === undefined ? {} : { state }),
      }));
      const elapsed = [...events.map(({ at }) => at), ...scene.asOf]
        .toSorted()
        .map((asOf) => read(target, events, { ...scene.call, onReopen, asOf }).elapsed);
      expect(elapsed).toEqual(elapsed.toSorted((a, b) => a - b));
    });
  });

  it("splitting a run into two abutting runs changes nothing", () => {
    holds(fc.record({ scene, percent }), ({ scene, percent }) => {
      const target = targetOf(scene);
      const events = inOrder(scene.events);
      const split = events.flatMap((event, i) => {
        if (event.state !== "new" && event.state !== "active") return [event];
        const [fromMs, next] = [Date.parse(event.at), events[i + 1]?.at];
        const toMs = next === undefined ? fromMs + 3 * DAY : Date.parse(next);
        const at = isoOf(fromMs + Math.floor((percent / 100) * (toMs - fromMs)));
        return [event, { at, state: "active" }];
      });
      for (const asOf of scene.asOf) {
        const options = { ...scene.call, asOf };
        expect(read(target, split, options)).toEqual(read(target, events, options));
      }
    });
  });

  it("the original due instant never moves, whatever becomes of the ticket", () => {
    const onReopen = fc.constantFrom("resume", "continue", "restart", "first-only");
    holds(fc.record({ scene: openToAll, onReopen }), ({ scene, onReopen }) => {
      const target = targetOf(scene);
      const readAt = (asOf: string) =>
        read(target, scene.events, { ...scene.call, onReopen, asOf });
      const { startedAtMs, originalDueAtMs } = readAt(endOf(scene));
      fc.pre(startedAtMs !== null);
      const later = scene.asOf.filter((asOf) => Date.parse(asOf) >= startedAtMs);
      for (const asOf of [isoOf(startedAtMs), ...later]) {
        const reading = readAt(asOf);
        expect(reading.startedAtMs).toBe(startedAtMs);
        // Before anything is promised, nothing is due.
        expect([null, originalDueAtMs]).toContain(reading.originalDueAtMs);
      }
    });
  });

  it("due is the original due instant of a ticket that starts then", () => {
    const state = fc.constantFrom("new", "waiting");
    const severity = fc.constantFrom("1", "2", "3");
    holds(fc.record({ scene, state, severity }), ({ scene, state, severity }) => {
      const target = targetOf(scene);
      fc.pre(!isNone(slowTargetOf(scene), severity));
      for (const at of scene.asOf) {
        const { originalDueAtMs } = read(target, [{ at, state, severity }], {
          ...scene.call,
          asOf: at,
        });
        expect(target.due(at, { ...scene.call, severity }).toMillis()).toBe(originalDueAtMs);
      }
    });
  });

  it("shuffling a history of distinct instants changes nothing", () => {
    const order = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    holds(fc.record({ scene, order }), ({ scene, order }) => {
      const target = targetOf(scene);
      const events = inOrder(scene.events).filter(
        ({ at }, i, sorted) => sorted.findIndex((other) => other.at === at) === i,
      );
      for (const asOf of scene.asOf) {
        const options = { ...scene.call, asOf };
        expect(read(target, shuffled(events, order), options)).toEqual(
          read(target, events, options),
        );
      }
    });
  });

  it("what comes after asOf has not happened", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        const options = { ...scene.call, asOf };
        const happened = scene.events.filter(({ at }) => Date.parse(at) <= Date.parse(asOf));
        expect(read(target, scene.events, options)).toEqual(read(target, happened, options));
      }
    });
  });

  it("a severity that comes late holds from the start, whatever became of the ticket before", () => {
    const severity = fc.constantFrom("1", "2", "3");
    holds(
      fc.record({ scene: openToAll, severity, percent }),
      ({ scene, severity, percent }) => {
        const target = targetOf(scene);
        const { onReopen, agreedDates, dayPauses } = { ...scene.target, ...scene.call };
        fc.pre(onReopen !== "first-only" && !isNone(slowTargetOf(scene), severity));
        fc.pre(agreedDates === undefined || agreedDates === "ignore");
        // Until the severity is known, the first allowance says how far a pause pushes.
        fc.pre(dayPauses !== "push");
        const plain = inOrder(scene.events).flatMap(({ at, state }) =>
          state === undefined || state === "void" ? [] : [{ at, state }],
        );
        const [first] = plain;
        fc.pre(first !== undefined);
        const place = 1 + Math.ceil((percent / 100) * (plain.length - 1));
        const at = plain[place]?.at ?? endOf(scene);
        const known = [{ at: first?.at ?? at, severity }, ...plain];
        const late = [...plain.slice(0, place), { at, severity }, ...plain.slice(place)];
        const asOf = endOf(scene);
        const numbersOf = (events: readonly HistoryEvent[]) => {
          const reading = read(target, events, { ...scene.call, asOf });
          const { status, breachedAtMs, dueAtMs, stoppedAtMs, elapsed, pausedFor } = reading;
          return { status, breachedAtMs, dueAtMs, stoppedAtMs, elapsed, pausedFor };
        };
        expect(numbersOf(late)).toEqual(numbersOf(known));
      },
      4,
    );
  });

  it("a state of another target changes nothing", () => {
    holds(fc.record({ scene, percent }), ({ scene, percent }) => {
      const target = targetOf(scene);
      const events = inOrder(scene.events);
      const place = Math.ceil((percent / 100) * events.length);
      const at = events[place]?.at ?? endOf(scene);
      const more = [...events.slice(0, place), { at, state: "note" }, ...events.slice(place)];
      fc.pre(place > 0);
      for (const asOf of scene.asOf) {
        const options = { ...scene.call, asOf };
        expect(read(target, more, options)).toEqual(read(target, events, options));
      }
    });
  });

  it("a choice made for one call is the choice made in the policy", () => {
    holds(scene, (scene) => {
      const { due, cutoff, ...choices } = scene.call;
      const chosen = targetOf({ ...scene, target: { ...scene.target, ...choices } });
      const target = targetOf(scene);
      for (const asOf of scene.asOf) {
        expect(read(target, scene.events, { ...choices, asOf })).toEqual(
          read(chosen, scene.events, { asOf }),
        );
      }
    });
  });
});
