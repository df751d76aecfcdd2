import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition, severityTable } from "../../src/index";
import { always } from "../reference/desk";

const clause = (inferred: boolean) => ({
  document: "The contract",
  quotes: ["The clock pauses."],
  ...(inferred ? { inferred, reading: "so it is meant" } : {}),
});

/** A desk of which every target says something else. */
const policy = {
  id: "desk",
  timeZone: "UTC",
  calendars: { always },
  severities: ["1", "2"],
  clauses: { "P-1": clause(true), "P-2": clause(true), "P-3": clause(false) },
  contacts: { night: { title: "The night desk" }, ward: { title: "The ward" } },
  targets: {
    fix: {
      allowance: { "1": { weeks: 1 }, "2": { weeks: 2 } },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      clausesFor: { pause: ["P-1", "P-3", "P-2"] },
      agreedDates: "later",
    },
    call: {
      allowance: { "1": { calendarDays: 1 }, "2": null },
      runs: ["open"],
      stops: ["called"],
      clausesFor: { pause: ["P-1"] },
    },
    visit: {
      allowance: { hours: 1, minutes: 1, calendar: "always" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["visited"],
    },
    report: {
      allowance: {},
      unstated: "The contract has no number.",
      runs: ["open"],
      stops: ["told"],
    },
  },
  eligibility: {
    escalation: {
      anyOf: [
        {
          id: "late",
          title: "It is late",
          target: "fix",
          all: [{ severityIn: ["2", "1"] }, { breached: true }],
        },
        { id: "lost", title: "Nobody answers", clause: "P-3", all: [{ fact: "lost" }] },
        { id: "absent", title: "Nobody came", target: "visit", all: [{ severityIn: ["1"] }] },
      ],
    },
    route: {
      anyOf: [
        {
          id: "clinical",
          title: "A patient is at risk",
          all: [{ fact: "risk" }],
          tell: ["night", "ward"],
          routed: { when: "at once", calendar: "always" },
        },
      ],
    },
  },
} as const satisfies PolicyDefinition;

const cellsOf = (name: string, definition: PolicyDefinition = policy) =>
  severityTable(defineSla(definition)).filter(({ target }) => target === name);

describe("the table of a policy's severities", () => {
  it("says each unit in one or many, and what is promised to nobody", () => {
    const amounts = (name: string) =>
      cellsOf(name).map(({ severity, amount }) => [severity, amount]);
    expect(amounts("fix")).toEqual([
      ["1", "1 week"],
      ["2", "2 weeks"],
    ]);
    expect(amounts("call")).toEqual([
      ["1", "1 calendar day"],
      ["2", "no promise"],
    ]);
    expect(amounts("visit")).toEqual([["any", "1 hour 1 minute"]]);
  });

  it("says from which clauses a pause is inferred, where there is a pause", () => {
    const [fix] = cellsOf("fix");
    expect(fix?.note).toBe(
      "the pause is inferred from P-1 and P-2; or the agreed date, if that is later",
    );
    expect(fix?.pauses).toEqual(["waiting"]);
    const [call] = cellsOf("call");
    expect([call?.note, call?.pauses]).toEqual([null, []]);
    const [visit] = cellsOf("visit");
    expect(visit?.note).toBeNull();
  });

  it("names the grounds of a target and of every target, where one is the target's own", () => {
    const grounds = (name: string) => cellsOf(name).map(({ escalation }) => escalation);
    expect(grounds("fix")).toEqual([
      ["It is late", "Nobody answers (P-3)"],
      ["It is late", "Nobody answers (P-3)"],
    ]);
    expect(grounds("call")).toEqual([[], []]);
    // A ticket of any severity may be one of the severity that the ground names.
    expect(grounds("visit")).toEqual([["Nobody answers (P-3)", "Nobody came"]]);
  });

  it("tells the severities of what is not published by the grounds, in their order", () => {
    expect(cellsOf("report").map(({ severity, amount, note }) => [severity, amount, note])).toEqual(
      [
        ["2", "not published", "The contract has no number."],
        ["1", "not published", "The contract has no number."],
        ["other", "not published", "The contract has no number."],
      ],
    );
    const { eligibility: _, ...without } = policy;
    expect(cellsOf("report", without).map(({ severity }) => severity)).toEqual(["other"]);
    expect(cellsOf("fix", without).map(({ escalation }) => escalation)).toEqual([[], []]);
    const { escalation: __, ...others } = policy.eligibility;
    const routed = { ...policy, eligibility: others };
    expect(cellsOf("report", routed).map(({ severity }) => severity)).toEqual(["other"]);
    expect(cellsOf("fix", routed).map(({ escalation }) => escalation)).toEqual([[], []]);
  });

  it("has a row for what is passed on, with whom to tell, in their order", () => {
    expect(cellsOf("route")).toEqual([
      {
        target: "route",
        title: "A patient is at risk",
        severity: "clinical",
        amount: "at once",
        calendar: "always",
        clause: null,
        pauses: [],
        escalation: [],
        note: "routed to The night desk, then The ward, without a clock that could be late",
      },
    ]);
  });
});
