import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar, type HoursDefinition } from "../../src";
import { calendarFromOpeningHours, toOpeningHours } from "../../src/interchange";
import { anyCalendarDefinition } from "../../src/testing";
import { RUNS } from "../reference/judge";
import { evaluated } from "./opening-hours-package";

/** The open periods of a definition in a year of UTC. */
function opened(definition: HoursDefinition, fromMs: number, toMs: number) {
  const calendar = defineCalendar(definition);
  return [...calendar.timeline.periods(fromMs, toMs)].map(({ openMs, closeMs }) => [
    openMs,
    closeMs,
  ]);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

const two = (n: number) => String(n).padStart(2, "0");
const time = (halfHours: number) =>
  `${two(Math.floor(halfHours / 2))}:${halfHours % 2 ? 30 : "00"}`;

const times = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 4 })
  .map((marks) => {
    const [a = 0, b = 1, c, d] = [...marks].sort((x, y) => x - y);
    const first = `${time(a)}-${time(b)}`;
    return c === undefined || d === undefined ? first : `${first},${time(c)}-${time(d)}`;
  });

const day = fc
  .record({ month: fc.nat({ max: 11 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((each) => `${MONTHS[each.month]} ${two(each.day)}`);
const month = fc.constantFrom(...MONTHS);

/** Parts of each year: days, ranges of them perhaps over the new year, months. */
const yearly = fc.oneof(
  day,
  fc.tuple(day, day).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
  month,
  fc.uniqueArray(month, { minLength: 2, maxLength: 2 }).map((months) => months.join("-")),
  fc.uniqueArray(month, { minLength: 2, maxLength: 3 }).map((months) => months.join(",")),
);

const weekdays = fc
  .subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })
  .map((days) => days.map((each) => DAYS[each]).join(","));
const nth = fc
  .record({
    weekday: fc.constantFrom(...DAYS),
    places: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, -1, -2), { minLength: 1, maxLength: 2 }),
  })
  .map(({ weekday, places }) => `${weekday}[${places.join(",")}]`);

/** One rule that opens or closes, on some days of the week, of the year or of the month. */
const rule = fc
  .record({
    yearly: fc.option(yearly, { nil: undefined }),
    days: fc.oneof({ weight: 3, arbitrary: weekdays }, nth),
    times,
    isOff: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ yearly, days, times, isOff }) =>
    [yearly, days, isOff ? "off" : times].filter((part) => part !== undefined).join(" "),
  );

const value = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    holidays: fc.constantFrom(undefined, "PH off", "PH 10:00-14:00"),
  })
  .map(({ rules, holidays }) => [...rules, holidays].filter(Boolean).join("; "));

/** 2027 and a leap year, within which the package knows the holidays of England. */
const YEARS = [2027, 2028];
const options = { id: "read", timeZone: "UTC", bankHolidays: "england-and-wales" };
const runs = { numRuns: Math.max(60, RUNS) };

