import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, explain, historyColumns, readingFromJSON } from "../../src/index";
import { mon, office } from "../reference/desk";
import { refusal } from "../reference/refusals";

/**
 * What a program without types gets to read, side by side: each message says what was given (its kind and
 * its value), what was expected, and what to do. Written by hand.
 */

const { targets, windows, recurrences, eligibility } = defineSla({
  id: "desk",
  timeZone: "UTC",
  severities: ["1", "2"],
  calendars: { office },
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
      runs: ["open"],
      stops: ["done"],
    },
  },
  windows: { reopen: { anyOf: [[{ from: "resolved", within: { calendarDays: 3 } }]] } },
  recurrences: { update: { every: { workingDays: 2, calendar: "office" } } },
  eligibility: {
    escalate: {
      anyOf: [{ id: "said", title: "Said", all: [{ fact: "said" }, { severityIn: ["1"] }] }],
    },
  },
});
const { fix } = targets;
const asOf = mon("12:00");

/** Calls as a program without types may. */
const given = (value: unknown) => value as never;
const event = (change: object) => () =>
  fix.track(given([{ at: mon("09:00"), state: "open", severity: "1", ...change }]), {
    asOf,
    ticket: "INC1",
  });

const MESSAGES: readonly (readonly [string, () => unknown])[] = [
  // Severities
  [
    'Ticket INC1, event 0: the severity is the number 1; give text, one of "1", "2".',
    event({ severity: 1 }),
  ],
  [
    'Ticket INC1, event 0: the severity is null; give text, one of "1", "2".',
    event({ severity: null }),
  ],
  [
    'Ticket INC1, event 0: the severity is the list ["1"]; give text, one of "1", "2".',
    event({ severity: ["1"] }),
  ],
  [
    'Ticket INC1, event 0: unknown severity "9"; the policy has "1", "2".',
    event({ severity: "9" }),
  ],
  [
    'Ticket INC1, event 0: unknown severity " 1"; the policy has "1", "2".',
    event({ severity: " 1" }),
  ],
  [
    'Target "fix": the severity is the number 1; give text, one of "1", "2".',
    () => fix.due(0, given({ severity: 1 })),
  ],
  [
    'Target "fix": unknown severity "9"; the policy has "1", "2".',
    () => fix.due(0, given({ severity: "9" })),
  ],
  // States
  [
    'Ticket INC1, event 0: the state is the number 1; give text, one of "open", "done".',
    event({ state: 1 }),
  ],
  [
    'Ticket INC1, event 0: the state is null; give text, one of "open", "done".',
    event({ state: null }),
  ],
  [
    'Ticket INC1, event 0: unknown state "opne"; the policy has "open", "done". Add it to the policy, or map it to one of those.',
    event({ state: "opne" }),
  ],
  // Keys
  [
    'Ticket INC1, event 0: "status" is not a key of an event; did you mean "state"?',
    event({ status: "open" }),
  ],
  [
    '"asof" is not an option of track; did you mean "asOf"?',
    () => fix.track([], given({ asof: 0 })),
  ],
  [
    '"closeAt" is not an option of due; the known names are severity, tie, atDue, onSeverityChange, onReopen, onLateReopen, onceBreached, dayPauses, agreedDates, onUnknownState, due, cutoff',
    () => fix.due(0, given({ closeAt: 5 })),
  ],
  // Tickets and histories
  [
    'The ticket is the number 42; give its name as text, such as "NM-1".',
    () => fix.track([], given({ asOf, ticket: 42 })),
  ],
  [
    'The ticket is the number 42; give its name as text, such as "42".',
    () => historyColumns(given([{ ticket: 42, events: [] }])),
  ],
  [
    'The ticket is null; give its name as text, such as "INC1".',
    () => historyColumns(given([{ ticket: null, events: [] }])),
  ],
  ['No ticket is named by 42; give { ticket: "...", ... }.', () => historyColumns(given([42]))],
  [
    "Ticket a: a list of events was expected, not null.",
    () => historyColumns(given([{ ticket: "a", events: null }])),
  ],
  [
    'Histories were expected, not the text "a"; give a list of { ticket, events }, or historyColumns of one.',
    () => historyColumns(given("a")),
  ],
  [
    "The history: a list of events was expected, not the number 5.",
    () => fix.track(given(5), { asOf }),
  ],
  [
    "The history, event 0: expected { at, state, severity }, not the number 5.",
    () => fix.track(given([5]), { asOf }),
  ],
  // Instants
  [
    'Ticket INC1, event 0: an invalid Date is not an instant: it was made of something that is not a date. Give a Luxon DateTime, a Date, epoch milliseconds, an ISO 8601 string such as "2026-11-20T16:30:00Z", or an object with epochMilliseconds, such as a Temporal.Instant.',
    event({ at: new Date("x") }),
  ],
  // Building blocks
  [
    'Window "reopen" counts from resolved; not enough of them were given to say when it closes.',
    () => windows.reopen(0 as never),
  ],
  [
    'null given as "done"; give a list, which may be empty.',
    () => recurrences.update(0, given({ asOf, done: null })),
  ],
  [
    '"yes" is not a fact; give "said" as true or false.',
    () => eligibility.escalate(given({ facts: { said: "yes" } })),
  ],
  // Readings
  [
    "explain takes a reading, as track and follow give them, not the number 5.",
    () => explain(given(5)),
  ],
  [
    'explain takes a reading, as track and follow give them, not the Duration PT0S; its "ticket" is undefined.',
    () => explain(given(Duration.fromMillis(0))),
  ],
  [
    "The reading has 1 problem:\n  (the whole): 5 given; expected a reading that has been through JSON",
    () => readingFromJSON(5),
  ],
];

describe("messages, side by side", () => {
  it.each(MESSAGES)("%s", (message, act) => {
    expect(refusal(act).message).toBe(message);
  });

  it("say what was given, and use no word that contradicts it", () => {
    for (const [message] of MESSAGES) {
      expect(message).not.toMatch(/\bis no\b|\bare no\b|\bis none\b|one's own|\bso that\b/);
    }
  });
});
