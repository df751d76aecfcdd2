import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  CoverageError,
  defineCalendar,
  type HoursDefinition,
  parseBankHolidays,
} from "../../../src";

const desk = (holidays: HoursDefinition["bankHolidays"], more: Partial<HoursDefinition> = {}) =>
  defineCalendar({
    id: "desk",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    ...(holidays === undefined ? {} : { bankHolidays: holidays }),
    ...more,
  });

describe("dates beside a division", () => {
  const mixed = desk(["scotland", "2027-06-01", { date: "2027-05-05", title: "Town show" }]);

  it("are closed like its own", () => {
    expect(mixed.reasonFor("2027-06-01")).toEqual({
      because: "bank-holiday",
      title: "bank holiday",
    });
    expect(mixed.reasonFor("2027-05-05")).toEqual({ because: "bank-holiday", title: "Town show" });
    // Scotland's summer bank holiday: the first Monday of August.
    expect(mixed.hoursOn("2027-08-02")).toEqual([]);
    expect(mixed.hoursOn("2027-06-02")).toEqual(["09:00-17:00"]);
  });

  it("leave the coverage to the division, and what is published", () => {
    const { from, to, publishedUntil } = bankHolidays("scotland");
    expect(mixed.coverage).toMatchObject({ from, to, publishedUntil });
    expect(mixed.isProvisional("2029-06-01T00:00:00Z")).toBe(true);
    expect(mixed.isProvisional("2028-06-01T00:00:00Z")).toBe(false);
  });

  it("outside its years change nothing", () => {
    const late = desk(["scotland", "2050-06-01"]);
    expect(late.coverage.to).toBe("2040-12-31");
    expect(() => late.hoursOn("2050-06-01")).toThrow(CoverageError);
  });

  it("give a date of the division another name", () => {
    const named = desk(["england-and-wales", { date: "2027-12-28", title: "Inventory" }]);
    expect(named.reasonFor("2027-12-28").title).toBe("Inventory");
    // A bare date leaves the division's name: Boxing Day in lieu.
    expect(desk(["england-and-wales", "2027-12-28"]).reasonFor("2027-12-28").title).toBe(
      "Boxing Day",
    );
  });

  it("may stand beside two divisions, whose days are both kept", () => {
    const both = desk(["england-and-wales", "scotland"]);
    // The summer bank holidays of 2027: 2 August in Scotland, 30 August in England and Wales.
    expect(both.isWorkingDay("2027-08-02")).toBe(false);
    expect(both.isWorkingDay("2027-08-30")).toBe(false);
    expect(both.coverage).toMatchObject({ from: "1998-01-01", to: "2040-12-31" });
  });

  it("take newer data of the division, and keep it in the definition", () => {
    const file = {
      division: "scotland",
      events: [{ title: "Snow", date: "2041-01-02", notes: "", bunting: true }],
    };
    const newer = parseBankHolidays(file, "scotland");
    const calendar = defineCalendar(
      {
        id: "desk",
        timeZone: "Europe/London",
        hours: { weekdays: ["09:00-17:00"] },
        bankHolidays: ["scotland", "2027-06-01"],
      },
      { bankHolidays: [newer] },
    );
    expect(calendar.reasonFor("2041-01-02").title).toBe("Snow");
    expect(calendar.isWorkingDay("2027-06-01")).toBe(false);
    const again = defineCalendar(JSON.parse(JSON.stringify(calendar)));
    expect(again.reasonFor("2041-01-02").title).toBe("Snow");
    expect(again.isWorkingDay("2027-06-01")).toBe(false);
    expect(again.fingerprint({ from: "2027-01-01", to: "2027-12-31" })).toBe(
      calendar.fingerprint({ from: "2027-01-01", to: "2027-12-31" }),
    );
  });

  it("may name the division in Welsh", () => {
    expect(desk(["cymru-a-lloegr", "2027-06-01"]).reasonFor("2027-12-28").title).toBe("Boxing Day");
  });
});

describe("a custom list", () => {
  it("without bounds covers the whole years of its dates", () => {
    const bare = desk(["2026-06-01", "2027-06-01"]);
    expect(bare.coverage).toMatchObject({ from: "2026-01-01", to: "2027-12-31" });
  });

  it("with bounds covers the dates between them", () => {
    const list = desk({
      dates: ["2027-06-01", { date: "2027-05-05", title: "Town show" }],
      from: "2020-01-01",
      to: "2035-06-30",
    });
    expect(list.coverage).toMatchObject({
      from: "2020-01-01",
      to: "2035-06-30",
      publishedUntil: "2035-06-30",
    });
    expect(list.reasonFor("2027-05-05").title).toBe("Town show");
    expect(list.isWorkingDay("2035-06-29")).toBe(true);
    expect(() => list.isWorkingDay("2035-07-02")).toThrow(CoverageError);
  });

  it("with one bound takes the other from the years of its dates", () => {
    expect(desk({ dates: ["2027-06-01"], to: "2030-12-31" }).coverage).toMatchObject({
      from: "2027-01-01",
      to: "2030-12-31",
    });
    expect(desk({ dates: ["2027-06-01"], from: "2020-03-01" }).coverage).toMatchObject({
      from: "2020-03-01",
      to: "2027-12-31",
    });
  });

  it("without dates and with both bounds closes no date", () => {
    const list = desk({ dates: [], from: "2027-01-01", to: "2027-12-31" });
    expect(list.coverage).toMatchObject({ from: "2027-01-01", to: "2027-12-31" });
    expect(list.isWorkingDay("2027-12-27")).toBe(true);
  });

  it("may give its days hours", () => {
    const list = desk(["2027-06-01"], { bankHolidayHours: ["10:00-14:00"] });
    expect(list.hoursOn("2027-06-01")).toEqual(["10:00-14:00"]);
    expect(list.isWorkingDay("2027-06-01")).toBe(true);
  });

  it("with hours on a day that the week leaves closed opens it", () => {
    // 5 June 2027 is a Saturday.
    const list = desk(["2027-06-05"], { bankHolidayHours: ["10:00-14:00"] });
    expect(list.hoursOn("2027-06-05")).toEqual(["10:00-14:00"]);
  });
});
