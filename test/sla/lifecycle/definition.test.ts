import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla } from "../../../src/index";
import { formatPath } from "../../../src/input/problems";
import { always } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

const hour = { hours: 1, calendar: "always" };
const policy = {
  id: "desk",
  timeZone: "UTC",
  calendars: { always },
  targets: { fix: { allowance: hour, runs: ["open"], stops: ["done"] } },
  milestones: {
    sleep: {
      steps: [
        { id: "doze", after: hour },
        { id: "wake", after: hour },
      ],
    },
  },
  windows: { reopen: { anyOf: [[{ within: hour }]] } },
};

/** Every problem of a lifecycle, as `path: message`. */
function problemsOf(lifecycle: unknown, parts: object = {}): readonly string[] {
  const define = untyped((given) => defineSla(given), { ...policy, ...parts, lifecycle });
  try {
    define();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  }
  return [];
}

/** The same of one line, by its paths within the line. */
const ofLine = (line: unknown, parts?: object) =>
  problemsOf({ lines: { main: line } }, parts).map((each) =>
    each.replace("lifecycle.lines.main", ""),
  );

const moves = { open: ["done", "waiting"], waiting: ["open"], done: [] };
const own = { from: "waiting", to: "open", milestone: "sleep", step: "wake" };
const timed = { from: "open", to: "done", window: "reopen" };

