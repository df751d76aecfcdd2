import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  CoverageError,
  defineSla,
  type HistoryEvent,
  nhsmail,
  type SlaReading,
  snapshot,
} from "../../../src/index";
import { readAt, remainingAt } from "../../../src/live/index";
import { continuationOf, continued } from "../../../src/sla/reading/continued";
import { refusal } from "../../reference/refusals";

const office = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } as const;
const states = { runs: ["new"], pauses: ["waiting"], stops: ["done"], cancels: ["void"] };
const desk = defineSla({
  id: "desk",
  calendars: { office },
  targets: {
    fix: { ...states, allowance: { hours: 8, calendar: "office" }, warnAt: [0.75] },
    visit: { ...states, allowance: { workingDays: 2, calendar: "office" } },
    report: { ...states, allowance: { months: 1 } },
  },
});
const { fix, visit, report } = desk.targets;

const ms = (text: string) => Date.parse(text);
const HOUR = 3_600_000;
/** Friday 20 November 2026; no bank holiday is near. */
const NEW: HistoryEvent = { at: "2026-11-20T16:30:00Z", state: "new" };
const running = () => fix.track([NEW], { asOf: "2026-11-20T16:45:00Z", ticket: "D-1" });

describe("a snapshot of a clock that runs", () => {
  it("has the periods that count until then, what holds from when on, and no more", () => {
    // Half an hour of Friday and seven and a half of Monday are eight; six of them are up at 14:30.
    const common = { paused: false, stopped: false, allowance: 8 * HOUR, provisional: false };
    const dueAtMs = ms("2026-11-23T16:30:00Z");
    expect(snapshot(running(), { until: "2026-11-24T12:00:00Z" })).toEqual({
      version: 1,
      ticket: "D-1",
      target: "fix",
      title: "fix",
      severity: null,
      timeZone: "Europe/London",
      asOfMs: ms("2026-11-20T16:45:00Z"),
      untilMs: ms("2026-11-24T12:00:00Z"),
      unit: "milliseconds",
      elapsed: 900_000,
      periods: [
        [ms("2026-11-20T16:45:00Z"), ms("2026-11-20T17:00:00Z")],
        [ms("2026-11-23T09:00:00Z"), ms("2026-11-23T17:00:00Z")],
        [ms("2026-11-24T09:00:00Z"), ms("2026-11-24T12:00:00Z")],
      ],
      dayEnds: [],
      stages: [
        {
          fromMs: ms("2026-11-20T16:45:00Z"),
          status: "running",
          breached: false,
          dueAtMs,
          ...common,
        },
        // Done at the due instant is in time, so it is late from the next millisecond on.
        { fromMs: dueAtMs + 1, status: "breached", breached: true, dueAtMs, ...common },
      ],
      warnings: [{ share: 0.75, atMs: ms("2026-11-23T14:30:00Z") }],
    });
  });

  it("agrees with the target at every millisecond about a closing, an opening and the due instant", () => {
    const taken = snapshot(running(), { until: "2026-11-24T12:00:00Z" });
    const edges = ["2026-11-20T17:00:00Z", "2026-11-23T09:00:00Z", "2026-11-23T16:30:00Z"];
    for (const edgeMs of edges.map(ms)) {
      for (let nowMs = edgeMs - 50; nowMs <= edgeMs + 50; nowMs++) {
        const { status, remaining, overrun } = fix.track([NEW], { asOf: nowMs });
        expect(readAt(taken, nowMs)).toMatchObject({
          status,
          remaining: remaining?.toMillis(),
          overrun: overrun.toMillis(),
        });
      }
    }
  });

  it("of days has the ends of those that are used", () => {
    // Friday is day 0; Monday and Tuesday are the two days, each used up at the midnight that ends it.
    const reading = visit.track([NEW], { asOf: "2026-11-20T16:45:00Z" });
    const taken = snapshot(reading, { until: "2026-11-26T00:00:00Z" });
    expect(taken.unit).toBe("days");
    expect(taken.periods).toEqual([]);
    expect(taken.dayEnds).toEqual(
      ["2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z"].map(ms),
    );
    expect(taken.stages.map(({ fromMs, status }) => [fromMs, status])).toEqual([
      [ms("2026-11-20T16:45:00Z"), "running"],
      [ms("2026-11-25T00:00:00Z") + 1, "breached"],
    ]);
    expect(remainingAt(taken, ms("2026-11-24T23:59:59.999Z"))).toBe(1);
  });

  it("says from when on its answer rests on bank holidays that may yet change", () => {
    const { incidentResolution } = nhsmail().targets;
    const event = { at: "2028-12-29T15:00:00Z", state: "new", severity: "1" };
    const reading = incidentResolution.track([event], { asOf: "2028-12-29T15:00:00Z" });
    const taken = snapshot(reading, { until: "2029-01-10T00:00:00Z" });
    expect(taken.stages[0]?.provisional).toBe(reading.provisional);
    expect(taken.stages.at(-1)?.provisional).toBe(true);
  });
});

