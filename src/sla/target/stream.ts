import { ownError } from "../../input/own-error";
import type { CoreHoursError } from "../../timeline";
import { Clock } from "../clock/clock";
import {
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
  checkWords,
  NUMBERS_ONLY,
  readRun,
  resultOf,
  takeInstant,
} from "./run";
import { SharedFields } from "./shared-fields";

/** A ticket that is followed: its clock before its last instant, and the events of that instant. */
interface OpenTicket {
  readonly clock: Clock;
  instant: DatedEvent[];
}

/** What is remembered of a ticket whose result has been given. */
interface ClosedTicket {
  readonly lastMs: number;
  /** Whether no later event can change its result, or an error has already reported such a change. */
  readonly isSettled: boolean;
  /** Whether its clock has stopped, so only a re-opening changes it. */
  readonly isStopped: boolean;
}

const SETTLED: ClosedTicket = { lastMs: 0, isSettled: true, isStopped: true };

/** A target of a stream, and how each of its results is given. */
export interface StreamedTarget<R> {
  readonly work: BulkWork;
  readonly give: (result: BulkResult) => R;
}

/**
 * Tickets whose events come mixed. Each is given once the log has gone on from the instant at which it
 * closed, or else when the log ends.
 *
 * @param targets what to track each ticket by; every event is read once for all of them
 */
export function trackStream<R>(
  events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
  targets: readonly StreamedTarget<R>[],
  closedBy: ReadonlySet<string>,
): AsyncGenerator<R, undefined> {
  return resultsOf(events, new Tickets(targets, closedBy));
}

/** Something that takes the events of a stream one by one, and gives the results that they bring. */
interface StreamTaker<R> {
  take(event: TicketEvent, index: number): Iterable<R>;
  end(): Iterable<R>;
}

/** The results that a stream brings: those of each event in turn, and those that are left at its end. */
export async function* resultsOf<R>(
  events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
  tickets: StreamTaker<R>,
): AsyncGenerator<R, undefined> {
  let index = -1;
  for await (const event of events) {
    index++; // Events that name no ticket are counted too.
    yield* tickets.take(event, index);
  }
  yield* tickets.end();
}

/** The tickets of a stream under all targets, up to its latest event. */
class Tickets<R> implements StreamTaker<R> {
  readonly #targets: readonly TargetTickets<R>[];
  readonly #asOfMs: number;
  /** Many events give no state. */
  readonly #closedBy: ReadonlySet<string | undefined>;
  /** The tickets that closed at the instant of the last event. More events of that instant may follow. */
  #closing = new Set<string>();
  #closingAtMs: number | null = null;

  constructor(targets: readonly StreamedTarget<R>[], closedBy: ReadonlySet<string>) {
    const shared = targets.length > 1 ? new SharedFields() : undefined;
    this.#targets = targets.map((each) => new TargetTickets(each, shared));
    this.#asOfMs = targets[0]?.work.asOfMs ?? 0;
    this.#closedBy = closedBy;
  }

