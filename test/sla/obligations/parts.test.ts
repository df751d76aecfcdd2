import { describe, expect, it } from "vitest";
import {
  CoverageError,
  defineSla,
  type HistoryEvent,
  type Obligation,
  type ObligationsOptions,
  type PolicyDefinition,
  type Sla,
} from "../../../src/index";
import { always, fri, mon, thu, tue, utc, wed } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const after = (hours: number) => ({ hours, calendar: "always" });
const policy: PolicyDefinition = {
  id: "desk",
  timeZone: "Europe/Paris",
  calendars: { always },
  targets: {
    fix: {
      allowance: { "1": after(4), "2": after(8), "3": null },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
      onSeverityChange: "restart",
    },
  },
  milestones: {
    chase: {
      title: "Chasing",
      clause: "C-1",
      startsOn: ["waiting"],
      endsOn: ["done"],
      cancelsOn: ["void"],
      steps: [
        { id: "first", title: "The first call", after: after(1), doneOn: ["called", "mailed"] },
        { id: "second", after: after(1) },
        { id: "close", clause: "C-2", after: after(1), atEarlyEnd: true, doneOn: ["closed"] },
      ],
    },
  },
  windows: {
    appeal: {
      clause: "A-1",
      events: { decision: ["decided"], notice: ["noticed"] },
      doneOn: ["appealed"],
      endsOn: ["waived"],
      inclusive: false,
      anyOf: [
        [
          { from: "decision", within: after(48) },
          { from: "notice", of: "decision", within: after(24) },
        ],
      ],
    },
  },
  recurrences: {
    update: {
      title: "An update",
      clause: "U-1",
      startsOn: ["open"],
      endsOn: ["done"],
      doneOn: ["updated"],
      every: after(24),
    },
    round: {
      startsOn: ["open"],
      endsOn: ["done"],
      doneOn: ["updated"],
      every: after(24),
      anchor: "grid",
    },
    beat: { startsOn: ["waiting"], every: after(24) },
  },
};
const sla = defineSla(policy);

type Asked = Partial<ObligationsOptions>;
type Events = readonly (readonly [at: string, state: string])[];

/** The obligations of one name. */
function of(name: string, events: Events, asOf: string, options: Asked = {}) {
  const history = events.map(([at, state]) => ({ at, state }));
  const all = sla.obligations(history as never, { asOf, ...options } as never);
  return all.filter((each) => each.name === name);
}

/** Where each stands: its step or number, status, when it is due and done, and its next change. */
const said = (all: readonly Obligation[]) =>
  all.map(({ step, number, status, late, dueAt, doneAt, nextChange }) =>
    [
      step ?? number,
      late ? `${status} late` : status,
      utc(dueAt),
      utc(doneAt),
      nextChange && `${nextChange.kind} ${utc(nextChange.at)}`,
    ]
      .map((each) => each ?? "-")
      .join(" "),
  );

describe("a step of a chain", () => {
  const waiting = [mon("09:00"), "waiting"] as const;

  it("is told with what it is, by hand or by itself", () => {
    const [first, second, close] = of("chase", [waiting], mon("09:30"));
    expect(first).toMatchObject({
      kind: "milestone",
      name: "chase",
      step: "first",
      number: null,
      byItself: false,
      title: "The first call",
      clause: "C-1",
      severity: null,
      event: "waiting",
      fromMs: Date.parse(mon("09:00")),
      dueAtMs: Date.parse(mon("10:00")),
      doneAtMs: null,
      provisional: false,
    });
    expect(second).toMatchObject({ step: "second", title: "second", byItself: true });
    expect(close).toMatchObject({ step: "close", clause: "C-2", byItself: false });
    expect(first?.from.zoneName).toBe("Europe/Paris");
  });

  it("taken by hand is due to its last instant, and then late until it is done", () => {
    const first = (asOf: string, options?: Asked) => said(of("chase", [waiting], asOf, options))[0];
    expect(first(mon("10:00"))).toBe(
      `first running ${mon("10:00")} - late 2026-11-16T10:00:00.001Z`,
    );
    expect(first(mon("10:00:00.001"))).toBe(`first late late ${mon("10:00")} - -`);
    expect(first(mon("10:30"), { facts: { mailed: mon("10:00") } })).toBe(
      `first done ${mon("10:00")} ${mon("10:00")} -`,
    );
    expect(first(mon("10:30"), { facts: { called: mon("10:20") } })).toBe(
      `first done late ${mon("10:00")} ${mon("10:20")} -`,
    );
  });

  it("stays as it was once the chain is finished by its last step", () => {
    // Nobody called. The last step was done before its time, which was 12:00.
    const finished = { facts: { closed: mon("11:30") } };
    expect(said(of("chase", [waiting], mon("13:00"), finished))).toEqual([
      `first shut late ${mon("10:00")} - -`,
      `second done ${mon("11:00")} ${mon("11:00")} -`,
      `close done ${mon("12:00")} ${mon("11:30")} -`,
    ]);
  });

  it("does not come after an early end, which brings about the step that comes with it", () => {
    const ended = [waiting, [mon("09:30"), "done"]] as const;
    expect(said(of("chase", ended, mon("13:00")))).toEqual([`close shut ${mon("09:30")} - -`]);
    const late = [waiting, [mon("10:30"), "done"]] as const;
    expect(said(of("chase", late, mon("13:00")))).toEqual([
      `first shut late ${mon("10:00")} - -`,
      `close shut ${mon("10:30")} - -`,
    ]);
  });

  it("comes at the instant at which the chain is called off, and not after it", () => {
    const voided = [waiting, [mon("11:00"), "void"]] as const;
    expect(said(of("chase", voided, mon("13:00")))).toEqual([
      `first shut late ${mon("10:00")} - -`,
      `second done ${mon("11:00")} ${mon("11:00")} -`,
    ]);
    // Called off at the instant at which the step was due: it was not late.
    const atDue = [waiting, [mon("10:00"), "void"]] as const;
    expect(said(of("chase", atDue, mon("13:00")))).toEqual([`first shut ${mon("10:00")} - -`]);
  });
});