describe("an opening_hours value", () => {
  it("is read as the package opening_hours evaluates it, or is refused", () => {
    let taken = 0;
    const property = fc.property(value, fc.constantFrom(...YEARS), (text, year) => {
      let definition: HoursDefinition;
      try {
        definition = calendarFromOpeningHours(text, options);
      } catch (error) {
        if (error instanceof DefinitionError) {
          expect(error.message).toMatch(
            /depend on (both a part|which dates)|this range is the whole year/,
          );
          return;
        }
        throw error;
      }
      // The package takes at most one nth weekday in a month.
      if (/[A-Z][a-z]{2} .*\[-?\d,/.test(text)) return;
      taken++;
      const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
      expect(opened(definition, from, to), text).toEqual(evaluated(text, from, to));
    });
    fc.assert(property, runs);
    expect(taken).toBeGreaterThan(runs.numRuns / 2);
  });

  it.each([
    ["Mon–Fri 8:00–18:00", "Mo-Fr 08:00-18:00"],
    ["Monday to Friday 9am to 5pm", "Mo-Fr 09:00-17:00"],
    ["mo-fr 9am-5pm", "Mo-Fr 09:00-17:00"],
    ["Mo-Fr 8.30-18.00", "Mo-Fr 08:30-18:00"],
    ["Mo-Fr 9 a.m.-12.30 p.m.", "Mo-Fr 09:00-12:30"],
    ["Tues, Thurs 12 pm - 1 pm", "Tu,Th 12:00-13:00"],
    ["Sat and Sun 12am-1am", "Sa,Su 00:00-01:00"],
    ["July-August Mo-Fr 08:00-14:00", "Jul-Aug Mo-Fr 08:00-14:00"],
    ["daily 10:00-16:00", "Mo-Su 10:00-16:00"],
    ["weekdays 8h-18h", "Mo-Fr 08:00-18:00"],
  ])("spelt %s has one meaning, which is %s", (loose, strict) => {
    expect(calendarFromOpeningHours(loose, options)).toEqual(
      calendarFromOpeningHours(strict, options),
    );
  });

  it.each([
    "Mon–Fri 8:00–18:00",
    "Monday to Friday 9am to 5pm",
    "mo-fr 9am-5pm",
    "Mo-Fr 8.30-18.00",
  ])("spelt %s is read by the package alike", (loose) => {
    const [from, to] = [Date.UTC(2027, 6, 1), Date.UTC(2027, 8, 1)];
    expect(opened(calendarFromOpeningHours(loose, options), from, to)).toEqual(
      evaluated(loose, from, to),
    );
  });
});

describe("a calendar written as an opening_hours value", () => {
  it("is open when the package opening_hours says, or is refused", () => {
    let written = 0;
    const property = fc.property(
      anyCalendarDefinition(),
      fc.constantFrom(...YEARS),
      (any, year) => {
        const { bankHolidays: _, bankHolidayHours: __, bankHolidaysOnWeekends: ___, ...rest } = any;
        const definition = { ...rest, timeZone: "UTC" };
        let text: string;
        try {
          text = toOpeningHours(definition);
        } catch (error) {
          if (error instanceof DefinitionError) return;
          throw error;
        }
        written++;
        const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
        expect(opened(definition, from, to), text).toEqual(evaluated(text, from, to));
      },
    );
    // Each is written in up to two ways, and each of them read again.
    fc.assert(property, { numRuns: Math.max(30, RUNS) });
    expect(written).toBeGreaterThan(5);
  });

  it.each<[Partial<HoursDefinition>, string]>([
    [
      { rules: [{ title: "Christmas closure", from: "12-25", to: "01-01", hours: [] }] },
      "Mo-Fr 09:00-17:00; Dec 25-Jan 01 off",
    ],
    [
      { rules: [{ from: "07-01", to: "08-31", hours: { weekdays: ["08:00-14:00"] } }] },
      "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 08:00-14:00",
    ],
    [
      { rules: [{ on: { weekday: "wednesday", nth: [1, -1] }, hours: ["13:00-17:00"] }] },
      "Mo-Fr 09:00-17:00; We[1] 13:00-17:00; We[-1] 13:00-17:00",
    ],
    [
      { bankHolidays: "england-and-wales", bankHolidayHours: ["10:00-14:00"] },
      "Mo-Fr 09:00-17:00; PH 10:00-14:00; Jan 01 Sa,Su off; Dec 25 Sa,Su off; Dec 26 Sa,Su off",
    ],
    [
      { hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"] } } },
      "Mo-Fr 09:00-17:00; 2027 Apr 01-2200 Dec 31 Mo-Fr 08:00-18:00",
    ],
    [
      {
        hours: { daily: ["09:00-17:00"] },
        bankHolidays: "england-and-wales",
        bankHolidaysOnWeekends: "open",
      },
      "Mo-Su 09:00-17:00; PH off; Jan 01 Sa,Su 09:00-17:00; Dec 25 Sa,Su 09:00-17:00; Dec 26 Sa,Su 09:00-17:00",
    ],
  ])("says %j", (more, text) => {
    const definition: HoursDefinition = {
      timeZone: "UTC",
      hours: { weekdays: ["09:00-17:00"] },
      ...more,
    };
    expect(toOpeningHours(definition)).toBe(text);
    const [from, to] = [Date.UTC(2027, 0, 1), Date.UTC(2029, 0, 1)];
    expect(evaluated(text, from, to)).toEqual(opened(definition, from, to));
  });
});
