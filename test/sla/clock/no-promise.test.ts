import { describe, expect, it } from "vitest";
import {
  explain,
  type HistoryEvent,
  readingFromJSON,
  toJiraSla,
  toServiceNowTaskSla,
} from "../../../src/index";
import { deskTarget, hours, mon, tue, utc } from "../../reference/desk";

/** Around the clock: severity 1 has 4 hours, 2 has 8, and 4 has no promise. */
const target = (terms: Partial<Parameters<typeof deskTarget>[0]> = {}) =>
  deskTarget(
    {
      allowance: {
        "1": { hours: 4, calendar: "always" },
        "2": { hours: 8, calendar: "always" },
        "4": null,
      },
      warnAt: [0.5],
      ...terms,
    },
    { severities: ["1", "2", "4"] },
  );
const open = (severity?: string, at = mon("09:00")): HistoryEvent => ({
  at,
  state: "open",
  severity,
});
const graded = (severity: string, at: string) => ({ at, severity });
const done = (at: string) => ({ at, state: "done" });

describe("a severity to which nothing is promised", () => {
  it("is not applicable, from the start to the stop, and has no due date", () => {
    for (const events of [[open("4")], [open("4"), done(mon("12:00"))]]) {
      const reading = target().track(events, { asOf: tue("09:00") });
      expect([reading.status, reading.breached, reading.allowance]).toEqual([
        "not-applicable",
        false,
        null,
      ]);
      expect([reading.dueAt, reading.originalDueAt, reading.projectedDueAt]).toEqual([
        null,
        null,
        null,
      ]);
      expect([reading.remaining, reading.percentElapsed, hours(reading.overrun)]).toEqual([
        null,
        null,
        0,
      ]);
      expect([utc(reading.startedAt), reading.warnings]).toEqual([
        mon("09:00"),
        [{ share: 0.5, at: null, atMs: null, passed: false }],
      ]);
      expect([toJiraSla(reading).completedCycles, toServiceNowTaskSla(reading)]).toEqual([
        [],
        null,
      ]);
      expect(explain(reading)).toContain(
        "severity 4: not-applicable\n0 counted; nothing is promised;",
      );
      expect(explain(readingFromJSON(JSON.parse(JSON.stringify(reading))))).toBe(explain(reading));
    }
  });

  it("is not applicable before it starts, too", () => {
    expect(target().track([graded("4", mon("09:00"))], { asOf: mon("10:00") }).status).toBe(
      "not-applicable",
    );
  });

  it("takes the promise away from the change on, and the breach with it", () => {
    // 5 h of 4 h: breached at 13:00, not applicable from 14:00 on.
    const reading = target().track([open("1"), graded("4", mon("14:00"))], { asOf: tue("09:00") });
    expect([reading.status, reading.breachedAt, utc(reading.originalDueAt)]).toEqual([
      "not-applicable",
      null,
      mon("13:00"),
    ]);
    expect(
      reading.breaches.map(({ at, severity, takenBackAt }) => [
        utc(at),
        severity,
        utc(takenBackAt),
      ]),
    ).toEqual([[mon("13:00"), "1", mon("14:00")]]);
  });

  // Two hours of severity 1, three of severity 4, and severity 1 again from 14:00 on.
  const there = [open("1"), graded("4", mon("11:00")), graded("1", mon("14:00"))];
  it.each([
    ["carry-elapsed", mon("16:00"), 2], // 2 h are used, and 2 are left at 14:00.
    ["retroactive", mon("13:00"), 5], // As if it had been severity 1 all along.
    ["restart", mon("18:00"), 0],
  ] as const)("a change back goes on as %s says", (onSeverityChange, due, used) => {
    const reading = target({ onSeverityChange }).track(there, { asOf: mon("14:00") });
    expect([utc(reading.dueAt), hours(reading.elapsed)]).toEqual([due, used]);
    expect(
      hours(
        reading.segments.reduce(
          (sum, { counted }) => sum.plus(counted),
          reading.overrun.minus(reading.overrun),
        ),
      ),
    ).toBe(used);
  });

  it.each([
    ["carry-elapsed", mon("15:00")], // The promise begins with the severity that has one.
    ["retroactive", mon("13:00")],
    ["restart", mon("15:00")],
  ] as const)(
    "a ticket that begins without one has it from the change on, or from the start: %s",
    (onSeverityChange, due) => {
      const events = [open("4"), graded("1", mon("11:00"))];
      const reading = target({ onSeverityChange }).track(events, { asOf: mon("11:00") });
      expect([utc(reading.dueAt), utc(reading.originalDueAt)]).toEqual([due, due]);
      expect(utc(reading.startedAt)).toBe(mon("09:00"));
    },
  );

  it("has a reason of its own in the working", () => {
    const reading = target().track(there, { asOf: mon("15:00") });
    expect(reading.segments.map(({ why, counted }) => [why, hours(counted)])).toEqual([
      ["counted", 2],
      ["not-applicable", 0],
      ["counted", 1],
    ]);
    expect(explain(reading)).toContain("nothing is promised");
  });

  it("is the same in numbers, in columns and for a clock that is followed", () => {
    const clock = target().follow();
    for (const event of there) clock.take(event);
    const saved = JSON.parse(JSON.stringify(clock.save()));
    expect(utc(target().follow({ from: saved }).read(mon("14:30")).dueAt)).toBe(mon("16:00"));
  });
});

