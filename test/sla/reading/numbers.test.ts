import { describe, expect, it } from "vitest";
import { STATUSES } from "../../../src/sla/reading/numbers";
import { deskTarget, mon, office, thu, tue, utc, wed } from "../../reference/desk";
import { read } from "../../reference/scenes";

const HOUR = 3_600_000;
const ms = (at: string) => Date.parse(at);
const open = { at: mon("09:00"), state: "open" };
const then = (state: string, at: string) => ({ at, state });

/** 4 hours of Monday to Friday, 09:00 to 17:00. */
const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });

describe("the numbers of a clock", () => {
  const running = {
    status: "running",
    breached: false,
    paused: false,
    severity: null,
    startedAtMs: ms(mon("09:00")),
    originalDueAtMs: ms(mon("13:00")),
    dueAtMs: ms(mon("13:00")),
    projectedDueAtMs: ms(mon("13:00")),
    breachedAtMs: null,
    stoppedAtMs: null,
    unit: "milliseconds",
    allowance: 4 * HOUR,
    elapsed: HOUR,
    remaining: 3 * HOUR,
    overrun: 0,
    pausedFor: 0,
    wallPausedMs: 0,
    wallElapsedMs: HOUR,
    percentElapsed: 25,
    reopenings: 0,
    provisional: false,
  };

  it("that runs, and that has breached", () => {
    expect(read(target, [open], { asOf: mon("10:00") })).toEqual(running);
    // 7 h of 4, from 09:00 to 16:00.
    expect(read(target, [open], { asOf: mon("16:00") })).toEqual({
      ...running,
      status: "breached",
      breached: true,
      breachedAtMs: ms(mon("13:00")),
      elapsed: 7 * HOUR,
      remaining: 0,
      overrun: 3 * HOUR,
      wallElapsedMs: 7 * HOUR,
      percentElapsed: 175,
    });
  });

  it("that is paused, in time and late", () => {
    const waits = [open, then("waiting", mon("10:00"))];
    // 3 h are left as it is read at 12:00.
    const paused = {
      ...running,
      status: "paused",
      paused: true,
      dueAtMs: null,
      projectedDueAtMs: ms(mon("15:00")),
      pausedFor: 2 * HOUR,
      wallPausedMs: 2 * HOUR,
      wallElapsedMs: 3 * HOUR,
    };
    expect(read(target, waits, { asOf: mon("12:00") })).toEqual(paused);
    // 5 h of 4 before the pause at 14:00. Monday has 3 h after it, Tuesday has had one: 19 h by the wall.
    const late = [open, then("waiting", mon("14:00"))];
    expect(read(target, late, { asOf: tue("10:00") })).toEqual({
      ...running,
      status: "breached",
      breached: true,
      paused: true,
      breachedAtMs: ms(mon("13:00")),
      elapsed: 5 * HOUR,
      remaining: 0,
      overrun: HOUR,
      pausedFor: 4 * HOUR,
      wallPausedMs: 20 * HOUR,
      wallElapsedMs: 25 * HOUR,
      percentElapsed: 125,
    });
  });

  it("that has stopped, in time and late, whatever has passed since", () => {
    const met = [open, then("done", mon("12:00"))];
    const stopped = {
      ...running,
      status: "met",
      stoppedAtMs: ms(mon("12:00")),
      elapsed: 3 * HOUR,
      remaining: HOUR,
      wallElapsedMs: 3 * HOUR,
      percentElapsed: 75,
    };
    for (const asOf of [mon("12:00"), wed("09:00")]) {
      expect(read(target, met, { asOf })).toEqual(stopped);
    }
    const late = [open, then("done", mon("15:00"))];
    expect(read(target, late, { asOf: wed("09:00") })).toEqual({
      ...stopped,
      status: "breached",
      breached: true,
      breachedAtMs: ms(mon("13:00")),
      stoppedAtMs: ms(mon("15:00")),
      elapsed: 6 * HOUR,
      remaining: 0,
      overrun: 2 * HOUR,
      wallElapsedMs: 6 * HOUR,
      percentElapsed: 150,
    });
  });

  it("that was cancelled, in time and late", () => {
    const cancelled = {
      ...running,
      status: "cancelled",
      dueAtMs: null,
      projectedDueAtMs: null,
      stoppedAtMs: ms(mon("10:00")),
    };
    const events = [open, then("void", mon("10:00"))];
    expect(read(target, events, { asOf: wed("09:00") })).toEqual(cancelled);
    const late = [open, then("void", mon("14:00"))];
    expect(read(target, late, { asOf: wed("09:00") })).toEqual({
      ...cancelled,
      breached: true,
      breachedAtMs: ms(mon("13:00")),
      dueAtMs: ms(mon("13:00")),
      projectedDueAtMs: ms(mon("13:00")),
      stoppedAtMs: ms(mon("14:00")),
      elapsed: 5 * HOUR,
      remaining: 0,
      overrun: HOUR,
      wallElapsedMs: 5 * HOUR,
      percentElapsed: 125,
    });
  });

  it("that was re-opened, twice", () => {
    const events = [
      open,
      then("done", mon("10:00")),
      then("open", mon("11:00")),
      then("done", mon("12:00")),
      then("open", mon("14:00")),
    ];
    // 1 h, 1 h and 1 h at 15:00; the last of four at 16:00.
    expect(read(target, events, { asOf: mon("15:00") })).toEqual({
      ...running,
      dueAtMs: ms(mon("16:00")),
      projectedDueAtMs: ms(mon("16:00")),
      elapsed: 3 * HOUR,
      remaining: HOUR,
      wallElapsedMs: 6 * HOUR,
      percentElapsed: 75,
      reopenings: 2,
    });
  });
});

