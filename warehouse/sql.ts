import type { Tie } from "../src/timeline";
import { DAYS, PERIODS, type RowOf, type Table } from "./schema";
import { DAY_MS } from "./tables";

/** What an engine has of its own. Everything else, all four share. */
export interface Dialect {
  readonly title: string;
  /** A whole number of 64 bits. */
  readonly integer: string;
  readonly text: string;
  /** A whole number as one that divides into fractions. */
  readonly fraction: (integer: string) => string;
  /** What ends the `CREATE TABLE`, so that the rows of a key lie together. */
  readonly tableEnd: (key: string) => string;
  /** Statements that follow it. */
  readonly index: (table: string, key: string) => string;
  /** The statement that puts an exported file into its table. */
  readonly load: (table: string) => string;
  /** How the engine's timestamps become milliseconds, and milliseconds its timestamps. */
  readonly toMs: (timestamp: string) => string;
  readonly fromMs: (ms: string) => string;
}

const nothing = () => "";

export const DIALECTS = {
  duckdb: {
    title: "DuckDB",
    integer: "BIGINT",
    text: "VARCHAR",
    fraction: (integer) => integer,
    tableEnd: nothing,
    index: nothing,
    load: (table) => `INSERT INTO ${table} SELECT * FROM '${table}.parquet';`,
    toMs: (timestamp) => `epoch_ms(${timestamp})`,
    fromMs: (ms) => `make_timestamp_ms(${ms})`,
  },
  postgres: {
    title: "PostgreSQL",
    integer: "BIGINT",
    text: "TEXT",
    fraction: (integer) => `CAST(${integer} AS DOUBLE PRECISION)`,
    tableEnd: nothing,
    index: (table, key) => `CREATE UNIQUE INDEX ON ${table} (${key});\n`,
    load: (table) => `\\copy ${table} FROM '${table}.csv' WITH (FORMAT csv, HEADER)`,
    toMs: (timestamp) => `CAST(FLOOR(EXTRACT(EPOCH FROM ${timestamp}) * 1000) AS BIGINT)`,
    fromMs: (ms) => `TO_TIMESTAMP(${ms} / 1000.0)`,
  },
  spark: {
    title: "Spark SQL",
    integer: "BIGINT",
    text: "STRING",
    fraction: (integer) => integer,
    tableEnd: () => " USING PARQUET",
    index: nothing,
    load: (table) => `INSERT INTO ${table} SELECT * FROM parquet.\`${table}.parquet\`;`,
    toMs: (timestamp) => `unix_millis(${timestamp})`,
    fromMs: (ms) => `timestamp_millis(${ms})`,
  },
  bigquery: {
    title: "BigQuery",
    integer: "INT64",
    text: "STRING",
    fraction: (integer) => integer,
    tableEnd: (key) => `\nCLUSTER BY ${key}`,
    index: nothing,
    load: (table) =>
      `LOAD DATA INTO ${table} FROM FILES (format = 'PARQUET', uris = ['gs://…/${table}.parquet']);`,
    toMs: (timestamp) => `UNIX_MILLIS(${timestamp})`,
    fromMs: (ms) => `TIMESTAMP_MILLIS(${ms})`,
  },
} as const satisfies Readonly<Record<string, Dialect>>;

export type DialectName = keyof typeof DIALECTS;

/** The statements that make a table, empty. */
export function createSql<Row extends RowOf<Row>>(
  { name, columns, key }: Table<Row>,
  { text, integer, tableEnd, index }: Dialect,
): string {
  const lines = columns.map((column) => `  ${column} ${column === "calendar" ? text : integer}`);
  return `CREATE TABLE ${name} (\n${lines.join(",\n")}\n)${tableEnd(key)};\n${index(name, key)}`;
}

export const ASKED_BETWEEN = "SELECT ticket, calendar, start_ms, end_ms FROM tickets";
export const ASKED_ADD = "SELECT ticket, calendar, start_ms, amount_ms FROM tickets";

/**
 * `between(start_ms, end_ms)` for many tickets: a query of `ticket` and `worked_ms`, negative where the
 * end is before the start, null where either is null or outside the span of the calendar's tables.
 *
 * @param asked a query of `ticket`, `calendar`, `start_ms` and `end_ms`
 */
export function betweenSql(dialect: Dialect, asked: string = ASKED_BETWEEN): string {
  return `WITH asked AS (
  ${asked}
)
SELECT
  asked.ticket,
  (${workedAt("e", "asked.end_ms")})
    - (${workedAt("s", "asked.start_ms")}) AS worked_ms
FROM asked
${joinDay(dialect, "s", "asked.start_ms")}
${joinDay(dialect, "e", "asked.end_ms")}`;
}

/**
 * `add(start_ms, amount_ms)` for many tickets: a query of `ticket` and `due_ms`. A negative amount is
 * subtracted, zero gives the start; null where any of them is null or outside the span.
 *
 * What decides is one millisecond of work, by its number in the span: the last of the amount, or the
 * earliest of those that are taken back.
 *
 * @param tie where an amount that runs out at a closing is due
 * @param asked a query of `ticket`, `calendar`, `start_ms` and `amount_ms`
 */
export function addSql(dialect: Dialect, tie: Tie, asked: string = ASKED_ADD): string {
  const nextOpen = `
    WHEN aimed.amount_ms > 0 AND aimed.decisive_ms + 1 = p.worked_after_ms THEN p.next_open_ms`;
  return `WITH asked AS (
  ${asked}
),
aimed AS (
  SELECT
    asked.ticket, asked.calendar, asked.start_ms, asked.amount_ms,
    ${workedAt("s", "asked.start_ms")} + asked.amount_ms
      - CASE WHEN asked.amount_ms > 0 THEN 1 ELSE 0 END AS decisive_ms
  FROM asked
${indent(joinDay(dialect, "s", "asked.start_ms"))}
)
SELECT
  aimed.ticket,
  CASE
    WHEN aimed.amount_ms = 0 AND aimed.decisive_ms IS NOT NULL THEN aimed.start_ms${tie === "next-open" ? nextOpen : ""}
    ELSE p.open_ms + aimed.decisive_ms - p.worked_before_ms
      + CASE WHEN aimed.amount_ms > 0 THEN 1 ELSE 0 END
  END AS due_ms
FROM aimed
LEFT JOIN ${PERIODS.name} AS p
  ON p.calendar = aimed.calendar
  AND p.worked_day = ${dayNumber(dialect, "aimed.decisive_ms")}
  AND aimed.decisive_ms >= p.worked_before_ms
  AND aimed.decisive_ms < p.worked_after_ms`;
}

/** What had been worked in the span by an instant, from the row of its day that holds it. */
export function workedAt(row: string, ms: string): string {
  return `${row}.worked_before_ms + LEAST(${ms}, ${row}.close_ms) - ${row}.open_ms`;
}

/** An equality finds the rows of the day, which are few, and a comparison the one that holds the instant. */
function joinDay(dialect: Dialect, row: string, ms: string): string {
  return `LEFT JOIN ${DAYS.name} AS ${row}
  ON ${row}.calendar = asked.calendar
  AND ${row}.utc_day = ${dayNumber(dialect, ms)}
  AND ${ms} >= ${row}.open_ms
  AND ${ms} < ${row}.until_ms`;
}

/**
 * Rounded down, as no engine's division of whole numbers does before 1970.
 *
 * Its fraction of 53 bits is never rounded up to the next whole number, whatever instant a `Date` holds.
 */
function dayNumber({ fraction, integer }: Dialect, ms: string): string {
  return `CAST(FLOOR(${fraction(ms)} / ${DAY_MS}) AS ${integer})`;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
