import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src/index";
import {
  deskTarget,
  fri,
  hours,
  mon,
  nextMon,
  on,
  sun,
  thu,
  tue,
  utc,
  wed,
  week,
} from "../reference/desk";

/**
 * The worked examples that makers of service desks publish, each with the sum that gives its answer.
 * The week begins on Monday 16 November 2026, in UTC; nothing is a holiday.
 */

describe("ServiceNow", () => {
  it("counts 3 hours from Monday 14:00 to Tuesday 09:00, which are 19 on the wall", () => {
    const target = deskTarget({ allowance: { hours: 8, calendar: "office" } });
    const reading = target.track([{ at: mon("14:00"), state: "open" }], { asOf: tue("09:00") });
    // Monday 14:00-17:00 is 3 h, and Tuesday has only just opened. 10 h to midnight and 9 h after it.
    expect(hours(reading.elapsed)).toBe(3);
    expect(hours(reading.wallElapsed)).toBe(19);
  });

  it("has used 18.75 % of 8 hours on Monday 09:30, for a ticket of Friday 21:00", () => {
    const target = deskTarget(
      { allowance: { hours: 8, calendar: "day" } },
      { calendars: { day: week({ weekdays: ["08:00-17:00"] }) } },
    );
    const opened = { at: fri("21:00"), state: "open" };
    const reading = target.track([opened], { asOf: nextMon("09:30") });
    // Friday has closed, the weekend has no hours, Monday 08:00-09:30 is 1.5 h: 1.5 / 8 = 0.1875.
    expect(hours(reading.elapsed)).toBe(1.5);
    expect(reading.percentElapsed).toBe(18.75);
    // 48 h to Sunday 21:00, and 12.5 h more.
    expect(hours(reading.wallElapsed)).toBe(60.5);
  });

  it("spreads 2 hours over three days that have one each", () => {
    const target = deskTarget(
      { allowance: { hours: 2, calendar: "hour" } },
      { calendars: { hour: week({ weekdays: ["08:00-09:00"] }) } },
    );
    // 45 min of Monday, 60 min of Tuesday, and the 15 min still missing of Wednesday.
    expect(utc(target.due(mon("08:15")))).toBe(wed("08:15"));
  });

  it("has 7 of 8 hours left after one hour's work and two hours' pause", () => {
    const target = deskTarget({ allowance: { hours: 8, calendar: "always" } });
    const reading = target.track(
      [
        { at: mon("10:00"), state: "open" },
        { at: mon("11:00"), state: "waiting" },
      ],
      { asOf: mon("13:00") },
    );
    // 10:00-11:00 ran, 11:00-13:00 did not: 8 h - 1 h.
    expect(hours(reading.remaining)).toBe(7);
    expect(hours(reading.pausedFor)).toBe(2);
  });
});

describe("Freshdesk", () => {
  it("puts 24 hours from Monday 09:00 at the close of Tuesday, if days have 12", () => {
    const target = deskTarget(
      { allowance: { hours: 24, calendar: "long" } },
      { calendars: { long: week({ daily: ["09:00-21:00"] }) } },
    );
    // All 12 h of Monday and all 12 h of Tuesday.
    expect(utc(target.due(mon("09:00")))).toBe(tue("21:00"));
  });
});

describe("Jira Service Management", () => {
  it("puts 16 hours from Monday 11:00 on Thursday 11:00, over days of different lengths", () => {
    const uneven = week({
      monday: ["09:00-17:00"],
      tuesday: ["09:00-16:00"],
      thursday: ["08:00-17:00"],
    });
    const target = deskTarget(
      { allowance: { hours: 16, calendar: "uneven" } },
      { calendars: { uneven } },
    );
    // Monday 6 h, Tuesday 7 h, Wednesday none; 16 - 13 = 3 h from Thursday 08:00.
    expect(utc(target.due(mon("11:00")))).toBe(thu("11:00"));
  });

  it("carries an hour over, if 3 hours become 2 after it", () => {
    const target = deskTarget({
      allowance: { "3h": { hours: 3, calendar: "always" }, "2h": { hours: 2, calendar: "always" } },
      onSeverityChange: "carry-elapsed",
    });
    const reading = target.track(
      [
        { at: mon("10:00"), state: "open", severity: "3h" },
        { at: mon("11:00"), severity: "2h" },
      ],
      { asOf: mon("11:00") },
    );
    // 1 h of the 2 is used already: 11:00 + 1 h.
    expect(utc(reading.dueAt)).toBe(mon("12:00"));
  });
});

