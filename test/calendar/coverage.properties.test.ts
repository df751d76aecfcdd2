import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  alwaysOpen,
  type CalendarDefinition,
  CoverageError,
  defineCalendar,
  type WorkingCalendar,
} from "../../src/index";
import { anyInstant, zone } from "../reference/arbitraries";
import { example } from "../reference/examples";
import { holds } from "../reference/judge";
import { DAY, HOUR } from "../reference/wall-time";

/** Every question that takes an instant. */
const questions: readonly (readonly [
  string,
  (calendar: WorkingCalendar, at: number) => unknown,
])[] = [
  ["isOpen", (calendar, at) => calendar.isOpen(at)],
  ["isWorkingDay", (calendar, at) => calendar.isWorkingDay(at)],
  ["hoursOn", (calendar, at) => calendar.hoursOn(at)],
  ["add", (calendar, at) => calendar.add(at, { hours: 1 })],
  ["add nothing", (calendar, at) => calendar.add(at, { hours: 0 })],
  ["subtract", (calendar, at) => calendar.subtract(at, { hours: 1 })],
  ["between from it", (calendar, at) => calendar.between(at, middleOf(calendar))],
  ["between up to it", (calendar, at) => calendar.between(middleOf(calendar), at)],
  ["nextOpen", (calendar, at) => calendar.nextOpen(at)],
  ["nextClose", (calendar, at) => calendar.nextClose(at)],
  ["previousOpen", (calendar, at) => calendar.previousOpen(at)],
  ["previousClose", (calendar, at) => calendar.previousClose(at)],
  ["addWorkingDays", (calendar, at) => calendar.addWorkingDays(at, 1)],
  ["workingDaysBetween", (calendar, at) => calendar.workingDaysBetween(middleOf(calendar), at)],
  ["periods", (calendar, at) => [...calendar.periods(at, middleOf(calendar))]],
  ["timeline.add", ({ timeline }, at) => timeline.add(at, HOUR)],
  ["timeline.between", ({ timeline }, at) => timeline.between(at, timeline.startMs + DAY)],
];

function middleOf({ timeline }: WorkingCalendar): number {
  return Math.floor((timeline.startMs + timeline.endMs) / 2);
}

/** A calendar that covers few years, since a list of bank holidays covers only the years of its dates. */
const shortCalendar = fc
  .record({ example, years: fc.integer({ min: 0, max: 2 }) })
  .map(({ example: { definition }, years }): CalendarDefinition => {
    const bankHolidays = ["2026-03-03", `${2026 + years}-07-07`];
    return { ...definition, exceptions: {}, bankHolidays: [...new Set(bankHolidays)] };
  });

const beyond = fc.oneof(
  fc.constantFrom(1, 1000, HOUR, DAY),
  fc.integer({ min: 1, max: 400 * DAY }),
);

