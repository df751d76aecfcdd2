import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  type CalendarDefinition,
  CoreHoursError,
  DefinitionError,
  defineCalendar,
  parseBankHolidays,
} from "../../src";
import { zoneNamed } from "../../src/time/zone";

/**
 * Every error of the layer, word for word: what was given, what was expected and what to do are what
 * a person has to go by, so that a change to any of them is seen.
 */

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
  bankHolidays: "england-and-wales",
});
const plain = defineCalendar({ timeZone: "UTC", hours: { monday: ["08:00-18:00"] } });
const never = defineCalendar({ id: "never", timeZone: "UTC", hours: { friday: [] } });
const own = defineCalendar({
  id: "own",
  timeZone: "UTC",
  hours: { daily: ["08:00-18:00"] },
  bankHolidays: ["2026-05-01", { date: "2027-05-01", title: "May Day" }],
});

function refusal(act: () => unknown): CoreHoursError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Calls a function as a program without types may. */
const untyped = (act: (given: never) => unknown, given: unknown) => () => act(given as never);

const INSTANT =
  'Give a Luxon DateTime, a Date, epoch milliseconds, an ISO 8601 string such as "2026-11-20T16:30:00Z", or an object with epochMilliseconds, such as a Temporal.Instant.';
const AMOUNT =
  'Give { hours, minutes, seconds, milliseconds }, a Luxon Duration of those, or "PT48H".';
const COVERS_DESK = 'Calendar "desk" covers the dates 1998-01-01 to 2040-12-31, and ';
const WIDEN_DESK =
  'Give the missing years with defineCalendar(definition, { bankHolidays: [parseBankHolidays(file, "england-and-wales")] }).';

type Row = readonly [what: string, act: () => unknown, code: string, message: string];

function wordForWord(rows: readonly Row[]): void {
  it.each(rows)("%s", (_, act, code, message) => {
    const error = refusal(act);
    expect({ code: error.code, message: error.message }).toEqual({ code, message });
  });
}

describe("an instant that is none", () => {
  const at = (given: unknown) => untyped((at) => desk.isOpen(at), given);
  const range = "it is not a number of milliseconds that a date can hold";
  const rows: readonly (readonly [string, unknown, string, string])[] = [
    ["nothing", undefined, "undefined", "nothing was given"],
    ["null", null, "null", "nothing was given"],
    ["a flag", true, "true", "it is a boolean"],
    ["an object", { at: 1 }, '{"at":1}', "an object needs epochMilliseconds"],
    ["a function", () => 1, "a function", "it is a function"],
    ["not a number", Number.NaN, "NaN", range],
    ["more than a date can hold", 8.64e15 + 1, "8640000000000001", range],
    ["less than a date can hold", -8.64e15 - 1, "-8640000000000001", range],
    ["half a millisecond", 0.5, "0.5", "it is not a whole number of milliseconds"],
    [
      "an invalid Date",
      new Date(Number.NaN),
      "an invalid Date",
      "it was made of something that is not a date",
    ],
    ...[null, "", "5", [], true, {}].map((epochMilliseconds) => {
      const shown = JSON.stringify({ epochMilliseconds });
      const why = "its epochMilliseconds are not a number";
      return [shown, { epochMilliseconds }, shown, why] as const;
    }),
    [
      "an object that cannot be read",
      {
        get epochMilliseconds() {
          throw new Error("no");
        },
      },
      "an unreadable object",
      "it cannot be read",
    ],
    [
      "an invalid DateTime",
      DateTime.fromObject({ month: 13 }),
      "an invalid DateTime",
      "you specified 13 (of type number) as a month, which is invalid",
    ],
    [
      "text that is no date",
      "2026-13-20T16:30Z",
      '"2026-13-20T16:30Z"',
      "you specified 13 (of type number) as a month, which is invalid",
    ],
  ];
  wordForWord(
    rows.map(([what, given, shown, why]) => [
      what,
      at(given),
      "instant-invalid",
      `${shown} is not an instant: ${why}. ${INSTANT}`,
    ]),
  );

  it("the greatest and the least that a date can hold are instants, which no calendar covers", () => {
    for (const at of [8.64e15, -8.64e15]) {
      expect(refusal(() => plain.isOpen(at)).code).toMatch(/^coverage-/);
    }
  });
});

