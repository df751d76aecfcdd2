import { describe, expect, it } from "vitest";
import { type BulkResult, type HistoryColumns, historyColumns } from "../../../src/index";
import { deskTarget, mon, tue } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

/**
 * Every error of the layer, word for word. A person has nothing to go by but what was given, what was
 * expected and what to do, so these tests fail on any change to them.
 */

const graded = deskTarget(
  { allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } } },
  { severities: ["1", "2", "3"] },
);
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const open = { at: mon("09:00"), state: "open", severity: "1" };

const asOf = tue("12:00");
const NAMES = [...plain.states].join(", ");
const STATES = [...plain.states].map((state) => `"${state}"`).join(", ");

describe("many histories", () => {
  const columns = historyColumns([{ ticket: "INC1", events: [open] }]);
  const many = (histories: unknown) =>
    untyped((histories) => graded.trackMany(histories, { asOf }), histories);
  const changed = (change: Partial<HistoryColumns>) => many({ ...columns, ...change });
  const TOGETHER =
    "The columns do not fit together: firstEvent must have one entry more than tickets, never fall, and end at the length that atMs, state and severity share. Make them with historyColumns.";
  wordForWord([
    [
      "a number",
      many(5),
      "histories-invalid",
      "Histories were expected, not the number 5; give a list of { ticket, events }, or historyColumns of one.",
      { given: "5" },
    ],
    [
      "null",
      many(null),
      "histories-invalid",
      "Histories were expected, not null; give a list of { ticket, events }, or historyColumns of one.",
      { given: "null" },
    ],
    [
      "a ticket that is a number, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: 5, events: [] }]),
      "ticket-missing",
      'The ticket is the number 5; give its name as text, such as "5".',
      { given: "5" },
    ],
    [
      "an event that is null, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: "a", events: [null] }]),
      "event-invalid",
      "Ticket a, event 0: expected { at, state, severity }, not null.",
      { ticket: "a", index: 0 },
    ],
    [
      "events that are text, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: "a", events: "open" }]),
      "history-invalid",
      'Ticket a: a list of events was expected, not the text "open".',
      { ticket: "a", given: '"open"' },
    ],
    [
      "a misspelt key of an event, for columns",
      untyped(
        (histories) => historyColumns(histories),
        [{ ticket: "a", events: [{ at: 0, sate: "open" }] }],
      ),
      "event-key-unknown",
      'Ticket a, event 0: "sate" is not a key of an event; did you mean "state"?',
      { ticket: "a", index: 0, meant: "state" },
    ],
    [
      "an unknown key of a history, for columns",
      untyped((histories) => historyColumns(histories), [{ ticket: "a", events: [], event: [] }]),
      "history-invalid",
      'Ticket a: "event" is not a key of a history; did you mean "events"?',
      { ticket: "a", given: "event", meant: "events" },
    ],
    [
      "an unknown column",
      changed(Object.fromEntries([["stats", []]])),
      "option-unknown",
      '"stats" is not a column of trackMany; did you mean "state"?',
      { option: "stats", meant: "state" },
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
      `Ticket INC1, event 0: unknown state "code 9"; the policy has ${STATES}. Add it to the policy, or map it to one of those.`,
    ],
    [
      "a severity beyond the list",
      { severity: Uint16Array.of(9) },
      'Ticket INC1, event 0: unknown severity "code 9"; the policy has "1", "2", "3".',
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
      'No ticket is named by {"events":[]}; give { ticket: "...", ... }.',
    );
    expect([first?.error?.code, first?.ticket]).toEqual(["ticket-missing", ""]);
    expect(second?.error).toBeNull();
  });

  it("an instant that is half a millisecond is the ticket's own error, in every form", () => {
    const history = { ticket: "INC1", events: [{ ...open, at: Date.parse(open.at) + 0.5 }] };
    const [fromList] = [...graded.trackMany([history], { asOf })];
    const whole = historyColumns([{ ticket: "INC1", events: [open] }]);
    const halves = { ...whole, atMs: whole.atMs.map((ms) => ms + 0.5) };
    const fromColumns = graded.trackMany(halves, { asOf }).errors.get(0);
    for (const error of [fromList?.error, fromColumns]) {
      expect(error?.code).toBe("event-instant-invalid");
      expect(error?.message).toMatch(/^Ticket INC1, event 0: .*\.5/);
    }
    expect(refusal(() => historyColumns([history])).code).toBe("event-instant-invalid");
  });

  it("unknown closing states", () => {
    for (const closedBy of [["opened"], "open", ["open", "opened"]]) {
      // @ts-expect-error one of them is text
      const error = refusal(() => graded.trackStream([], { asOf, closedBy }));
      expect([error.code, error.message]).toEqual([
        "option-invalid",
        `${JSON.stringify(closedBy)} is not a list of states of the policy; it has ${NAMES}.`,
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
