import { describe, expect, it } from "vitest";
import type { ClockRules } from "../../../src/sla/clock/rules";
import { clockOf, daysOf, gradedOf, type Happening, singleOf, timeOf } from "./small-clock";

/** A ticket of severity 1, which has 100, opened at 0; at 10 the instant 300 is agreed. */
const agreed: readonly Happening[] = [
  [0, "1", "open"],
  [10, "due 300"],
];
const breachOf = (more: Partial<ClockRules>, ...happened: readonly Happening[]) =>
  clockOf(more, ...happened).now.breachedAtMs;

describe("an agreed date", () => {
  it("says when it was given and how much may be used until then", () => {
    expect(clockOf({}, ...agreed).now.agreed).toEqual({
      dueAtMs: 300,
      givenAtMs: 10,
      allowance: 300,
      allowedBreachAtMs: null,
    });
  });

  it("leaves less by each pause before it", () => {
    const left = (...happened: readonly Happening[]) =>
      clockOf({}, ...agreed, ...happened).now.agreed?.allowance;
    expect(left([20, "wait"], [30, "open"])).toBe(290);
    expect(left([290, "wait"], [310])).toBe(290);
    expect(left([290, "wait"], [310], [330])).toBe(290);
    expect(left([20, "wait"], [30])).toBe(290);
    expect(left([30])).toBe(300);
  });

  it("leaves what is ahead of a ticket that goes on after a stop", () => {
    const after = (...happened: readonly Happening[]) =>
      clockOf({}, [0, "1", "open"], ...happened, [80, "open"]).now.agreed?.allowance;
    // 60 were used, and 220 are ahead at 80.
    expect(after([10, "due 300"], [60, "done"])).toBe(280);
    expect(after([60, "done"], [70, "due 300"])).toBe(280);
  });

  it("remembers when the allowance beside it was breached", () => {
    const beside = (more: Partial<ClockRules>, atMs: number) =>
      clockOf(more, ...agreed, [atMs]).now.agreed?.allowedBreachAtMs;
    expect([beside({}, 100), beside({}, 101), beside({}, 200)]).toEqual([null, 100, 100]);
    expect(beside({ atDue: "breached" }, 100)).toBe(100);
    const again = clockOf({}, ...agreed, [130, "due 400"]).now.agreed;
    expect([again?.dueAtMs, again?.givenAtMs, again?.allowedBreachAtMs]).toEqual([400, 130, 100]);
    const twice = clockOf({}, ...agreed, [120], [200]).now.agreed;
    expect(twice?.allowedBreachAtMs).toBe(100);
    const paused = clockOf({}, ...agreed, [20, "wait"], [200]).now.agreed;
    expect(paused?.allowedBreachAtMs).toBeNull();
  });

  it("is breached as it passes, in a pause too, and at the due instant if a stop then is late", () => {
    expect([breachOf({}, ...agreed, [300]), breachOf({}, ...agreed, [301])]).toEqual([null, 300]);
    expect(breachOf({ atDue: "breached" }, ...agreed, [300])).toBe(300);
    expect(breachOf({}, ...agreed, [290, "wait"], [310])).toBe(300);
    expect(breachOf({}, ...agreed, [290, "done"], [310])).toBeNull();
  });

  it("taken back leaves the allowance, and what was used breaches it then", () => {
    expect(breachOf({}, ...agreed, [60, "due -"], [101])).toBe(100);
    expect(breachOf({}, ...agreed, [100, "due -"])).toBeNull();
    expect(breachOf({}, ...agreed, [130, "due -"])).toBe(130);
    expect(breachOf({ onSeverityChange: "retroactive" }, ...agreed, [130, "due -"])).toBe(100);
    expect(clockOf({}, ...agreed, [60, "due -"]).now.agreed).toBeNull();
    // Breached at 300 by the date, and by the allowance: that breach stays.
    expect(breachOf({}, ...agreed, [310, "due -"])).toBe(300);
  });

  it("takes a breach of the allowance back, unless breaches are kept", () => {
    const late: readonly Happening[] = [
      [0, "1", "open"],
      [110, "due 300"],
    ];
    const { now } = clockOf({}, ...late);
    expect([now.breachedAtMs, now.agreed?.allowedBreachAtMs]).toEqual([null, 100]);
    expect(now.breaches).toEqual([{ atMs: 100, severity: "1", takenBackAtMs: 110 }]);
    const kept = clockOf({ onceBreached: "keep" }, ...late).now;
    expect([kept.breachedAtMs, kept.keptBreachAtMs, kept.isBreachOpen]).toEqual([100, 100, true]);
    expect(clockOf({ onceBreached: "keep" }, ...agreed).now.keptBreachAtMs).toBeNull();
    // It was breached at 50 by severity 2, and is kept although severity 3 promises nothing.
    const later: readonly Happening[] = [
      [0, "2", "open"],
      [60, "3"],
      [70, "due 300"],
    ];
    expect(clockOf({ onceBreached: "keep" }, ...later).now.keptBreachAtMs).toBe(50);
  });

  it("does nothing to a stopped clock but wait for what comes next", () => {
    const { now } = clockOf({}, [0, "1", "open"], [60, "done"], [70, "due 65"]);
    expect([now.agreed?.dueAtMs, now.agreedAtMs, now.agreed?.allowance, now.breachedAtMs]).toEqual([
      65,
      70,
      null,
      null,
    ]);
  });
});

