import { describe, expect, it } from "vitest";
import {
  type BankHolidays,
  bankHolidays,
  type CalendarDefinition,
  defineCalendar,
  parseBankHolidays,
} from "../../../src";

/** What gov.uk might publish. */
function published(...dates: readonly string[]): BankHolidays {
  const events = dates.map((date) => ({ title: `day ${date}`, date, notes: "" }));
  return parseBankHolidays({ scotland: { division: "scotland", events } }, "scotland");
}

const definition: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { daily: ["09:00-17:00"] },
  bankHolidays: "scotland",
};

/** The coverage and the dates in `years` of a calendar with some bank holidays newer than shipped. */
function known(newer: readonly BankHolidays[], years: RegExp) {
  const calendar = defineCalendar(definition, { bankHolidays: newer });
  const { from, to, publishedUntil } = calendar.coverage;
  const { bankHolidays } = calendar.toJSON() as { bankHolidays: BankHolidays };
  const dates = bankHolidays.events.map(({ date }) => date);
  return { from, to, publishedUntil, all: dates, dates: dates.filter((date) => years.test(date)) };
}

const shippedIn = (years: RegExp) =>
  bankHolidays("scotland")
    .events.map(({ date }) => date)
    .filter((date) => years.test(date));

describe("bank holidays laid over those shipped, year by year", () => {
  it("take the place of the years they cover, to the first day and the last, and of no other", () => {
    const newer = published("2030-06-05", "2030-01-01", "2030-12-31");
    const { dates } = known([newer], /^20(29|30|31)/);
    expect(dates).toEqual([
      ...shippedIn(/^2029/),
      "2030-01-01",
      "2030-06-05",
      "2030-12-31",
      ...shippedIn(/^2031/),
    ]);
  });

  it("are in order of date with those that are left", () => {
    const { all } = known([published("2030-06-05")], /./);
    expect(all).toEqual(all.toSorted());
  });

  it("leave the coverage as it is, and say until when it is published", () => {
    const { from, to, publishedUntil } = known([published("2030-06-05")], /./);
    expect([from, to, publishedUntil]).toEqual(["1998-01-01", "2040-12-31", "2030-12-31"]);
  });

  it("older than what is published take nothing back", () => {
    const { publishedUntil, dates } = known([published("2005-06-05")], /^2005/);
    expect(publishedUntil).toBe("2028-12-31");
    expect(dates).toEqual(["2005-06-05"]);
  });

  it.each([
    ["2041-06-05", "1998-01-01", "2041-12-31"],
    ["1997-06-05", "1997-01-01", "2040-12-31"],
  ])("of the year next to them, %s, widen them", (date, from, to) => {
    const seen = known([published(date)], /^(1997|2041)/);
    expect(seen).toMatchObject({ from, to, dates: [date] });
    expect(seen.all.length).toBe(shippedIn(/./).length + 1);
  });

  it.each(["2042-06-05", "1996-06-05"])(
    "with a year between that neither knows, %s, stand alone",
    (date) => {
      const year = date.slice(0, 4);
      const seen = known([published(date)], /./);
      expect(seen).toMatchObject({ from: `${year}-01-01`, to: `${year}-12-31`, dates: [date] });
    },
  );

  it("are laid one over the other in the order they are given", () => {
    const { dates } = known([published("2030-06-05"), published("2030-07-05")], /^2030/);
    expect(dates).toEqual(["2030-07-05"]);
  });

  it("of another division change nothing", () => {
    const file = { wales: { division: "wales", events: [{ title: "x", date: "2026-03-02" }] } };
    const calendar = defineCalendar(definition, {
      bankHolidays: [parseBankHolidays(file, "wales")],
    });
    expect(calendar.isWorkingDay("2026-03-02")).toBe(true);
    expect(calendar.toJSON()).toEqual(definition);
  });

  it("of one's own years are told from those shipped", () => {
    const calendar = defineCalendar(definition, { bankHolidays: [published("2030-06-05")] });
    const again = defineCalendar(calendar.toJSON());
    expect(again.isWorkingDay("2030-06-05")).toBe(false);
    expect(again.reasonFor("2030-06-05")).toEqual({
      because: "bank-holiday",
      title: "day 2030-06-05",
    });
  });
});

describe("parseBankHolidays", () => {
  const file = (...events: readonly object[]) => ({ x: { division: "x", events } });

  it("puts dates in order; those of one date stay in theirs", () => {
    const days = [
      ["2031-05-05", "b"],
      ["2030-01-02", "a"],
      ["2031-05-05", "c"],
      ["2029-12-25", "d"],
    ].map(([date, title]) => ({ date, title }));
    const { events, ...rest } = parseBankHolidays(file(...days), "x");
    expect(events.map(({ title }) => title)).toEqual(["d", "a", "b", "c"]);
    expect(rest).toEqual({
      division: "x",
      from: "2029-01-01",
      to: "2031-12-31",
      publishedUntil: "2031-12-31",
    });
  });

  it("takes notes where there are none for empty", () => {
    const { events } = parseBankHolidays(file({ title: "a", date: "2031-05-05" }), "x");
    expect(events).toEqual([{ title: "a", date: "2031-05-05", notes: "", status: "published" }]);
  });
});
