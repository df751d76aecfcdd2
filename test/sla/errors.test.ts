import { describe, expect, it } from "vitest";
import {
  type BulkResult,
  CoreHoursError,
  DefinitionError,
  defineSla,
  type HistoryColumns,
  historyColumns,
  type PolicyDefinition,
} from "../../src/index";
import { deskTarget, mon, tue } from "../reference/desk";

/**
 * Every error of the layer, word for word: what was given, what was expected and what to do are what
 * a person has to go by, so that a change to any of them is seen.
 */

const graded = deskTarget(
  { allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } } },
  { severities: ["1", "2", "3"] },
);
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const open = { at: mon("09:00"), state: "open", severity: "1" };

function refusal(act: () => unknown): CoreHoursError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Calls a function as a program without types may. */
const untyped = (act: (given: never) => unknown, given: unknown) => () => act(given as never);
const asOf = tue("12:00");
const STATES = [...plain.states].join(", ");

type Row = readonly [what: string, act: () => unknown, code: string, message: string, data: object];

function wordForWord(rows: readonly Row[]): void {
  it.each(rows)("%s", (_, act, code, message, data) => {
    const error = refusal(act);
    expect({ code: error.code, message: error.message }).toEqual({ code, message });
    expect(error.data).toMatchObject(data);
  });
}

describe("a history that is none", () => {
  const track = (events: unknown) =>
    untyped((events) => graded.track(events, { asOf, ticket: "INC1" }), events);
  wordForWord([
    [
      "no list",
      track({}),
      "history-invalid",
      "Ticket INC1: a list of events was expected, not {}.",
      { ticket: "INC1" },
    ],
    [
      "no event",
      track([open, null]),
      "event-invalid",
      "Ticket INC1, event 1: expected { at, state, severity }, not null.",
      { ticket: "INC1", index: 1 },
    ],
    [
      "a hole",
      track(Object.assign([open], { 2: open })),
      "event-invalid",
      "Ticket INC1, event 1: expected { at, state, severity }, not undefined.",
      { ticket: "INC1", index: 1 },
    ],
    [
      "an event that is text",
      track(["open"]),
      "event-invalid",
      'Ticket INC1, event 0: expected { at, state, severity }, not "open".',
      { ticket: "INC1", index: 0 },
    ],
    [
      "a state that is none",
      track([{ ...open, state: "opened" }]),
      "state-unknown",
      `Ticket INC1, event 0: "opened" is no state of the policy; it has ${STATES}. Add it to the policy, or map it to one of those.`,
      { ticket: "INC1", index: 0, given: "opened", atMs: Date.parse(open.at) },
    ],
    [
      "a severity that is none",
      track([{ ...open, severity: "9" }]),
      "severity-unknown",
      'Ticket INC1, event 0: "9" is no severity of the policy; it has 1, 2, 3.',
      { ticket: "INC1", index: 0, given: "9", atMs: Date.parse(open.at) },
    ],
    [
      "a severity that is no text",
      track([{ ...open, severity: 1 }]),
      "severity-unknown",
      "Ticket INC1, event 0: 1 is no severity of the policy; it has 1, 2, 3.",
      { ticket: "INC1", index: 0, given: 1 },
    ],
    [
      "a severity that is no text, where any word will do",
      untyped((events) => plain.track(events, { asOf }), [{ ...open, severity: 1 }]),
      "severity-unknown",
      "The history, event 0: 1 is no severity of any policy.",
      { index: 0, given: 1 },
    ],
    [
      "a severity without an allowance",
      track([{ ...open, severity: "3" }]),
      "severity-without-allowance",
      'Ticket INC1, event 0: severity "3" has no allowance; there are allowances for 1, 2.',
      { ticket: "INC1", index: 0, given: "3", atMs: Date.parse(open.at) },
    ],
    [
      "a start without a severity",
      track([{ at: open.at, state: "open" }]),
      "severity-missing",
      "Ticket INC1, event 0: the clock starts and no severity has been given; there are allowances for 1, 2.",
      { ticket: "INC1", index: 0 },
    ],
    [
      "a paused start without a severity",
      track([{ at: open.at, state: "waiting" }]),
      "severity-missing",
      "Ticket INC1, event 0: the clock starts and no severity has been given; there are allowances for 1, 2.",
      { ticket: "INC1", index: 0 },
    ],
    [
      "an instant that is none",
      track([{ ...open, at: "2026-11-16T09:00" }]),
      "event-instant-invalid",
      'Ticket INC1, event 0: "2026-11-16T09:00" is not an instant: it names no offset. End it with "Z" or an offset such as "+01:00", or read it as wall time in the calendar\'s zone with calendar.at(text).',
      { ticket: "INC1", index: 0, given: '"2026-11-16T09:00"' },
    ],
  ]);
});

