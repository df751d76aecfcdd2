import { describe, expect, it } from "vitest";
import { type DeskClockState, defineDesk, type HistoryEvent } from "../../../src/index";
import { mon } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";
import { desk, opened, within } from "./helpdesk";

const ms = (at: string) => Date.parse(at);
const json = (state: DeskClockState) => JSON.parse(JSON.stringify(state));
const incident = { at: mon("09:00"), state: "open", fields: { kind: "incident" } };
const waiting = { at: mon("10:00"), state: "waiting" };
const events = [incident, waiting];

describe("what a desk's clock saves", () => {
  it("before any event is nothing but its form", () => {
    expect(desk.follow().save()).toEqual({
      version: 2,
      policy: null,
      keepWorking: false,
      taken: 0,
      fields: {},
      openedAtMs: null,
      events: [],
      clocks: null,
    });
  });

  it("at the first instant is the events, whether or not a policy is known", () => {
    const nobody = { at: mon("09:00"), state: "open" };
    expect(json(desk.follow({ history: [nobody] }).save())).toEqual({
      version: 2,
      policy: null,
      keepWorking: false,
      taken: 1,
      fields: { state: "open" },
      openedAtMs: ms(mon("09:00")),
      events: [{ atMs: ms(mon("09:00")), state: "open" }],
      clocks: null,
    });
    const clock = desk.follow({ history: [incident] });
    clock.take({ at: mon("09:00"), severity: "1" });
    expect(json(clock.save())).toMatchObject({
      policy: "rest",
      taken: 2,
      fields: { state: "open", kind: "incident", severity: "1" },
      events: [
        { atMs: ms(mon("09:00")), state: "open", fields: { kind: "incident" } },
        { atMs: ms(mon("09:00")), severity: "1" },
      ],
      clocks: null,
    });
  });

  it.each<[string, () => DeskClockState]>([
    ["taken one by one", () => taken(desk.follow())],
    ["given as a history", () => desk.follow({ history: events }).save()],
  ])("later is where its clocks stand, for events %s", (_, act) => {
    const saved = json(act());
    const at = ms(mon("10:00"));
    expect(saved).toMatchObject({
      policy: "rest",
      keepWorking: false,
      taken: 2,
      fields: { state: "waiting", kind: "incident" },
      openedAtMs: ms(mon("09:00")),
      events: null,
      clocks: { policy: "rest", taken: 2, history: null, instant: [{ atMs: at }] },
    });
  });

  it("is every event if it keeps its working", () => {
    const saved = json(taken(desk.follow({ keepWorking: true })));
    expect(saved).toMatchObject({ keepWorking: true, taken: 2, clocks: null });
    expect(saved.events).toHaveLength(2);
  });

  function taken(clock: ReturnType<typeof desk.follow>): DeskClockState {
    for (const event of events) clock.take(event);
    return clock.save();
  }
});

