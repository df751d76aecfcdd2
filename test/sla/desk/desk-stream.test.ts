import { describe, expect, it } from "vitest";
import type { DeskResult } from "../../../src/index";
import { mon, tue, wed } from "../../reference/desk";
import { desk } from "./helpdesk";

type Row = { readonly ticket: string; readonly at: string };

/** The results of a stream as of an instant, each as its ticket, its policy, its target and its outcome. */
async function told(rows: readonly unknown[], asOf = mon("17:00")) {
  const all: unknown[] = [];
  const options = { asOf, closedBy: ["done"], targets: ["fix"] } as const;
  for await (const result of desk.trackStream(rows as readonly Row[], options)) {
    all.push([result.ticket, result.policy, result.target, outcome(result)]);
  }
  return all;
}

function outcome(result: DeskResult): unknown {
  return result.error ? result.error.message : result.status;
}

const a = { ticket: "A", at: mon("09:00"), state: "open", fields: { customer: "A" } };
const done = { ticket: "A", at: mon("10:00"), state: "done" };
const spoilt = { ticket: "A", at: mon("10:00"), fields: "none" };
const SPOILT = 'the fields are the text "none"; give text by name, such as { group: "network" }.';
const other = { ticket: "B", at: mon("11:00"), state: "open", fields: { kind: "incident" } };

describe("a stream of a desk's tickets", () => {
  it("gives an event that names no ticket its error, and goes on", async () => {
    expect(await told([{ at: mon("08:00") }, a, done])).toEqual([
      [
        "",
        null,
        null,
        `No ticket is named by {"at":"${mon("08:00")}"}; give { ticket: "...", ... }.`,
      ],
      ["A", "gold", "fix", "met"],
    ]);
  });

  it("gives up a ticket with an event that cannot be read, and names the event once", async () => {
    expect(await told([a, spoilt, spoilt, done, other])).toEqual([
      ["A", null, null, `Ticket A, event 1: ${SPOILT}`],
      ["B", "rest", "fix", "running"],
    ]);
  });

  it("gives a ticket that fails at the instant of its close its error alone", async () => {
    expect(await told([a, done, spoilt, other])).toEqual([
      ["A", null, null, `Ticket A, event 2: ${SPOILT}`],
      ["B", "rest", "fix", "running"],
    ]);
  });

  it("says once that no policy matches a closed ticket", async () => {
    const nobody = { ...a, fields: { customer: "Z" } };
    const results = await told([nobody, done, other, { ...done, at: mon("12:00"), state: "open" }]);
    expect(results.map((row) => (row as unknown[]).slice(0, 3))).toEqual([
      ["A", null, null],
      ["B", "rest", "fix"],
    ]);
  });

  it("compares each event with the ticket's last one", async () => {
    const at = (time: string) => ({ ticket: "A", at: mon(time), state: "waiting" });
    expect(await told([a, at("10:00"), at("11:00"), at("10:30")])).toEqual([
      [
        "A",
        null,
        null,
        "Ticket A, event 3: it comes before the ticket's last event; a stream must be in order of time.",
      ],
    ]);
    expect(await told([a, at("10:00"), at("11:00"), at("11:00")])).toEqual([
      ["A", "gold", "fix", "paused"],
    ]);
  });

  it("takes what happens at the instant of the reading, and nothing later", async () => {
    const later = { ticket: "A", at: mon("10:01"), fields: { customer: "C" } };
    expect(await told([a, done, later], mon("10:00"))).toEqual([["A", "gold", "fix", "met"]]);
    expect(await told([a, done, later], mon("09:59"))).toEqual([["A", "gold", "fix", "running"]]);
  });

  it("knows a ticket that has yet to be opened by its first instant", async () => {
    const rows = [
      { ticket: "A", at: tue("09:00"), state: "open" },
      { ticket: "A", at: tue("09:00"), fields: { customer: "A" } },
      { ticket: "A", at: wed("09:00"), fields: { customer: "C" } },
    ];
    expect(await told(rows)).toEqual([["A", "gold", "fix", "pending"]]);
  });

  it("knows an open ticket by what has happened so far", async () => {
    const rows = [a, { ticket: "A", at: tue("09:00"), state: "done", fields: { customer: "C" } }];
    expect(await told(rows)).toEqual([["A", "gold", "fix", "breached"]]);
  });

  it("closes no ticket by what has yet to come", async () => {
    const b = { ...other, at: mon("09:30") };
    expect(await told([b, { ...a, at: mon("09:30") }, done], mon("09:59"))).toEqual([
      ["B", "rest", "fix", "running"],
      ["A", "gold", "fix", "running"],
    ]);
    expect(await told([b, { ...a, at: mon("09:30") }, done], mon("10:00"))).toEqual([
      ["A", "gold", "fix", "met"],
      ["B", "rest", "fix", "running"],
    ]);
  });

  it("gives every ticket that closes at one instant, in the order in which they close", async () => {
    const b = { ...other, at: mon("09:30") };
    const closing = [
      { ticket: "B", at: mon("10:00"), state: "done" },
      done,
      { ticket: "C", at: mon("10:01"), state: "open", fields: { customer: "C" } },
    ];
    expect(await told([a, b, ...closing])).toEqual([
      ["B", "rest", "fix", "met"],
      ["A", "gold", "fix", "met"],
      ["C", "before", "fix", "breached"],
    ]);
  });
});
