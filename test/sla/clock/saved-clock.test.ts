import { describe, expect, it } from "vitest";
import { DefinitionError } from "../../../src/index";
import {
  type ClockIdentity,
  type ClockState,
  outdated,
  readSavedClock,
} from "../../../src/sla/clock/saved-clock";
import type { ClockNow, CycleState } from "../../../src/sla/clock/state";
import { refusal } from "../../reference/refusals";

/** The last instant that a date can hold, in epoch milliseconds. */
const LAST = 8.64e15;

const identity: ClockIdentity = {
  policy: "desk",
  target: "fix",
  promise: "abc",
  choices: { tie: "close" },
};
const agreed = { dueAtMs: 90, givenAtMs: 20, allowance: 70, allowedBreachAtMs: 80 };
const verdict: CycleState = {
  startedAtMs: 10,
  count: 1,
  countingFromMs: 10,
  promise: "measured",
  agreed,
  originalDueAtMs: 100,
  stoppedAtMs: 50,
  wasPaused: false,
  dueAtMs: 90,
  breachedAtMs: 45,
  warnedAtMs: [30, null],
  severity: "1",
  unit: "milliseconds",
  allowance: 90,
  elapsed: 40,
  pausedFor: 0,
  wallPausedMs: 0,
  provisional: false,
};
const pending: ClockNow = {
  activity: "pending",
  state: null,
  severity: null,
  fields: { group: "network" },
  applies: true,
  measuredAs: null,
  promise: "ungraded",
  gradedAtMs: 5,
  agreed,
  agreedAtMs: 6,
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
  breachedAtMs: 45,
  pauseSpent: 0,
  isPauseOver: false,
  pausedFromMs: null,
  warnedAtMs: [30, null],
  provisional: false,
  cancelledAtMs: null,
  keptBreachAtMs: 45,
  breaches: [{ atMs: 45, severity: "1", takenBackAtMs: 46 }],
  isBreachOpen: false,
  reopenings: 0,
  verdict: null,
};
const running: ClockNow = {
  ...pending,
  activity: "running",
  promise: "measured",
  sinceMs: 50,
  startedAtMs: 10,
  countingFromMs: 10,
  originalDueAtMs: 100,
};
const paused: ClockNow = { ...running, activity: "paused", pausedFromMs: 20 };
const stopped: ClockNow = { ...running, activity: "stopped", verdict };
const cancelled: ClockNow = { ...running, activity: "cancelled", cancelledAtMs: 50 };
const cancelledBeforeStart: ClockNow = {
  ...pending,
  activity: "cancelled",
  sinceMs: 50,
  cancelledAtMs: 50,
};

/** A saved clock that stands at some state, with something in every list. */
const standingAt = (now: ClockNow): ClockState => ({
  version: 2,
  ...identity,
  taken: 3,
  standing: {
    now,
    ledgers: [{ used: 40, pausedFor: 0, provisional: false, breaches: [45] }],
    cycles: [verdict],
    oddities: [{ kind: "severity-jumped", atMs: 12, state: null, severity: "3" }],
    instant: [
      { atMs: 60, state: "open", severity: "1", fields: { group: null }, dueAtMs: null },
      { atMs: 60 },
    ],
  },
  history: null,
});
const withHistory: ClockState = { ...standingAt(running), standing: null, history: [{ atMs: 60 }] };

type Step = string | number;

/** A copy of a saved clock with another value at one path. */
function changed(state: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value;
  const copy: object = Array.isArray(state) ? [...state] : { ...Object(state) };
  Reflect.set(copy, step, changed(Reflect.get(copy, step), rest, value));
  return copy;
}

/** The problems of a saved clock as `path: message`; none if it is accepted. */
function problemsOf(state: unknown): string[] {
  try {
    readSavedClock(state, identity);
    return [];
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  }
}

/** What each kind of value may be at the least and the most, and what is refused with which words. */
const KINDS: Readonly<
  Record<string, { readonly good: readonly unknown[]; readonly bad: readonly [unknown, string][] }>
> = {
  "an instant": {
    good: [-LAST, 0, LAST],
    bad: [
      ["now", '"now" given; expected epoch milliseconds'],
      [0.5, "0.5 given; expected epoch milliseconds"],
      [LAST + 1, "8640000000000001 given; expected epoch milliseconds"],
      [-LAST - 1, "-8640000000000001 given; expected epoch milliseconds"],
    ],
  },
  "an amount": {
    good: [0, LAST],
    bad: [
      ["1", '"1" given; expected a whole amount'],
      [0.5, "0.5 given; expected a whole amount"],
      [-1, "-1 given; expected a whole amount"],
      [LAST + 1, "8640000000000001 given; expected a whole amount"],
    ],
  },
  "a flag": { good: [], bad: [["yes", '"yes" given; expected true or false']] },
  word: { good: ["", "text"], bad: [[5, "5 given; expected text"]] },
  "a promise": {
    good: [],
    bad: [["much", '"much" given; expected one of "measured", "none", "agreed", "ungraded"']],
  },
};

