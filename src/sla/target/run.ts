import { ownError } from "../../input/own-error";
import type { CoreHoursError } from "../../timeline";
import { Clock } from "../clock/clock";
import { derivedState, matches } from "../clock/fields";
import { checkSeverity, checkState, type DatedEvent, type Vocabulary } from "../clock/history";
import type { ClockMark, ClockMemory } from "../clock/mark";
import type { ClockRules } from "../clock/rules";
import type { Continuation } from "../reading/continued";
import { type NumericReading, readClock } from "../reading/numbers";
import { fieldsAt, type SharedFields } from "./shared-fields";

/** One ticket's outcome in a batch: its reading in numbers, or why there is none. */
export type BulkResult =
  | ({ readonly ticket: string; readonly error: null } & NumericReading)
  | { readonly ticket: string; readonly error: CoreHoursError };

/** What is needed to track a batch. */
export interface BulkWork {
  readonly asOfMs: number;
  readonly rules: ClockRules;
  readonly words: Vocabulary;
}

/** Numbers need no working and no remarks. */
export const NUMBERS_ONLY: ClockMemory = { working: false, remarks: false };

/** What a clock needs to take events. */
export interface Work {
  readonly words: Vocabulary;
  readonly ticket: string | undefined;
  /** The fields of the ticket, if several clocks take its events. */
  readonly shared?: SharedFields | undefined;
}

/** Takes the events up to an instant, in order, and brings the clock to it. */
export function runClock(
  clock: Clock,
  events: readonly DatedEvent[],
  { asOfMs, ...work }: Work & { readonly asOfMs: number },
): void {
  for (const instant of instantsOf(events, asOfMs)) takeInstant(clock, instant, work);
  clock.advance(asOfMs);
}

/** Takes events in order. Returns where the clock stood before the last instant, and that instant's events. */
export function runInstants(
  clock: Clock,
  events: readonly DatedEvent[],
  work: Work,
): { readonly before: ClockMark; readonly instant: readonly DatedEvent[] } {
  let before = clock.mark();
  let last: readonly DatedEvent[] = [];
  for (const instant of instantsOf(events)) {
    before = clock.mark();
    takeInstant(clock, instant, work);
    last = instant;
  }
  return { before, instant: last };
}

/** Events in order of time, grouped by their instants, as far as these are not after another. */
export function* instantsOf(
  events: readonly DatedEvent[],
  untilMs = Number.POSITIVE_INFINITY,
): Generator<readonly DatedEvent[], void> {
  for (let first = 0; first < events.length; ) {
    const { atMs } = events[first] as DatedEvent; // It is within the list.
    if (atMs > untilMs) return;
    let end = first + 1;
    while (end < events.length && events[end]?.atMs === atMs) end++;
    yield events.slice(first, end);
    first = end;
  }
}

/**
 * Lets a clock take all events of one instant, which are one change. The last severity given at the
 * instant holds for all of it, wherever it stands, and the states are taken in turn. After a final stop,
 * both are ignored.
 *
 * @throws {HistoryError} for an unknown state or severity.
 */
export function takeInstant(clock: Clock, events: readonly DatedEvent[], work: Work): void {
  const { derive, when } = work.words;
  const severity = clock.isFinal ? undefined : severityOf(events, work);
  const agreed = agreedOf(events);
  const { shared } = work;
  const before = clock.now.fields;
  const withWords = derive !== null || when !== null;
  const fields = shared
    ? shared.after(before, events, withWords)
    : fieldsAt(before, events, withWords);
  // There is at least one event.
  clock.advance((events[0] as DatedEvent).atMs);
  clock.know(fields);
  if (agreed !== undefined && agreed !== null) clock.agree(agreed);
  const applies = when === null || matches(when, fields);
  if (severity !== undefined || applies !== clock.now.applies) {
    clock.grade(severity ?? clock.now.severity, applies);
  }
  // One change with the severity: taking the date back first could breach what the severity relieves.
  if (agreed === null) clock.agree(agreed);
  if (derive) {
    takeDerived(clock, shared ? shared.state(derive, fields) : derivedState(derive, fields), work);
  } else takeStates(clock, events, work);
}

/** Lets a clock take the state that the fields of the ticket name, if it differs from the last one. */
function takeDerived(clock: Clock, state: string | undefined, { words }: Work): void {
  if (state === undefined || state === clock.now.state) return;
  clock.enter(state, words.roles.get(state));
}

