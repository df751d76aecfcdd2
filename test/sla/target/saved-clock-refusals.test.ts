import { describe, expect, it } from "vitest";
import { deskTarget, mon } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

/** What milestones, availability, eligibility and saved clocks refuse, and what they say at their bounds. */

describe("a saved clock", () => {
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
  const open = { at: mon("09:00"), state: "open" };
  const after = (...events: readonly object[]) => {
    const clock = target.follow();
    for (const event of events) clock.take(event as typeof open);
    return JSON.parse(JSON.stringify(clock.save()));
  };
  const waiting = { at: mon("10:00"), state: "waiting" };
  const done = { at: mon("11:00"), state: "done" };
  const gone = { at: mon("12:00"), state: "void" };
  const goOn = (state: unknown) => target.follow({ from: state as never });

  it.each<[string, readonly object[], string]>([
    ["nothing", [], "pending"],
    ["a start", [open], "running"],
    ["a pause", [open, waiting], "paused"],
    ["a stop", [open, waiting, done], "met"],
    ["an end before any start", [gone], "cancelled"],
    ["an end", [open, waiting, gone], "cancelled"],
    ["a re-opening", [open, done, { at: mon("12:00"), state: "open" }], "running"],
  ])("after %s is gone on from", (_, events, status) => {
    const saved = after(...events);
    const clock = goOn(saved);
    expect(clock.read(mon("12:00")).status).toBe(status);
    expect(clock.save()).toEqual(saved);
  });

  it("of an allowance in days is, too", () => {
    const days = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    const clock = days.follow();
    clock.take(open);
    clock.take(done);
    clock.take(gone); // What a clock has of its last instant is not in what it stands at.
    const saved = JSON.parse(JSON.stringify(clock.save()));
    expect(days.follow({ from: saved }).save()).toEqual(saved);
    expect(saved.standing.now.verdict.unit).toBe("days");
  });

  const running = after(open, waiting, { at: mon("10:30"), state: "open" }, { at: mon("10:45") });
  const stopped = after(open, done, { at: mon("11:30") });
  const having = (saved: typeof running, changes: object) => ({
    ...saved,
    standing: { ...saved.standing, now: { ...saved.standing.now, ...changes } },
  });
  const MEASURES =
    "expected an instant if the clock measures an allowance, and null if it has not started";
  const INSTANT = "expected an instant if the clock has started, and null if it has not";
  it.each<[string, unknown, string]>([
    [
      "an instant in words",
      having(running, { sinceMs: "now" }),
      'sinceMs: "now" given; expected epoch',
    ],
    ["an instant out of range", having(running, { sinceMs: 8.64e15 + 1 }), "sinceMs: "],
    ["an instant out of range below", having(running, { sinceMs: -8.64e15 - 1 }), "sinceMs: "],
    [
      "half an amount",
      having(running, { used: 0.5 }),
      "standing.now.used: 0.5 given; expected a whole amount",
    ],
    ["less than nothing", having(running, { used: -1 }), "used: "],
    ["more than there is", having(running, { used: 8.64e15 + 1 }), "used: "],
    ["an unknown activity", having(running, { activity: "asleep" }), "activity: "],
    ["an unknown key", { ...running, x: 1 }, "x: unknown key"],
    ["an unknown key inside", having(running, { x: 1 }), "standing.now.x: unknown key"],
    ["another version", { ...running, version: 3 }, "expected 2, the form that this version"],
    [
      "running without a start",
      having(running, { startedAtMs: null }),
      "startedAtMs: null given; expected an instant, unless the clock is pending or was cancelled before it started",
    ],
    ["pending with a start", having(running, { activity: "pending" }), "startedAtMs: "],
    ["running without a count", having(running, { countingFromMs: null }), INSTANT],
    ["running without a due date", having(running, { originalDueAtMs: null }), MEASURES],
    ["a count without a start", having(after(), { countingFromMs: 0 }), INSTANT],
    ["a due date without a start", having(after(), { originalDueAtMs: 0 }), MEASURES],
    [
      "running since never",
      having(running, { sinceMs: null }),
      "sinceMs: null given; expected an instant, unless the clock is pending",
    ],
    [
      "stopped without a verdict",
      having(running, { activity: "stopped" }),
      "verdict: null given; expected a verdict if the clock is stopped, and null if it is not",
    ],
    [
      "running with a verdict",
      having(running, { verdict: stopped.standing.now.verdict }),
      "given; expected a verdict if the clock is stopped",
    ],
    [
      "cancelled at no time",
      having(running, { activity: "cancelled" }),
      "cancelledAtMs: null given; expected an instant if the clock is cancelled, and null if it is not",
    ],
    ["running though cancelled", having(running, { cancelledAtMs: 5 }), "cancelledAtMs: 5 given"],
    ["an empty verdict", having(stopped, { verdict: {} }), "verdict.startedAtMs"],
    [
      "events of several instants as one",
      {
        ...running,
        standing: { ...running.standing, instant: [{ atMs: 1 }, { atMs: 2 }] },
      },
      "standing.instant: ",
    ],
    [
      "an unknown kind of irregularity",
      {
        ...running,
        standing: {
          ...running.standing,
          oddities: [{ kind: "odd", atMs: 1, state: null, severity: null }],
        },
      },
      "standing.oddities[0].kind: ",
    ],
    [
      "neither a standing nor a history",
      { ...running, standing: null },
      'expected either "standing" or "history"; the other one is null',
    ],
    ["a function", () => 1, "The saved clock has 1 problem:\n  (the whole): expected JSON without"],
  ])("with %s is refused", (_, state, message) => {
    const error = refusal(() => goOn(state));
    expect(error.code).toBe("definition-invalid");
    expect(error.message).toContain(message);
  });
});