describe("a desk's clock", () => {
  it("counts the events that it has taken, also in what it goes on from", () => {
    const spoilt = { at: "noon" };
    const first = desk.follow({ ticket: "T" });
    expect(refusal(() => first.take(spoilt)).message).toMatch(/^Ticket T, event 0: /);
    first.take(incident);
    first.take({ at: mon("09:00"), severity: "1" });
    expect(refusal(() => first.take(spoilt)).message).toMatch(/^Ticket T, event 2: /);
    const early = desk.follow({ ticket: "T", from: json(first.save()) });
    early.take(waiting);
    expect(refusal(() => early.take(spoilt)).message).toMatch(/^Ticket T, event 3: /);
    const later = desk.follow({ ticket: "T", from: json(early.save()) });
    expect(refusal(() => later.take(spoilt)).message).toMatch(/^Ticket T, event 3: /);
    const anew = desk.follow({ ticket: "T", history: events });
    expect(refusal(() => anew.take(spoilt)).message).toMatch(/^Ticket T, event 2: /);
  });

  it("takes a first event before 1970", () => {
    const clock = desk.follow();
    clock.take({ at: "1969-07-20T20:17:00Z", state: "open", fields: { customer: "A" } });
    expect(clock.policy).toBe("gold");
  });

  it("asks for no opening date as long as it has no event", () => {
    const clock = defineDesk({
      policies: [{ from: "2026-01-01", policy: within("new", 4) }],
    }).follow();
    expect(clock.policy).toBeNull();
    clock.take({ at: mon("09:00"), state: "open" });
    expect(clock.policy).toBe("new");
  });

  it("chooses by the state, which is a field like the others", () => {
    const byState = defineDesk({
      policies: [
        { when: { state: ["waiting"] }, policy: within("waits", 1) },
        { policy: within("rest", 8) },
      ],
    });
    const clock = byState.follow({ keepWorking: true });
    clock.take({ at: mon("09:00"), state: "open" });
    expect(clock.policy).toBe("rest");
    clock.take(waiting);
    expect(clock.policy).toBe("waits");
  });

  it("keeps its working if the clock did from which it goes on, unless it is told not to", () => {
    const from = json(desk.follow({ keepWorking: true, history: events }).save());
    expect(desk.follow({ from }).save().keepWorking).toBe(true);
    const short = desk.follow({ from, keepWorking: false }).save();
    expect([short.keepWorking, short.events]).toEqual([false, null]);
    expect(desk.follow({ history: events }).save().keepWorking).toBe(false);
  });

  it("goes on at the instant at which it was saved, and not before it", () => {
    const from = json(desk.follow({ history: events }).save());
    const clock = desk.follow({ from });
    clock.take({ at: mon("10:00"), state: "done" });
    expect(clock.read(mon("12:00")).fix?.status).toBe("met");
    expect(
      refusal(() => desk.follow({ from }).take({ at: mon("09:59"), state: "done" })).code,
    ).toBe("event-out-of-order");
  });

  it("that goes on refuses a late event before it looks for its policy", () => {
    const clock = desk.follow({ from: json(desk.follow({ history: events }).save()) });
    const late = { at: mon("09:59"), fields: { customer: "A" } };
    expect(refusal(() => clock.take(late)).code).toBe("event-out-of-order");
    expect(refusal(() => clock.take({ ...late, at: mon("10:00") })).code).toBe("policy-changed");
  });

  const follow = (history: readonly HistoryEvent[], keepWorking = false) =>
    desk.follow({ ticket: "D-7", history, keepWorking });
  const early = { at: mon("08:00"), state: "open" };
  const LATE =
    "An event at 2026-11-16T08:00:00.000Z comes before the last event, at 2026-11-16T10:00:00.000Z; ";
  wordForWord([
    [
      "says which ticket has no policy",
      () => follow([]).read(0),
      "policy-unmatched",
      'No policy of the desk matches ticket D-7 with {}; the desk has "gold" (customer A), "silver" (customer B, from 2026-11-17), "before" (customer B or C, until 2026-11-16), "rest" (kind incident). Add a policy for such tickets, or one without "when" as the last.',
      { ticket: "D-7", fields: {}, openedAtMs: null },
    ],
    [
      "refuses a late event",
      () => follow(events, true).take(early),
      "event-out-of-order",
      `${LATE}give events in order, or take it with { late: "replay" } on a clock that keeps its working.`,
      { atMs: ms(mon("08:00")), lastMs: ms(mon("10:00")) },
    ],
    [
      "replays no event without its working",
      () => follow(events).take(early, { late: "replay" }),
      "event-out-of-order",
      `${LATE}only a clock that keeps its working can take it, made by follow({ keepWorking: true }).`,
    ],
    [
      "loses no policy",
      () => follow(events).take({ at: mon("11:00"), fields: { kind: null } }),
      "policy-changed",
      'The event brings the ticket from policy "rest" to none, whose clocks have not taken its events; give them all, as follow({ history }), or follow it with { keepWorking: true }.',
      { from: "rest", to: null },
    ],
  ]);
});

