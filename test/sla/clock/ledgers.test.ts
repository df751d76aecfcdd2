import { describe, expect, it } from "vitest";
import type { Allowance, Measure } from "../../../src/sla/allowance/measure";
import { isLate, Ledgers } from "../../../src/sla/clock/ledgers";
import { zoneNamed } from "../../../src/time/zone";
import { CoreHoursError } from "../../../src/timeline";

/** An allowance of a calendar that counts every unit of time, and says when its answers are provisional. */
function allowanceOf(amount: number, basis = "one", provisionalAfterMs = 1_000): Allowance {
  const measure: Measure = {
    unit: "milliseconds",
    work: null,
    allowance: amount,
    between: (a, b) => b - a,
    add: (a, more) => a + more,
    isProvisional: (untilMs) => untilMs > provisionalAfterMs,
    split: () => [],
  };
  return { zone: zoneNamed("UTC"), basis, from: () => measure, isOpen: () => true };
}
/** Half of the time counts. */
const halfOf = (amount: number): Allowance => {
  const all = allowanceOf(amount, "half");
  const measure: Measure = {
    ...all.from(0),
    between: (a, b) => (b - a) / 2,
    add: (a, more) => a + more * 2,
  };
  return { ...all, from: () => measure };
};
/** Severity 1 has 30, severity 2 has 10, and severity 3 has 20 of another calendar. */
const graded = () =>
  new Ledgers(
    new Map<string | null, Allowance>([
      ["1", allowanceOf(30)],
      ["2", allowanceOf(10)],
      ["3", halfOf(20)],
    ]),
    0,
    "met",
  );
const nothing = { used: 0, pausedFor: 0, provisional: false, breachedAtMs: null };

describe("the totals of a count by every allowance", () => {
  it("are nothing as it begins, and for allowances that there are none of", () => {
    for (const severity of ["1", "2", "3", null]) expect(graded().of(severity)).toEqual(nothing);
    expect(new Ledgers(new Map(), 0, "met").of("1")).toEqual(nothing);
  });

  it("count what is used and what is paused, each by its calendar", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 8);
    ledgers.use("paused", 8, 12);
    expect(ledgers.of("1")).toEqual({ ...nothing, used: 8, pausedFor: 4 });
    expect(ledgers.of("3")).toEqual({ ...nothing, used: 4, pausedFor: 2 });
  });

  it("breach each allowance as it is used up, the smaller ones first", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 10);
    expect(ledgers.of("2").breachedAtMs).toBeNull();
    ledgers.use("used", 10, 11);
    expect(["1", "2", "3"].map((each) => ledgers.of(each).breachedAtMs)).toEqual([null, 10, null]);
    ledgers.use("used", 11, 45);
    expect(["1", "2", "3"].map((each) => ledgers.of(each).breachedAtMs)).toEqual([30, 10, 40]);
  });

  it("breach nothing in a pause", () => {
    const ledgers = graded();
    ledgers.use("paused", 0, 50);
    expect(ledgers.of("2")).toEqual({ ...nothing, pausedFor: 50 });
  });

  it("breach an allowance at its due instant if a stop then is late", () => {
    const strict = new Ledgers(new Map([["1", allowanceOf(10)]]), 0, "breached");
    strict.use("used", 0, 9);
    expect(strict.of("1").breachedAtMs).toBeNull();
    strict.use("used", 9, 10);
    expect(strict.of("1").breachedAtMs).toBe(10);
  });

  it("breach an allowance that is used up already as the clock goes on", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 10);
    ledgers.use("paused", 10, 20);
    ledgers.use("used", 20, 21);
    expect(ledgers.of("2").breachedAtMs).toBe(20);
  });

  it("do not ask when an allowance will be used up, since the calendar may end before", () => {
    const measure: Measure = {
      ...allowanceOf(30).from(0),
      add: () => {
        throw new CoreHoursError("coverage-end", "The calendar ends.");
      },
    };
    const ledgers = new Ledgers(
      new Map([["1", { ...allowanceOf(30), from: () => measure }]]),
      0,
      "met",
    );
    ledgers.use("used", 0, 29);
    expect(ledgers.of("1")).toEqual({ ...nothing, used: 29 });
  });

  it("are provisional once an answer is, and stay so", () => {
    const ledgers = new Ledgers(new Map([["1", allowanceOf(30, "one", 5)]]), 0, "met");
    ledgers.use("used", 0, 5);
    expect(ledgers.of("1").provisional).toBe(false);
    ledgers.use("paused", 5, 6);
    ledgers.use("used", 0, 1);
    expect(ledgers.of("1").provisional).toBe(true);
  });

  it("are those of the first allowance, without a breach, before the severity is known", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 50);
    expect(ledgers.of(null)).toEqual({ ...nothing, used: 50 });
    expect(ledgers.of("9")).toEqual({ ...nothing, used: 50 });
  });

  it("are those of the one allowance that serves every severity", () => {
    const ledgers = new Ledgers(new Map([[null, allowanceOf(10)]]), 0, "met");
    ledgers.use("used", 0, 15);
    for (const severity of [null, "1"]) {
      expect(ledgers.of(severity)).toEqual({ ...nothing, used: 15, breachedAtMs: 10 });
    }
  });
});

describe("a mark of ledgers", () => {
  it("is what they go back to, breaches and all", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 11);
    ledgers.use("paused", 11, 14);
    const mark = ledgers.mark();
    ledgers.use("used", 14, 2_000);
    ledgers.use("paused", 2_000, 2_010);
    ledgers.goBackTo(mark);
    expect(ledgers.of("1")).toEqual({ ...nothing, used: 11, pausedFor: 3 });
    expect(ledgers.of("2").breachedAtMs).toBe(10);
    expect(ledgers.of("3")).toEqual({ ...nothing, used: 5.5, pausedFor: 1.5 });
  });

  it("is what they are saved as, and go on from", () => {
    const ledgers = graded();
    ledgers.use("used", 0, 11);
    const mark = ledgers.mark();
    ledgers.use("used", 11, 2_000);
    const saved = ledgers.saved(mark);
    expect(saved).toEqual([
      { used: 11, pausedFor: 0, provisional: false, breaches: [10] },
      { used: 5.5, pausedFor: 0, provisional: false, breaches: [] },
    ]);
    const again = new Ledgers(
      new Map([
        ["1", allowanceOf(30)],
        ["2", allowanceOf(10)],
      ]),
      0,
      "met",
      [{ used: 11, pausedFor: 2, provisional: true, breaches: [10] }],
    );
    expect(again.of("1")).toEqual({ ...nothing, used: 11, pausedFor: 2, provisional: true });
    again.use("used", 20, 40);
    expect([again.of("1"), again.of("2")].map(({ breachedAtMs }) => breachedAtMs)).toEqual([
      39, 10,
    ]);
    expect(saved[0]?.breaches).toEqual([10]);
  });
});

describe("a clock is late", () => {
  it.each([
    ["met", 9, false],
    ["met", 10, false],
    ["met", 11, true],
    ["breached", 9, false],
    ["breached", 10, true],
    ["breached", 11, true],
  ] as const)("where a stop at the due instant is %s, at %i for 10: %s", (atDue, toMs, late) => {
    expect(isLate(toMs, 10, atDue)).toBe(late);
  });
});
