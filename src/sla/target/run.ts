import { showNames } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import { Clock, type ClockRules } from "../clock/clock";
import { type Event, problem, type Vocabulary } from "../clock/history";
import { type NumericReading, readClock } from "../reading/numbers";

/**
 * Lets a clock take a checked event.
 *
 * @throws {HistoryError} where the clock starts, its allowance depends on the severity, and none has
 *   been given.
 */
export function takeEvent(clock: Clock, event: Event, words: Vocabulary, ticket?: string): void {
  const starts =
    clock.now.activity === "pending" && (event.role === "runs" || event.role === "pauses");
  if (words.graded && starts && event.severity === undefined && clock.now.severity === null) {
    throw problem(
      "severity-missing",
      `the clock starts and no severity has been given; there are allowances for ${showNames(words.graded)}`,
      { ticket, index: event.index },
    );
  }
  clock.take(event.atMs, event);
}

/** One ticket's outcome in a batch: its reading in numbers, or why there is none. */
export type BulkResult =
  | ({ readonly ticket: string; readonly error: null } & NumericReading)
  | { readonly ticket: string; readonly error: CoreHoursError };
/** What a batch is tracked by. */
export interface BulkWork {
  readonly asOfMs: number;
  readonly rules: ClockRules;
  readonly words: Vocabulary;
}

/** Takes the events up to an instant, in order, and brings the clock to it. */
export function runClock(
  clock: Clock,
  events: readonly Event[],
  { asOfMs, words, ticket }: BulkWork & { readonly ticket?: string | undefined },
): void {
  for (const event of events) {
    if (event.atMs > asOfMs) break;
    takeEvent(clock, event, words, ticket);
  }
  clock.advance(asOfMs);
}

/** Reads a clock that has been brought to an instant. */
export function readRun(clock: Clock, asOfMs: number, rules: ClockRules): NumericReading {
  // A ticket that has not started may not have been graded yet either.
  const fromNow = () => rules.findAllowance(clock.now.severity)?.from(asOfMs) ?? null;
  return readClock(clock, asOfMs, fromNow);
}

/** A ticket's reading, or the error that stands in its place. */
export function resultOf(ticket: string, read: () => NumericReading): BulkResult {
  try {
    // A reading of its own, so that it need not be copied, which would cost as much as all the rest.
    return Object.assign(read(), { ticket, error: null });
  } catch (error) {
    if (error instanceof CoreHoursError) return { ticket, error };
    throw error;
  }
}

/** Where the events of a ticket lie that need no checking: puts one of them into `event`. */
type PutEvent = (index: number, event: { -readonly [K in keyof Event]: Event[K] }) => void;

/** The numbers of one ticket whose events are known to be good and in order, read where they lie. */
export function trackInPlace(
  count: number,
  put: PutEvent,
  work: BulkWork,
  ticket?: string,
): NumericReading {
  const clock = new Clock(work.rules, undefined, false);
  // One object for all events, since a clock keeps none of them.
  const event = { index: 0, atMs: 0, state: undefined, role: undefined, severity: undefined };
  for (let index = 0; index < count; index++) {
    put(index, event);
    if (event.atMs > work.asOfMs) break;
    takeEvent(clock, event, work.words, ticket);
  }
  clock.advance(work.asOfMs);
  return readRun(clock, work.asOfMs, work.rules);
}

/** The numbers of one ticket whose events have been checked and put in order. */
export function trackEvents(
  events: readonly Event[],
  work: BulkWork,
  ticket?: string,
): NumericReading {
  const clock = new Clock(work.rules, undefined, false);
  runClock(clock, events, { ...work, ticket });
  return readRun(clock, work.asOfMs, work.rules);
}