describe("the earlier and the later of a date and the allowance", () => {
  it.each([
    // The allowance is up at 100.
    ["replaces", 300, 300],
    ["earlier", 300, 100],
    ["later", 300, 300],
    ["ignore", 300, 100],
    ["replaces", 50, 50],
    ["earlier", 50, 50],
    ["later", 50, 100],
    ["ignore", 50, 100],
  ] as const)("by %s of %i is breached at %i", (agreedDates, dueAtMs, breachedAtMs) => {
    const happened: readonly Happening[] = [
      [0, "1", "open"],
      [10, `due ${dueAtMs}`],
    ];
    expect(clockOf({ agreedDates }, ...happened).count.dueFrom(10)).toBe(breachedAtMs);
    expect(breachOf({ agreedDates }, ...happened, [breachedAtMs])).toBeNull();
    expect(breachOf({ agreedDates }, ...happened, [500])).toBe(breachedAtMs);
  });

  it.each([
    // At 110 the allowance has been breached since 100.
    ["replaces", 300, null],
    ["earlier", 300, 100],
    ["later", 300, null],
    ["replaces", 105, 100],
    ["earlier", 105, 100],
    ["later", 105, 100],
  ] as const)(
    "by %s of %i, given after the allowance was up, is breached at %s",
    (agreedDates, dueAtMs, breachedAtMs) => {
      expect(breachOf({ agreedDates }, [0, "1", "open"], [110, `due ${dueAtMs}`])).toBe(
        breachedAtMs,
      );
    },
  );

  it.each([
    // At 60 the date 50 is past, and 40 of the allowance are left.
    ["replaces", 60],
    ["earlier", 60],
    ["later", null],
  ] as const)("by %s of a date in the past is breached at %s", (agreedDates, breachedAtMs) => {
    expect(breachOf({ agreedDates }, [0, "1", "open"], [60, "due 50"])).toBe(breachedAtMs);
    expect(breachOf({ agreedDates }, [0, "1", "open"], [60, "due 60"])).toBeNull();
  });

  it("is now for an allowance that was used up before", () => {
    expect(clockOf({ agreedDates: "earlier" }, ...agreed, [120]).count.dueFrom(120)).toBe(120);
  });

  it("is known in a pause if it is the date", () => {
    const inPause = (agreedDates: ClockRules["agreedDates"], waitMs: number) =>
      clockOf({ agreedDates }, ...agreed, [waitMs, "wait"]).count.dueInPause();
    expect(inPause("replaces", 20)).toBe(300);
    expect(inPause("earlier", 20)).toBe(300);
    // The rest of the allowance waits as long as the pause lasts, unless nothing is left of it.
    expect([inPause("later", 99), inPause("later", 100)]).toEqual([null, 300]);
    expect(clockOf({}, [0, "1", "wait"]).count.dueInPause()).toBeNull();
    expect(clockOf({}, ...agreed, [20, "3", "wait"]).count.dueInPause()).toBe(300);
  });

  it("is breached in a pause only by the date", () => {
    const paused = (agreedDates: ClockRules["agreedDates"], waitMs = 20) =>
      breachOf({ agreedDates }, ...agreed, [waitMs, "wait"], [310]);
    expect([paused("replaces"), paused("earlier"), paused("later")]).toEqual([300, 300, null]);
    expect(paused("later", 100)).toBe(300);
  });
});