describe("a snapshot of a clock that does not run", () => {
  const at = (state: string): HistoryEvent => ({ at: "2026-11-20T16:40:00Z", state });
  const until = "2026-12-20T00:00:00Z";
  const asOf = "2026-11-20T16:45:00Z";

  it.each([
    ["paused", "waiting", "paused"],
    ["stopped in time", "done", "met"],
    ["cancelled", "void", "cancelled"],
  ])("%s, has one stage and no periods", (_, state, status) => {
    const taken = snapshot(fix.track([NEW, at(state)], { asOf }), { until });
    expect(taken.stages.map((stage) => stage.status)).toEqual([status]);
    expect(taken.stages[0]?.stopped).toBe(state !== "waiting");
    expect(taken.periods).toEqual([]);
    // Ten minutes had been used.
    expect(taken.elapsed).toBe(600_000);
  });

  it("has no instant for a warning ahead while it is paused", () => {
    const paused = snapshot(fix.track([NEW, at("waiting")], { asOf }), { until });
    expect(paused.warnings).toEqual([{ share: 0.75, atMs: null }]);
  });

  it("that has not started loses nothing of an allowance that is shorter then", () => {
    const taken = snapshot(report.track([], { asOf: "2027-01-28T12:00:00Z" }), {
      until: "2027-01-30T12:00:00Z",
    });
    expect(taken).not.toHaveProperty("lost");
    expect(taken.stages.map(({ allowance }) => allowance)).toEqual([31, 30, 29]);
  });

  it("that has not started has the allowance of a start then, which months make longer and shorter", () => {
    const taken = snapshot(report.track([], { asOf: "2027-01-28T12:00:00Z" }), {
      until: "2027-03-01T12:00:00Z",
    });
    // A month from 28 January is 28 February, 31 days later; so it is from 29, 30 and 31 January, which
    // are 30, 29 and 28 days before it; from 1 February it is 1 March, and from 1 March 1 April.
    expect(taken.stages.map(({ fromMs, allowance }) => [fromMs, allowance])).toEqual([
      [ms("2027-01-28T12:00:00Z"), 31],
      [ms("2027-01-29T00:00:00Z"), 30],
      [ms("2027-01-30T00:00:00Z"), 29],
      [ms("2027-01-31T00:00:00Z"), 28],
      [ms("2027-03-01T00:00:00Z"), 31],
    ]);
  });
});

