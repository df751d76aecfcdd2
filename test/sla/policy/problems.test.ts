import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla } from "../../../src/index";
import { always, office } from "../../reference/desk";

const fix = { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] };
const policy = {
  id: "desk",
  calendars: { office, always },
  severities: ["1", "2"],
  targets: { fix },
  windows: { reopen: { anyOf: [[{ within: { weeks: 1 } }]] } },
  contacts: { manager: { title: "The manager" } },
};
const AMOUNT =
  'expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }';

/** Every problem of the policy with some other parts, each with its place; none if it is taken. */
function problems(parts: object): readonly string[] {
  try {
    defineSla({ ...policy, ...parts } as never); // A program without types may give anything.
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  }
  return [];
}
const target = (change: object) => problems({ targets: { fix: { ...fix, ...change } } });

describe("the states of a target", () => {
  it("are each in one list, and once", () => {
    expect(target({ runs: ["open", "new"], pauses: ["waiting"], cancels: ["void"] })).toEqual([]);
    expect(target({ runs: ["open", "done"], pauses: ["open"], cancels: ["void", "void"] })).toEqual(
      [
        'targets.fix.pauses.0: "open" is already under "runs"',
        'targets.fix.stops.0: "done" is already under "runs"',
        'targets.fix.cancels.1: "void" is already under "cancels"',
      ],
    );
  });

  it("have their own place, beside a value that is not text", () => {
    expect(target({ stops: [5, "open"] })).toEqual([
      "targets.fix.stops.0: 5 given; expected text",
      'targets.fix.stops.1: "open" is already under "runs"',
    ]);
  });
});

describe("the choices of a target that exclude each other", () => {
  const days = { allowance: { workingDays: 2, calendar: "office" } };
  const PUSHED =
    'targets.fix.dayPauses: pauses cannot push on what is measured anew; choose "carry-elapsed" or "restart" for onSeverityChange, or leave dayPauses out';
  it.each<[object, readonly string[]]>([
    [{ dayPauses: "push", onSeverityChange: "retroactive" }, [PUSHED]],
    [{ dayPauses: "push", onSeverityChange: "restart" }, []],
    [{ dayPauses: "push" }, []],
    [{ dayPauses: "day-ends", onSeverityChange: "retroactive" }, []],
  ])("%j", (choices, expected) => {
    expect(target({ ...days, ...choices })).toEqual(expected);
  });

  const UNAGREED =
    'targets.fix.agreedDates: "ignore" given; the target promises an agreed date (allowance: "agreed"), so leave agreedDates out';
  const hours = { hours: 8, calendar: "office" };
  it.each<[unknown, string | undefined, readonly string[]]>([
    ["agreed", "ignore", [UNAGREED]],
    [{ "1": hours, "2": "agreed" }, "ignore", [UNAGREED]],
    [{ "1": hours, "2": null }, "ignore", []],
    [hours, "ignore", []],
    ["agreed", "earlier", []],
    ["agreed", undefined, []],
  ])("an allowance of %j with agreedDates %j", (allowance, agreedDates, expected) => {
    expect(target({ allowance, ...(agreedDates && { agreedDates }) })).toEqual(expected);
  });

  const MIXED =
    'targets.fix.onSeverityChange: time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit';
  const week = { weeks: 1 };
  it.each<[object, string | undefined, readonly string[]]>([
    [{ "1": hours, "2": week }, undefined, [MIXED]],
    [{ "1": hours, "2": week }, "carry-elapsed", [MIXED]],
    [{ "1": { minutes: 5, calendar: "office" }, "2": week }, undefined, [MIXED]],
    [{ "1": hours, "2": week }, "restart", []],
    [{ "1": hours, "2": week }, "retroactive", []],
    [{ "1": hours, "2": { minutes: 5, calendar: "office" } }, undefined, []],
    [{ "1": week, "2": { months: 1 } }, undefined, []],
    // What is promised nothing, or an agreed date alone, has no unit.
    [{ "1": hours, "2": null }, undefined, []],
    [{ "1": hours, "2": "agreed" }, undefined, []],
    [{ "1": week, "2": null }, undefined, []],
  ])("allowances of %j with onSeverityChange %j", (allowance, onSeverityChange, expected) => {
    expect(target({ allowance, ...(onSeverityChange && { onSeverityChange }) })).toEqual(expected);
  });
});

