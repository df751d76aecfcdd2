import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DIALECTS, type Dialect } from "../src/sql/dialects";
import type { PolicyTables } from "../src/sql/policy";
import { type Query, selectOf } from "../src/sql/query";
import { attainmentQuery, dueSoonQuery, READINGS } from "../src/sql/questions";
import { readingsQuery } from "../src/sql/readings/readings";
import {
  ALLOWANCES,
  AMOUNTS,
  type Column,
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
} from "../src/sql/schema";
import { amountsQuery, instantsQuery, numbers } from "../src/sql/setup";
import { expectedRows } from "./cases";
import { type DatesGiven, readPolicy, tablesWithin } from "./read-policy";
import { differing, EVENTS, EXPECTED } from "./readings-table";
import { SAMPLE_AS_OF_MS, sampleTickets } from "./sample";

/** The policy of the committed package, made up for its sample of tickets. */
const SAMPLE: DbtOptions = {
  policy: join(import.meta.dirname, "dbt/policy.json"),
  from: "2026-09-01",
  to: "2027-12-31",
};
/** The month of the sample that is summed up. */
const MONTH = { fromMs: Date.UTC(2026, 11, 1), toMs: Date.UTC(2027, 0, 1) };

/** The folder of the dbt package. */
export const DBT_FOLDER = join(import.meta.dirname, "dbt");

export interface DbtOptions extends DatesGiven {
  /** A service, or the path of a JSON file. */
  readonly policy: string;
}

/**
 * The generated files of the dbt package, by their paths: the calendars and the policy as seeds, the
 * statements as models, and a test that holds the sample's readings against the library's.
 */
export async function dbtFiles(options = SAMPLE): Promise<ReadonlyMap<string, string>> {
  const sla = await readPolicy(options.policy);
  const sample = sampleTickets(sla);
  const seeds = [
    ...seedsOf(tablesWithin(sla, options)),
    seed(
      EVENTS,
      sample.flatMap(({ rows }) => rows),
    ),
    seed(
      EXPECTED,
      sample.flatMap((ticket) => expectedRows(ticket, SAMPLE_AS_OF_MS)),
    ),
  ];
  // Spark runs the same statements.
  const dialect = DIALECTS.duckdb;
  const asked = {
    policy: `'{{ var("policy") }}'`,
    asOfMs: `{{ var("as_of_ms") }}`,
    events: EVENTS.name,
  };
  return new Map([
    ...seeds.map((each) => [`seeds/${each.name}.csv`, csvOf(each)] as const),
    ["seeds/properties.yml", propertiesOf(seeds)],
    model(INSTANTS.name, instantsQuery(dialect)),
    model(AMOUNTS.name, amountsQuery(dialect)),
    model(READINGS, readingsQuery(dialect, asked)),
    model("core_hours_due_soon", dueSoonQuery(24)),
    model("core_hours_attainment", attainment(dialect)),
    ["tests/readings_are_those_of_the_library.sql", `${withRefs(differing(READINGS))}\n`],
  ]);
}

/** Writes the files of the dbt package into a folder. */
export async function writeDbt(options: DbtOptions, folder: string): Promise<void> {
  for (const [path, text] of await dbtFiles(options)) {
    const file = join(folder, path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, text);
  }
}

interface Seed {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

function seedsOf(tables: PolicyTables): readonly Seed[] {
  return [
    seed(MEASURES, tables.measures),
    seed(PIECES, tables.pieces),
    seed(NUMBERS, numbers()),
    seed(TARGETS, tables.targets),
    seed(ALLOWANCES, tables.allowances),
    seed(SEVERITIES, tables.severities),
    seed(STATES, tables.states),
  ];
}

function seed<Row extends RowOf<Row>>({ name, columns }: Table<Row>, rows: readonly Row[]): Seed {
  return {
    name,
    columns,
    rows: rows.map((row) => columns.map((column) => row[column.name])),
  };
}

function csvOf({ columns, rows }: Seed): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map(cellOf))];
  return `${lines.map((cells) => cells.join(",")).join("\n")}\n`;
}

function cellOf(value: Value): string {
  const text = String(value ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The types of the seeds' columns, which dbt would otherwise guess from their rows; DuckDB and Spark know them. */
function propertiesOf(seeds: readonly Seed[]): string {
  const types = { text: "string", integer: "bigint", fraction: "double" };
  const lines = seeds.flatMap(({ name, columns }) => [
    `  - name: ${name}`,
    "    config:",
    "      column_types:",
    ...columns.map((column) => `        ${column.name}: ${types[column.type]}`),
  ]);
  return `version: 2\n\nseeds:\n${lines.join("\n")}\n`;
}

function model(name: string, query: Query): readonly [string, string] {
  return [`models/${name}.sql`, `${withRefs(selectOf(query))}\n`];
}

/** The tables of a statement, as dbt's references. */
function withRefs(sql: string): string {
  return sql.replace(
    /\b(FROM|JOIN) (core_hours_\w+|ticket_events|expected_readings)\b/g,
    (_, word, table) => `${word} {{ ref("${table}") }}`,
  );
}

function attainment(dialect: Dialect): Query {
  const { steps } = attainmentQuery(dialect, MONTH, "stopped");
  return {
    steps: steps.map(({ sql, ...step }) => ({
      ...step,
      sql: sql
        .replaceAll(String(MONTH.fromMs), '{{ var("month_from_ms") }}')
        .replaceAll(String(MONTH.toMs), '{{ var("month_until_ms") }}'),
    })),
  };
}
