import type { ExampleEvent } from "../arbitraries/tickets";

/** An event as a desk's webhook brings it. */
export interface DeliveredEvent extends ExampleEvent {
  /** The same for each delivery of the event, so an event that comes again can be told. */
  readonly id: string;
}

/** How a target stands for a ticket, as an adapter has it. */
export interface AdapterReading {
  readonly status: string;
  /** Epoch milliseconds, as `SlaReading` has them. */
  readonly dueAtMs: number | null;
  readonly breachedAtMs: number | null;
}

/**
 * Your own program that keeps the clocks of tickets: a webhook server, a queue, a database.
 *
 * Events may come late and more than once. What it says of a ticket depends on the events that it has, and on
 * nothing else.
 */
export interface DeskAdapter {
  /** Takes an event of a ticket. Those of one instant come one after the other, in the order in which they count. */
  take(ticket: string, event: DeliveredEvent): void | Promise<void>;
  /** Loses all that it holds in memory and begins again from what it has kept, as after a crash. */
  restart(): void | Promise<void>;
  /** How the target stands for a ticket of which it has an event, as of an instant in ISO 8601. */
  readingOf(ticket: string, asOf: string): AdapterReading | Promise<AdapterReading>;
}
