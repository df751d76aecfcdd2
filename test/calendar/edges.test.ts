import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { CoverageError, defineCalendar } from "../../src/index";

/**
 * The contract's table of edges, row by row, with values worked out by hand.
 *
 * Europe/London in 2026: +00:00, from 29 March 01:00Z +01:00, from 25 October 01:00Z +00:00 again.
 * 20 November 2026 is a Friday; 29 March and 25 October are Sundays.
 */

const London = "Europe/London";
const office = defineCalendar({
  id: "office",
  timeZone: London,
  hours: { weekdays: ["09:00-17:00"] },
});

const inLondon = (...daily: string[]) =>
  defineCalendar({ id: "london", timeZone: London, hours: { daily } });

/** A `DateTime` as an instant, whatever its zone. */
const utc = (at: DateTime) => at.toUTC().toISO();
const hours = (duration: { toMillis(): number }) => duration.toMillis() / 3_600_000;

describe("add(t, d): the earliest instant with exactly d worked since t", () => {
  it("counts open time only: an hour on Friday, an hour on Monday", () => {
    // Friday 16:00-17:00 is one hour, Monday 09:00-10:00 the other.
    expect(utc(office.add("2026-11-20T16:00:00Z", { hours: 2 }))).toBe("2026-11-23T10:00:00.000Z");
  });

  it("starts to count at the next opening", () => {
    // Nothing on Saturday; Monday 09:00-10:00 is the hour.
    expect(utc(office.add("2026-11-21T12:00:00Z", { hours: 1 }))).toBe("2026-11-23T10:00:00.000Z");
  });

  it("of nothing is t, even on a Saturday", () => {
    expect(utc(office.add("2026-11-21T12:00:00Z", { hours: 0 }))).toBe("2026-11-21T12:00:00.000Z");
    const tie = "next-open";
    expect(utc(office.add("2026-11-20T17:00:00Z", { hours: 0 }, { tie }))).toBe(
      "2026-11-20T17:00:00.000Z",
    );
  });

  it("of a negative amount is subtract", () => {
    // Back from Monday 10:00: an hour to 09:00, an hour from Friday 17:00 to 16:00.
    expect(utc(office.add("2026-11-23T10:00:00Z", { hours: -2 }))).toBe("2026-11-20T16:00:00.000Z");
    expect(utc(office.subtract("2026-11-23T10:00:00Z", { hours: 2 }))).toBe(
      "2026-11-20T16:00:00.000Z",
    );
  });

  it("of a negative amount is the latest such instant: Monday's opening, not Friday's closing", () => {
    expect(utc(office.subtract("2026-11-23T10:00:00Z", { hours: 1 }))).toBe(
      "2026-11-23T09:00:00.000Z",
    );
  });
});

describe("the amount runs out exactly at closing time", () => {
  it("is due at the close, which is the default", () => {
    expect(utc(office.add("2026-11-20T16:00:00Z", { hours: 1 }))).toBe("2026-11-20T17:00:00.000Z");
    expect(utc(office.add("2026-11-20T16:00:00Z", { hours: 1 }, { tie: "close" }))).toBe(
      "2026-11-20T17:00:00.000Z",
    );
  });

  it("is due at the next opening if the tie says so", () => {
    expect(utc(office.add("2026-11-20T16:00:00Z", { hours: 1 }, { tie: "next-open" }))).toBe(
      "2026-11-23T09:00:00.000Z",
    );
  });

  it("is not a tie a millisecond before", () => {
    const almost = { minutes: 59, seconds: 59, milliseconds: 999 };
    expect(utc(office.add("2026-11-20T16:00:00Z", almost, { tie: "next-open" }))).toBe(
      "2026-11-20T16:59:59.999Z",
    );
  });

  it("is not a tie if one period touches the next", () => {
    const touching = inLondon("09:00-12:00", "12:00-17:00");
    expect(utc(touching.add("2026-11-20T11:00:00Z", { hours: 1 }, { tie: "next-open" }))).toBe(
      "2026-11-20T12:00:00.000Z",
    );
    expect(utc(touching.nextClose("2026-11-20T11:00:00Z"))).toBe("2026-11-20T17:00:00.000Z");
  });
});

