import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  DefinitionError,
  defineSla,
  HistoryError,
  type HistoryEvent,
  type Obligation,
  type PolicyDefinition,
} from "../../../src/index";
import { always, fri, mon, office, thu, tue, utc, wed } from "../../reference/desk";
import { RUNS } from "../../reference/histories";

/** A desk of every kind of part. */
const policy = {
  id: "desk",
  timeZone: "UTC",
  calendars: { office, always },
  severities: ["1", "2"],
  targets: {
    fix: {
      title: "Fix",
      allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
      escalations: [{ id: "manager", at: { share: 0.5 } }],
    },
  },
  milestones: {
    reminders: {
      startsOn: ["waiting"],
      cancelsOn: ["open", "done", "void"],
      steps: [
        { id: "first", after: { hours: 24, calendar: "always" } },
        { id: "second", after: { hours: 24, calendar: "always" } },
      ],
    },
    survey: {
      startsOn: ["done"],
      cancelsOn: ["open"],
      steps: [{ id: "call", after: { calendarDays: 1 }, doneOn: ["called"] }],
    },
  },
  windows: {
    reopen: {
      events: { start: ["done"] },
      doneOn: ["open"],
      anyOf: [[{ within: { hours: 48, calendar: "always" } }]],
    },
    complain: {
      events: { incident: ["incident"], discovery: ["discovery"] },
      doneOn: ["complained"],
      anyOf: [
        [{ from: "incident", within: { calendarDays: 2 } }],
        [
          { from: "discovery", within: { calendarDays: 2 } },
          { from: "incident", within: { calendarDays: 4 } },
        ],
      ],
    },
  },
  recurrences: {
    update: {
      startsOn: ["open"],
      doneOn: ["updated"],
      endsOn: ["done"],
      cancelsOn: ["void"],
      every: { hours: 24, calendar: "always" },
    },
    grid: {
      startsOn: ["open"],
      doneOn: ["updated"],
      endsOn: ["done", "void"],
      every: { hours: 24, calendar: "always" },
      anchor: "grid",
    },
  },
} as const satisfies PolicyDefinition;
const sla = defineSla(policy);

const open = { at: mon("09:00"), state: "open", severity: "2" };
const of = (
  history: readonly HistoryEvent[],
  asOf: string,
  name: string,
  facts?: Parameters<typeof sla.obligations>[1]["facts"],
) => sla.obligations(history, { asOf, facts }).filter((each) => each.name === name);
const said = (all: readonly Obligation[]) =>
  all.map(({ status, late, dueAt, nextChange }) => [
    late && status !== "late" ? `${status} late` : status,
    utc(dueAt),
    nextChange && `${nextChange.kind} ${utc(nextChange.at)}`,
  ]);

describe("an obligation", () => {
  it("says what it is, what it counts from, and when it changes by itself", () => {
    const [first] = of([open], mon("10:00"), "fix");
    expect(first).toMatchObject({
      kind: "target",
      name: "fix",
      step: null,
      number: null,
      byItself: false,
      title: "Fix",
      clause: null,
      severity: "2",
      event: "open",
      status: "running",
      late: false,
      doneAt: null,
      nextChange: { kind: "escalation", id: "manager" },
      provisional: false,
    });
    expect([first?.from, first?.dueAt, first?.nextChange?.at].map((at) => utc(at ?? null))).toEqual(
      [mon("09:00"), mon("17:00"), mon("13:00")],
    );
  });

  it("comes in order of time, and last if nobody knows when it is due", () => {
    const history = [open, { at: mon("10:00"), state: "waiting" }];
    const all = sla.obligations(history, { asOf: mon("12:00") });
    // Tuesday 09:00 twice, Tuesday 10:00, Wednesday 10:00.
    const order = ["update", "grid", "first", "second", "fix"];
    expect(all.map(({ name, step }) => step ?? name)).toEqual(order);
    expect(all.at(-1)?.status).toBe("paused");
  });

  it("is not there before it begins", () => {
    expect(sla.obligations([open], { asOf: mon("08:59") })).toEqual([]);
    expect(sla.obligations([], { asOf: mon("12:00") })).toEqual([]);
  });

  it("is frozen, and plain in JSON", () => {
    const all = sla.obligations([open], { asOf: mon("12:00") });
    expect([all, ...all].every(Object.isFrozen)).toBe(true);
    expect(JSON.parse(JSON.stringify(all))[0].dueAt).toBe("2026-11-16T17:00:00.000+00:00");
  });

  it("of a target is shut by a cancellation and late by a breach, done or not", () => {
    const voided = [open, { at: mon("10:00"), state: "void" }];
    expect(said(of(voided, mon("12:00"), "fix"))).toEqual([["shut", null, null]]);
    expect(said(of([open], tue("12:00"), "fix"))).toEqual([["late", mon("17:00"), null]]);
    const done = [open, { at: tue("12:00"), state: "done" }];
    expect(said(of(done, tue("12:00"), "fix"))).toEqual([["done late", mon("17:00"), null]]);
  });
});