describe("a ticket whose severity is not known yet", () => {
  it("runs: what has passed is counted, and nothing is due", () => {
    const reading = target().track([open()], { asOf: mon("12:00") });
    expect([reading.status, reading.allowance, reading.dueAt, reading.originalDueAt]).toEqual([
      "running",
      null,
      null,
      null,
    ]);
    expect([hours(reading.elapsed), reading.remaining]).toEqual([3, null]);
    expect(explain(reading)).toContain("3 h counted; the severity is not known yet;");
    expect(
      target().track([open(), { at: mon("10:00"), state: "waiting" }], { asOf: mon("12:00") })
        .status,
    ).toBe("paused");
  });

  it("is measured from its start by the first severity, whatever a change of severity does", () => {
    const waiting = [
      open(),
      { at: mon("10:00"), state: "waiting" },
      { at: mon("10:30"), state: "open" },
      graded("1", mon("11:00")),
    ];
    // An hour, half an hour's pause, half an hour: 1.5 h are used at 11:00, and 2.5 h are left.
    for (const onSeverityChange of ["carry-elapsed", "retroactive", "restart"] as const) {
      const reading = target({ onSeverityChange }).track(waiting, { asOf: mon("11:00") });
      expect([utc(reading.dueAt), utc(reading.originalDueAt)]).toEqual([
        mon("13:30"),
        mon("13:00"),
      ]);
      expect([hours(reading.elapsed), hours(reading.pausedFor)]).toEqual([1.5, 0.5]);
    }
  });

  it("may have breached by then: at its due instant; its warning comes with the severity", () => {
    const reading = target().track([open(), graded("1", mon("15:00"))], { asOf: mon("15:00") });
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", mon("13:00")]);
    expect(reading.warnings.map(({ at }) => utc(at))).toEqual([mon("15:00")]);
    expect(reading.irregularities.map(({ kind }) => kind)).toEqual(["breached-by-severity-change"]);
  });

  it("is judged by a severity that comes after its stop, and by none if none comes", () => {
    const stopped = [open(), done(mon("14:00"))];
    expect(target().track(stopped, { asOf: tue("09:00") }).status).toBe("not-applicable");
    const late = (severity: string) =>
      target().track([...stopped, graded(severity, mon("16:00"))], { asOf: tue("09:00") });
    expect([late("1").status, utc(late("1").breachedAt)]).toEqual(["breached", mon("13:00")]);
    expect([late("2").status, hours(late("2").elapsed)]).toEqual(["met", 5]);
    expect(late("4").status).toBe("not-applicable");
  });
});

