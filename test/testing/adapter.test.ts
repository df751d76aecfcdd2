import { describe, expect, it } from "vitest";
import { type ClockState, defineSla, nhsmail } from "../../src/index";
import {
  type AdapterReading,
  checkAdapter,
  type DeliveredEvent,
  type DeskAdapter,
} from "../../src/testing";

const desk = defineSla({
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

/** A server that keeps every event of a ticket, and reads them all again when it is asked. */
class Kept implements DeskAdapter {
  protected readonly rows = new Map<string, DeliveredEvent>();

  constructor(protected readonly target: Pick<typeof fix, "track"> = fix) {}

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

const check = (begin: () => DeskAdapter) =>
  checkAdapter(desk, "fix", begin, { seed: 1, numRuns: 300 });

describe("an adapter that is right", () => {
  it("passes", async () => {
    await expect(check(() => new Kept())).resolves.toBeUndefined();
  });

  it("passes whatever its policy says", async () => {
    const sla = nhsmail();
    // The kit gives it events of NHSmail's own states.
    const target = sla.targets.incidentResolution as unknown as typeof fix;
    await checkAdapter(sla, "incidentResolution", () => new Kept(target), {
      seed: 2,
      numRuns: 100,
    });
  });
});

/** Keeps only the state of the clock, and asks it to replay what comes late. */
class Saved implements DeskAdapter {
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

describe("an adapter of which one thing is wrong", () => {
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
  class ForgetsAtRestart extends Kept {
    override restart(): void {
      this.rows.clear();
    }
  }
  class OneMillisecondOff extends Kept {
    override readingOf(ticket: string, asOf: string): AdapterReading {
      const { status, dueAtMs, breachedAtMs } = super.readingOf(ticket, asOf);
      return { status, dueAtMs: dueAtMs === null ? null : dueAtMs + 1, breachedAtMs };
    }
  }
  class MixesTickets extends Kept {
    override take(_: string, event: DeliveredEvent): void {
      super.take("T-1", event);
    }
  }
  class Throws extends Kept {
    override take(ticket: string, event: DeliveredEvent): void {
      if (this.rows.has(`${ticket} ${event.id}`)) throw new Error("UNIQUE constraint failed");
      super.take(ticket, event);
    }
  }

  it.each([
    ["forgets what comes late", ForgetsLate],
    ["takes what comes again as new", TakesRepeatsAsNew],
    ["forgets its tickets at a restart", ForgetsAtRestart],
    ["is a millisecond off", OneMillisecondOff],
    ["mixes its tickets", MixesTickets],
    ["fails at an event that comes again", Throws],
  ])("is found if it %s", async (_, Wrong) => {
    await expect(check(() => new Wrong())).rejects.toThrow(
      /^The adapter of target "fix" of policy "desk" breaks a law: after any events/,
    );
  });

  it("is told by the fewest deliveries, with the seed", async () => {
    const error: unknown = await check(() => new Throws()).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/take T-1 .*take T-1 .*UNIQUE constraint failed.*seed: 1/s);
  });
});

describe("a clock that is kept as one value", () => {
  it("replays late events as the library reads them", async () => {
    await check(() => new Saved());
  });
});

describe("what checkAdapter is given", () => {
  it("is checked", async () => {
    const begin = () => new Kept();
    await expect(checkAdapter(desk, "fixx" as "fix", begin)).rejects.toThrow(
      '"fixx" is not a target',
    );
    await expect(checkAdapter({} as typeof desk, "fix", begin)).rejects.toThrow(
      "Make one with defineSla",
    );
    await expect(checkAdapter(desk, "fix", begin, { numRuns: 0.5 })).rejects.toThrow("numRuns");
  });
});
