import { reachedAt } from "../src/sql/lookups";
import { MEASURES, PIECES } from "../src/sql/schema";
import { ASKED_BETWEEN } from "../src/sql/working-time";

/**
 * Other ways to find the row that holds an instant, for `between`. They are measured beside the equality on
 * the day, in the engines that support them.
 */
export const ALTERNATIVES = {
  duckdb: {
    title: "between, by ASOF JOIN",
    index: "",
    sql: between((row, ms) => [
      `ASOF LEFT JOIN ${PIECES.name} AS ${row}`,
      `  ON ${row}.measure = m.measure AND ${row}.from_ms <= ${ms}`,
    ]),
  },
  postgres: {
    title: "between, by LATERAL and the index",
    index: `CREATE INDEX IF NOT EXISTS by_start ON ${PIECES.name} (measure, from_ms)`,
    sql: between((row, ms) => [
      "LEFT JOIN LATERAL (",
      `  SELECT * FROM ${PIECES.name} AS d`,
      `  WHERE d.measure = m.measure AND d.from_ms <= ${ms}`,
      "  ORDER BY d.from_ms DESC LIMIT 1",
      `) AS ${row} ON TRUE`,
    ]),
  },
} as const;

/** Both find the last row that begins by then; the query must still check that it reaches the instant. */
function between(join: (row: string, ms: string) => readonly string[]): string {
  return [
    `WITH asked AS (${ASKED_BETWEEN})`,
    "SELECT asked.ticket, CASE WHEN asked.start_ms < s.until_ms AND asked.end_ms < e.until_ms",
    `  THEN (${reachedAt("e", "asked.end_ms")})`,
    `    - (${reachedAt("s", "asked.start_ms")}) END AS worked_ms`,
    "FROM asked",
    `LEFT JOIN ${MEASURES.name} AS m ON m.calendar = asked.calendar AND m.unit = 'milliseconds'`,
    ...join("s", "asked.start_ms"),
    ...join("e", "asked.end_ms"),
  ].join("\n");
}
