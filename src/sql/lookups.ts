import { DAY_MS } from "../timeline/units";
import { type Dialect, shareOf } from "./dialects";
import { AMOUNTS, INSTANTS } from "./schema";

/**
 * Joins the row of a measure that holds an instant: an equality finds the few rows of its day, and a
 * comparison finds the one among them.
 *
 * @param row the alias of the joined row
 * @param measure the measure, as SQL
 * @param ms the instant, as SQL
 */
export function joinInstant(dialect: Dialect, row: string, measure: string, ms: string): string {
  return `LEFT JOIN ${INSTANTS.name} AS ${row}
  ON ${row}.measure = ${measure}
  AND ${row}.utc_day = ${shareOf(dialect, ms, DAY_MS)}
  AND ${ms} >= ${row}.from_ms
  AND ${ms} < ${row}.until_ms`;
}

/** How much of the measure has been reached by an instant, from the row that holds it. */
export function reachedAt(row: string, ms: string): string {
  return `${row}.reached + CASE WHEN ${ms} < ${row}.close_ms THEN ${ms} ELSE ${row}.close_ms END - ${row}.from_ms`;
}

/** An instant if its calendar is open then, else the next opening, from the row that holds it. */
export function nextOpenAt(row: string, ms: string): string {
  return `CASE WHEN ${ms} < ${row}.close_ms THEN ${ms} ELSE ${row}.next_open_ms END`;
}

/**
 * Joins the row of a measure that holds the last of an amount, by what will have been reached with it.
 *
 * @param share its number by the measure's size of a share, as SQL
 * @param reached what will have been reached, as SQL
 */
export function joinAmount(row: string, measure: string, share: string, reached: string): string {
  return `LEFT JOIN ${AMOUNTS.name} AS ${row}
  ON ${row}.measure = ${measure}
  AND ${row}.share = ${share}
  AND ${reached} > ${row}.reached_before
  AND ${reached} <= ${row}.reached_after`;
}

/** The number of the share that the last of an amount lies in. */
export function lastShare(dialect: Dialect, reached: string, size: string | number): string {
  return shareOf(dialect, `(${reached} - 1)`, size);
}

/** When so much has been reached, from the row that holds the last of it. */
export function instantOf(row: string, reached: string, tie: string): string {
  return `CASE WHEN ${tie} = 'next-open' AND ${reached} = ${row}.reached_after THEN ${row}.next_open_ms
    ELSE ${row}.start_ms + ${reached} - ${row}.reached_before END`;
}
