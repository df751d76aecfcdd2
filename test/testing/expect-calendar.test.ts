import { describe, expect, it } from "vitest";
import { CoreHoursError, defineCalendar, type HoursDefinition } from "../../src";
import { type CalendarExpectations, expectCalendar, LawError } from "../../src/testing";

const DESK: HoursDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
  rules: [{ title: "Christmas closure", from: "12-29", to: "12-31", hours: [] }],
  exceptions: {
    "2026-12-24": { hours: ["09:00-12:00"], title: "Christmas Eve" },
    "2026-07-15": { hours: ["07:30-13:30"], title: "Stocktaking" },
  },
};
const SPAN = { from: "2026-01-01", to: "2027-12-31" };

/** What the desk is meant to be, claim by claim. */
const CLAIMS: Readonly<Record<string, (desk: CalendarExpectations) => CalendarExpectations>> = {
  closedOn: (desk) => desk.closedOn("2026-12-25", "2026-12-30"),
  hoursOn: (desk) => desk.hoursOn("2026-12-24", ["09:00-12:00"]).hoursOn("2026-12-28", []),
  // From Monday 28 December 2026, a bank holiday, the closure and New Year's Day leave nothing.
  everyWeekOpens: (desk) =>
    desk
      .everyWeekOpens({ min: 0, max: 42, ...SPAN })
      .everyWeekOpens({ min: 24, from: "2026-01-05", to: "2026-12-20" }),
  opensOnlyWithin: (desk) => desk.opensOnlyWithin("07:00-19:00", SPAN),
  noExceptionOutside: (desk) => desk.noExceptionOutside("2026-01-01", "2027-12-31"),
};

const with_ = (more: Partial<HoursDefinition>) => ({ ...DESK, ...more });
const exceptions = (more: HoursDefinition["exceptions"]) =>
  with_({ exceptions: { ...DESK.exceptions, ...more } });