describe("a lifecycle", () => {
  it("may say all that there is to say", () => {
    const line = {
      title: "The incident",
      clause: "X-1",
      starts: ["open", "waiting"],
      moves,
      byThemselves: [{ ...own, clause: "X-1" }],
      within: [{ ...timed, clause: "X-1" }],
    };
    const rule = {
      id: "told",
      title: "the user is told",
      clause: "X-1",
      comes: "told",
      before: "done",
      given: "open",
      exceptSeverities: ["1"],
    };
    const { before: _, ...after } = { ...rule, after: "done" };
    expect(problemsOf({ lines: { main: line }, order: [rule, after] })).toEqual([]);
    expect(problemsOf({ lines: {} })).toEqual([]);
  });

  // Each value is of the wrong kind in its place. Nothing else is said of it.
  it.each<[string, unknown, readonly string[]]>([
    ["text", "open", ['lifecycle: "open" given; expected an object']],
    ["without lines", {}, ["lifecycle.lines: missing; expected an object"]],
    ["with a number of lines", { lines: 5 }, ["lifecycle.lines: 5 given; expected an object"]],
    ["with a list of lines", { lines: [] }, ["lifecycle.lines: [] given; expected an object"]],
    [
      "with an unknown key",
      { lines: {}, ordre: [] },
      ['lifecycle.ordre: unknown key; did you mean "order"?'],
    ],
    ["with one rule", { lines: {}, order: {} }, ["lifecycle.order: {} given; expected a list"]],
    [
      "with a number for a line",
      { lines: { main: 5 } },
      ["lifecycle.lines.main: 5 given; expected an object"],
    ],
  ])("%s is refused", (_, lifecycle, expected) => {
    expect(problemsOf(lifecycle)).toEqual(expected);
  });

  it.each<[string, object, readonly string[]]>([
    ["a title that is not text", { title: 5 }, [".title: 5 given; expected text"]],
    ["a clause that is not text", { clause: 5 }, [".clause: 5 given; expected text"]],
    [
      "no state to begin in",
      { starts: [] },
      [".starts: [] given; expected at least one state to begin in"],
    ],
    [
      "text for the states to begin in",
      { starts: "open" },
      ['.starts: "open" given; expected a list'],
    ],
    [
      "a blank state",
      { starts: [""] },
      ['.starts[0]: "" given; expected at least 1 character', unlisted(".starts[0]", "")],
    ],
    ["a number for a state", { starts: [5] }, [".starts[0]: 5 given; expected text"]],
    ["a state that no move lists", { starts: ["open", "new"] }, [unlisted(".starts[1]", "new")]],
    [
      "a number of moves",
      { moves: 5 },
      [".moves: 5 given; expected an object", unlisted(".starts[0]", "open")],
    ],
    [
      "a number for the states that follow",
      { moves: { ...moves, done: 5 } },
      [".moves.done: 5 given; expected a list"],
    ],
    [
      "a number for a state that follows",
      { moves: { ...moves, done: [5] } },
      [".moves.done[0]: 5 given; expected text"],
    ],
    [
      "a following state that no move lists",
      { moves: { ...moves, done: ["open", "closed"] } },
      [unlisted(".moves.done[1]", "closed")],
    ],
    [
      "a following state that every object has",
      { moves: { ...moves, done: ["toString"] } },
      [unlisted(".moves.done[0]", "toString")],
    ],
    [
      "a number of automatic moves",
      { byThemselves: 5 },
      [".byThemselves: 5 given; expected a list"],
    ],
    [
      "a number for an automatic move",
      { byThemselves: [5] },
      [".byThemselves[0]: 5 given; expected an object"],
    ],
    ["a number of moves within a time", { within: 5 }, [".within: 5 given; expected a list"]],
    [
      "a number for a move within a time",
      { within: [5] },
      [".within[0]: 5 given; expected an object"],
    ],
    [
      "an automatic move with an unknown key",
      { byThemselves: [{ ...own, after: 5 }] },
      [
        ".byThemselves[0].after: unknown key; the known names are from, to, milestone, step, clause",
      ],
    ],
    [
      "a move within a time with an unknown key",
      { within: [{ ...timed, after: 5 }] },
      [".within[0].after: unknown key; the known names are from, to, window, clause"],
    ],
    [
      "a clause of an automatic move that is not text",
      { byThemselves: [{ ...own, clause: 5 }] },
      [".byThemselves[0].clause: 5 given; expected text"],
    ],
    [
      "a clause of a move within a time that is not text",
      { within: [{ ...timed, clause: 5 }] },
      [".within[0].clause: 5 given; expected text"],
    ],
    [
      "automatic moves that the line does not list",
      {
        byThemselves: [
          { ...own, to: "done" },
          { ...own, from: "new" },
        ],
      },
      [
        '.byThemselves[0]: a move from "waiting" to "done", which "moves" does not list',
        '.byThemselves[1]: a move from "new" to "open", which "moves" does not list',
      ],
    ],
    [
      "an automatic move from a number",
      { byThemselves: [{ ...own, from: 5 }] },
      [
        ".byThemselves[0].from: 5 given; expected text",
        '.byThemselves[0]: a move from 5 to "open", which "moves" does not list',
      ],
    ],
    [
      "a chain that the policy does not have",
      { byThemselves: [{ ...own, milestone: "nap" }] },
      ['.byThemselves[0].milestone: "nap" given; expected one of the milestones of the policy'],
    ],
    [
      "a step that the chain does not have",
      { byThemselves: [{ ...own, step: "snore" }] },
      ['.byThemselves[0].step: "snore" given; expected a step of "sleep"'],
    ],
    [
      "a window that the policy does not have",
      { within: [timed, { ...timed, window: "toString" }] },
      ['.within[1].window: "toString" given; expected one of the windows of the policy'],
    ],
    [
      "a move within a time that the line does not list",
      { within: [{ ...timed, to: "open" }] },
      ['.within[0]: a move from "open" to "open", which "moves" does not list'],
    ],
    [
      "a second automatic move from a state, which would never come",
      {
        moves: { ...moves, waiting: ["open", "done"] },
        byThemselves: [own, { ...own, to: "done", step: "doze" }],
      },
      [
        '.byThemselves[1].from: "waiting" already moves by itself; give one automatic move from each state',
      ],
    ],
    [
      "an automatic move to the state itself",
      { moves: { ...moves, open: ["open"] }, byThemselves: [{ ...own, from: "open" }] },
      ['.byThemselves: automatic moves lead from "open" round in a circle'],
    ],
    [
      "automatic moves that lead into a circle",
      {
        starts: ["a"],
        moves: { a: ["b"], b: ["c"], c: ["b"], d: ["e"], e: [] },
        byThemselves: [
          { ...own, from: "d", to: "e" },
          { ...own, from: "a", to: "b" },
          { ...own, from: "b", to: "c" },
          { ...own, from: "c", to: "b" },
        ],
      },
      ['.byThemselves: automatic moves lead from "a" round in a circle'],
    ],
  ])("with %s is refused", (_, line, expected) => {
    expect(ofLine({ starts: ["open"], moves, ...line })).toEqual(expected);
  });

  it("may have automatic moves one after another that come to an end", () => {
    const byThemselves = [
      { ...own, from: "b", to: "c" },
      { ...own, from: "a", to: "b" },
    ];
    expect(ofLine({ starts: ["a"], moves: { a: ["b"], b: ["c"], c: [] }, byThemselves })).toEqual(
      [],
    );
  });

  // The parts of the policy are wrong too, and are refused at their own places.
  it.each<[string, object]>([
    ["no chains", { milestones: undefined }],
    ["a number of chains", { milestones: 5 }],
  ])("whose policy has %s has no automatic moves", (_, parts) => {
    expect(ofLine({ starts: ["open"], moves, byThemselves: [own] }, parts)).toContain(
      '.byThemselves[0].milestone: "sleep" given; expected one of the milestones of the policy',
    );
  });

  it.each<[string, unknown]>([
    ["a number for a chain", 5],
    ["a chain without steps", {}],
    ["a chain of a number of steps", { steps: 5 }],
    ["a chain of a number", { steps: [5] }],
  ])("whose policy has %s lacks the step", (_, sleep) => {
    expect(
      ofLine({ starts: ["open"], moves, byThemselves: [own] }, { milestones: { sleep } }),
    ).toContain('.byThemselves[0].step: "wake" given; expected a step of "sleep"');
  });

  it("has each state on one line", () => {
    const lines = {
      main: { starts: ["open"], moves },
      other: { starts: ["new"], moves: { new: ["done"], done: [] } },
    };
    expect(problemsOf({ lines })).toEqual([
      'lifecycle.lines.other.moves.done: "done" is already a state of the line "main"',
    ]);
  });

  const rule = { id: "told", title: "the user is told", comes: "told", before: "done" };

  it.each<[string, object, readonly string[]]>([
    [
      "neither before nor after anything",
      { before: undefined },
      [
        '{"id":"told","title":"the user is told","comes":"told"} given; expected either "before" or "after"',
      ],
    ],
    [
      // A value is shown by its first 80 characters.
      "both before and after something",
      { after: "done" },
      [
        '{"id":"told","title":"the user is told","comes":"told","before":"done","after":"… given; expected either "before" or "after"',
      ],
    ],
    ["with an unknown key", { befor: "x" }, ['.befor: unknown key; did you mean "before"?']],
  ])("has no rule of order %s", (_, change, expected) => {
    const found = problemsOf({ lines: {}, order: [{ ...rule, ...change }] });
    expect(found.map((each) => each.replace(/^lifecycle\.order\[0\](: )?/, ""))).toEqual(expected);
  });

  it.each(["id", "title", "comes", "before", "given", "clause"])(
    "has no rule of order whose %s is a number",
    (key) => {
      expect(problemsOf({ lines: {}, order: [{ ...rule, [key]: 5 }] })).toEqual([
        `lifecycle.order[0].${key}: 5 given; expected text`,
      ]);
    },
  );

  it("has no rule of order for every severity but a number", () => {
    expect(problemsOf({ lines: {}, order: [{ ...rule, exceptSeverities: [5] }] })).toEqual([
      "lifecycle.order[0].exceptSeverities[0]: 5 given; expected text",
    ]);
  });
});

