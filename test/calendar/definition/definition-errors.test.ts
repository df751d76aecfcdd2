import { describe, expect, it } from "vitest";
import { type CalendarDefinition, DefinitionError, defineCalendar } from "../../../src";
import { refusal, untyped } from "../../reference/refusals";

const never = defineCalendar({ id: "never", timeZone: "UTC", hours: { friday: [] } });

describe("an invalid definition", () => {
  const valid = { id: "desk", timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } };
  const day = (hours: unknown) => ({ ...valid, hours: { monday: hours } });
  const PERIOD =
    'expected a period "HH:MM-HH:MM" from 00:00 to 24:00, such as "08:00-18:00" or "22:00-07:00"';
  const DIVISION =
    'expected a division such as "england-and-wales", a list of dates, { "dates": [...], "from": "...", "to": "..." }, or what bankHolidays() gives';

  const rows: readonly (readonly [string, unknown, string])[] = [
    ["text", "desk", '(the whole): "desk" given; expected a calendar definition'],
    ["nothing at all", {}, 'timeZone: missing; expected an IANA zone such as "Europe/London"'],
    [
      "no hours",
      { timeZone: "UTC" },
      'hours: missing; expected the hours of a week, such as { "weekdays": ["08:00-18:00"] }',
    ],
    [
      "an unknown zone",
      { ...valid, timeZone: "Mars" },
      'timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "an offset for a zone",
      { ...valid, timeZone: "+01:00" },
      'timeZone: "+01:00" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "a zone with something before it",
      { ...valid, timeZone: " UTC" },
      'timeZone: " UTC" given; expected an IANA zone, perhaps "UTC"',
    ],
    [
      "an unknown key",
      { ...valid, color: "red" },
      "color: unknown key; the known names are $schema, id, title, source, timeZone, hours, hoursFrom, bankHolidays, bankHolidayHours, bankHolidaysOnWeekends, rules, exceptions",
    ],
    ["an id of no length", { ...valid, id: "" }, 'id: "" given; expected a name'],
    [
      "hours that are not a list",
      day("08:00-18:00"),
      'hours.monday: "08:00-18:00" given; expected a list of periods such as ["08:00-18:00"]; [] for closed',
    ],
    [
      "a period that is not text",
      day([8]),
      'hours.monday[0]: 8 given; expected a period such as "08:00-18:00"',
    ],
    [
      "a period of 25 hours",
      day(["08:00-25:00"]),
      `hours.monday[0]: "08:00-25:00" given; ${PERIOD}`,
    ],
    [
      "a period with something before it",
      day(["x08:00-18:00"]),
      `hours.monday[0]: "x08:00-18:00" given; ${PERIOD}`,
    ],
    [
      "a period with something after it",
      day(["08:00-18:00x"]),
      `hours.monday[0]: "08:00-18:00x" given; ${PERIOD}`,
    ],
    [
      "a period of no length",
      day(["08:00-08:00"]),
      'hours.monday[0]: "08:00-08:00" given; expected a period of some length; the whole day is "00:00-24:00"',
    ],
    [
      "a second period of no length",
      day(["07:00-08:00", "09:00-09:00"]),
      'hours.monday[1]: "09:00-09:00" given; expected a period of some length; the whole day is "00:00-24:00"',
    ],
    [
      "periods that overlap",
      day(["08:00-12:00", "11:00-14:00"]),
      'hours.monday: ["08:00-12:00","11:00-14:00"] given; expected periods that do not overlap',
    ],
    [
      "a holiday that does not exist",
      { ...valid, bankHolidays: ["2026-02-29"] },
      'bankHolidays[0]: "2026-02-29" given; expected a date that exists, as "2026-12-25"',
    ],
    [
      "a holiday that is not a date",
      { ...valid, bankHolidays: [5] },
      'bankHolidays[0]: 5 given; expected an ISO date, a division such as "england-and-wales" or { "date": "2026-12-25", "title": "..." }',
    ],
    ["invalid holidays", { ...valid, bankHolidays: 5 }, `bankHolidays: 5 given; ${DIVISION}`],
    [
      "an invalid division",
      { ...valid, bankHolidays: "wales" },
      'bankHolidays: "wales" given; expected england-and-wales, scotland, northern-ireland, or a list of dates',
    ],
    [
      "an exception on no date",
      { ...valid, exceptions: { christmas: [] } },
      'exceptions.christmas: expected a date that exists, as "2026-12-25"',
    ],
    [
      "an invalid exception",
      { ...valid, exceptions: { "2026-12-24": 5 } },
      'exceptions["2026-12-24"]: 5 given; expected a list of periods or { "hours": [...], "title": "..." }',
    ],
    [
      "an exception with an invalid key",
      { ...valid, exceptions: { "2026-12-24": { hours: [], x: 1 } } },
      'exceptions["2026-12-24"].x: unknown key; the known names are hours, title',
    ],
    [
      "one calendar where two are combined",
      { union: [valid] },
      'union: [{"id":"desk","timeZone":"Europe/London","hours":{"weekdays":["08:00-18:00"]}}] given; expected two calendar definitions',
    ],
    [
      "an invalid part",
      { except: [valid, { ...valid, timeZone: "Mars" }] },
      'except[1].timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "two ways of combining",
      { union: [valid, valid], intersect: [valid, valid] },
      'expected exactly one of "union", "intersect" and "except"',
    ],
  ];

  it.each(rows)("%s", (_, definition, line) => {
    const error = refusal(untyped((given) => defineCalendar(given), definition));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.code).toBe("definition-invalid");
    expect(error.message).toContain(line);
  });

  it("too many periods, too deep, or invalid JSON", () => {
    const two = (n: number) => String(n).padStart(2, "0");
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `10:${two(2 * i)}-10:${two(2 * i + 1)}`);
    const problem = (definition: unknown) =>
      refusal(untyped((given) => defineCalendar(given), definition)).message;
    expect(problem(day(many(25)))).toContain("expected at most 24 periods in one day");
    expect(() => defineCalendar({ ...valid, hours: { monday: many(24) } })).not.toThrow();

    const nested = (levels: number) => {
      let deep: object = valid;
      for (let i = 0; i < levels; i++) deep = { union: [deep, valid] };
      return deep;
    };
    expect(problem(nested(33))).toContain("expected calendars at most 32 deep within each other");
    expect(() => defineCalendar(nested(32) as CalendarDefinition)).not.toThrow();
    expect(problem({ ...valid, ["__proto__x"]: 1 })).toContain("unknown key");

    const deepJson = (levels: number) => {
      let deep: unknown = 0;
      for (let i = 0; i < levels; i++) deep = [deep];
      return deep;
    };
    expect(problem(deepJson(202))).toBe(
      "The calendar has 1 problem:\n  (the whole): expected JSON at most 200 levels deep, and not circular",
    );
    expect(problem(deepJson(200))).toContain("expected a calendar definition");
    expect(problem(JSON.parse('{ "__proto__": 1 }'))).toContain(
      '(the whole): expected JSON without a key "__proto__"',
    );
    expect(problem(Array.from({ length: 200_001 }, () => 0))).toContain(
      "(the whole): expected JSON of at most 200000 values",
    );
    expect(
      problem(
        Object.defineProperty({}, "x", {
          enumerable: true,
          get: () => problem(0) && never.nextOpen(0),
        }),
      ),
    ).toContain("(the whole): expected JSON that can be read");
  });

  it("is named by its id, and counts its problems", () => {
    const of = (definition: unknown) =>
      refusal(untyped((given) => defineCalendar(given), definition)).message.split("\n");
    expect(of({ ...valid, a: 1, b: 2 })).toEqual([
      'The calendar "desk" has 2 problems:',
      "  a: unknown key; the known names are $schema, id, title, source, timeZone, hours, hoursFrom, bankHolidays, bankHolidayHours, bankHolidaysOnWeekends, rules, exceptions",
      "  b: unknown key; the known names are $schema, id, title, source, timeZone, hours, hoursFrom, bankHolidays, bankHolidayHours, bankHolidaysOnWeekends, rules, exceptions",
    ]);
    expect(of({ ...valid, id: 5 })[0]).toBe("The calendar has 1 problem:");
  });
});
