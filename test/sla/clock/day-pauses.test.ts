import { describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../src/index";
import { deskTarget, fri, hours, mon, nextMon, on, thu, tue, utc, wed } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

/** Monday to Friday, 09:00 to 17:00 in UTC; two working days from Monday 10:00, to Wednesday's end or 10:00. */
const target = (terms: Partial<Parameters<typeof deskTarget>[0]> = {}) =>
  deskTarget({
    allowance: { workingDays: 2, calendar: "office" },
    dayPauses: "push",
    ...terms,
  });
const sameTime = { workingDays: 2, calendar: "office", due: "same-time" } as const;

const open = (at = mon("10:00")): HistoryEvent => ({ at, state: "open" });
const paused = (from: string, to: string): HistoryEvent[] => [
  { at: from, state: "waiting" },
  { at: to, state: "open" },
];

describe("a pause that pushes a count of days on", () => {
  it.each([
    // 3 h on Tuesday: 3 h of Thursday after the end of Wednesday.
    ["within a day", paused(tue("10:00"), tue("13:00")), thu("12:00")],
    // 2 h on Tuesday and 1 h on Wednesday; the night counts nothing.
    ["over a night", paused(tue("15:00"), wed("10:00")), thu("12:00")],
    ["out of hours", paused(tue("18:00"), tue("23:00")), thu("00:00")],
    // 8 h: all of Tuesday, so all of Thursday, to its close.
    ["of a whole day", paused(tue("09:00"), tue("17:00")), thu("17:00")],
  ])("moves what is due by the working time paused: %s", (_, pause, due) => {
    const reading = target().track([open(), ...pause], { asOf: wed("12:00") });
    expect([utc(reading.dueAt), utc(reading.originalDueAt)]).toEqual([due, thu("00:00")]);
  });

  it("moves it on from the wall time at which it is due", () => {
    // Ten working hours: from Wednesday 10:00 seven to the close, and three on Thursday.
    const pause = paused(mon("11:00"), tue("13:00")); // 6 h and 4 h
    const reading = target({ allowance: sameTime }).track([open(), ...pause], {
      asOf: tue("14:00"),
    });
    expect(utc(reading.dueAt)).toBe(thu("12:00"));
    const ends = target({ allowance: sameTime, dayPauses: "day-ends" });
    // The pause covers Tuesday 10:00, the end of the first day, which it saves.
    expect(utc(ends.track([open(), ...pause], { asOf: tue("14:00") }).dueAt)).toBe(thu("10:00"));
  });

  it("is not known while it lasts, except as what it would be if work resumed", () => {
    const events = [open(), { at: tue("10:00"), state: "waiting" }];
    const reading = target().track(events, { asOf: tue("12:00") });
    expect([reading.status, reading.dueAt, utc(reading.projectedDueAt)]).toEqual([
      "paused",
      null,
      thu("11:00"),
    ]);
  });

  it("decides the verdict to the millisecond", () => {
    const events = [open(), ...paused(tue("10:00"), tue("13:00"))];
    const stopped = (at: string) =>
      target().track([...events, { at, state: "done" }], { asOf: nextMon("09:00") });
    expect(stopped(thu("12:00")).status).toBe("met");
    const late = stopped("2026-11-19T12:00:00.001Z");
    expect([late.status, utc(late.breachedAt), utc(late.dueAt)]).toEqual([
      "breached",
      thu("12:00"),
      thu("12:00"),
    ]);
  });

  it("moves nothing on once it is breached", () => {
    const events = [open(), ...paused(thu("10:00"), fri("10:00"))];
    const reading = target().track(events, { asOf: fri("12:00") });
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", thu("00:00")]);
  });

  it("counts all time for civil days", () => {
    const civil = target({ allowance: { calendarDays: 2 } });
    // Due on Wednesday at 10:00; five hours' pause, at night.
    const reading = civil.track([open(), ...paused(mon("22:00"), tue("03:00"))], {
      asOf: tue("09:00"),
    });
    expect(utc(reading.dueAt)).toBe(wed("15:00"));
  });

  it("does so while it is resolved, which does not count, but not for a clock that goes on", () => {
    // Done on Tuesday at 12:00 and open again on Thursday at 10:00: 5 h, 8 h and 1 h of working time.
    const events = [open(), { at: tue("12:00"), state: "done" }, open(thu("10:00"))];
    const asOf = thu("11:00");
    // The end of Wednesday and 14 h: Thursday's 8 h and six of Friday.
    const resumed = target().track(events, { asOf });
    expect([resumed.status, utc(resumed.dueAt)]).toEqual(["running", fri("15:00")]);
    const continued = target({ onReopen: "continue" }).track(events, { asOf });
    expect([continued.status, utc(continued.breachedAt)]).toEqual(["breached", thu("00:00")]);
  });

  it("breaches nothing while it lasts, and by its end only what is due before it", () => {
    // From after Wednesday's close, over the midnight at which it is due.
    const night = [open(), { at: wed("18:00"), state: "waiting" }];
    for (const asOf of [thu("00:00"), thu("08:00"), thu("12:00")]) {
      const { status, dueAt, breaches } = target().track(night, { asOf });
      expect([status, dueAt, breaches], asOf).toEqual(["paused", null, []]);
    }
    const endsWith = (at: string, state: string) => {
      const { status, breachedAt, dueAt } = target().track([...night, { at, state }], {
        asOf: thu("16:00"),
      });
      return [status, utc(breachedAt), utc(dueAt)];
    };
    // No working time has passed by 08:00, so it was due at midnight: breached as the pause ends.
    expect(endsWith(thu("08:00"), "open")).toEqual(["breached", thu("08:00"), thu("08:00")]);
    expect(endsWith(thu("08:00"), "done")).toEqual(["breached", thu("08:00"), thu("08:00")]);
    // Three working hours have moved it to 12:00.
    expect(endsWith(thu("12:00"), "done")).toEqual(["met", null, thu("12:00")]);
    expect(endsWith(thu("12:00"), "open")).toEqual(["breached", thu("12:00"), thu("12:00")]);
  });

  it("does not save what is due by an agreed date that is taken back too late", () => {
    // Due at the end of Wednesday; the agreed date was Friday, and is taken back on Thursday.
    const events = [
      open(),
      { at: mon("11:00"), dueAt: fri("12:00") },
      { at: thu("09:00"), dueAt: null },
    ];
    const { status, breachedAt } = target().track(events, { asOf: thu("09:00") });
    expect([status, utc(breachedAt)]).toEqual(["breached", thu("09:00")]);
  });

  it("goes on from a saved clock, and starts anew with a restart", () => {
    const clock = target().follow();
    for (const event of [open(), ...paused(tue("10:00"), tue("13:00"))]) clock.take(event);
    const from = JSON.parse(JSON.stringify(clock.save()));
    expect(utc(target().follow({ from }).read(wed("12:00")).dueAt)).toBe(thu("12:00"));
    const restarted = [
      open(),
      ...paused(tue("10:00"), tue("13:00")),
      { at: tue("14:00"), state: "done" },
      open(wed("10:00")),
    ];
    const reading = target({ onReopen: "restart" }).track(restarted, { asOf: wed("11:00") });
    expect(utc(reading.dueAt)).toBe(on("2026-11-21")("00:00")); // The end of Friday.
    expect(hours(reading.wallPausedFor)).toBe(0);
  });

  it("leaves hours as they are", () => {
    const time = { allowance: { hours: 4, calendar: "office" } };
    const events = [open(), ...paused(mon("11:00"), mon("12:00"))];
    for (const dayPauses of ["push", "day-ends"] as const) {
      const reading = target({ ...time, dayPauses }).track(events, { asOf: mon("13:00") });
      expect(utc(reading.dueAt)).toBe(mon("15:00"));
    }
  });

  it("is refused if all is measured anew, in a policy and in a call", () => {
    const anew = { onSeverityChange: "retroactive" } as const;
    expect(refusal(() => target(anew)).message).toContain(
      "targets.fix.dayPauses: pauses cannot push on what is measured anew",
    );
    expect(refusal(() => target().track([], { asOf: 0, ...anew })).code).toBe("option-invalid");
  });
});