  /** Takes one event, and gives the results that it brings. */
  *take(event: TicketEvent, index: number): Generator<R, undefined> {
    const ticket = ticketOf(event);
    if (ticket instanceof HistoryError) {
      for (const target of this.#targets) yield target.nameless(ticket);
      return;
    }
    let read: DatedEvent;
    try {
      read = readEvent(event, { ticket, index });
    } catch (error) {
      const refused = ownError(error);
      for (const target of this.#targets) yield* target.fail(ticket, refused);
      return;
    }
    if (read.atMs !== this.#closingAtMs) yield* this.#giveClosing();
    for (const target of this.#targets) yield* target.take(ticket, read);
    if (!this.#closedBy.has(read.state) || read.atMs > this.#asOfMs) return;
    this.#closing.add(ticket);
    this.#closingAtMs = read.atMs;
  }

  /** Gives the results of all tickets that are left. */
  *end(): Generator<R, undefined> {
    yield* this.#giveClosing();
    const left = new Set(this.#targets.flatMap((target) => [...target.open]));
    for (const ticket of left) {
      for (const target of this.#targets) yield* target.finish(ticket);
    }
  }

  *#giveClosing(): Generator<R, undefined> {
    for (const ticket of this.#closing) {
      for (const target of this.#targets) {
        // A ticket that closes does so at an instant.
        yield* target.close(ticket, this.#closingAtMs as number);
      }
    }
    this.#closing = new Set();
    this.#closingAtMs = null;
  }
}

/** The tickets of a stream under one target. */
export class TargetTickets<R> {
  readonly #work: BulkWork;
  readonly #give: (result: BulkResult) => R;
  readonly #shared: SharedFields | undefined;
  readonly #open = new Map<string, OpenTicket>();
  readonly #closed = new Map<string, ClosedTicket>();

  constructor({ work, give }: StreamedTarget<R>, shared: SharedFields | undefined) {
    this.#work = work;
    this.#give = give;
    this.#shared = shared;
  }

  /** The tickets that have neither closed nor failed. */
  get open(): Iterable<string> {
    return this.#open.keys();
  }

  /** The result of an event that names no ticket. */
  nameless(error: HistoryError): R {
    return this.#give({ ticket: "", error });
  }

  /** Takes an event, or gives the error if it cannot be taken. */
  *take(ticket: string, read: DatedEvent): Generator<R, undefined> {
    try {
      this.#takeRead(ticket, read);
    } catch (error) {
      yield* this.fail(ticket, ownError(error));
    }
  }

  /** Gives up a ticket because of an error, which is given once. */
  *fail(ticket: string, error: CoreHoursError): Generator<R, undefined> {
    const isTold = this.#closed.get(ticket)?.isSettled === true;
    this.#open.delete(ticket);
    this.#closed.set(ticket, SETTLED);
    if (!isTold) yield this.#give({ ticket, error });
  }

  /** Gives the result of a ticket that has closed, and remembers little of it. */
  *close(ticket: string, lastMs: number): Generator<R, undefined> {
    const open = this.#open.get(ticket);
    if (!open) return; // The ticket has failed in the meantime, or had been closed before.
    this.#open.delete(ticket);
    const result = this.#finish(ticket, open);
    const { clock } = open;
    this.#closed.set(ticket, {
      lastMs,
      isSettled: result.error !== null || clock.isFinal,
      isStopped: clock.now.activity === "stopped",
    });
    yield this.#give(result);
  }

  /** Gives the result of a ticket that is still open when the log ends. */
  *finish(ticket: string): Generator<R, undefined> {
    const open = this.#open.get(ticket);
    if (open) yield this.#give(this.#finish(ticket, open));
  }

  #takeRead(ticket: string, read: DatedEvent): void {
    const closed = this.#closed.get(ticket);
    if (closed) {
      if (read.atMs <= this.#work.asOfMs) this.#refuseChange(ticket, read, closed);
      return;
    }
    const open = this.#open.get(ticket) ?? this.#newTicket(ticket);
    // Events after asOf have not happened yet, so they close nothing.
    if (read.atMs > this.#work.asOfMs) return;
    if (open.instant[0]?.atMs === read.atMs) open.instant.push(read);
    else this.#openInstant(ticket, read, open);
  }

  #newTicket(ticket: string): OpenTicket {
    const open = { clock: new Clock(this.#work.rules, undefined, NUMBERS_ONLY), instant: [] };
    this.#open.set(ticket, open);
    return open;
  }

  /** Takes the events of a ticket's last instant, and begins a new instant. */
  #openInstant(ticket: string, read: DatedEvent, open: OpenTicket): void {
    refuseBefore(ticket, read, open.instant[0]?.atMs);
    this.#settle(ticket, open);
    if (!open.clock.isFinal) checkWords(read, { words: this.#work.words, ticket });
    open.instant = [read];
  }

  #settle(ticket: string, { clock, instant }: OpenTicket): void {
    if (instant.length === 0) return;
    takeInstant(clock, instant, { words: this.#work.words, ticket, shared: this.#shared });
  }

  /** Refuses an event that would have changed a result already given. */
  #refuseChange(ticket: string, read: DatedEvent, closed: ClosedTicket): void {
    if (closed.isSettled) return;
    const { words } = this.#work;
    const { index, atMs, state, severity, dueAtMs } = read;
    refuseBefore(ticket, read, closed.lastMs);
    checkWords(read, { words, ticket });
    const role = state === undefined ? undefined : words.roles.get(state);
    const changes = closed.isStopped
      ? role === "runs" || role === "pauses"
      : role !== undefined || severity !== undefined || dueAtMs !== undefined;
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

/** Refuses an event that comes before the ticket's last event. */
export function refuseBefore(ticket: string, read: DatedEvent, lastMs: number | undefined): void {
  if (lastMs === undefined || read.atMs >= lastMs) return;
  throw problem(
    "event-out-of-order",
    "it comes before the ticket's last event; a stream must be in order of time",
    { ticket, index: read.index, atMs: read.atMs, lastMs },
  );
}
