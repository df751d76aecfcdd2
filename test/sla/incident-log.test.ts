import { beforeAll, describe, expect, it } from "vitest";
import {
  type BulkResult,
  defineSla,
  type PolicyDefinition,
  type TicketHistory,
} from "../../src/index";
import { incidentLogs, incidentsOf, slowTargetOf } from "../reference/incidents";
import { numbersOf } from "../reference/scenes";
import { slowReading } from "../reference/sla-clock";

/**
 * An audit log, replayed whole: 24,918 incidents of a service desk, made up in the shape of a real log;
 * and the real one, if there is a copy of it. That the numbers and instants of a ticket do not contradict
 * each other needs no oracle; the slow clock is asked of each besides.
 */

const midway = "2016-05-18T11:00:00Z";
const atTheEnd = "2017-06-01T00:00:00Z";
const ranks = ["1", "2", "3", "4"] as const;

/** NHS login's hours for severities 1 to 4, with a pause while the user is asked. */
const policy = {
  id: "incident-log",
  calendars: { support: "nhs-login-support" },
  severities: ranks,
  targets: {
    resolution: {
      allowance: {
        "1": { hours: 4, calendar: "support" },
        "2": { hours: 8, calendar: "support" },
        "3": { hours: 20, calendar: "support" },
        "4": { hours: 80, calendar: "support" },
      },
      runs: ["New", "Active", "Awaiting Problem", "Awaiting Vendor", "Awaiting Evidence"],
      pauses: ["Awaiting User Info"],
      stops: ["Resolved", "Closed"],
    },
  },
} as const satisfies PolicyDefinition;

/** The contradictions within a ticket's reading; there should be none. */
function contradictions(result: BulkResult, asOfMs: number): string[] {
  if (result.error) return [result.error.message];
  const { status, breached, breachedAtMs, stoppedAtMs, startedAtMs, dueAtMs } = result;
  const { allowance, elapsed, remaining, overrun, pausedFor, percentElapsed } = result;
  const { wallElapsedMs, projectedDueAtMs, originalDueAtMs } = result;
  const endMs = stoppedAtMs ?? asOfMs;
  const started = startedAtMs !== null;
  const claims: Readonly<Record<string, boolean>> = {
    "every number is one": Object.values(result).every((value) => !Number.isNaN(value)),
    "whole milliseconds": [elapsed, remaining, overrun, pausedFor].every(Number.isInteger),
    "pending is not started": (status === "pending") === !started,
    "elapsed and remaining make the allowance":
      elapsed + (remaining ?? 0) === (allowance ?? 0) + overrun,
    "breached says when": breached === (breachedAtMs !== null),
    "breached wins": started ? (status === "breached") === breached : !breached,
    // At the end itself, if the severity that it is given there has a smaller allowance.
    "breached while it counted": breachedAtMs === null || breachedAtMs <= endMs,
    "no overrun without a breach": overrun === 0 || breached,
    "met in time": status !== "met" || (stoppedAtMs !== null && stoppedAtMs <= (dueAtMs ?? 0)),
    "stopped when met": status !== "met" || stoppedAtMs !== null,
    "not stopped while it runs":
      (status !== "running" && status !== "paused") || stoppedAtMs === null,
    "paused in time has no due instant":
      (dueAtMs === null) === ((result.paused && breachedAtMs === null) || !started),
    "due at the breach": breachedAtMs === null || projectedDueAtMs === breachedAtMs,
    "due after the start": (originalDueAtMs ?? 0) > (startedAtMs ?? -1),
    "no more counted than has passed": wallElapsedMs >= elapsed + pausedFor,
    "wall time from start to end": !started || wallElapsedMs === endMs - startedAtMs,
    "nothing after asOf": [startedAtMs, breachedAtMs, stoppedAtMs].every(
      (ms) => ms === null || ms <= asOfMs,
    ),
    "percent is the share": percentElapsed === (allowance ? (elapsed / allowance) * 100 : 0),
    "nothing rests on a projection": !result.provisional,
  };
  return Object.keys(claims).filter((claim) => !claims[claim]);
}

describe("a year of incidents", { timeout: 120_000 }, () => {
  const { resolution } = defineSla(policy).targets;
  let logs: readonly (readonly TicketHistory[])[] = [];

  beforeAll(() => {
    logs = incidentLogs().map((log) =>
      incidentsOf(log).map(({ ticket, events }) => ({
        ticket,
        events: events.map(({ atMs, ...event }) => ({ at: atMs, ...event })),
      })),
    );
  }, 120_000);

  it("are 24,918 tickets", () => {
    expect(logs[0]).toHaveLength(24_918);
    for (const tickets of logs) expect(tickets).toHaveLength(24_918);
  });

  it.each([midway, atTheEnd])("contradict themselves in nothing, as of %s", (asOf) => {
    for (const tickets of logs) {
      const results = [...resolution.trackMany(tickets, { asOf })];
      expect(results.map(({ ticket }) => ticket)).toEqual(tickets.map(({ ticket }) => ticket));
      const wrong = results.flatMap((result) =>
        contradictions(result, Date.parse(asOf)).map((claim) => `${result.ticket}: ${claim}`),
      );
      expect(wrong).toEqual([]);
    }
  });

  it.each([midway, atTheEnd])("are read as by the slow clock, every fifth, as of %s", (asOf) => {
    const slow = slowTargetOf(policy.targets.resolution);
    for (const tickets of logs) {
      const sample = tickets.filter((_, i) => i % 5 === 0);
      const results = [...resolution.trackMany(sample, { asOf })];
      expect(results).toHaveLength(4_984);
      for (const [i, { ticket, events }] of sample.entries()) {
        const slowEvents = events.map(({ at, state, severity }) => ({
          atMs: Number(at),
          ...(state === undefined ? {} : { state }),
          ...(severity === undefined ? {} : { severity }),
        }));
        const expected = slowReading(slow, slowEvents, Date.parse(asOf));
        expect(results[i]).toMatchObject({ ticket, ...expected });
      }
    }
  });

  it("stand in every way a ticket can, midway, and are all over in the end", () => {
    for (const tickets of logs) {
      const statuses = (asOf: string) => {
        const results = [...resolution.trackMany(tickets, { asOf })];
        return new Set(results.map((result) => (result.error ? "error" : result.status)));
      };
      const every = ["breached", "met", "paused", "pending", "running"];
      expect([...statuses(midway)].toSorted()).toEqual(every);
      expect([...statuses(atTheEnd)].toSorted()).toEqual(["breached", "met"]);
    }
  });

  it("are read by track as by trackMany, 2,000 of them", () => {
    for (const tickets of logs) {
      const sample = tickets.filter((_, i) => i % 12 === 0).slice(0, 2_000);
      expect(sample).toHaveLength(2_000);
      const results = [...resolution.trackMany(sample, { asOf: midway })];
      for (const [i, { ticket, events }] of sample.entries()) {
        const result = results[i];
        if (result === undefined || result.error) throw result?.error ?? new Error(ticket);
        const reading = resolution.track(events, { asOf: midway, ticket });
        expect(result).toMatchObject({ ticket, ...numbersOf(reading, result.unit) });
      }
    }
  });
});