describe("a window", () => {
  const decided = { decided: mon("09:00") };
  const facts = { ...decided, noticed: mon("08:00") };
  const appeal = (asOf: string, more: object = {}) =>
    of("appeal", [], asOf, { facts: { ...facts, ...more } });

  it("is told with what it is, and with the event that opened it", () => {
    const [window] = appeal(mon("10:00"));
    expect(window).toMatchObject({
      kind: "window",
      name: "appeal",
      step: null,
      number: null,
      byItself: false,
      title: "appeal",
      clause: "A-1",
      severity: null,
      event: "decided",
      fromMs: Date.parse(mon("09:00")),
      late: false,
      provisional: false,
    });
  });

  it("that closes before its last instant shuts at it", () => {
    const running = `- running ${wed("09:00")} - shut ${wed("09:00")}`;
    expect(said(appeal(wed("08:59:59.999")))).toEqual([running]);
    expect(said(appeal(wed("09:00")))).toEqual([`- shut ${wed("09:00")} - -`]);
  });

  it("is done by what it allows, late or not, and shut by what ends it", () => {
    const appealed = (at: string) => said(appeal(fri("12:00"), { appealed: at }));
    expect(appealed(tue("12:00"))).toEqual([`- done ${wed("09:00")} ${tue("12:00")} -`]);
    expect(appealed(wed("09:00"))).toEqual([`- done late ${wed("09:00")} ${wed("09:00")} -`]);
    expect(said(appeal(tue("13:00"), { waived: tue("12:00") }))).toEqual([
      `- shut ${wed("09:00")} - -`,
    ]);
  });

  it("is not there until all of the events that it counts from have come", () => {
    const asked = { asOf: mon("10:00"), facts: decided };
    expect(sla.obligations([], asked)).toEqual([]);
    expect(of("appeal", [], mon("10:00"))).toEqual([]);
  });

  it("that cannot be worked out is an error", () => {
    const holidays = { dates: ["2026-12-25"], from: "2026-01-01", to: "2026-12-31" };
    const calendar = { ...always, bankHolidays: holidays };
    const short = defineSla({
      id: "desk",
      calendars: { short: calendar },
      targets: {
        fix: { allowance: { hours: 1, calendar: "short" }, runs: ["open"], stops: ["done"] },
      },
      windows: {
        reopen: {
          events: { start: ["done"] },
          anyOf: [[{ within: { hours: 48, calendar: "short" } }]],
        },
      },
    });
    const history = [{ at: "2026-12-31T12:00:00Z", state: "done" }] as const;
    const ask = () =>
      short.obligations(history, { asOf: "2026-12-31T13:00:00Z", kinds: ["window"] });
    expect(ask).toThrow(CoverageError);
  });
});

