import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  DefinitionError,
  defineCalendar,
  type HoursDefinition,
  type WorkingCalendar,
} from "../../src";
import {
  calendarFromOpeningHours,
  calendarFromSchemaOrg,
  toOpeningHours,
  toSchemaOrg,
} from "../../src/interchange";
import { anyCalendarDefinition } from "../../src/testing";
import { RUNS } from "../reference/judge";

const DAY = 86_400_000;

/** Some dates of all kinds: those that a definition names with those next to them, and two weeks. */
function datesOf({
  bankHolidays,
  exceptions = {},
  hoursFrom = {},
}: HoursDefinition): readonly string[] {
  const list = Array.isArray(bankHolidays) ? bankHolidays : [];
  const dates = list.flatMap((item) => (typeof item === "string" ? item : (item.date ?? [])));
  const own = dates.filter((date) => /^\d/.test(date));
  const said = [...own, ...Object.keys({ ...exceptions, ...hoursFrom })];
  const middles = (said.length > 0 ? said : ["2026-12-25", "2026-05-04"]).map((date) =>
    Date.parse(date),
  );
  const first = middles[0] ?? Date.UTC(2026, 0, 1);
  const fortnight = Array.from({ length: 14 }, (_, i) => first + i * DAY);
  const year = Array.from({ length: 53 }, (_, i) => first + i * 7 * DAY);
  const near = middles.flatMap((ms) => [ms - DAY, ms, ms + DAY]);
  // Weekends of fixed days: Saturday and Sunday, before and after the present.
  const fixed = ["2021-12-25", "2021-12-26", "2022-01-01", "2027-12-25", "2028-01-02"];
  const all = [...fortnight, ...year, ...near].map((ms) => new Date(ms).toISOString().slice(0, 10));
  return [...all, ...fixed];
}

/** Expects the same hours on dates, wherever the first calendar has any. */
function expectSame(one: WorkingCalendar, other: WorkingCalendar, dates: readonly string[]) {
  const { from, to } = one.coverage;
  for (const date of dates.filter((each) => from <= each && each <= to)) {
    expect(other.hoursOn(date), date).toEqual(one.hoursOn(date));
  }
}

function optionsOf({ timeZone, bankHolidays }: HoursDefinition) {
  return { id: "again", timeZone, ...(bankHolidays === undefined ? {} : { bankHolidays }) };
}

/** What a definition is written as; undefined if it cannot be said. */
function written<T>(write: (definition: CalendarDefinition) => T, definition: HoursDefinition) {
  try {
    return write(definition);
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

const runsOverNight = ({ hours, exceptions = {} }: HoursDefinition) =>
  [...Object.values(hours), ...Object.values(exceptions)]
    .flatMap((list) => ("hours" in list ? list.hours : list))
    .some((period) => period.slice(6) < period.slice(0, 5));

/** Whether its hours change or come again, which one week and single dates do not say. */
const changes = ({ hoursFrom, rules, bankHolidayHours = [] }: HoursDefinition) =>
  hoursFrom !== undefined || rules !== undefined || bankHolidayHours.length > 0;

describe("a calendar written as opening hours and read again", () => {
  it("is the same calendar, by way of OpenStreetMap", () => {
    const count = { written: 0, refused: 0 };
    const property = fc.property(anyCalendarDefinition(), (definition) => {
      const text = written(toOpeningHours, definition);
      if (text === undefined) {
        expect(runsOverNight(definition) || changes(definition)).toBe(true);
        count.refused++;
        return;
      }
      count.written++;
      const again = calendarFromOpeningHours(text, optionsOf(definition));
      expectSame(defineCalendar(definition), defineCalendar(again), datesOf(definition));
    });
    fc.assert(property, { numRuns: Math.max(60, RUNS) });
    expect(Math.min(count.written, count.refused)).toBeGreaterThan(10);
  });

  it("is the same calendar, by way of schema.org", () => {
    const property = fc.property(anyCalendarDefinition(), (definition) => {
      const hours = written(toSchemaOrg, definition);
      if (hours === undefined) return;
      const again = calendarFromSchemaOrg(JSON.parse(JSON.stringify(hours)), optionsOf(definition));
      expectSame(defineCalendar(definition), defineCalendar(again), datesOf(definition));
    });
    fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  });
});
