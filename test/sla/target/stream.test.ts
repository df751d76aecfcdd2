import { describe, expect, it } from "vitest";
import {
  type BulkResult,
  defineSla,
  type Sla,
  type Target,
  type TicketEvent,
} from "../../../src/index";
import { always, deskTarget, mon, office, tue } from "../../reference/desk";

const target = deskTarget(
  { allowance: { "1": { hours: 1, calendar: "always" }, "2": { hours: 8, calendar: "always" } } },
  { calendars: { always }, severities: ["1", "2"] },
);
const closedBy = ["done"];

async function outcomes(events: readonly TicketEvent[], fix: Target = target) {
  const all: unknown[] = [];
  const options = { asOf: tue("00:00"), closedBy };
  for await (const result of fix.trackStream(events, options)) all.push(outcome(result));
  return all;
}

function outcome(result: BulkResult): unknown {
  return [result.ticket, result.error ? result.error.code : result.status];
}

const a = { ticket: "A" };
const b = { ticket: "B" };
const open = { at: mon("09:00"), state: "open", severity: "2" };
const done = { at: mon("11:00"), state: "done" };
const later = { ...b, at: mon("12:00"), state: "open", severity: "2" };

describe("a ticket of a stream that is closed", () => {
  it("takes what else its instant says before its result is given", async () => {
    // 2 h are too many for severity 1, which the row after the closing one gives.
    const rows = [
      { ...a, ...open },
      { ...a, ...done },
      { ...b, at: mon("11:00"), state: "open", severity: "2" },
      { ...a, at: mon("11:00"), severity: "1" },
      later,
    ];
    expect(await outcomes(rows)).toEqual([
      ["A", "breached"],
      ["B", "breached"],
    ]);
  });

  it.each([
    ["is re-opened", { at: mon("13:00"), state: "open" }],
    ["waits again", { at: mon("13:00"), state: "waiting" }],
    ["has an unknown state", { at: mon("13:00"), state: "lost" }],
    ["has an event out of order", { at: mon("10:00"), state: "waiting" }],
  ])("and then %s gives an error that says so, once", async (_, event) => {
    const rows = [
      { ...a, ...open },
      { ...a, ...done },
      later,
      { ...a, ...event },
      { ...a, at: mon("14:00"), state: "open" },
    ];
    const results = await outcomes(rows);
    expect(results.slice(0, 1)).toEqual([["A", "met"]]);
    expect(results.slice(2)).toEqual([["B", "breached"]]);
    expect(String(results[1])).toMatch(/^A,(ticket-came-back|state-unknown|event-out-of-order)$/);
  });

  it.each([
    ["is closed again", { at: mon("13:00"), state: "done" }],
    ["is cancelled, which changes nothing any more", { at: mon("13:00"), state: "void" }],
    ["has an event that says nothing", { at: mon("13:00") }],
    ["has a severity, which waits for a re-opening", { at: mon("13:00"), severity: "1" }],
    ["has an event after asOf", { at: tue("09:00"), state: "open" }],
  ])("and then %s keeps its result", async (_, event) => {
    const rows = [{ ...a, ...open }, { ...a, ...done }, later, { ...a, ...event }];
    expect(await outcomes(rows)).toEqual([
      ["A", "met"],
      ["B", "breached"],
    ]);
  });

  it("for good may be anything later, if the first stop is final", async () => {
    const { allowance } = target.definition;
    const final = deskTarget({ allowance, onReopen: "first-only" }, { calendars: { always } });
    const rows = [
      { ...a, ...open },
      { ...a, ...done },
      later,
      { ...a, at: mon("13:00"), state: "open" },
    ];
    expect(await outcomes(rows, final)).toEqual([
      ["A", "met"],
      ["B", "breached"],
    ]);
  });

  it("by a state that stops no clock is an error if anything comes later", async () => {
    const archived = deskTarget(
      { allowance: { hours: 8, calendar: "always" }, runs: ["open"] },
      { calendars: { always } },
    );
    const options = { asOf: tue("00:00"), closedBy: ["waiting"] };
    const rows = [
      { ...a, at: mon("09:00"), state: "open" },
      { ...a, at: mon("10:00"), state: "waiting" },
      { ...b, at: mon("11:00"), state: "open" },
      { ...a, at: mon("12:00"), state: "done" },
    ];
    const results: unknown[] = [];
    for await (const result of archived.trackStream(rows, options)) results.push(outcome(result));
    expect(results).toEqual([
      ["A", "paused"],
      ["A", "ticket-came-back"],
      ["B", "breached"],
    ]);
  });
});

