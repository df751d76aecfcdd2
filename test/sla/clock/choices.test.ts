import { describe, expect, it } from "vitest";
import { defineSla, type OnReopen, type OnSeverityChange } from "../../../src/index";
import {
  deskTarget,
  fri,
  hours,
  mon,
  nextMon,
  on,
  sat,
  sun,
  thu,
  tue,
  utc,
  wed,
} from "../../reference/desk";

/** Office hours are 09:00 to 17:00, Monday to Friday, in UTC: 8 h a day. */

describe("tie: if the allowance runs out exactly at closing time", () => {
  const target = deskTarget({ allowance: { hours: 8, calendar: "office" } });

  it("close, the default, is due at that close", () => {
    // 09:00 + 8 h.
    expect(utc(target.due(mon("09:00")))).toBe(mon("17:00"));
    expect(utc(target.due(mon("09:00"), { tie: "close" }))).toBe(mon("17:00"));
  });

  it("next-open is due when the desk opens again, after a weekend if need be", () => {
    expect(utc(target.due(mon("09:00"), { tie: "next-open" }))).toBe(tue("09:00"));
    expect(utc(target.due(fri("09:00"), { tie: "next-open" }))).toBe(nextMon("09:00"));
  });

  it("next-open moves nothing that runs out while the desk is open", () => {
    // 10:00 + 8 h is an hour of Tuesday either way.
    expect(utc(target.due(mon("10:00"), { tie: "next-open" }))).toBe(tue("10:00"));
    expect(utc(target.due(mon("10:00"), { tie: "close" }))).toBe(tue("10:00"));
  });

  const doneOnSaturday = [
    { at: fri("09:00"), state: "open" },
    { at: sat("12:00"), state: "done" },
  ];

  it("close has been missed by what is done on Saturday, though no more was used", () => {
    const reading = target.track(doneOnSaturday, { asOf: sun("00:00") });
    expect(reading.status).toBe("breached");
    expect(utc(reading.breachedAt)).toBe(fri("17:00"));
    expect(hours(reading.elapsed)).toBe(8);
    expect(hours(reading.overrun)).toBe(0);
  });

  it("next-open has been met by what is done on Saturday", () => {
    const reading = target.track(doneOnSaturday, { asOf: sun("00:00"), tie: "next-open" });
    expect(reading.status).toBe("met");
    expect(utc(reading.dueAt)).toBe(nextMon("09:00"));
  });

  it("with nothing left, a clock resumed out of hours is due there and then, or at the opening", () => {
    const events = [
      { at: fri("09:00"), state: "open" },
      { at: fri("17:00"), state: "waiting" },
      { at: sat("10:00"), state: "open" },
    ];
    // Friday 09:00-17:00 used all 8 h, no more and no less.
    expect(utc(target.track(events, { asOf: sat("10:00") }).dueAt)).toBe(sat("10:00"));
    const late = target.track(events, { asOf: sat("11:00") });
    expect([late.status, utc(late.breachedAt)]).toEqual(["breached", sat("10:00")]);
    const patient = target.track(events, { asOf: sat("11:00"), tie: "next-open" });
    expect([patient.status, utc(patient.dueAt)]).toEqual(["running", nextMon("09:00")]);
  });
});

