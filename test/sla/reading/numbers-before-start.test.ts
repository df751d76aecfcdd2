import { describe, expect, it } from "vitest";
import { deskTarget, mon, office } from "../../reference/desk";

describe("the numbers of a clock that has not started", () => {
  it("are those of the allowance it would have, in its unit", () => {
    const days = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    const [pending] = days.trackMany([{ ticket: "T", events: [] }], { asOf: mon("09:00") });
    expect(pending).toEqual({
      ticket: "T",
      error: null,
      status: "pending",
      breached: false,
      paused: false,
      severity: null,
      startedAtMs: null,
      originalDueAtMs: null,
      dueAtMs: null,
      projectedDueAtMs: Date.parse("2026-11-19T00:00:00Z"),
      breachedAtMs: null,
      stoppedAtMs: null,
      unit: "days",
      allowance: 2,
      elapsed: 0,
      remaining: 2,
      overrun: 0,
      pausedFor: 0,
      wallPausedMs: 0,
      wallElapsedMs: 0,
      percentElapsed: 0,
      reopenings: 0,
      provisional: false,
    });
  });

  it("are zero or null if the allowance is unknown, and provisional if the due date is", () => {
    const graded = deskTarget({ allowance: { "1": { hours: 4, calendar: "office" } } });
    const [ungraded] = graded.trackMany([{ ticket: "T", events: [] }], { asOf: mon("09:00") });
    expect(ungraded).toMatchObject({
      unit: "milliseconds",
      allowance: 0,
      projectedDueAtMs: null,
      provisional: false,
    });
    const desk = deskTarget(
      { allowance: { workingDays: 2, calendar: "desk" } },
      { calendars: { desk: { ...office, bankHolidays: "scotland" } as typeof office } },
    );
    const pending = (asOf: string) =>
      [...desk.trackMany([{ ticket: "T", events: [] }], { asOf })].map((each) =>
        each.error ? each.error : each.provisional,
      );
    expect(pending("2028-12-20T09:00:00Z")).toEqual([false]);
    expect(pending("2029-01-10T09:00:00Z")).toEqual([true]);
    const gone = [{ at: "2029-01-10T09:00:00Z", state: "void" }];
    const [cancelled] = desk.trackMany([{ ticket: "T", events: gone }], {
      asOf: "2029-01-11T09:00:00Z",
    });
    expect(cancelled).toMatchObject({ status: "cancelled", provisional: false, allowance: 0 });
  });
});