describe("a milestone", () => {
  const waiting = [open, { at: mon("12:00"), state: "waiting" }];

  it("that happens by itself is done when its time comes", () => {
    expect(said(of(waiting, tue("12:00"), "reminders"))).toEqual([
      ["done", tue("12:00"), null],
      ["running", wed("12:00"), `done ${wed("12:00")}`],
    ]);
  });

  it("does not come after the chain was called off, and begins anew with the next", () => {
    const answered = [...waiting, { at: tue("12:00"), state: "open" }];
    expect(said(of(answered, thu("00:00"), "reminders"))).toEqual([["done", tue("12:00"), null]]);
    const again = [...answered, { at: wed("09:00"), state: "waiting" }];
    expect(said(of(again, wed("10:00"), "reminders")).map(([, due]) => due)).toEqual([
      thu("09:00"),
      fri("09:00"),
    ]);
    // The log repeats the state: the chain goes on from where it began.
    const repeated = [...waiting, { at: mon("18:00"), state: "waiting" }];
    expect(said(of(repeated, mon("19:00"), "reminders"))[0]).toEqual([
      "running",
      tue("12:00"),
      `done ${tue("12:00")}`,
    ]);
  });

  it("that somebody does is done when they say so, and late until then", () => {
    const done = [open, { at: mon("12:00"), state: "done" }];
    const called = (at: string) => ({ called: at });
    expect(said(of(done, tue("12:00"), "survey"))).toEqual([
      ["running", tue("12:00"), "late 2026-11-17T12:00:00.001Z"],
    ]);
    expect(said(of(done, tue("12:00:00.001"), "survey"))).toEqual([["late", tue("12:00"), null]]);
    expect(said(of(done, wed("00:00"), "survey", called(tue("12:00"))))).toEqual([
      ["done", tue("12:00"), null],
    ]);
    expect(said(of(done, wed("00:00"), "survey", called(tue("13:00"))))).toEqual([
      ["done late", tue("12:00"), null],
    ]);
  });
});

describe("a window", () => {
  const done = [open, { at: mon("12:00"), state: "done" }];

  it("is open until it shuts, and done by what it allows", () => {
    expect(said(of(done, wed("12:00"), "reopen"))).toEqual([
      ["running", wed("12:00"), "shut 2026-11-18T12:00:00.001Z"],
    ]);
    expect(said(of(done, wed("12:00:00.001"), "reopen"))).toEqual([["shut", wed("12:00"), null]]);
    const reopened = (at: string) => [...done, { at, state: "open" }];
    expect(said(of(reopened(wed("12:00")), fri("00:00"), "reopen"))).toEqual([
      ["done", wed("12:00"), null],
    ]);
    expect(said(of(reopened(thu("12:00")), fri("00:00"), "reopen"))).toEqual([
      ["done late", wed("12:00"), null],
    ]);
  });

  it("counts from facts that the history does not have", () => {
    const ask = (asOf: string, facts: Record<string, string | readonly string[]>) =>
      said(of([], asOf, "complain", facts));
    expect(ask(mon("12:00"), { discovery: mon("09:00") })).toEqual([]); // Not enough to tell.
    const incident = mon("09:00");
    expect(ask(tue("12:00"), { incident })).toEqual([
      ["running", wed("09:00"), "shut 2026-11-18T09:00:00.001Z"],
    ]);
    expect(ask(wed("12:00"), { incident, discovery: wed("08:00") })).toEqual([
      ["running", fri("08:00"), "shut 2026-11-20T08:00:00.001Z"],
    ]);
    const complained = fri("07:00");
    const facts = { incident, discovery: wed("08:00"), complained };
    expect(ask(fri("12:00"), facts)).toEqual([["done", fri("08:00"), null]]);
    // A fact that lies ahead has not happened.
    expect(ask(thu("12:00"), facts)[0]?.[0]).toBe("running");
  });
});

