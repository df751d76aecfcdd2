import { afterEach, describe, expect, it, vi } from "vitest";
import type { HoursDefinition, HoursRule } from "../../../src";
import { modelOf } from "../../../src/calendar/model-of";
import { WorkingCalendar } from "../../../src/calendar/working-calendar";
import type { PeriodSource } from "../../../src/timeline";

const DAY_MS = 86_400_000;
const FROM = Date.UTC(2027, 0, 1);

/** A rule that looks every date up in a set, once. Those look-ups are counted. */
const counted: HoursRule = { on: "day-before-bank-holiday", hours: ["09:00-16:00"] };

const desk = (rules: readonly HoursRule[], more: Partial<HoursDefinition> = {}) => ({
  timeZone: "UTC",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
  ...(rules.length > 0 ? { rules } : {}),
  ...more,
});
const times = (n: number) => Array.from({ length: n }, () => counted);

afterEach(() => vi.restoreAllMocks());

/** How many steps it takes to compile some days under some rules. */
function stepsFor(rules: number, days: number): number {
  // The list of bank holidays is empty, so the rule finds none.
  const bankHolidays = { dates: [], from: "2020-01-01", to: "2035-12-31" };
  const { source } = modelOf(desk(times(rules), { bankHolidays }), []);
  source(FROM, FROM); // The days before bank holidays are found once.
  const spy = vi.spyOn(Set.prototype, "has");
  source(FROM, FROM + days * DAY_MS);
  const steps = spy.mock.calls.length;
  vi.restoreAllMocks();
  return steps;
}

describe("the cost of compiling", () => {
  it("is one step for each rule and date", () => {
    const dates = 1_000 + 7; // Those of the window, and three on either side of its ends.
    expect(stepsFor(10, 1_000)).toBe(10 * dates);
    expect(stepsFor(20, 1_000)).toBe(20 * dates);
    expect(stepsFor(10, 2_000)).toBe(10 * (dates + 1_000));
  });

  it("looks each date up once among exceptions and bank holidays, however many there are", () => {
    const exceptions = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          new Date(FROM + i * DAY_MS).toISOString().slice(0, 10),
          ["09:00-17:00"],
        ]),
      );
    const steps = [1, 500].map((count) => {
      const { source } = modelOf(desk([], { exceptions: exceptions(count) }), []);
      const spy = vi.spyOn(Map.prototype, "get");
      // After the exceptions: what they win over is not asked.
      source(FROM + 1_000 * DAY_MS, FROM + 1_500 * DAY_MS);
      const calls = spy.mock.calls.length;
      vi.restoreAllMocks();
      return calls;
    });
    expect(steps[1]).toBe(steps[0]);
  });
});

describe("the cost of a look-up", () => {
  const RULES: readonly HoursRule[] = [
    { on: "12-24", hours: ["09:00-12:00"] },
    { from: "12-25", to: "01-01", hours: [] },
    { from: "07-20", to: "08-31", hours: { weekdays: ["08:00-14:00"] } },
    { on: { weekday: "wednesday", nth: [1, -1] }, hours: ["13:00-17:00"] },
    ...times(6),
  ];
  const CHANGES = {
    "2027-04-01": { weekdays: ["08:00-18:00"] },
    "2028-04-01": { weekdays: ["08:00-16:00"] },
    "2029-04-01": { weekdays: ["10:00-18:00"] },
  };

  /** How often the definition is asked for the hours of dates, and how many periods the timeline has. */
  function askedBy(definition: HoursDefinition): { compiled: number; periods: number } {
    const model = modelOf(definition, []);
    let compiled = 0;
    const source: PeriodSource = (fromMs, toMs) => {
      compiled++;
      return model.source(fromMs, toMs);
    };
    const calendar = new WorkingCalendar({ ...model, source });
    const end = Date.UTC(2031, 0, 1);
    for (let at = FROM; at < end; at += 7_200_000) {
      calendar.timeline.isOpen(at);
      calendar.timeline.add(at, 3_600_000);
      calendar.timeline.between(FROM, at);
    }
    return { compiled, periods: [...calendar.timeline.periods(FROM, end)].length };
  }

  it("is the same with rules: dates are compiled once, and not asked for again", () => {
    const plain = askedBy(desk([]));
    const ruled = askedBy(desk(RULES, { hoursFrom: CHANGES }));
    // Some 17,500 instants, three questions of each.
    expect(ruled.compiled).toBe(plain.compiled);
    expect(ruled.compiled).toBeLessThan(20);
    // A search is as deep as there are periods: rules make no more of them than the days that open.
    expect(ruled.periods).toBeLessThanOrEqual(plain.periods);
    expect(ruled.periods).toBeGreaterThan(900);
  });
});
