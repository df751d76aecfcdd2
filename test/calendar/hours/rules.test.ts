import { describe, expect, it } from "vitest";
import { type BankHolidays, defineCalendar, type HoursRule } from "../../../src";

/** A desk open from 09:00 to 17:00, Monday to Friday, with some rules. */
const desk = (rules: readonly HoursRule[], more: object = {}) =>
  defineCalendar({
    id: "desk",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    rules,
    ...more,
  });

const USUAL = ["09:00-17:00"];
const SHORT = ["10:00-12:00"];

describe("a rule on a day of the year", () => {
  it("holds in every year", () => {
    const calendar = desk([{ on: "12-24", hours: SHORT }]);
    // A Tuesday, a Thursday and a Friday.
    for (const date of ["1901-12-24", "2026-12-24", "2027-12-24"]) {
      expect(calendar.hoursOn(date)).toEqual(SHORT);
    }
    expect(calendar.hoursOn("2026-12-23")).toEqual(USUAL);
  });

  it("that is 29 February holds in leap years alone", () => {
    const calendar = desk([{ on: "02-29", hours: SHORT }]);
    expect(calendar.hoursOn("2028-02-29")).toEqual(SHORT); // A Tuesday.
    expect(calendar.hoursOn("2028-02-28")).toEqual(USUAL);
    expect(calendar.hoursOn("2028-03-01")).toEqual(USUAL);
    // 2027 has none: 26 February is a Friday, 1 March a Monday.
    expect(calendar.hoursOn("2027-02-26")).toEqual(USUAL);
    expect(calendar.hoursOn("2027-03-01")).toEqual(USUAL);
  });

  it("holds from since to until, both included", () => {
    const calendar = desk([
      { on: "03-01", hours: SHORT, since: "2027-03-01", until: "2028-03-01" },
    ]);
    // 2 March 2026 is a Monday: 1 March 2026 a Sunday, 2027 a Monday, 2028 a Wednesday, 2029 a Thursday.
    expect(calendar.hoursOn("2027-03-01")).toEqual(SHORT);
    expect(calendar.hoursOn("2028-03-01")).toEqual(SHORT);
    expect(calendar.hoursOn("2029-03-01")).toEqual(USUAL);
    expect(calendar.hoursOn("2024-03-01")).toEqual(USUAL); // A Friday.
  });
});

describe("a rule from one day of the year to another", () => {
  it("runs over the new year", () => {
    const calendar = desk([{ from: "12-28", to: "01-02", hours: SHORT }]);
    // 2 January 2026 is a Friday.
    const open = ["2026-12-28", "2026-12-31", "2027-01-01", "2026-01-02"];
    for (const date of open) expect(calendar.hoursOn(date), date).toEqual(SHORT);
    // 24 December 2026 is a Thursday, 4 January 2027 a Monday, 1 July 2027 a Thursday.
    for (const date of ["2026-12-24", "2027-01-04", "2027-07-01"]) {
      expect(calendar.hoursOn(date), date).toEqual(USUAL);
    }
  });

  it("is one day if both are the same", () => {
    const calendar = desk([{ from: "07-01", to: "07-01", hours: SHORT }]);
    expect(calendar.hoursOn("2027-06-30")).toEqual(USUAL);
    expect(calendar.hoursOn("2027-07-01")).toEqual(SHORT);
    expect(calendar.hoursOn("2027-07-02")).toEqual(USUAL);
  });

  it("that begins or ends on 29 February does so without one too", () => {
    const until = desk([{ from: "02-20", to: "02-29", hours: SHORT }]);
    expect(until.hoursOn("2027-02-26")).toEqual(SHORT); // The last Friday.
    expect(until.hoursOn("2027-03-01")).toEqual(USUAL);
    expect(until.hoursOn("2028-02-29")).toEqual(SHORT);
    expect(until.hoursOn("2028-03-01")).toEqual(USUAL);
    const from = desk([{ from: "02-29", to: "03-02", hours: SHORT }]);
    expect(from.hoursOn("2027-02-26")).toEqual(USUAL);
    expect(from.hoursOn("2027-03-01")).toEqual(SHORT);
    expect(from.hoursOn("2028-02-28")).toEqual(USUAL);
    expect(from.hoursOn("2028-02-29")).toEqual(SHORT);
  });
});