describe("the allowances of a target", () => {
  const hours = { hours: 1, calendar: "office" };
  it("are amounts on calendars of the policy, of severities of the policy", () => {
    expect(target({ allowance: { "1": { hours: 1, calendar: "moon" }, "3": 5 } })).toEqual([
      'targets.fix.allowance.1.calendar: "moon" given; expected a calendar of the policy (office, always)',
      "targets.fix.allowance.3: unknown severity; the policy has 1, 2",
      `targets.fix.allowance.3: 5 given; ${AMOUNT}`,
      // A number is not a time that could be carried over.
      'targets.fix.onSeverityChange: time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit',
    ]);
    expect(target({ allowance: { "1": { ...hours, hours: -1 } } })).toEqual([
      "targets.fix.allowance.1.hours: -1 given; expected hours of zero or more",
    ]);
    expect(target({ allowance: 5 })).toEqual([
      'targets.fix.allowance: 5 given; expected an allowance, or "agreed"',
    ]);
  });

  it("may be of any severity if the policy lists none", () => {
    expect(
      problems({ severities: undefined, targets: { fix: { ...fix, allowance: { x: hours } } } }),
    ).toEqual([]);
    expect(
      problems({ severities: [], targets: { fix: { ...fix, allowance: { x: hours } } } }),
    ).toEqual(["targets.fix.allowance.x: unknown severity; the policy has none"]);
  });

  it("may be missing if the target says why", () => {
    expect(target({ allowance: {} })).toEqual([
      "targets.fix.allowance: expected an allowance, or one by severity",
    ]);
    expect(target({ allowance: {}, unstated: "The contract has it" })).toEqual([]);
  });

  it.each(["reopenWithin", "pauseLimit"])("are checked in %s too", (key) => {
    expect(target({ [key]: hours })).toEqual([]);
    expect(target({ [key]: { hours: 1, calendar: "moon" } })).toEqual([
      `targets.fix.${key}.calendar: "moon" given; expected a calendar of the policy (office, always)`,
    ]);
    expect(target({ [key]: {} })).toEqual([`targets.fix.${key}: {} given; ${AMOUNT}`]);
    expect(target({ [key]: "1 h" })).toEqual([
      `targets.fix.${key}: "1 h" given; expected an allowance`,
      `targets.fix.${key}: "1 h" given; ${AMOUNT}`,
    ]);
  });
});

