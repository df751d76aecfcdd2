import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src/index";
import { axisOf } from "../../src/picture/time/axis";
import { clockChanges } from "../../src/picture/time/clock-changes";
import { dayName, daysOf, namedDays } from "../../src/picture/time/days";
import { HOUR_MS } from "../../src/timeline/units";
import { CORE } from "./tickets";

const LONDON = "Europe/London";
const span = (from: string, to: string) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) });

const labels = (from: string, to: string, widthPx = 1000, zone = LONDON) => {
  const axis = axisOf(span(from, to), zone, widthPx, 12);
  const named = (bands: typeof axis.upper) => bands.flatMap(({ label }) => label || []);
  return { upper: named(axis.upper), lower: named(axis.lower) };
};

describe("an axis", () => {
  it("has hours under the day", () => {
    const { upper, lower } = labels("2026-11-04T08:50Z", "2026-11-04T18:10Z");
    expect(upper).toEqual(["Wednesday 4 November 2026"]);
    expect(lower.slice(0, 3)).toEqual(["09:00", "09:30", "10:00"]);
  });

  it("has half days under the days of a week", () => {
    const { upper, lower } = labels("2026-11-02T00:00Z", "2026-11-09T00:00Z");
    expect(upper.slice(0, 2)).toEqual(["Mon 2 Nov", "Tue 3 Nov"]);
    expect(lower.slice(0, 3)).toEqual(["00:00", "12:00", "00:00"]);
  });

  it("has days under the month", () => {
    const { upper, lower } = labels("2026-11-02T00:00Z", "2026-12-03T00:00Z");
    expect(upper).toEqual(["November 2026", "Dec"]);
    expect(lower.slice(-4)).toEqual(["29", "30", "1", "2"]);
  });

  it("has the Mondays of weeks under months", () => {
    const { lower } = labels("2026-11-01T00:00Z", "2027-02-01T00:00Z");
    expect(lower.slice(0, 3)).toEqual(["2 Nov", "9 Nov", "16 Nov"]);
  });

  it("has months under years, then quarters, then years alone", () => {
    expect(labels("2026-01-01T00:00Z", "2027-07-01T00:00Z").lower.slice(0, 2)).toEqual([
      "Jan",
      "Feb",
    ]);
    expect(labels("2026-01-01T00:00Z", "2030-01-01T00:00Z").lower.slice(0, 2)).toEqual([
      "Jan",
      "Apr",
    ]);
    expect(labels("2000-01-01T00:00Z", "2040-01-01T00:00Z").lower.slice(0, 2)).toEqual([
      "2000",
      "2005",
    ]);
  });

  it("never has more bands than there is room for", () => {
    for (let hours = 0.1; hours < 400_000; hours *= 1.3) {
      const from = Date.parse("1999-03-05T11:17Z");
      const axis = axisOf({ fromMs: from, toMs: from + hours * HOUR_MS }, LONDON, 1000, 12);
      expect(axis.lower.length).toBeLessThan(52);
      expect(axis.upper.length).toBeLessThan(52);
    }
  });
});

