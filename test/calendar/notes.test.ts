import { describe, expect, it } from "vitest";
import { defineCalendar, type HoursDefinition } from "../../src";

const WEEKEND = /opens on weekends and does not say "bankHolidaysOnWeekends"/;

const notesOf = (more: Partial<HoursDefinition>) =>
  defineCalendar({
    id: "desk",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    ...more,
  }).notes;

describe("notes", () => {
  const SATURDAYS = { weekdays: ["09:00-17:00"], saturday: ["09:00-12:00"] };

  it.each<[string, Partial<HoursDefinition>]>([
    ["of the week", { hours: SATURDAYS }],
    ["of every day", { hours: { daily: ["09:00-17:00"] } }],
    ["from a date on", { hoursFrom: { "2027-04-01": SATURDAYS } }],
    ["of a rule with a week", { rules: [{ from: "07-01", to: "07-31", hours: SATURDAYS }] }],
    [
      "of a rule that opens",
      { rules: [{ on: { weekday: "sunday", nth: 1 }, hours: ["09:00-12:00"], opens: true }] },
    ],
    [
      "of a rule that opens Saturdays",
      { rules: [{ on: { weekday: "saturday", nth: 1 }, hours: ["09:00-12:00"], opens: true }] },
    ],
    [
      "of a rule that opens one day of the year",
      { rules: [{ on: "12-26", hours: ["09:00-12:00"], opens: true }] },
    ],
    [
      "of a rule that opens days of the year",
      { rules: [{ from: "12-20", to: "12-31", hours: ["09:00-12:00"], opens: true }] },
    ],
  ])("mention weekend hours %s beside a division", (_, more) => {
    expect(notesOf({ bankHolidays: "scotland", ...more })).toEqual([
      expect.stringMatching(WEEKEND),
    ]);
    expect(notesOf({ bankHolidays: ["scotland", "2027-06-01"], ...more })).toHaveLength(1);
    for (const bankHolidaysOnWeekends of ["open", "closed"] as const) {
      expect(notesOf({ bankHolidays: "scotland", bankHolidaysOnWeekends, ...more })).toEqual([]);
    }
    // A custom list has every day that its author wants.
    expect(notesOf({ bankHolidays: ["2027-06-01"], ...more })).toEqual([]);
    expect(notesOf(more)).toEqual([]);
  });

  it("are empty for a desk that is closed at weekends", () => {
    expect(notesOf({ bankHolidays: "scotland" })).toEqual([]);
    const closing: Partial<HoursDefinition> = {
      rules: [{ on: { weekday: "sunday", nth: 1 }, hours: [], opens: true }],
    };
    expect(notesOf({ bankHolidays: "scotland", ...closing })).toEqual([]);
    // Days on which the week is open, and Mondays, are not days of a weekend.
    for (const on of ["day-before-bank-holiday", { weekday: "monday", nth: 1 }] as const) {
      const rules = [{ on, hours: ["09:00-12:00"], opens: true }];
      expect(notesOf({ bankHolidays: "scotland", rules })).toEqual([]);
    }
  });

  it("mention a rule on days that the week leaves closed and the rule does not open", () => {
    const saturday = { weekday: "saturday", nth: 1 } as const;
    const rule = { on: saturday, hours: ["09:00-12:00"] };
    expect(notesOf({ rules: [rule, { ...rule, title: "Late opening" }] })).toEqual([
      'rules[0] changes nothing: the week leaves each saturday closed, and the rule does not say "opens": true.',
      'The rule "Late opening" changes nothing: the week leaves each saturday closed, and the rule does not say "opens": true.',
    ]);
    const fortnightly = {
      ...rule,
      on: { weekday: "saturday", every: 2, from: "2027-01-09" } as const,
    };
    expect(notesOf({ rules: [fortnightly] })).toHaveLength(1);
    // What opens, closes, or has an open Saturday somewhere changes something.
    expect(notesOf({ rules: [{ ...rule, opens: true }] })).toEqual([]);
    expect(notesOf({ rules: [{ ...rule, hours: [] }] })).toEqual([]);
    expect(notesOf({ rules: [{ ...rule, on: { weekday: "monday", nth: 1 } }] })).toEqual([]);
    expect(notesOf({ rules: [rule], hours: SATURDAYS })).toEqual([]);
    expect(notesOf({ rules: [rule], hoursFrom: { "2027-04-01": SATURDAYS } })).toEqual([]);
    const summer = { from: "07-01", to: "07-31", hours: SATURDAYS };
    expect(notesOf({ rules: [summer, rule] })).toEqual([]);
  });

  it("mention keys that change nothing without bank holidays", () => {
    expect(notesOf({ bankHolidayHours: ["10:00-12:00"] })).toEqual([
      expect.stringContaining('"bankHolidayHours" changes nothing'),
    ]);
    expect(notesOf({ rules: [{ on: "day-before-bank-holiday", hours: ["10:00-12:00"] }] })).toEqual(
      [expect.stringContaining('"day-before-bank-holiday" changes nothing')],
    );
  });

  it("of a combined calendar are those of its parts, each once", () => {
    const weekend = defineCalendar({
      id: "a",
      timeZone: "Europe/London",
      hours: { daily: ["09:00-17:00"] },
      bankHolidays: "scotland",
    });
    expect(weekend.union(weekend).notes).toEqual(weekend.notes);
    expect(weekend.notes).toHaveLength(1);
    expect(Object.isFrozen(weekend.notes)).toBe(true);
  });
});