describe("a recurrence", () => {
  const updated = (...at: string[]) => ({ updated: at });

  it("is due so long after the last time, and late until it is done again", () => {
    expect(said(of([open], tue("09:00"), "update"))).toEqual([
      ["running", tue("09:00"), "late 2026-11-17T09:00:00.001Z"],
    ]);
    expect(said(of([open], wed("09:00"), "update"))).toEqual([["late", tue("09:00"), null]]);
    expect(said(of([open], wed("10:00"), "update", updated(wed("09:30"))))).toEqual([
      ["running", thu("09:30"), "late 2026-11-19T09:30:00.001Z"],
    ]);
  });

  it("on a grid is late from the first time that was missed", () => {
    expect(said(of([open], wed("10:00"), "grid"))).toEqual([
      ["late", tue("09:00"), "late 2026-11-19T09:00:00.001Z"],
    ]);
    // Done between the second and the third time, it is done for the third.
    expect(said(of([open], wed("10:00"), "grid", updated(wed("09:30"))))).toEqual([
      ["running", fri("09:00"), "late 2026-11-20T09:00:00.001Z"],
    ]);
  });

  it("is done when it ends, and gone when it is called off", () => {
    const done = [open, { at: mon("12:00"), state: "done" }];
    expect(said(of(done, fri("12:00"), "update"))).toEqual([["done", null, null]]);
    const late = [open, { at: wed("12:00"), state: "done" }];
    expect(said(of(late, fri("12:00"), "update"))).toEqual([["done late", tue("09:00"), null]]);
    expect(of([open, { at: mon("12:00"), state: "void" }], fri("12:00"), "update")).toEqual([]);
  });
});

describe("obligations that came more than once", () => {
  const history = [
    open,
    { at: mon("12:00"), state: "waiting" },
    { at: tue("13:00"), state: "open" },
    { at: wed("09:00"), state: "waiting" },
  ];

  it("are all given if they are asked for", () => {
    const ask = (every: boolean) =>
      sla
        .obligations(history, { asOf: thu("10:00"), every, kinds: ["milestone"] })
        .map(({ step, dueAt, status }) => [step, utc(dueAt), status]);
    expect(ask(false)).toEqual([
      ["first", thu("09:00"), "done"],
      ["second", fri("09:00"), "running"],
    ]);
    // The first wait ended on Tuesday 13:00, before its second reminder.
    expect(ask(true)).toEqual([["first", tue("12:00"), "done"], ...ask(false)]);
  });

  it("of a recurrence are every time that it was due", () => {
    const facts = { updated: [mon("20:00"), wed("10:00")] };
    const all = sla.obligations([open], {
      asOf: thu("12:00"),
      every: true,
      kinds: ["recurrence"],
      facts,
    });
    // Rolling: due Tue 09:00, done Mon 20:00; due Tue 20:00, done Wed 10:00, late; due Thu 10:00, not done.
    expect(
      all
        .filter(({ name }) => name === "update")
        .map(({ number, dueAt, status, late }) => [number, utc(dueAt), status, late]),
    ).toEqual([
      [1, tue("09:00"), "done", false],
      [2, tue("20:00"), "done", true],
      [3, thu("10:00"), "late", true],
    ]);
    // What is missed as the ticket is done can no longer be done.
    const done = [open, { at: wed("12:00"), state: "done" }];
    const shut = sla.obligations(done, { asOf: thu("12:00"), every: true, kinds: ["recurrence"] });
    expect(shut.filter(({ name }) => name === "update").map((o) => [o.status, o.late])).toEqual([
      ["shut", true],
    ]);
  });
});

