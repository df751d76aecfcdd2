import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { publishedDates } from "../data/gov-uk";
import { type Division, statutoryBankHolidays } from "../reference/statutory-bank-holidays";

const DATA = new URL("../../calendars/bank-holidays.json", import.meta.url);

const DIVISIONS: readonly Division[] = ["england-and-wales", "scotland", "northern-ireland"];
const ENGLAND_AND_WALES = "england-and-wales";
const SCOTLAND = "scotland";
const NORTHERN_IRELAND = "northern-ireland";

const FIRST_YEAR = 1998;
const LAST_YEAR = 2040;
const YEARS = yearsBetween(FIRST_YEAR, LAST_YEAR);

const LETTER_OF = {
  "england-and-wales": "e",
  scotland: "s",
  "northern-ireland": "n",
} as const satisfies Record<Division, string>;

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);
const title = z.string().min(1);
const letters = z.enum(["e", "s", "n", "es", "en", "sn", "esn"]);
const row = z.union([
  z.tuple([monthDay, title, letters]),
  z.tuple([monthDay, title, letters, z.string().min(1)]),
]);

const bankHolidayFile = z.strictObject({
  title: z.string().min(1),
  source: z.strictObject({
    name: z.literal("GOV.UK bank holidays"),
    address: z.literal("https://www.gov.uk/bank-holidays.json"),
    licence: z.literal("Open Government Licence v3.0"),
    copyright: z.literal("Crown copyright"),
    note: z.string().min(1),
  }),
  divisions: z.strictObject({
    e: z.literal("england-and-wales"),
    s: z.literal("scotland"),
    n: z.literal("northern-ireland"),
  }),
  from: z.iso.date(),
  publishedUntil: z.iso.date(),
  to: z.iso.date(),
  years: z.record(z.string().regex(/^\d{4}$/), z.array(row).min(1)),
});

const text = readFileSync(DATA, "utf8");
const file = bankHolidayFile.parse(JSON.parse(text));

describe("the file of bank holidays", () => {
  it("says what it covers, and how much of that is published", () => {
    expect(file.from).toBe("1998-01-01");
    expect(file.publishedUntil).toMatch(/^20[2-4]\d-12-31$/);
    expect(file.publishedUntil >= "2028-12-31" && file.publishedUntil <= file.to).toBe(true);
    expect(file.to).toBe("2040-12-31");
  });

  it("holds every year of its coverage, in order, and no other", () => {
    expect(Object.keys(file.years)).toEqual(YEARS.map(String));
  });

  it("sorts the rows of a year by date, and names only dates that exist", () => {
    for (const year of YEARS) {
      const dates = rowsOf(year).map(([date]) => `${year}-${date}`);
      expect(dates, `${year}`).toEqual([...dates].sort());
      expect(dates.filter((date) => !exists(date))).toEqual([]);
    }
  });

  it.each(DIVISIONS)("names no date twice in %s", (division) => {
    for (const year of YEARS) {
      const dates = datesOf(division, year);
      expect(dates, `${division} ${year}`).toEqual([...new Set(dates)]);
    }
  });

  it("is plain ASCII with one row to a line, and ends with a newline", () => {
    expect([...text].filter((character) => character > "~")).toEqual([]);
    expect(text.endsWith("}\n")).toBe(true);
    const rows = YEARS.flatMap(rowsOf).length;
    expect(text.match(/^ {6}\[.*\],?$/gm)).toHaveLength(rows);
  });
});

describe("every date, 1998 to 2040", () => {
  it.each(DIVISIONS)("is the statute's and the proclamations' in %s", (division) => {
    for (const year of YEARS) {
      expect(datesOf(division, year), `first year to differ: ${year}`).toEqual(
        statutoryBankHolidays(division, year),
      );
    }
  });

  it.each(DIVISIONS)("is a weekday in %s", (division) => {
    const all = YEARS.flatMap((year) => datesOf(division, year));
    expect(all.filter(isWeekend)).toEqual([]);
  });
});

describe("what gov.uk has published, 2011 to 2028", () => {
  it.each(DIVISIONS)("is what the file holds for %s", (division) => {
    for (const year of yearsBetween(2011, 2028)) {
      const expected = publishedDates(division).filter((date) => date.startsWith(`${year}-`));
      expect(expected.length, `${year}`).toBeGreaterThanOrEqual(8);
      expect(datesOf(division, year), `first year to differ: ${year}`).toEqual(expected);
    }
  });
});

