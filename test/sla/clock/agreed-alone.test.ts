import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AllowanceError,
  defineSla,
  explain,
  type HistoryEvent,
  readingFromJSON,
  snapshot,
  toJiraSla,
  toServiceNowTaskSla,
} from "../../../src/index";
import { readAt } from "../../../src/live/index";
import { refusalsOf } from "../../../src/sql/unsupported";
import { checkSla } from "../../../src/testing";
import { deskTarget, hours, mon, office, tue, utc, wed } from "../../reference/desk";
import { resumed } from "./resumed";

const answer = deskTarget({ allowance: "agreed" });
const open: HistoryEvent = { at: mon("09:00"), state: "open" };
const agreed: HistoryEvent = { at: mon("11:00"), dueAt: wed("12:00") };
const done = (at: string): HistoryEvent => ({ at, state: "done" });

const read = (events: readonly HistoryEvent[], asOf: string) => {
  const reading = answer.track(events, { asOf });
  return [reading.status, utc(reading.dueAt), utc(reading.breachedAt)];
};

describe("a target that promises only an agreed date", () => {
  it("runs without a due date until one is agreed", () => {
    const reading = answer.track([open], { asOf: tue("09:00") });
    expect([reading.status, reading.breached]).toEqual(["running", false]);
    expect([reading.dueAt, reading.originalDueAt, reading.projectedDueAt]).toEqual([
      null,
      null,
      null,
    ]);
    expect([reading.allowance, reading.remaining, reading.percentElapsed]).toEqual([
      null,
      null,
      null,
    ]);
    expect([hours(reading.elapsed), hours(reading.wallElapsed)]).toEqual([0, 24]);
    expect(reading.nextChange).toBeNull();
  });

  it("is met or breached by the agreed date", () => {
    expect(read([open, agreed], tue("09:00"))).toEqual(["running", wed("12:00"), null]);
    const inTime = [open, agreed, done(wed("12:00"))];
    expect(read(inTime, wed("13:00"))).toEqual(["met", wed("12:00"), null]);
    const late = [open, agreed, done(wed("12:01"))];
    expect(read(late, wed("13:00"))).toEqual(["breached", wed("12:00"), wed("12:00")]);
    expect(read([open, agreed], wed("12:01"))).toEqual(["breached", wed("12:00"), wed("12:00")]);
  });

  it("follows the date that was agreed last, and none if it is taken back", () => {
    const later = { at: tue("10:00"), dueAt: wed("16:00") };
    expect(read([open, agreed, later], wed("13:00"))).toEqual(["running", wed("16:00"), null]);
    const none = { at: tue("10:00"), dueAt: null };
    expect(read([open, agreed, none], wed("13:00"))).toEqual(["running", null, null]);
  });

  it("promised nothing to a ticket that ended before a date was agreed", () => {
    expect(read([open, done(mon("10:00"))], tue("09:00"))).toEqual(["not-applicable", null, null]);
    const cancelled = [open, { at: mon("10:00"), state: "void" }];
    expect(read(cancelled, tue("09:00"))[0]).toBe("cancelled");
  });

  it("is pending before the start, and knows no due date for one", () => {
    expect(read([], tue("09:00"))).toEqual(["pending", null, null]);
    const before = [{ at: mon("08:00"), dueAt: wed("12:00") }, open];
    expect(read(before, tue("09:00"))).toEqual(["running", wed("12:00"), null]);
  });

  it("is due at the agreed date although it is paused", () => {
    const paused = [open, agreed, { at: tue("09:00"), state: "waiting" }];
    expect(read(paused, tue("10:00"))).toEqual(["paused", wed("12:00"), null]);
    expect(read(paused, wed("12:01"))).toEqual(["breached", wed("12:00"), wed("12:00")]);
  });

  it("applies to the tickets that it is for, from the change on", () => {
    const enquiries = deskTarget({ allowance: "agreed", when: { type: ["enquiry"] } });
    const typed = (at: string, type: string): HistoryEvent => ({ at, fields: { type } });
    const history = [{ ...open, fields: { type: "incident" } }, agreed];
    const statusOf = (events: readonly HistoryEvent[], onSeverityChange?: "retroactive") =>
      enquiries.track(events, { asOf: tue("09:00"), onSeverityChange }).status;
    for (const choice of [undefined, "retroactive"] as const) {
      expect(statusOf(history, choice)).toBe("not-applicable");
      expect(statusOf([...history, typed(mon("12:00"), "enquiry")], choice)).toBe("running");
    }
  });

  it("has no answer to `due`, since no amount of time says it", () => {
    const due = () => answer.due(mon("09:00"));
    expect(due).toThrow(AllowanceError);
    expect(due).toThrow(/"fix" promises an agreed date.*\{ at, dueAt: /);
    expect(due).toThrow(expect.objectContaining({ code: "allowance-agreed" }));
  });

  it("says in its working that no date is agreed, or that one was", () => {
    const running = answer.track([open], { asOf: tue("09:00") });
    expect(explain(running)).toContain("\n0 counted; no date is agreed yet;");
    expect(explain(running)).toContain('chosen: allowance "agreed": only an agreed date is');
    expect(explain(running)).toMatch(/open +0 +0 +only an agreed date is promised$/);
    const over = answer.track([open, done(mon("10:00"))], { asOf: tue("09:00") });
    expect(explain(over)).toContain("\n0 counted; no date was agreed;");
    const dated = answer.track([open, agreed], { asOf: tue("09:00") });
    expect(explain(dated)).toContain("\n0 counted; due by an agreed date;");
    expect(explain(answer.track([], { asOf: tue("09:00") }))).toContain("no date is agreed yet");
    for (const reading of [running, over, dated]) {
      expect(explain(readingFromJSON(JSON.parse(JSON.stringify(reading))))).toBe(explain(reading));
    }
  });

  it("has no record in Jira or ServiceNow, which know goals in time alone", () => {
    const reading = answer.track([open, agreed], { asOf: tue("09:00") });
    expect(toJiraSla(reading)).toEqual({ name: "fix", completedCycles: [] });
    expect(toServiceNowTaskSla(reading)).toBeNull();
  });

  it("is live: breached from the agreed date on", () => {
    const live = snapshot(answer.track([open, agreed], { asOf: tue("09:00") }), {
      until: wed("23:00"),
    });
    const statusAt = (at: string) => readAt(live, Date.parse(at)).status;
    expect([statusAt(wed("12:00")), statusAt(wed("12:01"))]).toEqual(["running", "breached"]);
  });

  it("is refused by SQL by its name", () => {
    const policy = {
      id: "desk",
      targets: { fix: { allowance: "agreed", runs: ["open"], stops: ["done"] } },
    } as const;
    const sla = defineSla(policy);
    expect(refusalsOf(sla, [sla.targets.fix])).toEqual([
      'target "fix": an agreed date ("agreed"); leave the target out',
    ]);
  });

  it("keeps the laws of every policy", () => {
    const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"], cancels: ["void"] };
    const eight = { hours: 8, calendar: "office" };
    const sla = defineSla({
      id: "desk",
      calendars: { office },
      severities: ["1", "2", "3"],
      targets: {
        answer: { ...states, allowance: "agreed" },
        fix: { ...states, allowance: { "1": eight, "2": "agreed", "3": null } },
      },
    });
    checkSla(sla);
  });
});

describe("a severity that is promised only an agreed date", () => {
  const severities = ["1", "2", "3"];
  const mixed = deskTarget(
    { allowance: { "1": { hours: 4, calendar: "office" }, "2": "agreed", "3": null } },
    { severities },
  );
  const graded = (at: string, severity: string): HistoryEvent => ({ at, severity });
  const opened = (severity: string): HistoryEvent => ({ ...open, severity });

  it.each<[string, readonly HistoryEvent[], unknown]>([
    ["nothing before the change", [opened("2")], ["running", null, 0]],
    // Three hours to noon, counted by the first allowance; then nothing counts any more.
    ["what was used", [opened("1"), graded(mon("12:00"), "2")], ["running", null, 3]],
    // From noon on four hours, as after a severity that was promised nothing.
    ["from then on", [opened("2"), graded(mon("12:00"), "1")], ["running", mon("16:00"), 1]],
    ["again", [opened("3"), graded(mon("12:00"), "2")], ["running", null, 0]],
    ["nothing", [opened("2"), graded(mon("12:00"), "3")], ["not-applicable", null, 0]],
  ])("counts, of the time: %s", (_, events, expected) => {
    const reading = mixed.track(events, { asOf: mon("13:00") });
    expect([reading.status, utc(reading.dueAt), hours(reading.elapsed)]).toEqual(expected);
  });

  it("is measured from the start if a change counts from there", () => {
    const history = [opened("2"), graded(mon("12:00"), "1")];
    const reading = mixed.track(history, { asOf: mon("13:30"), onSeverityChange: "retroactive" });
    expect([utc(reading.dueAt), utc(reading.breachedAt)]).toEqual([mon("13:00"), mon("13:00")]);
  });

  it("says so for the time before, and not that a restart left it out", () => {
    const history = [opened("2"), graded(mon("12:00"), "1")];
    const whys = mixed.track(history, { asOf: mon("13:00") }).segments.map(({ why }) => why);
    expect(whys).toEqual(["by-agreement", "counted"]);
  });

  it("belongs to `promises`, which tell what each severity has", () => {
    expect(mixed.promises).toEqual([
      { severity: "1", allowance: { hours: 4, calendar: "office" } },
      { severity: "2", allowance: "agreed" },
      { severity: "3", allowance: null },
    ]);
    expect(answer.promises).toEqual([{ severity: null, allowance: "agreed" }]);
  });

  it("is not ignored by a choice that would leave no promise", () => {
    const policy = (allowance: unknown, agreedDates?: string) => () =>
      deskTarget({ allowance, agreedDates } as never, { severities });
    expect(policy("agreed", "ignore")).toThrow(/agreedDates: "ignore" given;.*leave agreedDates/);
    expect(policy({ "1": null, "2": "agreed" }, "ignore")).toThrow(/agreedDates/);
    expect(policy("agree")).toThrow(/"agree" given; expected an allowance, or "agreed"/);
    expect(policy({ "1": "agree" })).toThrow(/allowance\["1"\]: "agree" given/);
    const call = () => answer.track([open], { asOf: tue("09:00"), agreedDates: "ignore" });
    expect(call).toThrow(/cannot be ignored; choose "replaces"/);
  });
});

/** What a ticket of {@link answer} comes to: a date holds from when it is given, and is breached as it passes. */
function judged(events: readonly HistoryEvent[], asOf: number) {
  let [dueAt, breachedAt]: (number | null)[] = [null, null];
  const isPast = (at: number) => typeof dueAt === "number" && dueAt < at;
  for (const { at, state, dueAt: given } of events) {
    if (breachedAt === null && isPast(Number(at))) breachedAt = dueAt as number;
    if (state === "done") return { dueAt: breachedAt ?? dueAt, breachedAt, stopped: true };
    if (given === undefined) continue;
    dueAt = given as number | null;
    breachedAt = isPast(Number(at)) ? (breachedAt ?? Number(at)) : null;
  }
  if (breachedAt === null && isPast(asOf)) breachedAt = dueAt as number;
  return { dueAt: breachedAt ?? dueAt, breachedAt, stopped: false };
}

describe("every history of agreed dates", () => {
  const start = Date.parse(mon("09:00"));
  const HOUR = 3_600_000;
  const date = fc.record({
    after: fc.integer({ min: 1, max: 100 }),
    due: fc.option(fc.integer({ min: -5, max: 150 })),
  });
  const history = fc
    .record({ dates: fc.array(date, { maxLength: 6 }), stop: fc.option(fc.nat({ max: 120 })) })
    .map(({ dates, stop }) => {
      const byHour = new Map(dates.map(({ after, due }) => [after, due]));
      const end = stop === null ? null : start + stop * HOUR + HOUR / 2;
      const given = [...byHour]
        .sort(([a], [b]) => a - b)
        .map(([after, due]): HistoryEvent => {
          const dueAt = due === null ? null : start + due * HOUR;
          return { at: start + after * HOUR, dueAt };
        })
        .filter(({ at }) => end === null || Number(at) < end);
      const ended: HistoryEvent[] = end === null ? [] : [{ at: end, state: "done" }];
      return [{ at: start, state: "open" }, ...given, ...ended];
    });

  it("is judged as a list of dates is read by hand, in every form", () => {
    fc.assert(
      fc.property(history, (events) => {
        const asOf = start + 200 * HOUR;
        const { dueAt, breachedAt, stopped } = judged(events, asOf);
        const ended = dueAt === null ? "not-applicable" : "met";
        const status = breachedAt === null ? (stopped ? ended : "running") : "breached";
        const expected = [status, dueAt, breachedAt];
        const reading = answer.track(events, { asOf });
        expect([reading.status, reading.dueAtMs, reading.breachedAtMs]).toEqual(expected);
        const followed = resumed(answer, events).read(asOf);
        expect([followed.status, followed.dueAtMs, followed.breachedAtMs]).toEqual(expected);
        for (const result of answer.trackMany([{ ticket: "1", events }], { asOf })) {
          if (result.error !== null) throw result.error;
          expect([result.status, result.dueAtMs, result.breachedAtMs]).toEqual(expected);
        }
      }),
    );
  });
});
