/** What an error code means, and what to do about it. */
export interface Meaning {
  /** When it is thrown; completes "It is thrown if …". */
  readonly when: string;
  readonly remedy: string;
}

/** The meaning of every code. A code of the sources that is missing here fails a test. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  "amount-not-a-number": {
    when: "an amount for the engine is not a number",
    remedy: "Give milliseconds.",
  },
  "amount-not-exact": {
    when: "an amount of time is not exact: it has days or longer, or it cannot be read",
    remedy:
      "Give hours, minutes, seconds or milliseconds. For working days use `addWorkingDays`; for an allowance in days say `workingDays` or `calendarDays`.",
  },
  "as-of-before-last-event": {
    when: "a clock is read at an instant before the last event that it took",
    remedy: "Read it at a later instant, or `track` the whole history as of the earlier one.",
  },
  "calendar-unknown": {
    when: "an allowance names a calendar that its policy does not have",
    remedy: "Add the calendar to `calendars`, or correct the name.",
  },
  "columns-missing": {
    when: "`trackMany` is given columns without one that it needs",
    remedy: "Make them with `historyColumns`.",
  },
  "coverage-empty": {
    when: "a timeline ends where it starts, or before",
    remedy: "Give an `endMs` after `startMs`.",
  },
  "coverage-end": {
    when: "an answer would lie after the last instant that the calendar knows",
    remedy:
      "Give newer bank holidays with `parseBankHolidays`, widen the calendar's own list, or ask about an earlier instant. `data` has the bound. If the calendar never opens, give it hours.",
  },
  "coverage-start": {
    when: "an answer would lie before the first instant that the calendar knows",
    remedy: "Ask about a later instant, or give the bank holidays of the earlier years.",
  },
  "date-invalid": {
    when: "a date does not exist or is not an ISO date",
    remedy: 'Give a date such as `"2026-12-25"`.',
  },
  "day-never-closes": {
    when: '`due: "close"` falls on a date on which the calendar does not close',
    remedy: 'Use `due: "end-of-day"`.',
  },
  "definition-invalid": {
    when: "a calendar, a policy, options or a saved clock has something wrong with it",
    remedy:
      "Read `error.problems`: each has its `path`, and a message that says what was given and what was expected.",
  },
  "division-unknown": {
    when: "bank holidays are asked of a division that is not shipped",
    remedy: "Give one of the divisions that the message lists, or a list of dates.",
  },
  "event-instant-invalid": {
    when: "the `at` of an event is not an instant",
    remedy: "See `instant-invalid`; `data` names the ticket and the event.",
  },
  "event-invalid": {
    when: "an event is not an object",
    remedy: "Give `{ at, state, severity }`.",
  },
  "event-missing": {
    when: "a window is not given the events that it counts from",
    remedy: "Give one of the events that the message names.",
  },
  "event-out-of-order": {
    when: "a stream, or a clock that takes events as they happen, is given an event before the last",
    remedy: "Sort the events of each ticket, or `track` the whole history, which sorts them.",
  },
  "fact-invalid": {
    when: "a fact that a condition asks for is not true or false",
    remedy: "Give `true` or `false`, or leave it out if it is not known.",
  },
  "grade-invalid": {
    when: "an impact, an urgency or a severity is not a whole number from 1 to 5",
    remedy: "Give 1, the highest, to 5.",
  },
  "histories-invalid": {
    when: "`trackMany` or `trackStream` is given something that cannot be iterated",
    remedy: "Give a list of `{ ticket, events }`, `historyColumns` of one, or a stream of events.",
  },
  "history-invalid": {
    when: "a history is not a list of events",
    remedy: 'Give `[{ at, state }, …]`; in bulk `{ ticket: "…", events: […] }`.',
  },
  "input-missing": {
    when: "a condition cannot be judged without something that was not given",
    remedy: "Give what the message names.",
  },
  "instant-invalid": {
    when: "an instant cannot be read, does not exist, or does not say its offset",
    remedy:
      "Give a `DateTime`, a `Date`, epoch milliseconds or an ISO 8601 string with an offset. `calendar.at(text)` reads wall-clock time.",
  },
  "instant-not-finite": {
    when: "an instant for the engine is not a finite number",
    remedy: "Give epoch milliseconds.",
  },
  "law-broken": {
    when: "a calendar or a policy breaks a law of `core-hours/testing`",
    remedy:
      "Read the smallest example in the message; `{ seed }` with the number it gives finds it again.",
  },
  "length-mismatch": {
    when: "columns that belong together have different lengths",
    remedy: "Give columns of one length; `historyColumns` makes them.",
  },
  "level-unknown": {
    when: "a service level of NHS England has no known hours or does not exist",
    remedy: "Give one that the message lists.",
  },
  "month-invalid": {
    when: "a month is not written as `YYYY-MM`",
    remedy: 'Give a month such as `"2026-11"`.',
  },
  "no-fixed-figure": {
    when: "availability is to be tested by its fixed figure, and the promise has none",
    remedy: "Give `fixedMinutes`, or test the percentage.",
  },
  "not-a-calendar": {
    when: "a calendar is expected and something else is given",
    remedy: "Make one with `defineCalendar`.",
  },
  "not-an-sla": {
    when: "a policy is expected and something else is given",
    remedy: "Make one with `defineSla`.",
  },
  "option-invalid": {
    when: "an option has a value that it cannot have",
    remedy: "Give one of the values that the message lists.",
  },
  "option-unknown": {
    when: "an option does not exist",
    remedy: "Check its spelling against those that the message lists.",
  },
  "options-invalid": {
    when: "options are not an object",
    remedy: "Give an object such as the message shows.",
  },
  "outage-backwards": {
    when: "an outage ends before it starts",
    remedy: "Give `from` and `to` in order.",
  },
  "parameter-invalid": {
    when: "a share that a condition asks for is not a number of zero or more",
    remedy: "Give a share such as `0.9`.",
  },
  "severity-invalid": {
    when: "a severity for a condition is not text",
    remedy: 'Give it as text, such as `"1"`.',
  },
  "severity-missing": {
    when: "an allowance depends on the severity, and none is given as the clock starts",
    remedy: "Give the severity with the first event, or to `due`.",
  },
  "severity-unknown": {
    when: "the policy does not have a severity",
    remedy: "Add it to `severities`, or map it to one of those.",
  },
  "severity-without-allowance": {
    when: "the target has no allowance for a severity of the policy",
    remedy: "Add an allowance for it, or give another severity.",
  },
  "span-empty": {
    when: "a law is to be tried on a part of time that is empty or not covered",
    remedy: "Give `from` before `until`, within the coverage of the calendar.",
  },
  "state-unknown": {
    when: "the policy does not have a state",
    remedy: "Add it to a target, or to `states` if it does nothing, or map it to another.",
  },
  "target-unknown": {
    when: "the policy does not have a target of that name",
    remedy: "Give one that the message lists.",
  },
  "ticket-missing": {
    when: "a history or an event of a stream does not say its ticket",
    remedy: "Give `ticket` as text.",
  },
  "time-of-day-invalid": {
    when: "a time of day is not written as `HH:MM`",
    remedy: 'Give a time such as `"17:00"`.',
  },
  "too-many-occurrences": {
    when: "a recurrence comes more often by then than can be listed",
    remedy: "Give it a longer interval, a later start or an earlier `asOf`.",
  },
  "too-many-words": {
    when: "columns have more states or severities than they can hold",
    remedy: "Track the histories as lists.",
  },
  "wall-time-invalid": {
    when: "`calendar.at` is not given wall-clock time",
    remedy:
      'Give `"2026-11-20T16:30"`, without an offset. An instant with an offset can be used as it is.',
  },
  "working-days-not-whole": {
    when: "a number of working days is not whole",
    remedy: "Give a whole number.",
  },
};