describe("the states of a history may be named by fields", () => {
  it("which begin and end parts too", () => {
    const { severities: _, ...rest } = policy;
    const derived = defineSla({
      ...rest,
      targets: { fix: { ...policy.targets.fix, allowance: { hours: 8, calendar: "office" } } },
      derive: [
        { state: "waiting", when: { status: ["pending"] } },
        { state: "done", when: { status: ["solved"] } },
        { state: "open" },
      ],
    });
    const history = [
      { at: mon("09:00"), fields: { status: "new" } },
      { at: mon("12:00"), fields: { status: "pending" } },
      { at: mon("13:00"), fields: { group: "network" } },
    ];
    const all = derived.obligations(history, { asOf: mon("14:00") });
    expect(all.filter(({ name }) => name === "reminders").map(({ from }) => utc(from))).toEqual([
      mon("12:00"),
      mon("12:00"),
    ]);
  });
});

describe("obligations refuse", () => {
  it("an unknown state, unless every target that is asked ignores it", () => {
    const deskOf = (onUnknownState: "ignore" | "refuse") => {
      const states = { runs: ["open"], stops: ["done"] };
      const allowance = { hours: 8, calendar: "office" };
      const definition: PolicyDefinition = {
        id: "desk",
        calendars: { office },
        targets: {
          fix: { ...states, allowance, onUnknownState: "ignore" },
          reply: { ...states, allowance, onUnknownState },
        },
        lifecycle: { lines: { main: { starts: ["open"], moves: { open: ["done"], done: [] } } } },
      };
      return defineSla(definition);
    };
    const history: HistoryEvent[] = [
      { at: mon("09:00"), state: "open" },
      { at: mon("10:00"), state: "on the moon" },
    ];
    const asOf = mon("12:00");
    // Eight hours from 09:00, whatever the unknown state is.
    const [fix] = deskOf("refuse").obligations(history, { asOf, targets: ["fix"] });
    expect(utc(fix?.dueAt ?? null)).toBe(mon("17:00"));
    expect(deskOf("ignore").obligations(history, { asOf })).toHaveLength(2);
    expect(deskOf("ignore").lifecycle(history, { asOf }).lines).toHaveLength(1);
    expect(() => deskOf("refuse").obligations(history, { asOf })).toThrow("on the moon");
    expect(() => deskOf("refuse").lifecycle(history, { asOf })).toThrow("on the moon");
  });

  it("an unknown state, a fact without an instant, and an unknown option", () => {
    const ask = (history: unknown, options: unknown) => () =>
      sla.obligations(history as never, options as never);
    const asOf = mon("12:00");
    expect(ask([{ at: mon("09:00"), state: "opne" }], { asOf })).toThrow(HistoryError);
    expect(ask([], { asOf, facts: { incident: true } })).toThrow(/true is not a fact/);
    expect(ask([], { asOf, facts: { incident: "monday" } })).toThrow(CoreHoursError);
    expect(ask([], { asOf, facts: "incident" })).toThrow(CoreHoursError);
    expect(ask([], { asOf, fact: {} })).toThrow(/did you mean "facts"/);
    expect(ask([], {})).toThrow(CoreHoursError);
    expect(ask([], { asOf, kinds: ["targets"] })).toThrow(/is not a kind/);
    expect(ask([], { asOf, kinds: "target" })).toThrow(CoreHoursError);
  });

  it("a policy that gives states to an event that no limit counts from", () => {
    const windows = { reopen: { ...policy.windows.reopen, events: { begin: ["done"] } } };
    let problems: readonly unknown[] = [];
    try {
      defineSla({ ...policy, windows });
    } catch (error) {
      if (error instanceof DefinitionError) problems = error.problems.map(({ path }) => path);
    }
    expect(problems).toEqual([["windows", "reopen", "events", "begin"]]);
  });
});

