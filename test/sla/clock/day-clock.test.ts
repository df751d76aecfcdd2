import { describe, expect, it } from "vitest";
import type { CalendarDefinition } from "../../../src/index";
import {
  deskTarget,
  fri,
  mon,
  nextMon,
  on,
  sat,
  sun,
  thu,
  tue,
  utc,
  wed,
  week,
} from "../../reference/desk";

/** Clocks that count days, on calendars of London. From April to October it is an hour ahead of UTC. */

const london: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
};
const calendars = { london };
const days = (workingDays: number) =>
  deskTarget({ allowance: { workingDays, calendar: "london" } }, { calendars });

describe("bank holidays", () => {
  it("Christmas 2026: Friday the 25th and, for Boxing Day, Monday the 28th do not count", () => {
    // 24 Thursday is day 0; 25 holiday, 26 and 27 weekend, 28 holiday; 29 Tuesday is day 1.
    expect(utc(days(1).due(on("2026-12-24")("15:00")))).toBe(on("2026-12-30")("00:00"));
    // 23 is day 0, 24 is day 1, 29 is day 2.
    expect(utc(days(2).due(on("2026-12-23")("10:00")))).toBe(on("2026-12-30")("00:00"));
  });

  it("Easter 2027: Good Friday, 26 March, and Monday the 29th do not count", () => {
    // 25 Thursday is day 0; 30 Tuesday is day 1, and ends at 23:00 UTC: the clocks changed on the 28th.
    expect(utc(days(1).due(on("2027-03-25")("16:00")))).toBe(on("2027-03-30")("23:00"));
  });

  it("a clock that runs over Christmas uses one day between the 24th and the 30th", () => {
    const events = [{ at: on("2026-12-24")("09:00"), state: "open" }];
    const used = (asOf: string) => days(3).track(events, { asOf }).elapsed.toObject();
    expect(used(on("2026-12-29")("23:59"))).toEqual({ days: 0 });
    expect(used(on("2026-12-30")("00:00"))).toEqual({ days: 1 });
  });

  it("the day of receipt may be a holiday", () => {
    // 25 December is day 0; 29 is day 1.
    expect(utc(days(1).due(on("2026-12-25")("12:00")))).toBe(on("2026-12-30")("00:00"));
  });
});

describe("a day is used by a clock that runs at its end", () => {
  /** Two working days from Monday 10:00: Tuesday and Wednesday, so the midnight into Thursday. */
  const open = { at: mon("10:00"), state: "open" };
  const paused = (from: string, to: string) => [
    open,
    { at: from, state: "waiting" },
    { at: to, state: "open" },
  ];
  const dueAfter = (from: string, to: string) =>
    utc(days(2).track(paused(from, to), { asOf: to }).dueAt);

  it("without a pause it is due as Thursday begins", () => {
    expect(utc(days(2).due(mon("10:00")))).toBe(thu("00:00"));
  });

  it("a pause within a day costs the desk nothing and gains it nothing", () => {
    expect(dueAfter(tue("00:00:00.001"), tue("23:59:59.999"))).toBe(thu("00:00"));
  });

  it("a pause over a day's end gives that day back, however short it is", () => {
    // Tuesday is not used; Wednesday and Thursday are.
    expect(dueAfter(tue("23:59:59.999"), wed("00:00:00.001"))).toBe(fri("00:00"));
    expect(dueAfter(tue("16:00"), wed("09:00"))).toBe(fri("00:00"));
  });

  it("paused exactly at the end, the day is used", () => {
    expect(dueAfter(wed("00:00"), wed("09:00"))).toBe(thu("00:00"));
  });

  it("resumed exactly at the end, the day is not used", () => {
    expect(dueAfter(tue("16:00"), wed("00:00"))).toBe(fri("00:00"));
  });

  it("a pause over the end of day 0 gives nothing back, since day 0 is never used", () => {
    expect(dueAfter(mon("16:00"), tue("09:00"))).toBe(thu("00:00"));
  });

  it("a pause over a weekend gives nothing back", () => {
    const events = [
      { at: thu("10:00"), state: "open" },
      { at: sat("00:00"), state: "waiting" },
      { at: nextMon("09:00"), state: "open" },
    ];
    // Friday was used at Saturday's midnight; Monday is day 2.
    expect(utc(days(2).track(events, { asOf: nextMon("09:00") }).dueAt)).toBe(
      on("2026-11-24")("00:00"),
    );
  });

  it("lengths are given in days, the paused ones too", () => {
    const reading = days(5).track(paused(tue("16:00"), wed("09:00")), { asOf: thu("12:00") });
    // Tuesday went by in the pause, Wednesday was used.
    expect(reading.allowance?.toObject()).toEqual({ days: 5 });
    expect(reading.elapsed.toObject()).toEqual({ days: 1 });
    expect(reading.remaining?.toObject()).toEqual({ days: 4 });
    expect(reading.pausedFor.toObject()).toEqual({ days: 1 });
    expect(reading.percentElapsed).toBe(20);
  });

  it("it is breached once it runs on after its last day", () => {
    expect(days(2).track([open], { asOf: thu("00:00") }).status).toBe("running");
    const late = days(2).track([open], { asOf: fri("00:00") });
    expect([late.status, utc(late.breachedAt)]).toEqual(["breached", thu("00:00")]);
    expect(late.overrun.toObject()).toEqual({ days: 1 });
  });
});