describe("atDue: stopped exactly at the due instant", () => {
  const target = deskTarget({ allowance: { hours: 2, calendar: "office" } });
  const doneAt = (time: string, atDue?: "met" | "breached") => {
    const events = [
      { at: mon("09:00"), state: "open" },
      { at: mon(time), state: "done" },
    ];
    return target.track(events, { asOf: mon("16:00"), ...(atDue && { atDue }) }).status;
  };

  it("met, the default, is in time at the instant and late a millisecond after it", () => {
    // 09:00 + 2 h.
    expect(doneAt("11:00")).toBe("met");
    expect(doneAt("11:00", "met")).toBe("met");
    expect(doneAt("11:00:00.001", "met")).toBe("breached");
  });

  it("breached is late at the instant and in time a millisecond before it", () => {
    expect(doneAt("11:00", "breached")).toBe("breached");
    expect(doneAt("10:59:59.999", "breached")).toBe("met");
  });

  it("holds for a clock that is paused then, or only looked at", () => {
    const open = { at: mon("09:00"), state: "open" };
    const paused = [open, { at: mon("11:00"), state: "waiting" }];
    const options = { asOf: mon("11:00"), atDue: "breached" } as const;
    expect(target.track(paused, options).status).toBe("breached");
    expect(target.track([open], options).status).toBe("breached");
    expect(target.track(paused, { asOf: mon("11:00") }).status).toBe("paused");
    expect(target.track([open], { asOf: mon("11:00") }).status).toBe("running");
  });

  it("breached can never be kept by an allowance of nothing", () => {
    const none = deskTarget({ allowance: { hours: 0, calendar: "office" } });
    const events = [
      { at: mon("09:00"), state: "open" },
      { at: mon("09:00"), state: "done" },
    ];
    expect(none.track(events, { asOf: mon("10:00"), atDue: "breached" }).status).toBe("breached");
    const met = none.track(events, { asOf: mon("10:00") });
    expect([met.status, met.percentElapsed]).toEqual(["met", 100]);
  });
});

