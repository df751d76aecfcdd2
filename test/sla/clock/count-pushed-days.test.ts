import { describe, expect, it } from "vitest";
import { clockOf, daysOf, gradedOf, singleOf } from "./small-clock";

/** Two days of 100 each, which pauses push on. */
const push = { dayPauses: "push" } as const;
const two = singleOf(daysOf(2), push);
/** Time is worked until 160 and never after it. */
const untilEvening = {
  between: (a: number, b: number) => Math.min(b, 160) - Math.min(a, 160),
  add: (a: number, more: number) => a + more,
};
const evening = singleOf(daysOf(2, untilEvening), push);

describe("an allowance in days that pauses push on", () => {
  it("is due as much later as it was paused", () => {
    const { count, now } = clockOf(two, [0, "1", "open"], [10, "wait"], [40, "open"], [50]);
    expect([count.dueFrom(50), now.pausedWorkMs, now.wallPausedMs]).toEqual([230, 30, 30]);
    const dayEnds = clockOf(singleOf(daysOf(2)), [0, "1", "wait"], [40, "open"], [50]);
    expect([dayEnds.count.dueFrom(50), dayEnds.now.pausedWorkMs]).toEqual([200, 0]);
    expect(clockOf(two, [0, "1", "open"], [50]).count.dueFrom(50)).toBe(200);
  });

  it("is breached as that instant passes, and its pauses move it no further", () => {
    const at = (atMs: number) =>
      clockOf(two, [0, "1", "open"], [10, "wait"], [40, "open"], [atMs]).now.breachedAtMs;
    expect([at(230), at(231)]).toEqual([null, 230]);
    const later = clockOf(two, [0, "1", "open"], [201, "wait"], [250, "open"], [300]).now;
    expect([later.breachedAtMs, later.pausedWorkMs]).toEqual([200, 0]);
  });

  it("is not breached in a pause, and as it ends if its instant is past", () => {
    const paused = clockOf(evening, [0, "1", "open"], [150, "wait"], [400]);
    // Ten of the pause were worked, so it is due at 210.
    expect([paused.now.breachedAtMs, paused.count.dueFrom(400)]).toEqual([null, 210]);
    const open = clockOf(evening, [0, "1", "open"], [150, "wait"], [400, "open"], [401]).now;
    expect(open.breachedAtMs).toBe(400);
    const done = clockOf(evening, [0, "1", "open"], [150, "wait"], [400, "done"]).now;
    expect(done.verdict).toMatchObject({ breachedAtMs: 400, dueAtMs: 400 });
    expect(done.breaches).toEqual([{ atMs: 400, severity: "1", takenBackAtMs: null }]);
    const inTime = clockOf(evening, [0, "1", "open"], [150, "wait"], [210, "done"]).now;
    expect(inTime.verdict?.breachedAtMs).toBeNull();
  });

  it("is pushed on by the time while resolved, unless that counts or it was breached", () => {
    const pushed = (onReopen: "resume" | "continue", doneMs = 50) =>
      clockOf({ ...two, onReopen }, [0, "1", "open"], [doneMs, "done"], [doneMs + 30, "open"]).now
        .pausedWorkMs;
    expect([pushed("resume"), pushed("continue"), pushed("resume", 250)]).toEqual([30, 0, 0]);
    const dayEnds = clockOf(singleOf(daysOf(2)), [0, "1", "open"], [50, "done"], [80, "open"]).now;
    expect(dayEnds.pausedWorkMs).toBe(0);
    const time = clockOf(push, [0, "1", "open"], [50, "done"], [80, "open"]).now;
    expect(time.pausedWorkMs).toBe(0);
  });

  it("counts the days that it ran over", () => {
    const { now } = clockOf(two, [0, "1", "open"], [120, "wait"], [320, "open"], [420]);
    expect([now.used, now.pausedFor]).toEqual([2, 2]);
  });
});

describe("a severity of days that pauses push on", () => {
  const graded = gradedOf({ "1": daysOf(4), "2": daysOf(1) }, push);

  it("that came late is pushed on by every pause from the start", () => {
    const { count, now } = clockOf(graded, [0, "open"], [10, "wait"], [40, "open"], [50, "1"]);
    expect([count.dueFrom(50), now.pausedWorkMs]).toEqual([430, 30]);
    const dayEnds = gradedOf({ "1": daysOf(4) });
    expect(clockOf(dayEnds, [0, "wait"], [40, "1", "open"]).now.pausedWorkMs).toBe(0);
    expect(clockOf(push, [0, "wait"], [40, "1", "open"]).now.pausedWorkMs).toBe(0);
  });

  it("that came late is breached at its due instant", () => {
    const late = (...more: readonly (readonly [number, string])[]) =>
      clockOf(graded, [0, "open"], ...more, [150, "2"]).now.breachedAtMs;
    expect(late()).toBe(100);
    expect(late([10, "wait"], [40, "open"])).toBe(130);
    expect(late([10, "wait"], [70, "open"])).toBeNull();
  });

  it("that came after a stop judges it by the instant that the pause moved", () => {
    const more = {
      ...gradedOf({ "2": daysOf(1, untilEvening) }, push),
      onReopen: "continue",
    } as const;
    const judged = (atDue: "met" | "breached") =>
      clockOf({ ...more, atDue }, [0, "open"], [50, "wait"], [210, "done"], [230, "2"]).now.verdict
        ?.breachedAtMs;
    // Of the pause, 50 to 160 was worked, so it is due at 100 + 110.
    expect([judged("met"), judged("breached")]).toEqual([null, 210]);
  });

  it("that is smaller is breached as it is given, unless it is due then or later", () => {
    const given = (atMs: number) => clockOf(graded, [0, "1", "open"], [atMs, "2"]).now.breachedAtMs;
    expect([given(99), given(100), given(101)]).toEqual([null, null, 101]);
  });

  it("that is larger takes a breach back", () => {
    const { now } = clockOf(graded, [0, "2", "open"], [150, "1"]);
    expect(now.breaches).toEqual([{ atMs: 100, severity: "2", takenBackAtMs: 150 }]);
  });
});

describe("the unit of a clock", () => {
  it("is that of its allowance, or of the first before the severity is known", () => {
    const days = gradedOf({ "1": daysOf(1) });
    expect(clockOf(days, [0, "open"]).count.unit).toBe("days");
    expect(clockOf(days).count.unit).toBe("days");
    expect(clockOf(days, [0, "9", "open"]).count.unit).toBe("days");
    expect(clockOf({}, [0, "1", "open"]).count.unit).toBe("milliseconds");
    expect(clockOf({ bySeverity: () => new Map() }).count.unit).toBe("milliseconds");
  });
});