describe("the plain question", () => {
  wordForWord([
    [
      "without the severity it takes",
      () => graded.due(open.at),
      "severity-missing",
      'Target "fix" needs a severity; it has allowances for 1, 2.',
      { target: "fix", given: null },
    ],
    [
      "for a severity without an allowance",
      () => graded.due(open.at, { severity: "3" }),
      "severity-without-allowance",
      'Target "fix" has no allowance for severity "3"; it has allowances for 1, 2.',
      { target: "fix", given: "3" },
    ],
    [
      "for a severity that is none",
      () => graded.due(open.at, { severity: "toString" }),
      "severity-unknown",
      'The history: "toString" is no severity of the policy; it has 1, 2, 3.',
      { given: "toString" },
    ],
    [
      "with options that are none",
      untyped((options) => graded.due(open.at, options), "1"),
      "options-invalid",
      '"1" is not an object of options; give one such as { asOf: "2026-11-20T16:30:00Z" }.',
      { given: '"1"' },
    ],
    [
      "with a choice that is none",
      untyped((atDue) => plain.track([], { asOf, atDue }), "late"),
      "option-invalid",
      '"late" is not a atDue; give one of "met", "breached".',
      { option: "atDue", given: '"late"', expected: ["met", "breached"] },
    ],
    [
      "with a change of severity that is none",
      untyped((onSeverityChange) => plain.track([], { asOf, onSeverityChange }), "keep"),
      "option-invalid",
      '"keep" is not a onSeverityChange; give one of "carry-elapsed", "retroactive", "restart".',
      { option: "onSeverityChange" },
    ],
    [
      "with a re-opening that is none",
      untyped((onReopen) => plain.track([], { asOf, onReopen }), "again"),
      "option-invalid",
      '"again" is not a onReopen; give one of "resume", "continue", "restart", "new-cycle", "first-only".',
      { option: "onReopen" },
    ],
  ]);
});

