import { afterEach, describe, expect, it, vi } from "vitest";
import {
  defineSla,
  type HistoryColumns,
  type HistoryEvent,
  historyColumns,
  type ReadingColumns,
  STATUSES,
} from "../../../src/index";
import { deskTarget, mon } from "../../reference/desk";
import { asOf, done, fix, LAST, ms, open, policy, sla, sorts } from "./many-tickets";

const HOUR = 3_600_000;
const one = (...events: readonly HistoryEvent[]) => historyColumns([{ ticket: "T", events }]);

/** A row of columns, every number of it. */
function rowOf(columns: ReadingColumns, row: number): Record<string, number> {
  const { tickets: _, errors: __, ...numbers } = columns;
  return Object.fromEntries(
    Object.entries(numbers).map(([name, column]) => [
      name,
      column[row] ?? Number.NEGATIVE_INFINITY,
    ]),
  );
}

describe("the columns of readings", () => {
  const histories = [
    { ticket: "met", events: [open, { at: ms(mon("09:30")), state: "waiting" }, done] },
    {
      ticket: "late",
      events: [open, { at: ms(mon("09:30")), state: "waiting" }, { ...open, at: ms(mon("12:00")) }],
    },
    { ticket: "lost", events: [{ ...open, state: "lost" }] },
    { ticket: "none", events: [] },
  ];
  const read = fix.trackMany(historyColumns(histories), { asOf: mon("14:00") });

  it("have every number of a ticket", () => {
    // Half an hour used of two, then half an hour of waiting.
    expect(rowOf(read, 0)).toEqual({
      status: STATUSES.indexOf("met"),
      breached: 0,
      startedAtMs: open.at,
      originalDueAtMs: ms(mon("11:00")),
      dueAtMs: ms(mon("11:30")),
      projectedDueAtMs: ms(mon("11:30")),
      breachedAtMs: Number.NaN,
      stoppedAtMs: done.at,
      allowance: 2 * HOUR,
      elapsed: HOUR / 2,
      remaining: 1.5 * HOUR,
      overrun: 0,
      pausedFor: HOUR / 2,
      wallElapsedMs: HOUR,
      percentElapsed: 25,
      provisional: 0,
    });
    // Half an hour, two and a half of waiting, and two hours from 12:00 on: due at 13:30, and half an hour over.
    expect(rowOf(read, 1)).toEqual({
      status: STATUSES.indexOf("breached"),
      breached: 1,
      startedAtMs: open.at,
      originalDueAtMs: ms(mon("11:00")),
      dueAtMs: ms(mon("13:30")),
      projectedDueAtMs: ms(mon("13:30")),
      breachedAtMs: ms(mon("13:30")),
      stoppedAtMs: Number.NaN,
      allowance: 2 * HOUR,
      elapsed: 2.5 * HOUR,
      remaining: 0,
      overrun: HOUR / 2,
      pausedFor: 2.5 * HOUR,
      wallElapsedMs: 5 * HOUR,
      percentElapsed: 125,
      provisional: 0,
    });
  });

  it("have no number of a ticket with an error", () => {
    expect([...read.errors].map(([row, { code }]) => [row, code])).toEqual([[2, "state-unknown"]]);
    const { status, breached, provisional, ...rest } = rowOf(read, 2);
    expect([status, breached, provisional]).toEqual([255, 0, 0]);
    expect(new Set(Object.values(rest))).toEqual(new Set([Number.NaN]));
    expect(Object.keys(rest)).toHaveLength(13);
  });

  it("have no instants of a ticket without events, and name the tickets", () => {
    expect([read.status[3], read.elapsed[3], read.startedAtMs[3]]).toEqual([
      STATUSES.indexOf("pending"),
      0,
      Number.NaN,
    ]);
    expect(read.tickets).toEqual(["met", "late", "lost", "none"]);
  });

  it("say which readings are provisional", () => {
    const uk = {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      bankHolidays: "england-and-wales",
    } as const;
    const target = deskTarget({ allowance: { hours: 2, calendar: "uk" } }, { calendars: { uk } });
    // No bank holidays of 2038 have been published.
    const far = one({ at: "2038-11-16T09:00:00Z", state: "open" });
    expect(target.trackMany(far, { asOf: "2038-11-16T10:00:00Z" }).provisional[0]).toBe(1);
  });
});

describe("a row is read in place", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const both = (columns: HistoryColumns) => [
    sorts(() => fix.trackMany(columns, { asOf })),
    sorts(() => sla.trackMany(columns, { asOf })),
  ];

  it.each([
    ["no events", one()],
    ["events in order", one(open, done)],
    ["two states at one instant", one(open, { at: open.at, state: "waiting" })],
    [
      "the first and the last instant there is",
      one({ at: -LAST }, open, { at: LAST, state: "done" }),
    ],
    ["a severity at the first instant there is", one({ at: -LAST, severity: "1" }, open)],
    [
      "no agreed date, in a column for them",
      { ...one(open), dueAtMs: Float64Array.of(Number.NaN) },
    ],
  ])("with %s", (_, columns) => {
    expect(both(columns)).toEqual([0, 0]);
  });

  it.each<[string, HistoryColumns]>([
    ["events out of order", one(done, open)],
    [
      "events out of order without a severity",
      one({ ...done, at: open.at + 1 }, { ...done, at: open.at }),
    ],
    [
      "a severity after a state of its instant",
      one({ at: open.at, state: "open" }, { at: open.at, severity: "1" }),
    ],
    ["an agreed date", one(open, { ...done, dueAt: done.at })],
    ["an agreed date that is taken back", one(open, { ...done, dueAt: null })],
    ["an unknown state", one({ ...open, state: "lost" })],
    ["an unknown severity", one({ ...open, severity: "9" })],
    ["a state beyond the list", { ...one(open), state: Uint16Array.of(2) }],
    ["a severity beyond the list", { ...one(open), severity: Uint16Array.of(2) }],
  ])("but not with %s", (_, columns) => {
    expect(both(columns)).toEqual([1, 1]);
  });

  it("unless a target asks for fields", () => {
    const byField = defineSla({
      ...policy,
      targets: { ...policy.targets, fix: { ...policy.targets.fix, when: { kind: ["incident"] } } },
    });
    const columns = one(open, done);
    expect(sorts(() => byField.targets.fix.trackMany(columns, { asOf }))).toBe(1);
    expect(sorts(() => byField.trackMany(columns, { asOf }))).toBe(1);
    expect(sorts(() => byField.trackMany(columns, { asOf, targets: ["reply"] }))).toBe(0);
    const { fix: byKind, reply } = byField.trackMany(columns, { asOf });
    expect([byKind.status[0], reply.status[0]]).toEqual([
      STATUSES.indexOf("not-applicable"),
      STATUSES.indexOf("met"),
    ]);
  });
});

