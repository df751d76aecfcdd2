import { describe, expect, it } from "vitest";
import { linesOf } from "../../reference/definition-lines";

const rule = (more: object) => linesOf({ rules: [{ on: "12-24", hours: [], ...more }] });
const on = (value: unknown) => linesOf({ rules: [{ on: value, hours: [] }] });

describe("an invalid rule", () => {
  it.each<[string, readonly string[], string]>([
    [
      "has no dates",
      linesOf({ rules: [{ hours: [] }] }),
      'rules[0]: {"hours":[]} given; expected either "on", or "from" and "to"',
    ],
    [
      "has both kinds of dates",
      rule({ from: "12-24", to: "12-26" }),
      'expected either "on", or "from" and "to"',
    ],
    [
      "has no end",
      linesOf({ rules: [{ from: "12-24", hours: [] }] }),
      'rules[0].to: missing; expected a day such as "01-01"',
    ],
    [
      "has no start",
      linesOf({ rules: [{ to: "12-24", hours: [] }] }),
      'rules[0].from: missing; expected a day such as "12-25"',
    ],
    [
      "has no hours",
      linesOf({ rules: [{ on: "12-24" }] }),
      "rules[0].hours: missing; expected a list of periods or the hours of a week",
    ],
    [
      "is on a day that does not exist",
      on("02-30"),
      'rules[0].on: "02-30" given; expected a day of the year that exists, as "12-24", or "day-before-bank-holiday"',
    ],
    [
      "is on a date",
      on("2026-12-24"),
      'rules[0].on: "2026-12-24" given; expected a day of each year, as "12-24"; one date alone is an exception',
    ],
    [
      "begins on a date",
      linesOf({ rules: [{ from: "2026-12-25", to: "01-01", hours: [] }] }),
      'rules[0].from: "2026-12-25" given; expected a day of each year, as "12-25"; one date alone is an exception, and "since" and "until" bound a rule',
    ],
    ["is on a number", on(1224), "rules[0].on: 1224 given; expected a day of the year"],
    ["has a weekday alone", on({ weekday: "monday" }), 'expected either "nth" or "every"'],
    [
      "is on a zeroth Monday",
      on({ weekday: "monday", nth: 0 }),
      "rules[0].on.nth: 0 given; expected 1 for the first or -1 for the last, not 0",
    ],
    [
      "is on a sixth Monday",
      on({ weekday: "monday", nth: 6 }),
      "rules[0].on.nth: 6 given; expected a number from -5 to 5",
    ],
    [
      "is on no Monday",
      on({ weekday: "monday", nth: [] }),
      "rules[0].on.nth: [] given; expected at least one number",
    ],
    [
      "is in a 13th month",
      on({ weekday: "monday", nth: 1, months: [13] }),
      "rules[0].on.months[0]: 13 given; expected a month from 1 to 12",
    ],
    [
      "comes every so many weeks from nowhere",
      on({ weekday: "monday", every: 2 }),
      'rules[0].on.from: missing; expected the first of them, as "2027-01-09"',
    ],
    [
      "comes every so many weeks in some months",
      on({ weekday: "saturday", every: 2, from: "2027-01-09", months: [1] }),
      'rules[0].on.months: [1] given; expected no months with "every"',
    ],
    [
      "begins on another weekday",
      on({ weekday: "monday", every: 2, from: "2027-01-09" }),
      'rules[0].on.from: "2027-01-09" given; it is a saturday, and the rule is for each monday',
    ],
    [
      "has a first date beside nth",
      on({ weekday: "monday", nth: 1, from: "2027-01-04" }),
      'rules[0].on.from: "2027-01-04" given; expected no first date with "nth"; the rule itself has "since"',
    ],
    [
      "ends before it begins",
      rule({ since: "2027-01-02", until: "2027-01-01" }),
      'rules[0].until: "2027-01-01" given; expected a date that is not before "since"',
    ],
    [
      "has a misspelt key",
      rule({ open: true }),
      'rules[0].open: unknown key; did you mean "opens"?',
    ],
    [
      "opens by a word",
      rule({ opens: "yes" }),
      'rules[0].opens: "yes" given; expected true or false',
    ],
    [
      "has periods that overlap",
      rule({ hours: ["09:00-12:00", "11:00-13:00"] }),
      'rules[0].hours: ["09:00-12:00","11:00-13:00"] given; expected periods that do not overlap',
    ],
    [
      "has a week with a bad day",
      rule({ hours: { monday: ["9-17"] } }),
      'rules[0].hours.monday[0]: "9-17" given; expected a period "HH:MM-HH:MM"',
    ],
  ])("%s", (_, lines, expected) => {
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });

  it("is refused if there are more than 200", () => {
    const rules = Array.from({ length: 201 }, () => ({ on: "12-24", hours: [] }));
    expect(linesOf({ rules })[0]).toContain("expected at most 200 rules");
    expect(linesOf({ rules: rules.slice(1) })).toEqual([]);
  });
});

describe("hours that change, and bank holidays, that are invalid", () => {
  it.each<[string, object, string]>([
    ["a day that does not exist", { hoursFrom: { "2027-02-29": {} } }, 'hoursFrom["2027-02-29"]: '],
    [
      "a misspelt day",
      { hoursFrom: { "2027-04-01": { saterday: [] } } },
      'hoursFrom["2027-04-01"].saterday: unknown key; did you mean "saturday"?',
    ],
    ["a list", { hoursFrom: [] }, "hoursFrom: [] given; expected weeks by date"],
    [
      "a word for weekends",
      { bankHolidaysOnWeekends: "shut" },
      'bankHolidaysOnWeekends: "shut" given; expected "open" or "closed"',
    ],
    [
      "hours as text",
      { bankHolidayHours: "10:00-14:00" },
      'bankHolidayHours: "10:00-14:00" given; expected a list of periods',
    ],
    [
      "a division that is unknown in a list",
      { bankHolidays: ["wales", "2027-06-01"] },
      'bankHolidays[0]: "wales" given; expected england-and-wales',
    ],
    [
      "a date that does not exist beside a division",
      { bankHolidays: ["scotland", "2027-02-29"] },
      'bankHolidays[1]: "2027-02-29" given; expected a date that exists',
    ],
    [
      "a list that ends before it begins",
      { bankHolidays: { dates: [], from: "2027-02-01", to: "2027-01-01" } },
      'bankHolidays.to: "2027-01-01" given; expected a date that is not before "from"',
    ],
    [
      "a list with a date outside it",
      { bankHolidays: { dates: ["2028-01-01"], to: "2027-12-31" } },
      'bankHolidays.dates[0]: "2028-01-01" given; expected a date within "from" and "to"',
    ],
    [
      "a list with a division in place of a date",
      { bankHolidays: { dates: ["scotland"], from: "2027-01-01", to: "2027-12-31" } },
      'bankHolidays.dates[0]: "scotland" given; expected a date that exists',
    ],
    [
      "exceptions as a list",
      { exceptions: ["2027-12-24"] },
      'exceptions: ["2027-12-24"] given; expected hours by date, such as { "2026-12-24"',
    ],
    [
      "a list of nothing for no years",
      { bankHolidays: { dates: [], from: "2027-01-01" } },
      'expected some dates, or both "from" and "to"',
    ],
  ])("%s", (_, more, expected) => {
    const lines = linesOf(more);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });
});
