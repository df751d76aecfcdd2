import { DAY_MS } from "../timeline/units";
import type { Column } from "./schema";

/** What differs from engine to engine. Everything else is the same in every engine. */
export interface Dialect {
  readonly title: string;
  /** The engine's names for the types of columns. */
  readonly types: Readonly<Record<Column["type"], string>>;
  /** A text as a literal. */
  readonly quote: (text: string) => string;
  /** A whole number as one that divides into fractions. */
  readonly fraction: (integer: string) => string;
  /** The remainder of a whole number, zero or more, after a division by another. */
  readonly mod: (integer: string, by: number) => string;
  /** The statement that makes a table of a query: its common table expressions, and the last of them. */
  readonly createAs: (table: string, ctes: string, result: string) => string;
  /** Statements that follow the rows of a table with a key; none if empty. */
  readonly index: (table: string, key: string) => string;
  /** The statement that makes a table of an exported file. */
  readonly load: (table: string) => string;
  /** How many rows one `INSERT` may hold. */
  readonly rowsAtOnce: number;
  /** What ends a batch of statements; empty if nothing is needed. */
  readonly batchEnd: string;
  /** How the engine's timestamps become milliseconds, and milliseconds its timestamps. */
  readonly toMs: (timestamp: string) => string;
  readonly fromMs: (ms: string) => string;
  /** The engine's own clock, in milliseconds. */
  readonly nowMs: string;
}

const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;
const escaped = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
const percent = (integer: string, by: number) => `(${integer} % ${by})`;
const same = (integer: string) => integer;
const nothing = () => "";
const createTableAs = (table: string, ctes: string, result: string) =>
  `CREATE TABLE ${table} AS\n${ctes}\nSELECT * FROM ${result};`;

export const DIALECTS = {
  duckdb: {
    title: "DuckDB",
    types: { text: "VARCHAR", integer: "BIGINT", fraction: "DOUBLE" },
    quote: doubled,
    fraction: same,
    mod: percent,
    createAs: createTableAs,
    index: nothing,
    load: (table) => `CREATE TABLE ${table} AS SELECT * FROM '${table}.parquet';`,
    rowsAtOnce: 1_000,
    batchEnd: "",
    toMs: (timestamp) => `epoch_ms(${timestamp})`,
    fromMs: (ms) => `make_timestamp_ms(${ms})`,
    nowMs: "epoch_ms(now())",
  },
  postgres: {
    title: "PostgreSQL",
    types: { text: "TEXT", integer: "BIGINT", fraction: "DOUBLE PRECISION" },
    quote: doubled,
    fraction: (integer) => `CAST(${integer} AS DOUBLE PRECISION)`,
    mod: percent,
    createAs: createTableAs,
    index: (table, key) => `CREATE UNIQUE INDEX ON ${table} (${key});\nANALYZE ${table};`,
    load: (table) => `\\copy ${table} FROM '${table}.csv' WITH (FORMAT csv, HEADER)`,
    rowsAtOnce: 1_000,
    batchEnd: "",
    toMs: (timestamp) => `CAST(FLOOR(EXTRACT(EPOCH FROM ${timestamp}) * 1000) AS BIGINT)`,
    fromMs: (ms) => `TO_TIMESTAMP(${ms} / 1000.0)`,
    nowMs: "CAST(FLOOR(EXTRACT(EPOCH FROM now()) * 1000) AS BIGINT)",
  },
  spark: {
    title: "Spark SQL",
    types: { text: "STRING", integer: "BIGINT", fraction: "DOUBLE" },
    quote: escaped,
    fraction: same,
    mod: percent,
    createAs: createTableAs,
    index: nothing,
    load: (table) => `CREATE TABLE ${table} AS SELECT * FROM parquet.\`${table}.parquet\`;`,
    rowsAtOnce: 5_000,
    batchEnd: "",
    toMs: (timestamp) => `unix_millis(${timestamp})`,
    fromMs: (ms) => `timestamp_millis(${ms})`,
    nowMs: "unix_millis(current_timestamp())",
  },
  bigquery: {
    title: "BigQuery",
    types: { text: "STRING", integer: "INT64", fraction: "FLOAT64" },
    quote: escaped,
    fraction: same,
    mod: (integer, by) => `MOD(${integer}, ${by})`,
    createAs: createTableAs,
    index: nothing,
    load: (table) =>
      `LOAD DATA INTO ${table} FROM FILES (format = 'PARQUET', uris = ['gs://…/${table}.parquet']);`,
    rowsAtOnce: 5_000,
    batchEnd: "",
    toMs: (timestamp) => `UNIX_MILLIS(${timestamp})`,
    fromMs: (ms) => `TIMESTAMP_MILLIS(${ms})`,
    nowMs: "UNIX_MILLIS(CURRENT_TIMESTAMP())",
  },
  tsql: {
    title: "T-SQL",
    types: { text: "NVARCHAR(400)", integer: "BIGINT", fraction: "DOUBLE PRECISION" },
    quote: (text) => `N${doubled(text)}`,
    fraction: (integer) => `CAST(${integer} AS DOUBLE PRECISION)`,
    mod: percent,
    createAs: (table, ctes, result) => `${ctes}\nSELECT * INTO ${table} FROM ${result};`,
    index: (table, key) => `CREATE UNIQUE INDEX ${table}_key ON ${table} (${key});`,
    load: (table) =>
      `SELECT * INTO ${table} FROM OPENROWSET(BULK '${table}.parquet', FORMAT = 'PARQUET') AS given;`,
    // The most that a list of values may hold.
    rowsAtOnce: 1_000,
    batchEnd: "",
    toMs: (timestamp) => `DATEDIFF_BIG(MILLISECOND, '1970-01-01', ${timestamp})`,
    fromMs: (ms) =>
      `DATEADD(MILLISECOND, ${ms} % ${DAY_MS}, DATEADD(DAY, ${ms} / ${DAY_MS}, CAST('1970-01-01' AS DATETIME2)))`,
    nowMs: "DATEDIFF_BIG(MILLISECOND, '1970-01-01', SYSUTCDATETIME())",
  },
} as const satisfies Readonly<Record<string, Dialect>>;

export type DialectName = keyof typeof DIALECTS;

/** The number of the day, or of the share, in which a whole number lies: rounded down, even below zero. */
export function shareOf({ fraction, types }: Dialect, integer: string, size: string | number) {
  // Its fraction of 53 bits is never rounded up to the next whole number, whatever instant a Date holds.
  return `CAST(FLOOR(${fraction(integer)} / ${size}) AS ${types.integer})`;
}

/** A sum as a whole number; some engines give sums of whole numbers a larger type. */
export function sumOf({ types }: Dialect, of: string, over = ""): string {
  return `CAST(SUM(${of})${over} AS ${types.integer})`;
}
