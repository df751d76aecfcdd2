import { describe, expect, it } from "vitest";
import type { Allowance, Measure } from "../../../src/sla/allowance/measure";
import { Clock } from "../../../src/sla/clock/clock";
import type { ClockRules, Role } from "../../../src/sla/clock/rules";
import { unstarted } from "../../../src/sla/clock/state";
import { zoneNamed } from "../../../src/time/zone";

/** An amount of time, all of which counts. */
function timeOf(amount: number): Allowance {
  const measure: Measure = {
    unit: "milliseconds",
    work: null,
    allowance: amount,
    between: (a, b) => b - a,
    add: (a, more) => a + more,
    isProvisional: () => false,
    split: () => [],
  };
  return { zone: zoneNamed("UTC"), basis: "", from: () => measure, isOpen: () => true };
}

/** Severity 1 has 100, severity 2 has 50, severity 3 has none, and the severity may be unknown. */
const bySeverity = new Map([
  ["1", timeOf(100)],
  ["2", timeOf(50)],
]);
const rules: ClockRules = {
  tie: "close",
  atDue: "met",
  onSeverityChange: "carry-elapsed",
  onReopen: "resume",
  onLateReopen: "new-cycle",
  onceBreached: "rejudge",
  dayPauses: "day-ends",
  agreedDates: "replaces",
  onUnknownState: "refuse",
  allowanceFor: (severity) => bySeverity.get(severity ?? "") as Allowance,
  promiseFor: (severity) => (severity === null ? "ungraded" : (bySeverity.get(severity) ?? "none")),
  bySeverity: () => bySeverity,
  ranks: new Map([
    ["1", 0],
    ["2", 1],
    ["3", 2],
  ]),
  reopenWithin: null,
  pauseLimit: null,
  alerts: [],
};

type Happening = readonly [atMs: number, ...what: readonly string[]];
const ROLES: Readonly<Record<string, Role>> = {
  open: "runs",
  wait: "pauses",
  done: "stops",
  void: "cancels",
};

/** Takes severities, agreed dates such as `due 30` or `due -`, and states, at their instants. */
function take(clock: Clock, ...happened: readonly Happening[]): Clock {
  for (const [atMs, ...what] of happened) {
    clock.advance(atMs);
    for (const word of what) {
      if (/^\d$/.test(word)) clock.grade(word);
      else if (word.startsWith("due "))
        clock.agree(word === "due -" ? null : Number(word.slice(4)));
      else clock.enter(word, ROLES[word]);
    }
  }
  return clock;
}

const clockOf = (more: Partial<ClockRules>, ...happened: readonly Happening[]) =>
  take(new Clock({ ...rules, ...more }), ...happened);
const odd = (clock: Clock) => clock.past.oddities.map(({ kind, atMs }) => [kind, atMs]);

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

