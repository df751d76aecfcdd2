import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nhsmail } from "../src/index";
import { DIALECTS } from "../src/sql/dialects";
import { tablesOf } from "../src/sql/policy";
import { createAs } from "../src/sql/query";
import { READINGS } from "../src/sql/questions";
import { readingsQuery } from "../src/sql/readings/readings";
import { createSql, dropSql } from "../src/sql/setup";
import { HOUR_MS } from "../src/timeline/units";
import type { Engines } from "./check-readings";
import { count } from "./count";
import { DuckDb } from "./duckdb";
import type { Engine } from "./engine";
import { loadTables } from "./load-tables";
import { Postgres } from "./postgres";
import { EVENTS } from "./readings-table";
import { runSpark } from "./spark";

const DATES = { from: "2025-01-01", to: "2027-12-31" };
const FROM_MS = Date.UTC(2026, 0, 5);
const AS_OF_MS = Date.UTC(2026, 11, 29, 10);
/** The number of events of one ticket. */
const EVENTS_EACH = 5;

/** Spark's cores and partitions; the others are compared with the first. */
const SPARK_RUNS = [
  { cores: 2, partitions: 8 },
  { cores: 1, partitions: 8 },
  { cores: 2, partitions: 2 },
  { cores: 2, partitions: 32 },
] as const;

export interface ScaleOptions extends Engines {
  /** How many events. */
  readonly events: number;
  /** How many settings of Spark to time, from the first; a run of 10,000,000 events takes long. */
  readonly sparkSettings?: number;
}

/**
 * Prints how many events a second each engine reads, for NHSmail's incident resolution, and how Spark's time
 * changes with cores and partitions. Answers are not compared; the other commands do that.
 */
export async function measureScale({
  events,
  sparkSettings = SPARK_RUNS.length,
  postgresUrl,
  sparkPython,
}: ScaleOptions): Promise<void> {
  const sla = nhsmail();
  const tables = tablesOf(sla, DATES, [sla.targets.incidentResolution]);
  const asked = { policy: "'nhsmail'", asOfMs: String(AS_OF_MS), events: EVENTS.name };
  const measure = async (engine: Engine) => {
    await loadTables(engine, tables);
    await engine.run(dropSql(EVENTS.name));
    await engine.run(createSql(EVENTS, engine.dialect));
    await engine.run(`INSERT INTO ${EVENTS.name} ${madeUpEvents(engine, events)}`);
    await engine.run(dropSql(READINGS));
    const startMs = performance.now();
    await engine.run(createAs(READINGS, readingsQuery(engine.dialect, asked), engine.dialect));
    print(engine.title, events, (performance.now() - startMs) / 1000);
  };
  console.log(`${count(events)} events`);
  const duckdb = await DuckDb.open();
  await measure(duckdb);
  if (postgresUrl !== undefined) {
    const postgres = await Postgres.open(postgresUrl);
    await measure(postgres);
    await postgres.close();
  }
  if (sparkPython !== undefined) {
    const folder = await mkdtemp(join(tmpdir(), "core-hours-scale-"));
    const file = join(folder, "events.parquet");
    await duckdb.copy(`SELECT * FROM ${EVENTS.name}`, file, "parquet");
    const job = { python: sparkPython, tables, asked, views: { [EVENTS.name]: file }, checks: [] };
    let first = Number.NaN;
    for (const { cores, partitions } of SPARK_RUNS.slice(0, sparkSettings)) {
      const { version, seconds } = await runSpark({ ...job, cores, partitions });
      if (Number.isNaN(first)) first = seconds;
      const title = `Spark ${version}, cores: ${cores}, partitions: ${partitions}`;
      print(title, events, seconds, `  ${(seconds / first).toFixed(2)} x`);
    }
    await rm(folder, { recursive: true, force: true });
  }
  await duckdb.close();
}

/** Makes tickets that start, wait, go on and are resolved, in the engine that reads them. */
function madeUpEvents({ dialect }: Engine, events: number): string {
  const numbers =
    dialect === DIALECTS.postgres
      ? `SELECT i FROM generate_series(0, ${events - 1}) AS s(i)`
      : `SELECT range AS i FROM range(${events})`;
  const whole = `CAST(FLOOR(i * 1.0 / ${EVENTS_EACH}) AS BIGINT)`;
  return `SELECT 'nhsmail', ${whole},
  ${FROM_MS} + (${whole} * 7919 % 8000) * ${HOUR_MS} + (i % ${EVENTS_EACH}) * (${whole} % 50) * ${HOUR_MS},
  CASE i % ${EVENTS_EACH} WHEN 0 THEN 'new' WHEN 1 THEN 'awaiting-user-info' WHEN 2 THEN 'in-progress'
    WHEN 3 THEN 'resolved' ELSE 'closed' END,
  NULL, i % ${EVENTS_EACH}
FROM (${numbers}) AS numbers`;
}

function print(title: string, events: number, seconds: number, ratio = ""): void {
  const rate = `${count(events / seconds)} events/s`;
  console.log(`  ${title.padEnd(42)}${rate.padStart(20)}   ${seconds.toFixed(1)} s${ratio}`);
}