describe("many histories", () => {
  const columns = historyColumns([{ ticket: "INC1", events: [open] }]);
  const many = (histories: unknown) =>
    untyped((histories) => graded.trackMany(histories, { asOf }), histories);
  const changed = (change: Partial<HistoryColumns>) => many({ ...columns, ...change });
  const TOGETHER =
    "The columns do not fit together: firstEvent must have one entry more than tickets, never fall, and end at the length that atMs, state and severity share. Make them with historyColumns.";
  wordForWord([
    [
      "that are none",
      many(5),
      "histories-invalid",
      "5 is no histories; give a list of { ticket, events }, or historyColumns of one.",
      { given: "5" },
    ],
    [
      "null",
      many(null),
      "histories-invalid",
      "null is no histories; give a list of { ticket, events }, or historyColumns of one.",
      { given: "null" },
    ],
    [
      "one that is none, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: 5, events: [] }]),
      "history-invalid",
      '{"ticket":5,"events":[]} is no history; give { ticket: "...", events: [...] }.',
      { given: '{"ticket":5,"events":[]}' },
    ],
    [
      "one with an event that is none, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: "a", events: [null] }]),
      "history-invalid",
      '{"ticket":"a","events":[null]} is no history; give { ticket: "...", events: [...] }.',
      {},
    ],
    [
      "columns of which one is missing",
      many({ atMs: columns.atMs, tickets: [] }),
      "columns-missing",
      "Columns are tickets, firstEvent, atMs, state, states, severity and severities; make them with historyColumns.",
      { given: ["atMs", "tickets"] },
    ],
    [
      "columns with a ticket too many",
      changed({ tickets: ["INC1", "INC2"] }),
      "length-mismatch",
      TOGETHER,
      { tickets: 2, firstEvent: 2, atMs: 1, state: 1, severity: 1 },
    ],
    [
      "columns that end early",
      changed({ firstEvent: Uint32Array.of(0, 0) }),
      "length-mismatch",
      TOGETHER,
      {},
    ],
    [
      "columns that fall",
      changed({ tickets: ["a", "b"], firstEvent: Uint32Array.of(1, 0, 1) }),
      "length-mismatch",
      TOGETHER,
      {},
    ],
    [
      "states too few",
      changed({ state: new Uint16Array(0) }),
      "length-mismatch",
      TOGETHER,
      { state: 0 },
    ],
    [
      "severities too few",
      changed({ severity: new Uint16Array(0) }),
      "length-mismatch",
      TOGETHER,
      { severity: 0 },
    ],
  ]);

  it("more words than a column holds", () => {
    const events = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ at: 0, state: `state ${i}` }));
    expect(historyColumns([{ ticket: "a", events: events(65_535) }]).states).toHaveLength(65_535);
    const error = refusal(() => historyColumns([{ ticket: "a", events: events(65_536) }]));
    expect([error.code, error.message]).toEqual([
      "too-many-words",
      "Columns hold at most 65535 states or severities.",
    ]);
  });

  it.each<[string, Partial<HistoryColumns>, string]>([
    [
      "a state beyond the list",
      { state: Uint16Array.of(9) },
      `Ticket INC1, event 0: "code 9" is no state of the policy; it has ${STATES}. Add it to the policy, or map it to one of those.`,
    ],
    [
      "a severity beyond the list",
      { severity: Uint16Array.of(9) },
      'Ticket INC1, event 0: "code 9" is no severity of the policy; it has 1, 2, 3.',
    ],
  ])("give %s as the ticket's own error", (_, change, message) => {
    const { errors, status } = graded.trackMany({ ...columns, ...change }, { asOf });
    expect(errors.get(0)?.message).toBe(message);
    expect(status[0]).toBe(255);
  });

  it("one without a ticket is an error in its place", () => {
    const histories = [{ events: [] }, { ticket: "INC2", events: [open] }];
    // @ts-expect-error a program without types may leave the ticket out
    const [first, second] = [...graded.trackMany(histories, { asOf })];
    expect(first?.error?.message).toBe(
      '{"events":[]} names no ticket; give { ticket: "...", ... }.',
    );
    expect([first?.error?.code, first?.ticket]).toEqual(["ticket-missing", ""]);
    expect(second?.error).toBeNull();
  });

  it("closed by states that are none", () => {
    for (const closedBy of [["opened"], "open", ["open", "opened"]]) {
      // @ts-expect-error one of them is no list
      const error = refusal(() => graded.trackStream([], { asOf, closedBy }));
      expect([error.code, error.message]).toEqual([
        "option-invalid",
        `${JSON.stringify(closedBy)} is not a list of states of the policy; it has ${STATES}.`,
      ]);
    }
  });

  it("a stream that goes back in time", async () => {
    const events = [
      { ticket: "a", ...open },
      { ticket: "a", at: mon("08:00"), state: "done" },
    ];
    const results: BulkResult[] = [];
    for await (const result of graded.trackStream(events, { asOf })) results.push(result);
    expect(results.map(({ error }) => [error?.code, error?.message, error?.data])).toEqual([
      [
        "event-out-of-order",
        "Ticket a, event 1: it comes before the ticket's last event; a stream must be in order of time.",
        {
          ticket: "a",
          index: 1,
          atMs: Date.parse(mon("08:00")),
          lastMs: Date.parse(mon("09:00")),
        },
      ],
    ]);
  });
});

