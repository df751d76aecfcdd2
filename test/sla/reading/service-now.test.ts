import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, type SlaReading, toServiceNowTaskSla } from "../../../src/index";

/**
 * What ServiceNow's own calculator (SLACalculatorNG) makes of a record: its percentage is
 * elapsed / (planned end - start - pauses) * 100, all by the clock on the wall. Worked out by hand.
 */

const { fix, days } = defineSla({
  id: "desk",
  timeZone: "UTC",
  calendars: {
    always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } },
    office: { timeZone: "UTC", hours: { weekdays: ["08:00-16:00"] } },
  },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: { "1": { hours: 8, calendar: "always" }, "2": { hours: 8, calendar: "office" } },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
      onReopen: "restart",
    },
    days: {
      allowance: { workingDays: 2, calendar: "office" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
    },
  },
}).targets;

// 5 January 2026 is a Monday.
const open = (severity: "1" | "2", at = "2026-01-05T00:00:00Z") => ({
  at,
  state: "open",
  severity,
});
const then = (state: string, at: string) => ({ at, state });

const recordOf = (events: Parameters<typeof fix.track>[0], asOf: string) => {
  const record = toServiceNowTaskSla(fix.track(events, { asOf }));
  if (!record) throw new Error("no record");
  return record;
};

describe("the percentage of a record", () => {
  it("goes on beyond 100: 16 hours of 8 are 200 %, running or stopped", () => {
    const ran = recordOf([open("1")], "2026-01-05T16:00:00Z");
    const stopped = recordOf(
      [open("1"), then("done", "2026-01-05T16:00:00Z")],
      "2026-01-09T00:00:00Z",
    );
    for (const { percentage, business_percentage, has_breached } of [ran, stopped]) {
      expect([percentage, business_percentage, has_breached]).toEqual([200, 200, true]);
    }
    expect([ran.time_left, ran.planned_end_time]).toEqual([
      "1970-01-01 00:00:00",
      "2026-01-05 08:00:00",
    ]);
  });

  it("takes pauses out of what has passed and of the whole", () => {
    // 4 h, a pause of 6 h, 8 h: 12 of 8 hours. Without the pause it was due at 08:00, with it at 14:00.
    const events = [
      open("1"),
      then("waiting", "2026-01-05T04:00:00Z"),
      then("open", "2026-01-05T10:00:00Z"),
    ];
    const { percentage, duration, pause_duration } = recordOf(events, "2026-01-05T18:00:00Z");
    expect([percentage, duration, pause_duration]).toEqual([
      150,
      "1970-01-01 12:00:00",
      "1970-01-01 06:00:00",
    ]);
  });

  it("is by the wall if the allowance is not: nights are part of both", () => {
    // From 12:00, 4 h on Monday and 4 h on Tuesday: due on Tuesday at 12:00, 24 h later.
    const events = [open("2", "2026-01-05T12:00:00Z")];
    const { percentage, business_percentage } = recordOf(events, "2026-01-06T06:00:00Z");
    expect([percentage, business_percentage]).toEqual([75, 50]); // 18 h of 24; 4 h of 8
    // At 12:00 on Wednesday: 48 h of 24, and 16 of 8.
    expect(recordOf(events, "2026-01-07T12:00:00Z")).toMatchObject({
      percentage: 200,
      business_percentage: 200,
    });
  });

  it("stands as it stood when the pause began, however long ago that was", () => {
    const events = [open("1"), then("waiting", "2026-01-05T04:00:00Z")];
    const record = recordOf(events, "2026-01-05T04:00:00Z");
    expect(record).toMatchObject({
      stage: "paused",
      percentage: 50,
      duration: "1970-01-01 04:00:00",
      pause_duration: "1970-01-01 00:00:00",
      planned_end_time: "2026-01-05 08:00:00",
      time_left: "1970-01-01 04:00:00",
    });
    expect(recordOf(events, "2026-02-05T04:00:00Z")).toEqual(record);
  });

  it("stands as it stood when it was cancelled, or when it breached and was paused", () => {
    const cancelled = [open("1"), then("void", "2026-01-05T12:00:00Z")];
    expect(recordOf(cancelled, "2026-02-01T00:00:00Z")).toMatchObject({
      stage: "cancelled",
      active: false,
      has_breached: true,
      percentage: 150,
      end_time: "2026-01-05 12:00:00",
    });
    const paused = [open("1"), then("waiting", "2026-01-05T12:00:00Z")];
    expect(recordOf(paused, "2026-02-01T00:00:00Z")).toMatchObject({
      stage: "paused",
      has_breached: true,
      percentage: 150,
      planned_end_time: "2026-01-05 08:00:00",
    });
  });

  it("has the planned end at which it breached, whatever is paused after that", () => {
    // Due at 08:00; waits from 12:00 to 14:00, which pushes the end to 10:00: 14 h of 10 - 2 = 8 h.
    const events = [
      open("1"),
      then("waiting", "2026-01-05T12:00:00Z"),
      then("open", "2026-01-05T14:00:00Z"),
    ];
    expect(recordOf(events, "2026-01-05T16:00:00Z")).toMatchObject({
      planned_end_time: "2026-01-05 08:00:00",
      time_left: "1970-01-01 00:00:00",
      percentage: 175,
    });
  });

  it("counts from the last restart", () => {
    const events = [
      open("1"),
      then("done", "2026-01-05T07:00:00Z"),
      then("open", "2026-01-06T00:00:00Z"),
    ];
    expect(recordOf(events, "2026-01-06T02:00:00Z")).toMatchObject({
      start_time: "2026-01-06 00:00:00",
      percentage: 25,
      business_percentage: 25,
    });
  });

  it("takes the pauses on the calendar if those on the wall are longer than the span", () => {
    // Open on Friday at 14:00; waiting from 15:00 to Monday 08:00, 1 h of it within hours. Due after
    // 8 h and that hour: Monday 15:00, which is 73 h; paused by the wall for 65 h.
    const weekend = [
      open("2", "2026-01-09T14:00:00Z"),
      then("waiting", "2026-01-09T15:00:00Z"),
      then("open", "2026-01-12T08:00:00Z"),
    ];
    // 8 h have passed that were not paused: 1 h on Friday, 7 h on Monday, of 73 - 65 = 8 h.
    expect(recordOf(weekend, "2026-01-12T15:00:00Z").percentage).toBe(100);
    // Waiting from 08:00 to 08:00 a week later: five days of 8 h within hours, 168 h by the wall.
    const week = [
      open("1", "2026-01-05T00:00:00Z"),
      then("waiting", "2026-01-05T04:00:00Z"),
      then("open", "2026-01-12T04:00:00Z"),
    ];
    expect(recordOf(week, "2026-01-12T06:00:00Z").percentage).toBe(75);
  });

  it("counts days as days of 24 hours", () => {
    // Received on Monday, due at the end of Wednesday: 72 h from 00:00. Half of it at noon on Tuesday.
    const record = toServiceNowTaskSla(
      days.track([{ at: "2026-01-05T00:00:00Z", state: "open" }], { asOf: "2026-01-06T12:00:00Z" }),
    );
    expect(record).toMatchObject({
      percentage: 50,
      planned_end_time: "2026-01-08 00:00:00",
      business_percentage: 0,
    });
  });

  it("is all of it at once if nothing is allowed", () => {
    const { at } = defineSla({
      id: "none",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        at: { allowance: { hours: 0, calendar: "always" }, runs: ["open"], stops: ["done"] },
      },
    }).targets;
    const record = toServiceNowTaskSla(at.track([{ at: 0, state: "open" }], { asOf: 0 }));
    expect(record?.percentage).toBe(100);
  });
});

