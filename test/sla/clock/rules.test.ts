import { describe, expect, it } from "vitest";
import type { Allowance, Measure } from "../../../src/sla/allowance/measure";
import { pauseEndsAt, pauseOverAt, pauseSpentBy } from "../../../src/sla/clock/pause-limit";
import {
  type ClockRules,
  firstAllowance,
  isJump,
  isUncounted,
  kindOf,
} from "../../../src/sla/clock/rules";
import { zoneNamed } from "../../../src/time/zone";
import { CoreHoursError } from "../../../src/timeline";

const measure: Measure = {
  unit: "milliseconds",
  work: null,
  allowance: 10,
  between: (a, b) => b - a,
  add: (a, amount) => a + amount,
  isProvisional: () => false,
  split: () => [],
};
const limit: Allowance = {
  zone: zoneNamed("UTC"),
  basis: "",
  from: () => measure,
  isOpen: () => true,
};
/** The rules of a clock, of which only a few are asked. */
const rules = (some: Partial<ClockRules>) => some as ClockRules;

describe("a limit of pauses", () => {
  const spent = (pausedFromMs: number | null, pauseSpent = 4) => ({ pausedFromMs, pauseSpent });

  it("is spent by the pauses before and the present one", () => {
    expect(pauseSpentBy(spent(100), limit, 103)).toBe(7);
    expect(pauseSpentBy(spent(null), limit, 103)).toBe(4);
  });

  it("is used up once it is spent, and not before", () => {
    expect(pauseOverAt(spent(100), limit, 105)).toBeNull();
    expect(pauseOverAt(spent(100), limit, 106)).toBe(106);
    expect(pauseOverAt(spent(100), limit, 200)).toBe(106);
    expect(pauseOverAt(spent(null), limit, 200)).toBeNull();
  });

  it("that was spent before is used up as the pause begins", () => {
    expect(pauseOverAt(spent(100, 12), limit, 100)).toBe(100);
    expect(pauseEndsAt(spent(100, 12), limit)).toBe(100);
  });

  it("that is used up only at the next opening is not used up before", () => {
    const closed = { ...limit, from: () => ({ ...measure, add: () => 150 }) };
    expect(pauseOverAt(spent(100), closed, 149)).toBeNull();
    expect(pauseOverAt(spent(100), closed, 150)).toBe(150);
  });

  it("ends a pause that goes on, unless the clock runs or the calendar ends before", () => {
    expect(pauseEndsAt(spent(100), limit)).toBe(106);
    expect(pauseEndsAt(spent(null), limit)).toBeNull();
    const ending = {
      ...limit,
      from: () => ({
        ...measure,
        add: () => {
          throw new CoreHoursError("coverage-end", "The calendar ends.");
        },
      }),
    };
    expect(pauseEndsAt(spent(100), ending)).toBeNull();
    expect(pauseOverAt(spent(100), ending, 105)).toBeNull();
  });
});

describe("what is promised", () => {
  it("is counted if it is an allowance, or is not known yet", () => {
    expect(
      ["none", "agreed", "ungraded", "measured"].map((each) => isUncounted(each as "none")),
    ).toEqual([true, true, false, false]);
    expect(isUncounted(limit)).toBe(false);
    expect([kindOf(limit), kindOf("none"), kindOf("agreed"), kindOf("ungraded")]).toEqual([
      "measured",
      "none",
      "agreed",
      "ungraded",
    ]);
  });

  it("first is the first severity's, or the one that serves them all", () => {
    const other = { ...limit, basis: "other" };
    const bySeverity = () =>
      new Map([
        ["1", limit],
        ["2", other],
      ]);
    expect(firstAllowance(rules({ bySeverity, promiseFor: () => other }))).toBe(limit);
    expect(firstAllowance(rules({ bySeverity: () => null, promiseFor: () => other }))).toBe(other);
    expect(
      firstAllowance(rules({ bySeverity: () => null, promiseFor: () => "agreed" })),
    ).toBeUndefined();
    expect(firstAllowance(rules({ bySeverity: () => new Map() }))).toBeUndefined();
  });
});

describe("a change of severity is a jump", () => {
  const ranks = new Map([
    ["1", 0],
    ["2", 1],
    ["3", 2],
  ]);
  it.each([
    ["1", "3", true],
    ["3", "1", true],
    ["1", "2", false],
    ["2", "1", false],
    ["2", "2", false],
    [null, "3", false],
    ["9", "3", false],
    ["1", "9", false],
  ])("from %s to %s: %s", (from, to, jumps) => {
    expect(isJump(rules({ ranks }), from, to)).toBe(jumps);
  });

  it("never, if the policy has no list", () => {
    expect(isJump(rules({ ranks: null }), "1", "3")).toBe(false);
  });
});