describe("cutoff", () => {
  const target = deskTarget(
    { allowance: { workingDays: 1, calendar: "london", cutoff: "17:00" } },
    { calendars },
  );

  it("one millisecond before it, tomorrow is day 1", () => {
    expect(utc(target.due(mon("16:59:59.999")))).toBe(wed("00:00"));
  });

  it("at it, tomorrow is day 0", () => {
    expect(utc(target.due(mon("17:00")))).toBe(thu("00:00"));
  });

  it("is the clock on the wall, in summer too", () => {
    // 16:00 UTC is 17:00 in London in July; 14 July 2026 is a Tuesday.
    expect(utc(target.due(on("2026-07-14")("15:59:59.999")))).toBe(on("2026-07-15")("23:00"));
    expect(utc(target.due(on("2026-07-14")("16:00")))).toBe(on("2026-07-16")("23:00"));
  });

  it("no day is used between receipt and day 0", () => {
    const events = [{ at: fri("17:00"), state: "open" }];
    // Received on Monday, which is day 0: Tuesday is day 1.
    const used = (asOf: string) => target.track(events, { asOf }).elapsed.toObject();
    expect(used(on("2026-11-24")("12:00"))).toEqual({ days: 0 });
    expect(used(on("2026-11-25")("00:00"))).toEqual({ days: 1 });
  });
});

describe("due at the close of night shifts", () => {
  const nights: CalendarDefinition = {
    timeZone: "Europe/London",
    hours: { daily: ["22:00-06:00"] },
    bankHolidays: ["2026-01-01", "2026-11-18", "2026-12-31"],
  };
  const target = (workingDays: number) =>
    deskTarget(
      { allowance: { workingDays, calendar: "nights", due: "close" } },
      { calendars: { nights } },
    );

  it("is on the morning after, when the shift of the last day ends", () => {
    // Day 1 is Tuesday, whose shift ends on Wednesday at 06:00.
    expect(utc(target(1).due(mon("12:00")))).toBe(wed("06:00"));
  });

  it("counts from the date on the wall, also within the shift of the day before", () => {
    // Tuesday 02:00 lies in Monday's shift, but it is Tuesday: day 1 is Thursday, Wednesday is closed.
    expect(utc(target(1).due(tue("02:00")))).toBe(fri("06:00"));
  });

  it("a holiday takes the shift that starts on it, and the day with it", () => {
    // Tuesday is day 1, Wednesday is a holiday, Thursday is day 2.
    expect(utc(target(2).due(mon("12:00")))).toBe(fri("06:00"));
  });

  it("a day is used when its shift ends", () => {
    const events = [{ at: mon("12:00"), state: "open" }];
    const used = (asOf: string) => target(2).track(events, { asOf }).elapsed.toObject();
    expect(used(wed("05:59:59.999"))).toEqual({ days: 0 });
    expect(used(wed("06:00"))).toEqual({ days: 1 });
  });
});

describe("clock changes", () => {
  const daily: CalendarDefinition = {
    timeZone: "Europe/London",
    hours: { daily: ["09:00-17:00"] },
  };
  const target = (due: "end-of-day" | "same-time") =>
    deskTarget({ allowance: { workingDays: 1, calendar: "daily", due } }, { calendars: { daily } });

  it("the Sunday in March ends after 23 hours", () => {
    // 29 March 2026 begins at 00:00 and ends at 23:00 UTC.
    expect(utc(target("end-of-day").due(on("2026-03-28")("12:00")))).toBe(
      on("2026-03-29")("23:00"),
    );
  });

  it("the Sunday in October ends after 25 hours", () => {
    // 25 October 2026 begins on the 24th at 23:00 UTC and ends on the 26th at 00:00.
    expect(utc(target("end-of-day").due(on("2026-10-24")("12:00")))).toBe(
      on("2026-10-26")("00:00"),
    );
  });

  it("a time that does not occur is moved on by the hour that is skipped", () => {
    // 01:30 on 29 March becomes 02:30, an hour ahead of UTC.
    expect(utc(target("same-time").due(on("2026-03-28")("01:30")))).toBe(on("2026-03-29")("01:30"));
  });

  it("a time that occurs twice means the first", () => {
    // 01:30 in London on 24 October is 00:30 UTC, and so is the first 01:30 of the 25th.
    expect(utc(target("same-time").due(on("2026-10-24")("00:30")))).toBe(on("2026-10-25")("00:30"));
  });

  it("the same time of day is 23 or 25 hours away over the change", () => {
    // 10:00 in London: 10:00 UTC in winter, 09:00 in summer.
    expect(utc(target("same-time").due(on("2026-03-28")("10:00")))).toBe(on("2026-03-29")("09:00"));
    expect(utc(target("same-time").due(on("2026-10-24")("09:00")))).toBe(on("2026-10-25")("10:00"));
  });
});