describe("a ticket that was stopped without a severity, on a clock that never stops", () => {
  const never = target({ onReopen: "continue" });
  /** Stopped after so many hours, graded at 20:00, when eleven have passed. */
  const stopped = (time: string, severity: string) => [
    open(),
    done(mon(time)),
    graded(severity, mon("20:00")),
  ];

  it("is judged by the first severity as of the stop", () => {
    const met = never.track(stopped("12:00", "1"), { asOf: tue("09:00") });
    expect([met.status, utc(met.dueAt), hours(met.elapsed), hours(met.allowance)]).toEqual([
      "met",
      mon("13:00"),
      3,
      4,
    ]);
    expect([met.breaches, utc(met.originalDueAt)]).toEqual([[], mon("13:00")]);
    // Half of the four hours had been used by the stop; the severity that makes it so came at 20:00.
    expect(met.warnings.map(({ at, passed }) => [utc(at), passed])).toEqual([[mon("20:00"), true]]);
    const late = never.track(stopped("14:00", "1"), { asOf: tue("09:00") });
    expect([late.status, utc(late.breachedAt), hours(late.elapsed)]).toEqual([
      "breached",
      mon("13:00"),
      5,
    ]);
    expect(late.breaches.map(({ at }) => utc(at))).toEqual([mon("13:00")]);
  });

  it("is not applicable if nothing is promised to that severity", () => {
    const reading = never.track(stopped("12:00", "4"), { asOf: tue("09:00") });
    expect([reading.status, reading.dueAt]).toEqual(["not-applicable", null]);
  });

  it("has counted all along when it is re-opened", () => {
    const events = [...stopped("12:00", "2"), open(undefined, tue("09:00"))];
    const reading = never.track(events, { asOf: tue("10:00") });
    expect([reading.status, utc(reading.breachedAt), hours(reading.elapsed)]).toEqual([
      "breached",
      mon("17:00"),
      25,
    ]);
  });
});

describe("once breached", () => {
  // 4 h of severity 1 are over at 13:00; from 14:00 on it has the 8 h of severity 2.
  const lowered = [open("1"), graded("2", mon("14:00")), done(mon("15:00"))];
  const read = (choice: "rejudge" | "keep", terms = {}) =>
    target(terms).track(lowered, { asOf: tue("09:00"), onceBreached: choice });

  it("a larger allowance takes the breach back, or leaves it", () => {
    for (const onSeverityChange of ["carry-elapsed", "retroactive", "restart"] as const) {
      const rejudged = read("rejudge", { onSeverityChange });
      expect([rejudged.status, rejudged.breachedAt]).toEqual(["met", null]);
      const kept = read("keep", { onSeverityChange });
      expect([kept.status, utc(kept.breachedAt)]).toEqual(["breached", mon("13:00")]);
    }
  });

  it("either way every breach is remembered", () => {
    const breachesOf = ({ breaches }: ReturnType<typeof read>) =>
      breaches.map(({ at, severity, takenBackAt }) => [utc(at), severity, utc(takenBackAt)]);
    expect(breachesOf(read("rejudge"))).toEqual([[mon("13:00"), "1", mon("14:00")]]);
    expect(breachesOf(read("keep"))).toEqual([[mon("13:00"), "1", null]]);
    const twice = [...lowered.slice(0, 2), graded("1", mon("15:00"))];
    const reading = target().track(twice, { asOf: mon("16:00") });
    expect(breachesOf(reading)).toEqual([
      [mon("13:00"), "1", mon("14:00")],
      [mon("15:00"), "1", null],
    ]);
  });

  it("a breach of an earlier cycle is not taken back by the next", () => {
    const again = [open("1"), done(mon("15:00")), open("1", mon("16:00"))];
    const { breaches, status } = target({ onReopen: "new-cycle" }).track(again, {
      asOf: mon("17:00"),
    });
    expect([status, breaches.map(({ at, takenBackAt }) => [utc(at), takenBackAt])]).toEqual([
      "running",
      [[mon("13:00"), null]],
    ]);
  });
});