describe("a record", () => {
  it("is written if a clock has started and has an allowance, and only then", () => {
    const started = fix.track([open("1")], { asOf: "2026-01-05T02:00:00Z" });
    expect(toServiceNowTaskSla(started)).not.toBeNull();
    for (const key of ["startedAt", "originalDueAt", "remaining", "percentElapsed"]) {
      // No reading has these alone without the others; a copy may.
      const without: SlaReading = { ...started, [key]: null };
      expect(toServiceNowTaskSla(without)).toBeNull();
    }
  });

  it("has the pause that it is in from the next calculation on, on the wall and on the calendar", () => {
    // Severity 2 from Monday 08:00; waits from 10:00 to 11:00, and from 12:00 on.
    const events = [
      open("2", "2026-01-05T08:00:00Z"),
      then("waiting", "2026-01-05T10:00:00Z"),
      then("open", "2026-01-05T11:00:00Z"),
      then("waiting", "2026-01-05T12:00:00Z"),
    ];
    // 3 h of 8 are used and 1 h was paused: due on Tuesday at 09:00, which is 25 h from the start, 24 without
    // the pause. From 12:00 to then are 21 h.
    expect(recordOf(events, "2026-01-05T14:00:00Z")).toEqual({
      task: "",
      sla: "fix",
      stage: "paused",
      active: true,
      has_breached: false,
      start_time: "2026-01-05 08:00:00",
      end_time: "",
      original_breach_time: "2026-01-05 16:00:00",
      planned_end_time: "2026-01-06 09:00:00",
      duration: "1970-01-01 03:00:00",
      business_duration: "1970-01-01 03:00:00",
      time_left: "1970-01-01 21:00:00",
      business_time_left: "1970-01-01 05:00:00",
      pause_duration: "1970-01-01 01:00:00",
      business_pause_duration: "1970-01-01 01:00:00",
      percentage: 12.5, // 3 h of 24
      business_percentage: 37.5, // 3 h of 8
      timezone: "UTC",
    });
  });

  it("takes pauses on the calendar if those on the wall are longer than the span, also in a pause", () => {
    // From Monday 08:00; waits from 09:00 to Tuesday 09:00, which are 24 h by the wall and 8 h of the office.
    // A date is agreed: Monday 22:00, 14 h after the start. So the whole is 14 - 8 = 6 h.
    const events = [
      open("2", "2026-01-05T08:00:00Z"),
      { at: "2026-01-05T08:30:00Z", dueAt: "2026-01-05T22:00:00Z" },
      then("waiting", "2026-01-05T09:00:00Z"),
      then("open", "2026-01-06T09:00:00Z"),
    ];
    // An hour on Monday and two on Tuesday until 11:00, of 6.
    expect(recordOf(events, "2026-01-06T11:00:00Z").percentage).toBe(50);
    // From 11:00 on it waits again, and everything stands.
    const again = [...events, then("waiting", "2026-01-06T11:00:00Z")];
    expect(recordOf(again, "2026-01-06T15:00:00Z").percentage).toBe(50);
  });

  it("of a ticket whose pauses leave nothing of the span is all of it at once", () => {
    const reading = fix.track([open("1")], { asOf: "2026-01-05T02:00:00Z" });
    // Eight hours from 00:00 to 08:00, all of them paused.
    const wallPausedFor = Duration.fromObject({ hours: 8 });
    expect(toServiceNowTaskSla({ ...reading, wallPausedFor })?.percentage).toBe(100);
  });

  it("ends at what the calendar can tell: with the pauses, without them, or as it started", () => {
    const reading = fix.track([open("1")], { asOf: "2026-01-05T02:00:00Z" });
    const at = (hour: number) => reading.asOf.set({ hour });
    const left = (change: object) =>
      toServiceNowTaskSla({ ...reading, ...change })?.time_left.slice(-8);
    const known = { pushedDueAt: at(10), projectedDueAt: at(9), originalDueAt: at(8) };
    expect(left(known)).toBe("08:00:00");
    expect(left({ ...known, pushedDueAt: null })).toBe("07:00:00");
    expect(left({ ...known, pushedDueAt: null, projectedDueAt: null })).toBe("06:00:00");
    // Its planned end is then the end, too.
    const unknown = { ...reading, ...known, pushedDueAt: at(10), projectedDueAt: null };
    expect(toServiceNowTaskSla(unknown as SlaReading)?.planned_end_time).toBe(
      "2026-01-05 10:00:00",
    );
  });
});