describe("an irregularity", () => {
  it.each<
    [string, Partial<ClockRules>, readonly Happening[], readonly (readonly [string, number])[]]
  >([
    ["a stop before the start", {}, [[3, "done"]], [["done-before-open", 3]]],
    [
      "a second stop is none",
      {},
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "done"],
      ],
      [],
    ],
    [
      "a state that says nothing after an end is none",
      {},
      [
        [0, "void"],
        [5, "note"],
      ],
      [],
    ],
    [
      "a second cancellation is none",
      {},
      [
        [0, "void"],
        [5, "void"],
      ],
      [],
    ],
    [
      "a stop after a cancellation",
      {},
      [
        [0, "void"],
        [5, "done"],
      ],
      [["state-after-ending", 5]],
    ],
    [
      "work after a cancellation",
      {},
      [
        [0, "void"],
        [5, "wait"],
      ],
      [["state-after-ending", 5]],
    ],
    [
      "a second stop for good is none",
      { onReopen: "first-only" },
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "done"],
      ],
      [],
    ],
    [
      "work after a stop for good",
      { onReopen: "first-only" },
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "open"],
      ],
      [["state-after-ending", 6]],
    ],
    [
      "a cancellation after a stop",
      {},
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "void"],
      ],
      [["state-after-ending", 6]],
    ],
    [
      "a severity as it stopped",
      {},
      [
        [0, "1", "open"],
        [5, "2", "done"],
      ],
      [["graded-as-stopped", 5]],
    ],
    ["a severity as it started and stopped is none", {}, [[5, "1", "open", "done"]], []],
    [
      "a date as it stopped",
      {},
      [
        [0, "1", "open"],
        [5, "due 9", "done"],
      ],
      [["agreed-as-stopped", 5]],
    ],
    ["a date as it started and stopped is none", {}, [[5, "1", "open", "due 9", "done"]], []],
    [
      "a date that has passed",
      {},
      [
        [0, "1", "open"],
        [5, "due 4"],
      ],
      [["agreed-in-the-past", 5]],
    ],
    [
      "a date that is now is none",
      {},
      [
        [0, "1", "open"],
        [5, "due 5"],
      ],
      [],
    ],
    [
      "a date taken back is none",
      {},
      [
        [0, "1", "open"],
        [5, "due 9"],
        [6, "due -"],
      ],
      [],
    ],
    [
      "a date that had passed before the start",
      {},
      [
        [0, "1", "due 4"],
        [5, "open"],
      ],
      [["agreed-in-the-past", 5]],
    ],
    [
      "a date of the start is none",
      {},
      [
        [0, "1", "due 5"],
        [5, "open"],
      ],
      [],
    ],
    ["a date in the past before the start is noted as it starts", {}, [[5, "1", "due 4"]], []],
    [
      "dates that change nothing are none",
      { agreedDates: "ignore" },
      [
        [0, "1", "open"],
        [5, "due 4"],
      ],
      [],
    ],
    [
      "a breach by a severity",
      {},
      [
        [0, "1", "open"],
        [60, "2"],
      ],
      [["breached-by-severity-change", 60]],
    ],
    [
      "a breach by a severity that came while it was stopped",
      {},
      [
        [0, "1", "open"],
        [60, "done"],
        [70, "2"],
        [80, "open"],
      ],
      [["breached-by-severity-change", 80]],
    ],
    [
      "a severity whose amount is exactly used is none",
      {},
      [
        [0, "1", "open"],
        [50, "2"],
      ],
      [],
    ],
    [
      "a re-opening in time is none",
      { reopenWithin: timeOf(10) },
      [
        [0, "1", "open"],
        [5, "done"],
        [15, "open"],
      ],
      [],
    ],
    [
      "a late re-opening",
      { reopenWithin: timeOf(10) },
      [
        [0, "1", "open"],
        [5, "done"],
        [16, "open"],
      ],
      [["reopened-late", 16]],
    ],
  ])("%s", (_, more, happened, kinds) => {
    expect(odd(clockOf(more, ...happened))).toEqual(kinds);
  });

  it("names the state and the severity in force", () => {
    expect(clockOf({}, [0, "1", "done"]).past.oddities).toEqual([
      { kind: "done-before-open", atMs: 0, state: "done", severity: "1" },
    ]);
    expect(clockOf({}, [0, "1", "due -1"], [5, "open"]).past.oddities).toEqual([
      { kind: "agreed-in-the-past", atMs: 5, state: "open", severity: "1" },
    ]);
    expect(clockOf({}, [0, "1", "open"], [5, "due 4"]).past.oddities[0]?.state).toBeNull();
    expect(clockOf({}, [0, "1", "open"], [60, "2"]).past.oddities[0]?.state).toBeNull();
  });

  it("is not noted by a clock without remarks, nor after a hundred of them", () => {
    const quiet = new Clock(rules, undefined, { working: false, remarks: false });
    expect(take(quiet, [0, "done"]).past.oddities).toEqual([]);
    const many = Array.from({ length: 101 }, (_, i): Happening => [i, "done"]);
    expect(clockOf({}, ...many).past.oddities).toHaveLength(100);
  });
});