describe("a rule on a day of the week", () => {
  it("counts from the start of the month, or from its end", () => {
    const calendar = desk([{ on: { weekday: "wednesday", nth: [1, -1, 5] }, hours: SHORT }]);
    // The Wednesdays of March 2027: 3, 10, 17, 24, 31; of April: 7, 14, 21, 28.
    const short = ["2027-03-03", "2027-03-31", "2027-04-07", "2027-04-28"];
    for (const date of short) expect(calendar.hoursOn(date), date).toEqual(SHORT);
    const usual = ["2027-03-10", "2027-03-17", "2027-03-24", "2027-04-14", "2027-04-21"];
    for (const date of usual) expect(calendar.hoursOn(date), date).toEqual(USUAL);
  });

  it("is in some months alone if it says so", () => {
    const calendar = desk([{ on: { weekday: "monday", nth: -2, months: [6] }, hours: SHORT }]);
    // The Mondays of June 2027: 7, 14, 21, 28.
    expect(calendar.hoursOn("2027-06-21")).toEqual(SHORT);
    expect(calendar.hoursOn("2027-06-28")).toEqual(USUAL);
    expect(calendar.hoursOn("2027-07-19")).toEqual(USUAL);
  });

  it("comes every so many weeks from its first date on", () => {
    const calendar = desk([
      { on: { weekday: "friday", every: 3, from: "2027-01-08" }, hours: SHORT },
    ]);
    // 17 × 21 = 357 days after 8 January is 31 December.
    for (const date of ["2027-01-08", "2027-01-29", "2027-02-19", "2027-12-31"]) {
      expect(calendar.hoursOn(date), date).toEqual(SHORT);
    }
    for (const date of ["2026-12-18", "2027-01-15", "2027-01-22"]) {
      expect(calendar.hoursOn(date), date).toEqual(USUAL);
    }
  });
});

describe("a rule for the day before a bank holiday", () => {
  const before = (more: object) =>
    desk([{ title: "Early close", on: "day-before-bank-holiday", hours: SHORT }], more);

  it.each([
    // Easter Sunday is 28 March 2027 and 25 April 2038, the latest there can be.
    ["2027-03-25", "2027-03-26"],
    ["2038-04-22", "2038-04-23"],
  ])("is the Thursday %s before Good Friday, %s", (thursday, friday) => {
    const calendar = before({ bankHolidays: "england-and-wales" });
    expect(calendar.hoursOn(thursday)).toEqual(SHORT);
    expect(calendar.reasonFor(thursday)).toEqual({ because: "rule", title: "Early close" });
    // By the week alone, the working day before Easter Monday is Good Friday, which is closed.
    expect(calendar.hoursOn(friday)).toEqual([]);
    expect(calendar.reasonFor(friday)).toEqual({ because: "bank-holiday", title: "Good Friday" });
  });

  it("is the last day on which the week that holds then is open", () => {
    // 3 May 2027 is a Monday: the last working day is Friday, or Saturday once Saturdays are worked.
    const bankHolidays = "england-and-wales";
    const saturdays = { weekdays: USUAL, saturday: USUAL };
    const [five, six] = [
      before({ bankHolidays }),
      before({ bankHolidays, hoursFrom: { "2027-05-01": saturdays } }),
    ];
    expect([five.hoursOn("2027-04-30"), five.hoursOn("2027-05-01")]).toEqual([SHORT, []]);
    expect([six.hoursOn("2027-04-30"), six.hoursOn("2027-05-01")]).toEqual([USUAL, SHORT]);
  });

  it("is for dates of a custom list too, and for weekends that are closed like bank holidays", () => {
    const list = before({ bankHolidays: ["2027-06-16"] });
    expect(list.hoursOn("2027-06-15")).toEqual(SHORT);
    // 25 December 2027 is a Saturday; its bank holiday is Monday 27 December.
    const daily = { hours: { daily: USUAL }, bankHolidays: "england-and-wales" };
    const open = before(daily);
    expect(open.hoursOn("2027-12-26")).toEqual(SHORT);
    expect(open.hoursOn("2027-12-24")).toEqual(USUAL);
    const closed = before({ ...daily, bankHolidaysOnWeekends: "closed" });
    expect(closed.hoursOn("2027-12-26")).toEqual([]);
    expect(closed.hoursOn("2027-12-24")).toEqual(SHORT);
  });
});

describe("a rule without a title", () => {
  it("is the reason of its dates all the same", () => {
    expect(desk([{ on: "12-24", hours: SHORT }]).reasonFor("2026-12-24")).toEqual({
      because: "rule",
    });
  });
});

