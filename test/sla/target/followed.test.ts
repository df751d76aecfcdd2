import { describe, expect, it } from "vitest";
import {
  type ClockState,
  defineSla,
  type HistoryEvent,
  type Sla,
  type SlaReading,
  type Target,
} from "../../../src/index";
import { always, deskTarget, mon, tue } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const ms = (at: string) => Date.parse(at);
const fix = deskTarget(
  { allowance: { "1": { hours: 2, calendar: "always" }, "2": { hours: 8, calendar: "always" } } },
  { severities: ["1", "2", "3"] },
);
const open = { at: mon("09:00"), state: "open", severity: "1" };
const waiting = { at: mon("10:00"), state: "waiting" };
const again = { at: mon("11:00"), state: "open" };
const asOf = mon("13:00");

/** A reading as JSON, without the segments, which only a clock that keeps its working has. */
function plain(reading: SlaReading, withSegments = false): unknown {
  const { segments, ...rest } = JSON.parse(JSON.stringify(reading));
  return withSegments ? { ...rest, segments } : rest;
}

/** Takes events one by one, saved and restored before each, and reads as `track` reads them all. */
function expectAsTracked(events: readonly HistoryEvent[], target: Target = fix): void {
  for (const keepWorking of [true, false]) {
    const straight = target.follow({ keepWorking });
    let from: ClockState | undefined;
    for (const event of events) {
      straight.take(event);
      const clock = target.follow({ from, keepWorking });
      clock.take(event);
      from = JSON.parse(JSON.stringify(clock.save()));
    }
    const tracked = plain(target.track(events, { asOf }), keepWorking);
    expect(plain(straight.read(asOf), keepWorking)).toEqual(tracked);
    expect(plain(target.follow({ from, keepWorking }).read(asOf), keepWorking)).toEqual(tracked);
    expect(JSON.parse(JSON.stringify(straight.save()))).toEqual(from);
  }
}

describe("a clock that takes the events of one instant one by one reads as if they had come together", () => {
  const at = mon("09:00");
  it.each<[string, readonly HistoryEvent[]]>([
    ["states in turn", [open, { at, state: "waiting" }, { at, state: "open" }]],
    [
      "a severity after its state",
      [
        { at, state: "open" },
        { at, severity: "1" },
      ],
    ],
    ["a severity twice", [open, { at, severity: "1" }, { at, state: "waiting" }]],
    ["another severity", [open, { at, severity: "2" }]],
    [
      "another severity with a state",
      [open, { at: again.at, state: "done" }, { at: again.at, state: "open", severity: "2" }],
    ],
    [
      "fields",
      [
        open,
        { at, fields: { group: "network" } },
        { at, state: "waiting", fields: { group: "desk" } },
      ],
    ],
    ["an agreed date", [open, { at, dueAt: mon("12:00") }]],
    ["an agreed date that is taken back", [open, { at, dueAt: mon("12:00") }, { at, dueAt: null }]],
    [
      "an agreed date after a stop",
      [open, { at: again.at, state: "done" }, { at: again.at, dueAt: mon("10:00") }],
    ],
  ])("%s", (_, events) => {
    expectAsTracked(events);
  });

  it("by fields, if these name the states", () => {
    const derived = defineSla({
      id: "derived",
      calendars: { always },
      derive: [
        { state: "done", when: { status: ["closed"] } },
        { state: "waiting", when: { by: ["customer"] } },
        { state: "open" },
      ],
      targets: {
        fix: {
          allowance: { hours: 8, calendar: "always" },
          runs: ["open"],
          pauses: ["waiting"],
          stops: ["done"],
        },
      },
    }).targets.fix as unknown as Target;
    expectAsTracked(
      [
        { at, fields: { status: "new" } },
        { at, fields: { by: "customer" } },
        { at: again.at, state: "ignored" },
        { at: again.at, fields: { by: null } },
        { at: mon("12:00"), fields: { status: "closed" } },
      ],
      derived,
    );
  });

  it("more of them than are taken again at once", () => {
    const many = Array.from({ length: 120 }, (_, i): HistoryEvent => {
      return i % 3 === 0 ? { at, severity: i % 2 === 0 ? "1" : "2" } : { at, state: "open" };
    });
    const events = [...many, { at, severity: "2" }, { at, state: "waiting" }, again];
    for (const keepWorking of [true, false]) {
      const clock = fix.follow({ keepWorking });
      for (const event of events) clock.take(event);
      expect(plain(clock.read(asOf))).toEqual(plain(fix.track(events, { asOf })));
      const before = fix.follow({ keepWorking });
      for (const event of many) before.take(event);
      expect(plain(before.read(asOf))).toEqual(plain(fix.track(many, { asOf })));
    }
  });
});

