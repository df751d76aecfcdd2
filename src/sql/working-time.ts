import type { Tie } from "../index";
import { DAY_MS } from "../timeline/units";
import type { Dialect } from "./dialects";
import { instantOf, joinAmount, joinInstant, lastShare, reachedAt } from "./lookups";
import type { Query, Step } from "./query";
import { MEASURES } from "./schema";

export const ASKED_BETWEEN = "SELECT ticket, calendar, start_ms, end_ms FROM tickets";
export const ASKED_ADD = "SELECT ticket, calendar, start_ms, amount_ms FROM tickets";

/** The questions, each with the measure of its calendar's working time. */
function measured(asked: string, columns: string): readonly Step[] {
  return [
    { name: "asked", sql: asked },
    {
      name: "measured",
      sql: `SELECT asked.ticket, m.measure, ${columns}
FROM asked
LEFT JOIN ${MEASURES.name} AS m ON m.calendar = asked.calendar AND m.unit = 'milliseconds'`,
    },
  ];
}

/**
 * `between(start_ms, end_ms)` for many tickets: a query of `ticket` and `worked_ms`, negative if the end
 * is before the start, null if either is null or outside the span of the calendar's tables.
 *
 * @param asked a query of `ticket`, `calendar`, `start_ms` and `end_ms`
 */
export function betweenQuery(dialect: Dialect, asked: string = ASKED_BETWEEN): Query {
  return {
    steps: [
      ...measured(asked, "asked.start_ms, asked.end_ms"),
      {
        name: "worked",
        sql: `SELECT
  measured.ticket,
  (${reachedAt("e", "measured.end_ms")})
    - (${reachedAt("s", "measured.start_ms")}) AS worked_ms
FROM measured
${joinInstant(dialect, "s", "measured.measure", "measured.start_ms")}
${joinInstant(dialect, "e", "measured.measure", "measured.end_ms")}`,
      },
    ],
  };
}

/**
 * `add(start_ms, amount_ms)` for many tickets: a query of `ticket` and `due_ms`. A negative amount is
 * subtracted, zero gives the start; null if any of them is null or outside the span.
 *
 * @param tie when an amount that runs out at a closing is due
 * @param asked a query of `ticket`, `calendar`, `start_ms` and `amount_ms`
 */
export function addQuery(dialect: Dialect, tie: Tie, asked: string = ASKED_ADD): Query {
  // An amount taken back begins with a millisecond of work, and the row of that millisecond is found as
  // if it were the last of the amount.
  const reached = "aimed.aim_ms";
  return {
    steps: [
      ...measured(asked, "asked.start_ms, asked.amount_ms"),
      {
        name: "aimed",
        sql: `SELECT
  measured.*,
  ${reachedAt("s", "measured.start_ms")} + measured.amount_ms
    + CASE WHEN measured.amount_ms < 0 THEN 1 ELSE 0 END AS aim_ms
FROM measured
${joinInstant(dialect, "s", "measured.measure", "measured.start_ms")}`,
      },
      {
        name: "due",
        sql: `SELECT
  aimed.ticket,
  CASE WHEN aimed.amount_ms = 0 AND ${reached} IS NOT NULL THEN aimed.start_ms
    WHEN aimed.amount_ms < 0 THEN q.start_ms + ${reached} - 1 - q.reached_before
    ELSE ${instantOf("q", reached, `'${tie}'`)} END AS due_ms
FROM aimed
${joinAmount("q", "aimed.measure", lastShare(dialect, reached, DAY_MS), reached)}`,
      },
    ],
  };
}
