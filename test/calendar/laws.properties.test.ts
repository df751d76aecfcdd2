import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDefinition, defineCalendar, type Tie, type Timeline } from "../../src/index";
import { anyInstant } from "../reference/arbitraries";
import { type Example, example, iso, scene, stage } from "../reference/examples";
import { holds } from "../reference/judge";
import { DAY, dateOf, HOUR, instantOf, midnightOf, stretchesOf } from "../reference/wall-time";

const ties: readonly Tie[] = ["close", "next-open"];

describe("between", () => {
  it("adds up over an instant in between, or outside", () => {
    holds(scene, (scene) => {
      const { timeline, a, b, c } = stage(scene);
      expect(timeline.between(a, b) + timeline.between(b, c)).toBe(timeline.between(a, c));
    });
  });

  it("turns its sign with its bounds", () => {
    holds(scene, (scene) => {
      const { timeline, a, b } = stage(scene);
      expect(timeline.between(a, b) + timeline.between(b, a)).toBe(0);
    });
  });

  it("is never more than the time on the clock", () => {
    holds(scene, (scene) => {
      const { timeline, a, b } = stage(scene);
      expect(Math.abs(timeline.between(a, b))).toBeLessThanOrEqual(Math.abs(b - a));
    });
  });
});

describe("add", () => {
  it("gives an instant with exactly the amount worked until it, and it is the least", () => {
    holds(scene, (scene) => {
      const { timeline, a, amount } = stage(scene);
      fc.pre(amount > 0 && holdsMore(timeline, a, amount));
      const due = timeline.add(a, amount);
      expect(timeline.between(a, due)).toBe(amount);
      expect(timeline.between(a, due - 1)).toBe(amount - 1);
    });
  });

  it("moves to the next opening only if the amount runs out at a closing", () => {
    holds(scene, (scene) => {
      const { timeline, a, amount } = stage(scene);
      fc.pre(amount > 0 && holdsMore(timeline, a, amount));
      expect(timeline.add(a, amount, "next-open")).toBe(timeline.nextOpen(timeline.add(a, amount)));
    });
  });

  it.each(ties)("of two amounts in turn equals add of their sum, in a tie at the %s", (tie) => {
    holds(fc.record({ scene, share: fc.double({ min: 0, max: 1, noNaN: true }) }), (example) => {
      const { timeline, a, amount } = stage(example.scene);
      const first = Math.round(amount * example.share);
      fc.pre(first < amount && holdsMore(timeline, a, amount));
      const inTwo = timeline.add(timeline.add(a, first, tie), amount - first, tie);
      expect(inTwo).toBe(timeline.add(a, amount, tie));
    });
  });

  it.each(ties)(
    "is never earlier for a later start or for more work, in a tie at the %s",
    (tie) => {
      holds(scene, (scene) => {
        const { timeline, a, c, amount } = stage(scene);
        const [early, late] = [Math.min(a, c), Math.max(a, c)];
        fc.pre(holdsMore(timeline, late, amount));
        const due = timeline.add(early, amount, tie);
        expect(due).toBeLessThanOrEqual(timeline.add(late, amount, tie));
        expect(timeline.add(early, Math.floor(amount / 2), tie)).toBeLessThanOrEqual(due);
      });
    },
  );

  it("of nothing is the instant itself, open or not, whichever way a tie goes", () => {
    holds(scene, (scene) => {
      const { timeline, a } = stage(scene);
      for (const tie of ties) expect(timeline.add(a, 0, tie)).toBe(a);
      expect(timeline.subtract(a, 0)).toBe(a);
    });
  });

  it("of a negative amount subtracts", () => {
    holds(scene, (scene) => {
      const { timeline, a, b, amount } = stage(scene);
      fc.pre(b <= a);
      expect(timeline.add(a, -amount)).toBe(timeline.subtract(a, amount));
    });
  });
});

describe("subtract", () => {
  it("gives an instant with exactly the amount worked since it, and it is the latest", () => {
    holds(scene, (scene) => {
      const { timeline, a, b, amount } = stage(scene);
      fc.pre(amount > 0);
      const until = Math.max(a, b);
      const since = timeline.subtract(until, amount);
      expect(timeline.between(since, until)).toBe(amount);
      expect(timeline.between(since + 1, until)).toBe(amount - 1);
    });
  });
});

describe("periods tile [a, b)", () => {
  it("are sorted, apart, not empty and clipped, and together are as long as between says", () => {
    holds(scene, (scene) => {
      const { timeline, calendar, a, b } = stage(scene);
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      let last = from - 1;
      let worked = 0;
      for (const { openMs, closeMs } of timeline.periods(from, to)) {
        expect(openMs).toBeGreaterThan(last);
        expect(closeMs).toBeGreaterThan(openMs);
        expect([timeline.isOpen(openMs), timeline.isOpen(closeMs - 1)]).toEqual([true, true]);
        [last, worked] = [closeMs, worked + (closeMs - openMs)];
      }
      expect(last).toBeLessThanOrEqual(to);
      expect(worked).toBe(calendar.between(from, to).toMillis());
    });
  });

  it("are none if b is not after a", () => {
    holds(scene, (scene) => {
      const { calendar, a, b } = stage(scene);
      expect([...calendar.periods(Math.max(a, b), Math.min(a, b))]).toEqual([]);
    });
  });

  it("are the same as Luxon intervals in the calendar's zone", () => {
    holds(scene, (scene) => {
      const { calendar, timeline, a, b } = stage(scene);
      const intervals = [...calendar.periods(a, b)].map(({ start, end }) => ({
        openMs: start?.toMillis(),
        closeMs: end?.toMillis(),
        zone: start?.zoneName,
      }));
      const numbers = [...timeline.periods(a, b)];
      expect(intervals).toEqual(numbers.map((p) => ({ ...p, zone: calendar.timeZone })));
    });
  });
});

