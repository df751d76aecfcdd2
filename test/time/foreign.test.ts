import { DateTime, Settings } from "luxon";
import { afterEach, describe, expect, it } from "vitest";
import {
  alwaysOpen,
  bankHolidays,
  CoreHoursError,
  defineCalendar,
  InvalidInstantError,
  parseBankHolidays,
} from "../../src";

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
  bankHolidays: "england-and-wales",
});

function refusal(ask: () => unknown): CoreHoursError {
  try {
    ask();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** The same call by a program without types. */
const untyped = (call: (given: never) => unknown, given: unknown) => () => call(given as never);

describe("a DateTime that the library returned", () => {
  const due = desk.add("2026-11-20T17:00:00Z", { hours: 2 });
  // Friday 20 November, an hour until 18:00; Monday 23 November 09:00. 200 days on it is 11 June 2027.
  const LATER = "2027-06-11T09:00:00.000+01:00";

  /** What Vue and Valtio put before an object: a proxy that proxies whatever it gives. */
  function reactive<T extends object>(target: T): T {
    return new Proxy(target, {
      get(inner, key, receiver) {
        const value: unknown = Reflect.get(inner, key, receiver);
        return typeof value === "object" && value !== null ? reactive(value) : value;
      },
    });
  }

  /** What lodash's cloneDeep makes: a new object of the same class with copies of its own keys. */
  function cloned<T>(value: T): T {
    if (typeof value !== "object" || value === null) return value;
    const copy = Object.create(Object.getPrototypeOf(value));
    for (const [key, item] of Object.entries(value)) copy[key] = cloned(item);
    return copy;
  }

  it("calculates as it does behind a proxy", () => {
    expect(due.plus({ days: 200 }).toISO()).toBe(LATER);
    expect(reactive(due).plus({ days: 200 }).toISO()).toBe(LATER);
    expect(reactive(due).toISO()).toBe("2026-11-23T09:00:00.000+00:00");
    expect(desk.isOpen(reactive(due))).toBe(true);
  });

  it("calculates as it does when it has been cloned", () => {
    expect(cloned(due).plus({ days: 200 }).toISO()).toBe(LATER);
    expect(cloned(due).equals(due)).toBe(true);
    expect(cloned(due).setZone("Asia/Tokyo").toISO()).toBe("2026-11-23T18:00:00.000+09:00");
    expect(desk.isOpen(cloned(due))).toBe(true);
  });
});

describe("what an application sets in Luxon's global settings", () => {
  const before = {
    throwOnInvalid: Settings.throwOnInvalid,
    defaultLocale: Settings.defaultLocale,
    defaultNumberingSystem: Settings.defaultNumberingSystem,
    defaultOutputCalendar: Settings.defaultOutputCalendar,
    twoDigitCutoffYear: Settings.twoDigitCutoffYear,
    defaultWeekSettings: Settings.defaultWeekSettings,
    now: Settings.now,
  };
  afterEach(() => {
    Object.assign(Settings, before);
    Settings.defaultZone = "system";
  });

  const INVALID: readonly (readonly [string, () => unknown])[] = [
    ["an instant", () => desk.isOpen("2026-02-30T10:00:00Z")],
    ["an instant by its week", () => desk.isOpen("2026-W60-1T10:00:00Z")],
    ["a year no date can hold", () => desk.isOpen("+275761-01-01T00:00:00Z")],
    ["wall time", () => desk.at("2026-02-30T10:00")],
    ["a date", () => desk.hoursOn("2026-02-30")],
    ["an amount", () => desk.add("2026-11-20T10:00:00Z", "PT4HX")],
    ["an amount of days", () => desk.add("2026-11-20T10:00:00Z", "P1D")],
    ["a cutoff", () => desk.addWorkingDays("2026-11-20T10:00:00Z", 1, { cutoff: "25:00" })],
    ["a zone", () => alwaysOpen("Mars/Base")],
  ];
  const errors = INVALID.map(([, ask]) => refusal(ask).toJSON());

  it("changes no error: to throw on invalid values", () => {
    Settings.throwOnInvalid = true;
    expect(INVALID.map(([, ask]) => refusal(ask).toJSON())).toEqual(errors);
    expect(refusal(() => desk.isOpen("2026-02-30T10:00:00Z"))).toBeInstanceOf(InvalidInstantError);
  });

  it.each<[string, () => void]>([
    ["another locale", () => Object.assign(Settings, { defaultLocale: "ar-EG" })],
    ["other digits", () => Object.assign(Settings, { defaultNumberingSystem: "arab" })],
    ["another calendar", () => Object.assign(Settings, { defaultOutputCalendar: "buddhist" })],
    ["another zone", () => Object.assign(Settings, { defaultZone: "Asia/Tokyo" })],
    ["a zone that is not one", () => Object.assign(Settings, { defaultZone: "Mars/Base" })],
    ["another century", () => Object.assign(Settings, { twoDigitCutoffYear: 5 })],
    [
      "another week",
      () =>
        Object.assign(Settings, {
          defaultWeekSettings: { firstDay: 7, minimalDays: 1, weekend: [5, 6] },
        }),
    ],
    ["another now", () => Object.assign(Settings, { now: () => 0 })],
  ])("changes no answer: %s", (_, set) => {
    set();
    expect(desk.add("2026-12-24T16:00:00Z", { hours: 4 }).toISO()).toBe(
      "2026-12-29T10:00:00.000+00:00",
    );
    expect(desk.at("2026-07-20T16:30").toISO()).toBe("2026-07-20T16:30:00.000+01:00");
    expect(desk.isOpen("2026-W47-5T17:59:00Z")).toBe(true);
    expect(desk.hoursOn("2026-11-20")).toEqual(["08:00-18:00"]);
    expect(desk.coverage.to).toBe("2040-12-31");
    expect(desk.addWorkingDays("2026-12-24T15:00:00Z", 1, { due: "close" }).toISO()).toBe(
      "2026-12-29T18:00:00.000+00:00",
    );
    expect([...desk.periods("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")].map(String)).toEqual([
      "[2026-11-20T08:00:00.000+00:00 – 2026-11-20T18:00:00.000+00:00)",
    ]);
    expect(INVALID.map(([, ask]) => refusal(ask).toJSON())).toEqual(errors);
  });

  it("is not asked what day it is: a time alone is not an instant", () => {
    expect(refusal(() => desk.isOpen("T16:30:00Z")).code).toBe("instant-invalid");
    expect(refusal(() => desk.isOpen("16:30:00Z")).code).toBe("instant-invalid");
  });
});

/** What common libraries and databases return, as far as it can be made without them. */
const dayjs = (iso: string) => ({
  $d: new Date(iso),
  toDate: () => new Date(iso),
  toJSON: () => iso,
});
const dayjsDuration = { $ms: 4, toISOString: () => "PT4H", toJSON: () => "PT4H" };
const temporal = (tag: string, text: string) => ({
  [Symbol.toStringTag]: `Temporal.${tag}`,
  toString: () => text,
  toJSON: () => text,
});

describe("a value that is almost an instant or an amount", () => {
  const at = (given: unknown) => untyped((instant) => desk.isOpen(instant), given);
  const add = (given: unknown) =>
    untyped((amount) => desk.add("2026-11-20T10:00:00Z", amount), given);
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    [
      "an invalid Date",
      at(new Date("x")),
      "an invalid Date is not an instant: it was made of something that is not a date. Give a Luxon DateTime,",
    ],
    [
      "an invalid DateTime",
      at(DateTime.fromISO("x")),
      'an invalid DateTime is not an instant: the input "x" can\'t be parsed as ISO 8601. Give a Luxon DateTime,',
    ],
    [
      "dayjs",
      at(dayjs("2026-11-20T16:30:00.000Z")),
      'an object that reads "2026-11-20T16:30:00.000Z" is not an instant: objects of that library are not read. Give its toDate().',
    ],
    [
      "a Temporal.PlainDateTime",
      at(temporal("PlainDateTime", "2026-11-20T16:30:00")),
      "the Temporal.PlainDateTime 2026-11-20T16:30:00 is not an instant: it names no zone. Read it as wall time in the calendar's zone with calendar.at(String(value)).",
    ],
    [
      "a Temporal.Duration in place of an instant",
      at(temporal("Duration", "PT4H")),
      "the Temporal.Duration PT4H is not an instant: an object needs epochMilliseconds. Give a Luxon DateTime,",
    ],
    [
      "a zone in brackets, as RFC 9557 writes it",
      at("2026-11-20T16:30:00+00:00[Europe/London]"),
      '"2026-11-20T16:30:00+00:00[Europe/London]" is not an instant: a zone in brackets is not read. Give it without: "2026-11-20T16:30:00+00:00".',
    ],
    [
      "PostgreSQL's",
      at("2026-11-20 16:30:00+00"),
      '"2026-11-20 16:30:00+00" is not an instant: a T belongs between its date and its time. Give "2026-11-20T16:30:00+00".',
    ],
    [
      "SQL Server's",
      at("2026-11-20 16:30:00.1234567 +01:00"),
      '"2026-11-20 16:30:00.1234567 +01:00" is not an instant: a T belongs between its date and its time. Give "2026-11-20T16:30:00.1234567+01:00".',
    ],
    [
      "no offset",
      at("2026-11-20T16:30"),
      '"2026-11-20T16:30" is not an instant: it names no offset. End it with "Z"',
    ],
    [
      "no offset, as MySQL writes it",
      at("2026-11-20 16:30:00"),
      '"2026-11-20 16:30:00" is not an instant: it names no offset. End it with "Z"',
    ],
    [
      "words",
      at("Fri, 20 Nov 2026 16:30:00 GMT"),
      '"Fri, 20 Nov 2026 16:30:00 GMT" is not an instant: it is not written as ISO 8601, with a date, a time and an offset. Give a Luxon DateTime,',
    ],
    ["null", at(null), "null is not an instant: nothing was given. Give a Luxon DateTime,"],
    ["a bigint", at(5n), "5n is not an instant: it is a bigint. Give a Luxon DateTime,"],
    [
      "no number in epochMilliseconds",
      at({ epochMilliseconds: null }),
      '{"epochMilliseconds":null} is not an instant: its epochMilliseconds are not a number. Give a Luxon DateTime,',
    ],
    [
      "a Temporal.Duration",
      add(temporal("Duration", "PT4H")),
      "the Temporal.Duration PT4H is not an exact amount: it is read as text. Give String(duration).",
    ],
    [
      "a duration of dayjs",
      add(dayjsDuration),
      'an object that reads "PT4H" is not an exact amount: durations of that library are not read. Give its toISOString().',
    ],
    [
      "a Date for an amount",
      add(new Date(0)),
      "the Date 1970-01-01T00:00:00.000Z is not an exact amount: an instant is not a length of time. Give a length of time, such as calendar.between(a, b) of two instants.",
    ],
    [
      "hours that are not a number",
      add({ hours: Number.NaN }),
      '{"hours":NaN} is not an exact amount: its hours are not a finite number.',
    ],
    [
      "a number",
      add(48),
      '48 is not an exact amount: a number names no unit. Give { hours, minutes, seconds, milliseconds }, a Luxon Duration of those, or "PT48H".',
    ],
    [
      "a unit that is misspelt",
      add({ hour: 4 }),
      '{"hour":4} is not an exact amount: "hour" is not a unit of exact time; did you mean "hours"? Give { hours,',
    ],
    [
      "a Date for a date",
      untyped((date) => desk.isWorkingDay(date), new Date("x")),
      "an invalid Date is not an instant: ",
    ],
    [
      "a date of another order",
      () => desk.isWorkingDay("20/11/2026"),
      '"20/11/2026" is not a date that exists; give an ISO date such as "2026-12-25", or an instant with its offset.',
    ],
    [
      "an option that is misspelt",
      untyped((options) => desk.addWorkingDays("2026-11-20T10:00:00Z", 1, options), {
        cutof: "12:00",
      }),
      '"cutof" is not an option of addWorkingDays; did you mean "cutoff"?',
    ],
    [
      "another",
      untyped((options) => desk.add("2026-11-20T10:00:00Z", "PT1H", options), { tei: "close" }),
      '"tei" is not an option of add; did you mean "tie"?',
    ],
    [
      "an option of a definition",
      untyped((options) => defineCalendar(desk.toJSON(), options), { holidays: [] }),
      '"holidays" is not an option of defineCalendar; did you mean "bankHolidays"?',
    ],
    [
      "options that are text",
      untyped((options) => defineCalendar(desk.toJSON(), options), "scotland"),
      '"scotland" is not an object of options; give one such as { bankHolidays: [...] }.',
    ],
    [
      "a name that is misspelt",
      untyped((naming) => desk.union(desk, naming), { titel: "Both" }),
      'titel: unknown key; did you mean "title"?',
    ],
    [
      "a key that is misspelt",
      untyped((definition) => defineCalendar(definition), { timezone: "UTC", hours: {} }),
      'timezone: unknown key; did you mean "timeZone"?',
    ],
    [
      "no division",
      untyped((name) => bankHolidays(name), 5),
      "No bank holidays are shipped for 5;",
    ],
    ["no file", untyped((json) => parseBankHolidays(json, "x"), 5), "5 given; expected"],
  ];

  it.each(cases)("%s: says what was given, what was expected and what to do", (_, ask, message) => {
    expect(refusal(ask).message).toContain(message);
  });

  it("never asks for a form that it then refuses", () => {
    for (const [what, ask] of cases) {
      const { message } = refusal(ask);
      expect(message, what).toMatch(/[.?]$|^The |expected/);
      const [, given, remedy] = /^(.*?) is not an? [a-z ]+: .*? Give (.*)$/.exec(message) ?? [];
      // The form that the message asks for must differ from the form that was given.
      if (given !== undefined) expect(remedy?.startsWith(given), what).toBe(false);
    }
  });
});