/** Lets a clock take the states of some events, at the instant that it has been advanced to. */
export function takeStates(clock: Clock, events: readonly DatedEvent[], work: Work): void {
  for (const { index, atMs, state } of events) {
    if (state === undefined) continue;
    const role = work.words.roles.get(state);
    if (!clock.isFinal) {
      checkState(state, work.words, { ticket: work.ticket, index }, atMs);
      clock.advance(atMs);
    }
    if (work.words.states.has(state)) clock.enter(state, role);
  }
}

/** Refuses an unknown word of an event at once, without waiting until the event is taken. */
export function checkWords(
  { index, atMs, state, severity }: DatedEvent,
  { words, ticket }: Pick<Work, "words" | "ticket">,
): void {
  if (state !== undefined && !words.derive) checkState(state, words, { ticket, index }, atMs);
  if (severity !== undefined) checkSeverity(severity, words, { ticket, index }, atMs);
}

/** The severity that holds for an instant. Every severity given at the instant must be known. */
function severityOf(events: readonly DatedEvent[], work: Work): string | undefined {
  let last: string | undefined;
  for (const { index, atMs, severity } of events) {
    if (severity === undefined) continue;
    checkSeverity(severity, work.words, { ticket: work.ticket, index }, atMs);
    last = severity;
  }
  return last;
}

/** The agreed date that holds for an instant: the last one given at it; null if it takes the date back. */
function agreedOf(events: readonly DatedEvent[]): number | null | undefined {
  let last: number | null | undefined;
  for (const { dueAtMs } of events) {
    if (dueAtMs !== undefined) last = dueAtMs;
  }
  return last;
}

/** Reads a clock that has been brought to an instant. */
export function readRun(clock: Clock, asOfMs: number, rules: ClockRules): NumericReading {
  const { severity, applies } = clock.now;
  return readClock(clock, asOfMs, () => (applies ? rules.promiseFor(severity) : "none"));
}

/** How a clock goes on from where it stands now, if nothing more happens. */
export function continuationFrom(clock: Clock, rules: ClockRules): Continuation {
  const standing = clock.startFrom(clock.mark());
  const laterAt = (atMs: number, remarks: boolean) => {
    const later = new Clock(rules, standing, { working: false, remarks });
    later.advance(atMs);
    return later;
  };
  return Object.assign((atMs: number) => readRun(laterAt(atMs, false), atMs, rules), {
    warnedBy: (atMs: number) => laterAt(atMs, true).now.warnedAtMs,
  });
}

/** A ticket's reading, or its error. */
export function resultOf(ticket: string, read: () => NumericReading): BulkResult {
  try {
    // The reading is not shared, so it is not copied. A copy would cost as much as everything else.
    return Object.assign(read(), { ticket, error: null });
  } catch (error) {
    return { ticket, error: ownError(error) };
  }
}

/** An event of a plain history. The same object is filled again for each event. */
export interface PlainEvent {
  atMs: number;
  state: string | undefined;
  severity: string | undefined;
}

/** Fills in the event at an index of a plain history. */
export type Filler = (index: number, event: PlainEvent) => void;

/** Lets a clock take an event of a plain history. */
export function stepInPlace(clock: Clock, event: PlainEvent, words: Vocabulary): void {
  clock.advance(event.atMs);
  if (event.severity !== undefined) clock.grade(event.severity);
  if (event.state !== undefined) clock.enter(event.state, words.roles.get(event.state));
}

/**
 * The numbers of one ticket whose history is plain, read in place. In a plain history the events are in
 * order, their words are known, and only the first event of an instant gives a severity.
 *
 * @param put fills in the event at an index
 */
export function trackInPlace(count: number, put: Filler, work: BulkWork): NumericReading {
  const { asOfMs, rules, words } = work;
  const clock = new Clock(rules, undefined, NUMBERS_ONLY);
  // One object serves all events, since a clock keeps none of them.
  const event: PlainEvent = { atMs: 0, state: undefined, severity: undefined };
  for (let index = 0; index < count; index++) {
    put(index, event);
    if (event.atMs > asOfMs || clock.isFinal) break;
    stepInPlace(clock, event, words);
  }
  clock.advance(asOfMs);
  return readRun(clock, asOfMs, rules);
}

/** The numbers of one ticket whose events have been put in order. */
export function trackEvents(
  events: readonly DatedEvent[],
  work: BulkWork,
  ticket: string | undefined,
): NumericReading {
  const clock = new Clock(work.rules, undefined, NUMBERS_ONLY);
  runClock(clock, events, { ...work, ticket });
  return readRun(clock, work.asOfMs, work.rules);
}