describe("a stream against several targets", () => {
  const sla: Sla = defineSla({
    id: "desk",
    calendars: { office, always },
    severities: ["1", "2"],
    targets: {
      fix: { ...target.definition, onReopen: "first-only" },
      reply: {
        allowance: { hours: 1, calendar: "office" },
        runs: ["open"],
        stops: ["waiting", "done"],
      },
    },
  });
  const told = async (rows: readonly unknown[], asOf = tue("00:00")) => {
    const all: unknown[] = [];
    for await (const result of sla.trackStream(rows as readonly TicketEvent[], {
      asOf,
      closedBy,
    })) {
      all.push([result.ticket, result.target, result.error ? result.error.message : result.status]);
    }
    return all;
  };
  const b = { ticket: "B", at: mon("12:00"), state: "open", severity: "2" };
  const spoilt = { ...a, at: mon("11:00"), fields: "none" };
  const SPOILT = 'the fields are the text "none"; give text by name, such as { group: "network" }.';
  const ofB = [
    ["B", "fix", "breached"],
    ["B", "reply", "breached"],
  ];

  it("gives the results of a ticket for each target, as it closes and at the end", async () => {
    expect(await told([{ ...a, ...open }, b, { ...a, at: mon("12:30"), state: "done" }])).toEqual([
      ["A", "fix", "met"],
      ["A", "reply", "breached"],
      ...ofB,
    ]);
  });

  it("gives an event that names no ticket, or cannot be read, its error for each target", async () => {
    const rows = [{ at: 0 }, { ...a, ...open }, spoilt, spoilt, { ...a, ...done }, b];
    expect(await told(rows)).toEqual([
      ["", "fix", 'No ticket is named by {"at":0}; give { ticket: "...", ... }.'],
      ["", "reply", 'No ticket is named by {"at":0}; give { ticket: "...", ... }.'],
      ["A", "fix", `Ticket A, event 2: ${SPOILT}`],
      ["A", "reply", `Ticket A, event 2: ${SPOILT}`],
      ...ofB,
    ]);
  });

  it("gives a ticket that fails at the instant of its close its error alone", async () => {
    expect(await told([{ ...a, ...open }, { ...a, ...done }, spoilt, b])).toEqual([
      ["A", "fix", `Ticket A, event 2: ${SPOILT}`],
      ["A", "reply", `Ticket A, event 2: ${SPOILT}`],
      ...ofB,
    ]);
  });

  it("says of each target whether a ticket that comes back changes its result", async () => {
    const again = { ...a, at: mon("13:00"), state: "open" };
    const rows = [{ ...a, ...open }, { ...a, ...done }, b, again, again];
    expect(await told(rows)).toEqual([
      ["A", "fix", "met"],
      ["A", "reply", "breached"],
      [
        "A",
        "reply",
        "Ticket A, event 3: it comes after the ticket was closed and its result given. That result no longer holds; track the ticket's whole history, or give only states in closedBy that no ticket comes back from.",
      ],
      ...ofB,
    ]);
  });

  it("closes no ticket by what has yet to come, or by another state", async () => {
    const rows = [
      { ...a, ...open },
      b,
      { ...a, at: mon("12:30"), state: "waiting" },
      { ...a, at: mon("13:00"), state: "done" },
    ];
    // The hour of B ends at 13:00, which is not past it.
    expect(await told(rows, mon("12:59"))).toEqual([
      ["A", "fix", "paused"],
      ["A", "reply", "breached"],
      ["B", "fix", "running"],
      ["B", "reply", "running"],
    ]);
    expect(await told(rows, mon("13:00"))).toEqual([
      ["A", "fix", "met"],
      ["A", "reply", "breached"],
      ["B", "fix", "running"],
      ["B", "reply", "running"],
    ]);
  });
});

describe("a ticket that closes", () => {
  const rows = [
    { ...b, at: mon("09:00"), state: "open", severity: "2" },
    { ...a, at: mon("09:30"), state: "open", severity: "2" },
    { ...a, at: mon("13:00"), state: "done" },
  ];
  const told = async (events: readonly TicketEvent[], asOf: string) => {
    const all: unknown[] = [];
    for await (const result of target.trackStream(events, { asOf, closedBy }))
      all.push(outcome(result));
    return all;
  };

  it("at the instant of the reading is given before those that are open, and later after them", async () => {
    expect(await told(rows, mon("13:00"))).toEqual([
      ["A", "met"],
      ["B", "running"],
    ]);
    expect(await told(rows, mon("12:59"))).toEqual([
      ["B", "running"],
      ["A", "running"],
    ]);
  });

  it("comes back at the instant of the reading, and not after it", async () => {
    const again = { ...a, at: mon("14:00"), state: "waiting" };
    expect(await told([...rows, again], mon("14:00"))).toEqual([
      ["A", "met"],
      ["A", "ticket-came-back"],
      ["B", "running"],
    ]);
    expect(await told([...rows, again], mon("13:59"))).toEqual([
      ["A", "met"],
      ["B", "running"],
    ]);
  });

  it("with an error has no further one", async () => {
    const spoilt = { ...a, at: mon("13:00"), severity: "9" };
    const again = { ...a, at: mon("14:00"), state: "open" };
    expect(await told([...rows, spoilt, again], mon("15:00"))).toEqual([
      ["A", "severity-unknown"],
      ["B", "running"],
    ]);
  });

  it("is none if no target is asked", async () => {
    const sla: Sla = defineSla({
      id: "desk",
      calendars: { always },
      targets: { fix: target.definition },
    });
    for await (const _ of sla.trackStream(rows, { asOf: mon("15:00"), targets: [] })) {
      throw new Error("there is a result");
    }
  });
});

