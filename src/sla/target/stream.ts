import { CoreHoursError } from "../../timeline";
import { Clock } from "../clock/clock";
import {
  checkSeverity,
  checkState,
  type DatedEvent,
  HistoryError,
  problem,
  readEvent,
  type TicketEvent,
  ticketOf,
} from "../clock/history";
import {
  type BulkResult,
  type BulkWork,
  NUMBERS_ONLY,
  readRun,
  resultOf,
  takeInstant,
} from "./run";

/** A ticket that is followed: its clock before its last instant, and the events of that instant. */
interface OpenTicket {
  readonly clock: Clock;
  instant: DatedEvent[];
}

/** What is remembered of a ticket whose result has been given. */
interface ClosedTicket {
  readonly lastMs: number;
  /** Whether nothing that may come changes its result, or an error has said that it would. */
  readonly isSettled: boolean;
  /** Whether its clock has stopped, so only a re-opening changes it. */
  readonly isStopped: boolean;
}

const SETTLED: ClosedTicket = { lastMs: 0, isSettled: true, isStopped: true };

/**
 * Tickets whose events come mixed. Each is given once the log has gone on from the instant at which it
 * closed, or else when the log ends.
 */
export async function* trackStream(
  events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
  work: BulkWork,
  closedBy: ReadonlySet<string>,
): AsyncGenerator<BulkResult, undefined> {
  const tickets = new Tickets(work, closedBy);
  let index = -1;
  for await (const event of events) {
    index++; // Those that name no ticket have their place too.
    yield* tickets.take(event, index);
  }
  yield* tickets.end();
}

/** The tickets of a stream, as far as it has come. */
class Tickets {
  readonly #work: BulkWork;
  readonly #closedBy: ReadonlySet<string>;
  readonly #open = new Map<string, OpenTicket>();
  readonly #closed = new Map<string, ClosedTicket>();
  /** Those that have closed at the instant of the last event: more of that instant may follow. */
  #closing = new Set<string>();
  #closingAtMs: number | null = null;

  constructor(work: BulkWork, closedBy: ReadonlySet<string>) {
    this.#work = work;
    this.#closedBy = closedBy;
  }

  /** Takes one event, and gives the results that it brings. */
  *take(event: TicketEvent, index: number): Generator<BulkResult, undefined> {
    const ticket = ticketOf(event);
    if (ticket instanceof HistoryError) {
      yield { ticket: "", error: ticket };
      return;
    }
    try {
      const read = readEvent(event, { ticket, index });
      if (read.atMs !== this.#closingAtMs) yield* this.#giveClosing();
      this.#takeRead(ticket, read);
    } catch (error) {
      if (!(error instanceof CoreHoursError)) throw error;
      const isTold = this.#closed.get(ticket)?.isSettled === true;
      this.#open.delete(ticket);
      this.#closing.delete(ticket);
      this.#closed.set(ticket, SETTLED);
      if (!isTold) yield { ticket, error };
    }
  }

  /** Gives the results of all tickets that are left. */
  *end(): Generator<BulkResult, undefined> {
    yield* this.#giveClosing();
    for (const [ticket, open] of this.#open) yield this.#finish(ticket, open);
  }

  *#giveClosing(): Generator<BulkResult, undefined> {
    for (const ticket of this.#closing) {
      const open = this.#open.get(ticket) as OpenTicket; // A ticket that closes is open until then.
      this.#open.delete(ticket);
      const result = this.#finish(ticket, open);
      const { clock } = open;
      this.#closed.set(ticket, {
        lastMs: this.#closingAtMs as number, // Those that close do so at an instant.
        isSettled: result.error !== null || clock.isFinal,
        isStopped: clock.now.activity === "stopped",
      });
      yield result;
    }
    this.#closing = new Set();
    this.#closingAtMs = null;
  }

  #takeRead(ticket: string, read: DatedEvent): void {
    const closed = this.#closed.get(ticket);
    if (closed) {
      if (read.atMs <= this.#work.asOfMs) this.#refuseChange(ticket, read, closed);
      return;
    }
    const open = this.#open.get(ticket) ?? this.#newTicket(ticket);
    // What comes after asOf has not happened, and has closed nothing.
    if (read.atMs > this.#work.asOfMs) return;
    if (open.instant[0]?.atMs === read.atMs) open.instant.push(read);
    else this.#openInstant(ticket, read, open);
    if (read.state !== undefined && this.#closedBy.has(read.state)) {
      this.#closing.add(ticket);
      this.#closingAtMs = read.atMs;
    }
  }

  #newTicket(ticket: string): OpenTicket {
    const open = { clock: new Clock(this.#work.rules, undefined, NUMBERS_ONLY), instant: [] };
    this.#open.set(ticket, open);
    return open;
  }

  /** Settles what a ticket has of its last instant, and begins another. */
  #openInstant(ticket: string, read: DatedEvent, open: OpenTicket): void {
    refuseBefore(ticket, read, open.instant[0]?.atMs);
    this.#settle(ticket, open);
    if (!open.clock.isFinal) this.#checkWords(ticket, read);
    open.instant = [read];
  }

  #settle(ticket: string, { clock, instant }: OpenTicket): void {
    if (instant.length > 0) takeInstant(clock, instant, { words: this.#work.words, ticket });
  }

  /** Refuses an unknown word when it comes, and not only when the next event does. */
  #checkWords(ticket: string, { index, atMs, state, severity }: DatedEvent): void {
    const { words } = this.#work;
    if (state !== undefined && !words.derive) checkState(state, words, { ticket, index }, atMs);
    if (severity !== undefined) checkSeverity(severity, words, { ticket, index }, atMs);
  }

  /** Refuses an event that would have changed a result that has been given. */
  #refuseChange(ticket: string, read: DatedEvent, closed: ClosedTicket): void {
    if (closed.isSettled) return;
    const { index, atMs, state, severity } = read;
    refuseBefore(ticket, read, closed.lastMs);
    this.#checkWords(ticket, read);
    const role = state === undefined ? undefined : this.#work.words.roles.get(state);
    const changes = closed.isStopped
      ? role === "runs" || role === "pauses"
      : role !== undefined || severity !== undefined;
    if (!changes) return;
    throw problem(
      "ticket-came-back",
      "it comes after the ticket was closed and its result given. That result no longer holds; track the ticket's whole history, or give only states in closedBy that no ticket comes back from",
      { ticket, index, atMs, given: state },
    );
  }

  #finish(ticket: string, open: OpenTicket): BulkResult {
    const { clock } = open;
    const { asOfMs, rules } = this.#work;
    return resultOf(ticket, () => {
      this.#settle(ticket, open);
      clock.advance(asOfMs);
      return readRun(clock, asOfMs, rules);
    });
  }
}

/** Refuses an event of a ticket that comes before its last. */
function refuseBefore(ticket: string, read: DatedEvent, lastMs: number | undefined): void {
  if (lastMs === undefined || read.atMs >= lastMs) return;
  throw problem(
    "event-out-of-order",
    "it comes before the ticket's last event; a stream must be in order of time",
    { ticket, index: read.index, atMs: read.atMs, lastMs },
  );
}