describe("an agreed date and days that pauses push on", () => {
  // Two days of 100; time is worked until 160, so a pause from 20 on pushes it from 200 to 340 at most.
  const untilEvening = {
    between: (a: number, b: number) => Math.min(b, 160) - Math.min(a, 160),
    add: (a: number, more: number) => a + more,
  };
  const paused = (agreedDates: ClockRules["agreedDates"], dueAtMs: number) =>
    breachOf(
      singleOf(daysOf(2, untilEvening), { dayPauses: "push", agreedDates }),
      [0, "1", "open"],
      [10, `due ${dueAtMs}`],
      [20, "wait"],
      [400],
    );

  it("are breached in a pause by the later of both, once both are past", () => {
    expect([paused("later", 150), paused("later", 350), paused("later", 500)]).toEqual([
      340,
      350,
      null,
    ]);
  });

  it("are breached in a pause by the date alone, if the earlier counts", () => {
    expect([paused("earlier", 150), paused("earlier", 500)]).toEqual([150, null]);
  });
});

describe("an agreed date and a severity", () => {
  it("remembers when the new allowance was breached by itself", () => {
    const beside = (...happened: readonly Happening[]) =>
      clockOf({}, ...happened).now.agreed?.allowedBreachAtMs;
    // 60 are used of the 50 that severity 2 has.
    expect(beside(...agreed, [60, "2"])).toBe(60);
    expect(beside(...agreed, [40, "2"])).toBeNull();
    // Breached at 50 by severity 2; severity 1 has more than the 80 that are used, and less than 120.
    const small: readonly Happening[] = [
      [0, "2", "open"],
      [10, "due 300"],
    ];
    expect(beside(...small, [80, "1"])).toBeNull();
    expect(beside(...small, [120, "1"])).toBe(50);
    // A severity that came late holds from the start.
    expect(beside([0, "open"], [10, "due 300"], [60, "2"])).toBe(50);
    expect(beside([0, "open"], [10, "due 300"], [60, "1"])).toBeNull();
  });

  it("stays as it was by a severity that has as much", () => {
    const alike = gradedOf({ "1": timeOf(50), "2": timeOf(50) });
    const { now } = clockOf(alike, [0, "1", "open"], [10, "due 300"], [51], [51, "2"]);
    expect(now.agreed?.allowedBreachAtMs).toBe(50);
  });

  it("is all there is to meet if the severity promises nothing", () => {
    const { now, count } = clockOf({}, ...agreed, [20, "3"]);
    expect([now.agreed?.allowance, now.agreed?.allowedBreachAtMs, count.isJudged]).toEqual([
      null,
      null,
      true,
    ]);
    expect([count.allowance, count.dueFrom(20)]).toEqual([null, 300]);
    expect(breachOf({ agreedDates: "later" }, ...agreed, [20, "3"], [301])).toBe(300);
    expect(breachOf({}, ...agreed, [20, "3"], [30, "due 25"])).toBe(30);
    expect(breachOf({}, ...agreed, [20, "3"], [30, "due -"], [400])).toBeNull();
  });

  it("stays one breach when an allowance is promised for the first time", () => {
    const { now } = clockOf({}, [0, "3", "open"], [10, "due 20"], [30], [40, "1"]);
    expect(now.breaches).toEqual([{ atMs: 20, severity: "3", takenBackAtMs: null }]);
  });

  it("stays breached by a date that had passed before the severity changed", () => {
    expect(breachOf({}, ...agreed, [310, "3"])).toBe(300);
    expect(breachOf({}, ...agreed, [310, "2"])).toBe(300);
    const restarted = clockOf({ onSeverityChange: "restart" }, ...agreed, [310, "2"]).now;
    expect([restarted.breachedAtMs, restarted.count]).toEqual([310, 2]);
  });
});
