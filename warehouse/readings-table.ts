import type { BulkResult, NumericReading } from "../src/index";
import type { Column, Table, Value } from "../src/sql/schema";

/** An event of a ticket, as a row. */
export interface EventRow {
  readonly policy: string;
  readonly ticket: number;
  readonly at_ms: number;
  readonly state: string | null;
  readonly severity: string | null;
  readonly ordinal: number;
}

export const EVENTS: Table<EventRow> = {
  name: "ticket_events",
  columns: [
    { name: "policy", type: "text" },
    { name: "ticket", type: "integer" },
    { name: "at_ms", type: "integer" },
    { name: "state", type: "text" },
    { name: "severity", type: "text" },
    { name: "ordinal", type: "integer" },
  ],
  key: "ticket, ordinal",
};

/** The kind of column for each number of a reading; a missing number does not compile. */
const NUMBERS: Readonly<Record<keyof NumericReading, Column["type"]>> = {
  status: "text",
  breached: "integer",
  paused: "integer",
  severity: "text",
  startedAtMs: "integer",
  originalDueAtMs: "integer",
  dueAtMs: "integer",
  projectedDueAtMs: "integer",
  breachedAtMs: "integer",
  stoppedAtMs: "integer",
  unit: "text",
  allowance: "integer",
  elapsed: "integer",
  remaining: "integer",
  overrun: "integer",
  pausedFor: "integer",
  wallPausedMs: "integer",
  wallElapsedMs: "integer",
  percentElapsed: "fraction",
  reopenings: "integer",
  provisional: "integer",
};

const names = Object.keys(NUMBERS) as (keyof NumericReading)[]; // It has no other keys.

/** `startedAtMs` as `started_at_ms`. */
function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The library's readings, in the form that the SQL gives. */
export const EXPECTED: Table = {
  name: "expected_readings",
  columns: [
    { name: "policy", type: "text" },
    { name: "ticket", type: "integer" },
    { name: "target", type: "text" },
    { name: "error", type: "text" },
    ...names.map((name) => ({ name: columnOf(name), type: NUMBERS[name] })),
  ],
  key: "ticket, target",
};

export type ExpectedRow = Readonly<Record<string, Value>>;

/** The result of `trackMany` for a ticket, as a row. */
export function expectedRow(policy: string, target: string, result: BulkResult): ExpectedRow {
  const numbers: Readonly<Record<string, Value | boolean>> =
    result.error === null ? { ...result, error: null } : { error: result.error.code };
  const row: Record<string, Value> = { policy, ticket: Number(result.ticket), target };
  row["error"] = result.error?.code ?? null;
  for (const name of names) {
    const value = numbers[name] ?? null;
    row[columnOf(name)] = typeof value === "boolean" ? Number(value) : value;
  }
  return row;
}

/** The condition that a column of the two tables differs; null equals null. */
const differ = EXPECTED.columns
  .map(({ name }) => `r.${name} IS DISTINCT FROM e.${name}`)
  .join("\n    OR ");
const joined = (readings: string) =>
  `${EXPECTED.name} AS e LEFT JOIN ${readings} AS r ON r.ticket = e.ticket AND r.target = e.target`;

/** A query of one row: how many readings are expected, how many there are, and how many differ. */
export function differences(readings: string): string {
  return `SELECT
  (SELECT COUNT(*) FROM ${EXPECTED.name}) AS expected,
  (SELECT COUNT(*) FROM ${readings}) AS given,
  (SELECT COUNT(*) FROM ${joined(readings)} WHERE ${differ}) AS wrong`;
}

/** The first tickets that differ. */
export function differing(readings: string): string {
  return `SELECT e.ticket FROM ${joined(readings)} WHERE ${differ} ORDER BY e.ticket LIMIT 5`;
}
