import { describe, expect, it } from "vitest";
import { defineSla, type HistoryEvent } from "../../../src/index";
import type { DatedEvent } from "../../../src/sla/clock/history";
import { instantsOf, resultOf } from "../../../src/sla/target/run";
import { always, deskTarget, mon } from "../../reference/desk";

const graded = deskTarget(
  { allowance: { "1": { hours: 2, calendar: "always" }, "2": { hours: 8, calendar: "always" } } },
  { severities: ["1", "2"] },
);
const open = { at: mon("09:00"), state: "open", severity: "1" };

describe("the events of one instant are one change", () => {
  it("a severity that relieves counts before an agreed date that is taken back", () => {
    const history: readonly HistoryEvent[] = [
      { ...open, dueAt: mon("18:00") },
      // Two hours are long over, and eight are not.
      { at: mon("12:00"), dueAt: null, severity: "2" },
    ];
    const reading = graded.track(history, { asOf: mon("13:00") });
    expect([reading.status, reading.breaches]).toEqual(["running", []]);
    expect(reading.dueAtMs).toBe(Date.parse(mon("17:00")));
  });

  it("an agreed date counts before a severity that tightens", () => {
    const history = [
      { ...open, severity: "2" },
      { at: mon("12:00"), dueAt: mon("18:00"), severity: "1" },
    ];
    const reading = graded.track(history, { asOf: mon("13:00") });
    expect([reading.status, reading.breaches]).toEqual(["running", []]);
  });

  it("the last agreed date counts, and an event without one says nothing of it", () => {
    const at = mon("10:00");
    const due = (...dates: readonly (string | null | undefined)[]) =>
      graded.track([open, ...dates.map((dueAt) => ({ at, dueAt }))], { asOf: at }).dueAtMs;
    expect([
      due(mon("12:00"), mon("14:00")),
      due(mon("12:00"), undefined),
      due(mon("12:00"), null),
      due(null, mon("12:00")),
    ]).toEqual([mon("14:00"), mon("12:00"), mon("11:00"), mon("12:00")].map(Date.parse));
  });

  it("are grouped by their instants, as far as these are not after another", () => {
    const at = (...instants: readonly number[]) =>
      instants.map((atMs, index): DatedEvent => {
        return { index, atMs, state: undefined, severity: undefined, fields: undefined };
      });
    const groups = (events: readonly DatedEvent[], untilMs?: number) =>
      [...instantsOf(events, untilMs)].map((group) => group.map(({ index }) => index));
    expect(groups(at(1, 1, 2, 5, 5))).toEqual([[0, 1], [2], [3, 4]]);
    expect(groups(at(1, 1, 2, 5, 5), 2)).toEqual([[0, 1], [2]]);
    expect(groups(at(1, 1, 2, 5, 5), 0)).toEqual([]);
    expect(groups([])).toEqual([]);
  });
});

describe("the fields of a ticket", () => {
  it("are what its events give, without its state and its severity", () => {
    const history = [{ ...open, fields: { group: "network" } }];
    const { segments } = graded.track(history, { asOf: mon("10:00") });
    expect(segments.map(({ fields }) => fields)).toEqual([{ group: "network" }]);
  });

  it("are also its state and its severity for a target that applies by them", () => {
    const target = deskTarget({
      allowance: { hours: 2, calendar: "always" },
      when: { severity: ["1"] },
    });
    const status = (severity: string) =>
      target.track([{ ...open, severity }], { asOf: mon("10:00") }).status;
    expect([status("1"), status("2")]).toEqual(["running", "not-applicable"]);
  });

  it("leave out a ticket that has not started yet, too", () => {
    const target = deskTarget({
      allowance: { hours: 2, calendar: "always" },
      when: { kind: ["incident"] },
    });
    const read = (kind: string) => {
      const at = mon("09:00");
      const { status, allowance, projectedDueAt } = target.track([{ at, fields: { kind } }], {
        asOf: at,
      });
      return [status, allowance?.as("hours") ?? null, projectedDueAt?.toMillis() ?? null];
    };
    expect(read("incident")).toEqual(["pending", 2, Date.parse(mon("11:00"))]);
    expect(read("request")).toEqual(["not-applicable", null, null]);
  });

  const derived = defineSla({
    id: "derived",
    calendars: { always },
    derive: [
      { state: "open", when: { status: ["new"] } },
      { state: "done", when: { status: ["closed"] } },
    ],
    targets: {
      fix: { allowance: { hours: 2, calendar: "always" }, runs: ["open"], stops: ["done"] },
    },
  }).targets.fix;

  it("that name no state leave the ticket in the one it had", () => {
    const clock = derived.follow({ keepWorking: true });
    clock.take({ at: mon("09:00"), fields: { status: "new" } });
    clock.take({ at: mon("09:30"), fields: { status: "unheard of" } });
    const reading = clock.read(mon("10:00"));
    expect([reading.status, reading.elapsed.as("hours")]).toEqual(["running", 1]);
    expect(reading.segments.map(({ state }) => state)).toEqual(["open", "open"]);
    const short = derived.follow({ history: [{ at: mon("09:00"), fields: { status: "new" } }] });
    short.take({ at: mon("09:30"), fields: { status: "unheard of" } });
    short.take({ at: mon("09:40"), fields: { group: "desk" } });
    expect(derived.follow({ from: JSON.parse(JSON.stringify(short.save())) }).save()).toEqual(
      JSON.parse(JSON.stringify(short.save())),
    );
    expect(short.save().standing?.now.state).toBe("open");
  });

  it("that name the same state again change nothing", () => {
    const history = [
      { at: mon("09:00"), fields: { status: "new" } },
      { at: mon("10:00"), fields: { status: "closed" } },
      { at: mon("12:00"), fields: { status: "closed", group: "desk" } },
    ];
    const reading = derived.track(history, { asOf: mon("13:00") });
    expect([reading.status, reading.stoppedAtMs, reading.irregularities]).toEqual([
      "met",
      Date.parse(mon("10:00")),
      [],
    ]);
  });
});

it("a fault of the library is no result of a ticket", () => {
  const fault = new TypeError("a fault");
  const read = () => {
    throw fault;
  };
  expect(() => resultOf("T", read)).toThrow(fault);
});
