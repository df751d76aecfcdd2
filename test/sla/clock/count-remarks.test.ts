import { describe, expect, it } from "vitest";
import type { Alert } from "../../../src/sla/clock/alerts";
import { Clock } from "../../../src/sla/clock/clock";
import { clockOf, gradedOf, type Happening, rules, take, timeOf } from "./small-clock";

const half: Alert = { share: 0.5, severities: null };
const soon: Alert = { fromDue: (dueMs) => dueMs - 10, severities: null };
const late: Alert = { fromDue: (dueMs) => dueMs + 10, severities: null };
const alerts = [half, soon, late];
const warned = (...happened: readonly Happening[]) =>
  clockOf({ alerts }, ...happened).now.warnedAtMs;

describe("the alerts of a clock", () => {
  it("are due as their amounts are used, and before and after the due instant", () => {
    expect(warned([0, "1", "open"], [49])).toEqual([null, null, null]);
    expect(warned([0, "1", "open"], [50])).toEqual([50, null, null]);
    expect(warned([0, "1", "open"], [90])).toEqual([50, 90, null]);
    expect(warned([0, "1", "open"], [120])).toEqual([50, 90, 110]);
  });

  it("are not due in a pause", () => {
    expect(warned([0, "1", "open"], [40, "wait"], [200])).toEqual([null, null, null]);
  });

  it("stand as of a change of severity, and are taken back if nothing is promised", () => {
    // Severity 2 has 50, so a half is 25, and it is due at 50.
    expect(warned([0, "1", "open"], [30, "2"])).toEqual([30, null, null]);
    expect(warned([0, "1", "open"], [45, "2"])).toEqual([45, 45, null]);
    expect(warned([0, "2", "open"], [30, "1"])).toEqual([null, null, null]);
    expect(warned([0, "1", "open"], [60, "3"])).toEqual([null, null, null]);
  });

  it("begin anew when the clock starts again", () => {
    const { now } = clockOf(
      { alerts, onReopen: "restart" },
      [0, "1", "open"],
      [60, "done"],
      [70, "open"],
    );
    expect(now.warnedAtMs).toEqual([null, null, null]);
  });

  it("follow an agreed date", () => {
    // Half of the 300 until then; due at 300.
    const agreed: readonly Happening[] = [
      [0, "1", "open"],
      [10, "due 300"],
    ];
    expect(warned(...agreed, [310])).toEqual([150, 290, 310]);
    expect(warned([0, "1", "open"], [60, "due 300"])).toEqual([null, null, null]);
    expect(warned(...agreed, [200, "due 205"])).toEqual([150, 200, null]);
    expect(warned(...agreed, [20, "3"], [310])).toEqual([null, 290, 310]);
  });

  it("for one severity are due as that is given, although as much is promised", () => {
    const forTwo: Alert = { share: 0.5, severities: new Set(["2"]) };
    const same = timeOf(100);
    const more = { ...gradedOf({ "1": same, "2": same }), alerts: [half, forTwo] };
    const { now } = clockOf(more, [0, "1", "open"], [60, "2"]);
    expect([now.warnedAtMs, now.measuredAs, now.breaches]).toEqual([[50, 60], "2", []]);
  });

  it("of a stop are judged by a severity that came late", () => {
    const { verdict } = clockOf({ alerts }, [0, "open"], [60, "done"], [80, "2"]).now;
    expect(verdict?.warnedAtMs).toEqual([80, 80, 80]);
  });
});

describe("a clock without remarks", () => {
  it("remembers no alert and no breach, and counts alike", () => {
    const quiet = new Clock({ ...rules, alerts }, undefined, { working: false, remarks: false });
    const { now } = take(quiet, [0, "2", "open"], [60], [120, "1"]);
    expect([now.warnedAtMs, now.breaches, now.breachedAtMs, now.used]).toEqual([
      [null, null, null],
      [],
      50,
      120,
    ]);
  });
});

describe("a count rests on projected bank holidays", () => {
  // Answers beyond 50 are provisional.
  const more = gradedOf({ "1": timeOf(40, 50), "2": timeOf(100, 50) });
  const told = (...happened: readonly Happening[]) => {
    const { now } = clockOf(more, ...happened);
    return [now.provisional, now.originalIsProvisional, now.verdict?.provisional ?? null];
  };

  it("if it reaches beyond what is published", () => {
    expect(told([0, "1", "open"], [50])).toEqual([false, false, null]);
    expect(told([0, "1", "open"], [51])).toEqual([true, false, null]);
    expect(told([0, "1", "wait"], [51])).toEqual([true, false, null]);
    expect(told([0, "1", "open"], [51], [52, "2"])).toEqual([true, false, null]);
    expect(told([0, "2", "open"])).toEqual([false, true, null]);
  });

  it("and so does its verdict, or by its due instant, past or as promised first", () => {
    expect(told([0, "1", "open"], [30, "done"])).toEqual([false, false, false]);
    expect(told([0, "1", "open"], [60, "done"])).toEqual([true, false, true]);
    expect(told([0, "2", "open"], [10, "1"], [30, "done"])).toEqual([false, true, true]);
    expect(told([0, "1", "open"], [10, "2"], [20, "done"])).toEqual([false, false, true]);
    expect(told([0, "1", "open"], [10, "3"], [20, "done"])).toEqual([false, false, false]);
  });

  it("no more than by the stop, if its severity came later", () => {
    const judged = (doneMs: number) =>
      clockOf({ ...more, onReopen: "continue" }, [0, "open"], [doneMs, "done"], [80, "1"]).now
        .verdict?.provisional;
    expect([judged(30), judged(60)]).toEqual([false, true]);
  });
});