describe("the number of bank holidays in a year", () => {
  // Days that a proclamation added. A day that it only moved leaves the count as it was.
  const ADDED = new Map([
    [1999, 1],
    [2002, 1],
    [2011, 1],
    [2012, 1],
    [2022, 2],
    [2023, 1],
  ]);
  const added = (year: number) => ADDED.get(year) ?? 0;

  it("is 8 in England and Wales", () => {
    for (const year of YEARS) {
      expect(datesOf(ENGLAND_AND_WALES, year), `${year}`).toHaveLength(8 + added(year));
    }
  });

  it("is 8 in Scotland until 2006, and 9 from 2007 with St Andrew's Day", () => {
    for (const year of YEARS) {
      const ordinary = year < 2007 ? 8 : 9;
      const worldCup = year === 2026 ? 1 : 0;
      const expected = ordinary + added(year) + worldCup;
      expect(datesOf(SCOTLAND, year), `${year}`).toHaveLength(expected);
    }
  });

  it("is 10 in Northern Ireland", () => {
    for (const year of YEARS) {
      expect(datesOf(NORTHERN_IRELAND, year), `${year}`).toHaveLength(10 + added(year));
    }
  });
});

describe("a proclamation", () => {
  it.each([
    ["1999-12-31", "the eve of the millennium"],
    ["2002-06-03", "the Golden Jubilee"],
    ["2011-04-29", "the royal wedding"],
    ["2012-06-05", "the Diamond Jubilee"],
    ["2022-06-03", "the Platinum Jubilee"],
    ["2022-09-19", "the State Funeral of Queen Elizabeth II"],
    ["2023-05-08", "the coronation of King Charles III"],
  ])("adds %s everywhere: %s", (date) => {
    expect(divisionsWith(date)).toEqual(DIVISIONS);
  });

  it.each([
    ["2002-05-27", "2002-06-04", "spring"],
    ["2012-05-28", "2012-06-04", "spring"],
    ["2020-05-04", "2020-05-08", "early May"],
    ["2022-05-30", "2022-06-02", "spring"],
  ])("moves %s to %s everywhere: the %s bank holiday", (ordinary, proclaimed) => {
    expect(divisionsWith(ordinary)).toEqual([]);
    expect(divisionsWith(proclaimed)).toEqual(DIVISIONS);
  });

  it("adds 15 June 2026 in Scotland alone", () => {
    expect(divisionsWith("2026-06-15")).toEqual([SCOTLAND]);
  });

  it("leaves the early May bank holiday of 2023 where it was, a week before the coronation", () => {
    expect(divisionsWith("2023-05-01")).toEqual(DIVISIONS);
  });
});

describe("a holiday on a weekend", () => {
  it.each([
    [2000, "Saturday", ["01-03"]],
    [2005, "Saturday", ["01-03"]],
    [2006, "Sunday", ["01-02"]],
    [2011, "Saturday", ["01-03"]],
    [2012, "Sunday", ["01-02"]],
    [2023, "Sunday", ["01-02"]],
    [2028, "Saturday", ["01-03"]],
    [2033, "Saturday", ["01-03"]],
  ])("moves New Year's Day of %i, a %s, to the Monday", (year, _weekday, expected) => {
    expect(daysOf(ENGLAND_AND_WALES, year, "01-01", "01-04")).toEqual(expected);
    expect(daysOf(NORTHERN_IRELAND, year, "01-01", "01-04")).toEqual(expected);
  });

  it.each([
    [1999, "Friday", ["01-01", "01-04"]],
    [2000, "Saturday", ["01-03", "01-04"]],
    [2006, "Sunday", ["01-02", "01-03"]],
    [2010, "Friday", ["01-01", "01-04"]],
    [2011, "Saturday", ["01-03", "01-04"]],
    [2012, "Sunday", ["01-02", "01-03"]],
    [2017, "Sunday", ["01-02", "01-03"]],
    [2022, "Saturday", ["01-03", "01-04"]],
    [2026, "Thursday", ["01-01", "01-02"]],
    [2027, "Friday", ["01-01", "01-04"]],
  ])("keeps both days of Scotland's New Year in %i, from a %s", (year, _weekday, expected) => {
    expect(daysOf(SCOTLAND, year, "01-01", "01-04")).toEqual(expected);
  });

  it.each([
    [1998, "Friday", ["12-25", "12-28"]],
    [2004, "Saturday", ["12-27", "12-28"]],
    [2005, "Sunday", ["12-26", "12-27"]],
    [2010, "Saturday", ["12-27", "12-28"]],
    [2011, "Sunday", ["12-26", "12-27"]],
    [2020, "Friday", ["12-25", "12-28"]],
    [2021, "Saturday", ["12-27", "12-28"]],
    [2022, "Sunday", ["12-26", "12-27"]],
    [2025, "Thursday", ["12-25", "12-26"]],
    [2026, "Friday", ["12-25", "12-28"]],
    [2027, "Saturday", ["12-27", "12-28"]],
  ])("keeps both days of Christmas in %i, from a %s", (year, _weekday, expected) => {
    for (const division of DIVISIONS) {
      expect(daysOf(division, year, "12-25", "12-28"), division).toEqual(expected);
    }
  });

  it.each([
    ["2001-03-17", "2001-03-19", "Saturday"],
    ["2012-03-17", "2012-03-19", "Saturday"],
    ["2013-03-17", "2013-03-18", "Sunday"],
    ["2024-03-17", "2024-03-18", "Sunday"],
  ])("moves St Patrick's Day from %s to %s: a %s", (day, substitute) => {
    expect(divisionsWith(day)).toEqual([]);
    expect(divisionsWith(substitute)).toEqual([NORTHERN_IRELAND]);
  });

  it.each([
    ["1998-07-12", "1998-07-13", "Sunday"],
    ["2003-07-12", "2003-07-14", "Saturday"],
    ["2014-07-12", "2014-07-14", "Saturday"],
    ["2026-07-12", "2026-07-13", "Sunday"],
  ])("moves the Battle of the Boyne from %s to %s: a %s", (day, substitute) => {
    expect(divisionsWith(day)).toEqual([]);
    expect(divisionsWith(substitute)).toEqual([NORTHERN_IRELAND]);
  });

  it.each([
    ["2008-11-30", "2008-12-01", "Sunday"],
    ["2013-11-30", "2013-12-02", "Saturday"],
    ["2025-11-30", "2025-12-01", "Sunday"],
  ])("moves St Andrew's Day from %s to %s: a %s", (day, substitute) => {
    expect(divisionsWith(day)).toEqual([]);
    expect(divisionsWith(substitute)).toEqual([SCOTLAND]);
  });
});

