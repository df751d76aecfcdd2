import { Codes } from "../../columns/codes";
import { Column } from "../../columns/column";
import type { Policy } from "../policies";
import type { Hold, TicketEvent, TicketHistory } from "../ticket-log";
import { EventColumns } from "./event-columns";

/** What the rows of a file need to know of a ticket that an earlier row has begun. */
export interface KnownTicket {
  readonly ticket: string;
  readonly policy: Policy;
  /** The line of its first row. */
  readonly line: number;
  /** Its place among the tickets. */
  readonly place: number;
}

/**
 * The histories of all tickets in the order of their first rows, kept in columns. A history is made anew
 * for each caller: it shows the ticket as it is when its events are first looked at.
 */
export class Histories implements Iterable<readonly [string, TicketHistory]> {
  /** By the names of the tickets, in the order of their places. */
  readonly #places = new Map<string, number>();
  readonly #policies = new Codes<Policy>();
  /** Twice the code of the policy, and 1 more if the first event is an opening that has no row of its own. */
  readonly #kind = new Column(Int32Array);
  readonly #line = new Column(Int32Array);
  readonly #first = new Column(Int32Array);
  readonly #last = new Column(Int32Array);
  /** Times on hold, by the places of their tickets. */
  readonly #holds = new Map<number, Hold>();
  readonly #events = new EventColumns();

  /** How many tickets there are. */
  get size(): number {
    return this.#places.size;
  }

  /** The policies of the tickets, in the order of their first tickets. */
  get policies(): readonly Policy[] {
    return this.#policies.all;
  }

  /** How many of them have a time on hold of which only the length is known. */
  get held(): number {
    return this.#holds.size;
  }

