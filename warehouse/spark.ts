import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DIALECTS } from "../src/sql/dialects";
import type { PolicyTables } from "../src/sql/policy";
import { selectOf } from "../src/sql/query";
import { READINGS } from "../src/sql/questions";
import type { Asked } from "../src/sql/readings/events";
import { readingsQuery } from "../src/sql/readings/readings";
import { setupOf } from "../src/sql/setup";
import type { Answer } from "./engine";
import { outputOf, pythonProgram } from "./python";

/** The work for Spark. */
export interface SparkJob {
  /** The Python that has PySpark. */
  readonly python: string;
  readonly tables: PolicyTables;
  readonly asked: Asked;
  /** Views by name, each a Parquet file. */
  readonly views: Readonly<Record<string, string>>;
  /** Queries of one row each, asked after the readings are made. */
  readonly checks: readonly string[];
  readonly cores: number;
  readonly partitions: number;
}

export interface SparkResult {
  readonly version: string;
  /** The time from the statement to a table of readings. */
  readonly seconds: number;
  readonly checks: readonly Readonly<Record<string, number>>[];
  /** The physical plan of the readings. */
  readonly plan: string;
}

/** Runs the readings in Spark, in its own process. */
export async function runSpark(job: SparkJob): Promise<SparkResult> {
  const folder = await mkdtemp(join(tmpdir(), "core-hours-spark-"));
  const file = join(folder, "job.json");
  const { python, tables, asked, ...rest } = job;
  const dialect = DIALECTS.spark;
  await writeFile(
    file,
    JSON.stringify({
      ...rest,
      folder,
      memory: "6g",
      setup: setupOf(tables, dialect),
      timed: selectOf(readingsQuery(dialect, asked)),
      timed_as: READINGS,
    }),
  );
  try {
    const printed = await outputOf(python, [pythonProgram("spark_job.py"), file]);
    // The job prints one line of JSON, and Spark may print others before it.
    return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a file of statements by Spark's own command, and returns every row that they print.
 *
 * @param folder where Spark may write
 */
export async function runSparkScript(
  python: string,
  file: string,
  folder: string,
): Promise<readonly Answer[]> {
  const settings = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.local.dir": folder,
    "spark.sql.warehouse.dir": join(folder, "warehouse"),
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.shuffle.partitions": "8",
  };
  const conf = Object.entries(settings).flatMap(([name, value]) => ["--conf", `${name}=${value}`]);
  const args = ["--master", "local[2]", "--driver-memory", "4g", ...conf, "-f", file];
  const printed = await outputOf(join(dirname(python), "spark-sql"), args);
  return printed.split("\n").map((line) => line.split("\t"));
}

/** A join in the plans of Spark (`BroadcastHashJoin`) and of DuckDB (`HASH_JOIN`). */
const JOINS = /\b(?:\w+Join|CartesianProduct|\w+_JOIN|CROSS_PRODUCT)\b/g;

/** The joins of a physical plan, by name, with how often each occurs. */
export function joinsOf(plan: string): ReadonlyMap<string, number> {
  const joins = new Map<string, number>();
  for (const [name] of plan.matchAll(JOINS)) {
    joins.set(name, (joins.get(name) ?? 0) + 1);
  }
  return joins;
}