describe("a clock that is followed", () => {
  wordForWord([
    [
      "and given an event too late",
      () => {
        const clock = plain.follow();
        clock.take({ at: mon("10:00"), state: "open" });
        clock.take({ at: mon("09:00"), state: "done" });
      },
      "event-out-of-order",
      `An event at ${new Date(mon("09:00")).toISOString()} comes before the last event, at ${new Date(mon("10:00")).toISOString()}; give events in order, or take it with { late: "replay" } on a clock that keeps its working.`,
      {},
    ],
    [
      "and read before its last event",
      () => {
        const clock = plain.follow();
        clock.take({ at: mon("10:00"), state: "open" });
        clock.read(mon("09:00"));
      },
      "as-of-before-last-event",
      `A reading at ${new Date(mon("09:00")).toISOString()} was asked for, and the clock has taken an event at ${new Date(mon("10:00")).toISOString()}; read it at that instant or later, or track the ticket's history.`,
      {},
    ],
    [
      "from what no clock saved",
      untyped((from) => plain.follow({ from }), 5),
      "definition-invalid",
      "The saved clock has 1 problem:\n  (the whole): 5 given; expected what a clock saved",
      {},
    ],
    [
      "from what another version saved",
      untyped((from) => plain.follow({ from }), { ...plain.follow().save(), version: 3 }),
      "definition-invalid",
      "The saved clock has 1 problem:\n  version: 3 given; expected 2, the form that this version of the library saves",
      {},
    ],
  ]);

  it("from a clock with anything in it that is none", () => {
    const clock = plain.follow();
    clock.take({ at: mon("10:00"), state: "open" });
    clock.take({ at: mon("11:00"), state: "done" });
    const { standing, ...saved } = clock.save();
    if (!standing) throw new Error("a clock without its working saves where it stands");
    const { now } = standing;
    const goOn = (changes: object) =>
      untyped((from) => plain.follow({ from }), {
        ...saved,
        standing: { ...standing, now: { ...now, ...changes } },
      });
    for (const key of Object.keys(now)) {
      const act = goOn({ [key]: "?" });
      const isText = ["state", "severity", "measuredAs"].includes(key);
      if (isText) expect(act, key).not.toThrow();
      else expect(refusal(act).message, key).toContain(`${key}: "?" given`);
    }
    for (const key of ["startedAtMs", "sinceMs"]) {
      const act = goOn({ [key]: 0.5 });
      expect(refusal(act).message).toContain(`${key}: 0.5 given; expected epoch milliseconds`);
    }
    const less = goOn({ used: -1 });
    expect(refusal(less).message).toContain("used: -1 given");
    const part = goOn({ used: 0.5 });
    expect(refusal(part).message).toContain("used: 0.5 given; expected a whole amount");
  });
});

