import { describe, expect, it } from "vitest";
import type { BulkResult, Target, TicketEvent } from "../../../src/index";
import { always, deskTarget, mon, tue } from "../../reference/desk";

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
