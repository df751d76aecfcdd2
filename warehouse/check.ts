import { DIALECTS } from "../src/sql/dialects";
import { checkWorkingTime } from "./check-working-time";
import { DuckDb } from "./duckdb";
import { Postgres } from "./postgres";

export interface CheckOptions {
  /** How many random questions DuckDB is asked. */
  readonly rows: number;
  /** How many random questions PostgreSQL is asked. */
  readonly postgresRows: number;
  /** The address of PostgreSQL; undefined to leave it out. */
  readonly postgresUrl: string | undefined;
}

/**
 * Asks the engines and the library the same questions, and prints where they differ and how fast they are.
 *
 * @returns whether they agree in everything, to the millisecond
 */
export async function check({ rows, postgresRows, postgresUrl }: CheckOptions): Promise<boolean> {
  const { duckdb, spark, bigquery, tsql, postgres } = DIALECTS;
  const engine = await DuckDb.open();
  // DuckDB also reads the text for Spark SQL, BigQuery and T-SQL.
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