describe("the numbers of a ticket without an allowance", () => {
  const graded = deskTarget(
    { allowance: { "1": { hours: 4, calendar: "office" }, "4": null, "5": "agreed" } },
    { severities: ["1", "4", "5"] },
  );
  const nothing = {
    allowance: null,
    remaining: null,
    percentElapsed: null,
    overrun: 0,
    dueAtMs: null,
    projectedDueAtMs: null,
    originalDueAtMs: null,
    provisional: false,
  };

  it("are what has passed, and no more, before its severity is known", () => {
    const ungraded = read(graded, [open], { asOf: mon("15:00") });
    expect(ungraded).toMatchObject({ ...nothing, status: "running", elapsed: 6 * HOUR });
    const done = [open, then("done", mon("15:00"))];
    expect(read(graded, done, { asOf: tue("15:00") })).toMatchObject({
      ...nothing,
      status: "not-applicable",
      elapsed: 6 * HOUR,
    });
  });

  it("are nothing if nothing is promised, or only an agreed date, also before the start", () => {
    for (const [severity, before, running] of [
      ["4", "not-applicable", "not-applicable"],
      ["5", "pending", "running"],
    ]) {
      const given = { at: mon("08:00"), severity };
      const pending = read(graded, [given], { asOf: mon("08:30") });
      expect(pending).toMatchObject({ ...nothing, status: before, severity, elapsed: 0 });
      const started = read(graded, [given, open], { asOf: mon("15:00") });
      expect(started).toMatchObject({ ...nothing, status: running, severity, elapsed: 0 });
    }
  });

  it("are those of an allowance that nobody knows, if it was cancelled before the start", () => {
    const cancelled = [{ at: mon("08:00"), state: "void", severity: "4" }];
    expect(read(graded, cancelled, { asOf: mon("08:30") })).toMatchObject({
      status: "cancelled",
      startedAtMs: null,
      allowance: 0,
      percentElapsed: 0,
      projectedDueAtMs: null,
    });
  });
});

describe("the statuses", () => {
  it("are numbered in columns as they always were", () => {
    expect(STATUSES).toEqual([
      ...["pending", "running", "paused", "met", "breached", "cancelled", "not-applicable"],
    ]);
    expect(Object.isFrozen(STATUSES)).toBe(true);
  });
});