describe("an event after the result of a ticket that was closed while its clock ran", () => {
  const paused = deskTarget(
    { allowance: target.definition.allowance },
    { calendars: { always }, severities: ["1", "2"] },
  );
  const after = async (event: object) => {
    const rows = [
      { ...a, ...open },
      { ...a, at: mon("10:00"), state: "waiting" },
      { ...b, at: mon("11:00"), state: "open", severity: "2" },
      { ...a, at: mon("12:00"), ...event },
    ];
    const options = { asOf: tue("00:00"), closedBy: ["waiting"] };
    const all: unknown[] = [];
    for await (const result of paused.trackStream(rows, options)) all.push(result);
    return all.slice(1, -1).map((result) => (result as BulkResult).error?.data);
  };
  const cameBack = (given?: string) => [
    { ticket: "A", index: 3, atMs: Date.parse(mon("12:00")), given },
  ];

  it.each<[string, object, string | undefined]>([
    ["a state of the clock", { state: "open" }, "open"],
    ["its end", { state: "done" }, "done"],
    ["its cancelling", { state: "void" }, "void"],
    ["a severity", { severity: "1" }, undefined],
    ["an agreed date", { dueAt: mon("15:00") }, undefined],
    ["an agreed date that is taken back", { dueAt: null }, undefined],
  ])("is an error if it is %s", async (_, event, given) => {
    expect(await after(event)).toEqual(cameBack(given));
  });

  it.each([
    ["nothing", {}],
    ["fields", { fields: { group: "network" } }],
  ])("is ignored if it gives %s", async (_, event) => {
    expect(await after(event)).toEqual([]);
  });
});

describe("the words of a stream", () => {
  it.each([
    ["a state", { state: "lost" }, 'Ticket A, event 1: unknown state "lost"'],
    ["a severity", { severity: "9" }, 'Ticket A, event 1: unknown severity "9"'],
  ])("are checked at once: %s", async (_, event, message) => {
    // B closes before the log ends, so its result comes before those of tickets that are open.
    const rows = [
      { ...a, ...open },
      { ...a, at: mon("10:00"), ...event },
      later,
      { ...b, at: mon("13:00"), state: "done" },
      { ...b, ticket: "C", at: mon("14:00") },
    ];
    const iterator = target.trackStream(rows, { asOf: tue("00:00"), closedBy });
    const { value } = await iterator.next();
    expect([value.ticket, value.error?.message.slice(0, message.length)]).toEqual(["A", message]);
  });

  it("are not looked at after a final stop, or if fields name the states", async () => {
    const { allowance } = target.definition;
    const final = deskTarget({ allowance, onReopen: "first-only" }, { calendars: { always } });
    const rows = [
      { ...a, ...open },
      { ...a, ...done },
      { ...a, at: mon("12:00"), state: "lost" },
    ];
    const asOf = tue("00:00");
    for await (const result of final.trackStream(rows, { asOf })) {
      expect(outcome(result)).toEqual(["A", "met"]);
    }
    const derived = defineSla({
      id: "derived",
      calendars: { always },
      derive: [{ state: "open", when: { status: ["new"] } }, { state: "done" }],
      targets: {
        fix: { allowance: { hours: 8, calendar: "always" }, runs: ["open"], stops: ["done"] },
      },
    });
    const byFields = [
      { ...a, at: mon("09:00"), fields: { status: "new" } },
      { ...a, at: mon("10:00"), state: "no state of the policy" },
      { ...a, at: mon("11:00"), fields: { status: "old" } },
    ];
    const stream = derived.targets.fix.trackStream(byFields as readonly TicketEvent[] as never, {
      asOf,
    });
    for await (const result of stream) expect(outcome(result)).toEqual(["A", "met"]);
  });
});
