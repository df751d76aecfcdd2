import { describe, expect, it } from "vitest";
import { defineSla, type HistoryEvent, nhsmail, STATUSES } from "../../src/index";
import { Timeline } from "../../src/timeline";
import { always, mon, office } from "../reference/desk";

/** What a policy or a history costs, by counting steps: never by a stopwatch. */

/** How often a method is called while something is done. */
function callsOf<T extends object>(owner: T, name: keyof T & string, act: () => void): number {
  const method = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
  let calls = 0;
  Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
    calls++;
    return method.apply(this, given);
  });
  try {
    act();
  } finally {
    Reflect.set(owner, name, method);
  }
  return calls;
}

describe("a retroactive target", () => {
  /** A policy of so many severities, on one calendar, and a ticket that has each of them in turn. */
  const stepsFor = (severities: number) => {
    const names = Array.from({ length: severities }, (_, i) => `s${i}`);
    const { fix } = defineSla({
      id: "desk",
      calendars: { always },
      severities: names,
      targets: {
        fix: {
          allowance: Object.fromEntries(
            names.map((name, i) => [name, { hours: i + 1, calendar: "always" }]),
          ),
          runs: ["open"],
          stops: ["done"],
          onSeverityChange: "retroactive",
        },
      },
    }).targets;
    const events: HistoryEvent[] = names.map((severity, i) => ({
      at: Date.parse(mon("00:00")) + i * 60_000,
      state: "open",
      severity,
    }));
    const asOf = Date.parse(mon("00:00")) + severities * 60_000;
    return callsOf(Timeline.prototype, "between", () => fix.track(events, { asOf }));
  };

  it("measures time once for each event, however many severities there are", () => {
    const [few, many] = [stepsFor(50), stepsFor(200)];
    expect(few).toBeGreaterThan(0);
    // Four times the events and four times the severities: four times the steps, and not sixteen.
    expect(many / few).toBeLessThan(5);
  });
});

describe("a policy of a megabyte", () => {
  it("shares the words of its states between its targets", () => {
    const states = Array.from({ length: 40_000 }, (_, i) => `state ${i}`);
    const target = { allowance: { hours: 4, calendar: "office" }, runs: ["open"], stops: ["done"] };
    const targets = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`t${i}`, target]));
    const sla = defineSla({ id: "large", calendars: { office }, states, targets });
    const words = new Set(Object.values(sla.targets).map((target) => target.states));
    expect([Object.keys(sla.targets).length, words.size]).toEqual([4_000, 1]);
    expect(sla.targets["t3999"]?.track([{ at: 0, state: "open" }], { asOf: 0 }).status).toBe(
      "running",
    );
  });
});

describe("what every reading shares", () => {
  it("is frozen: the statuses, and the rule with its quotes and the readings not taken", () => {
    const { rule } = nhsmail().targets.incidentResolution.track(
      [{ at: "2026-11-20T17:00:00Z", state: "new" }],
      { asOf: "2026-11-20T17:00:00Z" },
    );
    if (!rule) throw new Error("it has a rule");
    const parts = [STATUSES, rule, rule.quotes, rule.alternatives, ...rule.alternatives];
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !Object.isFrozen(part))).toEqual([]);
  });
});
