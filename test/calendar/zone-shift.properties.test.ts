import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCalendar, type WorkingCalendar } from "../../src/index";
import { definitionOf, near, sketch } from "../reference/arbitraries";
import { instantsAbout, iso, scene, stage, worldOf } from "../reference/examples";
import { holds } from "../reference/judge";
import { changesIn, DAY, HOUR, offsetAt } from "../reference/wall-time";

/** Everything that a calendar says of two instants moved on by a shift, with the shift taken off again. */
function answers(calendar: WorkingCalendar, a: number, b: number, shift: number) {
  const { timeline } = calendar;
  const [from, to] = [a + shift, b + shift];
  const worked = timeline.between(from, to);
  const periods = Array.from(timeline.periods(from, to), ({ openMs, closeMs }) => [
    openMs - shift,
    closeMs - shift,
  ]);
  return {
    isOpen: timeline.isOpen(from),
    isWorkingDay: calendar.isWorkingDay(from),
    hoursOn: calendar.hoursOn(from),
    worked,
    add: timeline.add(from, worked) - shift,
    subtract: timeline.subtract(to, worked) - shift,
    periods,
    workingDays: calendar.workingDaysBetween(from, to),
  };
}

describe("hours moved to another zone move with it", () => {
  /** Hours ahead of UTC, and the zone's name, whose sign is that of POSIX. */
  const ahead = fc.integer({ min: -12, max: 14 });
  const zoneOf = (hours: number) => `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;

  it("by exactly the hours between two zones whose clocks never change", () => {
    const meeting = fc.record({
      sketch,
      about: fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) }),
      zones: fc.tuple(ahead, ahead),
      near: fc.tuple(near, near, near),
    });
    holds(meeting, ({ sketch, about, zones: [one, other], near }) => {
      const place = { timeZone: zoneOf(one), aboutMs: about };
      const definition = definitionOf("here", sketch, place);
      const { calendar, reference } = worldOf(definition, iso(about));
      const there = defineCalendar({ ...definition, timeZone: zoneOf(other) });
      const [a, b] = instantsAbout(iso(about), reference, near).toSorted((x, y) => x - y);
      if (a === undefined || b === undefined) return;
      expect(answers(there, a, b, (one - other) * HOUR)).toEqual(answers(calendar, a, b, 0));
    });
  });

  it("to UTC by the offset of any zone, as long as its clocks do not change", () => {
    holds(scene, (scene) => {
      const { calendar, a, b } = stage(scene);
      const { definition } = scene.example;
      const { timeZone } = definition;
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      // Nothing open then began longer ago than this.
      fc.pre(changesIn(timeZone, from - 3 * DAY, to + 3 * DAY).length === 0);
      const inUtc = defineCalendar({ ...definition, timeZone: "UTC" });
      const shift = offsetAt(timeZone, from);
      expect(answers(inUtc, from, to, shift)).toEqual(answers(calendar, from, to, 0));
    });
  });
});