describe("wall-clock time that is none", () => {
  const message = (shown: string) =>
    `${shown} is not wall-clock time; give "2026-11-20T16:30", without an offset. An instant that has an offset can be given as it is.`;
  const given: readonly (readonly [string, string])[] = [
    ["", '""'],
    ["2026-11-20T16:30Z", '"2026-11-20T16:30Z"'],
    ["2026-02-29T16:30", '"2026-02-29T16:30"'],
    ["2026-11-20T24:01", '"2026-11-20T24:01"'],
    ["2026-11-20T16:60", '"2026-11-20T16:60"'],
    ["2026-11-20T16:30:60", '"2026-11-20T16:30:60"'],
    ["2026-11-20X16:30", '"2026-11-20X16:30"'],
    ["x2026-11-20", '"x2026-11-20"'],
    ["2026-11-20T16:30x", '"2026-11-20T16:30x"'],
  ];
  wordForWord([
    ...given.map(
      ([text, shown]): Row => [text, () => desk.at(text), "wall-time-invalid", message(shown)],
    ),
    ["a number", untyped((text) => desk.at(text), 5), "wall-time-invalid", message("5")],
  ]);

  it.each([
    ["2026-11-20", "2026-11-20T00:00:00.000Z"],
    [" 2026-11-20 16:30 ", "2026-11-20T16:30:00.000Z"],
    ["2026-11-20T16:30:59.9", "2026-11-20T16:30:59.900Z"],
    ["2026-11-20T16:30:59,123456789", "2026-11-20T16:30:59.123Z"],
    ["2026-11-20T24:00", "2026-11-21T00:00:00.000Z"],
  ])("%s is some", (text, iso) => {
    expect(desk.at(text).toUTC().toISO()).toBe(iso);
  });
});

describe("an amount that is not exact", () => {
  const add = (given: unknown) => untyped((amount) => desk.add(0, amount), given);
  const long = (unit: string) =>
    `${unit} are not an exact length of time; count working days with addWorkingDays, or give hours`;
  const rows: readonly (readonly [string, unknown, string, string])[] = [
    ["nothing", undefined, "undefined", "it names no unit"],
    ["null", null, "null", "it names no unit"],
    ["a number", 5, "5", "a number names no unit"],
    ["a list", [5], "[5]", "it names no unit"],
    ["an empty object", {}, "{}", "it is empty"],
    ["days", { days: 1 }, '{"days":1}', long("days")],
    ["weeks", { weeks: 1 }, '{"weeks":1}', long("weeks")],
    ["months", { months: 1 }, '{"months":1}', long("months")],
    ["quarters", { quarters: 1 }, '{"quarters":1}', long("quarters")],
    ["years", { years: 1 }, '{"years":1}', long("years")],
    [
      "an inherited word",
      { toString: 1 },
      '{"toString":1}',
      '"toString" is not a unit of exact time; the known names are hours, minutes, seconds, milliseconds',
    ],
    ["text for a number", { hours: "1" }, '{"hours":"1"}', "its hours are not a finite number"],
    [
      "without end",
      { minutes: Number.POSITIVE_INFINITY },
      '{"minutes":null}',
      "its minutes are not a finite number",
    ],
    ["too large", { hours: 1e300 }, '{"hours":1e+300}', "it is too large"],
    ["text of another kind", "48 hours", '"48 hours"', "it is not an ISO 8601 duration"],
    ["a Duration of days", Duration.fromObject({ days: 1 }), "the Duration P1D", long("days")],
    ["an invalid Duration", Duration.invalid("so"), "an invalid Duration", "it holds no time"],
  ];
  wordForWord(
    rows.map(([what, given, shown, why]) => [
      what,
      add(given),
      "amount-not-exact",
      `${shown} is not an exact amount: ${why}. ${AMOUNT}`,
    ]),
  );

  it("of units that are not given, or are nothing, is the rest", () => {
    const start = desk.at("2026-11-20T09:00");
    for (const amount of [{ hours: 1, days: 0 }, { hours: 1, minutes: undefined }, "P0DT1H"]) {
      // @ts-expect-error no unit longer than hours belongs there
      expect(desk.add(start, amount).toISO()).toBe("2026-11-20T10:00:00.000+00:00");
    }
  });
});