describe("the week in which the clocks change", () => {
  it("has a day of 25 hours in autumn, and one of 23 in spring", () => {
    const hours = (from: string, to: string) =>
      daysOf(span(from, to), LONDON, CORE).map(({ fromMs, toMs }) => (toMs - fromMs) / HOUR_MS);
    expect(hours("2026-10-24T12:00Z", "2026-10-26T12:00Z")).toEqual([24, 25, 24]);
    expect(hours("2027-03-27T12:00Z", "2027-03-29T12:00Z")).toEqual([24, 23, 24]);
  });

  it("strikes one o'clock twice in autumn", () => {
    const { lower } = labels("2026-10-24T22:30Z", "2026-10-25T04:30Z");
    expect(lower.filter((label) => label.startsWith("01:00"))).toHaveLength(2);
    const wide = labels("2026-10-24T23:30Z", "2026-10-25T02:30Z");
    expect(wide.lower).toContain("01:00 BST");
    expect(wide.lower).toContain("01:00 GMT");
  });

  it("leaves one o'clock out in spring", () => {
    const { lower } = labels("2027-03-27T23:30Z", "2027-03-28T03:30Z");
    expect(lower.filter((label) => label.startsWith("01:"))).toEqual([]);
  });

  it("is exact to the millisecond", () => {
    const changes = (from: string, to: string, zone = LONDON) =>
      clockChanges(daysOf(span(from, to), zone, null), zone).map(({ atMs, minutes }) => [
        new Date(atMs).toISOString(),
        minutes,
      ]);
    expect(changes("2026-10-24T12:00Z", "2026-10-26T12:00Z")).toEqual([
      ["2026-10-25T01:00:00.000Z", -60],
    ]);
    expect(changes("2027-03-22T12:00Z", "2027-03-29T12:00Z")).toEqual([
      ["2027-03-28T01:00:00.000Z", 60],
    ]);
    expect(changes("2026-04-04T00:00Z", "2026-04-05T00:00Z", "Australia/Lord_Howe")).toEqual([
      ["2026-04-04T15:00:00.000Z", -30],
    ]);
    expect(changes("2026-11-02T12:00Z", "2026-11-09T12:00Z")).toEqual([]);
  });

  it("may skip a date, or a midnight", () => {
    const dates = (from: string, to: string, zone: string) =>
      daysOf(span(from, to), zone, null).map(({ date }) => date);
    expect(dates("2011-12-29T12:00Z", "2012-01-01T00:00Z", "Pacific/Apia")).toEqual([
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
    ]);
    expect(dates("2017-10-14T12:00Z", "2017-10-16T12:00Z", "America/Sao_Paulo")).toEqual([
      "2017-10-14",
      "2017-10-15",
      "2017-10-16",
    ]);
  });
});

describe("the days of a calendar", () => {
  it("are distinguished, and those with names are named", () => {
    const calendar = defineCalendar({
      id: "desk",
      timeZone: LONDON,
      hours: { weekdays: ["08:00-18:00"], wednesday: [] },
      bankHolidays: "england-and-wales",
      exceptions: {
        "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" },
        "2026-12-29": [],
      },
    });
    const days = daysOf(span("2026-12-22T00:00Z", "2026-12-31T00:00Z"), LONDON, calendar);
    expect(days.map(({ kind }) => kind)).toEqual([
      ...["working", "closed", "exception", "holiday", "weekend"],
      ...["weekend", "holiday", "exception", "closed"],
    ]);
    expect(namedDays(days).map(dayName)).toEqual([
      ...["Christmas Eve", "Christmas Day", "Boxing Day", "hours of its own"],
    ]);
  });

  it("are unknown outside its coverage", () => {
    const days = daysOf(span("1997-12-30T00:00Z", "1998-01-03T00:00Z"), LONDON, CORE);
    expect(days.map(({ kind }) => kind)).toEqual(["unknown", "unknown", "holiday", "working"]);
  });
});

describe("days whose midnight the clocks skip or repeat", () => {
  it.each([
    // Havana goes from 00:00 to 01:00 on Sunday 8 March 2026: the day begins at 01:00, 05:00Z.
    ["America/Havana", "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z"],
    // It goes back from 01:00 to 00:00 on 1 November: the first midnight is 04:00Z, and 25 h follow.
    ["America/Havana", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z"],
    // Gaza went from 00:00 to 01:00 on Friday 30 March 2012: the day began at 01:00, 22:00Z.
    ["Asia/Gaza", "2012-03-30", "2012-03-29T22:00Z", "2012-03-30T21:00Z"],
  ])("%s, %s", (zone, date, from, to) => {
    const days = daysOf(
      { fromMs: Date.parse(from) - 36 * HOUR_MS, toMs: Date.parse(to) + 36 * HOUR_MS },
      zone,
      null,
    );
    const i = days.findIndex((day) => day.date === date);
    expect(days[i]).toMatchObject({ fromMs: Date.parse(from), toMs: Date.parse(to) });
    expect(days[i - 1]?.toMs).toBe(Date.parse(from));
    expect(days[i + 1]?.fromMs).toBe(Date.parse(to));
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
    // A span that begins within the day has the whole of it.
    const [first] = daysOf(
      { fromMs: Date.parse(from) + 2 * HOUR_MS, toMs: Date.parse(to) },
      zone,
      null,
    );
    expect(first).toMatchObject({ date, fromMs: Date.parse(from), toMs: Date.parse(to) });
  });
});
