import { DAYS } from "./schema";
import { ASKED_BETWEEN, workedAt } from "./sql";

/**
 * What else could find the row that holds an instant, for `between`: measured beside the equality on
 * the day, in the engines that have it.
 */
export const ALTERNATIVES = {
  duckdb: {
    title: "between, by ASOF JOIN",
    index: "",
    sql: between((row, ms) => [
      `ASOF LEFT JOIN ${DAYS.name} AS ${row}`,
      `  ON ${row}.calendar = asked.calendar AND ${row}.open_ms <= ${ms}`,
    ]),
  },
  postgres: {
    title: "between, by LATERAL and the index",
    index: `CREATE INDEX IF NOT EXISTS by_opening ON ${DAYS.name} (calendar, open_ms)`,
    sql: between((row, ms) => [
      "LEFT JOIN LATERAL (",
      `  SELECT * FROM ${DAYS.name} AS d`,
      `  WHERE d.calendar = asked.calendar AND d.open_ms <= ${ms}`,
      "  ORDER BY d.open_ms DESC LIMIT 1",
      `) AS ${row} ON TRUE`,
    ]),
  },
} as const;

/** Both find the last row that opens by then, so that whether it reaches the instant is still to be asked. */
function between(join: (row: string, ms: string) => readonly string[]): string {
  return [
    `WITH asked AS (${ASKED_BETWEEN})`,
    "SELECT asked.ticket, CASE WHEN asked.start_ms < s.until_ms AND asked.end_ms < e.until_ms",
    `  THEN (${workedAt("e", "asked.end_ms")})`,
    `    - (${workedAt("s", "asked.start_ms")}) END AS worked_ms`,
    "FROM asked",
    ...join("s", "asked.start_ms"),
    ...join("e", "asked.end_ms"),
  ].join("\n");
}