describe("a policy that is none", () => {
  const target = {
    allowance: { hours: 8, calendar: "office" },
    runs: ["open"],
    stops: ["done"],
  };
  const office = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
  const policy = { id: "desk", calendars: { office }, targets: { fix: target } };
  const withTarget = (change: object) => ({
    ...policy,
    targets: { fix: { ...target, ...change } },
  });
  const AMOUNT =
    'expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }';

  const rows: readonly (readonly [string, unknown, string])[] = [
    ["text", "nhsmail", '(the whole): "nhsmail" given; expected a policy'],
    ["no name", { ...policy, id: "" }, 'id: "" given; expected a name'],
    ["no name at all", { ...policy, id: undefined }, "id: missing; expected a name"],
    ["no targets", { ...policy, targets: undefined }, "targets: missing; expected targets by name"],
    [
      "a target that is none",
      { ...policy, targets: { fix: 5 } },
      "targets.fix: 5 given; expected a target",
    ],
    [
      "a target's name with a space",
      { ...policy, targets: { "a fix": target } },
      'targets["a fix"]: expected a name of letters, digits, - and _',
    ],
    [
      "a target's name with a digit first",
      { ...policy, targets: { "1fix": target } },
      'targets["1fix"]: expected a name of letters, digits, - and _',
    ],
    [
      "a zone that is none",
      { ...policy, timeZone: "Mars" },
      'timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "a zone that is no text",
      { ...policy, timeZone: 5 },
      "timeZone: 5 given; expected an IANA zone",
    ],
    [
      "calendars that are none",
      { ...policy, calendars: 5 },
      "calendars: 5 given; expected calendars by name",
    ],
    [
      "a calendar that is not shipped",
      { ...policy, calendars: { office: "nhs" } },
      'calendars.office: "nhs" given; expected a definition, or one of nhsmail-core, nhs-login-support',
    ],
    [
      "a calendar that is none",
      { ...policy, calendars: { office: { ...office, timeZone: "Mars" } } },
      'calendars.office.timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "severities that are none",
      { ...policy, severities: "1" },
      'severities: "1" given; expected a list of severities',
    ],
    [
      "states that are none",
      { ...policy, states: "open" },
      'states: "open" given; expected a list of states',
    ],
    [
      "an unknown key",
      { ...policy, color: 1 },
      "color: unknown key; the known names are $schema, id, title, source, timeZone, calendars, severities, states, targets, milestones, windows, recurrences, eligibility, availability, clauses, options",
    ],
    [
      "a target without states",
      withTarget({ runs: [] }),
      "targets.fix.runs: [] given; expected at least one state in which the clock runs",
    ],
    [
      "a target that never stops",
      withTarget({ stops: [] }),
      "targets.fix.stops: [] given; expected at least one state in which the clock stops",
    ],
    [
      "a state under two",
      withTarget({ pauses: ["open"] }),
      'targets.fix.pauses[0]: "open" is already under "runs"',
    ],
    [
      "a state under two, last",
      withTarget({ cancels: ["void", "done"] }),
      'targets.fix.cancels[1]: "done" is already under "stops"',
    ],
    [
      "a state twice",
      withTarget({ stops: ["done", "done"] }),
      'targets.fix.stops[1]: "done" is already under "stops"',
    ],
    [
      "a warning at nothing",
      withTarget({ warnAt: [0] }),
      "targets.fix.warnAt[0]: 0 given; expected a share above 0",
    ],
    [
      "a warning beyond all",
      withTarget({ warnAt: [0.5, 1.1] }),
      "targets.fix.warnAt[1]: 1.1 given; expected a share of 1 or less",
    ],
    [
      "no allowance",
      withTarget({ allowance: undefined }),
      "targets.fix.allowance: missing; expected an allowance",
    ],
    [
      "an allowance for nobody",
      withTarget({ allowance: {} }),
      "targets.fix.allowance: expected an allowance, or one by severity",
    ],
    [
      "an allowance that is none",
      withTarget({ allowance: { "1": { days: 2 } } }),
      `targets.fix.allowance["1"]: {"days":2} given; ${AMOUNT}`,
    ],
    [
      "an allowance that is null",
      withTarget({ allowance: { "1": null } }),
      `targets.fix.allowance["1"]: null given; ${AMOUNT}`,
    ],
    [
      "an allowance for a severity that is none",
      { ...withTarget({ allowance: { "9": { calendarDays: 1 } } }), severities: ["1", "2"] },
      'targets.fix.allowance["9"]: unknown severity; the policy has 1, 2',
    ],
    [
      "an allowance without its calendar",
      withTarget({ allowance: { hours: 8 } }),
      "targets.fix.allowance.calendar: missing; expected the name of a calendar of the policy",
    ],
    [
      "days without their calendar",
      withTarget({ allowance: { workingDays: 8 } }),
      "targets.fix.allowance.calendar: missing; expected the name of a calendar of the policy",
    ],
    [
      "an allowance on a calendar that is none",
      withTarget({ allowance: { hours: 8, calendar: "core" } }),
      'targets.fix.allowance.calendar: "core" given; expected a calendar of the policy (office)',
    ],
    [
      "an allowance where there are no calendars",
      { id: "desk", targets: { fix: target } },
      'targets.fix.allowance.calendar: "office" given; expected a calendar of the policy (none)',
    ],
    [
      "hours that are no number",
      withTarget({ allowance: { hours: "8", calendar: "office" } }),
      'targets.fix.allowance.hours: "8" given; expected a number of hours',
    ],
    [
      "minutes that are no number",
      withTarget({ allowance: { minutes: "8", calendar: "office" } }),
      'targets.fix.allowance.minutes: "8" given; expected a number of minutes',
    ],
    [
      "hours below zero",
      withTarget({ allowance: { hours: -1, calendar: "office" } }),
      "targets.fix.allowance.hours: -1 given; expected hours of zero or more",
    ],
    [
      "hours that are not given",
      withTarget({ allowance: { hours: undefined, calendar: "office" } }),
      'targets.fix.allowance.calendar: "office" given; expected an amount such as { "hours": 48',
    ],
    [
      "half a working day",
      withTarget({ allowance: { workingDays: 0.5, calendar: "office" } }),
      "targets.fix.allowance.workingDays: 0.5 given; expected a whole number of working days",
    ],
    [
      "working days below zero",
      withTarget({ allowance: { workingDays: -1, calendar: "office" } }),
      "targets.fix.allowance.workingDays: -1 given; expected working days of zero or more",
    ],
    [
      "half a day",
      withTarget({ allowance: { calendarDays: 0.5 } }),
      "targets.fix.allowance.calendarDays: 0.5 given; expected a whole number of days",
    ],
    [
      "half a week",
      withTarget({ allowance: { weeks: 0.5 } }),
      "targets.fix.allowance.weeks: 0.5 given; expected a whole number of weeks",
    ],
    [
      "half a month",
      withTarget({ allowance: { months: 0.5 } }),
      "targets.fix.allowance.months: 0.5 given; expected a whole number of months",
    ],
    [
      "two lengths at once",
      withTarget({ allowance: { weeks: 1, months: 1 } }),
      'expected exactly one of "calendarDays", "weeks" and "months"',
    ],
    [
      "a cutoff that is none",
      withTarget({ allowance: { workingDays: 1, calendar: "office", cutoff: "25:00" } }),
      'targets.fix.allowance.cutoff: "25:00" given; expected a time of day such as "17:00"',
    ],
    [
      "a cutoff with something after it",
      withTarget({ allowance: { workingDays: 1, calendar: "office", cutoff: "17:00:00" } }),
      'targets.fix.allowance.cutoff: "17:00:00" given; expected a time of day such as "17:00"',
    ],
    [
      "hours for one and days for another",
      withTarget({ allowance: { "1": target.allowance, "2": { calendarDays: 1 } } }),
      'targets.fix.onSeverityChange: time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit',
    ],
    [
      "a clause that is none",
      { ...withTarget({ clause: "X-1" }), clauses: {} },
      'targets.fix.clause: "X-1" given; expected a clause of the policy',
    ],
    [
      "a clause that is none for one severity",
      { ...withTarget({ clause: { "1": "X-1" } }), clauses: {} },
      'targets.fix.clause: "X-1" given; expected a clause of the policy',
    ],
    [
      "a milestone after nothing",
      { ...policy, milestones: { m: { steps: [{ id: "a", after: 5 }] } } },
      `milestones.m.steps[0].after: 5 given; ${AMOUNT}`,
    ],
    [
      "a milestone rolled on a calendar that is none",
      {
        ...policy,
        milestones: { m: { steps: [{ id: "a", after: target.allowance, rollTo: "core" }] } },
      },
      'milestones.m.steps[0].rollTo: "core" given; expected a calendar of the policy (office)',
    ],
    [
      "a window within nothing",
      { ...policy, windows: { w: { anyOf: [[{ within: 5 }]] } } },
      `windows.w.anyOf[0][0].within: 5 given; ${AMOUNT}`,
    ],
    [
      "a recurrence every nothing",
      { ...policy, recurrences: { r: { every: 5 } } },
      `recurrences.r.every: 5 given; ${AMOUNT}`,
    ],
    [
      "an availability on a calendar that is none",
      { ...policy, availability: { a: { calendar: "core" } } },
      'availability.a.calendar: "core" given; expected a calendar of the policy (office)',
    ],
  ];

  it.each(rows)("%s", (_, definition, line) => {
    const error = refusal(untyped((given) => defineSla(given), definition));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(line);
  });

  it("with days of its own and calendars in several zones", () => {
    const zones = {
      id: "zones",
      calendars: { office, other: { ...office, timeZone: "America/New_York" } },
      targets: { fix: { ...target, allowance: { calendarDays: 1 } } },
    } satisfies PolicyDefinition;
    expect(refusal(() => defineSla(zones)).message).toBe(
      'The policy "zones" has 1 problem:\n  timeZone: missing; calendar days, weeks and months need a zone, and the calendars have several (Europe/London, America/New_York)',
    );
    expect(() => defineSla({ ...zones, timeZone: "Europe/London" })).not.toThrow();
  });

  it("is named by its id, and every problem is told at once", () => {
    const bad = { ...withTarget({ runs: [], stops: [] }), calendars: { office: "nhs" } };
    const lines = refusal(untyped((given) => defineSla(given), bad)).message.split("\n");
    expect(lines[0]).toBe('The policy "desk" has 3 problems:');
    expect(lines.slice(1).map((line) => line.trim().split(":")[0])).toEqual([
      "targets.fix.runs",
      "targets.fix.stops",
      "calendars.office",
    ]);
  });
});