describe("onSeverityChange", () => {
  /** Severity 1 is 4 hours around the clock, severity 3 is 8 office hours. */
  const target = deskTarget({
    allowance: { "1": { hours: 4, calendar: "always" }, "3": { hours: 8, calendar: "office" } },
  });
  const opened = { at: mon("16:00"), state: "open", severity: "3" };

  /** A ticket of severity 3 from Monday 16:00 that becomes one of severity 1. */
  const raised = (at: string, onSeverityChange: OnSeverityChange, asOf = at) =>
    target.track([opened, { at, severity: "1" }], { asOf, onSeverityChange });

  it("carry-elapsed keeps the office hour that was used and counts the other three on the new calendar", () => {
    const reading = raised(mon("19:00"), "carry-elapsed");
    // 16:00-17:00 is 1 h of office time; 4 - 1 = 3 h from 19:00.
    expect(hours(reading.elapsed)).toBe(1);
    expect(utc(reading.dueAt)).toBe(mon("22:00"));
  });

  it("is carry-elapsed unless said otherwise", () => {
    const reading = target.track([opened, { at: mon("19:00"), severity: "1" }], {
      asOf: mon("19:00"),
    });
    expect(utc(reading.dueAt)).toBe(mon("22:00"));
  });

  it("retroactive counts the evening too, as if it had been severity 1 from the start", () => {
    const reading = raised(mon("19:00"), "retroactive");
    // 16:00 + 4 h around the clock.
    expect(hours(reading.elapsed)).toBe(3);
    expect(utc(reading.dueAt)).toBe(mon("20:00"));
  });

  it("restart forgets what was used, but not when it started nor what was first promised", () => {
    const reading = raised(mon("19:00"), "restart");
    expect(hours(reading.elapsed)).toBe(0);
    // 19:00 + 4 h.
    expect(utc(reading.dueAt)).toBe(mon("23:00"));
    expect(utc(reading.startedAt)).toBe(mon("16:00"));
    // 1 h of Monday and 7 h of Tuesday.
    expect(utc(reading.originalDueAt)).toBe(tue("16:00"));
  });

  it("carry-elapsed breaches at the change if more is used already than is now allowed", () => {
    const shorter = deskTarget({
      allowance: { "1": { hours: 4, calendar: "office" }, "3": { hours: 8, calendar: "office" } },
    });
    const events = [
      { at: mon("09:00"), state: "open", severity: "3" },
      { at: mon("14:00"), severity: "1" },
    ];
    const reading = shorter.track(events, { asOf: mon("15:00") });
    // 5 h used at 14:00, 4 allowed; at 15:00 it is 2 h over.
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", mon("14:00")]);
    expect(hours(reading.overrun)).toBe(2);
  });

  it("retroactive breaches when the new allowance ran out, before anybody knew of it", () => {
    const reading = raised(mon("21:00"), "retroactive");
    // 16:00 + 4 h was 20:00.
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", mon("20:00")]);
    // Carried, only the office hour counts: 3 h are left at 21:00.
    expect(utc(raised(mon("21:00"), "carry-elapsed").dueAt)).toBe(tue("00:00"));
  });

  /** A ticket of severity 1 that breaches on Monday at 20:00 and becomes one of severity 3 at 22:00. */
  const lowered = (onSeverityChange: OnSeverityChange) => {
    const events = [
      { at: mon("16:00"), state: "open", severity: "1" },
      { at: mon("22:00"), severity: "3" },
    ];
    return target.track(events, { asOf: mon("22:00"), onSeverityChange });
  };

  it("carry-elapsed takes back a breach that the new allowance does not see", () => {
    const reading = lowered("carry-elapsed");
    // 6 h used of 8: 2 h are left of Tuesday.
    expect([reading.status, utc(reading.dueAt)]).toEqual(["running", tue("11:00")]);
  });

  it("retroactive takes it back too, and gives back the hours of the evening", () => {
    const reading = lowered("retroactive");
    // 1 office hour used of 8: 7 h are left of Tuesday.
    expect([reading.status, utc(reading.dueAt)]).toEqual(["running", tue("16:00")]);
  });

  it("restart takes it back with everything else", () => {
    const reading = lowered("restart");
    // All 8 h are left, and the office is closed until Tuesday 09:00.
    expect([reading.status, utc(reading.dueAt)]).toEqual(["running", tue("17:00")]);
  });

  it("the same severity given again is not a change", () => {
    const events = [opened, { at: mon("16:30"), severity: "3" }];
    const reading = target.track(events, { asOf: mon("17:00"), onSeverityChange: "restart" });
    expect(hours(reading.elapsed)).toBe(1);
  });

  it("in one event the severity comes before the state", () => {
    const events = [opened, { at: mon("19:00"), severity: "1", state: "done" }];
    const reading = target.track(events, { asOf: tue("12:00"), onSeverityChange: "retroactive" });
    // It stops as a ticket of severity 1, due at 20:00, with 3 of 4 h used.
    expect([reading.status, reading.severity]).toEqual(["met", "1"]);
    expect(hours(reading.remaining)).toBe(1);
  });

  it("while stopped it waits for a re-opening, and the verdict keeps its severity", () => {
    const stopped = [
      opened,
      { at: mon("17:00"), state: "done" },
      { at: mon("18:00"), severity: "1" },
    ];
    const verdict = target.track(stopped, { asOf: mon("20:00") });
    expect([verdict.status, verdict.severity]).toEqual(["met", "3"]);
    const reopened = [...stopped, { at: mon("20:00"), state: "open" }];
    const reading = target.track(reopened, { asOf: mon("20:00") });
    // 1 h used of the 4 of severity 1.
    expect([reading.severity, utc(reading.dueAt)]).toEqual(["1", mon("23:00")]);
  });
});

