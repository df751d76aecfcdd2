import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../src";
import {
  eventsFromJiraChangelog,
  eventsFromServiceNowAudit,
  eventsFromZendeskAudits,
} from "../../../src/interchange";
import { holds } from "../../reference/judge";

/**
 * Random tickets, written down as each system would, in any order. A replay goes through what happened to a
 * ticket, step by step. At every instant the adapter's events must say the same of it.
 */

const STATUSES = ["A", "B", "C", "D"] as const;
const PRIORITIES = ["x", "y", null] as const;
/** Two statuses mean one state. */
const MAPS = { status: { A: "a", B: "b", C: "c", D: "c" }, priority: { x: "1", y: "2" } };
const CREATED_MS = Date.parse("2026-11-20T16:30:00Z");

/** One thing that happens: so many seconds later, a field takes another value. */
interface Step {
  readonly afterS: number;
  readonly field: "status" | "priority" | "other";
  readonly pick: number;
}

const life = fc.record({
  status: fc.constantFrom(...STATUSES),
  priority: fc.constantFrom(...PRIORITIES),
  steps: fc.array(
    fc.record<Step>({
      // Often none, since much happens within one second.
      afterS: fc.oneof(fc.constant(0), fc.constantFrom(1, 60, 86_400)),
      field: fc.constantFrom("status", "priority", "other"),
      pick: fc.nat({ max: 2 }),
    }),
    { maxLength: 12 },
  ),
  order: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What happened, in the order in which it did. */
interface Change {
  readonly atMs: number;
  readonly field: Step["field"];
  readonly from: string | null;
  readonly to: string | null;
}

function changesOf({ status, priority, steps }: Life): readonly Change[] {
  const now: Record<Step["field"], string | null> = { status, priority, other: null };
  let atMs = CREATED_MS;
  return steps.map(({ afterS, field, pick }) => {
    atMs += afterS * 1_000;
    const from = now[field];
    const others = { status: STATUSES, priority: PRIORITIES, other: ["p", "q", "r"] }[field];
    const to = others.filter((value) => value !== from)[pick % (others.length - 1)] ?? null;
    now[field] = to;
    return { atMs, field, from, to };
  });
}

/** What a ticket is from an instant on, told by going through all that happened until then. */
function replayed(given: Life, untilMs: number) {
  let state = MAPS.status[given.status];
  // A priority that is taken away leaves the severity, for which there is no word.
  let severity = given.priority === null ? undefined : MAPS.priority[given.priority];
  const states: string[] = [state];
  for (const { atMs, field, to } of changesOf(given)) {
    if (atMs > untilMs) break;
    if (field === "priority" && (to === "x" || to === "y")) severity = MAPS.priority[to];
    if (field !== "status") continue;
    state = MAPS.status[to as Life["status"]]; // Statuses change to statuses.
    if (states.at(-1) !== state) states.push(state);
  }
  return { state, severity, states };
}

/** The same, told by events. */
function byEvents(events: readonly HistoryEvent[], untilMs: number) {
  const until = events.filter(({ at }) => Number(at) <= untilMs);
  const states = until.flatMap(({ state }) => (state === undefined ? [] : [state]));
  const severity = until.findLast((event) => event.severity !== undefined)?.severity;
  return { state: states.at(-1), severity, states };
}

/** Every instant at which something happens, and the milliseconds beside it. */
function instantsOf(given: Life): readonly number[] {
  const instants = [CREATED_MS, ...changesOf(given).map(({ atMs }) => atMs)];
  return instants.flatMap((atMs) => [atMs, atMs + 1, atMs + 999]);
}

function expectReplayed(given: Life, events: readonly HistoryEvent[]): void {
  expect(events[0]?.at).toBe(CREATED_MS);
  for (const untilMs of instantsOf(given)) {
    expect(byEvents(events, untilMs)).toEqual(replayed(given, untilMs));
  }
  const inOrder = events.toSorted((a, b) => Number(a.at) - Number(b.at));
  expect(events).toEqual(inOrder);
}

function shuffled<T>(items: readonly T[], order: readonly number[]): readonly T[] {
  return items
    .map((item, i) => ({ item, key: order[i] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const now = (given: Life, field: Step["field"], first: string | null) => {
  const last = changesOf(given).findLast((change) => change.field === field);
  return last ? last.to : first;
};

// ------------------------------------------------------------------------------- the three systems

function jiraOf(given: Life): object {
  const histories = changesOf(given).map(({ atMs, field, from, to }, i) => ({
    id: String(9_995 + i),
    created: new Date(atMs + 3_600_000).toISOString().replace("Z", "+0100"),
    items: [{ field, fieldId: field, fromString: from, toString: to }],
  }));
  const named = (name: string | null) => (name === null ? null : { name });
  return {
    key: "DESK-1",
    fields: {
      created: "2026-11-20T16:30:00.000+0000",
      status: named(now(given, "status", given.status)),
      priority: named(now(given, "priority", given.priority)),
    },
    changelog: { histories: shuffled(histories, given.order) },
  };
}

const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

function auditRows(given: Life, more: (place: number) => object) {
  const inserted = [
    { atMs: CREATED_MS, field: "status", from: null, to: given.status },
    ...(given.priority === null
      ? []
      : [{ atMs: CREATED_MS, field: "priority", from: null, to: given.priority }]),
  ];
  return [...inserted, ...changesOf(given)].map(({ atMs, field, from, to }, i) => ({
    documentkey: "INC1",
    fieldname: field === "status" ? "state" : field,
    oldvalue: from ?? "",
    newvalue: to ?? "",
    sys_created_on: stamp(atMs),
    ...more(i),
  }));
}

function zendeskOf(given: Life): readonly object[] {
  const created = {
    id: 99,
    ticket_id: 1,
    created_at: new Date(CREATED_MS).toISOString(),
    events: [
      { type: "Create", field_name: "status", value: given.status },
      { type: "Create", field_name: "priority", value: given.priority },
    ],
  };
  const audits = changesOf(given).map(({ atMs, field, from, to }, i) => ({
    id: 100 + i,
    ticket_id: 1,
    created_at: new Date(atMs).toISOString(),
    events: [{ type: "Change", field_name: field, previous_value: from, value: to }],
  }));
  return shuffled([created, ...audits], given.order);
}

describe("at every instant a ticket is what a replay says,", () => {
  it("by the histories of Jira in any order", () => {
    holds(life, (given) => {
      expectReplayed(given, eventsFromJiraChangelog(jiraOf(given), MAPS));
    });
  });

  it("by the rows of ServiceNow in any order, numbered by update", () => {
    holds(life, (given) => {
      const rows = auditRows(given, (i) => ({ record_checkpoint: String(i) }));
      expectReplayed(given, eventsFromServiceNowAudit(shuffled(rows, given.order), MAPS));
    });
  });

  it("by the rows of ServiceNow in order of time, numbered or not", () => {
    holds(life, (given) => {
      const rows = auditRows(given, () => ({}));
      expectReplayed(given, eventsFromServiceNowAudit(rows, MAPS));
    });
  });

  it("by the audits of Zendesk in any order", () => {
    holds(life, (given) => {
      expectReplayed(given, eventsFromZendeskAudits(zendeskOf(given), MAPS));
    });
  });
});

describe("rows without numbers in any order", () => {
  it("lead to the state that the ticket has after each second", () => {
    holds(life, (given) => {
      const rows = shuffled(
        auditRows(given, () => ({})),
        given.order,
      );
      const events = eventsFromServiceNowAudit(rows, MAPS);
      for (const untilMs of instantsOf(given)) {
        expect(byEvents(events, untilMs).state).toBe(replayed(given, untilMs).state);
      }
    });
  });
});