describe("over years", () => {
  const years = fc.record({ scene, from: anyInstant, to: anyInstant });

  it("periods are apart all the way, and agree with between, add and subtract", () => {
    holds(years, ({ scene: { example }, from, to }) => {
      const { timeline } = defineCalendar(bare(example));
      const [start, end] = [Math.min(from, to), Math.max(from, to)];
      let [last, worked, apart] = [start - 1, 0, true];
      for (const { openMs, closeMs } of timeline.periods(start, end)) {
        [last, worked, apart] = [closeMs, worked + closeMs - openMs, apart && openMs > last];
      }
      expect(apart).toBe(true);
      expect(timeline.between(start, end)).toBe(worked);
      fc.pre(worked > 0);
      expect(timeline.between(start, timeline.add(start, worked))).toBe(worked);
      expect(timeline.between(timeline.subtract(end, worked), end)).toBe(worked);
    });
  });

  it("the first question may look backwards or forwards", () => {
    holds(years, ({ scene: { example }, from, to }) => {
      const [one, other] = [defineCalendar(bare(example)), defineCalendar(bare(example))];
      expect(one.timeline.between(from, to) + other.timeline.between(to, from)).toBe(0);
    });
  });

  // Two dates about an instant, each up to eight years away, in zones that never skipped a date.
  const far = fc.integer({ min: 3, max: 3000 });
  const twoDates = fc
    .record({
      timeZone: fc.constantFrom("UTC", "Europe/London", "America/Sao_Paulo", "Asia/Kathmandu"),
      at: anyInstant,
      before: far,
      after: far,
    })
    .map(({ timeZone, at, before, after }) => ({
      timeZone,
      at,
      earlier: dateOf(at - before * DAY),
      later: dateOf(at + after * DAY),
    }));

  it("if a calendar is open except on two dates, their ends are found", () => {
    holds(twoDates, ({ timeZone, at, earlier, later }) => {
      const exceptions = { [earlier]: [], [later]: [] };
      const hours = { daily: ["00:00-24:00"] };
      const { timeline } = defineCalendar({ id: "but-two", timeZone, hours, exceptions });
      expect(timeline.previousOpen(at)).toBe(midnight(timeZone, earlier, 1));
      expect(timeline.previousClose(at)).toBe(midnight(timeZone, earlier));
      expect(timeline.nextClose(at)).toBe(midnight(timeZone, later));
      expect(timeline.nextOpen(timeline.nextClose(at))).toBe(midnight(timeZone, later, 1));
    });
  });

  it("if a calendar is open on two dates only, those are found", () => {
    holds(twoDates, ({ timeZone, at, earlier, later }) => {
      const exceptions = { [earlier]: ["00:00-24:00"], [later]: ["00:00-24:00"] };
      const { timeline } = defineCalendar({ id: "two", timeZone, hours: {}, exceptions });
      expect(timeline.previousOpen(at)).toBe(midnight(timeZone, earlier));
      expect(timeline.previousClose(at)).toBe(midnight(timeZone, earlier, 1));
      expect(timeline.nextOpen(at)).toBe(midnight(timeZone, later));
      expect(timeline.nextClose(at)).toBe(midnight(timeZone, later, 1));
      expect(timeline.add(at, 1)).toBe(midnight(timeZone, later) + 1);
      expect(timeline.subtract(at, 1)).toBe(midnight(timeZone, earlier, 1) - 1);
    });
  });

  it("an earlier question changes no answer", () => {
    const questions = fc.record({
      example,
      at: fc.array(anyInstant, { minLength: 1, maxLength: 8 }),
    });
    holds(questions, ({ example, at }) => {
      const asked = defineCalendar(bare(example));
      for (const ms of at) {
        const fresh = defineCalendar(bare(example));
        const answers = [asked, fresh].map(({ timeline }) => [
          timeline.isOpen(ms),
          timeline.between(ms, ms + 100 * HOUR),
          timeline.between(ms, ms - 1000 * HOUR),
        ]);
        expect(answers[0], iso(ms)).toEqual(answers[1]);
      }
    });
  });
});

/** The midnight that begins a date, or one of the days after it. */
function midnight(timeZone: string, date: string, daysOn = 0): number {
  const wallMs = midnightOf(date) + daysOn * DAY;
  return instantOf(stretchesOf(timeZone, wallMs - 2 * DAY, wallMs + 2 * DAY), wallMs);
}

/** An example's week alone, which is the same in every year. */
function bare({ definition: { id, timeZone, hours } }: Example): CalendarDefinition {
  return { id, timeZone, hours };
}

/** Whether more than the amount can be worked in the sixty days after an instant. */
function holdsMore(timeline: Timeline, fromMs: number, amount: number): boolean {
  return timeline.between(fromMs, fromMs + 60 * DAY) > amount;
}