describe("a snapshot of a clock that waits for an agreed date", () => {
  // Ten minutes are used by 16:40 on Friday; the agreed date is Monday at 12:00.
  const waits: readonly HistoryEvent[] = [
    NEW,
    { at: "2026-11-20T16:35:00Z", dueAt: "2026-11-23T12:00:00Z" },
    { at: "2026-11-20T16:40:00Z", state: "waiting" },
  ];

  it("loses what the calendar has until then, and is late after it", () => {
    const reading = fix.track(waits, { asOf: "2026-11-20T16:45:00Z" });
    const taken = snapshot(reading, { until: "2026-11-24T12:00:00Z" });
    // Used: ten minutes. Left: a quarter of an hour of Friday and three hours of Monday.
    const allowance = 600_000 + 15 * 60_000 + 3 * HOUR;
    expect(taken.elapsed).toBe(600_000);
    expect(taken.periods).toEqual([]);
    expect(taken.lost).toEqual({
      periods: [
        [ms("2026-11-20T16:45:00Z"), ms("2026-11-20T17:00:00Z")],
        [ms("2026-11-23T09:00:00Z"), ms("2026-11-23T12:00:00Z")],
      ],
      dayEnds: [],
    });
    expect(taken.stages.map((stage) => [stage.fromMs, stage.status, stage.allowance])).toEqual([
      [ms("2026-11-20T16:45:00Z"), "paused", allowance],
      [ms("2026-11-23T12:00:00Z") + 1, "breached", allowance],
    ]);
    expect(remainingAt(taken, ms("2026-11-23T11:00:00Z"))).toBe(HOUR);
    // It is warned only while it runs.
    expect(taken.warnings).toEqual([{ share: 0.75, atMs: null }]);
  });

  it("loses nothing if it goes on only until the next opening", () => {
    const reading = fix.track(waits, { asOf: "2026-11-20T17:00:00Z" });
    const taken = snapshot(reading, { until: "2026-11-23T09:00:00Z" });
    expect(taken).not.toHaveProperty("lost");
    expect(taken.stages).toHaveLength(1);
  });
});

describe("a snapshot of a clock that waits for an hour at most", () => {
  const { limited } = defineSla({
    id: "limited",
    calendars: { office },
    targets: {
      limited: {
        ...states,
        allowance: { hours: 8, calendar: "office" },
        pauseLimit: { hours: 1, calendar: "office" },
        warnAt: [0.01, 0.75],
      },
    },
  }).targets;
  const waits = [NEW, { at: "2026-11-20T16:40:00Z", state: "waiting" }];

  it("goes on by itself, and is warned then", () => {
    const reading = limited.track(waits, { asOf: "2026-11-20T16:45:00Z" });
    // The hour is over on Monday at 09:40. Ten minutes are used of eight hours, and six are at 15:30. One
    // hundredth of eight hours is 4 min 48 s.
    const taken = snapshot(reading, { until: "2026-11-23T15:30:00Z" });
    expect(taken.warnings).toEqual([
      { share: 0.01, atMs: ms("2026-11-20T16:34:48Z") },
      { share: 0.75, atMs: ms("2026-11-23T15:30:00Z") },
    ]);
    expect(taken.periods).toEqual([[ms("2026-11-23T09:40:00Z"), ms("2026-11-23T15:30:00Z")]]);
    expect(taken.stages.map(({ fromMs, status }) => [fromMs, status])).toEqual([
      [ms("2026-11-20T16:45:00Z"), "paused"],
      [ms("2026-11-23T09:40:00Z"), "running"],
    ]);
    const sooner = snapshot(reading, { until: "2026-11-23T15:29:59.999Z" });
    expect(sooner.warnings[1]).toEqual({ share: 0.75, atMs: null });
  });
});