describe("onReopen: 10 hours from Monday 09:00, done at 13:00, opened again on Tuesday 09:00", () => {
  const target = deskTarget({ allowance: { hours: 10, calendar: "office" } });
  const stopped = [
    { at: mon("09:00"), state: "open" },
    { at: mon("13:00"), state: "done" },
  ];
  const reopened = [...stopped, { at: tue("09:00"), state: "open" }];
  const read = (onReopen: OnReopen, asOf = tue("10:00"), events = reopened) =>
    target.track(events, { asOf, onReopen });

  it("resume, the default, does not count the time it was done", () => {
    // 4 h of Monday; 6 h of Tuesday.
    expect(utc(read("resume").dueAt)).toBe(tue("15:00"));
    expect(utc(target.track(reopened, { asOf: tue("10:00") }).dueAt)).toBe(tue("15:00"));
    expect(hours(read("resume").pausedFor)).toBe(0);
  });

  it("continue counts it, office hours as ever", () => {
    // All 8 h of Monday; 2 h of Tuesday.
    expect(utc(read("continue").dueAt)).toBe(tue("11:00"));
  });

  it("continue lets the verdict stand until it is opened again, then finds it may be late", () => {
    const verdict = read("continue", wed("12:00"), stopped);
    expect([verdict.status, hours(verdict.elapsed)]).toEqual(["met", 4]);
    const late = read("continue", wed("12:00"), [...stopped, { at: wed("09:00"), state: "open" }]);
    // Monday 8 h and Tuesday 2 h were over on Tuesday at 11:00, while it was done.
    expect([late.status, utc(late.breachedAt)]).toEqual(["breached", tue("11:00")]);
  });

  it("restart gives it the whole allowance again, in the same cycle", () => {
    const reading = read("restart");
    // 8 h of Tuesday, 2 h of Wednesday.
    expect(utc(reading.dueAt)).toBe(wed("11:00"));
    expect(utc(reading.startedAt)).toBe(mon("09:00"));
    expect(utc(reading.originalDueAt)).toBe(tue("11:00"));
  });

  it("new-cycle starts a second one and keeps the verdict of the first", () => {
    const reading = read("new-cycle");
    expect(utc(reading.startedAt)).toBe(tue("09:00"));
    expect(utc(reading.originalDueAt)).toBe(wed("11:00"));
    const [first, second] = reading.cycles;
    expect([first?.status, utc(first?.stoppedAt ?? null)]).toEqual(["met", mon("13:00")]);
    expect([second?.status, utc(second?.dueAt ?? null)]).toEqual(["running", wed("11:00")]);
  });

  it("first-only does not care that it was opened again", () => {
    const reading = read("first-only");
    expect([reading.status, utc(reading.stoppedAt)]).toEqual(["met", mon("13:00")]);
    expect(hours(reading.elapsed)).toBe(4);
  });

  it("a breach outlives a re-opening that goes on, and not one that starts again", () => {
    const late = [
      { at: mon("09:00"), state: "open" },
      { at: tue("12:00"), state: "done" },
      { at: wed("09:00"), state: "open" },
    ];
    // 10 h were over on Tuesday at 11:00.
    expect(utc(read("resume", wed("10:00"), late).breachedAt)).toBe(tue("11:00"));
    expect(utc(read("continue", wed("10:00"), late).breachedAt)).toBe(tue("11:00"));
    expect(read("restart", wed("10:00"), late).status).toBe("running");
    expect(read("new-cycle", wed("10:00"), late).status).toBe("running");
    expect(read("new-cycle", wed("10:00"), late).cycles[0]?.status).toBe("breached");
  });

  it("opened again to wait, it is paused", () => {
    const waiting = [...stopped, { at: tue("09:00"), state: "waiting" }];
    const reading = read("resume", tue("10:00"), waiting);
    expect([reading.status, reading.dueAt]).toEqual(["paused", null]);
    // 6 h are left from 10:00.
    expect(utc(reading.projectedDueAt)).toBe(tue("16:00"));
  });
});

describe("cutoff", () => {
  const target = deskTarget({
    allowance: { workingDays: 2, calendar: "office", cutoff: "15:00" },
  });

  it("before it, the day counts as the day of receipt", () => {
    // Day 0 is Monday, day 2 is Wednesday, which ends as Thursday begins.
    expect(utc(target.due(mon("14:59:59.999")))).toBe(thu("00:00"));
  });

  it("from it on, the next working day does", () => {
    // Day 0 is Tuesday, day 2 is Thursday.
    expect(utc(target.due(mon("15:00")))).toBe(fri("00:00"));
    // Friday at 15:00 is received on Monday; Wednesday ends with the 25th.
    expect(utc(target.due(fri("15:00")))).toBe(on("2026-11-26")("00:00"));
  });

  it("on a day off, the next working day does at any time", () => {
    expect(utc(target.due(sat("10:00")))).toBe(on("2026-11-26")("00:00"));
  });

  it("of the call wins over the target's own", () => {
    expect(utc(target.due(mon("15:00"), { cutoff: "15:01" }))).toBe(thu("00:00"));
  });
});