describe("the numbers of an agreed date", () => {
  const agreed = { at: mon("10:00"), dueAt: tue("11:00") };

  it("are what was used and what may be used until then", () => {
    // 8 h of Monday and 2 h of Tuesday from 09:00 on: at 10:00 on Tuesday 9 of 10 are used.
    expect(read(target, [open, agreed], { asOf: tue("10:00") })).toMatchObject({
      status: "running",
      originalDueAtMs: ms(mon("13:00")),
      dueAtMs: ms(tue("11:00")),
      projectedDueAtMs: ms(tue("11:00")),
      allowance: 10 * HOUR,
      elapsed: 9 * HOUR,
      remaining: HOUR,
      overrun: 0,
      percentElapsed: 90,
    });
  });

  it("of a ticket that has used nothing are nothing until the date, and all of it from then on", () => {
    // Nothing is open from Friday 17:00 to Monday 09:00, so the date on Sunday allows nothing.
    const friday = [
      { at: "2026-11-20T17:00:00Z", state: "open" },
      { at: "2026-11-20T17:00:00Z", dueAt: "2026-11-22T12:00:00Z" },
    ];
    const percent = (asOf: string, more: readonly object[] = []) => {
      const events = [...friday, ...more] as typeof friday;
      const { allowance, percentElapsed } = read(target, events, { asOf });
      return [allowance, percentElapsed];
    };
    expect(percent("2026-11-22T11:59:59Z")).toEqual([0, 0]);
    expect(percent("2026-11-22T12:00:00Z")).toEqual([0, 100]);
    // It stays so if it was done before.
    const done = [{ at: "2026-11-21T12:00:00Z", state: "done" }];
    expect(percent("2026-11-25T12:00:00Z", done)).toEqual([0, 0]);
  });

  it("judge a ticket to which nothing else is promised", () => {
    const nothing = deskTarget({ allowance: { "1": { hours: 4, calendar: "office" }, "4": null } });
    const four = { ...open, severity: "4" };
    const status = (events: Parameters<typeof nothing.track>[0]) =>
      read(nothing, events as never, { asOf: wed("09:00") }).status;
    expect(status([four])).toBe("not-applicable");
    expect(status([four, then("done", mon("12:00"))])).toBe("not-applicable");
    expect(status([four, then("void", mon("12:00"))])).toBe("not-applicable");
    expect(status([four, agreed, then("done", mon("12:00"))])).toBe("met");
    expect(status([four, agreed, then("done", tue("12:00"))])).toBe("breached");
    expect(status([four, agreed])).toBe("breached");
    // A ticket whose severity was never known was not promised anything either.
    expect(status([open, then("done", mon("12:00"))])).toBe("not-applicable");
    expect(status([open, agreed, then("done", mon("12:00"))])).toBe("met");
  });
});

describe("an answer is provisional", () => {
  const calendars = { desk: { ...office, bankHolidays: "scotland" } as typeof office };
  const days = deskTarget({ allowance: { workingDays: 10, calendar: "desk" } }, { calendars });
  // The published holidays of Scotland end with 2028; those of 2029 are projected.
  const opened = (at: string) => [{ at, state: "open" }];
  const provisional = (events: readonly { at: string; state: string }[], asOf: string) =>
    read(days, events, { asOf }).provisional;

  it("if the due instant lies beyond the published bank holidays", () => {
    expect(provisional(opened("2028-12-04T09:00:00Z"), "2028-12-04T09:00:00Z")).toBe(false);
    expect(provisional(opened("2028-12-27T09:00:00Z"), "2028-12-27T09:00:00Z")).toBe(true);
  });

  it("if a pause has pushed the due instant there", () => {
    const events = [
      ...opened("2028-12-04T09:00:00Z"),
      { at: "2028-12-05T09:00:00Z", state: "waiting" },
    ];
    // Nine of ten days are left, whenever it goes on.
    expect(provisional(events, "2028-12-06T09:00:00Z")).toBe(false);
    expect(provisional(events, "2028-12-28T09:00:00Z")).toBe(true);
    const on = { at: "2028-12-28T09:00:00Z", state: "open" };
    expect(provisional([...events, on], "2028-12-28T09:00:00Z")).toBe(true);
  });

  it("if what was used does, and also once it is done", () => {
    const events = opened("2028-12-04T09:00:00Z");
    expect(provisional(events, "2029-01-31T09:00:00Z")).toBe(true);
    const done = (at: string) => [...events, { at, state: "done" }];
    expect(provisional(done("2028-12-11T09:00:00Z"), "2029-01-31T09:00:00Z")).toBe(false);
    expect(provisional(done("2029-01-11T09:00:00Z"), "2029-01-31T09:00:00Z")).toBe(true);
  });

  it("if it was due there as it started, even if it waited since or is cancelled", () => {
    const late = opened("2028-12-27T09:00:00Z");
    for (const state of ["waiting", "void"]) {
      const events = [...late, { at: "2028-12-28T09:00:00Z", state }];
      expect(provisional(events, "2028-12-29T09:00:00Z")).toBe(true);
    }
  });
});

describe("the status of a ticket that waits", () => {
  it("is not changed by an agreed date that comes as it waits", () => {
    const events = [open, then("waiting", mon("10:00")), { at: mon("11:00"), dueAt: thu("12:00") }];
    const reading = target.track(events, { asOf: tue("09:00") });
    expect([reading.status, utc(reading.dueAt), utc(reading.projectedDueAt)]).toEqual([
      "paused",
      thu("12:00"),
      thu("12:00"),
    ]);
  });
});
