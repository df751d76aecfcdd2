import { HOUR_MS } from "../timeline/units";
import type { Dialect } from "./dialects";
import type { Query } from "./query";

/** A table of readings, as the readings' query gives them. */
export const READINGS = "core_hours_readings";

/**
 * The tickets that are due in the next hours: their clock runs, and they have not breached.
 *
 * @param hours how many, by the clock on the wall
 */
export function dueSoonQuery(hours: number): Query {
  return {
    steps: [
      {
        name: "due_soon",
        sql: `SELECT policy, target, ticket, severity, due_at_ms, due_at_ms - as_of_ms AS left_ms, remaining, unit
FROM ${READINGS}
WHERE status = 'running' AND due_at_ms >= as_of_ms AND due_at_ms < as_of_ms + ${hours * HOUR_MS}`,
      },
    ],
  };
}

/** By which instant a ticket belongs to a month. */
export const ATTAINED_BY = ["stopped", "due", "started"] as const;
export type AttainedBy = (typeof ATTAINED_BY)[number];

/** An open ticket that has breached has no stop, and belongs to the month in which it breached. */
const MONTH_BY: Readonly<Record<AttainedBy, string>> = {
  stopped: "COALESCE(stopped_at_ms, breached_at_ms)",
  due: "projected_due_at_ms",
  started: "started_at_ms",
};

/** A month, from its first midnight up to the next month's, epoch milliseconds. */
export interface MonthSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The attainment of a month, for each target and severity: met ÷ (met + breached). Only decided tickets
 * count; an open ticket that has breached is one, and counts as breached.
 */
export function attainmentQuery({ types }: Dialect, month: MonthSpan, by: AttainedBy): Query {
  const count = (status: string) =>
    `CAST(SUM(CASE WHEN status = '${status}' THEN 1 ELSE 0 END) AS ${types.integer}) AS ${status}`;
  return {
    steps: [
      {
        name: "decided",
        sql: `SELECT policy, target, severity, status
FROM ${READINGS}
WHERE status IN ('met', 'breached')
  AND ${MONTH_BY[by]} >= ${month.fromMs} AND ${MONTH_BY[by]} < ${month.toMs}`,
      },
      {
        name: "counted",
        sql: `SELECT policy, target, severity, ${count("met")}, ${count("breached")}
FROM decided
GROUP BY policy, target, severity`,
      },
      {
        name: "attained",
        sql: `SELECT
  policy, target, severity, met, breached,
  CAST(met AS ${types.fraction}) / CAST(met + breached AS ${types.fraction}) AS attainment
FROM counted`,
      },
    ],
  };
}