describe("clock changes: time counted is real elapsed time", () => {
  const always = inLondon("00:00-24:00");

  it("00:00-24:00 is 23 hours when the clocks go forward", () => {
    // From 29 March 00:00Z to 30 March 00:00+01:00, which is 29 March 23:00Z.
    const [from, to] = [always.at("2026-03-29T00:00"), always.at("2026-03-30T00:00")];
    expect(hours(always.between(from, to))).toBe(23);
  });

  it("00:00-24:00 is 25 hours when the clocks go back", () => {
    // From 25 October 00:00+01:00, which is 24 October 23:00Z, to 26 October 00:00Z.
    const [from, to] = [always.at("2026-10-25T00:00"), always.at("2026-10-26T00:00")];
    expect(hours(always.between(from, to))).toBe(25);
  });

  it("a night shift is 8 hours in March and 10 in October", () => {
    // 22:00 to 07:00 is nine hours on the wall. 28 March 22:00Z to 29 March 06:00Z;
    // 24 October 21:00Z to 25 October 07:00Z.
    const night = inLondon("22:00-07:00");
    const worked = (from: string, to: string) =>
      hours(night.between(`${from}T12:00:00Z`, `${to}T12:00:00Z`));
    expect(worked("2026-03-28", "2026-03-29")).toBe(8);
    expect(worked("2026-10-24", "2026-10-25")).toBe(10);
    expect(worked("2026-11-20", "2026-11-21")).toBe(9);
  });

  it("a wall time that occurs twice means the first", () => {
    // 25 October: 01:30 is 00:30Z and 01:30Z. 00:30+01:00 is 24 October 23:30Z, an hour before.
    const early = inLondon("00:30-01:30");
    expect(utc(early.at("2026-10-25T01:30"))).toBe("2026-10-25T00:30:00.000Z");
    expect(hours(early.between("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))).toBe(1);
    // Opening at the first 01:30 (00:30Z), closing at 03:00 (03:00Z).
    const late = inLondon("01:30-03:00");
    expect(utc(late.nextOpen("2026-10-24T12:00:00Z"))).toBe("2026-10-25T00:30:00.000Z");
    expect(hours(late.between("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))).toBe(2.5);
  });

  it("a wall time that does not occur is moved on by the length of the gap", () => {
    // 29 March: 01:30 does not occur; an hour on it is 02:30+01:00, 01:30Z. 03:00+01:00 is 02:00Z.
    const early = inLondon("01:30-03:00");
    expect(utc(early.at("2026-03-29T01:30"))).toBe("2026-03-29T01:30:00.000Z");
    expect(utc(early.nextOpen("2026-03-28T12:00:00Z"))).toBe("2026-03-29T01:30:00.000Z");
    expect(hours(early.between("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))).toBe(0.5);
  });
});

describe("periods that a clock change pushes onto each other", () => {
  it("count once", () => {
    // 29 March: 00:30-01:30 is 00:30Z to 01:30Z (01:30 moved on to 02:30+01:00); 02:00-03:00 is
    // 01:00Z to 02:00Z. Together 00:30Z to 02:00Z: an hour and a half, not two hours.
    const pushed = inLondon("00:30-01:30", "02:00-03:00");
    const [from, to] = ["2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"] as const;
    expect(hours(pushed.between(from, to))).toBe(1.5);
    expect([...pushed.periods(from, to)].map(({ start, end }) => [start, end])).toEqual([
      [pushed.at("2026-03-29T00:30"), pushed.at("2026-03-29T03:00")],
    ]);
    expect(utc(pushed.add("2026-03-29T00:30:00Z", { minutes: 75 }))).toBe(
      "2026-03-29T01:45:00.000Z",
    );
  });

  it("and a night shift that runs on into the next day's periods counts once", () => {
    // 22:00-07:00 and 06:00-12:00: from 22:00 to 12:00, fourteen hours, 06:00-07:00 once.
    const both = inLondon("22:00-07:00", "06:00-12:00");
    expect(hours(both.between("2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z"))).toBe(14);
  });
});

describe("a zone that changes at midnight, skips a whole day, or changes by 30 minutes", () => {
  const round = (timeZone: string) =>
    defineCalendar({ id: "round", timeZone, hours: { daily: ["00:00-24:00"] } });

  it("America/Sao_Paulo 2018-11-04, whose midnight does not occur", () => {
    // At 03:00Z 00:00-03:00 becomes 01:00-02:00. The day ends at 5 November 00:00-02:00, 02:00Z.
    const saoPaulo = round("America/Sao_Paulo");
    expect(utc(saoPaulo.at("2018-11-04T00:00"))).toBe("2018-11-04T03:00:00.000Z");
    const [from, to] = [saoPaulo.at("2018-11-04T00:00"), saoPaulo.at("2018-11-05T00:00")];
    expect(hours(saoPaulo.between(from, to))).toBe(23);
    // Saturday the 3rd ends where Sunday begins, which is at the change.
    expect(utc(saoPaulo.addWorkingDays("2018-11-02T15:00:00Z", 1))).toBe(
      "2018-11-04T03:00:00.000Z",
    );
    // The Sunday hours 00:30-02:00 open at 01:30-02:00, which is 03:30Z, and close at 04:00Z.
    const sunday = defineCalendar({
      id: "sunday",
      timeZone: "America/Sao_Paulo",
      hours: { sunday: ["00:30-02:00"] },
    });
    expect(utc(sunday.nextOpen("2018-11-03T15:00:00Z"))).toBe("2018-11-04T03:30:00.000Z");
    expect(utc(sunday.nextClose("2018-11-03T15:00:00Z"))).toBe("2018-11-04T04:00:00.000Z");
  });

  it("America/Sao_Paulo 2018-02-17, whose last hour occurs twice", () => {
    // At 18 February 02:00Z 00:00-02:00 becomes 17 February 23:00-03:00: from 02:00Z to 03:00Z next day.
    const saoPaulo = round("America/Sao_Paulo");
    const [from, to] = [saoPaulo.at("2018-02-17T00:00"), saoPaulo.at("2018-02-18T00:00")];
    expect([utc(from), utc(to)]).toEqual(["2018-02-17T02:00:00.000Z", "2018-02-18T03:00:00.000Z"]);
    expect(hours(saoPaulo.between(from, to))).toBe(25);
  });

  it("Pacific/Apia, which had no 30 December 2011", () => {
    // 29 December ends at 30 December 10:00Z (-10:00), and there 31 December begins (+14:00).
    const apia = round("Pacific/Apia");
    expect(hours(apia.between(apia.at("2011-12-29T00:00"), apia.at("2011-12-31T00:00")))).toBe(24);
    expect(apia.isWorkingDay("2011-12-29")).toBe(true);
    expect(apia.isWorkingDay("2011-12-30")).toBe(false);
    expect(apia.hoursOn("2011-12-30")).toEqual([]);
    expect(apia.isWorkingDay("2011-12-31")).toBe(true);
    const noon = apia.at("2011-12-29T12:00");
    // One working day on is the 31st, which ends at 1 January 00:00+14:00.
    expect(utc(apia.addWorkingDays(noon, 1))).toBe("2011-12-31T10:00:00.000Z");
    expect(apia.workingDaysBetween(noon, apia.at("2011-12-31T12:00"))).toBe(1);
    // Noon to noon is a day on the wall twice over, and 24 hours.
    expect(hours(apia.between(noon, apia.at("2011-12-31T12:00")))).toBe(24);
  });

  it("Pacific/Apia, whose office has no hours on the day that was skipped", () => {
    // Wednesday 28th, Thursday 29th, Saturday 31st: the Friday's 09:00-17:00 is not moved on to Saturday.
    const office = defineCalendar({
      id: "apia-office",
      timeZone: "Pacific/Apia",
      hours: { weekdays: ["09:00-17:00"] },
    });
    expect(office.isWorkingDay("2011-12-30")).toBe(false);
    expect(hours(office.between("2011-12-30T04:00:00Z", "2012-01-01T00:00:00Z"))).toBe(0);
    // Monday 2 January is the first working day after the 29th; it ends at 24:00+14:00.
    const noon = office.at("2011-12-29T12:00");
    expect(utc(office.addWorkingDays(noon, 1))).toBe("2012-01-02T10:00:00.000Z");
  });

  it("Australia/Lord_Howe 2026-04-05, which is half an hour longer", () => {
    // At 4 April 15:00Z 02:00+11:00 becomes 01:30+10:30. From 4 April 13:00Z to 5 April 13:30Z.
    const lordHowe = round("Australia/Lord_Howe");
    const [from, to] = [lordHowe.at("2026-04-05T00:00"), lordHowe.at("2026-04-06T00:00")];
    expect([utc(from), utc(to)]).toEqual(["2026-04-04T13:00:00.000Z", "2026-04-05T13:30:00.000Z"]);
    expect(hours(lordHowe.between(from, to))).toBe(24.5);
    // 01:45 occurs twice, half an hour apart; the first is 14:45Z.
    expect(utc(lordHowe.at("2026-04-05T01:45"))).toBe("2026-04-04T14:45:00.000Z");
  });

  it("Asia/Tehran 2022-03-22, whose midnight does not occur", () => {
    // At 21 March 20:30Z 00:00+03:30 becomes 01:00+04:30. The day ends at 22 March 19:30Z.
    const tehran = round("Asia/Tehran");
    const [from, to] = [tehran.at("2022-03-22T00:00"), tehran.at("2022-03-23T00:00")];
    expect([utc(from), utc(to)]).toEqual(["2022-03-21T20:30:00.000Z", "2022-03-22T19:30:00.000Z"]);
    expect(hours(tehran.between(from, to))).toBe(23);
    expect(utc(tehran.addWorkingDays("2022-03-20T12:00:00Z", 1))).toBe("2022-03-21T20:30:00.000Z");
  });
});

describe("a bank holiday in a shift over midnight", () => {
  const nights = defineCalendar({
    id: "nights",
    timeZone: London,
    hours: { daily: ["22:00-07:00"] },
    bankHolidays: ["2026-12-25"],
  });

  it("removes the shift that starts on it, and not the one that ends on it", () => {
    expect(nights.isOpen("2026-12-25T06:59:59.999Z")).toBe(true);
    expect(nights.isOpen("2026-12-25T22:00:00Z")).toBe(false);
    expect(nights.isOpen("2026-12-26T06:00:00Z")).toBe(false);
    expect(nights.isOpen("2026-12-26T22:00:00Z")).toBe(true);
  });

  it("and only one of two nights is worked", () => {
    expect(hours(nights.between("2026-12-24T12:00:00Z", "2026-12-26T12:00:00Z"))).toBe(9);
    // The tenth hour is the first of the shift of the 26th.
    expect(utc(nights.add("2026-12-24T22:00:00Z", { hours: 10 }))).toBe("2026-12-26T23:00:00.000Z");
  });

  it("and the holiday is not a working day, though the calendar is open on it until 07:00", () => {
    expect(nights.isWorkingDay("2026-12-25")).toBe(false);
    expect(nights.isWorkingDay("2026-12-24")).toBe(true);
  });
});

describe("a calendar that never opens, or an amount that no coverage can hold", () => {
  it("is a clear error at once", () => {
    const never = defineCalendar({ id: "never", timeZone: London, hours: {} });
    expect(() => never.add("2026-11-20T16:00:00Z", { milliseconds: 1 })).toThrow(CoverageError);
    expect(() => never.add("2026-11-20T16:00:00Z", { milliseconds: 1 })).toThrow(/never/);
    expect(() => never.nextOpen("2026-11-20T16:00:00Z")).toThrow(CoverageError);
    expect(() => never.addWorkingDays("2026-11-20T16:00:00Z", 1)).toThrow(CoverageError);
  });

  it("names the calendar and its bound", () => {
    const tooMuch = () => office.add("2026-11-20T16:00:00Z", { hours: 1_000_000_000 });
    expect(tooMuch).toThrow(CoverageError);
    expect(tooMuch).toThrow(/"office".*2201-01-01/);
  });
});

describe("working day: a date on which at least one period starts", () => {
  const late = defineCalendar({
    id: "late",
    timeZone: London,
    hours: { weekdays: ["22:00-07:00"] },
    exceptions: { "2026-11-21": ["10:00-10:01"], "2026-11-23": [] },
  });

  it("Friday is one, though most of its shift is on Saturday", () => {
    expect(late.isWorkingDay("2026-11-20")).toBe(true);
  });

  it("a Saturday on which a shift only ends is not one; a Saturday with its own hours is", () => {
    expect(late.isWorkingDay("2026-11-14")).toBe(false);
    expect(late.isWorkingDay("2026-11-21")).toBe(true);
  });

  it("a Monday closed by an exception is not one", () => {
    expect(late.isWorkingDay("2026-11-23")).toBe(false);
  });

  it("a date whose only period the clocks skip is not one", () => {
    // 29 March: 01:00 is moved on to 02:00+01:00, and there 01:00-02:00 closes.
    const lost = inLondon("01:00-02:00");
    expect(lost.isWorkingDay("2026-03-28")).toBe(true);
    expect(lost.isWorkingDay("2026-03-29")).toBe(false);
    expect(hours(lost.between("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))).toBe(0);
  });
});

describe("addWorkingDays(at, n)", () => {
  it("day 1 is the first working day after the date, so Sunday and one day is Monday", () => {
    // The midnight that ends Monday 23 November.
    expect(utc(office.addWorkingDays("2026-11-22T14:30:00Z", 1))).toBe("2026-11-24T00:00:00.000Z");
  });

  it("day 0 is the date itself, working or not", () => {
    expect(utc(office.addWorkingDays("2026-11-22T14:30:00Z", 0))).toBe("2026-11-23T00:00:00.000Z");
    expect(utc(office.addWorkingDays("2026-11-20T14:30:00Z", 0))).toBe("2026-11-21T00:00:00.000Z");
  });

  it("is due at the end of the day, at its last closing, or at the same time", () => {
    const from = "2026-11-20T14:30:00Z";
    expect(utc(office.addWorkingDays(from, 2, { due: "end-of-day" }))).toBe(
      "2026-11-25T00:00:00.000Z",
    );
    expect(utc(office.addWorkingDays(from, 2, { due: "close" }))).toBe("2026-11-24T17:00:00.000Z");
    expect(utc(office.addWorkingDays(from, 2, { due: "same-time" }))).toBe(
      "2026-11-24T14:30:00.000Z",
    );
  });

  it("the last closing of a night shift is on the next morning", () => {
    // From Thursday 19 November, day 1 is Friday; its shift closes on Saturday at 07:00.
    const nights = inLondon("02:00-04:00", "22:00-07:00");
    expect(utc(nights.addWorkingDays("2026-11-19T12:00:00Z", 1, { due: "close" }))).toBe(
      "2026-11-21T07:00:00.000Z",
    );
  });

  it("the same time is the same on the wall, over a clock change", () => {
    // Friday 27 March 14:30Z; Monday 30 March 14:30+01:00 is 13:30Z, and ends at 23:00Z.
    const from = "2026-03-27T14:30:00Z";
    expect(utc(office.addWorkingDays(from, 1, { due: "same-time" }))).toBe(
      "2026-03-30T13:30:00.000Z",
    );
    expect(utc(office.addWorkingDays(from, 1))).toBe("2026-03-30T23:00:00.000Z");
  });

  it("with a cutoff: a millisecond before it is in time, at it counts from the next working day", () => {
    const cutoff = "17:00";
    // Friday still: day 1 is Monday.
    expect(utc(office.addWorkingDays("2026-11-20T16:59:59.999Z", 1, { cutoff }))).toBe(
      "2026-11-24T00:00:00.000Z",
    );
    // Received on Monday: day 1 is Tuesday, and day 0 is Monday.
    expect(utc(office.addWorkingDays("2026-11-20T17:00:00.000Z", 1, { cutoff }))).toBe(
      "2026-11-25T00:00:00.000Z",
    );
    expect(utc(office.addWorkingDays("2026-11-20T17:00:00.000Z", 0, { cutoff }))).toBe(
      "2026-11-24T00:00:00.000Z",
    );
  });

  it("with a cutoff: a non-working day counts as the next working day, however early", () => {
    // Sunday 08:00 is received on Monday: day 1 is Tuesday.
    expect(utc(office.addWorkingDays("2026-11-22T08:00:00Z", 1, { cutoff: "17:00" }))).toBe(
      "2026-11-25T00:00:00.000Z",
    );
  });

  it("with a cutoff: it is a time on the wall", () => {
    // In July 17:00 is 16:00Z. Friday 17 July: at it, received on Monday the 20th; day 1 is the 21st.
    const cutoff = "17:00";
    expect(utc(office.addWorkingDays("2026-07-17T15:59:59.999Z", 1, { cutoff }))).toBe(
      "2026-07-20T23:00:00.000Z",
    );
    expect(utc(office.addWorkingDays("2026-07-17T16:00:00.000Z", 1, { cutoff }))).toBe(
      "2026-07-21T23:00:00.000Z",
    );
  });

  it("workingDaysBetween counts the days after the first date, up to and with the second", () => {
    const friday = office.at("2026-11-20T12:00");
    const sunday = office.at("2026-11-22T12:00");
    const monday = office.at("2026-11-23T12:00");
    expect(office.workingDaysBetween(friday, friday)).toBe(0);
    expect(office.workingDaysBetween(friday, sunday)).toBe(0);
    expect(office.workingDaysBetween(friday, monday)).toBe(1);
    expect(office.workingDaysBetween(sunday, monday)).toBe(1);
    expect(office.workingDaysBetween(monday, friday)).toBe(-1);
  });
});

describe("union, intersect and except across time zones", () => {
  const newYork = defineCalendar({
    id: "new-york",
    timeZone: "America/New_York",
    hours: { weekdays: ["09:00-17:00"] },
  });

  it("in November: London 09:00Z to 17:00Z, New York 14:00Z to 22:00Z", () => {
    const day = ["2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"] as const;
    expect(hours(office.union(newYork).between(...day))).toBe(13);
    expect(hours(office.intersect(newYork).between(...day))).toBe(3);
    expect(hours(office.except(newYork).between(...day))).toBe(5);
    expect(hours(newYork.except(office).between(...day))).toBe(5);
  });

  it("in mid March, when only New York's clocks have changed: 13:00Z to 21:00Z", () => {
    const day = ["2026-03-13T00:00:00Z", "2026-03-14T00:00:00Z"] as const;
    expect(hours(office.union(newYork).between(...day))).toBe(12);
    expect(hours(office.intersect(newYork).between(...day))).toBe(4);
    expect(hours(office.except(newYork).between(...day))).toBe(4);
  });
});