  /** How many of these were measured on the wall clock. */
  get heldOnTheWall(): number {
    return [...this.#holds.values()].filter(({ measured }) => measured === "wall").length;
  }

  has(ticket: string): boolean {
    return this.#places.has(ticket);
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  get(ticket: string): TicketHistory | undefined {
    const place = this.#places.get(ticket);
    return place === undefined ? undefined : this.#history(ticket, place);
  }

  *values(): IterableIterator<TicketHistory> {
    for (const [ticket, place] of this.#places) yield this.#history(ticket, place);
  }

  *[Symbol.iterator](): IterableIterator<readonly [string, TicketHistory]> {
    for (const history of this.values()) yield [history.ticket, history];
  }

  /** The histories of the tickets of one policy. */
  *of(policy: Policy): IterableIterator<TicketHistory> {
    const code = this.#policies.of(policy);
    for (const [ticket, place] of this.#places) {
      if (this.#kind.get(place) >> 1 === code) yield this.#history(ticket, place);
    }
  }

  /** How many events are later than an instant, epoch milliseconds, and how many tickets have such events. */
  countAfter(ms: number): { readonly events: number; readonly tickets: number } {
    let events = 0;
    let tickets = 0;
    for (let place = 0; place < this.size; place += 1) {
      const later = this.#events.countAfter(this.#first.get(place), ms);
      events += later;
      if (later > 0) tickets += 1;
    }
    return { events, tickets };
  }

  /** How many different tickets of the log some names are of. */
  countOf(tickets: Iterable<string>): number {
    // A set of the names of a long log would take more room than its verdicts.
    const isMet = new Uint8Array(this.size);
    let count = 0;
    for (const ticket of tickets) {
      const place = this.#places.get(ticket);
      if (place === undefined || isMet[place] === 1) continue;
      isMet[place] = 1;
      count += 1;
    }
    return count;
  }

  /** What is known of a ticket without its events. */
  known(ticket: string): KnownTicket | undefined {
    const place = this.#places.get(ticket);
    if (place === undefined) return undefined;
    const policy = this.#policyAt(place);
    return { ticket, policy, line: this.#line.get(place), place };
  }

  /**
   * Adds a ticket that is not there yet.
   *
   * @returns the number of its last event
   */
  begin({ ticket, policy, line, events, hasOpening = false, hold }: TicketHistory): number {
    let first: number | undefined;
    let last: number | undefined;
    for (const event of events) {
      const number = this.#events.add(event);
      if (last !== undefined) this.#events.follow(last, number);
      first ??= number;
      last = number;
    }
    if (first === undefined || last === undefined) throw new Error(`${ticket} has no event`);
    const place = this.#places.size;
    this.#places.set(ticket, place);
    this.#kind.push(2 * this.#policies.of(policy) + (hasOpening ? 1 : 0));
    this.#line.push(line);
    this.#first.push(first);
    this.#last.push(last);
    if (hold) this.#holds.set(place, hold);
    return last;
  }

  /**
   * Adds an event to a ticket of which an earlier row is known. With several rows it says itself when it was
   * on hold, so a length of its time on hold no longer counts.
   *
   * @returns the number of the event
   */
  goOn({ place }: KnownTicket, event: TicketEvent): number {
    const number = this.#events.add(event);
    this.#events.follow(this.#last.get(place), number);
    this.#last.set(place, number);
    if (this.#holds.size > 0) this.#holds.delete(place);
    return number;
  }

  /** The instant of a ticket's last event so far, epoch milliseconds. */
  lastMs({ place }: KnownTicket): number {
    return this.#events.at(this.#last.get(place));
  }

  /** The state of a ticket's last event so far. */
  lastState({ place }: KnownTicket): string | undefined {
    return this.#events.state(this.#last.get(place));
  }

  /** The instant of an event by its number, epoch milliseconds. */
  atOf(number: number): number {
    return this.#events.at(number);
  }

  /** The state that an event begins, by its number. */
  stateOf(number: number): string | undefined {
    return this.#events.state(number);
  }

  /** The numbers of a ticket's events in the order of their rows, whatever their own order. */
  rowsOf(ticket: string): number[] {
    return this.numbersOf(ticket).sort((a, b) => a - b);
  }

  /** The numbers of a ticket's events, in their order. */
  numbersOf(ticket: string): number[] {
    const place = this.#places.get(ticket);
    return place === undefined ? [] : this.#events.chain(this.#first.get(place));
  }

  /** Gives a ticket's events another order, by their numbers. */
  arrange(ticket: string, numbers: readonly number[]): void {
    const place = this.#places.get(ticket);
    const [first] = numbers;
    const last = numbers.at(-1);
    if (place === undefined || first === undefined || last === undefined) return;
    this.#events.link(numbers);
    this.#first.set(place, first);
    this.#last.set(place, last);
  }

  /** Puts an event before all others of a ticket, or in the place of its first. */
  open(ticket: string, event: TicketEvent, { inPlaceOfFirst }: { inPlaceOfFirst: boolean }): void {
    const numbers = this.numbersOf(ticket);
    this.arrange(ticket, [this.#events.add(event), ...numbers.slice(inPlaceOfFirst ? 1 : 0)]);
  }

  #policyAt(place: number): Policy {
    return this.#policies.thing(this.#kind.get(place) >> 1);
  }

  #history(ticket: string, place: number): TicketHistory {
    return new StoredHistory(
      ticket,
      this.#policyAt(place),
      this.#line.get(place),
      (this.#kind.get(place) & 1) === 1,
      this.#holds.size > 0 ? this.#holds.get(place) : undefined,
      this.#events,
      this.#first.get(place),
    );
  }
}

/** A history whose events are made when they are first looked at: many callers need its name alone. */
class StoredHistory implements TicketHistory {
  #events: readonly TicketEvent[] | null = null;
  readonly #columns: EventColumns;
  readonly #first: number;

  constructor(
    readonly ticket: string,
    readonly policy: Policy,
    readonly line: number,
    readonly hasOpening: boolean,
    readonly hold: Hold | undefined,
    columns: EventColumns,
    first: number,
  ) {
    this.#columns = columns;
    this.#first = first;
  }

  get events(): readonly TicketEvent[] {
    this.#events ??= this.#columns.events(this.#first);
    return this.#events;
  }
}
