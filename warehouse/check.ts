import { DIALECTS } from "../src/sql/dialects";
import { checkWorkingTime } from "./check-working-time";
import { DuckDb } from "./duckdb";
import { Postgres } from "./postgres";

export interface CheckOptions {
  /** How many random questions DuckDB is asked. */
  readonly rows: number;
  /** How many PostgreSQL is asked. */
  readonly postgresRows: number;
  /** Where PostgreSQL is; undefined for not at all. */
  readonly postgresUrl: string | undefined;
}

/**
 * Asks engines and library alike, and prints where they differ and how fast they are.
 *
 * @returns whether they agree in everything, to the millisecond
 */
export async function check({ rows, postgresRows, postgresUrl }: CheckOptions): Promise<boolean> {
  const { duckdb, spark, bigquery, tsql, postgres } = DIALECTS;
  const engine = await DuckDb.open();
  // DuckDB reads the text that is for Spark SQL, BigQuery and T-SQL, too.
  let agree = await checkWorkingTime(engine, [duckdb, spark, bigquery, tsql], rows);
  await engine.close();
  if (postgresUrl === undefined) {
    console.log("\nPostgreSQL was not asked: DATABASE_URL is not set.");
    return agree;
  }
  const other = await Postgres.open(postgresUrl);
  agree = (await checkWorkingTime(other, [postgres], postgresRows)) && agree;
  await other.close();
  return agree;
}