describe("what only some divisions keep", () => {
  it("St Andrew's Day, in Scotland from 2007 and not before", () => {
    expect(divisionsWith("2006-11-30")).toEqual([]);
    expect(divisionsWith("2007-11-30")).toEqual([SCOTLAND]);
  });

  it("St Patrick's Day and the Battle of the Boyne, in Northern Ireland", () => {
    expect(divisionsWith("2026-03-17")).toEqual([NORTHERN_IRELAND]);
    expect(divisionsWith("2027-07-12")).toEqual([NORTHERN_IRELAND]);
  });

  it("2 January, in Scotland", () => {
    expect(divisionsWith("2026-01-02")).toEqual([SCOTLAND]);
  });

  it("the summer bank holiday: the start of August in Scotland, the end elsewhere", () => {
    expect(divisionsWith("2026-08-03")).toEqual([SCOTLAND]);
    expect(divisionsWith("2026-08-31")).toEqual([ENGLAND_AND_WALES, NORTHERN_IRELAND]);
  });
});

describe("Easter", () => {
  it.each([
    [1998, "04-10", "04-13"],
    [1999, "04-02", "04-05"],
    [2000, "04-21", "04-24"],
    [2002, "03-29", "04-01"],
    [2005, "03-25", "03-28"],
    [2008, "03-21", "03-24"],
    [2010, "04-02", "04-05"],
    [2011, "04-22", "04-25"],
    [2016, "03-25", "03-28"],
    [2018, "03-30", "04-02"],
    [2024, "03-29", "04-01"],
    [2025, "04-18", "04-21"],
    [2027, "03-26", "03-29"],
    [2030, "04-19", "04-22"],
    [2035, "03-23", "03-26"],
    [2038, "04-23", "04-26"],
    [2040, "03-30", "04-02"],
  ])("of %i: Good Friday is %s, Easter Monday %s and not in Scotland", (year, friday, monday) => {
    expect(divisionsWith(`${year}-${friday}`)).toEqual(DIVISIONS);
    expect(divisionsWith(`${year}-${monday}`)).toEqual([ENGLAND_AND_WALES, NORTHERN_IRELAND]);
  });
});

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function rowsOf(year: number) {
  return file.years[`${year}`] ?? [];
}

function datesOf(division: Division, year: number): string[] {
  return rowsOf(year)
    .filter(([, , divisions]) => divisions.includes(LETTER_OF[division]))
    .map(([date]) => `${year}-${date}`);
}

/** The bank holidays from one day of a year to another, both included, as month and day. */
function daysOf(division: Division, year: number, first: string, last: string): string[] {
  return datesOf(division, year)
    .map((date) => date.slice(5))
    .filter((day) => first <= day && day <= last);
}

function divisionsWith(date: string): Division[] {
  const year = Number(date.slice(0, 4));
  return DIVISIONS.filter((division) => datesOf(division, year).includes(date));
}

function exists(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
