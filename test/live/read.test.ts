import { describe, expect, it } from "vitest";
import { CoreHoursError, CoverageError, InvalidInstantError } from "../../src/index";
import {
  elapsedAt,
  format,
  readAt,
  remainingAt,
  type Snapshot,
  type Stage,
  statusAt,
  textAt,
} from "../../src/live/index";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Made by hand: an hour is promised, ten minutes are used; time counts from 1 h to 2 h and from 3 h to 4 h. */
const stage: Stage = {
  fromMs: 0,
  status: "running",
  breached: false,
  paused: false,
  stopped: false,
  allowance: HOUR,
  dueAtMs: HOUR + 50 * MINUTE,
  provisional: false,
};
const late: Partial<Stage> = { status: "breached", breached: true };
const snapshot: Snapshot = {
  version: 1,
  ticket: "D-1",
  target: "fix",
  title: "Fix",
  severity: null,
  timeZone: "UTC",
  asOfMs: 0,
  untilMs: 10 * HOUR,
  unit: "milliseconds",
  elapsed: 10 * MINUTE,
  periods: [
    [HOUR, 2 * HOUR],
    [3 * HOUR, 4 * HOUR],
  ],
  dayEnds: [],
  stages: [stage, { ...stage, ...late, fromMs: HOUR + 50 * MINUTE + 1 }],
  warnings: [],
};
const days: Snapshot = {
  ...snapshot,
  unit: "days",
  elapsed: 1,
  periods: [],
  dayEnds: [2 * HOUR, 2 * HOUR, 5 * HOUR],
  stages: [{ ...stage, allowance: 3 }],
};
/** The same with one stage. */
const only = (more: Partial<Stage>, rest: Partial<Snapshot> = {}): Snapshot => ({
  ...snapshot,
  stages: [{ ...stage, ...more }],
  ...rest,
});

describe("a snapshot at an instant", () => {
  it.each([
    // now, elapsed, remaining, overrun, status, counting
    [0, 10, 50, 0, "running", false],
    [HOUR - 1, 10, 50, 0, "running", false],
    [HOUR, 10, 50, 0, "running", true],
    [HOUR + 30 * MINUTE, 40, 20, 0, "running", true],
    [HOUR + 50 * MINUTE, 60, 0, 0, "running", true],
    [2 * HOUR, 70, 0, 10, "breached", false],
    [3 * HOUR + 5 * MINUTE, 75, 0, 15, "breached", true],
    [10 * HOUR, 130, 0, 70, "breached", false],
  ])("at %i", (nowMs, elapsed, remaining, overrun, status, counting) => {
    expect(readAt(snapshot, nowMs)).toMatchObject({
      elapsed: elapsed * MINUTE,
      remaining: remaining * MINUTE,
      overrun: overrun * MINUTE,
      status,
      counting,
    });
    expect(remainingAt(snapshot, nowMs)).toBe(remaining * MINUTE);
    expect(elapsedAt(snapshot, nowMs)).toBe(elapsed * MINUTE);
    expect(statusAt(snapshot, nowMs)).toBe(status);
  });

  it("changes at the very millisecond", () => {
    expect(remainingAt(snapshot, HOUR + 1)).toBe(50 * MINUTE - 1);
    expect(statusAt(snapshot, HOUR + 50 * MINUTE + 1)).toBe("breached");
  });

  it("counts days, by those that have ended", () => {
    const remaining = [2 * HOUR - 1, 2 * HOUR, 5 * HOUR].map((nowMs) => remainingAt(days, nowMs));
    expect(remaining).toEqual([2, 0, 0]);
    expect(readAt(days, 5 * HOUR)).toMatchObject({ elapsed: 4, overrun: 1, counting: true });
  });

  it.each<[string, Partial<Stage>]>([
    ["a count of days that is paused", { paused: true }],
    ["one that has stopped", { stopped: true }],
    ["one that has not started", { status: "pending" }],
  ])("does not count, for %s", (_, more) => {
    expect(readAt({ ...days, stages: [{ ...stage, ...more }] }, 0).counting).toBe(false);
  });

  it("has nothing left and nothing over if nothing is promised", () => {
    const free = only({ allowance: null });
    expect(readAt(free, 2 * HOUR)).toMatchObject({ remaining: null, overrun: 0 });
  });
});