describe("due: when the last day is up", () => {
  const target = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });

  it("end-of-day, the default of working days, is the midnight that ends it", () => {
    expect(utc(target.due(mon("10:30")))).toBe(thu("00:00"));
    expect(utc(target.due(mon("10:30"), { due: "end-of-day" }))).toBe(thu("00:00"));
  });

  it("close is the last closing of the day", () => {
    expect(utc(target.due(mon("10:30"), { due: "close" }))).toBe(wed("17:00"));
  });

  it("same-time is the time of day at which it started", () => {
    expect(utc(target.due(mon("10:30"), { due: "same-time" }))).toBe(wed("10:30"));
  });

  it("same-time is the default of calendar days, and their end another choice", () => {
    const civil = deskTarget({ allowance: { calendarDays: 6 } });
    // Monday and six days is Sunday.
    expect(utc(civil.due(mon("10:30")))).toBe(sun("10:30"));
    expect(utc(civil.due(mon("10:30"), { due: "end-of-day" }))).toBe(nextMon("00:00"));
  });
});

describe("cancels", () => {
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
  const open = { at: mon("09:00"), state: "open" };

  it("leaves nothing to be due", () => {
    const events = [open, { at: mon("11:00"), state: "void" }];
    const reading = target.track(events, { asOf: tue("12:00") });
    expect([reading.status, reading.breached]).toEqual(["cancelled", false]);
    expect([reading.dueAt, reading.projectedDueAt]).toEqual([null, null]);
    // The time used by then is still reported.
    expect(hours(reading.elapsed)).toBe(2);
    expect(hours(reading.wallElapsed)).toBe(2);
  });

  it("does not undo a breach that came before", () => {
    const events = [open, { at: mon("14:00"), state: "void" }];
    const reading = target.track(events, { asOf: tue("12:00") });
    // 09:00 + 4 h.
    expect([reading.status, reading.breached]).toEqual(["cancelled", true]);
    expect(utc(reading.breachedAt)).toBe(mon("13:00"));
    expect(utc(reading.dueAt)).toBe(mon("13:00"));
  });

  it("before a start means that nothing ever starts", () => {
    const events = [{ at: mon("08:00"), state: "void" }, open];
    const reading = target.track(events, { asOf: tue("12:00") });
    expect([reading.status, reading.startedAt]).toEqual(["cancelled", null]);
  });

  it("is final: no state brings the ticket back", () => {
    const events = [open, { at: mon("11:00"), state: "void" }, { at: mon("12:00"), state: "open" }];
    const reading = target.track(events, { asOf: tue("12:00"), onReopen: "restart" });
    expect([reading.status, hours(reading.elapsed)]).toEqual(["cancelled", 2]);
  });

  it("changes nothing about what is done already", () => {
    const events = [open, { at: mon("11:00"), state: "done" }, { at: mon("12:00"), state: "void" }];
    expect(target.track(events, { asOf: tue("12:00") }).status).toBe("met");
  });
});