describe("how a reading goes on", () => {
  it("leaves no trace in its JSON or among its keys", () => {
    const reading = running();
    expect(JSON.stringify(reading)).not.toContain("continu");
    expect(Object.keys(reading)).toEqual(Object.keys(JSON.parse(JSON.stringify(reading))));
    expect(Object.isFrozen(reading)).toBe(true);
  });

  it("is kept under names that are the same in every copy of the library", () => {
    expect(Object.getOwnPropertySymbols(running())).toEqual([
      Symbol.for("core-hours.continuation"),
      Symbol.for("core-hours.segments"),
    ]);
  });

  it("is known of a clock that is followed too", () => {
    const clock = fix.follow({ ticket: "D-1" });
    clock.take(NEW);
    const until = "2026-11-24T12:00:00Z";
    expect(snapshot(clock.read("2026-11-20T16:45:00Z"), { until })).toEqual(
      snapshot(running(), { until }),
    );
  });

  it.each<[string, () => unknown]>([
    ["a copy of a reading", () => ({ ...running() })],
    ["its JSON", () => JSON.parse(JSON.stringify(running()))],
    ["nothing", () => null],
    ["text", () => "D-1"],
  ])("is not known of %s", (_, make) => {
    // A program without types gives what TypeScript would not let through.
    const given = make() as SlaReading;
    const act = () => snapshot(given, { until: "2026-11-24T12:00:00Z" });
    expect(act).toThrow(CoreHoursError);
    expect(act).toThrow(/cannot go on by itself; give what track or read gave/);
    const error = refusal(act);
    expect(error.code).toBe("reading-not-live");
    expect(`${error.data["given"]} cannot go on`).toBe(
      error.message.slice(0, error.message.indexOf(" by")),
    );
  });
});

describe("the last instant of a snapshot", () => {
  it("may be the reading's own, and may not be before it", () => {
    const reading = running();
    expect(snapshot(reading, { until: reading.asOf }).periods).toEqual([]);
    expect(() => snapshot(reading, { until: "2026-11-20T16:44:59.999Z" })).toThrow(
      "A snapshot until 2026-11-20T16:44:59.999Z was asked for, of a reading as of 2026-11-20T16:45:00.000Z; give an instant at or after that.",
    );
  });

  it("is told with what was asked for", () => {
    const reading = running();
    const error = refusal(() => snapshot(reading, { until: 0 }));
    expect([error.code, error.data]).toEqual([
      "option-invalid",
      { option: "until", givenMs: 0, asOfMs: ms("2026-11-20T16:45:00Z") },
    ]);
  });

  it("is an instant, and the only option", () => {
    const loosely = snapshot as (reading: SlaReading, options?: object) => unknown;
    expect(() => loosely(running())).toThrow(/is not an instant/);
    expect(() => loosely(running(), { until: "soon" })).toThrow(/is not an instant/);
    expect(() => loosely(running(), { untill: 1 })).toThrow('did you mean "until"?');
    expect(() => loosely(running(), { untill: 1 })).toThrow("snapshot");
    expect(() => loosely(running(), 5 as never)).toThrow('{ until: "2026-11-27T16:30:00Z" }');
  });

  it("lies within what the calendar covers", () => {
    const { incidentResolution } = nhsmail().targets;
    const event = { at: "2026-11-20T16:30:00Z", state: "new", severity: "1" };
    const reading = incidentResolution.track([event], { asOf: "2026-11-20T16:45:00Z" });
    expect(() => snapshot(reading, { until: "2050-01-01T00:00:00Z" })).toThrow(CoverageError);
  });

  it("may be years ahead: what is asked grows with the periods, and not with their length", () => {
    const reading = running();
    const numbersAt = continuationOf(reading);
    let asked = 0;
    if (!numbersAt) throw new Error("a reading that was tracked goes on");
    const counted = (atMs: number) => {
      asked++;
      return numbersAt(atMs);
    };
    const counting = continued({ ...reading }, Object.assign(counted, numbersAt));
    const { periods } = snapshot(counting, { until: "2036-11-20T16:45:00Z" });
    expect(periods.length).toBeGreaterThan(2_600);
    // Each of the two edges of a period is found by halving ten years, 315,576,000,000 ms: 38 times.
    expect(asked).toBeLessThan(2 * periods.length * 38 + 100);
  });

  it("a week ahead costs some hundred bytes", () => {
    const taken = snapshot(running(), { until: "2026-11-27T16:45:00Z" });
    expect(JSON.stringify(taken).length).toBeLessThan(900);
  });
});
