import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  defineSla,
  HistoryError,
  type HistoryEvent,
  InvalidInstantError,
  type TicketEvent,
  type TicketHistory,
} from "../../../src/index";
import { deskTarget, hours, mon, tue, utc, wed } from "../../reference/desk";

/** Severity 1 has 4 office hours, severity 2 has 8; 3 exists and has no allowance here. */
const graded = deskTarget(
  {
    allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
  },
  { severities: ["1", "2", "3"] },
);
/** One allowance for any severity. */
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });

const open = { at: mon("09:00"), state: "open", severity: "1" };
const read = (events: readonly HistoryEvent[], asOf = tue("12:00")) =>
  graded.track(events, { asOf, ticket: "INC1" });

/** What is thrown, which must be an error of the library's own. */
function refused(act: () => unknown): HistoryError {
  try {
    act();
  } catch (error) {
    if (error instanceof HistoryError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("strange, and yet a history", () => {
  it("two states at one instant happen in the order in which they are given", () => {
    const waiting = { at: mon("11:00"), state: "waiting" };
    const running = { at: mon("11:00"), state: "open" };
    expect(read([open, waiting, running], mon("12:00")).status).toBe("running");
    expect(read([open, running, waiting], mon("12:00")).status).toBe("paused");
    expect(hours(read([open, waiting, running], mon("12:00")).pausedFor)).toBe(0);
  });

  it("started and done at one instant is met, with nothing used", () => {
    const reading = read([open, { at: mon("09:00"), state: "done" }]);
    expect([reading.status, hours(reading.elapsed), hours(reading.wallElapsed)]).toEqual([
      "met",
      0,
      0,
    ]);
  });

  it("out of order is put in order, and reads as if it had been", () => {
    const events = [
      open,
      { at: mon("10:00"), state: "waiting" },
      { at: mon("12:00"), state: "done" },
    ];
    const asOf = tue("12:00");
    expect(JSON.stringify(read(events.toReversed(), asOf))).toBe(
      JSON.stringify(read(events, asOf)),
    );
    expect(hours(read(events.toReversed(), asOf).elapsed)).toBe(1);
  });

  it("a second stop does not move the first", () => {
    const done = (at: string) => ({ at, state: "done" });
    const reading = read([open, done(mon("11:00")), done(mon("16:00"))]);
    expect([reading.status, utc(reading.stoppedAt)]).toEqual(["met", mon("11:00")]);
    expect(hours(reading.elapsed)).toBe(2);
  });

  it("after a final state only a re-opening counts, and after a cancellation nothing", () => {
    const after = [
      { at: mon("12:00"), state: "waiting" },
      { at: mon("13:00"), state: "open" },
    ];
    const reopened = read([open, { at: mon("11:00"), state: "done" }, ...after], mon("13:00"));
    expect([reopened.status, hours(reopened.elapsed), hours(reopened.pausedFor)]).toEqual([
      "running",
      2,
      1,
    ]);
    const cancelled = read([open, { at: mon("11:00"), state: "void" }, ...after]);
    expect([cancelled.status, utc(cancelled.stoppedAt)]).toEqual(["cancelled", mon("11:00")]);
  });

  it("a state given again, and an event that says nothing, change nothing", () => {
    const events = [open, { at: mon("10:00"), state: "open" }, { at: mon("10:30") }];
    const reading = read(events, mon("11:00"));
    expect([reading.status, utc(reading.dueAt)]).toEqual(["running", mon("13:00")]);
  });

  it("a stop before the start does nothing", () => {
    const reading = read([{ at: mon("08:00"), state: "done" }, open], mon("10:00"));
    expect([reading.status, utc(reading.startedAt)]).toEqual(["running", mon("09:00")]);
  });

  it("a first state that pauses starts the clock, paused", () => {
    const reading = read([{ ...open, state: "waiting" }], mon("12:00"));
    expect([reading.status, utc(reading.startedAt), reading.dueAt]).toEqual([
      "paused",
      mon("09:00"),
      null,
    ]);
    expect(utc(reading.originalDueAt)).toBe(mon("13:00"));
    expect(utc(reading.projectedDueAt)).toBe(mon("16:00"));
  });
});

describe("a history that has not started is pending, not an error", () => {
  it("without any event", () => {
    const reading = plain.track([], { asOf: mon("10:00") });
    expect([reading.status, reading.startedAt, reading.dueAt]).toEqual(["pending", null, null]);
    // As if it started now.
    expect(utc(reading.projectedDueAt)).toBe(mon("14:00"));
    expect(hours(reading.remaining)).toBe(4);
  });

  it("without a state that starts the clock", () => {
    const reading = read([{ at: mon("09:00"), severity: "2" }], mon("12:00"));
    expect([reading.status, reading.severity]).toEqual(["pending", "2"]);
    // 5 h of Monday and 3 h of Tuesday.
    expect(utc(reading.projectedDueAt)).toBe(tue("12:00"));
  });

  it("without a severity, if the allowance depends on it", () => {
    const reading = read([], mon("12:00"));
    expect([reading.status, reading.severity, reading.projectedDueAt]).toEqual([
      "pending",
      null,
      null,
    ]);
  });

  it("asOf before the start", () => {
    const reading = read([{ at: mon("08:00"), severity: "1" }, open], mon("08:59:59.999"));
    expect([reading.status, reading.startedAt, hours(reading.elapsed)]).toEqual([
      "pending",
      null,
      0,
    ]);
    expect(read([open], mon("09:00")).status).toBe("running");
  });

  it("a start that comes after asOf has not happened; one without a severity runs", () => {
    const later = [
      { at: mon("09:00"), state: "done" },
      { at: wed("09:00"), state: "open" },
    ];
    expect(read(later, tue("12:00")).status).toBe("pending");
    expect(read(later, wed("09:00")).status).toBe("running");
  });
});

describe("no history: an error that names the ticket and the event", () => {
  it("an unknown state", () => {
    const error = refused(() => read([open, { at: mon("10:00"), state: "opne" }]));
    expect(error.code).toBe("state-unknown");
    expect(error.message).toMatch(/INC1, event 1: .*"opne".*"open", "waiting", "done", "void"/);
    expect(error.data).toMatchObject({ ticket: "INC1", index: 1, given: "opne" });
  });

  it("an unknown severity", () => {
    const error = refused(() => read([{ ...open, severity: "9" }]));
    expect(error.code).toBe("severity-unknown");
    expect(error.message).toMatch(/INC1, event 0: .*"9".*"1", "2", "3"/);
  });

  it("a severity that there is, but without an allowance", () => {
    const error = refused(() => read([open, { at: mon("10:00"), severity: "3" }]));
    expect(error.code).toBe("severity-without-allowance");
    expect(error.message).toMatch(/INC1, event 1: .*"3".*"1", "2"/);
  });

  it("the plain question without a severity, if the allowance depends on it", () => {
    expect(refused(() => graded.due(mon("09:00"))).code).toBe("severity-missing");
  });

  it.each([
    ["no date at all", "yesterday"],
    ["a date that does not exist", "2026-02-30T10:00:00Z"],
    ["wall time without an offset", "2026-11-16T10:00:00"],
    ["not a number", Number.NaN],
    ["a fraction of a millisecond", 0.5],
    ["more than a date can hold", 8.64e15 + 1],
    ["an invalid Date", new Date("never")],
  ])("an invalid instant: %s", (_, at) => {
    const error = refused(() => read([open, { at, state: "done" }]));
    expect(error.code).toBe("event-instant-invalid");
    expect(error.message).toMatch(/INC1, event 1: /);
  });

  it("an invalid asOf is not a fault of the history", () => {
    expect(() => read([open], "soon")).toThrow(InvalidInstantError);
  });
});

describe("in bulk, a bad ticket is reported and the rest goes on", () => {
  const good = [open, { at: mon("11:00"), state: "done" }];
  const histories = [
    { ticket: "A", events: good },
    { ticket: "B", events: [open, { at: mon("10:00"), state: "opne" }] },
    { ticket: "C", events: [{ at: mon("09:00"), state: "open" }] },
    { ticket: "D", events: [{ at: Number.NaN, state: "open" }] },
    { ticket: "E", events: good },
    { ticket: "F", events: [] },
  ];

  it("each in its place, with its reading or its error", () => {
    const results = [...graded.trackMany(histories, { asOf: tue("12:00") })];
    const outcomes = results.map((result) => [
      result.ticket,
      result.error ? result.error.code : result.status,
    ]);
    expect(outcomes).toEqual([
      ["A", "met"],
      ["B", "state-unknown"],
      ["C", "running"],
      ["D", "event-instant-invalid"],
      ["E", "met"],
      ["F", "pending"],
    ]);
  });

  it("the error is the one that the ticket alone would give", () => {
    for (const result of graded.trackMany(histories, { asOf: tue("12:00") })) {
      if (!result.error) continue;
      const events: readonly HistoryEvent[] =
        histories.find(({ ticket }) => ticket === result.ticket)?.events ?? [];
      const alone = refused(() =>
        graded.track(events, { asOf: tue("12:00"), ticket: result.ticket }),
      );
      expect(result.error).toBeInstanceOf(HistoryError);
      expect(result.error.message).toBe(alone.message);
    }
  });

  it("the ticket after a bad one reads as the one before it", () => {
    const [before, , , , after] = [...graded.trackMany(histories, { asOf: tue("12:00") })];
    expect({ ...after, ticket: "A" }).toEqual(before);
  });
});

const fixPolicy = {
  id: "desk",
  calendars: { office: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    fix: { allowance: { hours: 1, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
} as const;

describe("what JavaScript lets through", () => {
  const { fix } = defineSla({
    id: "desk",
    calendars: { office: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    severities: ["1"],
    targets: {
      fix: { allowance: { hours: 1, calendar: "office" }, runs: ["open"], stops: ["done"] },
    },
  }).targets;
  const open = { at: 0, state: "open" };
  /** Called as by a program without types. */
  const loosely = fix as unknown as Record<string, (...args: readonly unknown[]) => unknown>;

  it("an instant with an offset that no clock has is invalid", () => {
    for (const offset of ["+99:99", "+25:00", "-14:75"]) {
      expect(() => fix.due(`2026-11-20T16:30${offset}`)).toThrow(CoreHoursError);
    }
  });

  it.each<[string, string, readonly unknown[], string]>([
    ["no asOf", "track", [[]], "instant-invalid"],
    ["invalid options", "track", [[], 5], "options-invalid"],
    ["a list with a hole", "track", [[open, undefined], { asOf: 0 }], "event-invalid"],
    [
      "a severity that is a number",
      "track",
      [[{ ...open, severity: 1 }], { asOf: 0 }],
      "severity-unknown",
    ],
    ["a severity that the policy does not have", "due", [0, { severity: "9" }], "severity-unknown"],
    ["an invalid cutoff", "due", [0, { cutoff: "99:99" }], "time-of-day-invalid"],
    ["no histories", "trackMany", [undefined, { asOf: 0 }], "histories-invalid"],
    [
      "half of the columns",
      "trackMany",
      [{ atMs: new Float64Array(1) }, { asOf: 0 }],
      "columns-missing",
    ],
    [
      "a closing state that is text",
      "trackStream",
      [[], { asOf: 0, closedBy: "done" }],
      "option-invalid",
    ],
  ])("%s is refused", (_, method, args, code) => {
    expect(() => loosely[method]?.call(fix, ...args)).toThrow(expect.objectContaining({ code }));
    expect(() => loosely[method]?.call(fix, ...args)).toThrow(CoreHoursError);
  });

  it("a history without a ticket is reported, and the rest go on", () => {
    const histories = [null, { events: [open] }, { ticket: "T", events: [open] }];
    const results = [...fix.trackMany(histories as unknown as TicketHistory[], { asOf: 0 })];
    expect(results.map(({ ticket, error }) => [ticket, error?.code ?? null])).toEqual([
      ["", "ticket-missing"],
      ["", "ticket-missing"],
      ["T", null],
    ]);
  });

  it("in a stream, an event has its place also after one that names no ticket", async () => {
    const log = [{ ...open }, { ticket: "A", at: 0, state: "lost" }] as unknown as TicketEvent[];
    const errors: unknown[] = [];
    for await (const { error } of fix.trackStream(log, { asOf: 0 }))
      errors.push(error?.data["index"]);
    expect(errors).toEqual([undefined, 1]);
  });

  it("in a stream, what comes after asOf closes nothing", async () => {
    const results: unknown[] = [];
    const log = [
      { ticket: "A", ...open },
      { ticket: "A", at: 100, state: "done" },
      { ticket: "A", at: 200, state: "open" },
    ];
    for await (const result of fix.trackStream(log, { asOf: 50, closedBy: ["done"] })) {
      results.push([result.ticket, "status" in result && result.status]);
    }
    expect(results).toEqual([["A", "running"]]);
  });

  it("a caller cannot add a state to a target, and a clause named like an object's property has no rule", () => {
    (fix.states as Set<string>).add("lost");
    const lost: string = "lost"; // TypeScript would refuse the word itself.
    expect(() => fix.track([{ at: 0, state: lost }], { asOf: 0 })).toThrow(HistoryError);
    const named = defineSla({
      ...fixPolicy,
      targets: { fix: { ...fixPolicy.targets.fix, clause: "constructor" } },
    });
    expect(named.targets.fix.track([open], { asOf: 0 })).toMatchObject({
      clause: "constructor",
      rule: null,
    });
  });
});
