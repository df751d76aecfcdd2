import { afterEach, describe, expect, it, vi } from "vitest";
import { defineSla, type HistoryEvent, type Sla } from "../../../src/index";
import { mon } from "../../reference/desk";
import { refusal } from "../../reference/refusals";
import { asOf, done, fix, LAST, ms, open, policy, sla, sorts, states } from "./many-tickets";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a plain history is read in place", () => {
  const plain: readonly (readonly [string, readonly HistoryEvent[]])[] = [
    ["of no events", []],
    ["of two instants", [open, done]],
    ["of one instant with two states", [open, { at: open.at, state: "waiting" }]],
    ["that gives a severity twice", [open, { ...open, state: "waiting" }]],
    ["that gives another severity later", [open, { ...done, severity: "2" }]],
    ["from the first instant to the last", [{ at: -LAST }, open, { at: LAST, state: "done" }]],
    ["whose first instant gives a severity", [{ at: -LAST + 1, severity: "1" }, open]],
    [
      "with keys that are undefined",
      [
        { ...open, fields: undefined, dueAt: undefined },
        { at: done.at, state: undefined },
      ],
    ],
  ];

  it.each(plain)("%s", (_, events) => {
    const histories = [{ ticket: "T", events }];
    expect(sorts(() => [...fix.trackMany(histories, { asOf })])).toBe(0);
    expect(sorts(() => [...sla.trackMany(histories, { asOf })])).toBe(0);
  });

  it.each(plain)("%s, and reads as one that is not", (_, events) => {
    const far = events.map((event) => ({ ...event, at: new Date(event.at as number) }));
    const read = (given: readonly HistoryEvent[]) => {
      const [result] = [...fix.trackMany([{ ticket: "T", events: given }], { asOf })];
      return result?.error ? result.error.code : result;
    };
    expect(read(events)).toEqual(read(far));
  });

  it.each<[string, readonly HistoryEvent[]]>([
    ["an instant as text", [{ ...open, at: mon("09:00") }, done]],
    ["a Date", [{ ...open, at: new Date(open.at) }, done]],
    ["events out of order", [done, open]],
    ["two severities at one instant", [open, { at: open.at, severity: "2" }]],
    [
      "a severity after a state of its instant",
      [
        { at: open.at, state: "open" },
        { at: open.at, severity: "1" },
      ],
    ],
    ["fields", [open, { ...done, fields: { group: "network" } }]],
    ["an agreed date", [open, { ...done, dueAt: done.at }]],
    ["an agreed date that is taken back", [open, { ...done, dueAt: null }]],
  ])("but one with %s is read as a single ticket is", (_, events) => {
    const histories = [{ ticket: "T", events }];
    expect(sorts(() => [...fix.trackMany(histories, { asOf })])).toBe(1);
    expect(sorts(() => [...sla.trackMany(histories, { asOf })])).toBe(1);
    const one = sla.track(events, { asOf });
    for (const row of sla.trackMany(histories, { asOf })) {
      if (row.error) throw row.error;
      const { status, dueAtMs, stoppedAtMs, elapsed } = row;
      expect({ status, dueAtMs, stoppedAtMs, elapsed }).toEqual({
        status: one[row.target]?.status,
        dueAtMs: one[row.target]?.dueAtMs,
        stoppedAtMs: one[row.target]?.stoppedAtMs,
        elapsed: one[row.target]?.elapsed.toMillis(),
      });
    }
  });
});

