import { describe, expect, it } from "vitest";
import { defineSla, type HistoryEvent, type PolicyDefinition } from "../../../src/index";
import { always, mon, utc } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const policy: PolicyDefinition = {
  id: "desk",
  timeZone: "Europe/Paris",
  calendars: { always },
  targets: {
    fix: { allowance: { hours: 8, calendar: "always" }, runs: ["open"], stops: ["done"] },
  },
  states: ["noted"],
  milestones: { sleep: { steps: [{ id: "wake", after: { hours: 1, calendar: "always" } }] } },
};
const lifecycle = {
  lines: {
    incident: {
      starts: ["open"],
      moves: { open: ["done"], done: [] },
      byThemselves: [{ from: "open", to: "done", milestone: "sleep", step: "wake" }],
    },
    complaint: { starts: ["complained"], moves: { complained: ["answered"], answered: [] } },
  },
  order: [{ id: "tell", title: "it is noted", comes: "noted", before: "done" }],
};
const sla = defineSla({ ...policy, lifecycle });

const history: HistoryEvent[] = [
  { at: mon("09:30"), state: "complained" },
  { at: mon("09:00"), state: "open", severity: "1" },
  { at: mon("09:45"), severity: "2" },
  { at: mon("10:00"), state: "answered" },
  { at: mon("11:00"), state: "complained" },
];
const ask = (asOf: string, ticket?: string) => sla.lifecycle(history as never, { asOf, ticket });

describe("a reading of a lifecycle", () => {
  it("has the moves of all lines, what is irregular and the history in order of time", () => {
    const reading = ask(mon("11:00"), "T-1");
    expect(reading).toMatchObject({ ticket: "T-1", asOfMs: Date.parse(mon("11:00")) });
    expect(utc(reading.asOf)).toBe(mon("11:00"));
    expect([reading.asOf.zoneName, reading.moves[0]?.at.zoneName]).toEqual([
      "Europe/Paris",
      "Europe/Paris",
    ]);
    expect(reading.lines.map(({ line, state }) => [line, state])).toEqual([
      ["incident", "done"],
      ["complaint", "complained"],
    ]);
    expect(reading.moves.map(({ line, to, at }) => [line, to, utc(at)])).toEqual([
      ["incident", "open", mon("09:00")],
      ["complaint", "complained", mon("09:30")],
      ["incident", "done", mon("10:00")],
      ["complaint", "answered", mon("10:00")],
      ["complaint", "complained", mon("11:00")],
    ]);
    // Only a recorded state breaks a rule of order, and that the incident is done is not recorded.
    expect(reading.irregularities.map(({ kind, state }) => [kind, state])).toEqual([
      ["impossible-move", "complained"],
    ]);
    expect(reading.history.map(({ at, ...said }) => [utc(at as never), said])).toStrictEqual([
      [mon("09:00"), { state: "open", severity: "1" }],
      [mon("09:30"), { state: "complained" }],
      [mon("09:45"), { severity: "2" }],
      [mon("10:00"), { state: "answered" }],
      [mon("10:00"), { state: "done" }],
      [mon("11:00"), { state: "complained" }],
    ]);
    const { lines, moves, irregularities, history: told } = reading;
    expect([reading, lines, moves, irregularities, told].every(Object.isFrozen)).toBe(true);
  });

  it("puts what is out of order between the irregular moves", () => {
    const events = [
      { at: mon("09:00"), state: "answered" },
      { at: mon("09:10"), state: "done" },
      { at: mon("09:20"), state: "open" },
    ];
    const { irregularities } = sla.lifecycle(events as never, { asOf: mon("09:30") });
    expect(irregularities.map(({ kind, state }) => [kind, state])).toEqual([
      ["impossible-move", "answered"],
      ["impossible-move", "done"],
      ["out-of-order", "done"],
      ["impossible-move", "open"],
    ]);
  });

  it("has what has happened by its instant, and no ticket if none is named", () => {
    const before = ask(mon("09:59"));
    expect([before.ticket, before.moves.length, before.history.length]).toEqual([null, 2, 3]);
    expect(ask(mon("09:29")).lines.map(({ line }) => line)).toEqual(["incident"]);
  });

  it("does not look at the states after its instant, or at what is not a state", () => {
    const later = [...history, { at: mon("12:00"), state: "on the moon", severity: "9" }];
    const at = (asOf: string) => () => sla.lifecycle(later as never, { asOf, ticket: "T-1" });
    expect(at(mon("11:59"))).not.toThrow();
    expect(refusal(at(mon("12:00")))).toMatchObject({
      code: "state-unknown",
      message: expect.stringContaining('Ticket T-1, event 5: unknown state "on the moon"'),
      data: { ticket: "T-1", index: 5, atMs: Date.parse(mon("12:00")) },
    });
  });
});

describe("a lifecycle refuses", () => {
  const asOf = mon("12:00");
  const without = defineSla(policy);
  wordForWord([
    [
      "to be asked of a policy that has none",
      () => without.lifecycle([], { asOf }),
      "lifecycle-missing",
      'The policy "desk" has no lifecycle; give it one, with the states that may follow each state.',
      { policy: "desk" },
    ],
    [
      "an unknown option",
      untyped((options) => sla.lifecycle([], options), { asOf, tickets: "T-1" }),
      "option-unknown",
      '"tickets" is not an option of lifecycle; did you mean "ticket"?',
    ],
    [
      "options that are not an object",
      untyped((options) => sla.lifecycle([], options), "now"),
      "options-invalid",
      '"now" is not an object of options; give one such as { asOf: "2026-11-20T16:30:00Z" }.',
    ],
  ]);

  it("to be asked without an instant", () => {
    expect(refusal(untyped((options) => sla.lifecycle([], options), undefined)).code).toBe(
      "instant-invalid",
    );
  });
});