describe("the other parts of a policy", () => {
  const NOWHERE = '"moon" given; expected a calendar of the policy (office, always)';
  const step = (change: object) => ({
    milestones: {
      m: {
        steps: [
          { id: "a", after: { weeks: 1 } },
          { id: "b", ...change },
        ],
      },
    },
  });
  const within = (anyOf: unknown, events?: unknown) => ({
    windows: { w: { anyOf, ...(events === undefined ? {} : { events }) } },
  });
  const UNTIL = { within: { weeks: 1 } };

  it.each<[string, object, readonly string[]]>([
    ["a step", step({ after: { hours: 1, calendar: "office" }, rollTo: "always" }), []],
    [
      "a step on an unknown calendar",
      step({ after: { hours: 1, calendar: "moon" }, rollTo: "moon" }),
      [
        `milestones.m.steps.1.after.calendar: ${NOWHERE}`,
        `milestones.m.steps.1.rollTo: ${NOWHERE}`,
      ],
    ],
    [
      "steps that are no list",
      { milestones: { m: { steps: 5 } } },
      ["milestones.m.steps: 5 given; expected a list"],
    ],
    [
      "a step that is a number",
      { milestones: { m: { steps: [5] } } },
      ["milestones.m.steps.0: 5 given; expected an object"],
    ],
    [
      "a window on an unknown calendar",
      within([[UNTIL], [UNTIL, { within: { hours: 1, calendar: "moon" } }]]),
      [`windows.w.anyOf.1.1.within.calendar: ${NOWHERE}`],
    ],
    ["ways that are no list", within(5), ["windows.w.anyOf: 5 given; expected a list"]],
    ["a way that is a number", within([5]), ["windows.w.anyOf.0: 5 given; expected a list"]],
    [
      "a limit that is a number",
      within([[5, UNTIL]]),
      ["windows.w.anyOf.0.0: 5 given; expected an object"],
    ],
    [
      "events from which a window counts",
      within([[UNTIL, { from: "told", of: "asked", within: { weeks: 1 } }]], {
        ...{ start: ["open"], told: ["told"], asked: ["asked"] },
      }),
      [],
    ],
    [
      "events from which no limit counts",
      within([[{ ...UNTIL, from: "told" }]], { start: ["open"], told: ["told"], asked: ["asked"] }),
      [
        "windows.w.events.start: unknown event; the limits of the window count from told",
        "windows.w.events.asked: unknown event; the limits of the window count from told",
      ],
    ],
    [
      "events of a limit that counts from an event without a name",
      within([[{ ...UNTIL, from: 5 }, UNTIL]], { told: ["told"] }),
      [
        "windows.w.anyOf.0.0.from: 5 given; expected text",
        "windows.w.events.told: unknown event; the limits of the window count from start",
      ],
    ],
    [
      "events that are no object",
      within([[UNTIL]], ["told"]),
      ['windows.w.events: ["told"] given; expected lists by event'],
    ],
    [
      "a recurrence on an unknown calendar",
      { recurrences: { r: { every: { workingDays: 1, calendar: "moon" } } } },
      [`recurrences.r.every.calendar: ${NOWHERE}`],
    ],
    [
      "availability on an unknown calendar",
      { availability: { a: { calendar: "moon", percent: 99 } } },
      [`availability.a.calendar: ${NOWHERE}`],
    ],
    ["availability", { availability: { a: { calendar: "always", percent: 99 } } }, []],
    [
      "milestones that are a list",
      { milestones: [] },
      ["milestones: [] given; expected an object"],
    ],
    [
      "a target that is null",
      { targets: { fix: null } },
      ["targets.fix: null given; expected a target"],
    ],
  ])("%s", (_, parts, expected) => {
    expect(problems(parts)).toEqual(expected);
  });

  it("may be calendars that come with the library, or definitions", () => {
    const [line = ""] = problems({ calendars: { office, always, core: "moon" } });
    expect(line.startsWith('calendars.core: "moon" given; expected a definition, or one of ')).toBe(
      true,
    );
    expect(line).toContain("nhsmail-core");
    const shipped = { office, always, core: "nhsmail-core" };
    expect(problems({ timeZone: "UTC", calendars: shipped })).toEqual([]);
    expect(problems({ calendars: { office, always, core: 5 } })).toEqual([
      "calendars.core: 5 given; expected a calendar definition",
    ]);
    expect(
      problems({
        calendars: { office, always, core: { ...office, hours: { daily: ["9-5"] } } },
      })[0],
    ).toContain('calendars.core.hours.daily.0: "9-5" given; ');
    const named = { ...office, bankHolidays: "wales" };
    expect(problems({ calendars: { office: named, always } })[0]).toContain(
      'calendars.office.bankHolidays: "wales" given; ',
    );
  });

  it("may be in an IANA zone", () => {
    expect(problems({ timeZone: "Europe/London" })).toEqual([]);
    expect(problems({ timeZone: "Mars/Base" })[0]).toContain(
      'timeZone: "Mars/Base" given; expected an IANA zone',
    );
    expect(problems({ timeZone: 5 })).toEqual(["timeZone: 5 given; expected an IANA zone"]);
  });
});