describe("an event that cannot be taken leaves the clock as it was", () => {
  const at = waiting.at;
  const taken = [open, waiting, { at, state: "open" }];
  it.each<[string, HistoryEvent]>([
    ["an unknown state, later", { at: again.at, state: "lost" }],
    ["an unknown state, at the last instant", { at, state: "lost" }],
    ["an unknown severity, later", { at: again.at, severity: "9" }],
    ["an unknown severity, at the last instant", { at, severity: "9" }],
    ["a severity without an allowance, with a state", { at, state: "done", severity: "3" }],
    ["an unknown state beside a severity", { at, severity: "2", state: "lost" }],
    ["an event before the last", { at: mon("09:30"), state: "done" }],
  ])("%s", (_, event) => {
    for (const keepWorking of [true, false]) {
      const clock = fix.follow({ keepWorking });
      for (const each of taken) clock.take(each);
      const before = JSON.stringify([clock.save(), clock.read(asOf)]);
      const spoilt = untyped((given) => clock.take(given), event);
      for (let i = 0; i < 3; i++) refusal(spoilt);
      expect(JSON.stringify([clock.save(), clock.read(asOf)])).toBe(before);
      clock.take(again);
      expect(plain(clock.read(asOf))).toEqual(plain(fix.track([...taken, again], { asOf })));
      expect(clock.save().taken).toBe(4);
    }
  });
});

describe("after more events of one instant than are taken again at once", () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    at: open.at,
    state: i % 2 === 0 ? "open" : "waiting",
    severity: i % 2 === 0 ? "1" : "2",
  }));

  it.each<[string, HistoryEvent, string]>([
    ["state", { at: open.at, state: "lost" }, "state-unknown"],
    ["severity", { at: open.at, severity: "9" }, "severity-unknown"],
    ["allowance", { at: open.at, state: "done", severity: "3" }, "severity-without-allowance"],
  ])("an unknown %s is refused at once", (_, event, code) => {
    const clock = fix.follow({ ticket: "T" });
    for (const each of many) clock.take(each);
    const before = JSON.stringify(clock.save());
    const error = refusal(untyped((given) => clock.take(given), event));
    expect([error.code, error.data["index"], error.data["ticket"]]).toEqual([code, 60, "T"]);
    expect(JSON.stringify(clock.save())).toBe(before);
    expect(plain(clock.read(asOf))).toEqual(plain(fix.track(many, { asOf, ticket: "T" })));
  });

  it("an unknown state is ignored after a final stop, as it is before so many", () => {
    const allowance = { hours: 2, calendar: "always" };
    const final = deskTarget({ allowance, onReopen: "first-only" }, { severities: ["1", "2"] });
    const clock = final.follow();
    const events = [
      open,
      { at: open.at, state: "done" },
      ...many,
      { at: open.at, state: String("lost") },
    ];
    for (const each of events) clock.take(each);
    expect(plain(clock.read(asOf))).toEqual(plain(final.track(events, { asOf })));
  });
});

describe("several clocks take an event together or not at all", () => {
  const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
  const one = { hours: 2, calendar: "always" };
  const sla: Sla = defineSla({
    id: "desk",
    calendars: { always },
    severities: ["1", "2", "3"],
    targets: {
      any: { allowance: one, ...states },
      two: { allowance: { "1": one, "2": { hours: 8, calendar: "always" } }, ...states },
      first: { allowance: { "1": one }, ...states },
    },
  });
  const at = waiting.at;
  const many = Array.from({ length: 60 }, (_, i) => ({
    at,
    state: i % 2 === 0 ? "open" : "waiting",
    severity: "1",
  }));

  it.each<[string, readonly HistoryEvent[], HistoryEvent]>([
    ["before any event", [], { at, state: "open", severity: "2" }],
    ["at a later instant", [open, waiting], { at: again.at, state: "done", severity: "2" }],
    ["at the last instant", [open, waiting], { at, state: "done", severity: "2" }],
    ["at the last instant of many events", [open, ...many], { at, state: "done", severity: "2" }],
    [
      "at the last instant, which is the first",
      [open],
      { at: open.at, state: "done", severity: "2" },
    ],
    ["late", [open, waiting], { at: mon("09:30"), state: "done", severity: "2" }],
  ])("%s", (_, events, refused) => {
    for (const keepWorking of [true, false]) {
      const clocks = sla.follow({ keepWorking });
      for (const event of events) clocks.take(event);
      const before = JSON.stringify([clocks.save(), clocks.read(asOf)]);
      for (let i = 0; i < 2; i++) {
        const { code } = refusal(() => clocks.take(refused, { late: "replay" }));
        expect(["severity-without-allowance", "event-out-of-order"]).toContain(code);
      }
      expect(JSON.stringify([clocks.save(), clocks.read(asOf)])).toBe(before);
      const next = { at: again.at, state: "open", severity: "1" };
      clocks.take(next);
      const tracked = sla.track([...events, next], { asOf });
      for (const [id, reading] of Object.entries(clocks.read(asOf))) {
        expect(plain(reading)).toEqual(plain(tracked[id] as SlaReading)); // There is one of each.
      }
    }
  });
});