describe("working days", () => {
  wordForWord([
    [
      "that are not whole",
      () => desk.addWorkingDays(0, 1.5),
      "working-days-not-whole",
      "1.5 is not a number of working days; give a whole number.",
    ],
    [
      "due at a moment that is none",
      untyped((due) => desk.addWorkingDays(0, 1, { due }), "noon"),
      "option-invalid",
      '"noon" is not a due; give one of "end-of-day", "close", "same-time".',
    ],
    [
      "due at the close of a day that has none",
      () => desk.addWorkingDays("2026-11-21T12:00Z", 0, { due: "close" }),
      "day-never-closes",
      '2026-11-21 is not a working day of calendar "desk", so that it has no closing to be due at. Use due: "end-of-day".',
    ],
    [
      "with a cutoff that is no time",
      untyped((cutoff) => desk.addWorkingDays("2026-11-20T12:00Z", 1, { cutoff }), "5pm"),
      "time-of-day-invalid",
      '"5pm" is not a time of day; give "HH:MM", such as "17:00".',
    ],
    [
      "with a cutoff that is no text",
      untyped((cutoff) => desk.addWorkingDays("2026-11-20T12:00Z", 1, { cutoff }), 17),
      "time-of-day-invalid",
      '17 is not a time of day; give "HH:MM", such as "17:00".',
    ],
    [
      "more than there are after a date",
      () => desk.addWorkingDays("2040-12-31T12:00Z", 1),
      "coverage-end",
      `${COVERS_DESK}1 working days after 2040-12-31 do not fit in it. ${WIDEN_DESK}`,
    ],
    [
      "more than there are before a date",
      () => desk.addWorkingDays("1998-01-02T12:00Z", -2),
      "coverage-start",
      `${COVERS_DESK}2 working days before 1998-01-02 do not fit in it. ${WIDEN_DESK}`,
    ],
    [
      "of a date before the coverage",
      () => desk.isWorkingDay("1997-12-31"),
      "coverage-start",
      `${COVERS_DESK}1997-12-31 lies before it. ${WIDEN_DESK}`,
    ],
    [
      "of a date beyond the coverage",
      () => desk.workingDaysBetween("2040-12-31", "2041-01-01"),
      "coverage-end",
      `${COVERS_DESK}2041-01-01 lies beyond it. ${WIDEN_DESK}`,
    ],
    [
      "on a date that does not exist",
      () => desk.hoursOn("2026-02-29"),
      "date-invalid",
      '"2026-02-29" is not a date that exists; give an ISO date such as "2026-12-25", or an instant with its offset.',
    ],
  ]);
});

describe("a coverage says how to widen it", () => {
  const remedyOf = (act: () => unknown) => refusal(act).message.split(". ").at(-1);

  it.each([
    ["a division's", () => desk.isWorkingDay("2041-01-01"), WIDEN_DESK.split(". ").at(-1)],
    [
      "no bank holidays'",
      () => plain.isWorkingDay("2201-01-01"),
      "No calendar covers more than 1900 to 2200.",
    ],
    [
      "one's own",
      () => own.isWorkingDay("2028-01-01"),
      "Add the bank holidays of the missing years to the calendar's list.",
    ],
    ["none that opens'", () => never.nextOpen(0), "It never opens; give it hours."],
    [
      "none that opens on any exception's",
      () =>
        defineCalendar({
          timeZone: "UTC",
          hours: {},
          exceptions: { "2026-01-01": { hours: [] }, "2026-01-02": [] },
        }).nextOpen(0),
      "It never opens; give it hours.",
    ],
    [
      "a calendar's that opens on one exception alone",
      () =>
        defineCalendar({
          timeZone: "UTC",
          hours: {},
          exceptions: { "1980-01-01": { hours: ["08:00-09:00"] } },
        }).nextOpen("2026-01-01T00:00Z"),
      "No calendar covers more than 1900 to 2200.",
    ],
  ])("%s", (_, act, remedy) => {
    expect(remedyOf(act)).toBe(remedy);
  });
});