describe("what an eligibility names", () => {
  const ground = { id: "late", title: "Late", all: [] };
  const eligible = (change: object, more: object = {}) =>
    problems({ eligibility: { e: { anyOf: [{ ...ground, ...change }], ...more } } });

  it.each<[string, object, object, readonly string[]]>([
    [
      "all of it is in the policy",
      {
        target: "fix",
        tell: ["manager"],
        routed: { when: "now", calendar: "office" },
        all: [{ inWindow: "reopen" }, { any: [{ inWindow: "reopen" }] }],
      },
      { otherwise: ["manager"] },
      [],
    ],
    [
      "nothing of it is in the policy",
      {
        target: "moon",
        tell: ["moon"],
        routed: { when: "now", calendar: "moon" },
        all: [{ inWindow: "moon" }, { any: [{ open: true }, { inWindow: "moon" }] }],
      },
      { otherwise: ["manager", "moon"] },
      [
        'eligibility.e.otherwise.1: "moon" given; expected one of the contacts of the policy (manager)',
        'eligibility.e.anyOf.0.target: "moon" given; expected one of the targets of the policy (fix)',
        'eligibility.e.anyOf.0.routed.calendar: "moon" given; expected one of the calendars of the policy (office, always)',
        'eligibility.e.anyOf.0.tell.0: "moon" given; expected one of the contacts of the policy (manager)',
        'eligibility.e.anyOf.0.all.0.inWindow: "moon" given; expected one of the windows of the policy (reopen)',
        'eligibility.e.anyOf.0.all.1.any.1.inWindow: "moon" given; expected one of the windows of the policy (reopen)',
      ],
    ],
    [
      "what is no name has no name to look for, and the rest its own place",
      { target: 5, routed: 5, tell: [5, "moon"] },
      {},
      [
        "eligibility.e.anyOf.0.target: 5 given; expected text",
        "eligibility.e.anyOf.0.tell.0: 5 given; expected text",
        "eligibility.e.anyOf.0.routed: 5 given; expected an object",
        'eligibility.e.anyOf.0.tell.1: "moon" given; expected one of the contacts of the policy (manager)',
      ],
    ],
  ])("%s", (_, change, more, expected) => {
    expect(eligible(change, more)).toEqual(expected);
  });

  it.each<[string, object]>([
    ["anyOf", { anyOf: 5 }],
    ["anyOf.0", { anyOf: [5] }],
    ["otherwise", { anyOf: [ground], otherwise: 5 }],
    ["anyOf.0.all", { anyOf: [{ ...ground, all: 5 }] }],
    ["anyOf.0.tell", { anyOf: [{ ...ground, tell: "manager" }] }],
  ])("has one problem if %s is of another kind", (path, e) => {
    const found = problems({ eligibility: { e } });
    expect(found.map((line) => line.split(":")[0])).toEqual([`eligibility.e.${path}`]);
  });
});

describe("what an attainment names", () => {
  const attained = (change: object, more: object = {}) =>
    problems({ attainment: { a: { target: "fix", share: 0.9, ...change } }, ...more });

  it.each<[object, readonly string[]]>([
    [{ severities: ["1"] }, []],
    [
      { target: "moon", severities: ["1", "9"] },
      [
        'attainment.a.target: "moon" given; expected one of the targets of the policy (fix)',
        "attainment.a.severities.1: unknown severity; the policy has 1, 2",
      ],
    ],
    [
      { severities: [5, "9"] },
      [
        "attainment.a.severities.0: 5 given; expected text",
        "attainment.a.severities.1: unknown severity; the policy has 1, 2",
      ],
    ],
    [{ target: 5 }, ["attainment.a.target: 5 given; expected the name of a target"]],
    [{ severities: "1" }, ['attainment.a.severities: "1" given; expected a list']],
  ])("%j", (change, expected) => {
    expect(attained(change)).toEqual(expected);
  });

  it("may be any severity if the policy lists none", () => {
    expect(attained({ severities: ["9"] }, { severities: undefined })).toEqual([]);
  });
});