describe("a re-opening", () => {
  const late = { reopenWithin: timeOf(10) };
  const again: readonly Happening[] = [[0, "1", "open"], [60, "done"], [80, "open"], [90]];

  it.each([
    ["resume", 70, 1, 0],
    ["continue", 90, 1, 0],
    ["restart", 10, 2, 0],
    ["new-cycle", 10, 2, 1],
  ] as const)("by %s has used %i, in count %i after %i cycles", (onReopen, used, count, cycles) => {
    const clock = clockOf({ onReopen }, ...again);
    expect([clock.now.used, clock.now.count, clock.past.cycles.length]).toEqual([
      used,
      count,
      cycles,
    ]);
    expect([clock.now.verdict, clock.now.reopenings]).toEqual([null, 1]);
  });

  it("that is late begins a cycle, changes nothing, or goes on", () => {
    const of = (onLateReopen: ClockRules["onLateReopen"]) => {
      const { now, past } = clockOf({ ...late, onLateReopen }, ...again);
      return [now.activity, now.used, past.cycles.length];
    };
    expect(of("new-cycle")).toEqual(["running", 10, 1]);
    expect(of("ignore")).toEqual(["stopped", 60, 0]);
    expect(of("go-on")).toEqual(["running", 70, 0]);
  });

  it("of a new cycle has its own start and due instant, and keeps the verdict of the one before", () => {
    const { now, past } = clockOf({ onReopen: "new-cycle" }, ...again);
    expect([now.startedAtMs, now.originalDueAtMs]).toEqual([80, 180]);
    expect(past.cycles).toMatchObject([{ startedAtMs: 0, originalDueAtMs: 100, stoppedAtMs: 60 }]);
  });

  it("forgets a breach if it starts again, and keeps its start and due instant", () => {
    const breached: readonly Happening[] = [
      [0, "2", "open"],
      [60, "done"],
      [80, "open"],
    ];
    const restarted = clockOf({ onReopen: "restart", onceBreached: "keep" }, ...breached).now;
    expect([restarted.breachedAtMs, restarted.startedAtMs, restarted.originalDueAtMs]).toEqual([
      null,
      0,
      50,
    ]);
    expect(restarted.breaches).toEqual([{ atMs: 50, severity: "2", takenBackAtMs: 80 }]);
    const cycle = clockOf({ onReopen: "new-cycle" }, ...breached).now;
    // It belongs to the first cycle, and stands.
    expect(cycle.breaches).toEqual([{ atMs: 50, severity: "2", takenBackAtMs: null }]);
    expect(cycle.isBreachOpen).toBe(false);
  });

  it.each([
    // A date agreed at 10 is of the part that ended at 60; one agreed at 70, or as it is re-opened, is not.
    ["resume", "10", 300],
    ["continue", "10", 300],
    ["restart", "10", null],
    ["new-cycle", "10", null],
    ["restart", "60", null],
    ["restart", "70", 300],
    ["new-cycle", "70", 300],
  ] as const)("by %s of a date agreed at %s is due at %s", (onReopen, at, due) => {
    const agreedAt = Number(at);
    const happened: readonly Happening[] = [
      [0, "1", "open"],
      ...(agreedAt < 60 ? [[agreedAt, "due 300"] as const] : []),
      agreedAt === 60 ? [60, "due 300", "done"] : [60, "done"],
      ...(agreedAt > 60 ? [[agreedAt, "due 300"] as const] : []),
      [80, "open"],
    ];
    expect(clockOf({ onReopen }, ...happened).now.agreed?.dueAtMs ?? null).toBe(due);
  });

  it("at the instant of the stop keeps a date that is given then", () => {
    const happened: readonly Happening[] = [
      [0, "1", "open"],
      [60, "due 300", "done", "open"],
    ];
    expect(clockOf({ onReopen: "restart" }, ...happened).now.agreed?.dueAtMs).toBe(300);
  });
});

describe("a limit of pauses", () => {
  const limited = { pauseLimit: timeOf(10) };

  it("lets a clock run in a state that pauses once it is used up", () => {
    const at = (atMs: number) => {
      const { now } = clockOf(limited, [0, "1", "open"], [5, "wait"], [atMs]);
      return [now.activity, now.isPauseOver, now.used, now.pausedFor, now.pausedFromMs];
    };
    expect(at(14)).toEqual(["paused", false, 5, 9, 5]);
    expect(at(15)).toEqual(["running", true, 5, 10, null]);
    expect(at(20)).toEqual(["running", true, 10, 10, null]);
  });

  it("is of all pauses of a count together, and a new state begins another pause", () => {
    const { now } = clockOf(
      limited,
      [0, "1", "open"],
      [5, "wait"],
      [11, "open"],
      [12, "wait"],
      [20],
    );
    // Six of the ten were spent from 5 to 11, so four are left from 12 on.
    expect([now.activity, now.used, now.pausedFor, now.pauseSpent]).toEqual([
      "running",
      10,
      10,
      10,
    ]);
    const again = clockOf(limited, [0, "1", "wait"], [20, "wait"], [21]).now;
    expect([again.activity, again.isPauseOver, again.pausedFor]).toEqual(["running", true, 10]);
  });

  it("is not spent by a pause that is given again", () => {
    const { now } = clockOf(limited, [0, "1", "wait"], [4, "wait"], [9]);
    expect([now.activity, now.pausedFromMs, now.pauseSpent]).toEqual(["paused", 0, 0]);
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
