import { describe, expect, it } from "vitest";
import {
  type BankHolidays,
  CoverageError,
  defineCalendar,
  type HoursDefinition,
} from "../../../src";

type Span = readonly [from: string, to: string, publishedUntil: string];

const division = (name: string, [from, to, publishedUntil]: Span, date: string): BankHolidays => ({
  division: name,
  from,
  to,
  publishedUntil,
  events: [{ date, title: `day of ${name}`, notes: "", status: "published" }],
});

const desk = (bankHolidays: NonNullable<HoursDefinition["bankHolidays"]>) =>
  defineCalendar({
    id: "desk",
    timeZone: "UTC",
    hours: { weekdays: ["09:00-17:00"] },
    bankHolidays,
  });

describe("two divisions that cover different years", () => {
  // Wednesday 2 September 2026, and Thursday 3 September.
  const long = division("long", ["2025-01-01", "2028-12-31", "2028-06-30"], "2026-09-02");
  const short = division("short", ["2026-01-01", "2027-12-31", "2026-12-31"], "2026-09-03");

  it.each([
    ["the longer first", [long, short]],
    ["the shorter first", [short, long]],
  ])("cover what both cover, and are published as far as both are: %s", (_, both) => {
    const calendar = desk(both);
    expect(calendar.coverage).toMatchObject({
      from: "2026-01-01",
      to: "2027-12-31",
      publishedUntil: "2026-12-31",
    });
    expect([calendar.hoursOn("2026-09-02"), calendar.hoursOn("2026-09-03")]).toEqual([[], []]);
    expect(calendar.isProvisional("2026-12-31T12:00:00Z")).toBe(false);
    expect(calendar.isProvisional("2027-01-01T12:00:00Z")).toBe(true);
  });

  it.each([
    ["the longer first", [long, short]],
    ["the shorter first", [short, long]],
  ])("are refused beyond by the one that ends first: %s", (_, both) => {
    const ask = () => desk(both).hoursOn("2028-01-03");
    expect(ask).toThrow(CoverageError);
    expect(ask).toThrow(/short/);
  });

  it("of which one begins later and ends later cover the middle", () => {
    const early = division("early", ["2025-01-01", "2027-12-31", "2027-12-31"], "2026-09-02");
    const late = division("late", ["2026-01-01", "2028-12-31", "2026-06-30"], "2026-09-03");
    const middle = { from: "2026-01-01", to: "2027-12-31", publishedUntil: "2026-06-30" };
    expect(desk([early, late]).coverage).toMatchObject(middle);
    expect(desk([late, early]).coverage).toMatchObject(middle);
  });
});

describe("fixed days on weekends", () => {
  it("are closed within what the data covers, to its first and last date", () => {
    // Saturday 26 December 2026 is Boxing Day, and Sunday 27 December is not one.
    const known = (from: string, to: string) =>
      defineCalendar({
        timeZone: "UTC",
        hours: { daily: ["09:00-17:00"] },
        bankHolidays: division("england-and-wales", [from, to, to], "2026-12-25"),
        bankHolidaysOnWeekends: "closed",
      });
    const year = known("2026-01-01", "2026-12-26");
    expect([year.hoursOn("2026-12-26"), year.reasonFor("2026-12-26").title]).toEqual([
      [],
      "Boxing Day",
    ]);
    expect(known("2026-12-26", "2026-12-31").hoursOn("2026-12-26")).toEqual([]);
    expect(known("2026-01-01", "2026-12-31").hoursOn("2026-12-27")).toEqual(["09:00-17:00"]);
  });

  it("have the names that only one division knows", () => {
    // Sunday 17 March 2024 and Saturday 12 July 2025.
    const irish = defineCalendar({
      timeZone: "Europe/London",
      hours: { daily: ["09:00-17:00"] },
      bankHolidays: "northern-ireland",
      bankHolidaysOnWeekends: "closed",
    });
    expect(["2024-03-17", "2025-07-12"].map((date) => irish.reasonFor(date).title)).toEqual([
      "St Patrick's Day",
      "Battle of the Boyne (Orangemen's Day)",
    ]);
  });
});

describe("a list of dates with bounds", () => {
  it("covers the dates from one to the other, without a date of its own in them", () => {
    const bounded = desk({ dates: [], from: "2026-03-01", to: "2027-02-28" });
    expect(bounded.coverage).toMatchObject({
      from: "2026-03-01",
      to: "2027-02-28",
      publishedUntil: "2027-02-28",
    });
    expect(bounded.isProvisional("2027-02-28T12:00:00Z")).toBe(false);
  });

  it.each([
    // The other end is that of the years of the dates and of the bound.
    [{ from: "2024-03-01" }, ["2024-03-01", "2026-12-31"]],
    [{ to: "2028-02-28" }, ["2026-01-01", "2028-02-28"]],
    [{}, ["2026-01-01", "2026-12-31"]],
  ])("that gives only %j covers %j", (bounds, [from, to]) => {
    const { coverage } = desk({ dates: ["2026-05-01"], ...bounds });
    expect([coverage.from, coverage.to]).toEqual([from, to]);
  });

  it.each([{}, { from: "2026-01-01" }, { to: "2026-12-31" }])(
    "is refused without a date if it gives only %j",
    (bounds) => {
      expect(() => desk({ dates: [], ...bounds })).toThrow(/expected some dates, or both/);
    },
  );
});
