import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDefinition, defineCalendar, type WorkingCalendar } from "../../src/index";
import { near } from "../reference/arbitraries";
import { instantsAbout, pair, scene, stage, worldOf } from "../reference/examples";
import { holds } from "../reference/judge";

describe("a calendar made again of its own JSON", () => {
  const again = (calendar: WorkingCalendar): WorkingCalendar => {
    const definition: CalendarDefinition = JSON.parse(JSON.stringify(calendar));
    return defineCalendar(definition);
  };

  function expectEqual(one: WorkingCalendar, other: WorkingCalendar, a: number, b: number) {
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect([...other.timeline.periods(a, b)]).toEqual([...one.timeline.periods(a, b)]);
    expect(other.timeline.between(a, b)).toBe(one.timeline.between(a, b));
    expect(other.workingDaysBetween(a, b)).toBe(one.workingDaysBetween(a, b));
    expect(other.hoursOn(a)).toEqual(one.hoursOn(a));
    expect(other.coverage).toEqual(one.coverage);
    expect([other.id, other.title, other.timeZone]).toEqual([one.id, one.title, one.timeZone]);
  }

  it("gives the same answers and the same JSON", () => {
    holds(scene, (scene) => {
      const { calendar, a, b } = stage(scene);
      expectEqual(calendar, again(calendar), a, b);
    });
  });

  it("and a combination does too", () => {
    const combination = fc.record({
      pair,
      near: fc.tuple(near, near, near),
      combine: fc.constantFrom(
        (one: WorkingCalendar, other: WorkingCalendar) => one.union(other),
        (one: WorkingCalendar, other: WorkingCalendar) => one.intersect(other).union(one),
        (one: WorkingCalendar, other: WorkingCalendar) => one.except(other),
      ),
    });
    holds(combination, ({ pair: { left, right, about }, near, combine }) => {
      const { calendar, reference } = worldOf(left, about);
      const [a, b] = instantsAbout(about, reference, near);
      const both = combine(calendar, defineCalendar(right));
      expectEqual(both, again(both), a, b);
    });
  });
});