describe("a desk's clock that was saved", () => {
  const from = json(desk.follow({ history: events }).save());
  const spoilt = (change: object) =>
    untyped((given) => desk.follow({ from: given }), { ...from, ...change });
  const other = defineDesk({ policies: [{ when: { customer: ["Z"] }, policy: within("z", 3) }] });
  const both = 'clocks: {"version":2,"policy":"rest"';

  wordForWord([
    [
      "belongs to no policy of another desk",
      () => other.follow({ from }),
      "saved-clock-outdated",
      `The saved clock belongs to policy "rest", but the ticket now has policy none; give the ticket's events with it, as follow({ from, history }), to take them anew.`,
      { saved: "rest", given: null },
    ],
    [
      "is text",
      untyped((given) => desk.follow({ from: given }), "saved"),
      "definition-invalid",
      `The saved clock has 1 problem:\n  (the whole): "saved" given; expected what a desk's clock saved`,
    ],
    [
      "is a function",
      untyped(
        (given) => desk.follow({ from: given }),
        () => from,
      ),
      "definition-invalid",
      "The saved clock has 1 problem:\n  (the whole): expected JSON without a function",
    ],
    [
      "has spoilt parts",
      spoilt({ version: 3, policy: 5, keepWorking: "no", taken: 0.5, openedAtMs: "noon" }),
      "definition-invalid",
      [
        "The saved clock has 5 problems:",
        "  version: 3 given; expected 2, the form that this version of the library saves",
        "  policy: 5 given; expected the id of a policy",
        '  keepWorking: "no" given; expected true or false',
        "  taken: 0.5 given; expected a whole number",
        '  openedAtMs: "noon" given; expected epoch milliseconds',
      ].join("\n"),
    ],
    [
      "has neither events nor clocks",
      spoilt({ clocks: null }),
      "definition-invalid",
      'The saved clock has 1 problem:\n  clocks: null given; expected either "events" or "clocks"; the other one is null',
    ],
  ]);

  it.each([
    ["events beside clocks", { events: [] }, both],
    ["fewer than no events", { taken: -1 }, "taken: -1 given"],
    ["an opening out of range", { openedAtMs: 8.64e15 + 1 }, "openedAtMs: 8640000000000001 given"],
    ["an opening out of range below", { openedAtMs: -8.64e15 - 1 }, "openedAtMs: -864000000"],
    ["an event without an instant", { events: [{}], clocks: null }, "events[0].atMs: missing"],
    ["clocks that are a list", { clocks: [] }, "clocks: [] given"],
  ])("is not made of %s", (_, change, line) => {
    expect(refusal(spoilt(change)).message).toContain(`\n  ${line}`);
  });

  it.each([
    ["another policy's", { clocks: { ...from.clocks, policy: "gold" } }, "saved-clock-of-another"],
    ["spoilt", { clocks: { ...from.clocks, taken: "two" } }, "definition-invalid"],
    ["of a ticket without an opening date", { openedAtMs: null }, "opened-at-missing"],
  ])("is refused with the ticket's events too if its clocks are %s", (_, change, code) => {
    const changed = { ...from, fields: { ...from.fields, customer: "B" }, ...change };
    const given = code === "opened-at-missing" ? changed : { ...from, ...change };
    const act = untyped((state) => desk.follow({ from: state, history: events }), given);
    expect(refusal(act).code).toBe(code);
  });

  it("goes on without a target of its policy, if none of those was asked for", () => {
    // Only gold has a target of that name, and the ticket is not gold.
    const targets = ["reply"];
    const saved = json(desk.follow({ targets, history: events }).save());
    expect(saved.clocks).toMatchObject({ policy: "rest", targets: {} });
    const clock = desk.follow({ targets, from: saved });
    clock.take({ at: mon("11:00"), state: "done" });
    expect([clock.policy, clock.read(mon("12:00"))]).toEqual(["rest", {}]);
  });

  it("before any event goes on with what comes", () => {
    const clock = desk.follow({ from: json(desk.follow().save()) });
    for (const event of opened(mon("09:00"), { customer: "A" })) clock.take(event);
    expect(clock.read(mon("10:00")).reply?.elapsed.as("hours")).toBe(1);
  });
});