/** The kind of each value, and whether it may be null. */
const VALUES: readonly (readonly [kind: string, nullable: boolean, paths: readonly string[]])[] = [
  ["an amount", false, ["taken"]],
  ["a word", false, ["policy", "target", "promise", "choices.tie"]],
  ["a promise", false, ["standing.now.promise", "standing.now.verdict.promise"]],
  [
    "an instant",
    false,
    [
      "standing.now.breaches.0.atMs",
      "standing.now.agreed.dueAtMs",
      "standing.now.agreed.givenAtMs",
      "standing.now.verdict.startedAtMs",
      "standing.now.verdict.countingFromMs",
      "standing.now.verdict.stoppedAtMs",
      "standing.ledgers.0.breaches.0",
      "standing.cycles.0.stoppedAtMs",
      "standing.oddities.0.atMs",
    ],
  ],
  [
    "an instant",
    true,
    [
      "standing.now.gradedAtMs",
      "standing.now.agreed.allowedBreachAtMs",
      "standing.now.agreedAtMs",
      "standing.now.breachedAtMs",
      "standing.now.warnedAtMs.0",
      "standing.now.keptBreachAtMs",
      "standing.now.breaches.0.takenBackAtMs",
      "standing.now.verdict.originalDueAtMs",
      "standing.now.verdict.dueAtMs",
      "standing.now.verdict.breachedAtMs",
      "standing.now.verdict.warnedAtMs.1",
      "standing.instant.0.dueAtMs",
    ],
  ],
  [
    "an amount",
    false,
    [
      "standing.now.count",
      "standing.now.used",
      "standing.now.pausedFor",
      "standing.now.wallPausedMs",
      "standing.now.pausedWorkMs",
      "standing.now.pauseSpent",
      "standing.now.reopenings",
      "standing.now.verdict.count",
      "standing.now.verdict.elapsed",
      "standing.now.verdict.pausedFor",
      "standing.now.verdict.wallPausedMs",
      "standing.ledgers.0.used",
      "standing.ledgers.0.pausedFor",
    ],
  ],
  ["an amount", true, ["standing.now.agreed.allowance", "standing.now.verdict.allowance"]],
  [
    "a flag",
    false,
    [
      "standing.now.applies",
      "standing.now.originalIsProvisional",
      "standing.now.hasMeasured",
      "standing.now.isPauseOver",
      "standing.now.provisional",
      "standing.now.isBreachOpen",
      "standing.now.verdict.wasPaused",
      "standing.now.verdict.provisional",
      "standing.ledgers.0.provisional",
    ],
  ],
  [
    "a word",
    true,
    [
      "standing.now.state",
      "standing.now.severity",
      "standing.now.measuredAs",
      "standing.now.breaches.0.severity",
      "standing.now.verdict.severity",
      "standing.oddities.0.state",
      "standing.oddities.0.severity",
      "standing.instant.0.fields.group",
    ],
  ],
  [
    "a word",
    false,
    ["standing.now.fields.group", "standing.instant.0.state", "standing.instant.0.severity"],
  ],
];

const stepsOf = (path: string) =>
  path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
const whole = standingAt(stopped);