describe("a severity that does not change the allowance", () => {
  const sla = defineSla({
    id: "desk",
    calendars: { days: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    targets: {
      reply: { allowance: { workingDays: 1, calendar: "days" }, runs: ["open"], stops: ["done"] },
      fix: { allowance: { hours: 1, calendar: "days" }, runs: ["open"], stops: ["done"] },
    },
  });

  it("undoes no breach", () => {
    // Opened on Monday, due at the end of Tuesday, done on Wednesday with a severity.
    const reading = sla.targets.reply.track(
      [
        { at: "2026-11-16T10:00:00Z", state: "open" },
        { at: "2026-11-18T15:00:00Z", state: "done", severity: "2" },
      ],
      { asOf: "2026-11-18T16:00:00Z" },
    );
    expect(reading.status).toBe("breached");
    expect(reading.breachedAt?.toUTC().toISO()).toBe("2026-11-18T00:00:00.000Z");
  });

  it("and comes exactly at the due instant, undoes none there either", () => {
    const done = { at: "2026-11-16T11:00:00Z", state: "done", severity: "2" };
    const history = [{ at: "2026-11-16T10:00:00Z", state: "open", severity: "1" }, done];
    const read = (atDue: "met" | "breached") =>
      sla.targets.fix.track(history, { asOf: done.at, atDue }).status;
    expect(read("breached")).toBe("breached");
    expect(read("met")).toBe("met");
  });

  it("restarts nothing: a ticket graded after its start is not a ticket changed", () => {
    const reading = sla.targets.fix.track(
      [
        { at: "2026-11-16T10:00:00Z", state: "open" },
        { at: "2026-11-16T10:30:00Z", severity: "2" },
      ],
      { asOf: "2026-11-16T10:45:00Z", onSeverityChange: "restart" },
    );
    expect(reading.elapsed.as("minutes")).toBe(45);
    expect(reading.severity).toBe("2");
  });
});

describe("hours and days by severity", () => {
  const { fix } = defineSla({
    id: "desk",
    calendars: { days: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    severities: ["1", "2"],
    targets: {
      fix: {
        allowance: { "1": { hours: 4, calendar: "days" }, "2": { calendarDays: 1 } },
        runs: ["open"],
        stops: ["done"],
        onSeverityChange: "retroactive",
      },
    },
  }).targets;

  it("cannot carry what was used of one to the other, in a call as in a policy", () => {
    expect(() => fix.track([], { asOf: 0, onSeverityChange: "carry-elapsed" })).toThrow(
      expect.objectContaining({ code: "option-invalid" }),
    );
  });
});

describe("a reading is provisional when any projected bank holiday had a say", () => {
  it("also if only the original due instant rests on one", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: {
        uk: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] }, bankHolidays: "scotland" },
        own: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } },
      },
      severities: ["1", "2"],
      targets: {
        fix: {
          allowance: { "1": { hours: 4, calendar: "own" }, "2": { hours: 40, calendar: "uk" } },
          runs: ["open"],
          stops: ["done"],
        },
      },
    }).targets;
    // Friday 29 December 2028 and five days of eight hours: into January 2029, which is projected.
    const start = { at: "2028-12-29T09:00:00Z", state: "open", severity: "2" };
    const regraded = [start, { at: "2028-12-29T10:00:00Z", severity: "1" }];
    const asOf = "2028-12-29T11:00:00Z";
    expect(fix.track([{ ...start, severity: "1" }], { asOf }).provisional).toBe(false);
    expect(fix.track(regraded, { asOf }).provisional).toBe(true);
  });
});

describe("an allowance of nothing, if stopping exactly at the due instant is a breach", () => {
  const { fix } = defineSla({
    id: "desk",
    calendars: { days: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    severities: ["1", "2"],
    targets: {
      fix: {
        allowance: { "1": { calendarDays: 1 }, "2": { calendarDays: 0 } },
        runs: ["open"],
        pauses: ["waiting"],
        stops: ["done"],
        cancels: ["void"],
        atDue: "breached",
      },
    },
  }).targets;
  const at = "2026-11-16T10:00:00Z";
  const later = "2026-11-16T11:00:00Z";

  it("is breached by a restart onto it, also if the ticket is cancelled in the same event", () => {
    const history = [
      { at, state: "open", severity: "1" },
      { at: later, state: "void", severity: "2" },
    ];
    const reading = fix.track(history, { asOf: later, onSeverityChange: "restart" });
    expect(reading).toMatchObject({ status: "cancelled", breached: true });
  });

  it("was breached all along, if only for an instant, if the change is retroactive", () => {
    const history = [
      { at, state: "open", severity: "1" },
      { at, state: "waiting" },
      { at: later, severity: "2" },
    ];
    const reading = fix.track(history, { asOf: later, onSeverityChange: "retroactive" });
    expect(reading.breachedAt?.toMillis()).toBe(Date.parse(at));
    expect(reading.segments.every(({ from, to }) => from < to)).toBe(true);
  });
});
