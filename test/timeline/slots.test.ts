import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoverageError, type Periods, Timeline } from "../../src/timeline";
import { RUNS } from "../reference/judge";
import * as slow from "../reference/slots";

/**
 * The engine against rows of slots, at every instant that may matter: each slot's edges, one
 * millisecond to either side of them, and its middle.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const { add, subtract, nextOpen, nextClose, previousOpen, previousClose } = slow;
const obvious = { add, subtract, nextOpen, nextClose, previousOpen, previousClose };

/** Slots within one day, of about a day, and so long that few fit into what is compiled at once. */
const slotMs = fc.constantFrom(HOUR, 7 * HOUR, 26 * HOUR, 40 * DAY, 95 * DAY, 190 * DAY);

const slots: fc.Arbitrary<slow.Slots> = fc.record({
  startMs: fc.constantFrom(0, 5, -3 * DAY, Date.UTC(2026, 0, 1)),
  slotMs,
  open: fc.oneof(
    fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    fc.array(fc.constantFrom(false, false, false, true), { minLength: 1, maxLength: 8 }),
    fc.array(fc.constant(false), { minLength: 1, maxLength: 8 }),
    fc.array(fc.constant(true), { minLength: 1, maxLength: 8 }),
  ),
});

function holds(property: (slots: slow.Slots) => void): void {
  fc.assert(fc.property(slots, property), { numRuns: 3 * RUNS });
}

function timelineOf(slots: slow.Slots): Timeline {
  return new Timeline({
    startMs: slots.startMs,
    endMs: slow.endOf(slots),
    periods: (fromMs, toMs) => periodsOf(slots, fromMs, toMs),
  });
}

/** The runs of open slots, clipped. */
function periodsOf({ startMs, slotMs, open }: slow.Slots, fromMs: number, toMs: number): Periods {
  const opens: number[] = [];
  const closes: number[] = [];
  open.forEach((isOpen, i) => {
    const from = Math.max(startMs + i * slotMs, fromMs);
    const to = Math.min(startMs + (i + 1) * slotMs, toMs);
    if (!isOpen || from >= to) return;
    if (closes.at(-1) === from) closes.pop();
    else opens.push(from);
    closes.push(to);
  });
  return { opens, closes };
}

/** Every slot's edges, a millisecond to either side, and middle, as far as they are covered. */
function instantsOf(slots: slow.Slots): number[] {
  const { startMs, slotMs, open } = slots;
  return [...open, null]
    .flatMap((_, i) => [-1, 0, 1, slotMs / 2].map((ms) => startMs + i * slotMs + ms))
    .filter((ms) => ms >= startMs && ms <= slow.endOf(slots));
}

/** The instant a question is answered with, or `null` if no coverage can. */
function answer(question: () => number): number | null {
  try {
    return question();
  } catch (error) {
    if (error instanceof CoverageError) return null;
    throw error;
  }
}

/** A timeline that has answered nothing yet, or one that has; they must not differ. */
const timelines = {
  "a new timeline": (slots: slow.Slots) => () => timelineOf(slots),
  "one timeline": (slots: slow.Slots) => {
    const timeline = timelineOf(slots);
    return () => timeline;
  },
};

describe.each(Object.entries(timelines))(
  "%s asked about every slot's edges and middle",
  (_, ready) => {
    it("knows what is open", () => {
      holds((slots) => {
        const timeline = ready(slots);
        for (const ms of instantsOf(slots)) {
          if (ms === slow.endOf(slots)) continue;
          expect(timeline().isOpen(ms), `${ms}`).toBe(slow.isOpen(slots, ms));
        }
      });
    });

    it("knows what is worked between any two, either way round", () => {
      holds((slots) => {
        const timeline = ready(slots);
        const instants = instantsOf(slots);
        for (const a of instants) {
          for (const b of instants) {
            const worked = timeline().between(a, b);
            if (worked !== slow.between(slots, a, b))
              expect(worked, `${a} ${b}`).toBe(slow.between(slots, a, b));
          }
        }
      });
    });

    it.each(["nextOpen", "nextClose", "previousOpen", "previousClose"] as const)(
      "knows %s",
      (name) => {
        holds((slots) => {
          const timeline = ready(slots);
          for (const ms of instantsOf(slots)) {
            if (ms === slow.endOf(slots)) continue;
            expect(
              answer(() => timeline()[name](ms)),
              `${ms}`,
            ).toBe(obvious[name](slots, ms));
          }
        });
      },
    );

    it.each(["add", "subtract"] as const)(
      "can %s every amount that slots and parts of them make",
      (name) => {
        holds((slots) => {
          const timeline = ready(slots);
          const whole = slots.open.map((_, i) => (i + 1) * slots.slotMs);
          const amounts = [
            0,
            1,
            ...whole.flatMap((ms) => [ms - 1, ms, ms + 1, ms - slots.slotMs / 2]),
          ];
          for (const ms of instantsOf(slots)) {
            for (const amount of [...amounts, ...amounts.map((amount) => -amount)]) {
              const due = answer(() => timeline()[name](ms, amount));
              const expected = obvious[name](slots, ms, amount);
              if (due !== expected) expect(due, `${ms} ${amount}`).toBe(expected);
            }
          }
        });
      },
    );

    it("is due at the next opening, if an amount runs out at a closing, under next-open", () => {
      holds((slots) => {
        const timeline = ready(slots);
        for (const ms of instantsOf(slots)) {
          for (let n = 1; n <= slots.open.length; n++) {
            const close = slow.add(slots, ms, n * slots.slotMs);
            const due = answer(() => timeline().add(ms, n * slots.slotMs, "next-open"));
            const beyond = close === null || close === slow.endOf(slots);
            expect(due, `${ms} ${n}`).toBe(beyond ? null : slow.nextOpen(slots, close));
          }
        }
      });
    });
  },
);