describe("a recurrence", () => {
  const open = [mon("09:00"), "open"] as const;
  const updated = (...at: string[]) => ({ facts: { updated: at } });
  const once = (name: string, asOf: string, options?: Asked, ...more: Events) =>
    said(of(name, [open, ...more], asOf, options));

  it("is told with what it is", () => {
    expect(of("update", [open], mon("10:00"))[0]).toMatchObject({
      kind: "recurrence",
      step: null,
      number: 1,
      byItself: false,
      title: "An update",
      clause: "U-1",
      severity: null,
      event: "open",
      fromMs: Date.parse(mon("09:00")),
      provisional: false,
    });
  });

  it("that is rolling is due so long after it was last done, and has the number of that time", () => {
    expect(once("update", tue("09:00"))).toEqual([
      `1 running ${tue("09:00")} - late 2026-11-17T09:00:00.001Z`,
    ]);
    expect(once("update", tue("10:00"))).toEqual([`1 late late ${tue("09:00")} - -`]);
    expect(once("update", tue("12:00"), updated(tue("10:00")))).toEqual([
      `2 running ${wed("10:00")} - late 2026-11-18T10:00:00.001Z`,
    ]);
  });

  it("on a grid is due at the first time since it was last done", () => {
    // Due Tuesday, Wednesday and Thursday at 09:00; each missed.
    expect(once("round", thu("10:00"))).toEqual([
      `1 late late ${tue("09:00")} - late 2026-11-20T09:00:00.001Z`,
    ]);
    // Done for Wednesday; Thursday is the first that was missed.
    expect(once("round", thu("10:00"), updated(wed("08:00")))).toEqual([
      `3 late late ${thu("09:00")} - late 2026-11-20T09:00:00.001Z`,
    ]);
    // Done for Thursday already: the next is Friday's.
    expect(once("round", thu("08:00"), updated(thu("07:00")))).toEqual([
      `4 running ${fri("09:00")} - late 2026-11-20T09:00:00.001Z`,
    ]);
    // Done at the very instant at which it was due.
    expect(once("round", tue("10:00"), updated(tue("09:00")))).toEqual([
      `2 running ${wed("09:00")} - late 2026-11-18T09:00:00.001Z`,
    ]);
  });

  it("that has ended is done by its end, late if a time was missed", () => {
    const done: Events = [[wed("12:00"), "done"]];
    expect(once("update", fri("12:00"), {}, ...done)).toEqual([
      `1 done late ${tue("09:00")} ${wed("12:00")} -`,
    ]);
    expect(once("update", fri("12:00"), updated(tue("09:00"), wed("09:00")), ...done)).toEqual([
      `2 done ${wed("09:00")} ${wed("12:00")} -`,
    ]);
    expect(once("update", tue("12:00"), {}, [mon("12:00"), "done"])).toEqual([
      `- done - ${mon("12:00")} -`,
    ]);
  });

  it("is told by every time if that is asked for", () => {
    const every = { ...updated(tue("08:00"), wed("10:00")), every: true };
    expect(once("update", thu("09:00"), every)).toEqual([
      `1 done ${tue("09:00")} ${tue("08:00")} -`,
      `2 done late ${wed("08:00")} ${wed("10:00")} -`,
      `3 running ${thu("10:00")} - late 2026-11-19T10:00:00.001Z`,
    ]);
    expect(once("update", thu("11:00"), every).at(-1)).toBe(`3 late late ${thu("10:00")} - -`);
    // Ended on Thursday at noon, when the third was two hours late.
    expect(once("update", fri("12:00"), every, [thu("12:00"), "done"]).at(-1)).toBe(
      `3 shut late ${thu("10:00")} - -`,
    );
  });

  it("without words for it is never done, and without words for its end never ends", () => {
    const waiting = [mon("09:00"), "waiting"] as const;
    expect(said(of("beat", [waiting], thu("10:00")))).toEqual([`1 late late ${tue("09:00")} - -`]);
  });
});

describe("a target", () => {
  const fix = (events: readonly HistoryEvent[], asOf: string) =>
    sla.obligations(events as never, { asOf, kinds: ["target"] });
  const open = { at: mon("09:00"), state: "open", severity: "2" };

  it("is told with the state that began it", () => {
    const noise = { at: mon("09:00"), state: "noted" };
    const other = defineSla({ ...policy, states: ["noted"] });
    const [told] = other.obligations([{ at: mon("08:00"), state: "noted" }, noise, open] as never, {
      asOf: mon("10:00"),
      kinds: ["target"],
    });
    expect([told?.event, utc(told?.from ?? null)]).toEqual(["open", mon("09:00")]);
    // A target that never pauses is begun by what it runs in.
    const { pauses: _, ...unpaused } = { ...policy.targets["fix"], pauses: [] };
    const never: Sla = defineSla({
      ...policy,
      targets: { fix: unpaused },
      states: ["noted"],
    } as PolicyDefinition);
    const [begun] = never.obligations([noise, open] as never, {
      asOf: mon("10:00"),
      kinds: ["target"],
    });
    expect(begun?.event).toBe("open");
    const [paused] = fix([{ ...open, state: "waiting" }], mon("10:00"));
    expect(paused?.event).toBe("waiting");
  });

  it("that begins anew with another severity has no event of its own", () => {
    const [fixed] = fix([open, { at: mon("10:00"), severity: "1" }], mon("11:00"));
    expect([fixed?.event, utc(fixed?.from ?? null), utc(fixed?.dueAt ?? null)]).toEqual([
      null,
      mon("10:00"),
      mon("14:00"),
    ]);
  });

  it("is done when it stops, and never done if it is cancelled", () => {
    const [done] = fix([open, { at: mon("12:00"), state: "done" }], mon("13:00"));
    expect([done?.status, utc(done?.doneAt ?? null), done?.late]).toEqual([
      "done",
      mon("12:00"),
      false,
    ]);
    const [voided] = fix([open, { at: mon("12:00"), state: "void" }], mon("13:00"));
    expect([voided?.status, voided?.doneAt]).toEqual(["shut", null]);
  });

  it("changes next by its breach, which has no name", () => {
    const [running] = fix([open], mon("10:00"));
    expect(running?.nextChange).toStrictEqual({
      at: running?.nextChange?.at,
      atMs: Date.parse("2026-11-16T17:00:00.001Z"),
      kind: "breach",
    });
  });

  it("is not there without a promise", () => {
    expect(fix([{ ...open, severity: "3" }], mon("10:00"))).toEqual([]);
    expect(fix([{ at: mon("09:00"), severity: "2" }], mon("10:00"))).toEqual([]);
  });
});

