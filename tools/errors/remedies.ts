import type { ErrorCode } from "../../src";

/** What to do about each error. A code that is missing here does not compile. */
export const REMEDIES: Readonly<Record<ErrorCode, string>> = {
  "allowance-agreed":
    'Track a history in which an event gives the agreed date: `{ at, dueAt: "2026-12-01T17:00:00Z" }`.',
  "amount-not-a-number": "Give milliseconds.",
  "amount-not-exact":
    "Give hours, minutes, seconds or milliseconds. For working days use `addWorkingDays`; for an allowance in days say `workingDays` or `calendarDays`.",
  "as-of-before-last-event":
    "Read it at a later instant, or `track` the whole history as of the earlier one.",
  "calendar-unknown": "Add the calendar to `calendars`, or correct the name.",
  "columns-missing": "Make them with `historyColumns`.",
  "coverage-empty": "Give an `endMs` after `startMs`.",
  "coverage-end":
    "Give newer bank holidays with `parseBankHolidays`, widen the calendar's own list, or ask about an earlier instant. `data` has the bound. If the calendar never opens, give it hours.",
  "coverage-start": "Ask about a later instant, or give the bank holidays of the earlier years.",
  "date-invalid": 'Give a date such as `"2026-12-25"`.',
  "day-never-closes": 'Use `due: "end-of-day"`.',
  "definition-invalid":
    "Read `error.problems`: each has its `path`, and a message that says what was given and what was expected.",
  "division-unknown": "Give one of the divisions that the message lists, or a list of dates.",
  "event-instant-invalid": "See `instant-invalid`; `data` names the ticket and the event.",
  "event-invalid": "Give `{ at, state, severity }`.",
  "event-key-unknown": "Give `at`, `state` and `severity`; the message says which was meant.",
  "event-missing": "Give one of the events that the message names.",
  "event-out-of-order":
    "Sort the events of each ticket, or `track` the whole history, which sorts them.",
  "fact-invalid": "Give `true` or `false`, or leave it out if it is not known.",
  "grade-invalid": "Give 1, the highest, to 5.",
  "histories-invalid":
    "Give a list of `{ ticket, events }`, `historyColumns` of one, or a stream of events.",
  "history-invalid": 'Give `[{ at, state }, …]`; in bulk `{ ticket: "…", events: […] }`.',
  "input-missing": "Give what the message names.",
  "instant-invalid":
    "Give a `DateTime`, a `Date`, epoch milliseconds or an ISO 8601 string with an offset. `calendar.at(text)` reads wall-clock time.",
  "instant-not-finite": "Give epoch milliseconds.",
  "law-broken":
    "Read the smallest example in the message; `{ seed }` with the number it gives finds it again.",
  "length-mismatch": "Give columns of one length; `historyColumns` makes them.",
  "level-unknown": "Give one that the message lists.",
  "month-invalid": 'Give a month such as `"2026-11"`.',
  "no-fixed-figure": "Give `fixedMinutes`, or test the percentage.",
  "not-a-calendar": "Make one with `defineCalendar`.",
  "not-an-sla": "Make one with `defineSla`.",
  "not-a-reading":
    "Give what `track` or `follow` gave; one that has been through JSON goes through `readingFromJSON`.",
  "option-invalid": "Give one of the values that the message lists.",
  "option-unknown": "Check its spelling against those that the message lists.",
  "options-invalid": "Give an object such as the message shows.",
  "outage-backwards": "Give `from` and `to` in order.",
  "form-invalid":
    'Give the filled form as an object of its fields, such as `{ description: "..." }`.',
  "form-unstated": "Give the fields, by the option that the message names or in the policy.",
  "lifecycle-missing": "Give the policy a `lifecycle`, with the states that may follow each state.",
  "opened-at-missing": "Give `policyFor(fields, { openedAt })`, or a history with an event.",
  "parameter-invalid": "Give a share such as `0.9`.",
  "policy-changed": "Give all events, or follow the ticket with `{ keepWorking: true }`.",
  "policy-unmatched": 'Add a policy for such tickets, or one without "when" as the last.',
  "reading-not-live":
    "Take the snapshot in the program that tracks the ticket, of the reading itself.",
  "severity-invalid": 'Give it as text, such as `"1"`.',
  "severity-missing": "Give the severity to `due`.",
  "severity-unknown": "Add it to `severities`, or map it to one of those.",
  "severity-without-allowance": "Add an allowance for it, or give another severity.",
  "saved-clock-of-another": "Give it to the target that saved it.",
  "saved-clock-outdated": "Give the ticket's events as well: `follow({ from, history })`.",
  "snapshot-invalid": "Give what `snapshot(reading, { until })` made, or its JSON read back.",
  "span-empty": "Give `from` before `until`, within the coverage of the calendar.",
  "state-unknown": "Add it to a target, or to `states` if it does nothing, or map it to another.",
  "target-unknown": "Give one that the message lists.",
  "ticket-came-back":
    "Give only states in `closedBy` that no ticket comes back from, or `track` its whole history.",
  "temporal-missing": "Give a polyfill: `toTemporal(reading.dueAt, Temporal)`.",
  "ticket-missing": "Give `ticket` as text.",
  "time-of-day-invalid": 'Give a time such as `"17:00"`.',
  "too-many-occurrences": "Give it a longer interval, a later start or an earlier `asOf`.",
  "too-many-words": "Track the histories as lists.",
  "wall-time-invalid":
    'Give `"2026-11-20T16:30"`, without an offset. An instant with an offset can be used as it is.',
  "working-not-kept":
    "Give the ticket's events as well: `follow({ from, history, keepWorking: true })`.",
  "working-days-not-whole": "Give a whole number.",
  "field-unknown":
    "Add the value to the map of words, or say what becomes of values that the map lacks.",
  "history-incomplete":
    "Give every page of the log, from the creation of the ticket on; the message names what is missing.",
  "law-untried":
    "Read the message: it says whether there was no time, no target or no example with an answer.",
  "coverage-too-long": "Give a coverage of at most 2,000 years.",
  "periods-invalid":
    "Make the source with `periodsFrom`, or give whole epoch milliseconds in order.",
};