describe("what wins", () => {
  it("is a date's exception, then its bank holiday, then the rules", () => {
    const rules: readonly HoursRule[] = [{ from: "05-01", to: "05-31", hours: SHORT }];
    const given = {
      bankHolidays: ["2027-05-04", "2027-05-05"],
      bankHolidayHours: ["11:00-11:30"],
      exceptions: { "2027-05-05": ["12:00-12:15"] },
    };
    const calendar = desk(rules, given);
    expect(calendar.hoursOn("2027-05-03")).toEqual(SHORT);
    expect(calendar.hoursOn("2027-05-04")).toEqual(["11:00-11:30"]);
    expect(calendar.hoursOn("2027-05-05")).toEqual(["12:00-12:15"]);
  });

  it("is the later of two rules", () => {
    const [one, other]: readonly HoursRule[] = [
      { from: "07-01", to: "07-31", hours: SHORT },
      { on: "07-14", hours: ["12:00-13:00"] },
    ];
    if (!one || !other) throw new Error("there are two");
    expect(desk([one, other]).hoursOn("2027-07-14")).toEqual(["12:00-13:00"]);
    expect(desk([other, one]).hoursOn("2027-07-14")).toEqual(SHORT);
  });
});

describe("a day that the week leaves closed", () => {
  const SATURDAY = "2027-07-17";
  const july = (hours: HoursRule["hours"], opens?: boolean): HoursRule => ({
    from: "07-01",
    to: "07-31",
    hours,
    ...(opens === undefined ? {} : { opens }),
  });

  it("stays closed under a rule with periods, and says nothing of the rule", () => {
    for (const calendar of [desk([july(SHORT)]), desk([july(SHORT, false)])]) {
      expect(calendar.hoursOn(SATURDAY)).toEqual([]);
      expect(calendar.reasonFor(SATURDAY)).toEqual({ because: "week" });
    }
  });

  it("opens under a rule that opens", () => {
    expect(desk([july(SHORT, true)]).hoursOn(SATURDAY)).toEqual(SHORT);
  });

  it("has what a rule with a week gives it", () => {
    expect(desk([july({ saturday: SHORT })]).hoursOn(SATURDAY)).toEqual(SHORT);
    // The week of the rule is the whole week: Friday 16 July is closed.
    expect(desk([july({ saturday: SHORT })]).hoursOn("2027-07-16")).toEqual([]);
  });

  it("that an earlier rule opened is closed by a later one", () => {
    const saturdays: HoursRule = {
      on: { weekday: "saturday", every: 1, from: "2027-01-02" },
      hours: SHORT,
      opens: true,
    };
    expect(desk([saturdays]).hoursOn(SATURDAY)).toEqual(SHORT);
    expect(desk([saturdays, july([])]).hoursOn(SATURDAY)).toEqual([]);
    // A later rule with periods that does not open changes nothing on it.
    expect(desk([saturdays, july(["15:00-16:00"])]).hoursOn(SATURDAY)).toEqual(SHORT);
  });

  it("is closed for later rules too if a rule with a week closes it", () => {
    const fridayOff = july({ monday: USUAL });
    const later: HoursRule = { on: "07-16", hours: SHORT };
    expect(desk([fridayOff, later]).hoursOn("2027-07-16")).toEqual([]);
    expect(desk([fridayOff, { ...later, opens: true }]).hoursOn("2027-07-16")).toEqual(SHORT);
  });
});

describe("hours over midnight", () => {
  it("of a rule belong to the date on which they start", () => {
    const calendar = desk([{ on: "07-01", hours: ["22:00-02:00"] }]);
    expect(calendar.isOpen(calendar.at("2027-07-02T01:59"))).toBe(true);
    expect(calendar.isOpen(calendar.at("2027-07-02T02:00"))).toBe(false);
    expect(calendar.isOpen(calendar.at("2027-07-01T10:00"))).toBe(false);
  });
});

describe("data of a division that is given whole", () => {
  it("counts for the day before as well", () => {
    const data: BankHolidays = {
      division: "Narnia",
      events: [{ date: "2027-06-16", title: "Feast", notes: "", status: "published" }],
      from: "2027-01-01",
      to: "2027-12-31",
      publishedUntil: "2027-12-31",
    };
    const calendar = desk([{ on: "day-before-bank-holiday", hours: SHORT }], {
      bankHolidays: [data, "2027-06-18"],
    });
    expect(calendar.hoursOn("2027-06-15")).toEqual(SHORT);
    expect(calendar.hoursOn("2027-06-17")).toEqual(SHORT);
    expect(calendar.coverage).toMatchObject({ from: "2027-01-01", to: "2027-12-31" });
  });
});
