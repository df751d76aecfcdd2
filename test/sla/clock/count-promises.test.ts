import { describe, expect, it } from "vitest";
import { Clock } from "../../../src/sla/clock/clock";
import type { ClockRules } from "../../../src/sla/clock/rules";
import { CoreHoursError } from "../../../src/timeline";
import { clockOf, gradedOf, type Happening, rules, singleOf, take, timeOf } from "./small-clock";

/** A target whose one allowance of 100 serves every severity, for tickets that it applies to. */
const single: ClockRules = { ...rules, ...singleOf(timeOf(100)) };

describe("a target that does not apply for a while", () => {
  /** Applies until 10 and again from 30 on, unless other instants are given. */
  const away = (
    onSeverityChange: ClockRules["onSeverityChange"],
    [from, to, until]: readonly [number, number, number] = [10, 30, 40],
    state = "open",
  ) => {
    const clock = new Clock({ ...single, onSeverityChange });
    take(clock, [0, "1", state], [from]);
    clock.grade("1", false);
    take(clock, [to]);
    clock.grade("1", true);
    return take(clock, [until]).now;
  };

  it.each([
    ["carry-elapsed", 20, 1],
    ["retroactive", 40, 1],
    ["restart", 10, 3],
  ] as const)("by %s has used %i of it, in count %i", (onSeverityChange, used, count) => {
    const now = away(onSeverityChange);
    expect([now.used, now.count, now.promise, now.provisional]).toEqual([
      used,
      count,
      "measured",
      false,
    ]);
  });

  it("has paused as long as it was paused, by the same choice", () => {
    const pausedFor = (choice: ClockRules["onSeverityChange"]) =>
      away(choice, [10, 30, 40], "wait").pausedFor;
    expect([pausedFor("carry-elapsed"), pausedFor("retroactive"), pausedFor("restart")]).toEqual([
      20, 40, 10,
    ]);
  });

  it("promises nothing meanwhile, and takes a breach back", () => {
    const clock = new Clock(single);
    take(clock, [0, "1", "open"], [120]);
    clock.grade("1", false);
    expect(clock.now.breaches).toEqual([{ atMs: 100, severity: "1", takenBackAtMs: 120 }]);
    expect([clock.now.breachedAtMs, clock.now.promise, clock.count.isJudged]).toEqual([
      null,
      "none",
      false,
    ]);
    expect([clock.count.measure, clock.count.allowance, clock.count.dueFrom(120)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(clock.count.unit).toBe("milliseconds");
  });

  it("is breached as it was, or as it applies again", () => {
    const times = [120, 130, 140] as const;
    // As if it had always applied, 100 were used up at 100; else 120 are used as it applies again.
    expect(away("retroactive", times).breachedAtMs).toBe(100);
    expect(away("carry-elapsed", times).breachedAtMs).toBe(130);
    expect(away("restart", times).breachedAtMs).toBeNull();
  });

  it("is breached while it does not apply only as if it had", () => {
    const times = [90, 130, 140] as const;
    expect(away("retroactive", times).breachedAtMs).toBe(100);
    expect(away("carry-elapsed", times).breachedAtMs).toBeNull();
  });

  it("that applies late counts from then, or from the start", () => {
    const late = (onSeverityChange: ClockRules["onSeverityChange"]) => {
      const clock = new Clock({ ...single, onSeverityChange });
      clock.advance(0);
      clock.grade("1", false);
      take(clock, [0, "open"], [30]);
      clock.grade("1", true);
      const { used, countingFromMs, originalDueAtMs } = take(clock, [40]).now;
      return [used, countingFromMs, originalDueAtMs];
    };
    expect(late("carry-elapsed")).toEqual([10, 30, 130]);
    expect(late("restart")).toEqual([10, 30, 130]);
    expect(late("retroactive")).toEqual([40, 0, 100]);
  });

  it("and applies again before the severity is known begins to count then", () => {
    const clock = new Clock({ ...rules, onSeverityChange: "retroactive" });
    clock.advance(0);
    clock.grade(null, false);
    take(clock, [0, "open"], [30]);
    clock.grade(null, true);
    expect([clock.now.promise, clock.now.countingFromMs]).toEqual(["ungraded", 30]);
    expect(take(clock, [40, "1"]).now).toMatchObject({ promise: "measured", used: 10 });
  });

  it("has no agreed date meanwhile", () => {
    const clock = new Clock(single);
    take(clock, [0, "1", "open", "due 300"], [10]);
    expect(clock.count.agreed?.dueAtMs).toBe(300);
    clock.grade("1", false);
    expect([clock.count.agreed, clock.count.isJudged, clock.now.agreed?.dueAtMs]).toEqual([
      null,
      false,
      300,
    ]);
    take(clock, [20]);
    clock.grade("1", true);
    expect(clock.count.agreed?.dueAtMs).toBe(300);
  });
});

describe("a severity that promises nothing for a while", () => {
  it.each([
    ["carry-elapsed", 30, 1],
    ["retroactive", 50, 1],
    ["restart", 10, 3],
  ] as const)("by %s has used %i, in count %i", (onSeverityChange, used, count) => {
    const { now } = clockOf({ onSeverityChange }, [0, "1", "open"], [20, "3"], [40, "1"], [50]);
    expect([now.used, now.count]).toEqual([used, count]);
  });

  it("of a ticket that began with it counts from the first promise, or from the start", () => {
    const first = (onSeverityChange: ClockRules["onSeverityChange"]) => {
      const { now } = clockOf({ onSeverityChange }, [0, "3", "open"], [40, "2"], [50]);
      return [now.used, now.countingFromMs, now.originalDueAtMs, now.hasMeasured];
    };
    expect(first("carry-elapsed")).toEqual([10, 40, 90, true]);
    expect(first("restart")).toEqual([10, 40, 90, true]);
    expect(first("retroactive")).toEqual([50, 0, 50, true]);
  });

  it("keeps the original due instant of the first promise", () => {
    const { now } = clockOf({}, [0, "1", "open"], [20, "3"], [40, "2"]);
    expect(now.originalDueAtMs).toBe(100);
  });
});

describe("a severity that comes late", () => {
  it.each(["carry-elapsed", "retroactive", "restart"] as const)(
    "by %s holds from the start",
    (onSeverityChange) => {
      const { now } = clockOf({ onSeverityChange }, [0, "open"], [60, "2"]);
      expect([now.used, now.breachedAtMs, now.originalDueAtMs, now.count]).toEqual([60, 50, 50, 1]);
    },
  );

  it("and promises nothing has nothing counted", () => {
    const { now } = clockOf({}, [0, "open"], [60, "3"]);
    expect([now.used, now.pausedFor, now.promise]).toEqual([0, 0, "none"]);
  });
});

describe("a change of severity", () => {
  it("to another allowance of the same amount changes no breach", () => {
    const alike = gradedOf({ "1": timeOf(50), "2": timeOf(50) }, { atDue: "breached" });
    // The 50 are used up exactly, which is late already, and the pause uses no more.
    expect(clockOf(alike, [0, "1", "open"], [50, "wait"], [60, "2"]).now.breachedAtMs).toBe(50);
    const { agreed } = clockOf(
      alike,
      [0, "1", "open"],
      [10, "due 300"],
      [50, "wait"],
      [60, "2"],
    ).now;
    expect(agreed?.allowedBreachAtMs).toBe(50);
  });

  it.each([
    // 60 were used by 60: more than the 50 of severity 2.
    ["carry-elapsed", 60, 60],
    ["retroactive", 60, 50],
    ["restart", 0, null],
  ] as const)("to less by %s has used %i and is breached at %s", (choice, used, breachedAtMs) => {
    const { now } = clockOf({ onSeverityChange: choice }, [0, "1", "open"], [60, "2"]);
    expect([now.used, now.breachedAtMs]).toEqual([used, breachedAtMs]);
  });

  it.each([
    ["rejudge", null, 70],
    ["keep", 50, null],
  ] as const)("to more after a breach: %s", (onceBreached, breachedAtMs, takenBackAtMs) => {
    const { now } = clockOf({ onceBreached }, [0, "2", "open"], [70, "1"]);
    expect(now.breachedAtMs).toBe(breachedAtMs);
    expect(now.breaches).toEqual([{ atMs: 50, severity: "2", takenBackAtMs }]);
  });

  it("to more leaves a breach of the larger allowance too", () => {
    // 120 are used: more than either has.
    const { now } = clockOf({}, [0, "2", "open"], [120, "1"]);
    expect(now.breachedAtMs).toBe(50);
  });

  it("to as much as is used breaches nothing, unless a stop at the due instant is late", () => {
    expect(clockOf({}, [0, "1", "open"], [50, "2"]).now.breachedAtMs).toBeNull();
    expect(clockOf({ atDue: "breached" }, [0, "1", "open"], [50, "2"]).now.breachedAtMs).toBe(50);
  });
});

describe("a severity that comes after a stop, while the clock goes on", () => {
  const judged = (more: Partial<ClockRules>, ...happened: readonly Happening[]) =>
    clockOf({ onReopen: "continue", ...more }, [0, "open"], ...happened, [80, "2"]).now.verdict;

  it("judges what was used by the stop", () => {
    const { verdict, used, breachedAtMs } = clockOf(
      { onReopen: "continue" },
      [0, "open"],
      [40, "done"],
      [80, "2"],
    ).now;
    expect([verdict?.elapsed, verdict?.breachedAtMs, verdict?.dueAtMs]).toEqual([40, null, 50]);
    // The clock goes on beneath the verdict.
    expect([used, breachedAtMs]).toEqual([80, 50]);
  });

  it("breaches a stop after the due instant, or at it if that is late", () => {
    expect(judged({}, [60, "done"])?.breachedAtMs).toBe(50);
    expect(judged({}, [50, "done"])?.breachedAtMs).toBeNull();
    expect(judged({ atDue: "breached" }, [50, "done"])?.breachedAtMs).toBe(50);
  });

  it("breaches no clock that was paused as its allowance was used up", () => {
    expect(judged({}, [50, "wait"], [60, "done"])?.breachedAtMs).toBeNull();
    expect(judged({}, [55, "wait"], [60, "done"])?.breachedAtMs).toBe(50);
  });

  it("leaves the stop as an agreed date judged it, in a pause too", () => {
    expect(judged({}, [10, "due 55"], [60, "done"])?.breachedAtMs).toBe(55);
    expect(judged({}, [10, "due 55"], [40, "wait"], [60, "done"])?.breachedAtMs).toBe(55);
    const strict = { atDue: "breached" } as const;
    expect(judged(strict, [10, "due 60"], [40, "wait"], [60, "done"])?.breachedAtMs).toBe(60);
    expect(judged({}, [10, "due 300"], [60, "done"])).toMatchObject({
      breachedAtMs: null,
      dueAtMs: 300,
      agreed: { dueAtMs: 300 },
    });
  });

  it("and promises nothing leaves nothing to meet", () => {
    const { verdict } = clockOf({}, [0, "open"], [60, "done"], [80, "3"]).now;
    expect([verdict?.promise, verdict?.elapsed, verdict?.dueAtMs]).toEqual(["none", 0, null]);
  });
});

describe("a count whose calendar ends", () => {
  it("is not asked when its allowance will be used up, until it is", () => {
    const hundred = timeOf(100).from(0);
    const measure = {
      ...hundred,
      add(a: number, amount: number) {
        if (a + amount > 550) throw new CoreHoursError("coverage-end", "The calendar ends.");
        return hundred.add(a, amount);
      },
    };
    const more = singleOf({ ...timeOf(100), from: () => measure });
    // The 90 that are left would be used up at 590.
    const { now } = clockOf(more, [0, "1", "open"], [10, "wait"], [500, "open"], [510]);
    expect([now.used, now.breachedAtMs]).toEqual([20, null]);
  });
});
