import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Histories } from "../../src/tickets/log/histories/histories";
import { policyNamed } from "../../src/tickets/log/policies";
import type { TicketEvent, TicketHistory } from "../../src/tickets/log/ticket-log";

/** Two policies to tell tickets apart by. */
const POLICIES = ["nhsmail", "gpsoc"].map((name) => {
  const policy = policyNamed(name);
  if (!policy) throw new Error(`${name} is not there`);
  return policy;
});

const event = fc.record(
  {
    at: fc.integer({ min: 0, max: 5 }),
    state: fc.constantFrom("New", "Active", "Closed"),
    severity: fc.constantFrom("1", "2"),
    dueAt: fc.option(fc.integer({ min: 0, max: 9 })),
  },
  { requiredKeys: ["at"] },
);

/** One thing that a reader of a file does to the histories. */
const step = fc.oneof(
  fc.record({ does: fc.constant("row" as const), ticket: ticketName(), event }),
  fc.record({ does: fc.constant("open" as const), ticket: ticketName(), event }),
  fc.record({ does: fc.constant("grade" as const), ticket: ticketName(), event }),
  fc.record({ does: fc.constant("turn" as const), ticket: ticketName(), event }),
);

function ticketName() {
  return fc.constantFrom("INC1", "INC2", "INC3", "__proto__");
}

describe("the histories of a log", () => {
  it("are those of a plain list for each ticket, whatever is done to them", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const histories = new Histories();
        const plain = new Map<string, TicketEvent[]>();
        for (const { does, ticket, event } of steps) {
          const events = plain.get(ticket);
          const known = histories.known(ticket);
          expect(known === undefined).toBe(events === undefined);
          if (does === "row" && known && events) {
            expect(histories.lastMs(known)).toBe(events.at(-1)?.at);
            expect(histories.lastState(known)).toBe(events.at(-1)?.state);
            histories.goOn(known, event);
            events.push(event);
          } else if (does === "row") {
            histories.begin(beginning(ticket, plain.size, event));
            plain.set(ticket, [event]);
          } else if (does === "open") {
            histories.open(ticket, event, { inPlaceOfFirst: false });
            events?.unshift(event);
          } else if (does === "grade") {
            histories.open(ticket, event, { inPlaceOfFirst: true });
            events?.splice(0, 1, event);
          } else {
            histories.arrange(ticket, histories.numbersOf(ticket).reverse());
            events?.reverse();
          }
        }
        expect([...histories].map(([ticket, { events }]) => [ticket, events])).toEqual([...plain]);
        expect([...histories.keys()]).toEqual([...plain.keys()]);
        expect(histories.size).toBe(plain.size);
        for (const [ticket, events] of plain) expect(histories.get(ticket)?.events).toEqual(events);
        const after = [...plain.values()].map((all) => all.filter(({ at }) => at > 2).length);
        expect(histories.countAfter(2)).toEqual({
          events: after.reduce((sum, count) => sum + count, 0),
          tickets: after.filter((count) => count > 0).length,
        });
        const ofPolicies = POLICIES.flatMap((policy) => [...histories.of(policy)]);
        expect(ofPolicies.map(({ ticket }) => ticket).sort()).toEqual([...plain.keys()].sort());
      }),
    );
  });

  it("keep the line, the policy, the opening and the time on hold of a ticket", () => {
    const histories = new Histories();
    const [one, other] = POLICIES;
    if (!one || !other) throw new Error("there are two");
    const hold = { ms: 5, state: "Paused", measured: "wall", isNow: false } as const;
    const at = 1;
    histories.begin({
      ticket: "A",
      policy: one,
      line: 2,
      events: [{ at }],
      hasOpening: true,
      hold,
    });
    histories.begin({ ticket: "B", policy: other, line: 3, events: [{ at }] });
    expect(histories.get("A")).toMatchObject({ policy: one, line: 2, hasOpening: true, hold });
    expect(histories.get("B")).toMatchObject({ policy: other, line: 3, hasOpening: false });
    expect(histories.get("B")?.hold).toBeUndefined();
    expect(histories.held).toBe(1);
    expect(histories.policies).toEqual([one, other]);
    expect([...histories.of(other)].map(({ ticket }) => ticket)).toEqual(["B"]);
  });

  it("forget the length of a time on hold once a second row says when it was", () => {
    const histories = new Histories();
    const hold = { ms: 5, state: "Paused", measured: "wall", isNow: false } as const;
    histories.begin({ ...beginning("A", 0, { at: 1 }), hold });
    const known = histories.known("A");
    if (!known) throw new Error("it has been begun");
    histories.goOn(known, { at: 2 });
    expect(histories.get("A")?.hold).toBeUndefined();
    expect(histories.held).toBe(0);
  });

  it("count how many different tickets some names are of", () => {
    const histories = new Histories();
    for (const ticket of ["A", "B", "C"]) histories.begin(beginning(ticket, 0, { at: 1 }));
    expect(histories.countOf(["B", "A", "B", "nobody"])).toBe(2);
  });

  it("show a ticket as it is when its events are first looked at", () => {
    const histories = new Histories();
    histories.begin(beginning("A", 0, { at: 1 }));
    const before = histories.get("A");
    expect(before?.events).toEqual([{ at: 1 }]);
    const known = histories.known("A");
    if (known) histories.goOn(known, { at: 2 });
    expect(before?.events).toEqual([{ at: 1 }]);
    expect(histories.get("A")?.events).toEqual([{ at: 1 }, { at: 2 }]);
  });
});

function beginning(ticket: string, place: number, event: TicketEvent): TicketHistory {
  const policy = POLICIES[place % POLICIES.length];
  if (!policy) throw new Error("there are two");
  return { ticket, policy, line: place + 2, events: [event] };
}
