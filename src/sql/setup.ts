import { DAY_MS } from "../timeline/units";
import { type Dialect, shareOf } from "./dialects";
import { LONGEST_DAYS } from "./pieces";
import type { PolicyTables } from "./policy";
import { createAs, type Query } from "./query";
import {
  ALLOWANCES,
  AMOUNTS,
  INSTANTS,
  MEASURES,
  NUMBERS,
  PIECES,
  type RowOf,
  SEVERITIES,
  STATES,
  TARGETS,
  type Table,
  type Value,
} from "./schema";

/** The tables that readings need, in the order in which they are made. */
export const READ_TABLES = [
  MEASURES,
  INSTANTS,
  AMOUNTS,
  TARGETS,
  ALLOWANCES,
  SEVERITIES,
  STATES,
] as const;

/** The statements that make every table of a policy, with its rows. */
export function setupOf(tables: PolicyTables, dialect: Dialect): readonly string[] {
  return [
    ...filled(MEASURES, tables.measures, dialect),
    ...filled(PIECES, tables.pieces, dialect),
    ...filled(NUMBERS, numbers(), dialect),
    ...derived(INSTANTS, instantsQuery(dialect), dialect),
    ...derived(AMOUNTS, amountsQuery(dialect), dialect),
    ...filled(TARGETS, tables.targets, dialect),
    ...filled(ALLOWANCES, tables.allowances, dialect),
    ...filled(SEVERITIES, tables.severities, dialect),
    ...filled(STATES, tables.states, dialect),
  ];
}

/** The statement that makes a table, empty. */
export function createSql<Row extends RowOf<Row>>(
  { name, columns }: Table<Row>,
  { types }: Dialect,
): string {
  const lines = columns.map((column) => `  ${column.name} ${types[column.type]}`);
  return `CREATE TABLE ${name} (\n${lines.join(",\n")}\n);`;
}

export function dropSql(name: string): string {
  return `DROP TABLE IF EXISTS ${name};`;
}

function filled<Row extends RowOf<Row>>(
  table: Table<Row>,
  rows: readonly Row[],
  dialect: Dialect,
): readonly string[] {
  return [
    dropSql(table.name),
    createSql(table, dialect),
    ...insertSql(table, rows, dialect),
    ...indexed(table.name, table.key, dialect),
  ];
}

/** The statements that put rows into a table, as many at a time as the engine takes. */
export function insertSql<Row extends RowOf<Row>>(
  { name, columns }: Table<Row>,
  rows: readonly Row[],
  { quote, rowsAtOnce }: Dialect,
): readonly string[] {
  const literal = (value: Value) =>
    typeof value === "string" ? quote(value) : String(value ?? "NULL");
  const lines = rows.map(
    (row) => `(${columns.map((column) => literal(row[column.name])).join(", ")})`,
  );
  const statements: string[] = [];
  for (let first = 0; first < lines.length; first += rowsAtOnce) {
    const some = lines.slice(first, first + rowsAtOnce);
    statements.push(`INSERT INTO ${name} VALUES\n${some.join(",\n")};`);
  }
  return statements;
}

function derived(
  { name, key }: { readonly name: string; readonly key: string },
  query: Query,
  dialect: Dialect,
): readonly string[] {
  return [dropSql(name), createAs(name, query, dialect), ...indexed(name, key, dialect)];
}

function indexed(name: string, key: string, { index }: Dialect): readonly string[] {
  const sql = index(name, key);
  return sql === "" ? [] : [sql];
}

/** The rows of numbers over which the pieces are spread. */
export function numbers() {
  return Array.from({ length: LONGEST_DAYS }, (_, k) => ({ k }));
}

/** Each piece once for every UTC day that it touches, so an equality finds it. */
export function instantsQuery(dialect: Dialect): Query {
  return {
    steps: [
      {
        name: "pieces_by_day",
        sql: `SELECT
  measure, from_ms, close_ms, until_ms, reached, next_open_ms, received,
  ${shareOf(dialect, "from_ms", DAY_MS)} AS first_day,
  ${shareOf(dialect, "(until_ms - 1)", DAY_MS)} AS last_day
FROM ${PIECES.name}
WHERE from_ms < until_ms`,
      },
      {
        name: "instants",
        sql: `SELECT
  measure, first_day + k AS utc_day, from_ms, close_ms, until_ms, reached, next_open_ms, received
FROM pieces_by_day
JOIN ${NUMBERS.name} ON k <= last_day - first_day`,
      },
    ],
  };
}

/** Each piece that gains, once for every share that its gain touches. */
export function amountsQuery(dialect: Dialect): Query {
  return {
    steps: [
      {
        name: "gains",
        // A day is gained at the start of a piece, which is then an amount of 1 that ends there.
        sql: `SELECT
  p.measure, m.share_size, p.next_open_ms,
  CASE WHEN p.close_ms > p.from_ms THEN p.from_ms ELSE p.from_ms - 1 END AS start_ms,
  CASE WHEN p.close_ms > p.from_ms THEN p.reached ELSE p.reached - 1 END AS reached_before,
  CASE WHEN p.close_ms > p.from_ms THEN p.reached + p.gained ELSE p.reached END AS reached_after
FROM ${PIECES.name} AS p
JOIN ${MEASURES.name} AS m ON m.measure = p.measure
WHERE p.gained > 0`,
      },
      {
        name: "gains_by_share",
        sql: `SELECT
  measure, start_ms, reached_before, reached_after, next_open_ms,
  ${shareOf(dialect, "reached_before", "share_size")} AS first_share,
  ${shareOf(dialect, "(reached_after - 1)", "share_size")} AS last_share
FROM gains`,
      },
      {
        name: "amounts",
        sql: `SELECT
  measure, first_share + k AS share, reached_before, reached_after, start_ms, next_open_ms
FROM gains_by_share
JOIN ${NUMBERS.name} ON k <= last_share - first_share`,
      },
    ],
  };
}
