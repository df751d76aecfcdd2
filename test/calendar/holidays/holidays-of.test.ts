import { describe, expect, it } from "vitest";
import {
  type BankHolidays,
  bankHolidays,
  defineCalendar,
  type HoursDefinition,
} from "../../../src";
import {
  divisionNamed,
  overlayBankHolidays,
  withDivision,
} from "../../../src/calendar/holidays/bank-holidays";
import { datesGiven, holidaysOf } from "../../../src/calendar/holidays/holidays-of";
import { fixedDays } from "../../../src/calendar/holidays/weekend-days";
import { formatDate } from "../../../src/time/civil-date";

type Given = HoursDefinition["bankHolidays"];

/** Data of a division for 2027 with one date and its title. */
const data = (division: string, date: string, title: string) => ({
  division,
  events: [{ date, title, notes: "", status: "published" as const }],
  from: "2027-01-01",
  to: "2027-12-31",
  publishedUntil: "2027-12-31",
});

// Text that begins with a digit is a date, and other text the name of a division.
const area = data("area-51", "2027-07-02", "Landing");
const jersey = data("jersey", "2027-05-10", "Liberation Day");
const LIST = ["2027-06-01", { date: "2027-06-02", title: "Show" }, { date: "2027-06-03" }] as const;
const DATED = [{ date: "2027-06-01" }, LIST[1], LIST[2]];

const holidays = (given: Given, newer: readonly BankHolidays[] = []) =>
  holidaysOf(
    { timeZone: "UTC", hours: {}, ...(given === undefined ? {} : { bankHolidays: given }) },
    newer,
  );

/** The titles by date. */
const titles = (given: Given, newer: readonly BankHolidays[] = []) =>
  Object.fromEntries(
    [...(holidays(given, newer)?.titles ?? [])].map(([day, title]) => [formatDate(day), title]),
  );

describe("the bank holidays of a definition", () => {
  it("are none if it names none", () => {
    expect(holidays(undefined)).toBeUndefined();
    expect(holidays([])).toBeUndefined();
  });

  const listed = {
    "2027-06-01": "bank holiday",
    "2027-06-02": "Show",
    "2027-06-03": "bank holiday",
  };
  it.each<[string, Given, readonly BankHolidays[], object]>([
    ["a list", LIST, [], listed],
    ["a list with bounds", { dates: LIST, to: "2027-12-31" }, [], listed],
    ["data", jersey, [], { "2027-05-10": "Liberation Day" }],
    ["a division that is not shipped", "jersey", [jersey], { "2027-05-10": "Liberation Day" }],
    [
      "a list of data, of a division and of dates",
      [jersey, "area-51", ...LIST],
      [area],
      { "2027-05-10": "Liberation Day", "2027-07-02": "Landing", ...listed },
    ],
    [
      "a list that names a date of its division anew",
      [jersey, "2027-05-10", { date: "2027-05-11" }],
      [],
      { "2027-05-10": "Liberation Day", "2027-05-11": "bank holiday" },
    ],
  ])("are exactly those of %s", (_, given, newer, expected) => {
    expect(titles(given, newer)).toEqual(expected);
  });

  it("are shared by the calendars of one division, which is read once", () => {
    const { titles } = holidays("scotland") ?? {};
    expect(titles).toBeDefined();
    expect(holidays("scotland")?.titles).toBe(titles);
    expect(holidays(["scotland"])?.titles).toBe(titles);
    expect(holidays(["scotland", "2027-06-01"])?.titles).not.toBe(titles);
  });

  it("are read again from data that may change", () => {
    const events = [...jersey.events];
    const open = { ...jersey, events };
    expect(Object.keys(titles(open))).toEqual(["2027-05-10"]);
    events.push({ date: "2027-05-11", title: "And the next", notes: "", status: "published" });
    expect(Object.keys(titles(open))).toEqual(["2027-05-10", "2027-05-11"]);
  });
});

describe("a definition that stands alone", () => {
  const settled = (given: Given, ...newer: readonly BankHolidays[]) =>
    holidays(given, newer)?.settled;

  it("is as it was if nothing is newer than what is shipped", () => {
    for (const given of ["scotland", jersey, LIST, ["scotland", ...LIST]] as const) {
      expect(settled(given)).toBe(given);
      expect(settled(given, area)).toBe(given);
    }
  });

  it("holds the data of the divisions that it names, and of no other", () => {
    expect(settled("jersey", jersey)).toBe(jersey);
    expect(settled(["scotland", "jersey", ...LIST], jersey)).toEqual(["scotland", jersey, ...LIST]);
    expect(settled(["scotland", "jersey", "area-51"], area, jersey)).toEqual([
      "scotland",
      jersey,
      area,
    ]);
  });

  it("holds data in which the newer takes the place of the older", () => {
    const newer = data("jersey", "2027-05-09", "Moved");
    const joined = settled(jersey, newer);
    // 9 May, before the 10th, fills neither January nor December: it replaces itself alone.
    expect(joined).toMatchObject({
      division: "jersey",
      events: [{ date: "2027-05-09" }, { date: "2027-05-10" }],
    });
  });
});