describe("Frappe Helpdesk", () => {
  const target = deskTarget(
    { allowance: { hours: 7, calendar: "late" } },
    { calendars: { late: week({ weekdays: ["10:00-18:00"] }) } },
  );

  /** The due instant of a ticket that would be due at 17:00, after a hold from noon on. */
  const dueAfterHold = (until: string) => {
    const events = [
      { at: mon("10:00"), state: "open" },
      { at: mon("12:00"), state: "waiting" },
      { at: until, state: "open" },
    ];
    return utc(target.track(events, { asOf: until }).dueAt);
  };

  it("moves the due instant on by the hold, as far as the close", () => {
    expect(utc(target.due(mon("10:00")))).toBe(mon("17:00"));
    // 3600 s: 17:00 becomes 18:00, which is the last instant of the day's hours.
    expect(dueAfterHold(mon("13:00"))).toBe(mon("18:00"));
  });

  it("moves one second more into the next day's hours", () => {
    // 3601 s: one second does not fit before 18:00 and is the first one of Tuesday.
    expect(dueAfterHold(mon("13:00:01"))).toBe(tue("10:00:01"));
  });
});

describe("Zammad", () => {
  const target = deskTarget(
    { allowance: { minutes: 120, calendar: "berlin" } },
    { calendars: { berlin: { timeZone: "Europe/Berlin", hours: { weekdays: ["09:00-18:00"] } } } },
  );
  // Berlin is an hour ahead of UTC in November: 11:00, 12:00 and 17:00 there.
  const events = [
    { at: mon("10:00"), state: "open" },
    { at: mon("11:00"), state: "waiting" },
    { at: mon("16:00"), state: "open" },
  ];

  it("is due at the close if a tie is the close", () => {
    // 60 min before the pause, so 60 min from 17:00: 18:00 in Berlin.
    expect(utc(target.track(events, { asOf: mon("16:00") }).dueAt)).toBe(mon("17:00"));
  });

  it("is due at the next opening if a tie is the next opening, as in Zammad", () => {
    const reading = target.track(events, { asOf: mon("16:00"), tie: "next-open" });
    // The same 60 min end with the day, so it is 09:00 in Berlin on Tuesday.
    expect(utc(reading.dueAt)).toBe(tue("08:00"));
  });
});

describe("if vendors differ, a choice says whom to follow", () => {
  const onTime = [
    { at: mon("09:00"), state: "open" },
    { at: mon("13:00"), state: "done" },
  ];
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });

  it("stopped exactly at the due instant: met, as Zammad, GLPI and osTicket say", () => {
    expect(target.track(onTime, { asOf: mon("18:00") }).status).toBe("met");
  });

  it("stopped exactly at the due instant: breached, as ServiceNow and OTRS say", () => {
    const reading = target.track(onTime, { asOf: mon("18:00"), atDue: "breached" });
    expect(reading.status).toBe("breached");
  });

  it("run out at closing time: the close, as OTRS, Odoo and osTicket say", () => {
    expect(utc(target.due(mon("13:00")))).toBe(mon("17:00"));
  });

  it("run out at closing time: the next opening, as biz, Zammad and GLPI say", () => {
    expect(utc(target.due(mon("13:00"), { tie: "next-open" }))).toBe(tue("09:00"));
  });

  const oneDay = defineCalendar({ id: "week", ...week({ weekdays: ["09:00-17:00"] }) });

  it("Sunday plus one working day: Monday, as Strata and date-fns say", () => {
    // Day 0 is the Sunday itself. Monday's end is the midnight that begins Tuesday.
    const end = oneDay.addWorkingDays(sun("12:00"), 1);
    expect(utc(end)).toBe(on("2026-11-24")("00:00"));
  });

  it("Sunday plus one working day: Tuesday, as gocardless/business and working_hours say", () => {
    // With a cutoff, what comes on a Sunday is received on Monday, which makes that day 0.
    const end = oneDay.addWorkingDays(sun("12:00"), 1, { cutoff: "23:59" });
    expect(utc(end)).toBe(on("2026-11-25")("00:00"));
  });
});
