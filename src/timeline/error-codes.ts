/**
 * The codes of every error. A code never changes within a major version; new ones may be added.
 *
 * They are grouped by what the error is about, and each line says when it is thrown.
 */
export type ErrorCode =
  // Instants, dates and times
  /** The instant is not one, or does not say which it is. */
  | "instant-invalid"
  /** A number for the engine is not a finite number of milliseconds that a date can hold. */
  | "instant-not-finite"
  /** The text is not wall-clock time. */
  | "wall-time-invalid"
  /** The text is not a time of day. */
  | "time-of-day-invalid"
  /** The text is not a date that exists. */
  | "date-invalid"
  /** The text is not a month. */
  | "month-invalid"
  // Amounts
  /** The amount is not exact time. */
  | "amount-not-exact"
  /** An amount for the engine is not a finite number. */
  | "amount-not-a-number"
  /** The number of working days is not whole. */
  | "working-days-not-whole"
  /** A count of days is due at the closing of a day that has none. */
  | "day-never-closes"
  /** The target promises an agreed date, so no amount of time says when it is due. */
  | "allowance-agreed"
  // Coverage
  /** The question lies before the coverage, or would need to know more of what lies before it. */
  | "coverage-start"
  /** The question lies after the coverage, or would need to know more of what lies after it. */
  | "coverage-end"
  /** The coverage has no length. */
  | "coverage-empty"
  /** The coverage is longer than can be searched at once. */
  | "coverage-too-long"
  // Definitions and options
  /** A definition has problems, all of which are in `data.problems`. */
  | "definition-invalid"
  /** The division has no bank holidays that are shipped. */
  | "division-unknown"
  /** The options are not an object. */
  | "options-invalid"
  /** The option has a value that it cannot have. */
  | "option-invalid"
  /** There is no such option. */
  | "option-unknown"
  /** A calendar was expected. */
  | "not-a-calendar"
  /** The policy has no such calendar. */
  | "calendar-unknown"
  /** Columns that go together differ in length. */
  | "length-mismatch"
  /** Periods for the engine are not pairs of numbers. */
  | "periods-invalid"
  // Histories
  /** The history is not a list of events. */
  | "history-invalid"
  /** The histories are not a list, or not columns. */
  | "histories-invalid"
  /** The audit log of another system lacks its beginning, or some of its pages. */
  | "history-incomplete"
  /** The map of words lacks the value of a field. */
  | "field-unknown"
  /** The event is not an object. */
  | "event-invalid"
  /** The instant of an event is not one. */
  | "event-instant-invalid"
  /** An event has a key that would be ignored, such as a misspelt one. */
  | "event-key-unknown"
  /** The event comes before one that has been taken. */
  | "event-out-of-order"
  /** A window needs an event that was not given. */
  | "event-missing"
  /** A reading is asked for at an instant before the last event. */
  | "as-of-before-last-event"
  /** The policy has no such state. */
  | "state-unknown"
  /** The policy has no such severity. */
  | "severity-unknown"
  /** The target has no allowance for the severity. */
  | "severity-without-allowance"
  /** The target has allowances by severity, and the ticket has none. */
  | "severity-missing"
  /** The rows of a stream name no ticket. */
  | "ticket-missing"
  /** A ticket of a stream comes back after it was closed and its result was given. */
  | "ticket-came-back"
  /** No policy of a desk matches the ticket. */
  | "policy-unmatched"
  /** The policy of a ticket depends on when it was opened, and nobody says. */
  | "opened-at-missing"
  /** A ticket comes under another policy of its desk, whose clocks have not taken its events. */
  | "policy-changed"
  /** A saved clock belongs to another policy or target. */
  | "saved-clock-of-another"
  /** A saved clock belongs to the target as it was before a change, or of an earlier form. */
  | "saved-clock-outdated"
  /** A clock that is to keep its working is to go on from one that did not. */
  | "working-not-kept"
  /** The columns of histories lack one. */
  | "columns-missing"
  /** The columns of histories hold more words than can be numbered. */
  | "too-many-words"
  /** The reading was copied or read back from JSON, and cannot go on by itself. */
  | "reading-not-live"
  /** The JSON is not a snapshot that this version reads. */
  | "snapshot-invalid"
  /** The engine has no `Temporal`, and none was given. */
  | "temporal-missing"
  /** A reading was expected. */
  | "not-a-reading"
  // What a policy has besides targets
  /** The occurrences are too many to list. */
  | "too-many-occurrences"
  /** The outage ends before it starts. */
  | "outage-backwards"
  /** The promise has no fixed number of minutes. */
  | "no-fixed-figure"
  /** An input of an eligibility is missing. */
  | "input-missing"
  /** A fact of an eligibility is neither true nor false. */
  | "fact-invalid"
  /** The severity of an eligibility is not text. */
  | "severity-invalid"
  /** A parameter of an eligibility is not a number. */
  | "parameter-invalid"
  /** The policy has no lifecycle. */
  | "lifecycle-missing"
  /** A filled form is not an object of fields. */
  | "form-invalid"
  /** The document lists no fields for a form, and none were given. */
  | "form-unstated"
  // Services
  /** There is no such level of service. */
  | "level-unknown"
  /** The impact or urgency is not one of the matrix. */
  | "grade-invalid"
  // The law kit
  /** A law does not hold. */
  | "law-broken"
  /** A law could not be tried: there was no time, no target, or hardly an example with an answer. */
  | "law-untried"
  /** The target to try is not one of the policy's. */
  | "target-unknown"
  /** A policy was expected. */
  | "not-an-sla"
  /** The span to try has no length. */
  | "span-empty";
