import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar, defineSla } from "../../src";
import { validator } from "./schemas";

const calendar = { timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } };
const target = { allowance: { hours: 8, calendar: "core" }, runs: ["open"], stops: ["done"] };
const policy = { id: "desk", calendars: { core: calendar }, targets: { fix: target } };
const withTarget = (change: object) => ({ ...policy, targets: { fix: { ...target, ...change } } });

/** Bad definitions, and where the schema finds the fault. */
const CALENDARS: readonly (readonly [string, unknown, string])[] = [
  ["an unknown key", { ...calendar, hour: {} }, ""],
  ["an unknown day", { ...calendar, hours: { mon: [] } }, "/hours"],
  ["no zone", { hours: {} }, ""],
  ["no hours", { timeZone: "UTC" }, ""],
  ["an offset for a zone", { ...calendar, timeZone: "+01:00" }, "/timeZone"],
  ["25:00", { ...calendar, hours: { daily: ["08:00-25:00"] } }, "/hours/daily/0"],
  ["24:00 for a start", { ...calendar, hours: { daily: ["24:00-08:00"] } }, "/hours/daily/0"],
  ["seconds", { ...calendar, hours: { daily: ["08:00:00-18:00:00"] } }, "/hours/daily/0"],
  ["one period not in a list", { ...calendar, hours: { daily: "08:00-18:00" } }, "/hours/daily"],
  ["25 periods", { ...calendar, hours: { daily: Array(25).fill("08:00-09:00") } }, "/hours/daily"],
  ["a date that does not exist", { ...calendar, exceptions: { "2026-02-29": [] } }, "/exceptions"],
  ["a date of another form", { ...calendar, exceptions: { "24/12/2026": [] } }, "/exceptions"],
  ["an exception without hours", { ...calendar, exceptions: { "2026-12-24": {} } }, "/exceptions"],
  [
    "a holiday on a date that does not exist",
    { ...calendar, bankHolidays: ["2026-02-29"] },
    "/bankHolidays",
  ],
  ["a list that has no dates", { ...calendar, bankHolidays: { from: "2026-01-01" } }, "/bankHol"],
  ["hours from a day", { ...calendar, hoursFrom: { "04-01": {} } }, "/hoursFrom"],
  [
    "hours from a date that are not a week",
    { ...calendar, hoursFrom: { "2027-04-01": [] } },
    "/hours",
  ],
  ["a word for weekends", { ...calendar, bankHolidaysOnWeekends: "shut" }, "/bankHolidaysOn"],
  ["hours of bank holidays as text", { ...calendar, bankHolidayHours: "closed" }, "/bankHolidayH"],
  ["a rule without hours", { ...calendar, rules: [{ on: "12-24" }] }, "/rules/0"],
  ["a rule without dates", { ...calendar, rules: [{ hours: [] }] }, "/rules/0"],
  ["a rule from a day on", { ...calendar, rules: [{ from: "12-24", hours: [] }] }, "/rules/0"],
  ["a rule on a date", { ...calendar, rules: [{ on: "2026-12-24", hours: [] }] }, "/rules/0/on"],
  ["a rule on a 13th month", { ...calendar, rules: [{ on: "13-01", hours: [] }] }, "/rules/0/on"],
  [
    "a rule on a sixth Monday",
    { ...calendar, rules: [{ on: { weekday: "monday", nth: 6 }, hours: [] }] },
    "/rules/0/on",
  ],
  [
    "a rule on a day that is not of the week",
    { ...calendar, rules: [{ on: { weekday: "weekend", nth: 1 }, hours: [] }] },
    "/rules/0/on",
  ],
  [
    "an unknown key of a rule",
    { ...calendar, rules: [{ on: "12-24", hours: [], open: true }] },
    "/rules/0",
  ],
  ["a holiday's unknown key", { ...calendar, bankHolidays: [{ day: 1 }] }, "/bankHolidays"],
  ["an empty id", { ...calendar, id: "" }, "/id"],
  ["two combinations", { union: [calendar, calendar], except: [calendar, calendar] }, ""],
  ["a combination of one", { union: [calendar] }, "/union"],
  ["a part that is wrong", { union: [calendar, { ...calendar, hours: [] }] }, "/union/1/hours"],
  ["a combination with hours", { union: [calendar, calendar], hours: {} }, ""],
  ["a list", [], ""],
  ["nothing", null, ""],
];

const POLICIES: readonly (readonly [string, unknown, string])[] = [
  ["an unknown key", { ...policy, target: {} }, ""],
  ["no id", { targets: policy.targets }, ""],
  ["a name with a space", { ...policy, targets: { "a fix": target } }, "/targets"],
  ["a calendar that is wrong", { ...policy, calendars: { core: { hours: {} } } }, "/calendars"],
  ["a calendar that is not shipped", { ...policy, calendars: { core: "nhs" } }, "/calendars"],
  ["no state that runs", withTarget({ runs: [] }), "/targets/fix/runs"],
  ["a warning above 1", withTarget({ warnAt: [75] }), "/targets/fix/warnAt/0"],
  ["an unknown choice", withTarget({ tie: "open" }), "/targets/fix/tie"],
  ["no amount", withTarget({ allowance: {} }), "/targets/fix/allowance"],
  ["hours of no calendar", withTarget({ allowance: { hours: 8 } }), "/targets/fix/allowance"],
  ["two units", withTarget({ allowance: { weeks: 1, months: 1 } }), "/targets/fix/allowance"],
  [
    "half a working day",
    withTarget({ allowance: { workingDays: 0.5, calendar: "core" } }),
    "/targets/fix/allowance/workingDays",
  ],
  [
    "a severity that is wrong",
    withTarget({ allowance: { "1": { hours: -1, calendar: "core" } } }),
    "/targets/fix/allowance/1/hours",
  ],
  ["a window of no way", { ...policy, windows: { w: { anyOf: [] } } }, "/windows/w/anyOf"],
];

describe("what the schema of calendars refuses, defineCalendar refuses", () => {
  const problems = validator("calendar");

  it.each(CALENDARS)("%s", (_, definition, where) => {
    expect(problems(definition).some((problem) => problem.startsWith(where))).toBe(true);
    expect(() => defineCalendar(JSON.parse(JSON.stringify(definition)))).toThrow(DefinitionError);
  });
});

describe("what the schema of policies refuses, defineSla refuses", () => {
  const problems = validator("policy");

  it("and takes the valid original", () => {
    expect(problems(policy)).toEqual([]);
    expect(defineSla(policy).id).toBe("desk");
  });

  it.each(POLICIES)("%s", (_, definition, where) => {
    expect(problems(definition).some((problem) => problem.startsWith(where))).toBe(true);
    expect(() => defineSla(JSON.parse(JSON.stringify(definition)))).toThrow(DefinitionError);
  });
});

describe("what only the library can refuse", () => {
  const problems = validator("calendar");

  it.each([
    ["periods that overlap", { ...calendar, hours: { daily: ["08:00-12:00", "11:00-13:00"] } }],
    ["a period of no length", { ...calendar, hours: { daily: ["08:00-08:00"] } }],
    ["an unknown zone", { ...calendar, timeZone: "Europe/Lodnon" }],
    ["a division that nobody gave", { ...calendar, bankHolidays: "jersey" }],
  ])("%s", (_, definition) => {
    expect(problems(definition)).toEqual([]);
    expect(() => defineCalendar(definition)).toThrow(DefinitionError);
  });
});