describe("expectCalendar", () => {
  it("says nothing of a calendar that is what it is meant to be, claim after claim", () => {
    let desk = expectCalendar(defineCalendar(DESK));
    for (const claim of Object.values(CLAIMS)) desk = claim(desk);
    expect(desk).toBe(desk.closedOn("2026-12-25"));
  });

  // Slips that are calendars all the same. Each is caught by the one claim.
  it.each<[string, keyof typeof CLAIMS, HoursDefinition, string]>([
    [
      "a closure that ends a day early",
      "closedOn",
      with_({ rules: [{ from: "12-29", to: "12-29", hours: [] }] }),
      "its hours on 2026-12-30 are 09:00-17:00 (week)",
    ],
    [
      "an hour too many on Christmas Eve",
      "hoursOn",
      exceptions({ "2026-12-24": ["09:00-13:00"] }),
      "its hours on 2026-12-24 are 09:00-13:00 (exception)",
    ],
    [
      "a Friday that was lost",
      "everyWeekOpens",
      with_({ hours: { weekdays: ["09:00-17:00"], friday: [], thursday: ["09:00-12:00"] } }),
      // In the week of Easter Monday: Tuesday, Wednesday, and three hours of Thursday.
      "it opens 19 hours in the week from Monday 2026-04-06",
    ],
    [
      "17:30-03:30 for 07:30-13:30",
      "opensOnlyWithin",
      exceptions({ "2026-07-15": { hours: ["17:30-03:30"], title: "Stocktaking" } }),
      'its hours on 2026-07-15 are 17:30-03:30 (exception "Stocktaking")',
    ],
    [
      "2062 for 2026",
      "noExceptionOutside",
      exceptions({ "2062-12-24": [] }),
      "it has exceptions on 2062-12-24",
    ],
  ])("%s is caught by %s alone", (_, name, slip, why) => {
    // The years of a division end before 2062; the exception is a date that is never asked for.
    const calendar = defineCalendar(slip);
    for (const [other, claim] of Object.entries(CLAIMS)) {
      const claimed = () => claim(expectCalendar(calendar));
      if (other !== name) {
        expect(claimed, other).not.toThrow();
        continue;
      }
      expect(claimed).toThrow(LawError);
      expect(claimed).toThrow(why);
      expect(claimed).toThrow('The calendar "desk" breaks a law:');
    }
  });

  it("counts a week too many hours as well as too few", () => {
    const desk = expectCalendar(defineCalendar(DESK));
    expect(() => desk.everyWeekOpens({ max: 39, ...SPAN })).toThrow(
      "every week opens at most 39 hours",
    );
    // Monday 5 January 2026 begins the first whole week.
    expect(() => desk.everyWeekOpens({ max: 39, ...SPAN })).toThrow(
      "it opens 40 hours in the week from Monday 2026-01-05",
    );
  });

  it("goes through the whole coverage if it is not told which dates", () => {
    const list = { dates: ["2026-12-25"], from: "2026-01-01", to: "2026-12-31" };
    const year = defineCalendar(with_({ bankHolidays: list, rules: [] }));
    expectCalendar(year).everyWeekOpens({ min: 27, max: 40 }).opensOnlyWithin("07:30-17:00");
    expect(() => expectCalendar(year).opensOnlyWithin("08:00-17:00")).toThrow("2026-07-15");
    // In the week of Christmas Eve, Thursday has 3 hours and Friday none.
    expect(() => expectCalendar(year).everyWeekOpens({ min: 28 })).toThrow("2026-12-21");
  });

  it("takes hours in any order, and nights", () => {
    const shift = defineCalendar({
      timeZone: "UTC",
      hours: { daily: ["22:00-06:00", "08:00-10:00"] },
    });
    expectCalendar(shift)
      .hoursOn("2026-01-01", ["22:00-06:00", "08:00-10:00"])
      .opensOnlyWithin("08:00-07:00", SPAN)
      .everyWeekOpens({ min: 70, max: 70, ...SPAN });
  });

  it("looks at every part of a calendar that is made of others", () => {
    const glasgow = defineCalendar({
      id: "glasgow",
      timeZone: "Europe/Belfast",
      hours: { sunday: ["10:00-12:00"] },
      // 25 December 2026 is a Friday, and the second date is listed twice.
      bankHolidays: ["yr-alban", "2026-12-25", "2026-12-20", "2026-12-20"],
      bankHolidayHours: ["10:00-11:00"],
      rules: [{ on: { weekday: "sunday", every: 2, from: "2072-01-03" }, hours: ["10:00-11:00"] }],
    });
    const both = expectCalendar(defineCalendar(DESK).union(glasgow));
    both.hasBankHolidays("scotland", "england-and-wales");
    expect(() => both.hasBankHolidays("england-and-wales")).toThrow(
      "it names england-and-wales, scotland",
    );
    expect(() => both.hasTimeZone("Europe/London")).toThrow(
      "it is in Europe/London, Europe/Belfast",
    );
    expect(() => both.noDateOutside("2026-01-01", "2027-12-31")).toThrow(
      "it has 2072-01-03 (rules[0])",
    );
    // Christmas Day is one of Scotland's own.
    expect(() => both.everyDateChangesHours()).toThrow(
      "these change nothing: 2026-12-25 (bankHolidays), 2026-12-20 (bankHolidays, twice)",
    );
  });

  it("counts a date as one bank holiday of its year, with hours or without", () => {
    const desk = expectCalendar(defineCalendar({ ...DESK, bankHolidayHours: ["10:00-11:00"] }));
    // England and Wales have eight in a year without a royal event.
    desk.everyYearHasBankHolidays({ min: 8, max: 8, from: "2024-01-01", to: "2027-12-31" });
    expect(() => desk.everyYearHasBankHolidays({ max: 8, from: "2022-01-01" })).toThrow(
      // The Platinum Jubilee and the funeral of Queen Elizabeth II.
      /2022 has 10: .*2022-06-03.*2022-09-19/,
    );
  });

  it("finds the exceptions of calendars within others", () => {
    const night = defineCalendar({ ...exceptions({ "2062-12-24": [] }), id: "night" });
    const both = defineCalendar(DESK).union(night);
    const claimed = () => expectCalendar(both).noExceptionOutside("2026-01-01", "2027-12-31");
    expect(claimed).toThrow("it has exceptions on 2062-12-24");
  });
});