describe("a saved clock", () => {
  it.each([
    ["pending", pending],
    ["running", running],
    ["paused", paused],
    ["stopped", stopped],
    ["cancelled", cancelled],
    ["cancelled before it started", cancelledBeforeStart],
  ])("that is %s is read as it was saved, and cannot be changed", (_, now) => {
    const state = standingAt(now);
    const read = readSavedClock(state, identity);
    expect(read).toEqual(state);
    expect(Object.isFrozen(read?.standing?.now)).toBe(true);
  });

  it("with its history is read as it was saved", () => {
    expect(readSavedClock(withHistory, identity)).toEqual(withHistory);
  });

  for (const [kind, nullable, paths] of VALUES) {
    it.each(paths)(`refuses whatever is not ${kind}${nullable ? " or null" : ""} as %s`, (path) => {
      const steps = stepsOf(path);
      const { good = [], bad = [] } = KINDS[kind] ?? {};
      // Another policy, target, promise or choice is of another clock, which is asked further below.
      const others = path.startsWith("standing") || path === "taken" ? good : [];
      for (const value of nullable ? [...others, null] : others) {
        const state = changed(whole, steps, value);
        expect(problemsOf(state), String(value)).toEqual([]);
      }
      for (const [value, words] of bad) {
        expect(problemsOf(changed(whole, steps, value))).toEqual([`${path}: ${words}`]);
      }
      if (!nullable) expect(problemsOf(changed(whole, steps, null))).toHaveLength(1);
    });
  }

  it.each<[string, unknown, string]>([
    ["", 5, "5 given; expected what a clock saved"],
    ["version", 3, "3 given; expected 2, the form that this version of the library saves"],
    [
      "standing.now.activity",
      "asleep",
      '"asleep" given; expected one of "pending", "running", "paused", "stopped", "cancelled"',
    ],
    ["standing.now.verdict.unit", "weeks", '"weeks" given; expected one of "milliseconds", "days"'],
    [
      "standing.oddities.0.kind",
      "odd",
      '"odd" given; expected one of "done-before-open", "state-after-ending", "reopened-late", "graded-as-stopped", "agreed-as-stopped", "agreed-in-the-past", "severity-jumped", "breached-by-severity-change"',
    ],
    [
      "standing.instant",
      [{ atMs: 60 }, { atMs: 61 }],
      '[{"atMs":60},{"atMs":61}] given; expected events of one instant',
    ],
    ["standing.instant.0.atMs", 0.5, "0.5 given; expected epoch milliseconds"],
    [
      "standing.now.breaches",
      Array.from({ length: 21 }, () => running.breaches[0]),
      "expected at most 20 items",
    ],
    ["standing.cycles", Array.from({ length: 21 }, () => verdict), "expected at most 20 items"],
    [
      "standing.oddities",
      Array.from({ length: 101 }, () => whole.standing?.oddities[0]),
      "expected at most 100 items",
    ],
  ])("with another %s is refused", (path, value, words) => {
    const problems = problemsOf(changed(whole, path === "" ? [] : stepsOf(path), value));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(`${path}: `)).toBe(true);
    expect(problems[0]?.endsWith(words)).toBe(true);
  });

  it("may have as many breaches, cycles and irregularities as a clock remembers, or none", () => {
    const having = (breaches: number, cycles: number, oddities: number) => {
      const { standing } = whole;
      const full = {
        ...standing,
        now: { ...stopped, breaches: new Array(breaches).fill(running.breaches[0]) },
        cycles: new Array(cycles).fill(verdict),
        oddities: new Array(oddities).fill(standing?.oddities[0]),
      };
      return problemsOf({ ...whole, standing: full });
    };
    expect(having(20, 20, 100)).toEqual([]);
    expect(having(0, 0, 0)).toEqual([]);
  });

  it.each([
    "x",
    "standing.x",
    "standing.now.x",
    "standing.now.agreed.x",
    "standing.now.breaches.0.x",
    "standing.now.verdict.x",
    "standing.ledgers.0.x",
    "standing.cycles.0.x",
    "standing.oddities.0.x",
    "standing.instant.0.x",
  ])("with an unknown key %s is refused", (path) => {
    const problems = problemsOf(changed(whole, stepsOf(path), 1));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${path}: unknown key`));
  });

  it("may have no ledgers, no agreed date and no events of its last instant", () => {
    for (const [path, value] of [
      ["standing.ledgers", null],
      ["standing.now.agreed", null],
      ["standing.now.verdict.agreed", null],
      ["standing.instant", []],
    ] as const) {
      expect(problemsOf(changed(whole, stepsOf(path), value)), path).toEqual([]);
    }
  });

  it("has a standing or a history, and not both", () => {
    const words = 'expected either "standing" or "history"; the other one is null';
    for (const state of [
      { ...whole, history: [] },
      { ...whole, standing: null },
    ]) {
      expect(problemsOf(state)).toEqual([expect.stringContaining(words)]);
      expect(problemsOf(state)[0]).toMatch(/^standing: /);
    }
  });
});

const STARTED =
  "startedAtMs: null given; expected an instant, unless the clock is pending or was cancelled before it started";
const COUNTING = "expected an instant if the clock has started, and null if it has not";
const ORIGINAL =
  "expected an instant if the clock measures an allowance, and null if it has not started";

/** Changes to one value of a clock, and each problem that they make. */
describe("what a clock stands at fits what it does", () => {
  it.each<[string, ClockNow, Partial<ClockNow>, readonly string[]]>([
    [
      "pending, with a start",
      pending,
      { startedAtMs: 10, countingFromMs: 10 },
      [STARTED.replace("null", "10")],
    ],
    ["pending, at an instant", pending, { sinceMs: 5 }, []],
    [
      "running, without a start",
      running,
      { startedAtMs: null, countingFromMs: null, originalDueAtMs: null },
      [STARTED],
    ],
    [
      "running, without the start of its count",
      running,
      { countingFromMs: null },
      [`countingFromMs: null given; ${COUNTING}`],
    ],
    [
      "cancelled before it started, with the start of a count",
      cancelledBeforeStart,
      { countingFromMs: 10 },
      [`countingFromMs: 10 given; ${COUNTING}`],
    ],
    [
      "cancelled before it started, with a due instant",
      cancelledBeforeStart,
      { originalDueAtMs: 100 },
      [`originalDueAtMs: 100 given; ${ORIGINAL}`],
    ],
    [
      "running, without its due instant",
      running,
      { originalDueAtMs: null },
      [`originalDueAtMs: null given; ${ORIGINAL}`],
    ],
    ["running, promised nothing", running, { originalDueAtMs: null, promise: "none" }, []],
    ["running, promised nothing any more", running, { promise: "none" }, []],
    [
      "running, since no instant",
      running,
      { sinceMs: null },
      ["sinceMs: null given; expected an instant, unless the clock is pending"],
    ],
    [
      "stopped, without a verdict",
      stopped,
      { verdict: null },
      ["verdict: null given; expected a verdict if the clock is stopped, and null if it is not"],
    ],
    [
      "paused, since no instant",
      paused,
      { pausedFromMs: null },
      [
        "pausedFromMs: null given; expected an instant if the clock is paused, and null if it is not",
      ],
    ],
    [
      "running, paused since an instant",
      running,
      { pausedFromMs: 20 },
      ["pausedFromMs: 20 given; expected an instant if the clock is paused, and null if it is not"],
    ],
    [
      "cancelled, at no instant",
      cancelled,
      { cancelledAtMs: null },
      [
        "cancelledAtMs: null given; expected an instant if the clock is cancelled, and null if it is not",
      ],
    ],
    [
      "running, cancelled at an instant",
      running,
      { cancelledAtMs: 50 },
      [
        "cancelledAtMs: 50 given; expected an instant if the clock is cancelled, and null if it is not",
      ],
    ],
  ])("%s", (_, now, changes, lines) => {
    expect(problemsOf(standingAt({ ...now, ...changes }))).toEqual(
      lines.map((line) => `standing.now.${line}`),
    );
  });

  it("a clock that is not stopped has no verdict", () => {
    expect(problemsOf(standingAt({ ...running, verdict }))).toEqual([
      expect.stringMatching(
        /^standing\.now\.verdict: .*; expected a verdict if the clock is stopped/,
      ),
    ]);
  });
});

describe("a saved clock belongs to one target", () => {
  it.each<[string, Partial<ClockIdentity>]>([
    ["changed promise", { promise: "abd" }],
    ["other value of a choice", { choices: { tie: "next-open" } }],
    ["further choice", { choices: { tie: "close", atDue: "met" } }],
    ["missing choice", { choices: {} }],
  ])("and under a %s only its history goes on", (_, change) => {
    expect(readSavedClock(whole, { ...identity, ...change })).toBeNull();
  });

  it("and of the first form only its history goes on, whatever else it says", () => {
    expect(readSavedClock({ version: 1, x: 1 }, identity)).toBeNull();
  });

  it.each<[string, Partial<ClockIdentity>]>([
    ["policy", { policy: "other" }],
    ["target", { target: "reply" }],
  ])("and to another %s it is refused", (_, change) => {
    const given = { ...identity, ...change };
    const error = refusal(() => readSavedClock(whole, given));
    expect(error.code).toBe("saved-clock-of-another");
    expect(error.message).toBe(
      `The saved clock belongs to target "fix" of policy "desk" but was given to target "${given.target}" of policy "${given.policy}"; give it to the target that saved it.`,
    );
    expect(error.data).toEqual({ saved: { policy: "desk", target: "fix" }, given });
  });

  it("and says why it cannot go on", () => {
    const REMEDY =
      "; give the ticket's events with it, as follow({ from, history }), to take them anew.";
    const changedSince = outdated(whole, identity);
    expect(changedSince.code).toBe("saved-clock-outdated");
    expect(changedSince.message).toBe(
      `The saved clock of target "fix" of policy "desk" was saved under other choices, or before the policy or its calendars were changed${REMEDY}`,
    );
    expect(changedSince.data).toEqual({ version: 2, given: identity });
    const EARLIER = `The saved clock of target "fix" of policy "desk" was saved by an earlier version of the library, which did not say which target it was of${REMEDY}`;
    for (const [state, version] of [
      [{ version: 1 }, 1],
      [null, undefined],
    ] as const) {
      expect(outdated(state, identity).message).toBe(EARLIER);
      expect(outdated(state, identity).data).toEqual({ version, given: identity });
    }
  });
});
