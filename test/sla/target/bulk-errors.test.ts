import { describe, expect, it } from "vitest";
import { type BulkResult, type HistoryColumns, historyColumns } from "../../../src/index";
import { deskTarget, mon, tue } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

/**
 * Every error of the layer, word for word: what was given, what was expected and what to do are what
 * a person has to go by, so a change to any of them is seen.
 */

const graded = deskTarget(
  { allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } } },
  { severities: ["1", "2", "3"] },
);
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const open = { at: mon("09:00"), state: "open", severity: "1" };

const asOf = tue("12:00");
const STATES = [...plain.states].join(", ");

describe("many histories", () => {
  const columns = historyColumns([{ ticket: "INC1", events: [open] }]);
  const many = (histories: unknown) =>
    untyped((histories) => graded.trackMany(histories, { asOf }), histories);
  const changed = (change: Partial<HistoryColumns>) => many({ ...columns, ...change });
  const TOGETHER =
    "The columns do not fit together: firstEvent must have one entry more than tickets, never fall, and end at the length that atMs, state and severity share. Make them with historyColumns.";
  wordForWord([
    [
      "that are not a list",
      many(5),
      "histories-invalid",
      "5 is not a list of histories; give a list of { ticket, events }, or historyColumns of one.",
      { given: "5" },
    ],
    [
      "null",
      many(null),
      "histories-invalid",
      "null is not a list of histories; give a list of { ticket, events }, or historyColumns of one.",
      { given: "null" },
    ],
    [
      "an invalid one, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: 5, events: [] }]),
      "history-invalid",
      '{"ticket":5,"events":[]} is not a history; give { ticket: "...", events: [...] }.',
      { given: '{"ticket":5,"events":[]}' },
    ],
    [
      "one with an invalid event, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: "a", events: [null] }]),
      "history-invalid",
      '{"ticket":"a","events":[null]} is not a history; give { ticket: "...", events: [...] }.',
      {},
    ],
    [
      "columns of which one is missing",
      many({ atMs: columns.atMs, tickets: [] }),
      "columns-missing",
      "Columns are tickets, firstEvent, atMs, state, states, severity and severities; make them with historyColumns.",
      { given: ["atMs", "tickets"] },
    ],
    [
      "columns with a ticket too many",
      changed({ tickets: ["INC1", "INC2"] }),
      "length-mismatch",
      TOGETHER,
      { tickets: 2, firstEvent: 2, atMs: 1, state: 1, severity: 1 },
    ],
    [
      "columns that end early",
      changed({ firstEvent: Uint32Array.of(0, 0) }),
      "length-mismatch",
      TOGETHER,
      {},
    ],
    [
      "columns that fall",
      changed({ tickets: ["a", "b"], firstEvent: Uint32Array.of(1, 0, 1) }),
      "length-mismatch",
      TOGETHER,
      {},
    ],
    [
      "states too few",
      changed({ state: new Uint16Array(0) }),
      "length-mismatch",
      TOGETHER,
      { state: 0 },
    ],
    [
      "severities too few",
      changed({ severity: new Uint16Array(0) }),
      "length-mismatch",
      TOGETHER,
      { severity: 0 },
    ],
  ]);

  it("more words than a column holds", () => {
    const events = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ at: 0, state: `state ${i}` }));
    expect(historyColumns([{ ticket: "a", events: events(65_535) }]).states).toHaveLength(65_535);
    const error = refusal(() => historyColumns([{ ticket: "a", events: events(65_536) }]));
    expect([error.code, error.message]).toEqual([
      "too-many-words",
      "Columns hold at most 65535 states or severities.",
    ]);
  });

  it.each<[string, Partial<HistoryColumns>, string]>([
    [
      "a state beyond the list",
      { state: Uint16Array.of(9) },
      `Ticket INC1, event 0: "code 9" is not a state of the policy; it has ${STATES}. Add it to the policy, or map it to one of those.`,
    ],
    [
      "a severity beyond the list",
      { severity: Uint16Array.of(9) },
      'Ticket INC1, event 0: "code 9" is not a severity of the policy; it has 1, 2, 3.',
    ],
  ])("give %s as the ticket's own error", (_, change, message) => {
    const { errors, status } = graded.trackMany({ ...columns, ...change }, { asOf });
    expect(errors.get(0)?.message).toBe(message);
    expect(status[0]).toBe(255);
  });

  it("one without a ticket is an error in its place", () => {
    const histories = [{ events: [] }, { ticket: "INC2", events: [open] }];
    // @ts-expect-error a program without types may leave the ticket out
    const [first, second] = [...graded.trackMany(histories, { asOf })];
    expect(first?.error?.message).toBe(
      '{"events":[]} names no ticket; give { ticket: "...", ... }.',
    );
    expect([first?.error?.code, first?.ticket]).toEqual(["ticket-missing", ""]);
    expect(second?.error).toBeNull();
  });

  it("unknown closing states", () => {
    for (const closedBy of [["opened"], "open", ["open", "opened"]]) {
      // @ts-expect-error one of them is not a list
      const error = refusal(() => graded.trackStream([], { asOf, closedBy }));
      expect([error.code, error.message]).toEqual([
        "option-invalid",
        `${JSON.stringify(closedBy)} is not a list of states of the policy; it has ${STATES}.`,
      ]);
    }
  });

  it("a stream that goes back in time", async () => {
    const events = [
      { ticket: "a", ...open },
      { ticket: "a", at: mon("08:00"), state: "done" },
    ];
    const results: BulkResult[] = [];
    for await (const result of graded.trackStream(events, { asOf })) results.push(result);
    expect(results.map(({ error }) => [error?.code, error?.message, error?.data])).toEqual([
      [
        "event-out-of-order",
        "Ticket a, event 1: it comes before the ticket's last event; a stream must be in order of time.",
        {
          ticket: "a",
          index: 1,
          atMs: Date.parse(mon("08:00")),
          lastMs: Date.parse(mon("09:00")),
        },
      ],
    ]);
  });
});
