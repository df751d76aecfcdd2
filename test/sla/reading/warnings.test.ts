import { describe, expect, it } from "vitest";
import type { HistoryEvent, Target } from "../../../src/index";
import { deskTarget, mon, tue, utc } from "../../reference/desk";

/** Around the clock: severity 1 has 4 hours and severity 2 has 8. */
const target = (choices: Partial<Target["definition"]> = {}) =>
  deskTarget(
    {
      allowance: { "1": { hours: 4, calendar: "always" }, "2": { hours: 8, calendar: "always" } },
      warnAt: [0.5, 0.75, 1],
      ...choices,
    },
    { severities: ["1", "2"] },
  );
const warningsOf = (events: readonly HistoryEvent[], asOf: string, fix = target()) =>
  fix.track(events, { asOf }).warnings.map(({ at, passed }) => [utc(at), passed]);

const open = { at: mon("09:00"), state: "open", severity: "2" };
const raised = { at: mon("14:00"), severity: "1" };

describe("a warning is never due before the change that makes it due", () => {
  // 5 h are used at 14:00. Of 8 h, 50 % was due at 13:00; of 4 h, 75 % and 100 % are due by the change.
  it("which raised the severity", () => {
    expect(warningsOf([open, raised], mon("14:30"))).toEqual([
      [mon("13:00"), true],
      [mon("14:00"), true],
      [mon("14:00"), true],
    ]);
  });

  it("also if all is measured anew from the start", () => {
    const fix = target({ onSeverityChange: "retroactive" });
    expect(warningsOf([open, raised], mon("14:30"), fix)).toEqual([
      [mon("13:00"), true],
      [mon("14:00"), true],
      [mon("14:00"), true],
    ]);
  });

  it("also while the ticket is paused, if exactly so much has been used", () => {
    // 2 h are used of 8 h as it is paused; they are half of 4 h from the change on, and not of 8 h.
    const paused = [open, { at: mon("11:00"), state: "waiting" }, raised];
    for (const onSeverityChange of ["carry-elapsed", "retroactive"] as const) {
      expect(warningsOf(paused, mon("14:30"), target({ onSeverityChange }))).toEqual([
        [mon("14:00"), true],
        [null, false],
        [null, false],
      ]);
    }
  });

  it("also while the ticket is paused, and when it is stopped", () => {
    const waiting = { at: mon("13:30"), state: "waiting" };
    const at14 = [
      [mon("13:00"), true],
      [mon("14:00"), true],
      [mon("14:00"), true],
    ];
    // 4 h 30 min are used: 75 % of 4 h and all of them.
    expect(warningsOf([open, waiting, raised], mon("15:00"))).toEqual(at14);
    const done = { at: mon("16:00"), state: "done" };
    expect(warningsOf([open, raised, done], tue("00:00"))).toEqual(at14);
  });

  it("and what has passed is ahead again if the severity is lowered", () => {
    // 3 h of 4 are used at 12:00; of 8 h that is less than half, which comes at 13:00.
    const events = [
      { ...open, severity: "1" },
      { at: mon("12:00"), severity: "2" },
    ];
    expect(warningsOf(events, mon("12:00"))).toEqual([
      [mon("13:00"), false],
      [mon("15:00"), false],
      [mon("17:00"), false],
    ]);
  });

  it("and what a lower severity has passed too keeps its instant", () => {
    // At 15:00 6 h are used, 75 % of 8 h. Of 4 h, 50 % was due at 11:00 and 75 % at 12:00 already.
    const events = [
      { ...open, severity: "1" },
      { at: mon("15:00"), severity: "2" },
    ];
    expect(warningsOf(events, mon("15:00"))).toEqual([
      [mon("11:00"), true],
      [mon("12:00"), true],
      [mon("17:00"), false],
    ]);
  });

  it("and a clock that starts again warns again", () => {
    const fix = target({ onSeverityChange: "restart" });
    expect(warningsOf([open, raised], mon("14:30"), fix)).toEqual([
      [mon("16:00"), false],
      [mon("17:00"), false],
      [mon("18:00"), false],
    ]);
  });
});

describe("a warning of an allowance of no length", () => {
  it("has passed as the clock starts, and stays so if it is stopped at once", () => {
    const none = deskTarget({ allowance: { hours: 0, calendar: "always" }, warnAt: [0.5, 1] });
    const at9 = { at: mon("09:00") };
    for (const events of [
      [{ ...at9, state: "open" }],
      [
        { ...at9, state: "open" },
        { ...at9, state: "done" },
      ],
    ]) {
      const reading = none.track(events, { asOf: mon("09:00") });
      expect(reading.percentElapsed).toBe(100);
      expect(reading.warnings.map(({ at, passed }) => [utc(at), passed])).toEqual([
        [mon("09:00"), true],
        [mon("09:00"), true],
      ]);
    }
  });

  // Nothing is used and nothing is promised anew while it waits, so the other severity makes nothing due.
  it("is ahead of a ticket that waits, whatever its severity, until it goes on", () => {
    const none = deskTarget({ allowance: { hours: 0, calendar: "always" }, warnAt: [0.5] });
    const events = [
      { at: mon("09:00"), state: "waiting", severity: "1" },
      { at: mon("10:00"), severity: "2" },
      { at: mon("11:00"), state: "open" },
    ];
    const warned = (asOf: string) =>
      none.track(events, { asOf }).warnings.map(({ at, passed }) => [at && utc(at), passed]);
    expect(warned(mon("10:30"))).toEqual([[null, false]]);
    expect(warned(mon("11:30"))).toEqual([[mon("11:00"), true]]);
  });
});