describe("a line for a page", () => {
  it.each<[string, Snapshot, number]>([
    ["50 min left", snapshot, 0],
    ["49 min 59 s left", snapshot, HOUR + 1_000],
    // Rounded up, so no second is missing.
    ["50 min left", snapshot, HOUR + 1],
    ["1 s left", snapshot, HOUR + 50 * MINUTE - 1],
    ["0 s left", snapshot, HOUR + 50 * MINUTE],
    ["over by 10 min", snapshot, 2 * HOUR],
    ["2 days left", days, 0],
    ["over by 1 day", { ...days, stages: [{ ...stage, ...late, allowance: 3 }] }, 5 * HOUR],
    ["paused, 50 min left", only({ status: "paused", paused: true }), 0],
    ["paused, over by 10 min", only({ ...late, paused: true }), 2 * HOUR],
    ["breached, over by 10 min", only({ ...late, stopped: true }), 2 * HOUR],
    ["met", only({ status: "met", stopped: true, provisional: true }), 0],
    ["cancelled", only({ status: "cancelled", stopped: true }), 0],
    ["not started", only({ status: "pending" }), 0],
    ["nothing is promised", only({ status: "not-applicable", allowance: null }), 0],
    ["10 min so far", only({ allowance: null }), 0],
    ["50 min left, provisional", only({ provisional: true }), 0],
  ])("%s", (text, given, nowMs) => {
    expect(textAt(given, nowMs)).toBe(text);
  });
});

describe("an amount as people write it", () => {
  it.each<[string, number, Snapshot["unit"]]>([
    ["0 s", 0, "milliseconds"],
    ["0 s", 999, "milliseconds"],
    ["1 s", 1_999, "milliseconds"],
    ["2 h 14 min 9 s", 8_049_000, "milliseconds"],
    ["100 h", 360_000_000, "milliseconds"],
    ["1 h 1 s", 3_601_000, "milliseconds"],
    ["0 days", 0, "days"],
    ["1 day", 1, "days"],
    ["12 days", 12, "days"],
  ])("%s", (text, amount, unit) => {
    expect(format(amount, unit)).toBe(text);
  });

  it("counts milliseconds by default", () => {
    expect(format(90_000)).toBe("1 min 30 s");
  });
});

describe("a snapshot refuses", () => {
  it("instants after its last and before its first", () => {
    const beyond = () => remainingAt(snapshot, 10 * HOUR + 1);
    expect(beyond).toThrow(CoverageError);
    expect(beyond).toThrow(
      "The snapshot tells of 1970-01-01T00:00:00.000Z to 1970-01-01T10:00:00.000Z, not of 1970-01-01T10:00:00.001Z; take a newer one.",
    );
    expect(() => textAt(snapshot, -1)).toThrow("is the clock of this machine right?");
    expect(codeOf(beyond)).toBe("coverage-end");
    expect(codeOf(() => statusAt(snapshot, -1))).toBe("coverage-start");
    expect(codeOf(() => statusAt(snapshot, 1e300))).toBe("coverage-end");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, "2026-11-20T16:30:00Z", new Date()])(
    "%s, which is not a number of milliseconds",
    (now) => {
      const act = () => remainingAt(snapshot, now as number);
      expect(act).toThrow(InvalidInstantError);
    },
  );

  it.each<[string, unknown]>([
    ["null", null],
    ["text", "{}"],
    ["a reading", { status: "running", asOf: "2026-11-20T16:30:00Z" }],
    ["another version", { ...snapshot, version: 2 }],
    ["another unit", { ...snapshot, unit: "weeks" }],
    ["no stages", { ...snapshot, stages: [] }],
    ["no numbers", { ...snapshot, elapsed: null }],
    ["no periods", { ...snapshot, periods: undefined }],
  ])("%s, which is not a snapshot", (_, given) => {
    const act = () => remainingAt(given as Snapshot, 0);
    expect(act).toThrow(CoreHoursError);
    expect(codeOf(act)).toBe("snapshot-invalid");
  });
});

function codeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof CoreHoursError ? error.code : error;
  }
}
