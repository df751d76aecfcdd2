import { ownError } from "../../input/own-error";
import {
  type DatedEvent,
  HistoryError,
  readEvent,
  type TicketEvent,
  ticketOf,
} from "../clock/history";
import { refuseBefore, resultsOf, TargetTickets } from "../target/stream";
import type { AskedPolicy } from "./asked-rows";
import { chosen, type DeskRow, factsOf } from "./choose";
import { type DeskRowResult, failed, namedBy } from "./results";

/** The tickets of a stream under the targets of one policy. */
type PolicyTickets = readonly TargetTickets<DeskRowResult>[];

/**
 * Tickets whose events come mixed, each judged by its policy. The policy can change until the ticket
 * closes, so the events of open tickets are kept. Only the names of closed tickets are kept.
 */
export function streamDesk(
  events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
  rows: readonly DeskRow<AskedPolicy>[],
  asOfMs: number,
  closedBy: ReadonlySet<string>,
): AsyncGenerator<DeskRowResult, undefined> {
  return resultsOf(events, new DeskTickets(rows, asOfMs, closedBy));
}

class DeskTickets {
  readonly #rows: readonly DeskRow<PolicyTickets>[];
  readonly #asOfMs: number;
  /** Many events give no state. */
  readonly #closedBy: ReadonlySet<string | undefined>;
  readonly #open = new Map<string, DatedEvent[]>();
  /** The closed tickets, each with the targets of its policy; null if an error has been given. */
  readonly #closed = new Map<string, PolicyTickets | null>();
  #closing = new Set<string>();
  #closingAtMs: number | null = null;

  constructor(
    rows: readonly DeskRow<AskedPolicy>[],
    asOfMs: number,
    closedBy: ReadonlySet<string>,
  ) {
    this.#rows = rows.map((row) => {
      const policy = row.policy.asked.map(({ target, rules, words }) => {
        const give = namedBy(row.id, target.id);
        return new TargetTickets({ work: { asOfMs, rules, words }, give }, undefined);
      });
      return { ...row, policy };
    });
    this.#asOfMs = asOfMs;
    this.#closedBy = closedBy;
  }

  /** Takes one event, and gives the results that it brings. */
  *take(event: TicketEvent, index: number): Generator<DeskRowResult, undefined> {
    const ticket = ticketOf(event);
    if (ticket instanceof HistoryError) {
      yield failed("", ticket);
      return;
    }
    const closed = this.#closed.get(ticket);
    if (closed === null) return;
    try {
      const read = readEvent(event, { ticket, index });
      if (read.atMs !== this.#closingAtMs) yield* this.#giveClosing();
      const later = this.#closed.get(ticket);
      if (later) for (const target of later) yield* target.take(ticket, read);
      else this.#keep(ticket, read);
    } catch (error) {
      const refused = ownError(error);
      this.#open.delete(ticket);
      this.#closed.set(ticket, null);
      yield failed(ticket, refused);
    }
  }

  /** Gives the results of all tickets that are left. */
  *end(): Generator<DeskRowResult, undefined> {
    yield* this.#giveClosing();
    for (const ticket of [...this.#open.keys()]) {
      const targets = yield* this.#judge(ticket);
      for (const target of targets) yield* target.finish(ticket);
    }
  }

  #keep(ticket: string, read: DatedEvent): void {
    const events = this.#open.get(ticket) ?? [];
    this.#open.set(ticket, events);
    // Events after asOf have not happened yet. Those of the first instant are kept to tell the policy.
    if (read.atMs > this.#asOfMs) {
      const [first] = events;
      if (first === undefined || first.atMs === read.atMs) events.push(read);
      return;
    }
    refuseBefore(ticket, read, events.at(-1)?.atMs);
    events.push(read);
    if (!this.#closedBy.has(read.state)) return;
    this.#closing.add(ticket);
    this.#closingAtMs = read.atMs;
  }

  *#giveClosing(): Generator<DeskRowResult, undefined> {
    const closing = this.#closing;
    const atMs = this.#closingAtMs;
    this.#closing = new Set();
    this.#closingAtMs = null;
    for (const ticket of closing) {
      const targets = yield* this.#judge(ticket);
      // A ticket that closes does so at an instant.
      for (const target of targets) yield* target.close(ticket, atMs as number);
    }
  }

  /** Gives all the events of a ticket to its policy, and then forgets them. Returns the targets that took them. */
  *#judge(ticket: string): Generator<DeskRowResult, PolicyTickets> {
    const events = this.#open.get(ticket);
    if (!events) return []; // The ticket has failed in the meantime.
    this.#open.delete(ticket);
    let targets: PolicyTickets;
    try {
      targets = chosen(this.#rows, factsOf(events, this.#asOfMs), ticket).policy;
    } catch (error) {
      const refused = ownError(error);
      this.#closed.set(ticket, null);
      yield failed(ticket, refused);
      return [];
    }
    this.#closed.set(ticket, targets);
    for (const target of targets) {
      for (const event of events) yield* target.take(ticket, event);
    }
    return targets;
  }
}
