import { type ClockState, defineSla } from "../../../src/index";
import type { AdapterReading, DeliveredEvent, DeskAdapter } from "../../../src/testing";

/** Programs that keep the clocks of tickets, right ones and some of which one thing is wrong. */

export const desk = defineSla({
  id: "desk",
  calendars: {
    office: {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      bankHolidays: "england-and-wales",
    },
  },
  targets: {
    fix: {
      allowance: { hours: 8, calendar: "office" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      onReopen: "new-cycle",
    },
  },
});
const { fix } = desk.targets;
export type Fix = typeof fix;

/** A server that keeps every event of a ticket, and reads them all again when it is asked. */
export class Kept implements DeskAdapter {
  protected readonly rows = new Map<string, DeliveredEvent>();

  constructor(protected readonly target: Pick<Fix, "track"> = fix) {}

  take(ticket: string, event: DeliveredEvent): void | Promise<void> {
    this.rows.set(`${ticket} ${event.id}`, event);
  }

  restart(): void | Promise<void> {}

  readingOf(ticket: string, asOf: string): AdapterReading {
    return this.target.track(this.historyOf(ticket), { asOf });
  }

  protected historyOf(ticket: string) {
    const own = [...this.rows].filter(([key]) => key.startsWith(`${ticket} `));
    return own.map(([, { id, ...event }]) => event);
  }
}

/** Keeps only the state of the clock, and asks it to replay what comes late. */
export class Saved implements DeskAdapter {
  readonly #clocks = new Map<string, ClockState>();
  readonly #taken = new Set<string>();

  take(ticket: string, { id, ...event }: DeliveredEvent): void | Promise<void> {
    if (this.#taken.has(id)) return;
    this.#taken.add(id);
    const clock = this.clockOf(ticket);
    clock.take(event, { late: "replay" });
    this.#clocks.set(ticket, clock.save());
  }

  restart(): void | Promise<void> {}

  readingOf(ticket: string, asOf: string) {
    return this.clockOf(ticket).read(asOf);
  }

  protected clockOf(ticket: string) {
    const from = this.#clocks.get(ticket);
    return fix.follow({ keepWorking: true, ...(from === undefined ? {} : { from }) });
  }
}

class ForgetsLate extends Kept {
  readonly #last = new Map<string, string>();
  override take(ticket: string, event: DeliveredEvent): void {
    if (event.at < (this.#last.get(ticket) ?? "")) return;
    this.#last.set(ticket, event.at);
    super.take(ticket, event);
  }
}

class TakesRepeatsAsNew extends Kept {
  readonly #last = new Map<string, string>();
  override take(ticket: string, event: DeliveredEvent): void {
    const last = this.#last.get(ticket) ?? event.at;
    const at = this.rows.has(`${ticket} ${event.id}`) && last > event.at ? last : event.at;
    this.#last.set(ticket, at > last ? at : last);
    super.take(ticket, { ...event, at, id: `${event.id} at ${at}` });
    super.take(ticket, event);
  }
}

/** Dates an event that comes late by the last one that came before it. */
class DatesByArrival extends Kept {
  #now = "";
  override take(ticket: string, event: DeliveredEvent): void {
    this.#now = event.at > this.#now ? event.at : this.#now;
    super.take(ticket, { ...event, at: this.#now });
  }
}

/** Loses the event that came last before a crash, which it had acknowledged. */
class LosesTheLast extends Kept {
  override restart(): void {
    const last = [...this.rows.keys()].at(-1);
    if (last !== undefined) this.rows.delete(last);
  }
}

/** Reads what it has kept in another order than that of its instants. */
class ReadsBackwards extends Kept {
  override readingOf(ticket: string, asOf: string): AdapterReading {
    const history = this.historyOf(ticket).reverse();
    const [first] = history;
    return this.target.track(first ? history.map((event) => ({ ...event, at: first.at })) : [], {
      asOf,
    });
  }
}

/** Takes a delivery as one that has come before, if it is of the same instant. */
class OneAnInstant extends Kept {
  override take(ticket: string, event: DeliveredEvent): void {
    super.take(ticket, { ...event, id: event.at });
  }
}

/** Remembers the first answer to a question, and gives it again whatever has come since. */
class Remembers extends Kept {
  readonly #told = new Map<string, AdapterReading>();
  override readingOf(ticket: string, asOf: string): AdapterReading {
    const reading = this.#told.get(`${ticket} ${asOf}`) ?? super.readingOf(ticket, asOf);
    this.#told.set(`${ticket} ${asOf}`, reading);
    return reading;
  }
}

class ForgetsAtRestart extends Kept {
  override restart(): void {
    this.rows.clear();
  }
}

class MixesTickets extends Kept {
  override take(_: string, event: DeliveredEvent): void {
    super.take("T-1", event);
  }
}

export class Throws extends Kept {
  override take(ticket: string, event: DeliveredEvent): void {
    if (this.rows.has(`${ticket} ${event.id}`)) throw new Error("UNIQUE constraint failed");
    super.take(ticket, event);
  }
}

/** An adapter of whose readings one part is another. */
const telling = (wrong: (reading: AdapterReading) => Partial<AdapterReading>) =>
  class extends Kept {
    override readingOf(ticket: string, asOf: string): AdapterReading {
      const reading = super.readingOf(ticket, asOf);
      return { ...reading, ...wrong(reading) };
    }
  };
const aMsLater = (ms: number | null) => (ms === null ? null : ms + 1);

export const WRONG_ADAPTERS: Readonly<Record<string, new () => DeskAdapter>> = {
  "forgets what comes late": ForgetsLate,
  "dates what comes late by its arrival": DatesByArrival,
  "takes what comes again as new": TakesRepeatsAsNew,
  "takes two events of an instant as one": OneAnInstant,
  "forgets its tickets at a restart": ForgetsAtRestart,
  "loses the last event at a restart": LosesTheLast,
  "reads its events backwards": ReadsBackwards,
  "remembers what it has told": Remembers,
  "mixes its tickets": MixesTickets,
  "fails at an event that comes again": Throws,
  "has another status": telling(({ status }) => ({
    status: status === "paused" ? "running" : status,
  })),
  "is due a millisecond late": telling(({ dueAtMs }) => ({ dueAtMs: aMsLater(dueAtMs) })),
  "is breached a millisecond late": telling(({ breachedAtMs }) => ({
    breachedAtMs: aMsLater(breachedAtMs),
  })),
};