describe("a late event that is replayed", () => {
  it("is put in its place, after the events of its instant", () => {
    const clock = fix.follow({ keepWorking: true });
    for (const event of [open, again]) clock.take(event);
    clock.take(waiting, { late: "replay" });
    clock.take({ at: waiting.at, state: "open" }, { late: "replay" });
    const whole = [open, waiting, { at: waiting.at, state: "open" }, again];
    expect(plain(clock.read(asOf), true)).toEqual(plain(fix.track(whole, { asOf }), true));
    expect(clock.save()).toMatchObject({
      taken: 4,
      history: whole.map(({ at }) => ({ atMs: ms(at) })),
    });
    clock.take({ at: again.at, state: "done" });
    expect(clock.read(asOf).status).toBe("met");
    expect(clock.save().taken).toBe(5);
  });

  const follow = (keepWorking: boolean) => {
    const clock = fix.follow({ keepWorking });
    for (const event of [open, again]) clock.take(event);
    return clock;
  };
  const LATE =
    "An event at 2026-11-16T10:00:00.000Z comes before the last event, at 2026-11-16T11:00:00.000Z; ";
  const data = { atMs: ms(waiting.at), lastMs: ms(again.at) };
  wordForWord([
    [
      "has to be asked for",
      () => follow(true).take(waiting),
      "event-out-of-order",
      `${LATE}give events in order, or take it with { late: "replay" } on a clock that keeps its working.`,
      data,
    ],
    [
      "needs a clock that keeps its working",
      () => follow(false).take(waiting, { late: "replay" }),
      "event-out-of-order",
      `${LATE}only a clock that keeps its working can take it, made by follow({ keepWorking: true }).`,
      data,
    ],
    [
      "is not a reading before the last event",
      () => follow(true).read(waiting.at),
      "as-of-before-last-event",
      "A reading at 2026-11-16T10:00:00.000Z was asked for, and the clock has taken an event at 2026-11-16T11:00:00.000Z; read it at that instant or later, or track the ticket's history.",
      data,
    ],
  ]);

  it("keeps its words to the rules too", () => {
    const clock = follow(true);
    const before = JSON.stringify(clock.save());
    const lost = untyped((given) => clock.take(given, { late: "replay" }), {
      ...waiting,
      state: "lost",
    });
    expect(refusal(lost).code).toBe("state-unknown");
    expect(JSON.stringify([clock.save()])).toBe(`[${before}]`);
  });
});