describe("newer data laid over older", () => {
  const one = (dates: readonly string[], from: string, to: string): BankHolidays => ({
    division: "x",
    events: dates.map((date) => ({ date, title: date, notes: "", status: "published" })),
    from,
    to,
    publishedUntil: to,
  });

  it("takes the place of dates on the first and the last day that it fills", () => {
    // A date in January fills the year from its first day, and one in December to its last.
    const older = one(["2027-01-01", "2027-12-31"], "2026-01-01", "2028-12-31");
    const newer = one(["2027-01-04", "2027-12-27"], "2027-01-01", "2027-12-31");
    const { events } = overlayBankHolidays(older, newer);
    expect(events.map(({ date }) => date)).toEqual(["2027-01-04", "2027-12-27"]);
  });

  it("keeps the dates beside the first and the last day that it fills", () => {
    const older = one(["2026-12-31", "2028-01-01"], "2026-01-01", "2028-12-31");
    const newer = one(["2027-12-27", "2027-01-04"], "2026-01-01", "2028-12-31");
    const { events } = overlayBankHolidays(older, newer);
    expect(events.map(({ date }) => date)).toEqual([
      ...["2026-12-31", "2027-01-04", "2027-12-27", "2028-01-01"],
    ]);
  });

  it("without a date changes nothing", () => {
    const older = one(["2027-01-01"], "2027-01-01", "2027-12-31");
    expect(overlayBankHolidays(older, one([], "2027-01-01", "2027-12-31"))).toBe(older);
  });
});

describe("the divisions that bank holidays name", () => {
  it.each<[Given, readonly string[]]>([
    [undefined, []],
    ["scotland", ["scotland"]],
    ["yr-alban", ["scotland"]],
    [jersey, ["jersey"]],
    [LIST, []],
    [{ dates: LIST }, []],
    [
      [jersey, "yr-alban", "area-51", ...LIST],
      ["jersey", "scotland", "area-51"],
    ],
  ])("%j are %j", (given, divisions) => {
    expect(divisionNamed(given)).toEqual(divisions);
  });

  it("have one name, whichever language they are given in", () => {
    expect(withDivision(jersey)).toBe(jersey);
    const welsh = withDivision({ ...jersey, division: "yr-alban" });
    expect(welsh).toEqual({ ...jersey, division: "scotland" });
    expect(Object.isFrozen(welsh)).toBe(true);
  });

  it("are told from dates by their first letter", () => {
    const calendar = defineCalendar(
      { timeZone: "UTC", hours: { daily: ["09:00-17:00"] }, bankHolidays: ["area-51", LIST[0]] },
      { bankHolidays: [area] },
    );
    expect(["2027-06-01", "2027-07-02"].map((date) => calendar.isWorkingDay(date))).toEqual([
      false,
      false,
    ]);
  });

  it("are refused by name even if they cannot be read as text", () => {
    const nameless: unknown = Object.create(null);
    expect(() => bankHolidays(nameless as string)).toThrow(
      expect.objectContaining({ code: "division-unknown" }),
    );
  });
});

describe("the dates that bank holidays give, as shipped", () => {
  const { events } = bankHolidays("scotland");

  it.each<[string, Given, readonly object[]]>([
    ["nothing", undefined, []],
    ["a division", "scotland", events],
    ["a division that is not shipped", "jersey", []],
    ["data", jersey, jersey.events],
    ["a list", LIST, DATED],
    ["a list with bounds", { dates: LIST }, DATED],
    [
      "a list of all kinds",
      [...LIST, "jersey", jersey, "yr-alban"],
      [...DATED, ...jersey.events, ...events],
    ],
  ])("of %s", (_, given, expected) => {
    expect(datesGiven(given)).toEqual(expected);
  });
});

describe("the fixed days of a division", () => {
  // New Year's Day, Christmas Day and Boxing Day, and those that a division alone has.
  it.each([
    ["england-and-wales", [101, 1225, 1226]],
    ["cymru-a-lloegr", [101, 1225, 1226]],
    ["scotland", [101, 102, 1130, 1225, 1226]],
    ["northern-ireland", [101, 317, 712, 1225, 1226]],
    ["jersey", []],
    ["toString", []],
  ])("of %s", (division, days) => {
    expect(fixedDays(division)).toEqual(days);
  });

  it("that fall on a weekend, from the first date known to the last", () => {
    // 25 and 26 December 2027 are a Saturday and a Sunday, and 1 January 2028 a Saturday.
    const known = (from: string, to: string) => {
      const england = { ...data("england-and-wales", "2027-12-27", "Christmas Day"), from, to };
      const given = { timeZone: "UTC", hours: {}, bankHolidays: england } as const;
      const { weekends } = holidaysOf({ ...given, bankHolidaysOnWeekends: "closed" }, []) ?? {};
      expect(holidaysOf(given, [])?.weekends.size).toBe(0);
      return [...(weekends ?? [])].map(([day]) => formatDate(day));
    };
    expect(known("2027-12-25", "2028-01-01")).toEqual(["2027-12-25", "2027-12-26", "2028-01-01"]);
    expect(known("2027-12-26", "2027-12-31")).toEqual(["2027-12-26"]);
    expect(known("2027-12-25", "2027-12-25")).toEqual(["2027-12-25"]);
    // 1 January 2027 is a Friday.
    expect(known("2027-01-01", "2027-12-31")).toEqual(["2027-12-25", "2027-12-26"]);
  });
});