describe("other things that are none", () => {
  wordForWord([
    [
      "a tie",
      untyped((tie) => desk.add(0, { hours: 1 }, { tie }), "open"),
      "option-invalid",
      '"open" is not a tie; give one of "close", "next-open".',
    ],
    [
      "a calendar to join",
      untyped((other) => desk.union(other), { id: "x" }),
      "not-a-calendar",
      'union takes another calendar, not {"id":"x"}; make one with defineCalendar.',
    ],
    [
      "a division",
      () => bankHolidays("wales"),
      "division-unknown",
      'No bank holidays are shipped for "wales"; there are those of england-and-wales, scotland, northern-ireland. Others can be given as a list of dates.',
    ],
  ]);
});

describe("a definition that is none", () => {
  const valid = { id: "desk", timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } };
  const day = (hours: unknown) => ({ ...valid, hours: { monday: hours } });
  const PERIOD =
    'expected a period "HH:MM-HH:MM" from 00:00 to 24:00, such as "08:00-18:00" or "22:00-07:00"';
  const DIVISION =
    'expected a division such as "england-and-wales", a list of dates, or what bankHolidays() gives';

  const rows: readonly (readonly [string, unknown, string])[] = [
    ["text", "desk", '(the whole): "desk" given; expected a calendar definition'],
    ["nothing at all", {}, 'timeZone: missing; expected an IANA zone such as "Europe/London"'],
    [
      "no hours",
      { timeZone: "UTC" },
      'hours: missing; expected the hours of a week, such as { "weekdays": ["08:00-18:00"] }',
    ],
    [
      "a zone that is none",
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
      "color: unknown key; the known names are $schema, id, title, source, timeZone, hours, bankHolidays, exceptions",
    ],
    ["an id of no length", { ...valid, id: "" }, 'id: "" given; expected a name'],
    [
      "hours that are no list",
      day("08:00-18:00"),
      'hours.monday: "08:00-18:00" given; expected a list of periods such as ["08:00-18:00"]; [] for closed',
    ],
    [
      "a period that is no text",
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
      "a holiday that is no date",
      { ...valid, bankHolidays: [5] },
      'bankHolidays[0]: 5 given; expected an ISO date or { "date": "2026-12-25", "title": "..." }',
    ],
    ["holidays that are none", { ...valid, bankHolidays: 5 }, `bankHolidays: 5 given; ${DIVISION}`],
    [
      "a division that is none",
      { ...valid, bankHolidays: "wales" },
      'bankHolidays: "wales" given; expected england-and-wales, scotland, northern-ireland, or a list of dates',
    ],
    [
      "an exception on no date",
      { ...valid, exceptions: { christmas: [] } },
      'exceptions.christmas: expected a date that exists, as "2026-12-25"',
    ],
    [
      "an exception that is none",
      { ...valid, exceptions: { "2026-12-24": 5 } },
      'exceptions["2026-12-24"]: 5 given; expected a list of periods or { "hours": [...], "title": "..." }',
    ],
    [
      "an exception with a key that is none",
      { ...valid, exceptions: { "2026-12-24": { hours: [], x: 1 } } },
      'exceptions["2026-12-24"].x: unknown key; the known names are hours, title',
    ],
    [
      "one calendar where two are combined",
      { union: [valid] },
      'union: [{"id":"desk","timeZone":"Europe/London","hours":{"weekdays":["08:00-18:00"]}}] given; expected two calendar definitions',
    ],
    [
      "a part that is none",
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

  it("too many periods, too deep, or JSON that is none", () => {
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
      "  a: unknown key; the known names are $schema, id, title, source, timeZone, hours, bankHolidays, exceptions",
      "  b: unknown key; the known names are $schema, id, title, source, timeZone, hours, bankHolidays, exceptions",
    ]);
    expect(of({ ...valid, id: 5 })[0]).toBe("The calendar has 1 problem:");
  });
});

