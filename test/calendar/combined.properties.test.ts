import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysOpen, type WorkingCalendar } from "../../src/index";
import { near, zone } from "../reference/arbitraries";
import { instantsAbout, iso, pair, scene, stage, type World, worldOf } from "../reference/examples";
import { holds, judge } from "../reference/judge";
import * as slow from "../reference/working-time";

/** Two calendars, often of different zones, and three instants near to the edges of either. */
const meeting = fc.record({ pair, near: fc.tuple(near, near, near) });
type Meeting = typeof meeting extends fc.Arbitrary<infer T> ? T : never;

function stageTwo({ pair: { left, right, about }, near }: Meeting) {
  const [lefts, rights] = [worldOf(left, about), worldOf(right, about)];
  const eitherEdge = slow.union(lefts.reference, rights.reference);
  const [a, b, c] = instantsAbout(about, eitherEdge, near);
  return { left: lefts, right: rights, a, b, c };
}

const operations = [
  {
    name: "union",
    fast: (left: WorkingCalendar, right: WorkingCalendar) => left.union(right),
    slow: slow.union,
  },
  {
    name: "intersect",
    fast: (left: WorkingCalendar, right: WorkingCalendar) => left.intersect(right),
    slow: slow.intersect,
  },
  {
    name: "except",
    fast: (left: WorkingCalendar, right: WorkingCalendar) => left.except(right),
    slow: slow.except,
  },
] as const;
type Operation = (typeof operations)[number];

function combined(operation: Operation, left: World, right: World): World {
  return {
    calendar: operation.fast(left.calendar, right.calendar),
    reference: operation.slow(left.reference, right.reference),
  };
}

describe.each(operations)("$name is what the reference says, across zones", (operation) => {
  it("its working time", () => {
    holds(meeting, (meeting) => {
      const { left, right, a, b, c } = stageTwo(meeting);
      const { calendar, reference } = combined(operation, left, right);
      const { timeline } = calendar;
      judge(
        () => timeline.isOpen(c),
        () => slow.isOpen(reference, c),
        `isOpen(${iso(c)})`,
      );
      judge(
        () => [...timeline.periods(a, b)],
        () => slow.periods(reference, a, b),
        "periods",
      );
      judge(
        () => timeline.between(a, b),
        () => slow.between(reference, a, b),
        "between",
      );
      const amount = Math.abs(slow.between(reference, a, b));
      for (const tie of ["close", "next-open"] as const) {
        judge(
          () => timeline.add(a, amount, tie),
          () => slow.add(reference, a, amount, tie),
          tie,
        );
      }
      judge(
        () => timeline.subtract(c, amount),
        () => slow.subtract(reference, c, amount),
      );
    });
  });

  it("its openings and closings", () => {
    holds(meeting, (meeting) => {
      const { left, right, a } = stageTwo(meeting);
      const { calendar, reference } = combined(operation, left, right);
      const { timeline } = calendar;
      judge(
        () => timeline.nextOpen(a),
        () => slow.nextOpen(reference, a),
        "nextOpen",
      );
      judge(
        () => timeline.nextClose(a),
        () => slow.nextClose(reference, a),
        "nextClose",
      );
      judge(
        () => timeline.previousOpen(a),
        () => slow.previousOpen(reference, a),
        "previousOpen",
      );
      judge(
        () => timeline.previousClose(a),
        () => slow.previousClose(reference, a),
        "previousClose",
      );
    });
  });

  it("its working days", () => {
    holds(fc.record({ meeting, n: fc.integer({ min: 1, max: 8 }) }), ({ meeting, n }) => {
      const { left, right, a, b } = stageTwo(meeting);
      const { calendar, reference } = combined(operation, left, right);
      for (const { date } of reference.days.slice(3, -3)) {
        judge(
          () => calendar.isWorkingDay(date),
          () => slow.isWorkingDay(reference, date),
          date,
        );
      }
      judge(
        () => calendar.workingDaysBetween(a, b),
        () => slow.workingDaysBetween(reference, a, b),
        `workingDaysBetween(${iso(a)}, ${iso(b)})`,
      );
      for (const due of ["end-of-day", "close"] as const) {
        judge(
          () => calendar.addWorkingDays(a, n, { due }).toMillis(),
          () => slow.addWorkingDays(reference, a, n, { due }),
          `addWorkingDays(${iso(a)}, ${n}, ${due})`,
        );
      }
    });
  });
});

describe("the algebra of calendars", () => {
  it("is that of sets, instant by instant", () => {
    holds(meeting, (meeting) => {
      const { left, right, a } = stageTwo(meeting);
      const [inLeft, inRight] = [left.calendar.isOpen(a), right.calendar.isOpen(a)];
      expect(left.calendar.union(right.calendar).isOpen(a)).toBe(inLeft || inRight);
      expect(left.calendar.intersect(right.calendar).isOpen(a)).toBe(inLeft && inRight);
      expect(left.calendar.except(right.calendar).isOpen(a)).toBe(inLeft && !inRight);
    });
  });

  it("counts what is in both once", () => {
    holds(meeting, (meeting) => {
      const { left, right, a, b } = stageTwo(meeting);
      const length = (calendar: WorkingCalendar) => calendar.timeline.between(a, b);
      const [one, other] = [left.calendar, right.calendar];
      const both = length(one.intersect(other));
      expect(length(one.union(other)) + both).toBe(length(one) + length(other));
      expect(length(one.except(other)) + both).toBe(length(one));
    });
  });

  it("has the same open time if the parts of a union or an intersection are exchanged", () => {
    holds(meeting, (meeting) => {
      const { left, right, a, b } = stageTwo(meeting);
      const open = (calendar: WorkingCalendar) => [...calendar.timeline.periods(a, b)];
      const [one, other] = [left.calendar, right.calendar];
      expect(open(one.union(other))).toEqual(open(other.union(one)));
      expect(open(one.intersect(other))).toEqual(open(other.intersect(one)));
    });
  });

  it("leaves a calendar as it was when it meets itself, and nothing without itself", () => {
    holds(scene, (scene) => {
      const { calendar, timeline, a, b } = stage(scene);
      const own = [...timeline.periods(a, b)];
      expect([...calendar.union(calendar).timeline.periods(a, b)]).toEqual(own);
      expect([...calendar.intersect(calendar).timeline.periods(a, b)]).toEqual(own);
      expect([...calendar.except(calendar).timeline.periods(a, b)]).toEqual([]);
    });
  });

  it("has the calendar that never closes as its whole", () => {
    holds(fc.record({ scene, zone }), ({ scene, zone }) => {
      const { calendar, timeline, a, b } = stage(scene);
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const whole = alwaysOpen(zone);
      const own = timeline.between(from, to);
      expect(calendar.union(whole).timeline.between(from, to)).toBe(to - from);
      expect(calendar.intersect(whole).timeline.between(from, to)).toBe(own);
      expect(whole.except(calendar).timeline.between(from, to)).toBe(to - from - own);
    });
  });

  it("nests: taking away two calendars is taking away their union", () => {
    holds(fc.record({ scene, meeting }), ({ scene, meeting }) => {
      const { left, right, a, b } = stageTwo(meeting);
      const whole = alwaysOpen(scene.example.definition.timeZone);
      const oneByOne = whole.except(left.calendar).except(right.calendar);
      const atOnce = whole.except(left.calendar.union(right.calendar));
      expect([...oneByOne.timeline.periods(a, b)]).toEqual([...atOnce.timeline.periods(a, b)]);
    });
  });
});
