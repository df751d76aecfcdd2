import { show } from "../../input/show";
import { MAX_MS } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { Clock } from "../clock/clock";
import {
  HistoryError,
  type HistoryEvent,
  hasSeverity,
  readEvent,
  readHistory,
  type TicketHistory,
  type Vocabulary,
} from "../clock/history";
import type { NumericReading } from "../reading/numbers";
import {
  type BulkResult,
  type BulkWork,
  readRun,
  resultOf,
  takeEvent,
  trackEvents,
  trackInPlace,
} from "./run";

/** One event of a log of many tickets. */
export interface TicketEvent extends HistoryEvent {
  readonly ticket: string;
}

/** The numbers of one ticket. @throws {HistoryError} where its history cannot be tracked. */
function trackHistory(
  events: readonly HistoryEvent[],
  work: BulkWork,
  ticket: string,
): NumericReading {
  const { words } = work;
  if (!isPlain(events, words)) return trackEvents(readHistory(events, words, ticket), work, ticket);
  return trackInPlace(
    events.length,
    (index, event) => {
      // The index is one of the list, and its instant a number: isPlain has seen to both.
      const { at, state, severity } = events[index] as HistoryEvent;
      event.index = index;
      event.atMs = at as number;
      event.state = state;
      event.role = state === undefined ? undefined : words.roles.get(state);
      event.severity = severity;
    },
    work,
    ticket,
  );
}

/** Whether every event of a history is in order, at an instant in milliseconds, in words that are known. */
function isPlain(events: readonly HistoryEvent[], words: Vocabulary): boolean {
  if (!Array.isArray(events)) return false;
  let lastMs = -MAX_MS;
  for (let index = 0; index < events.length; index++) {
    const event: unknown = events[index];
    if (typeof event !== "object" || event === null) return false;
    const { at, state, severity } = event as HistoryEvent;
    const isGood =
      typeof at === "number" &&
      at >= lastMs &&
      at <= MAX_MS &&
      Number.isInteger(at) &&
      (state === undefined || words.states.has(state)) &&
      (severity === undefined || hasSeverity(words, severity));
    if (!isGood) return false;
    lastMs = at;
  }
  return true;
}

/** Tickets whose histories are lists, one by one as they are asked for. */
export function* trackEach(
  histories: Iterable<TicketHistory>,
  work: BulkWork,
): Generator<BulkResult, undefined> {
  for (const history of histories) {
    const ticket = ticketOf(history);
    yield ticket instanceof HistoryError
      ? { ticket: "", error: ticket }
      : resultOf(ticket, () => trackHistory(history.events, work, ticket));
  }
}

/** Tickets whose events come mixed, each given when it closes or when the log ends. */
export async function* trackStream(
  events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
  work: BulkWork,
  closedBy: ReadonlySet<string>,
): AsyncGenerator<BulkResult, undefined> {
  const open = new Map<string, Clock | "failed">();
  let index = -1;
  for await (const event of events) {
    index++; // Those that name no ticket have their place too.
    const ticket = ticketOf(event);
    if (ticket instanceof HistoryError) {
      yield { ticket: "", error: ticket };
      continue;
    }
    const clock = open.get(ticket) ?? new Clock(work.rules, undefined, false);
    let isClosing = event.state !== undefined && closedBy.has(event.state);
    if (clock !== "failed") {
      const error = errorOf(() => {
        // What comes after asOf has not happened, and has closed nothing.
        isClosing = takeNext(clock, event, index, work) && isClosing;
      });
      open.set(ticket, error ? "failed" : clock);
      if (error) yield { ticket, error };
      else if (isClosing) yield finish(ticket, clock, work);
    }
    if (isClosing) open.delete(ticket);
  }
  for (const [ticket, clock] of open) {
    if (clock !== "failed") yield finish(ticket, clock, work);
  }
}

/** The ticket that a history or an event names, or the error of one that names none. */
function ticketOf(named: { readonly ticket: string } | null | undefined): string | HistoryError {
  const ticket: unknown = named?.ticket;
  if (typeof ticket === "string") return ticket;
  return new HistoryError(
    "ticket-missing",
    `${show(named)} names no ticket; give { ticket: "...", ... }.`,
    { given: show(named) },
  );
}

/** Lets a clock take an event of a stream; false where it has not happened yet. */
function takeNext(clock: Clock, event: TicketEvent, index: number, work: BulkWork): boolean {
  const { ticket } = event;
  const read = readEvent(event, work.words, { ticket, index });
  if (read.atMs > work.asOfMs) return false;
  const { sinceMs } = clock.now;
  if (sinceMs !== null && read.atMs < sinceMs) {
    throw new HistoryError(
      "event-out-of-order",
      `Ticket ${ticket}, event ${index}: it comes before the ticket's last event; a stream must be in order of time.`,
      { ticket, index, atMs: read.atMs, lastMs: sinceMs },
    );
  }
  takeEvent(clock, read, work.words, ticket);
  return true;
}

function finish(ticket: string, clock: Clock, work: BulkWork): BulkResult {
  return resultOf(ticket, () => {
    clock.advance(work.asOfMs);
    return readRun(clock, work.asOfMs, work.rules);
  });
}

function errorOf(act: () => void): CoreHoursError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
}