describe("a claim that says nothing is refused", () => {
  const desk = expectCalendar(defineCalendar(DESK));
  const call = (name: string, ...given: readonly unknown[]) => {
    // As JavaScript may call it.
    const claim = Reflect.get(desk, name) as (...given: readonly unknown[]) => unknown;
    return claim(...given);
  };

  it.each<[string, readonly unknown[], string]>([
    ["closedOn", [], "expected at least one"],
    ["closedOn", ["2026-02-30"], "2026-02-30"],
    ["closedOn", ["2062-12-24"], "2062-12-24"],
    ["hoursOn", ["2026-12-24", "09:00-12:00"], "expected a list of periods"],
    [
      "hoursOn",
      ["2026-12-24", ["9-12"]],
      '"9-12" given to a claim about a calendar; expected a period',
    ],
    ["everyWeekOpens", [{}], "expected hours as { min: 35, max: 45 }"],
    ["everyWeekOpens", [undefined], "expected hours"],
    ["everyWeekOpens", [{ min: 45, max: 35 }], "the smaller first"],
    ["everyWeekOpens", [{ min: Number.NaN }], "expected hours"],
    ["everyWeekOpens", [{ minimum: 35 }], '"minimum" is not an option of everyWeekOpens'],
    ["everyWeekOpens", [{ min: 1, from: "2026-01-06", to: "2026-01-12" }], "No week from Monday"],
    [
      "everyWeekOpens",
      [{ min: 1, from: "2027-01-01", to: "2026-01-01" }],
      "the earlier date first",
    ],
    ["opensOnlyWithin", ["07:00"], "expected a period"],
    ["opensOnlyWithin", ["07:00-19:00", { from: "yesterday" }], "is not a date that exists"],
    ["noExceptionOutside", ["2026-01-01"], "is not a date that exists"],
    ["noExceptionOutside", ["2027-01-01", "2026-01-01"], "the earlier date first"],
    ["noDateOutside", ["2026-01-01"], "is not a date that exists"],
    ["noDateOutside", ["2027-01-01", "2026-01-01"], "the earlier date first"],
    ["hoursInWeekOf", ["2026-11-02", {}], 'expected hours as { weekdays: ["09:00-17:00"] }'],
    ["hoursInWeekOf", ["2026-11-02"], 'expected hours as { weekdays: ["09:00-17:00"] }'],
    ["hoursInWeekOf", ["2026-11-02", { weekday: [] }], '"weekday" is not an option'],
    ["hoursInWeekOf", ["2026-11-31", { daily: [] }], "is not a date that exists"],
    ["hasTimeZone", ["BST"], '"BST" given to a claim about a calendar; expected a zone such as'],
    ["hasTimeZone", [], "expected a zone such as"],
    ["hasBankHolidays", [""], "expected a division such as"],
    ["everyYearHasBankHolidays", [{}], "expected numbers of dates as { min: 8, max: 10 }"],
    [
      "everyYearHasBankHolidays",
      [{ min: 1, from: "2026-01-02", to: "2027-12-30" }],
      "No whole year lies between the dates.",
    ],
  ])("%s(%j)", (name, given, message) => {
    expect(() => call(name, ...given)).toThrow(CoreHoursError);
    expect(() => call(name, ...given)).toThrow(message);
  });

  it("and so is what is not a calendar", () => {
    const expectLoosely = expectCalendar as (calendar: unknown) => unknown;
    expect(() => expectLoosely(DESK)).toThrow("given to expectCalendar; expected a calendar");
  });
});
