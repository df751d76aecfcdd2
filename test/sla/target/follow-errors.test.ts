import { describe, expect, it } from "vitest";
import { deskTarget, mon } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });

describe("a clock that is followed", () => {
  wordForWord([
    [
      "and given an event too late",
      () => {
        const clock = plain.follow();
        clock.take({ at: mon("10:00"), state: "open" });
        clock.take({ at: mon("09:00"), state: "done" });
      },
      "event-out-of-order",
      `An event at ${new Date(mon("09:00")).toISOString()} comes before the last event, at ${new Date(mon("10:00")).toISOString()}; give events in order, or take it with { late: "replay" } on a clock that keeps its working.`,
      {},
    ],
    [
      "and read before its last event",
      () => {
        const clock = plain.follow();
        clock.take({ at: mon("10:00"), state: "open" });
        clock.read(mon("09:00"));
      },
      "as-of-before-last-event",
      `A reading at ${new Date(mon("09:00")).toISOString()} was asked for, and the clock has taken an event at ${new Date(mon("10:00")).toISOString()}; read it at that instant or later, or track the ticket's history.`,
      {},
    ],
    [
      "from a value that no clock saved",
      untyped((from) => plain.follow({ from }), 5),
      "definition-invalid",
      "The saved clock has 1 problem:\n  (the whole): 5 given; expected what a clock saved",
      {},
    ],
    [
      "from a value that another version saved",
      untyped((from) => plain.follow({ from }), { ...plain.follow().save(), version: 3 }),
      "definition-invalid",
      "The saved clock has 1 problem:\n  version: 3 given; expected 2, the form that this version of the library saves",
      {},
    ],
  ]);

  it("a saved clock with an invalid part", () => {
    const clock = plain.follow();
    clock.take({ at: mon("10:00"), state: "open" });
    clock.take({ at: mon("11:00"), state: "done" });
    const { standing, ...saved } = clock.save();
    if (!standing) throw new Error("a clock without its working saves where it stands");
    const { now } = standing;
    const goOn = (changes: object) =>
      untyped((from) => plain.follow({ from }), {
        ...saved,
        standing: { ...standing, now: { ...now, ...changes } },
      });
    for (const key of Object.keys(now)) {
      const act = goOn({ [key]: "?" });
      const isText = ["state", "severity", "measuredAs"].includes(key);
      if (isText) expect(act, key).not.toThrow();
      else expect(refusal(act).message, key).toContain(`${key}: "?" given`);
    }
    for (const key of ["startedAtMs", "sinceMs"]) {
      const act = goOn({ [key]: 0.5 });
      expect(refusal(act).message).toContain(`${key}: 0.5 given; expected epoch milliseconds`);
    }
    const less = goOn({ used: -1 });
    expect(refusal(less).message).toContain("used: -1 given");
    const part = goOn({ used: 0.5 });
    expect(refusal(part).message).toContain("used: 0.5 given; expected a whole amount");
  });
});