describe("a row that cannot be read", () => {
  it.each<[string, Partial<HistoryColumns>, string]>([
    ["half a millisecond", { atMs: Float64Array.of(0.5) }, "event-instant-invalid"],
    ["no instant", { atMs: Float64Array.of(Number.NaN) }, "event-instant-invalid"],
    ["an instant after the last", { atMs: Float64Array.of(LAST + 1) }, "event-instant-invalid"],
    ["an instant before the first", { atMs: Float64Array.of(-LAST - 1) }, "event-instant-invalid"],
    [
      "an agreed date before the first instant",
      { dueAtMs: Float64Array.of(Number.NEGATIVE_INFINITY) },
      "event-instant-invalid",
    ],
    ["a state beyond the list", { state: Uint16Array.of(2) }, "state-unknown"],
    ["a severity beyond the list", { severity: Uint16Array.of(3) }, "severity-unknown"],
  ])("is an error for every target: %s", (_, change, code) => {
    const columns = { ...one(open), ...change };
    expect(fix.trackMany(columns, { asOf }).errors.get(0)?.code).toBe(code);
    for (const read of Object.values(sla.trackMany(columns, { asOf }))) {
      expect([...read.errors].map(([row, error]) => [row, error.code])).toEqual([[0, code]]);
      expect(read.status[0]).toBe(255);
    }
    const { message } = fix.trackMany(columns, { asOf }).errors.get(0) ?? {};
    expect(message).toMatch(/^Ticket T, event 0: /);
  });

  it("names the event by its place within its row", () => {
    const columns = historyColumns([
      { ticket: "A", events: [open, done] },
      { ticket: "B", events: [open, { ...done, state: "lost" }] },
    ]);
    const read = fix.trackMany(columns, { asOf });
    expect([...read.errors].map(([row, { data }]) => [row, data["ticket"], data["index"]])).toEqual(
      [[1, "B", 1]],
    );
    expect(sla.trackMany(columns, { asOf })["reply"]?.errors.get(1)?.data["index"]).toBe(1);
  });

  it("for one target is read by the others", () => {
    const { fix: graded, reply } = sla.trackMany(one({ ...open, severity: "3" }, done), { asOf });
    expect(graded?.errors.get(0)?.code).toBe("severity-without-allowance");
    expect([reply?.errors.size, reply?.status[0]]).toEqual([0, STATUSES.indexOf("met")]);
  });
});

describe("rows that follow each other", () => {
  it("are read as the tickets of a list are, each by its own events", () => {
    const later = { ...open, at: ms(mon("15:00")) };
    const histories = [
      { ticket: "A", events: [open, done] },
      { ticket: "B", events: [open] },
      { ticket: "C", events: [later, { at: ms(mon("16:00")), state: "done" }] },
      {
        ticket: "D",
        events: [
          { ...open, severity: "2" },
          { at: ms(mon("09:30")), state: "waiting" },
        ],
      },
    ];
    const columns = historyColumns(histories);
    const list = [...sla.trackMany(histories, { asOf })];
    for (const [id, read] of [
      ...Object.entries(sla.trackMany(columns, { asOf })),
      ["fix", fix.trackMany(columns, { asOf })] as const,
    ]) {
      const rows = list.filter(({ target }) => target === id);
      expect(
        rows.map((row) =>
          row.error ? row.error.code : [STATUSES.indexOf(row.status), row.elapsed],
        ),
      ).toEqual(histories.map((_, row) => [read.status[row], read.elapsed[row]]));
    }
    expect(fix.trackMany(columns, { asOf }).status[1]).toBe(STATUSES.indexOf("breached"));
  });
});

describe("agreed dates in columns", () => {
  it.each<[string, HistoryEvent["dueAt"], string]>([
    ["stand in for the allowance's", ms(mon("15:00")), mon("15:00")],
    ["are taken back", null, mon("11:00")],
  ])("%s", (_, dueAt, due) => {
    const columns = one(
      open,
      { at: ms(mon("09:30")), dueAt: ms(mon("16:00")) },
      { at: done.at, dueAt },
    );
    const read = fix.trackMany(columns, { asOf: done.at });
    expect(read.dueAtMs[0]).toBe(ms(due));
    expect(sla.trackMany(columns, { asOf: done.at })["fix"]?.dueAtMs[0]).toBe(ms(due));
  });
});