describe("the clauses that a policy names", () => {
  const clauses = { "D-1": { document: "The paper", quotes: ["so"] } };
  const missing = (path: string, id = "D-9") =>
    `${path}: "${id}" given; expected a clause of the policy`;
  const withClauses = (parts: object) => problems({ clauses, ...parts });
  const fixWith = (change: object) => ({ targets: { fix: { ...fix, ...change } } });

  it("are in its register, if it has one", () => {
    expect(withClauses(fixWith({ clause: "D-1", clausesFor: { pause: ["D-1"] } }))).toEqual([]);
    expect(withClauses(fixWith({ clause: "D-9" }))).toEqual([missing("targets.fix.clause")]);
    // A severity that is promised nothing has no clauses to look for.
    expect(withClauses(fixWith({ allowance: { "1": fix.allowance, "2": null } }))).toEqual([]);
    expect(withClauses(fixWith({ clause: { "1": "D-1", "2": "D-9" } }))).toEqual([
      missing("targets.fix.clause"),
    ]);
    expect(withClauses(fixWith({ clausesFor: { pause: ["D-1", "D-9"] } }))).toEqual([
      missing("targets.fix.clausesFor.pause.1"),
    ]);
    expect(problems(fixWith({ clause: "D-9", clausesFor: { pause: ["D-9"] } }))).toEqual([]);
    // A name that every object has is not in the register for that.
    expect(withClauses(fixWith({ clause: "constructor" }))).toEqual([
      missing("targets.fix.clause", "constructor"),
    ]);
  });

  it("have their place in lists, and are named in any part", () => {
    const steps = [
      { id: "a", after: { weeks: 1 }, clause: "D-1" },
      { id: "b", after: { weeks: 1 }, clause: "D-9" },
    ];
    expect(
      withClauses({
        milestones: { m: { clause: "D-9", steps } },
        recurrences: { r: { every: { weeks: 1 }, clause: "D-9" } },
      }),
    ).toEqual([
      missing("milestones.m.clause"),
      missing("milestones.m.steps.1.clause"),
      missing("recurrences.r.clause"),
    ]);
  });

  it("are not looked for in calendars, the source, options and the register itself", () => {
    const option = {
      title: "O",
      default: "a",
      values: { a: { reading: "A", patch: { source: { clause: "D-9" } } } },
    };
    expect(
      problems({
        clauses,
        source: { clause: "D-9" },
        options: { o: option },
      }),
    ).toEqual([]);
    // A part of that name elsewhere is looked at.
    const window = { clause: "D-9", anyOf: [[{ within: { weeks: 1 } }]] };
    expect(withClauses({ windows: { source: window, options: window } })).toEqual([
      missing("windows.source.clause"),
      missing("windows.options.clause"),
    ]);
    // Nor is what has a clause for its name.
    const named = { "D-1": { document: "The paper", quotes: ["so"], reading: "clause" } };
    expect(problems({ clauses: { ...named, clause: named["D-1"] } })).toEqual([]);
    expect(problems({ calendars: { office, always, clause: office } })).toEqual([]);
  });

  it("have one problem if they are of another kind", () => {
    expect(withClauses(fixWith({ clause: 5 })).map((line) => line.split(":")[0])).toEqual([
      "targets.fix.clause",
    ]);
    expect(withClauses(fixWith({ clausesFor: { pause: "D-9" } }))).toEqual([
      'targets.fix.clausesFor.pause: "D-9" given; expected a list',
    ]);
    expect(withClauses(fixWith({ clausesFor: 5 }))).toEqual([
      "targets.fix.clausesFor: 5 given; expected an object",
    ]);
    expect(withClauses(fixWith({ clausesFor: { pause: [5, "D-9"] } }))).toEqual([
      "targets.fix.clausesFor.pause.0: 5 given; expected text",
      missing("targets.fix.clausesFor.pause.1"),
    ]);
    expect(problems({ clauses: [], ...fixWith({ clause: "D-9" }) })).toEqual([
      "clauses: [] given; expected an object",
    ]);
  });
});