describe("the states of a policy", () => {
  it("are those of its targets, of the lines and of the rules of order", () => {
    const lifecycle = {
      lines: { main: { starts: ["open"], moves: { open: ["closed"], closed: [] } } },
      order: [
        { id: "a", title: "A", comes: "told", before: "closed", given: "asked" },
        { id: "b", title: "B", comes: "thanked", after: "answered" },
      ],
    };
    const sla = defineSla({ ...policy, milestones: {}, windows: {}, lifecycle });
    const asOf = "2026-11-16T12:00Z";
    const ask = () => sla.lifecycle([{ at: "2026-11-16T09:00Z", state: "on the moon" }], { asOf });
    expect(refusal(ask).message).toBe(
      'The history, event 0: unknown state "on the moon"; the policy has "open", "done", "closed", "told", "asked", "thanked", "answered". Add it to the policy, or map it to one of those.',
    );
  });

  it("without a lifecycle are those of its targets", () => {
    const { targets } = defineSla({ ...policy, milestones: {}, windows: {} });
    const history = [{ at: "2026-11-16T09:00Z", state: "closed" }];
    const ask = untyped(
      (given) => targets.fix.track(given, { asOf: "2026-11-16T12:00Z" }),
      history,
    );
    expect(refusal(ask).message).toContain('the policy has "open", "done". Add');
  });

  it("of a lifecycle without rules are those of its lines", () => {
    const lifecycle = { lines: { main: { starts: ["open"], moves: { open: [] } } } };
    const ask = () =>
      defineSla({ ...policy, milestones: {}, windows: {}, lifecycle }).lifecycle(
        [{ at: "2026-11-16T09:00Z", state: "closed" }],
        { asOf: "2026-11-16T12:00Z" },
      );
    expect(refusal(ask).message).toContain('the policy has "open", "done". Add');
  });
});

function unlisted(path: string, state: string): string {
  return `${path}: "${state}" given; expected a state that "moves" lists, with no moves where it ends the line`;
}