describe("bank holidays that are none", () => {
  const parse = (file: unknown, division = "scotland") =>
    untyped((file) => parseBankHolidays(file, division), file);
  const event = { title: "Boxing Day", date: "2026-12-26" };
  const file = (events: unknown) => ({ scotland: { division: "scotland", events } });

  it.each<[string, () => unknown, string]>([
    ["text that is no JSON", parse("{"), "(the whole): not JSON: "],
    ["a list", parse([]), "(the whole): [] given; "],
    ["no events", parse(file([])), "scotland.events: [] given; expected at least one bank holiday"],
    [
      "a date that does not exist",
      parse(file([{ ...event, date: "2026-02-30" }])),
      'scotland.events[0].date: "2026-02-30" given; expected a date that exists',
    ],
    ["no such division", parse(file([event]), "wales"), "wales: missing; the file has scotland"],
    ["no divisions", parse({}), "scotland: missing; the file has no divisions"],
    [
      "an inherited division",
      parse(file([event]), "toString"),
      "toString: missing; the file has scotland",
    ],
  ])("%s", (_, act, line) => {
    const error = refusal(act);
    expect(error.message).toContain(`The bank holiday file has 1 problem:\n  ${line}`);
  });

  it("newer ones that are no list", () => {
    const act = untyped(
      (bankHolidays) => defineCalendar({ timeZone: "UTC", hours: {} }, { bankHolidays }),
      5,
    );
    expect(refusal(act).message).toBe(
      "The option has 1 problem:\n  bankHolidays: 5 given; expected a list of what parseBankHolidays gives",
    );
  });
});

describe("an error's data are for programs", () => {
  it.each<[() => unknown, object]>([
    [untyped((at) => desk.isOpen(at), "now"), { given: '"now"' }],
    [() => desk.at("now"), { given: '"now"' }],
    [() => desk.add(0, "now"), { given: '"now"' }],
    [() => desk.addWorkingDays(0, 0.5), { given: 0.5 }],
    [() => desk.hoursOn("2026-02-29"), { given: "2026-02-29" }],
    [
      untyped((due) => desk.addWorkingDays(0, 1, { due }), "noon"),
      { option: "due", given: '"noon"', expected: ["end-of-day", "close", "same-time"] },
    ],
    [
      () => desk.addWorkingDays("2026-11-21T12:00Z", 0, { due: "close" }),
      { calendar: "desk", date: "2026-11-21" },
    ],
    [
      () => desk.isWorkingDay("2041-01-01"),
      { calendar: "desk", bound: "end", from: "1998-01-01", to: "2040-12-31" },
    ],
    [
      () => bankHolidays("wales"),
      { given: '"wales"', divisions: ["england-and-wales", "scotland", "northern-ireland"] },
    ],
  ])("%#", (act, data) => {
    expect(refusal(act).data).toEqual(data);
  });
});

describe("what a zone is for Luxon", () => {
  it("answers within its table, near it and far from it as Luxon's own does", () => {
    const zone = zoneNamed("Europe/London");
    const winter = Date.UTC(2026, 0, 1);
    for (const ms of [
      winter,
      Date.UTC(2026, 6, 1),
      Date.UTC(2024, 6, 1),
      Date.UTC(1950, 6, 1),
      Date.UTC(2190, 6, 1),
    ]) {
      const own = DateTime.fromMillis(ms, { zone: "Europe/London" });
      expect(zone.offset(ms)).toBe(own.offset);
    }
    expect(zoneNamed("Europe/London")).toBe(zone);
  });
});
