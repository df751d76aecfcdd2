import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIALECTS, type Dialect } from "../src/sql/dialects";
import { createAs, selectOf } from "../src/sql/query";
import { READINGS } from "../src/sql/questions";
import { readingsQuery } from "../src/sql/readings/readings";
import { dropSql, setupOf } from "../src/sql/setup";
import { type Case, casesOf, loadTickets } from "./cases";
import { count } from "./count";
import { DuckDb } from "./duckdb";
import type { Engine } from "./engine";
import { Postgres } from "./postgres";
import { translated } from "./python";
import { differences, differing, EVENTS, EXPECTED } from "./readings-table";
import { joinsOf, runSpark } from "./spark";

/** The available engines. */
export interface Engines {
  /** The address of PostgreSQL; undefined to leave it out. */
  readonly postgresUrl: string | undefined;
  /** A Python with PySpark; undefined to leave Spark out. */
  readonly sparkPython: string | undefined;
  /** A Python with sqlglot; undefined to translate nothing. */
  readonly sqlglotPython: string | undefined;
}

export interface ReadingsOptions extends Engines {
  /** How many random tickets each engine reads. */
  readonly tickets: number;
  /** The seed of the random tickets; undefined for the same tickets in every run. */
  readonly seed?: number | undefined;
}

/**
 * Reads tickets by SQL in every available engine, and by the library, and prints how many differ and how fast
 * each engine was.
 *
 * @returns whether every number of every ticket is the same
 */
export async function checkReadings(options: ReadingsOptions): Promise<boolean> {
  let agree = true;
  for (const each of casesOf(options.tickets, options.seed)) {
    const engine = await DuckDb.open();
    const events = await loadTickets(engine, each);
    console.log(`\n${each.title}: ${count(events)} events`);
    agree = (await readIn(engine, each, events)) && agree;
    agree = (await readTranslated(engine, each, events, options.sqlglotPython)) && agree;
    agree = (await readInSpark(engine, each, events, options.sparkPython)) && agree;
    await engine.close();
    agree = (await readInPostgres(each, options.postgresUrl)) && agree;
  }
  return agree;
}

/** Reads by the script's own statements. */
async function readIn(engine: Engine, each: Case, events: number): Promise<boolean> {
  const { setup, read, query } = statementsOf(each, engine.dialect);
  return runAndCompare(engine, engine.title, setup, [read], events, query);
}

/** The statements of the script of a dialect. */
function statementsOf({ tables, asOfMs }: Case, dialect: Dialect) {
  const asked = { policy: "policy", asOfMs: String(asOfMs), events: EVENTS.name };
  const readings = readingsQuery(dialect, asked);
  return {
    setup: setupOf(tables, dialect),
    read: createAs(READINGS, readings, dialect),
    query: selectOf(readings),
  };
}

/** Runs the statements for BigQuery and T-SQL in DuckDB, as translated by sqlglot. */
async function readTranslated(
  engine: Engine,
  each: Case,
  events: number,
  python: string | undefined,
): Promise<boolean> {
  if (python === undefined) {
    console.log("  BigQuery and T-SQL were not translated: SQLGLOT_PYTHON is not set.");
    return true;
  }
  let agree = true;
  for (const dialect of ["bigquery", "tsql"] as const) {
    const { setup, read } = statementsOf(each, DIALECTS[dialect]);
    const title = `${DIALECTS[dialect].title}, by sqlglot in DuckDB`;
    const inDuckDb = [
      await translated(python, dialect, setup),
      await translated(python, dialect, [read]),
    ] as const;
    agree = (await runAndCompare(engine, title, ...inDuckDb, events)) && agree;
  }
  return agree;
}

async function readInPostgres(each: Case, url: string | undefined): Promise<boolean> {
  if (url === undefined) {
    console.log("  PostgreSQL was not asked: DATABASE_URL is not set.");
    return true;
  }
  const engine = await Postgres.open(url);
  const events = await loadTickets(engine, each);
  const agree = await readIn(engine, each, events);
  await engine.close();
  return agree;
}

async function readInSpark(
  engine: DuckDb,
  { tables, asOfMs }: Case,
  events: number,
  python: string | undefined,
): Promise<boolean> {
  if (python === undefined) {
    console.log("  Spark was not asked: SPARK_PYTHON is not set.");
    return true;
  }
  const folder = await mkdtemp(join(tmpdir(), "core-hours-tickets-"));
  try {
    const views: Record<string, string> = {};
    for (const { name } of [EVENTS, EXPECTED]) {
      views[name] = join(folder, `${name}.parquet`);
      await engine.copy(`SELECT * FROM ${name}`, views[name], "parquet");
    }
    const { version, seconds, checks, plan } = await runSpark({
      python,
      tables,
      views,
      asked: { policy: "policy", asOfMs: String(asOfMs), events: EVENTS.name },
      checks: [differences(READINGS)],
      cores: 2,
      partitions: 8,
    });
    const [found] = checks;
    const wrong = found ? wrongOf(found["expected"], found["given"], found["wrong"]) : Number.NaN;
    report(`Apache Spark ${version}`, events, seconds, wrong);
    return hasOnlyHashJoins(plan) && wrong === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Checks that every join of the plan uses a hash table, and none compares every row with every other. */
function hasOnlyHashJoins(plan: string): boolean {
  const joins = [...joinsOf(plan)];
  const others = joins.filter(
    ([name]) => !/^(?:BroadcastHashJoin|ShuffledHashJoin|HASH_JOIN)$/.test(name),
  );
  console.log(`    joins: ${joins.map(([name, times]) => `${times} ${name}`).join(", ")}`);
  if (joins.length > 0 && others.length === 0) return true;
  console.error("    expected hash joins and no others");
  return false;
}

async function runAndCompare(
  engine: Engine,
  title: string,
  setup: readonly string[],
  read: readonly string[],
  events: number,
  plan?: string,
): Promise<boolean> {
  for (const statement of setup) await engine.run(statement);
  await engine.run(dropSql(READINGS));
  const startMs = performance.now();
  for (const statement of read) await engine.run(statement);
  const seconds = (performance.now() - startMs) / 1000;
  let wrong = Number.NaN;
  await engine.read(differences(READINGS), (...found) => {
    wrong = wrongOf(...found);
  });
  report(title, events, seconds, wrong);
  // PostgreSQL may look rows up by the key of its table instead, one by one.
  const hashed =
    engine.dialect !== DIALECTS.duckdb ||
    plan === undefined ||
    hasOnlyHashJoins(await planOf(engine, plan));
  if (wrong > 0) await engine.read(differing(READINGS), (ticket) => console.error({ ticket }));
  return hashed && wrong === 0;
}

/** The engine's plan for a query. */
async function planOf(engine: Engine, query: string): Promise<string> {
  const lines = await engine.answers(`EXPLAIN ${query}`);
  return lines.flat().join("\n");
}

/** How many readings are wrong, missing or too many. */
function wrongOf(...[expected, given, differ]: readonly (number | null | undefined)[]): number {
  return Number(differ) + Math.abs(Number(expected) - Number(given));
}

function report(title: string, events: number, seconds: number, wrong: number): void {
  const verdict = wrong === 0 ? "all equal" : `${count(wrong)} WRONG`;
  const rate = `${count(events / seconds)} events/s`;
  console.log(`  ${title.padEnd(42)}${rate.padStart(20)}   ${verdict}`);
}
