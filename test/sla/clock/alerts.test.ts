import { describe, expect, it } from "vitest";
import type { Measure } from "../../../src/sla/allowance/measure";
import {
  type Alert,
  amountOfShare,
  isFor,
  reachedAfter,
  reachedAfterSeverity,
  reachedBy,
} from "../../../src/sla/clock/alerts";
import { CoreHoursError } from "../../../src/timeline";

/** Every unit of time counts. */
const always: Measure = {
  unit: "milliseconds",
  work: null,
  allowance: 100,
  between: (a, b) => b - a,
  add: (a, amount) => a + amount,
  isProvisional: () => false,
  split: () => [],
};
/** Closed from 50 to 80, so what is used up at 50 is due as it opens at 80. */
const nextOpen: Measure = {
  ...always,
  add: (a, amount) => (a + amount >= 50 && a + amount < 80 ? 80 : a + amount),
};
/** The end of a calendar. */
const beyond = () => {
  throw new CoreHoursError("coverage-end", "The calendar ends.");
};
const half: Alert = { share: 0.5, severities: null };
const halfOfOne: Alert = { share: 0.5, severities: new Set(["1"]) };
/** Ten before the due instant, whatever the severity. */
const before: Alert = { fromDue: (dueMs) => dueMs - 10, severities: null };
const unknown: Alert = { fromDue: () => null, severities: null };

describe("a share of an allowance", () => {
  it.each([
    // 0.9 of 48 hours is 155,520,000 ms exactly, and a float makes it a hair more.
    [172_800_000, 0.9, 155_520_000],
    [100, 0.5, 50],
    [101, 0.5, 51],
    [3, 1, 3],
    [3, 1.5, 5],
    [0, 0.5, 0],
  ])("of %i by %d is the whole amount %i", (allowance, share, amount) => {
    // Neither -0 nor 0 has anything to use up.
    expect(amountOfShare(allowance, share) + 0).toBe(amount);
  });
});

describe("an alert is for", () => {
  it("every ticket, or those of its severities", () => {
    expect([null, "1", "2"].map((severity) => isFor(half, severity))).toEqual([true, true, true]);
    expect([null, "1", "2"].map((severity) => isFor(halfOfOne, severity))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("a stretch over which a clock ran", () => {
  const run = {
    measure: always,
    allowance: 100,
    severity: "1" as string | null,
    used: 60,
    usedBefore: 40,
    fromMs: 1_000,
    toMs: 1_020,
    dueMs: (): number | null => 1_060,
  };

  it("reaches a share as its amount is used up", () => {
    expect(reachedBy([half, half], [null, 7], run)).toEqual([1_010, 7]);
    expect(reachedBy([half], [null], { ...run, used: 49, toMs: 1_009 })).toEqual([null]);
    expect(reachedBy([half], [null], { ...run, used: 50, toMs: 1_010 })).toEqual([1_010]);
  });

  it("reaches a share that was used before as it begins, and none without a measure", () => {
    expect(reachedBy([half], [null], { ...run, usedBefore: 55 })).toEqual([1_000]);
    expect(reachedBy([half], [null], { ...run, measure: null })).toEqual([null]);
  });

  it("is not asked when a share will be used up, since the calendar may end before", () => {
    const ending = { ...always, add: beyond };
    const more = { ...run, measure: ending, used: 49 };
    expect(reachedBy([half], [null], more)).toEqual([null]);
    expect(reachedAfter([half], [null], { ...more, atMs: 1_020 })).toEqual([null]);
  });

  it("does not reach what is due only at the next opening", () => {
    const closed = { ...run, measure: nextOpen, fromMs: 40, usedBefore: 40, used: 50 };
    expect(reachedBy([half], [null], { ...closed, toMs: 79 })).toEqual([null]);
    expect(reachedBy([half], [null], { ...closed, toMs: 80 })).toEqual([80]);
  });

  it("reaches what is due before the due instant, and never before it begins", () => {
    expect(reachedBy([before], [null], { ...run, dueMs: () => 1_030 })).toEqual([1_020]);
    expect(reachedBy([before], [null], { ...run, dueMs: () => 1_031 })).toEqual([null]);
    expect(reachedBy([before], [null], { ...run, dueMs: () => 900 })).toEqual([1_000]);
  });

  it("reaches nothing if nobody knows when it is due, or if the alert is for others", () => {
    expect(reachedBy([before], [null], { ...run, dueMs: () => null })).toEqual([null]);
    expect(reachedBy([unknown], [null], run)).toEqual([null]);
    expect(reachedBy([halfOfOne], [null], { ...run, severity: "2" })).toEqual([null]);
    expect(reachedBy([halfOfOne], [null], run)).toEqual([1_010]);
  });
});

describe("a change to what is promised", () => {
  const change = {
    measure: always,
    allowance: 100,
    severity: "1" as string | null,
    used: 60,
    atMs: 40,
    dueMs: (): number | null => 80,
  };

  it("makes a share that is more than used up due then, unless it was due before", () => {
    expect(reachedAfter([half, half], [null, 7], change)).toEqual([40, 7]);
  });

  it("takes back a share that lies ahead, and every share if nothing is measured", () => {
    expect(reachedAfter([half], [7], { ...change, used: 49 })).toEqual([null]);
    expect(reachedAfter([half], [7], { ...change, measure: null })).toEqual([null]);
  });

  it("leaves a share that is exactly used up as it was until the next opening", () => {
    const closed = { ...change, measure: nextOpen, used: 50 };
    expect(reachedAfter([half], [7], { ...closed, atMs: 60 })).toEqual([7]);
    expect(reachedAfter([half], [null], { ...closed, atMs: 60 })).toEqual([null]);
    expect(reachedAfter([half], [null], { ...closed, atMs: 80 })).toEqual([80]);
    expect(reachedAfter([half], [null], { ...closed, used: 51, atMs: 60 })).toEqual([60]);
  });

  it("makes what is due before the due instant due then, or takes it back", () => {
    expect(reachedAfter([before], [null], { ...change, dueMs: () => 50 })).toEqual([40]);
    expect(reachedAfter([before], [7], { ...change, dueMs: () => 50 })).toEqual([7]);
    expect(reachedAfter([before], [7], { ...change, dueMs: () => 51 })).toEqual([null]);
    expect(reachedAfter([before], [7], { ...change, dueMs: () => null })).toEqual([null]);
    expect(reachedAfter([unknown], [7], change)).toEqual([null]);
  });

  it("takes back what is for others, and has nothing before for a new alert", () => {
    expect(reachedAfter([halfOfOne], [7], { ...change, severity: "2" })).toEqual([null]);
    expect(reachedAfter([halfOfOne], [7], change)).toEqual([7]);
    expect(reachedAfter([half], [], { ...change, measure: nextOpen, used: 50, atMs: 60 })).toEqual([
      null,
    ]);
  });

  it("of the severity alone changes only the alerts that are not for both severities", () => {
    // By the measure, half is due at 40; for both severities it stays as it was.
    const both = reachedAfterSeverity("2")([half, halfOfOne, half], [7, null], change);
    expect(both).toEqual([7, 40, null]);
    expect(reachedAfterSeverity("1")([halfOfOne], [7], change)).toEqual([7]);
    expect(reachedAfterSeverity("1")([halfOfOne], [7], { ...change, severity: "2" })).toEqual([
      null,
    ]);
    expect(reachedAfterSeverity("1")([halfOfOne], [null], change)).toEqual([null]);
  });
});