describe("a history that cannot be read", () => {
  const unreadable = {
    at: open.at,
    get state(): string {
      throw new TypeError("not now");
    },
  };
  const spoilt: readonly (readonly [string, unknown, string])[] = [
    ["text", "open", "history-invalid"],
    ["a number", 5, "history-invalid"],
    ["an object without a length", {}, "history-invalid"],
    ["left out", undefined, "history-invalid"],
    ["an object", { length: 1 }, "history-invalid"],
    ["with an event that is null", [null], "event-invalid"],
    ["with an event that is text", ["open"], "event-invalid"],
    ["with a hole", Array(1), "event-invalid"],
    ["with an event that throws", [unreadable], "event-invalid"],
    ["with half a millisecond", [{ ...open, at: open.at + 0.5 }], "event-instant-invalid"],
    [
      "with an instant that is not a number",
      [{ ...open, at: Number.NaN }],
      "event-instant-invalid",
    ],
    ["after the last instant", [{ ...open, at: LAST + 1 }], "event-instant-invalid"],
    ["before the first instant", [{ ...open, at: -LAST - 1 }], "event-instant-invalid"],
    ["with an unknown state", [{ ...open, state: "lost" }], "state-unknown"],
    ["with a state that is a number", [{ ...open, state: 1 }], "state-unknown"],
    ["with an unknown severity", [{ ...open, severity: "9" }], "severity-unknown"],
    ["with a severity that is a number", [{ ...open, severity: 1 }], "severity-unknown"],
    ["with an unknown key", [{ ...open, sate: "open" }], "event-key-unknown"],
    ["with fields that are text", [{ ...open, fields: "A" }], "event-invalid"],
    ["with an agreed date that is none", [{ ...open, dueAt: "soon" }], "event-instant-invalid"],
  ];

  it.each(spoilt)("is an error of its own: %s", (_, events, code) => {
    const histories = [
      // A program without types may give anything as events.
      { ticket: "T", events: events as readonly HistoryEvent[] },
      { ticket: "next", events: [open, done] },
    ];
    const alone = [...fix.trackMany(histories, { asOf })];
    expect(alone.map(({ ticket, error }) => [ticket, error?.code ?? null])).toEqual([
      ["T", code],
      ["next", null],
    ]);
    const together = [...sla.trackMany(histories, { asOf })];
    expect(
      together.map(({ ticket, target, error }) => [ticket, target, error?.code ?? null]),
    ).toEqual([
      ["T", "fix", code],
      ["T", "reply", code],
      ["next", "fix", null],
      ["next", "reply", null],
    ]);
    for (const { ticket, error } of [...alone, ...together]) {
      if (ticket === "T" && code !== "histories-invalid")
        expect(error?.message).toMatch(/^Ticket T/);
    }
  });

  const other = { "2": { hours: 1, calendar: "always" }, "3": { hours: 1, calendar: "always" } };
  const three: Sla = defineSla({
    ...policy,
    targets: { ...policy.targets, other: { ...states, allowance: other } },
  });
  const told = (events: readonly HistoryEvent[]) =>
    [...three.trackMany([{ ticket: "T", events }], { asOf })].map(({ target, error }) => [
      target,
      error?.message ?? null,
    ]);

  it("is an error for the target alone that refuses it", () => {
    expect(told([{ ...open, severity: "3" }, done])).toEqual([
      [
        "fix",
        'Ticket T, event 0: severity "3" has no allowance; there are allowances for "1", "2".',
      ],
      ["reply", null],
      ["other", null],
    ]);
    expect(told([open, done])).toEqual([
      ["fix", null],
      ["reply", null],
      [
        "other",
        'Ticket T, event 0: severity "1" has no allowance; there are allowances for "2", "3".',
      ],
    ]);
  });

  it("is the first error of each target", () => {
    const codes = [
      ...three.trackMany(
        [
          {
            ticket: "T",
            events: [
              { ...open, severity: "3" },
              { ...done, state: "lost" },
            ],
          },
        ],
        { asOf },
      ),
    ].map(({ error }) => error?.code);
    expect(codes).toEqual(["severity-without-allowance", "state-unknown", "state-unknown"]);
  });

  it("and faults of the program that gives the histories are thrown on", () => {
    const fault = new TypeError("the file is gone");
    function* histories() {
      yield { ticket: "T", events: [open] };
      throw fault;
    }
    expect(() => [...sla.trackMany(histories(), { asOf })]).toThrow(fault);
    expect(refusal(() => sla.trackMany(null as never, { asOf })).code).toBe("histories-invalid");
  });
});

describe("targets that ask for fields", () => {
  const byField = defineSla({
    ...policy,
    targets: { ...policy.targets, fix: { ...policy.targets.fix, when: { kind: ["incident"] } } },
  });

  it("keep every history from being read in place", () => {
    const histories = [{ ticket: "T", events: [open, done] }];
    expect(sorts(() => [...byField.targets.fix.trackMany(histories, { asOf })])).toBe(1);
    expect(sorts(() => [...byField.targets.reply.trackMany(histories, { asOf })])).toBe(0);
    expect(sorts(() => [...byField.trackMany(histories, { asOf })])).toBe(1);
    expect(sorts(() => [...byField.trackMany(histories, { asOf, targets: ["reply"] })])).toBe(0);
    const rows = [...byField.trackMany(histories, { asOf })];
    expect(rows.map((row) => (row.error ? row.error.code : row.status))).toEqual([
      "not-applicable",
      "met",
    ]);
  });

  it("are none if no target is asked", () => {
    expect([...sla.trackMany([{ ticket: "T", events: [open] }], { asOf, targets: [] })]).toEqual(
      [],
    );
  });
});

describe("what is read in place stops where nothing more can change", () => {
  it("at the instant of the reading, which still counts", () => {
    const histories = [{ ticket: "T", events: [open, done] }];
    const status = (at: number) =>
      [...sla.trackMany(histories, { asOf: at })].map((row) => (row.error ? null : row.status));
    expect([status(done.at - 1), status(done.at)]).toEqual([
      ["running", "running"],
      ["met", "met"],
    ]);
  });

  it("at a final stop, for the target that has it alone", () => {
    const final = defineSla({
      ...policy,
      targets: { ...policy.targets, reply: { ...policy.targets.reply, onReopen: "first-only" } },
    });
    const again = { at: ms(mon("11:00")), state: "open", severity: "2" };
    const rows = [...final.trackMany([{ ticket: "T", events: [open, done, again] }], { asOf })];
    // The fix goes on with 1 h used of 8; the reply was given after 1 h.
    expect(rows.map((row) => (row.error ? null : [row.status, row.stoppedAtMs]))).toEqual([
      ["breached", null],
      ["met", done.at],
    ]);
  });
});
