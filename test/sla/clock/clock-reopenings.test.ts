import { describe, expect, it } from "vitest";
import type { ClockRules } from "../../../src/sla/clock/rules";
import { clockOf, type Happening, timeOf } from "./small-clock";

describe("a re-opening", () => {
  const late = { reopenWithin: timeOf(10) };
  const again: readonly Happening[] = [[0, "1", "open"], [60, "done"], [80, "open"], [90]];

  it.each([
    ["resume", 70, 1, 0],
    ["continue", 90, 1, 0],
    ["restart", 10, 2, 0],
    ["new-cycle", 10, 2, 1],
  ] as const)("by %s has used %i, in count %i after %i cycles", (onReopen, used, count, cycles) => {
    const clock = clockOf({ onReopen }, ...again);
    expect([clock.now.used, clock.now.count, clock.past.cycles.length]).toEqual([
      used,
      count,
      cycles,
    ]);
    expect([clock.now.verdict, clock.now.reopenings]).toEqual([null, 1]);
  });

  it("that is late begins a cycle, changes nothing, or goes on", () => {
    const of = (onLateReopen: ClockRules["onLateReopen"]) => {
      const { now, past } = clockOf({ ...late, onLateReopen }, ...again);
      return [now.activity, now.used, past.cycles.length];
    };
    expect(of("new-cycle")).toEqual(["running", 10, 1]);
    expect(of("ignore")).toEqual(["stopped", 60, 0]);
    expect(of("go-on")).toEqual(["running", 70, 0]);
  });

  it("of a new cycle has its own start and due instant, and keeps the verdict of the one before", () => {
    const { now, past } = clockOf({ onReopen: "new-cycle" }, ...again);
    expect([now.startedAtMs, now.originalDueAtMs]).toEqual([80, 180]);
    expect(past.cycles).toMatchObject([{ startedAtMs: 0, originalDueAtMs: 100, stoppedAtMs: 60 }]);
  });

  it("forgets a breach if it starts again, and keeps its start and due instant", () => {
    const breached: readonly Happening[] = [
      [0, "2", "open"],
      [60, "done"],
      [80, "open"],
    ];
    const restarted = clockOf({ onReopen: "restart", onceBreached: "keep" }, ...breached).now;
    expect([restarted.breachedAtMs, restarted.startedAtMs, restarted.originalDueAtMs]).toEqual([
      null,
      0,
      50,
    ]);
    expect(restarted.breaches).toEqual([{ atMs: 50, severity: "2", takenBackAtMs: 80 }]);
    const cycle = clockOf({ onReopen: "new-cycle" }, ...breached).now;
    // It belongs to the first cycle, and stands.
    expect(cycle.breaches).toEqual([{ atMs: 50, severity: "2", takenBackAtMs: null }]);
    expect(cycle.isBreachOpen).toBe(false);
  });

  it.each([
    // A date agreed at 10 is of the part that ended at 60; one agreed at 70, or as it is re-opened, is not.
    ["resume", "10", 300],
    ["continue", "10", 300],
    ["restart", "10", null],
    ["new-cycle", "10", null],
    ["restart", "60", null],
    ["restart", "70", 300],
    ["new-cycle", "70", 300],
  ] as const)("by %s of a date agreed at %s is due at %s", (onReopen, at, due) => {
    const agreedAt = Number(at);
    const happened: readonly Happening[] = [
      [0, "1", "open"],
      ...(agreedAt < 60 ? [[agreedAt, "due 300"] as const] : []),
      agreedAt === 60 ? [60, "due 300", "done"] : [60, "done"],
      ...(agreedAt > 60 ? [[agreedAt, "due 300"] as const] : []),
      [80, "open"],
    ];
    expect(clockOf({ onReopen }, ...happened).now.agreed?.dueAtMs ?? null).toBe(due);
  });

  it("at the instant of the stop keeps a date that is given then", () => {
    const happened: readonly Happening[] = [
      [0, "1", "open"],
      [60, "due 300", "done", "open"],
    ];
    expect(clockOf({ onReopen: "restart" }, ...happened).now.agreed?.dueAtMs).toBe(300);
  });
});

describe("a limit of pauses", () => {
  const limited = { pauseLimit: timeOf(10) };

  it("lets a clock run in a state that pauses once it is used up", () => {
    const at = (atMs: number) => {
      const { now } = clockOf(limited, [0, "1", "open"], [5, "wait"], [atMs]);
      return [now.activity, now.isPauseOver, now.used, now.pausedFor, now.pausedFromMs];
    };
    expect(at(14)).toEqual(["paused", false, 5, 9, 5]);
    expect(at(15)).toEqual(["running", true, 5, 10, null]);
    expect(at(20)).toEqual(["running", true, 10, 10, null]);
  });

  it("is of all pauses of a count together, and a new state begins another pause", () => {
    const { now } = clockOf(
      limited,
      [0, "1", "open"],
      [5, "wait"],
      [11, "open"],
      [12, "wait"],
      [20],
    );
    // Six of the ten were spent from 5 to 11, so four are left from 12 on.
    expect([now.activity, now.used, now.pausedFor, now.pauseSpent]).toEqual([
      "running",
      10,
      10,
      10,
    ]);
    const again = clockOf(limited, [0, "1", "wait"], [20, "wait"], [21]).now;
    expect([again.activity, again.isPauseOver, again.pausedFor]).toEqual(["running", true, 10]);
  });

  it("is not spent by a pause that is given again", () => {
    const { now } = clockOf(limited, [0, "1", "wait"], [4, "wait"], [9]);
    expect([now.activity, now.pausedFromMs, now.pauseSpent]).toEqual(["paused", 0, 0]);
  });
});
