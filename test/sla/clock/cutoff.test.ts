import { describe, expect, it } from "vitest";
import { explain, type HistoryEvent } from "../../../src/index";
import {
  deskTarget,
  fri,
  hours,
  mon,
  nextMon,
  sat,
  tue,
  utc,
  wed,
  week,
} from "../../reference/desk";

/** Four working hours, from 09:00 to 17:00; what comes at or after 15:00 is received at the next day's opening. */
const four = { allowance: { hours: 4, calendar: "office", cutoff: "15:00" } } as const;
const fix = deskTarget(four);

describe("a cutoff on an allowance of hours", () => {
  it.each([
    ["before it, counts at once", mon("14:59"), tue("10:59")],
    ["exactly at it, counts from the next opening", mon("15:00"), tue("13:00")],
    ["after it and after closing, too", mon("20:00"), tue("13:00")],
    ["before the opening, counts from that opening", mon("08:00"), mon("13:00")],
    ["on a Friday, counts from Monday", fri("16:00"), nextMon("13:00")],
    ["on a Saturday morning, counts from Monday", sat("10:00"), nextMon("13:00")],
    ["on a Saturday evening, too", sat("16:00"), nextMon("13:00")],
  ])("what comes %s", (_, start, due) => {
    expect(utc(fix.due(start))).toBe(due);
  });

  it("may be given in a call", () => {
    const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
    expect(utc(plain.due(mon("12:00")))).toBe(mon("16:00"));
    expect(utc(plain.due(mon("12:00"), { cutoff: "12:00" }))).toBe(tue("13:00"));
    expect(utc(fix.due(mon("15:30"), { cutoff: "16:00" }))).toBe(tue("11:30"));
  });

  it("is a time of the date, of a shift over midnight too", () => {
    const night = deskTarget(
      { allowance: { hours: 4, calendar: "night", cutoff: "23:00" } },
      { calendars: { night: week({ weekdays: ["22:00-06:00"] }) } },
    );
    // Tuesday's shift opens at 22:00; what comes at 02:00 is before 23:00 of its date.
    expect(utc(night.due(mon("23:30")))).toBe(wed("02:00"));
    expect(utc(night.due(tue("02:00")))).toBe(tue("06:00"));
  });

  it("is a time of the calendar's zone, on the day of a clock change too", () => {
    const london = deskTarget(four, {
      calendars: {
        office: { timeZone: "Europe/London", hours: { daily: ["09:00-17:00"] } },
        always: week({ daily: ["00:00-24:00"] }),
      },
    });
    // On 29 March 2026 the clocks go on at 01:00: 15:00 is 14:00Z, and Monday opens at 08:00Z.
    expect(utc(london.due("2026-03-29T13:59:00Z"))).toBe("2026-03-30T09:59:00Z");
    expect(utc(london.due("2026-03-29T14:00:00Z"))).toBe("2026-03-30T12:00:00Z");
  });

  const open: HistoryEvent = { at: mon("15:30"), state: "open" };

  it("uses nothing, pauses nothing and warns of nothing before that opening", () => {
    const target = deskTarget({ ...four, warnAt: [0.5] });
    const events = [
      open,
      { at: mon("16:00"), state: "waiting" },
      { at: mon("16:30"), state: "open" },
    ];
    const reading = target.track(events, { asOf: tue("10:00") });
    expect([reading.elapsed, reading.pausedFor, reading.remaining].map(hours)).toEqual([1, 0, 3]);
    expect(reading.warnings.map(({ at }) => utc(at))).toEqual([tue("11:00")]);
  });

  it("is shown in the working", () => {
    const rows = fix.track([open], { asOf: tue("10:00") }).segments;
    expect(rows.map(({ from, to, why }) => [utc(from), utc(to), why])).toEqual([
      [mon("15:30"), tue("09:00"), "after-cutoff"],
      [tue("09:00"), tue("10:00"), "counted"],
    ]);
    expect(explain(fix.track([open], { asOf: tue("10:00") }))).toContain(
      "received after the cutoff",
    );
  });

  it("holds for each count anew", () => {
    const restart = deskTarget({ ...four, onReopen: "restart" });
    const events = [
      { at: mon("10:00"), state: "open" },
      { at: mon("11:00"), state: "done" },
      { at: mon("16:00"), state: "open" },
    ];
    expect(utc(restart.track(events, { asOf: mon("16:30") }).dueAt)).toBe(tue("13:00"));
    // One that goes on has been received before.
    expect(utc(fix.track(events, { asOf: mon("16:30") }).dueAt)).toBe(tue("11:00"));
  });

  it("holds for the severity that comes later, from the start", () => {
    const graded = deskTarget(
      { allowance: { "1": { ...four.allowance, hours: 1 }, "2": four.allowance } },
      { severities: ["1", "2"] },
    );
    const events = [open, { at: tue("09:30"), severity: "1" }];
    expect(utc(graded.track(events, { asOf: tue("09:30") }).dueAt)).toBe(tue("10:00"));
  });
});