describe("coverage is never left silently", () => {
  it.each(questions)("%s, asked outside it", (_, ask) => {
    holds(fc.record({ definition: shortCalendar, beyond }), ({ definition, beyond }) => {
      const calendar = defineCalendar(definition);
      const { startMs, endMs } = calendar.timeline;
      // A question may be about any instant of a date, so these two lie a day further out.
      expect(() => ask(calendar, endMs + DAY + beyond)).toThrow(CoverageError);
      expect(() => ask(calendar, startMs - 2 * DAY - beyond)).toThrow(CoverageError);
    });
  });

  it("an amount that fits is due within it, and a millisecond more is an error", () => {
    const ask = fc.record({
      definition: shortCalendar,
      share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    });
    holds(ask, ({ definition, share }) => {
      const { timeline } = defineCalendar(definition);
      const { startMs, endMs } = timeline;
      const at = startMs + Math.floor((endMs - startMs) * share);
      const [after, before] = [timeline.between(at, endMs), timeline.between(startMs, at)];
      expect(timeline.add(at, after)).toBeLessThanOrEqual(endMs);
      expect(timeline.subtract(at, before)).toBeGreaterThanOrEqual(startMs);
      expect(() => timeline.add(at, after + 1)).toThrow(CoverageError);
      expect(() => timeline.subtract(at, before + 1)).toThrow(CoverageError);
    });
  });

  it("what lies beyond the last opening or closing is an error, not the bound", () => {
    holds(shortCalendar, (definition) => {
      const { timeline } = defineCalendar(definition);
      const { startMs, endMs } = timeline;
      const last = [...timeline.periods(startMs, endMs)].at(-1);
      const first = timeline.periods(startMs, endMs).next().value;
      if (last === undefined || first === undefined) return;
      const lastInstant = endMs - 1;
      if (last.closeMs < endMs) {
        expect(() => timeline.nextOpen(last.closeMs)).toThrow(CoverageError);
        expect(timeline.previousClose(lastInstant)).toBe(last.closeMs);
      }
      expect(() => timeline.nextClose(lastInstant)).toThrow(CoverageError);
      if (first.openMs > startMs) {
        expect(() => timeline.previousOpen(first.openMs - 1)).toThrow(CoverageError);
        expect(timeline.nextOpen(startMs)).toBe(first.openMs);
      }
      expect(() => timeline.previousClose(startMs)).toThrow(CoverageError);
    });
  });

  it("a combination covers what both of its parts cover", () => {
    holds(fc.record({ one: shortCalendar, other: shortCalendar }), ({ one, other }) => {
      const [left, right] = [defineCalendar(one), defineCalendar(other)];
      const { timeline } = left.union(right);
      expect(timeline.startMs).toBeGreaterThanOrEqual(left.timeline.startMs);
      expect(timeline.startMs).toBeGreaterThanOrEqual(right.timeline.startMs);
      expect(timeline.endMs).toBeLessThanOrEqual(left.timeline.endMs);
      expect(timeline.endMs).toBeLessThanOrEqual(right.timeline.endMs);
    });
  });
});

describe("a calendar that never opens", () => {
  const amount = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 * DAY }));
  const idle = fc.record({
    timeZone: fc.constantFrom("UTC", "Europe/London", "Pacific/Apia"),
    hours: fc.constantFrom({}, { daily: [] }, { weekdays: [], weekend: [] }),
    at: anyInstant,
    amount,
  });

  it("refuses every amount and every search, at once", () => {
    holds(idle, ({ timeZone, hours, at, amount }) => {
      const calendar = defineCalendar({ id: "idle", timeZone, hours });
      expect(() => calendar.add(at, { milliseconds: amount })).toThrow(CoverageError);
      expect(() => calendar.subtract(at, { milliseconds: amount })).toThrow(CoverageError);
      expect(() => calendar.nextOpen(at)).toThrow(CoverageError);
      expect(() => calendar.nextClose(at)).toThrow(CoverageError);
      expect(() => calendar.previousOpen(at)).toThrow(CoverageError);
      expect(() => calendar.previousClose(at)).toThrow(CoverageError);
      expect(() => calendar.addWorkingDays(at, 1)).toThrow(CoverageError);
    });
  });

  it("has no working time and no working days, which is not an error", () => {
    holds(idle, ({ timeZone, hours, at, amount }) => {
      const calendar = defineCalendar({ id: "idle", timeZone, hours });
      expect(calendar.isOpen(at)).toBe(false);
      expect(calendar.between(at, at + amount).toMillis()).toBe(0);
      expect(calendar.workingDaysBetween(at, at + amount)).toBe(0);
      expect(calendar.add(at, { hours: 0 }).toMillis()).toBe(at);
    });
  });
});

describe("the calendar that never closes", () => {
  it("counts every millisecond", () => {
    holds(
      fc.record({ zone, at: anyInstant, amount: fc.integer({ min: 0, max: 4000 * DAY }) }),
      (ask) => {
        const { timeline } = alwaysOpen(ask.zone);
        expect(timeline.add(ask.at, ask.amount)).toBe(ask.at + ask.amount);
        expect(timeline.subtract(ask.at, ask.amount)).toBe(ask.at - ask.amount);
        expect(timeline.between(ask.at, ask.at + ask.amount)).toBe(ask.amount);
      },
    );
  });
});