describe("what a clock saves", () => {
  const dueAt = mon("18:00");
  const events = [
    open,
    { at: waiting.at, state: "waiting", fields: { group: "network" } },
    { at: waiting.at, dueAt },
    { at: waiting.at, dueAt: null },
    { at: waiting.at, severity: "2" },
  ];
  const instant = [
    { atMs: ms(waiting.at), state: "waiting", fields: { group: "network" } },
    { atMs: ms(waiting.at), dueAtMs: ms(dueAt) },
    { atMs: ms(waiting.at), dueAtMs: null },
    { atMs: ms(waiting.at), severity: "2" },
  ];
  const saved = (keepWorking: boolean): ClockState => {
    const clock = fix.follow({ keepWorking });
    for (const event of events) clock.take(event);
    return JSON.parse(JSON.stringify(clock.save()));
  };

  it("is where it stood before its last instant, and the events of that instant", () => {
    const { standing, ...rest } = saved(false);
    expect(rest).toMatchObject({
      version: 2,
      policy: "desk",
      target: "fix",
      taken: 5,
      history: null,
    });
    expect(standing?.instant).toEqual(instant);
    expect(standing?.now).toMatchObject({
      activity: "running",
      sinceMs: ms(open.at),
      severity: "1",
    });
  });

  it("is every event if it keeps its working", () => {
    expect(saved(true)).toMatchObject({
      standing: null,
      taken: 5,
      history: [{ atMs: ms(open.at), state: "open", severity: "1" }, ...instant],
    });
  });

  it("has no key that an event did not give", () => {
    const clock = fix.follow();
    for (const event of events) clock.take(event);
    expect(clock.save().standing?.instant).toStrictEqual(instant);
  });

  it("has the last 20 cycles, and none of those before them", () => {
    const cycles = deskTarget({
      allowance: { hours: 2, calendar: "always" },
      onReopen: "new-cycle",
    });
    const clock = cycles.follow();
    // Each of 25 cycles begins at a full minute and stops half a minute later.
    for (let i = 0; i < 25; i++) {
      clock.take({ at: ms(mon("09:00")) + i * 60_000, state: "open" });
      clock.take({ at: ms(mon("09:00")) + i * 60_000 + 30_000, state: "done" });
    }
    const saved = clock.save().standing?.cycles.map(({ startedAtMs }) => startedAtMs);
    // The last instant, at which the 25th stops, is kept as an event: 24 are over, or re-opened, before it.
    const past = Array.from({ length: 20 }, (_, i) => ms(mon("09:04")) + i * 60_000);
    expect(saved).toEqual(past);
    expect(clock.read(asOf).cycles.map(({ startedAtMs }) => startedAtMs)).toEqual([
      ...past,
      ms(mon("09:24")),
    ]);
  });

  it("before any event is that it has not begun", () => {
    const state = fix.follow().save();
    expect([state.taken, state.standing?.instant, state.standing?.now.activity]).toEqual([
      0,
      [],
      "pending",
    ]);
    expect(fix.follow({ from: state }).save()).toEqual(state);
  });

  it("counts the events before and after", () => {
    const clock = fix.follow({ ticket: "T", from: saved(false) });
    const spoilt = untyped((given) => clock.take(given), { at: "noon" });
    expect(refusal(spoilt).message).toMatch(/^Ticket T, event 5: /);
    clock.take(again);
    expect(refusal(spoilt).message).toMatch(/^Ticket T, event 6: /);
    const anew = fix.follow({ ticket: "T", history: events });
    expect(anew.save().taken).toBe(5);
  });

  it("is gone on from with or without the working that it kept", () => {
    const from = saved(true);
    expect([
      fix.follow({ from }).save().history?.length,
      fix.follow({ from, keepWorking: true }).save().history?.length,
      fix.follow({ from, keepWorking: false }).save().history,
      fix.follow({ from: saved(false) }).save().history,
      fix.follow({ from: saved(false), keepWorking: false }).save().history,
      fix.follow({ history: events }).save().history,
    ]).toEqual([5, 5, null, null, null, null]);
  });

  it("is used in place of the ticket's history, unless it is outdated or keeps too little", () => {
    const history = [{ at: mon("08:00"), state: "open", severity: "1" }] as const;
    const startedAt = (options: object) => {
      const clock = untyped((given) => fix.follow(given), { history, ...options })();
      return (clock as ReturnType<typeof fix.follow>).read(asOf).startedAtMs;
    };
    const late = ms(open.at);
    const early = ms(mon("08:00"));
    expect([
      startedAt({}),
      startedAt({ from: saved(false) }),
      startedAt({ from: saved(true) }),
      startedAt({ from: saved(false), keepWorking: true }),
      startedAt({ from: saved(false), onReopen: "restart" }),
      startedAt({ from: saved(true), onReopen: "restart" }),
    ]).toEqual([early, late, late, early, early, early]);
  });
});

it("a clock that is read stands where it stood", () => {
  const clock = fix.follow();
  for (const event of [open, waiting, again]) clock.take(event);
  const before = JSON.stringify(clock.save());
  expect(clock.read(tue("09:00")).status).toBe("breached");
  expect(clock.read(mon("11:00")).status).toBe("running");
  expect(JSON.stringify(clock.save())).toBe(before);
  expect(clock.read(again.at).elapsed.as("hours")).toBe(1);
});