describe("calendar days, weeks and months", () => {
  const civil = (allowance: { calendarDays: number } | { weeks: number } | { months: number }) =>
    deskTarget({ allowance }, { calendars, timeZone: "Europe/London" });

  it("six months from 31 August end with February, on its last day", () => {
    // 10:00 in London is 09:00 UTC in August and 10:00 UTC in February.
    const target = civil({ months: 6 });
    expect(utc(target.due(on("2026-08-31")("09:00")))).toBe(on("2027-02-28")("10:00"));
    // 2028 is a leap year.
    expect(utc(target.due(on("2027-08-31")("09:00")))).toBe(on("2028-02-29")("10:00"));
  });

  it("months become the days that lie between, and are given in days", () => {
    const events = [{ at: on("2026-08-31")("09:00"), state: "open" }];
    const reading = civil({ months: 6 }).track(events, { asOf: on("2026-09-30")("09:00") });
    // September 30, October 31, November 30, December 31, January 31, February 28.
    expect(reading.allowance?.toObject()).toEqual({ days: 181 });
    expect(reading.elapsed.toObject()).toEqual({ days: 30 });
  });

  it("a cutoff makes what comes at it one day later, and no millisecond sooner", () => {
    const due = (at: string) => utc(civil({ calendarDays: 2 }).due(at, { cutoff: "17:00" }));
    expect(due(mon("16:59:59.999"))).toBe(wed("16:59:59.999"));
    // Day 0 is Tuesday.
    expect(due(mon("17:00"))).toBe(thu("17:00"));
  });

  it("weekends and holidays count", () => {
    // 24 December and 10 days is 3 January.
    expect(utc(civil({ calendarDays: 10 }).due(on("2026-12-24")("15:00")))).toBe(
      on("2027-01-03")("15:00"),
    );
    expect(utc(civil({ weeks: 2 }).due(on("2026-12-24")("15:00")))).toBe(on("2027-01-07")("15:00"));
  });

  it("a pause gives back each day whose moment it covers", () => {
    const events = [
      { at: mon("10:00"), state: "open" },
      { at: tue("09:00"), state: "waiting" },
      { at: thu("09:00"), state: "open" },
    ];
    // Due moments are at 10:00. Tuesday's and Wednesday's fell in the pause; of three days, Thursday,
    // Friday and Saturday are left.
    const reading = civil({ calendarDays: 3 }).track(events, { asOf: thu("09:00") });
    expect(utc(reading.dueAt)).toBe(sat("10:00"));
    expect(reading.pausedFor.toObject()).toEqual({ days: 2 });
  });
});

describe("due at the close, if a shift outlasts those of the next day", () => {
  // Found by a law on a random policy, seed 2. Friday's shift ends on Saturday at 15:00, after the
  // last of Saturday's own, so 15:00 is Saturday's last closing, and both days are up then.
  const hours = { thursday: ["09:00-17:00"], friday: ["20:00-15:00"], saturday: ["08:00-12:00"] };
  const target = deskTarget(
    { allowance: { workingDays: 2, calendar: "shifts", due: "close" } },
    { calendars: { shifts: week(hours) } },
  );
  const opened = { at: thu("10:00"), state: "open" };

  it("is the closing of that shift", () => {
    expect(utc(target.due(thu("10:00")))).toBe(sat("15:00"));
  });

  it.each([
    ["13:00", "running", null],
    ["15:00", "running", null],
    ["15:00:00.001", "breached", sat("15:00")],
  ])("as of Saturday %s is %s", (time, status, breachedAt) => {
    const reading = target.track([opened], { asOf: sat(time) });
    expect([reading.status, utc(reading.breachedAt)]).toEqual([status, breachedAt]);
    expect(utc(reading.dueAt)).toBe(sat("15:00"));
  });

  it("is met when stopped at that closing, after Saturday's own", () => {
    const stopped = { at: sat("15:00"), state: "done" };
    expect(target.track([opened, stopped], { asOf: sun("12:00") }).status).toBe("met");
  });
});
