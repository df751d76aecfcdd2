import fc from "fast-check";
import type { Target } from "../../sla/target/target";
import { CoreHoursError, isoOf } from "../../timeline/errors";
import { DAY_MS, HOUR_MS, MAX_MS } from "../../timeline/units";
import type { AskedTarget } from "../arbitraries/asked-target";
import { anyTicketOf, type ExampleEvent } from "../arbitraries/tickets";
import { alike } from "../claims";
import { within } from "../options";
import type { AdapterReading, DeskAdapter } from "./desk-adapter";

/** What the adapter has been given: the instants of each ticket, of which it has all events. */
export interface Delivered {
  readonly tickets: Map<string, Set<string>>;
}

/** A reading of an adapter, with its instants as ISO text. */
interface Compared {
  readonly status: unknown;
  readonly dueAt: unknown;
  readonly breachedAt: unknown;
}

/** Something that happens to an adapter. */
export type AdapterCommand = fc.AsyncCommand<Delivered, DeskAdapter>;

/** A ticket whose instants are delivered in any order. */
interface Ticket {
  readonly name: string;
  readonly events: readonly ExampleEvent[];
  /** The instants of its events, each once, in order of time. */
  readonly instants: readonly string[];
}

/** The most events, restarts and questions in one example. */
const MOST_COMMANDS = 40;

/** Any life of an adapter with a few tickets of a target: deliveries, restarts and questions. */
export function anyCommands(asked: AskedTarget): fc.Arbitrary<Iterable<AdapterCommand>> {
  return fc.array(anyTicketOf(asked), { minLength: 1, maxLength: 3 }).chain((drawn) => {
    const tickets = drawn.map(({ events }, i): Ticket => {
      const instants = [...new Set(events.map(({ at }) => at))].sort();
      return { name: `T-${i + 1}`, events, instants };
    });
    const ticket = fc.constantFrom(...tickets);
    const next = ticket.map((each) => new DeliverNext(each));
    const any = fc
      .tuple(ticket, fc.nat({ max: 7 }))
      .map(([each, place]) => new Deliver(each, place % each.instants.length));
    const ask = fc
      .tuple(ticket, fc.constantFrom(0, 1, HOUR_MS, 8 * HOUR_MS, DAY_MS, 7 * DAY_MS))
      .map(([each, laterMs]) => new Ask(asked, each, laterMs));
    const restart = fc.constant(new Restart());
    return fc.commands([next, next, next, any, ask, ask, restart], { maxCommands: MOST_COMMANDS });
  });
}

/** Delivers what happened at an instant, whether or not it is its turn, and whether or not it has come before. */
class Deliver implements AdapterCommand {
  constructor(
    readonly ticket: Ticket,
    readonly place: number,
  ) {}

  check(): boolean {
    return true;
  }

  async run(delivered: Delivered, adapter: DeskAdapter): Promise<void> {
    await deliver(delivered, adapter, this.ticket, this.ticket.instants[this.place]);
  }

  toString(): string {
    return deliveryText(this.ticket, this.ticket.instants[this.place]);
  }
}

/** Delivers the first instant of a ticket that has not come yet. */
class DeliverNext implements AdapterCommand {
  #at: string | undefined;

  constructor(readonly ticket: Ticket) {}

  check({ tickets }: Delivered): boolean {
    return (tickets.get(this.ticket.name)?.size ?? 0) < this.ticket.instants.length;
  }

  async run(delivered: Delivered, adapter: DeskAdapter): Promise<void> {
    const has = delivered.tickets.get(this.ticket.name);
    this.#at = this.ticket.instants.find((at) => !has?.has(at));
    await deliver(delivered, adapter, this.ticket, this.#at);
  }

  toString(): string {
    return deliveryText(this.ticket, this.#at);
  }
}

class Restart implements AdapterCommand {
  check(): boolean {
    return true;
  }

  async run(_: Delivered, adapter: DeskAdapter): Promise<void> {
    await adapter.restart();
  }

  toString(): string {
    return "restart";
  }
}

/** Compares the adapter with the library, which is given the same events at once. */
class Ask implements AdapterCommand {
  constructor(
    readonly asked: AskedTarget,
    readonly ticket: Ticket,
    readonly laterMs: number,
  ) {}

  /** Only a ticket that the library can read is asked about. */
  check({ tickets }: Delivered): boolean {
    return expectedOf(this.asked.target, this.#events(tickets), this.#asOf(tickets)) !== null;
  }

  async run({ tickets }: Delivered, adapter: DeskAdapter): Promise<void> {
    const asOf = this.#asOf(tickets);
    const expected = expectedOf(this.asked.target, this.#events(tickets), asOf);
    const found = await adapter.readingOf(this.ticket.name, asOf);
    alike({
      [`the library, of ${this.ticket.name} as of ${asOf}`]: expected ?? {},
      "the adapter": compared(found),
    });
  }

  toString(): string {
    return `ask for ${this.ticket.name} ${this.laterMs / HOUR_MS} h after its last event`;
  }

  #events(tickets: Delivered["tickets"]): ExampleEvent[] {
    const has = tickets.get(this.ticket.name);
    return this.ticket.events.filter(({ at }) => has?.has(at));
  }

  /** Not before the last event that has come, as a program that runs is asked. */
  #asOf(tickets: Delivered["tickets"]): string {
    const instants = this.#events(tickets).map(({ at }) => Date.parse(at));
    return isoOf(within(this.asked.bounds, Math.max(0, ...instants) + this.laterMs));
  }
}

async function deliver(
  { tickets }: Delivered,
  adapter: DeskAdapter,
  { name, events }: Ticket,
  at: string | undefined,
): Promise<void> {
  if (at === undefined) return; // There is one wherever a command runs.
  tickets.set(name, (tickets.get(name) ?? new Set()).add(at));
  for (const [i, event] of events.entries()) {
    if (event.at === at) await adapter.take(name, { ...event, id: `${name}/${i + 1}` });
  }
}

function deliveryText({ name, events }: Ticket, at: string | undefined): string {
  return `take ${name} ${JSON.stringify(events.filter((event) => event.at === at))}`;
}

/** What the library says; null if it refuses the events that have come, or if none has. */
function expectedOf(
  target: Target,
  events: readonly ExampleEvent[],
  asOf: string,
): Compared | null {
  if (events.length === 0) return null;
  try {
    return compared(target.track(events, { asOf }));
  } catch (error) {
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}

/** What is compared of a reading, its instants as people read them; an adapter may give anything. */
function compared(reading: AdapterReading | null | undefined): Compared {
  const { status, dueAtMs, breachedAtMs } = reading ?? {};
  const told = (ms: unknown) => (isTime(ms) ? isoOf(ms) : ms);
  return {
    status: reading ? status : reading,
    dueAt: told(dueAtMs),
    breachedAt: told(breachedAtMs),
  };
}

function isTime(ms: unknown): ms is number {
  return typeof ms === "number" && Math.abs(ms) <= MAX_MS;
}
