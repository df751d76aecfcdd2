import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumericReading } from "../../../src/index";
import { STATUSES } from "../../../src/index";
import { type JudgedBy, VerdictColumns } from "../../../src/tickets/verdicts/verdict-columns";

/** Few values, so many of them are the same, null or 0. */
const some = fc.constantFrom(0, -0, 1, 2.5, Date.UTC(2026, 10, 2, 9));
const maybe = fc.option(some);

const reading = fc.record({
  ticket: fc.constantFrom("T-1", "T-2"),
  status: fc.constantFrom(...STATUSES),
  breached: fc.boolean(),
  paused: fc.boolean(),
  severity: fc.option(fc.constantFrom("1", "2")),
  startedAtMs: maybe,
  originalDueAtMs: maybe,
  dueAtMs: maybe,
  projectedDueAtMs: maybe,
  breachedAtMs: maybe,
  stoppedAtMs: maybe,
  unit: fc.constantFrom("milliseconds", "days") as fc.Arbitrary<NumericReading["unit"]>,
  allowance: maybe,
  elapsed: some,
  remaining: maybe,
  overrun: some,
  pausedFor: some,
  wallPausedMs: some,
  wallElapsedMs: some,
  percentElapsed: maybe,
  reopenings: fc.constant(0),
  provisional: fc.boolean(),
});

const TARGETS: readonly JudgedBy[] = [
  { policy: "desk", target: "fix", timeZone: "Europe/London" },
  { policy: "desk", target: "answer", timeZone: "UTC" },
];

describe("the verdicts of a log", () => {
  it("say what an object with all of it would say, for each reading", () => {
    const verdict = fc.record({
      reading,
      by: fc.constantFrom(...TARGETS),
      incomplete: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 20 }), (verdicts) => {
        const columns = new VerdictColumns();
        for (const { reading, by, incomplete } of verdicts) columns.add(reading, by, incomplete);
        expect(columns.rows.length).toBe(verdicts.length);
        for (const [i, { reading, by, incomplete }] of verdicts.entries()) {
          expect(read(columns.rows[i])).toEqual({
            ticket: reading.ticket,
            ...by,
            severity: reading.severity,
            status: reading.status,
            breached: reading.breached,
            openedMs: plain(reading.startedAtMs),
            dueMs: plain(reading.dueAtMs),
            projectedDueMs: plain(reading.projectedDueAtMs),
            stoppedMs: plain(reading.stoppedAtMs),
            breachedMs: plain(reading.breachedAtMs),
            hasAllowance: reading.allowance !== null || reading.status === "not-applicable",
            usedPercent: plain(reading.percentElapsed ?? 0),
            unit: reading.unit,
            elapsed: plain(reading.elapsed),
            remaining: plain(reading.remaining ?? 0),
            overdue: plain(reading.overrun),
            pausedFor: plain(reading.pausedFor),
            provisional: reading.provisional,
            incomplete,
          });
        }
      }),
    );
  });
});

/** 0 for -0, which means the same to a report. */
function plain(value: number | null): number | null {
  return value === 0 ? 0 : value;
}

/** A row as a plain object. */
function read(row: VerdictColumns["rows"][number] | undefined) {
  if (!row) throw new Error("there is a row for each reading");
  return {
    ticket: row.ticket,
    policy: row.policy,
    target: row.target,
    timeZone: row.timeZone,
    severity: row.severity,
    status: row.status,
    breached: row.breached,
    openedMs: row.openedMs,
    dueMs: row.dueMs,
    projectedDueMs: row.projectedDueMs,
    stoppedMs: row.stoppedMs,
    breachedMs: row.breachedMs,
    hasAllowance: row.hasAllowance,
    usedPercent: row.usedPercent,
    unit: row.unit,
    elapsed: row.elapsed,
    remaining: row.remaining,
    overdue: row.overdue,
    pausedFor: row.pausedFor,
    provisional: row.provisional,
    incomplete: row.incomplete,
  };
}