describe("obligations", () => {
  it("of a policy without chains, windows and recurrences are its targets", () => {
    const { id, calendars, targets } = policy;
    const plain = defineSla({ id, calendars, targets } as PolicyDefinition);
    const history = [{ at: mon("09:00"), state: "open", severity: "2" }];
    expect(plain.obligations(history, { asOf: mon("10:00") }).map(({ kind }) => kind)).toEqual([
      "target",
    ]);
  });

  it("do not look at what comes after their instant", () => {
    const history = [
      { at: mon("09:00"), state: "open" },
      { at: mon("10:00"), severity: "2" },
      { at: mon("12:00"), state: "on the moon" },
    ];
    const at = (asOf: string) => () => sla.obligations(history as never, { asOf, ticket: "T-1" });
    expect(at(mon("11:59:59.999"))).not.toThrow();
    expect(refusal(at(mon("12:00")))).toMatchObject({
      code: "state-unknown",
      message: expect.stringContaining('Ticket T-1, event 2: unknown state "on the moon"'),
    });
    // Without the targets, the states are checked all the same.
    const windows = () =>
      sla.obligations(history as never, { asOf: mon("12:00"), kinds: ["window"] });
    expect(refusal(windows).code).toBe("state-unknown");
  });

  it("of no target refuse an unknown state", () => {
    const lenient = defineSla({
      ...policy,
      targets: {
        fix: { allowance: after(8), runs: ["open"], stops: ["done"], onUnknownState: "ignore" },
      },
    } as PolicyDefinition);
    const history = [{ at: mon("09:00"), state: "on the moon" }];
    const ask = (targets?: readonly string[]) => () =>
      lenient.obligations(history as never, { asOf: mon("10:00"), targets });
    expect(ask()()).toEqual([]);
    expect(refusal(ask([])).code).toBe("state-unknown");
  });

  it("name the ticket if a target refuses its history", () => {
    const history = [{ at: mon("09:00"), state: "open", severity: "9" }];
    const ask = () => sla.obligations(history as never, { asOf: mon("10:00"), ticket: "T-1" });
    expect(refusal(ask).message).toContain('Ticket T-1, event 0: severity "9"');
  });

  const asOf = mon("10:00");
  wordForWord([
    [
      "refuse an unknown option",
      untyped((options) => sla.obligations([], options), { asOf, tickets: "T-1" }),
      "option-unknown",
      '"tickets" is not an option of obligations; did you mean "ticket"?',
    ],
    [
      "refuse an unknown target",
      untyped((options) => sla.obligations([], options), { asOf, targets: ["fax"] }),
      "option-invalid",
      '"fax" is not a target of the policy; it has fix.',
      { option: "targets", given: '"fax"' },
    ],
    [
      "refuse a target in place of a list",
      untyped((options) => sla.obligations([], options), { asOf, targets: "fix" }),
      "option-invalid",
      '"fix" given as "targets"; give a list, which may be empty.',
    ],
    [
      "refuse a kind in place of a list",
      untyped((options) => sla.obligations([], options), { asOf, kinds: "target" }),
      "option-invalid",
      '"target" given as "kinds"; give a list, which may be empty.',
    ],
    [
      "refuse an unknown kind",
      untyped((options) => sla.obligations([], options), { asOf, kinds: ["targets"] }),
      "option-invalid",
      '"targets" is not a kind; give one of "target", "milestone", "window", "recurrence".',
    ],
  ]);
});
