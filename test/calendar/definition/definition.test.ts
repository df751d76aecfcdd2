import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  CoverageError,
  DefinitionError,
  defineCalendar,
  parseBankHolidays,
} from "../../../src";
import { formatPath } from "../../../src/input/problems";

const valid = {
  id: "desk",
  title: "The desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
} as const;

/** The paths of the problems with a definition, as one would write them. */
function problemsOf(definition: unknown): readonly string[] {
  try {
    defineCalendar(definition as CalendarDefinition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path }) => formatPath(path));
  }
  return [];
}

describe("a definition is strict", () => {
  it.each<[string, object, string]>([
    ["an unknown key", { ...valid, hour: {} }, "hour"],
    ["an unknown day", { ...valid, hours: { munday: [] } }, "hours.munday"],
    ["an unknown zone", { ...valid, timeZone: "Europe/Londn" }, "timeZone"],
    ["a bare offset for a zone", { ...valid, timeZone: "+01:00" }, "timeZone"],
    ["no zone", { hours: {} }, "timeZone"],
    ["no hours", { timeZone: "UTC" }, "hours"],
    ["25:00", { ...valid, hours: { monday: ["08:00-25:00"] } }, "hours.monday[0]"],
    ["a start at 24:00", { ...valid, hours: { monday: ["24:00-25:00"] } }, "hours.monday[0]"],
    ["a single digit", { ...valid, hours: { monday: ["8:00-18:00"] } }, "hours.monday[0]"],
    ["a period of no length", { ...valid, hours: { daily: ["08:00-08:00"] } }, "hours.daily[0]"],
    ["a period that is not text", { ...valid, hours: { daily: [8] } }, "hours.daily[0]"],
    ["hours that are not a list", { ...valid, hours: { daily: "08:00-18:00" } }, "hours.daily"],
    [
      "periods of one day that overlap",
      { ...valid, hours: { monday: ["08:00-12:00", "11:59-14:00"] } },
      "hours.monday",
    ],
    [
      "a night that overlaps its own evening",
      { ...valid, hours: { monday: ["22:00-07:00", "23:00-23:30"] } },
      "hours.monday",
    ],
    [
      "a date that does not exist",
      { ...valid, exceptions: { "2026-02-29": [] } },
      'exceptions["2026-02-29"]',
    ],
    [
      "a date with no hours",
      { ...valid, exceptions: { "2026-02-28": {} } },
      'exceptions["2026-02-28"].hours',
    ],
    ["an unknown division", { ...valid, bankHolidays: "wales" }, "bankHolidays"],
    ["a holiday that is not a date", { ...valid, bankHolidays: ["Xmas"] }, "bankHolidays[0]"],
    [
      "a holiday without a date",
      { ...valid, bankHolidays: [{ title: "x" }] },
      "bankHolidays[0].date",
    ],
    ["an id of no length", { ...valid, id: "" }, "id"],
    ["a calendar of one other", { union: [valid] }, "union"],
    ["two ways of combining", { union: [valid, valid], except: [valid, valid] }, "(the whole)"],
    ["a bad part of a combination", { union: [valid, { ...valid, x: 1 }] }, "union[1].x"],
  ])("and refuses %s, at its path", (_, definition, path) => {
    expect(problemsOf(definition)).toContain(path);
  });

  it.each([null, undefined, 5, "core", [], () => 1])("and refuses %o", (definition) => {
    expect(problemsOf(definition)).not.toEqual([]);
  });

  it("and reports every problem at once", () => {
    const problems = problemsOf({
      timeZone: "Mars/Olympus",
      hours: { monday: ["25:00-26:00"], tuesday: ["09:00-09:00"] },
      exceptions: { "2026-02-30": [] },
      colour: "red",
    });
    expect(problems.toSorted()).toEqual([
      "colour",
      'exceptions["2026-02-30"]',
      "hours.monday[0]",
      "hours.tuesday[0]",
      "timeZone",
    ]);
  });

  it("and says what was given, what was expected, and where", () => {
    expect(() => defineCalendar({ ...valid, timeZone: "Mars" })).toThrow(
      'The calendar "desk" has 1 problem:\n  timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    );
  });
});

describe("a definition of hostile size or shape", () => {
  it("is refused when it is circular", () => {
    const circular: Record<string, unknown> = { ...valid };
    circular["union"] = [circular, circular];
    expect(problemsOf(circular)).toEqual(["(the whole)"]);
  });

  it("is refused when calendars lie too deep in each other", () => {
    let deep: object = valid;
    for (let i = 0; i < 60; i++) deep = { union: [deep, valid] };
    expect(problemsOf(deep)).not.toEqual([]);
  });

  it("is refused when a day has more periods than any desk", () => {
    const two = (n: number) => String(n).padStart(2, "0");
    const periods = Array.from({ length: 30 }, (_, i) => `10:${two(2 * i)}-10:${two(2 * i + 1)}`);
    expect(problemsOf({ ...valid, hours: { monday: periods } })).toContain("hours.monday");
  });

  it("is refused when it cannot be read", () => {
    const unreadable = {
      get hours() {
        throw new Error("no");
      },
    };
    expect(problemsOf(unreadable)).toEqual(["(the whole)"]);
  });

  it("changes no prototype", () => {
    const text = '{ "timeZone": "UTC", "hours": {}, "__proto__": { "polluted": true } }';
    expect(problemsOf(JSON.parse(text))).toEqual(["(the whole)"]);
    const deep = '{ "timeZone": "UTC", "hours": {}, "exceptions": { "__proto__": ["banana"] } }';
    expect(problemsOf(JSON.parse(deep))).toEqual(["(the whole)"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("the hours of a date", () => {
  it("a named day wins over a group, and a group over daily", () => {
    const calendar = defineCalendar({
      timeZone: "UTC",
      hours: {
        daily: ["01:00-02:00"],
        weekend: ["03:00-04:00"],
        sunday: [],
        friday: ["05:00-06:00"],
      },
    });
    // 19 November 2026 is a Thursday.
    expect(calendar.hoursOn("2026-11-19")).toEqual(["01:00-02:00"]);
    expect(calendar.hoursOn("2026-11-20")).toEqual(["05:00-06:00"]);
    expect(calendar.hoursOn("2026-11-21")).toEqual(["03:00-04:00"]);
    expect(calendar.hoursOn("2026-11-22")).toEqual([]);
  });

  it("an exception wins over the week and over a bank holiday", () => {
    const calendar = defineCalendar({
      ...valid,
      bankHolidays: "england-and-wales",
      exceptions: {
        "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" },
        "2026-12-25": ["10:00-11:00"],
        "2026-12-29": [],
      },
    });
    expect(calendar.hoursOn("2026-12-24")).toEqual(["08:00-12:00"]);
    expect(calendar.reasonFor("2026-12-24")).toMatchObject({
      because: "exception",
      title: "Christmas Eve",
    });
    expect(calendar.hoursOn("2026-12-25")).toEqual(["10:00-11:00"]);
    expect(calendar.reasonFor("2026-12-28")).toEqual({
      because: "bank-holiday",
      title: "Boxing Day",
    });
    expect(calendar.hoursOn("2026-12-29")).toEqual([]);
    expect(calendar.isWorkingDay("2026-12-29")).toBe(false);
    expect(calendar.hoursOn("2026-12-30")).toEqual(["08:00-18:00"]);
  });

  it("are written as periods that can be read again, also if some touch", () => {
    const on = (...monday: readonly string[]) =>
      defineCalendar({ timeZone: "UTC", hours: { monday } }).hoursOn("2026-11-16");
    expect(on("12:00-24:00", "00:00-12:00")).toEqual(["00:00-24:00"]);
    expect(on("22:00-00:00")).toEqual(["22:00-24:00"]);
    expect(on("09:00-12:00", "12:00-09:00")).toEqual(["09:00-16:30", "16:30-09:00"]);
    expect(on("00:00-00:02", "00:02-00:01")).toEqual(["00:00-12:00", "12:00-00:01"]);
  });
});

describe("the hours of a night before a date that the zone skips", () => {
  it("are written as they are defined", () => {
    // Apia went from the end of 29 December 2011, a Thursday, to the start of the 31st.
    const nights = defineCalendar({
      timeZone: "Pacific/Apia",
      hours: { thursday: ["22:00-07:00"] },
    });
    expect(nights.hoursOn("2011-12-29")).toEqual(["22:00-07:00"]);
    expect(nights.hoursOn("2011-12-30")).toEqual([]);
  });
});

describe("custom bank holidays", () => {
  const definition = {
    ...valid,
    bankHolidays: ["2026-11-19", { date: "2027-01-04", title: "Fête" }],
  };

  it("close the dates they name, and cover the years they name", () => {
    const calendar = defineCalendar(definition);
    expect(calendar.isWorkingDay("2026-11-19")).toBe(false);
    expect(calendar.reasonFor("2027-01-04").title).toBe("Fête");
    expect(calendar.coverage).toMatchObject({ from: "2026-01-01", to: "2027-12-31" });
    expect(() => calendar.isWorkingDay("2028-01-01")).toThrow(CoverageError);
  });

  it("may be an empty list, and then every year is known", () => {
    const calendar = defineCalendar({ ...valid, bankHolidays: [] });
    expect(calendar.coverage).toMatchObject({
      from: "1900-01-01",
      to: "2200-12-31",
      publishedUntil: null,
    });
  });
});

describe("a file that gov.uk publishes", () => {
  const file = {
    scotland: {
      division: "scotland",
      events: [
        { title: "New Year's Day", date: "2040-01-02", notes: "", bunting: true },
        { title: "Moved", date: "2040-05-08", notes: "", bunting: true },
        { title: "Next year's surprise", date: "2041-06-14", notes: "", bunting: true },
        { title: "Christmas Day", date: "2041-12-25", notes: "", bunting: true },
      ],
    },
  };

  it("takes the place of what is shipped for its years, and adds to it", () => {
    const definition = { ...valid, bankHolidays: "scotland" };
    const newer = parseBankHolidays(file, "scotland");
    const calendar = defineCalendar(definition, { bankHolidays: [newer] });
    expect(calendar.coverage).toMatchObject({
      from: "1998-01-01",
      to: "2041-12-31",
      publishedUntil: "2028-12-31", // What lies between 2028 and 2040 is projected.
    });
    expect(calendar.isWorkingDay("2041-06-14")).toBe(false);
    expect(calendar.isWorkingDay("2040-05-08")).toBe(false);
    expect(calendar.isWorkingDay("2040-12-25")).toBe(true); // The file says nothing of it.
    expect(calendar.isWorkingDay("2026-06-15")).toBe(false); // Shipped, and not in the file.
  });

  it("may serve a division that is not shipped", () => {
    const newer = parseBankHolidays({ jersey: { ...file.scotland, division: "jersey" } }, "jersey");
    const calendar = defineCalendar(
      { ...valid, bankHolidays: "jersey" },
      { bankHolidays: [newer] },
    );
    expect(calendar.isWorkingDay("2041-06-14")).toBe(false);
    expect(defineCalendar(calendar.toJSON()).isWorkingDay("2041-06-14")).toBe(false);
  });
});

describe("toJSON", () => {
  it("gives back the definition, which nobody can change", () => {
    const mine = { ...valid, hours: { weekdays: ["08:00-18:00"] } };
    const calendar = defineCalendar(mine);
    mine.hours.weekdays.push("19:00-20:00");
    expect(calendar.toJSON()).toEqual(valid);
    expect(Object.isFrozen(calendar.toJSON())).toBe(true);
    expect(Object.isFrozen(mine)).toBe(false);
  });
});
