import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSla, nhsmail } from "../../src/index";
import { anyHistoryFor, anyTicketFor, checkSla, type ExampleTicket } from "../../src/testing";

const sla = defineSla({
  id: "desk",
  calendars: { support: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:30"] } } },
  severities: ["1", "2", "3"],
  states: ["noted"],
  targets: {
    fix: {
      allowance: {
        "1": { hours: 4, calendar: "support" },
        "2": { hours: 16, calendar: "support" },
      },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
    },
    reply: { allowance: { weeks: 1 }, runs: ["open"], stops: ["replied"] },
  },
});
const { fix, reply } = sla.targets;
const { support } = sla.calendars;

const sample = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: 600, seed: 7 });
const tickets = sample(anyTicketFor(sla, "fix"));
const events = tickets.flatMap((ticket) => ticket.events);
const count = (isOne: (ticket: ExampleTicket) => boolean) => tickets.filter(isOne).length;

describe("anyTicketFor", () => {
  it("is tracked without an error, whatever it is", () => {
    for (const { events, asOf } of tickets) fix.track(events, { asOf });
    for (const { events, asOf } of sample(anyTicketFor(sla, "reply"))) {
      reply.track(events, { asOf });
    }
  });

  it("has every state of the policy, and the severities that have an allowance", () => {
    const states = new Set(events.map(({ state }) => state));
    expect(states).toEqual(
      new Set(["open", "waiting", "done", "void", "noted", "replied", undefined]),
    );
    expect(new Set(events.map(({ severity }) => severity))).toEqual(new Set(["1", "2", undefined]));
  });

  it("has its events at openings and closings, and a millisecond off them", () => {
    const at = events.map((event) => Date.parse(event.at));
    for (const off of [-1, 0, 1]) {
      const edges = at.filter((ms) => {
        const opening = support?.previousOpen(ms - off).toMillis();
        const closing = support?.previousClose(ms - off).toMillis();
        return opening === ms - off || closing === ms - off;
      });
      expect(edges.length).toBeGreaterThan(100);
    }
  });

  it("is read or has an event exactly when it is due", () => {
    const dueNow = count(({ events, asOf }) => {
      const { status, dueAt } = fix.track(events, { asOf });
      return status === "running" && dueAt?.toMillis() === Date.parse(asOf);
    });
    expect(dueNow).toBeGreaterThan(5);
  });

  it("has events of one instant, and events out of order", () => {
    const pairs = ({ events }: ExampleTicket) => events.map((event, i) => [events[i - 1], event]);
    expect(
      count((ticket) => pairs(ticket).some(([one, other]) => one?.at === other?.at)),
    ).toBeGreaterThan(50);
    expect(
      count((ticket) => pairs(ticket).some(([one, other]) => one && other && one.at > other.at)),
    ).toBeGreaterThan(10);
  });

  it("reaches every ending, and is read before it, too", () => {
    const statuses = new Set(tickets.map(({ events, asOf }) => fix.track(events, { asOf }).status));
    expect(statuses).toEqual(
      new Set(["pending", "running", "paused", "met", "breached", "cancelled"]),
    );
    expect(count(({ events, asOf }) => events.some(({ at }) => at > asOf))).toBeGreaterThan(50);
  });

  it("keeps to a part of time", () => {
    const span = { from: "2026-12-01T00:00:00Z", until: "2027-01-01T00:00:00Z" };
    for (const { events, asOf } of sample(anyTicketFor(sla, "fix", span))) {
      for (const at of [asOf, ...events.map((event) => event.at)]) {
        expect(at >= "2026-12-01T00:00:00.000Z" && at < "2027-01-01T00:00:00.000Z").toBe(true);
      }
    }
  });

  it("shrinks to the few events that matter", () => {
    const property = fc.property(anyTicketFor(sla, "fix"), ({ events, asOf }) => {
      return fix.track(events, { asOf }).status !== "breached";
    });
    const [smallest] = fc.check(property, { seed: 7, numRuns: 1_000 }).counterexample ?? [];
    expect(smallest?.events.length).toBeLessThanOrEqual(2);
  });

  it("is refused for an unknown target", () => {
    // @ts-expect-error A misspelt target does not compile.
    expect(() => anyTicketFor(sla, "fxi")).toThrow(
      '"fxi" is not a target of policy "desk"; it has fix, reply.',
    );
    // @ts-expect-error Nor does it for a history.
    expect(() => anyHistoryFor(sla, "fxi")).toThrow("is not a target");
    // @ts-expect-error Nor for the laws.
    expect(() => checkSla(sla, { targets: ["fxi"] })).toThrow("is not a target");
  });
});

describe("anyHistoryFor", () => {
  it("is the events of a ticket alone", () => {
    const [history] = fc.sample(anyHistoryFor(nhsmail(), "incidentResolution"), 1);
    expect(history?.[0]).toHaveProperty("at");
  });
});
