import { describe, expect, it } from "vitest";
import { Clock } from "../../../src/sla/clock/clock";
import type { ClockRules } from "../../../src/sla/clock/rules";
import { unstarted } from "../../../src/sla/clock/state";
import { clockOf, type Happening, odd, rules, take } from "./small-clock";

describe("a clock that no event has reached", () => {
  it("knows nothing, and stands at no instant", () => {
    expect(new Clock(rules).now).toEqual({
      activity: "pending",
      state: null,
      severity: null,
      fields: {},
      applies: true,
      measuredAs: null,
      promise: "ungraded",
      gradedAtMs: null,
      agreed: null,
      agreedAtMs: null,
      sinceMs: null,
      startedAtMs: null,
      originalDueAtMs: null,
      originalIsProvisional: false,
      count: 0,
      countingFromMs: null,
      hasMeasured: false,
      used: 0,
      pausedFor: 0,
      wallPausedMs: 0,
      pausedWorkMs: 0,
      breachedAtMs: null,
      pauseSpent: 0,
      isPauseOver: false,
      pausedFromMs: null,
      warnedAtMs: [],
      provisional: false,
      cancelledAtMs: null,
      keptBreachAtMs: null,
      breaches: [],
      isBreachOpen: false,
      reopenings: 0,
      verdict: null,
    });
    expect(Object.isFrozen(unstarted().fields)).toBe(true);
    expect(Object.isFrozen(unstarted().breaches)).toBe(true);
  });

  it("has no past, and remembers everything unless it is told not to", () => {
    const clock = new Clock(rules);
    expect(clock.past).toEqual({ cycles: [], oddities: [], stretches: [] });
    expect(clock.keepsWorking).toBe(true);
    expect(new Clock(rules, undefined, { working: false, remarks: true }).keepsWorking).toBe(false);
  });
});

describe("what a clock does", () => {
  it.each<[string, readonly Happening[], string, string | null]>([
    ["runs", [[0, "1", "open"]], "running", "open"],
    ["is paused", [[0, "1", "wait"]], "paused", "wait"],
    [
      "is stopped",
      [
        [0, "1", "open"],
        [5, "done"],
      ],
      "stopped",
      "done",
    ],
    [
      "stays stopped",
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "done"],
      ],
      "stopped",
      "done",
    ],
    [
      "is cancelled",
      [
        [0, "1", "open"],
        [5, "void"],
      ],
      "cancelled",
      "void",
    ],
    ["is cancelled before it starts", [[0, "void"]], "cancelled", "void"],
    [
      "stays cancelled",
      [
        [0, "void"],
        [1, "open"],
      ],
      "cancelled",
      "void",
    ],
    [
      "stays stopped when it is cancelled later",
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "void"],
      ],
      "stopped",
      "void",
    ],
    ["is pending after a stop", [[0, "done"]], "pending", "done"],
    [
      "goes on in a state that says nothing",
      [
        [0, "1", "open"],
        [5, "note"],
      ],
      "running",
      "note",
    ],
    [
      "goes on after a stop",
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "wait"],
      ],
      "paused",
      "wait",
    ],
  ])("%s", (_, happened, activity, state) => {
    const { now } = clockOf({}, ...happened);
    expect([now.activity, now.state]).toEqual([activity, state]);
  });

  it("is final once it is cancelled, or stopped for good", () => {
    const stopped: readonly Happening[] = [
      [0, "1", "open"],
      [5, "done"],
    ];
    expect(clockOf({}, ...stopped).isFinal).toBe(false);
    expect(clockOf({ onReopen: "first-only" }, ...stopped).isFinal).toBe(true);
    expect(clockOf({ onReopen: "first-only" }, [0, "1", "open"]).isFinal).toBe(false);
    expect(clockOf({}, [0, "void"]).isFinal).toBe(true);
  });

  it("takes no severity and no agreed date once it is final", () => {
    const { now } = clockOf({}, [0, "1", "open"], [5, "void"], [6, "2", "due 30"]);
    expect([now.severity, now.agreed, now.agreedAtMs]).toEqual(["1", null, null]);
  });

  it("is advanced to instants, and what it did is kept as stretches of some length", () => {
    const clock = clockOf({}, [10, "1", "open"], [10, "wait"], [15, "2"], [20, "done"], [20], [25]);
    const told = clock.past.stretches.map(
      ({ fromMs, toMs, activity, counting, severity, cycle }) => [
        fromMs,
        toMs,
        activity,
        counting,
        severity,
        cycle,
      ],
    );
    expect(told).toEqual([
      [10, 15, "paused", "paused", "1", 0],
      [15, 20, "paused", "paused", "2", 0],
      [20, 25, "stopped", "nothing", "2", 0],
    ]);
    const short = new Clock(rules, undefined, { working: false, remarks: true });
    expect(take(short, [10, "1", "open"], [15]).past.stretches).toEqual([]);
  });
});

