import { Codes } from "../../columns/codes";
import { Column } from "../../columns/column";
import type { TicketEvent } from "../ticket-log";

/** What an event says beside its instant: few events of a log say something new. */
type Says = Pick<TicketEvent, "state" | "severity">;

/** The last of a chain has no next. */
const NONE = -1;

/**
 * The events of all tickets in columns, 16 bytes for each: an object for each event of a long log would not
 * fit into memory. Each event has a number, and knows which event of its ticket comes next.
 */
export class EventColumns {
  readonly #at = new Column(Float64Array);
  readonly #says = new Column(Int32Array);
  readonly #next = new Column(Int32Array);
  readonly #kinds: Says[] = [];
  readonly #states = new Codes<string | undefined>();
  readonly #severities = new Codes<string | undefined>();
  /** By the codes of state and severity, the place among the kinds. */
  readonly #kindOf: (number | undefined)[][] = [];
  /** Agreed dates, by the numbers of their events. */
  readonly #dueAt = new Map<number, number | null>();

  /** Adds an event that belongs to no ticket yet, and returns its number. */
  add({ at, state, severity, dueAt }: TicketEvent): number {
    const number = this.#at.push(at);
    this.#says.push(this.#kind(state, severity));
    this.#next.push(NONE);
    if (dueAt !== undefined) this.#dueAt.set(number, dueAt);
    return number;
  }

  /** Puts an event behind another of its ticket, the last so far. */
  follow(last: number, number: number): void {
    this.#next.set(last, number);
  }

  /** The numbers of a ticket's events from its first on, in their order. */
  chain(first: number): number[] {
    const numbers: number[] = [];
    for (let number = first; number !== NONE; number = this.#next.get(number)) numbers.push(number);
    return numbers;
  }

  /** Makes a ticket's events follow each other in this order. */
  link(numbers: readonly number[]): void {
    numbers.forEach((number, i) => {
      this.#next.set(number, numbers[i + 1] ?? NONE);
    });
  }

  /** A ticket's events from its first on, in their order. */
  events(first: number): TicketEvent[] {
    const events: TicketEvent[] = [];
    for (let number = first; number !== NONE; number = this.#next.get(number)) {
      events.push(this.event(number));
    }
    return events;
  }

  /** How many of a ticket's events from its first on are later than an instant, epoch milliseconds. */
  countAfter(first: number, ms: number): number {
    let count = 0;
    for (let number = first; number !== NONE; number = this.#next.get(number)) {
      if (this.#at.get(number) > ms) count += 1;
    }
    return count;
  }

  /** An event with only what it says. */
  event(number: number): TicketEvent {
    const at = this.#at.get(number);
    const dueAt = this.#dueAt.size > 0 ? this.#dueAt.get(number) : undefined;
    const { state, severity } = this.#kinds[this.#says.get(number)] ?? {};
    const event = eventOf(at, state, severity);
    return dueAt === undefined ? event : { ...event, dueAt };
  }

  /** The instant of an event, epoch milliseconds. */
  at(number: number): number {
    return this.#at.get(number);
  }

  /** The state that an event begins. */
  state(number: number): string | undefined {
    return this.#kinds[this.#says.get(number)]?.state;
  }

  #kind(state: string | undefined, severity: string | undefined): number {
    const byState = this.#states.of(state);
    const bySeverity = this.#severities.of(severity);
    this.#kindOf[byState] ??= [];
    const own = this.#kindOf[byState];
    const known = own?.[bySeverity];
    if (known !== undefined) return known;
    const kind = this.#kinds.push({
      ...(state !== undefined && { state }),
      ...(severity !== undefined && { severity }),
    });
    if (own) own[bySeverity] = kind - 1;
    return kind - 1;
  }
}

/** An event with only what it says, its keys in one order, so the engine keeps all events in one shape. */
export function eventOf(
  at: number,
  state: string | undefined,
  severity: string | undefined,
): TicketEvent {
  if (severity === undefined) return state === undefined ? { at } : { at, state };
  return state === undefined ? { at, severity } : { at, state, severity };
}