describe("obligations agree with each part asked alone", () => {
  const words = ["open", "waiting", "done", "void", "updated", "called", "complained"] as const;
  const startMs = Date.parse(mon("09:00"));
  const HOUR_MS = 3_600_000;
  const event = fc.record({ hours: fc.nat({ max: 120 }), word: fc.constantFrom(...words) });

  /** What came after the opening that has not ended, in order; events of one instant are taken in turn. */
  function sinceOpened(events: readonly { hours: number; word: string }[], asOfHours: number) {
    const past = events.filter(({ hours }) => hours <= asOfHours);
    let since: typeof past | null = null;
    for (const event of past.sort((a, b) => a.hours - b.hours)) {
      if (event.word === "done" || event.word === "void") since = null;
      else if (since) since.push(event);
      else if (event.word === "open") since = [];
    }
    return since ?? [];
  }

  it("counts an update of the instant of the opening only if it comes after it", () => {
    const [at9, asOf] = [mon("09:00"), mon("10:00")];
    const updated = { at: at9, state: "updated" };
    const opening = { ...open, at: at9 };
    const due = (...history: HistoryEvent[]) => utc(of(history, asOf, "grid")[0]?.dueAt ?? null);
    // On the grid of 24 hours an update of Monday is for Tuesday, and the next is due on Wednesday.
    expect(due(updated, opening)).toBe(tue("09:00"));
    expect(due(opening, updated)).toBe(wed("09:00"));
  });

  it("as of every instant, and say when they change next", () => {
    const drawn = fc.record({
      events: fc.array(event, { maxLength: 8 }),
      asOfHours: fc.integer({ min: 0, max: 150 }),
    });
    let judged = 0;
    const property = ({
      events,
      asOfHours,
    }: {
      events: { hours: number; word: string }[];
      asOfHours: number;
    }) => {
      const at = (hours: number) => new Date(startMs + hours * HOUR_MS).toISOString();
      const history = [
        { at: at(0), severity: "2" },
        ...events.map(({ hours, word }) => ({ at: at(hours), state: word })),
      ];
      const asOf = at(asOfHours);
      const facts = { incident: at(1), discovery: at(30) };
      const all = sla.obligations(history, { asOf, facts });
      for (const { kind, name, from, dueAt, step, status } of all) {
        judged++;
        expect(from.toMillis()).toBeLessThanOrEqual(Date.parse(asOf));
        const ms = (each: typeof dueAt | undefined) => each?.toMillis() ?? null;
        if (kind === "target") {
          const reading = sla.targets.fix.track(history, { asOf });
          expect(ms(dueAt)).toBe(ms(reading.dueAt));
        } else if (kind === "milestone") {
          const chain =
            name === "survey" ? sla.milestones.survey(from) : sla.milestones.reminders(from);
          expect(ms(dueAt)).toBe(ms(chain.find(({ id }) => id === step)?.at));
        } else if (kind === "window" && name === "reopen") {
          const window = sla.windows.reopen(from, { asOf });
          expect(ms(dueAt)).toBe(ms(window.closesAt));
          if (status === "running") expect(window.isOpen).toBe(true);
        } else if (kind === "recurrence" && status !== "done") {
          const done = sinceOpened(events, asOfHours)
            .filter(({ word }) => word === "updated")
            .map(({ hours }) => at(hours));
          const recurrence = name === "grid" ? sla.recurrences.grid : sla.recurrences.update;
          const reading = recurrence(from, { asOf, done });
          expect(status).toBe(reading.overdue ? "late" : "running");
          if (!reading.overdue) expect(ms(dueAt)).toBe(ms(reading.nextDueAt));
        }
      }
      // After the last event and fact, an obligation changes exactly when it says.
      const last =
        history
          .map((each) => each.at)
          .toSorted()
          .at(-1) ?? asOf;
      if (last > asOf || asOf < facts.discovery) return;
      for (const { kind, name, step, status, nextChange } of all) {
        if (nextChange === null || nextChange.kind === "escalation" || kind === "target") continue;
        const statusAt = (atMs: number) =>
          sla
            .obligations(history, { asOf: atMs, facts })
            .find((each) => each.name === name && each.step === step)?.status;
        const atMs = nextChange.at.toMillis();
        expect(statusAt(atMs - 1), `${name} before ${nextChange.at.toISO()}`).toBe(status);
        expect(statusAt(atMs), `${name} at ${nextChange.at.toISO()}`).toBe(nextChange.kind);
      }
    };
    fc.assert(fc.property(drawn, property), { numRuns: RUNS });
    // Few examples may hold none that can be judged.
    if (RUNS >= 20) expect(judged).toBeGreaterThan(RUNS);
  });
});