describe("a severity", () => {
  it("is of the instant at which it came, and one that is the same again changes nothing", () => {
    const { now } = clockOf({}, [0, "1", "open"], [5, "2"], [9, "2"]);
    expect([now.severity, now.measuredAs, now.gradedAtMs]).toEqual(["2", "2", 5]);
  });

  it("is known but not measured before the start and after a stop", () => {
    const before = clockOf({}, [0, "1"]).now;
    expect([before.severity, before.measuredAs, before.promise]).toEqual(["1", null, "ungraded"]);
    const after = clockOf({}, [0, "1", "open"], [5, "done"], [6, "2"]).now;
    expect([after.severity, after.measuredAs, after.verdict?.severity]).toEqual(["2", "1", "1"]);
  });

  it("stays when the target no longer applies", () => {
    const clock = clockOf({}, [0, "1", "open"], [5]);
    clock.grade(null, false);
    expect([
      clock.now.severity,
      clock.now.applies,
      clock.now.promise,
      clock.now.gradedAtMs,
    ]).toEqual(["1", false, "none", 0]);
    take(clock, [6]);
    clock.grade("1", true);
    expect([clock.now.promise, clock.now.used]).toEqual(["measured", 5]);
  });

  it("that is the same keeps its instant, although the target no longer applies", () => {
    const clock = clockOf({}, [0, "1", "open"], [5]);
    clock.grade("1", false);
    expect([clock.now.gradedAtMs, clock.now.applies]).toEqual([0, false]);
  });

  it("that jumps is noted with it, and one that steps is not", () => {
    expect(odd(clockOf({}, [0, "1"], [5, "3"], [6, "2"], [7, "1"]))).toEqual([
      ["severity-jumped", 5],
    ]);
    const [first] = clockOf({}, [0, "1"], [5, "3"]).past.oddities;
    expect(first).toEqual({ kind: "severity-jumped", atMs: 5, state: null, severity: "3" });
  });

  it("that came first after a stop judges the stop", () => {
    const late = (onReopen: ClockRules["onReopen"]) =>
      clockOf({ onReopen }, [0, "open"], [60, "done"], [80, "2"]).now.verdict;
    for (const onReopen of ["resume", "continue"] as const) {
      expect(late(onReopen)).toMatchObject({
        severity: "2",
        promise: "measured",
        elapsed: 60,
        breachedAtMs: 50,
        stoppedAtMs: 60,
      });
    }
    const unjudged = clockOf({}, [0, "open"], [60, "done"]).now.verdict;
    expect(unjudged).toMatchObject({ severity: null, promise: "ungraded", breachedAtMs: null });
  });
});

describe("a verdict", () => {
  it("says whether the clock was paused until the stop", () => {
    const wasPaused = (...happened: readonly Happening[]) =>
      clockOf({}, ...happened).now.verdict?.wasPaused;
    expect(wasPaused([0, "1", "wait"], [5, "done"])).toBe(true);
    expect(wasPaused([0, "1", "open"], [5, "done"])).toBe(false);
    expect(wasPaused([0, "1", "open"], [5, "wait", "done"])).toBe(false);
  });

  it("is on where the count stood", () => {
    expect(
      clockOf({}, [0, "2", "open"], [20, "wait"], [30, "open"], [70, "done"]).now.verdict,
    ).toEqual({
      startedAtMs: 0,
      count: 1,
      countingFromMs: 0,
      promise: "measured",
      agreed: null,
      originalDueAtMs: 50,
      stoppedAtMs: 70,
      wasPaused: false,
      dueAtMs: 60,
      breachedAtMs: 60,
      warnedAtMs: [],
      severity: "2",
      unit: "milliseconds",
      allowance: 50,
      elapsed: 60,
      pausedFor: 10,
      wallPausedMs: 10,
      provisional: false,
    });
    const none = clockOf({}, [0, "3", "open"], [70, "done"]).now.verdict;
    expect([none?.promise, none?.dueAtMs, none?.allowance, none?.breachedAtMs]).toEqual([
      "none",
      null,
      null,
      null,
    ]);
  });
});

describe("a mark", () => {
  it("is what a clock goes back to, its past too", () => {
    const more: Partial<ClockRules> = { onReopen: "new-cycle", onSeverityChange: "retroactive" };
    const clock = clockOf(more, [0, "done"], [1, "1", "open"], [60, "done"], [80, "open"]);
    const mark = clock.mark();
    const before = JSON.stringify([clock.now, clock.past]);
    take(clock, [170, "3"], [200, "done"], [210, "open"], [220, "void"]);
    expect(JSON.stringify([clock.now, clock.past])).not.toBe(before);
    clock.goBackTo(mark);
    expect(JSON.stringify([clock.now, clock.past])).toBe(before);
    expect(take(clock, [90]).now.used).toBe(10);
  });

  it("is where another clock may start from, without what came after", () => {
    const more: Partial<ClockRules> = { onReopen: "new-cycle", onSeverityChange: "retroactive" };
    const clock = clockOf(more, [0, "done"], [1, "1", "open"], [60, "done"], [80, "open"]);
    const mark = clock.mark();
    take(clock, [170, "3"], [200, "done"], [210, "open"]);
    const start = clock.startFrom(mark);
    expect([start.cycles.length, start.oddities.length, start.now.sinceMs]).toEqual([1, 1, 80]);
    // What is used is told by both allowances, which share one calendar.
    expect(start.ledgers).toEqual([{ used: 0, pausedFor: 0, provisional: false, breaches: [] }]);
    const again = new Clock({ ...rules, ...more }, start);
    expect(take(again, [140, "2"], [141]).now).toMatchObject({ used: 61, breachedAtMs: 130 });
    expect(again.past.cycles).toHaveLength(1);
    expect(odd(again)).toEqual([
      ["done-before-open", 0],
      ["breached-by-severity-change", 140],
    ]);
    expect(again.past.stretches).toHaveLength(2);
  });
});
