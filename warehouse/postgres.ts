import pg from "pg";
import { DIALECTS } from "../src/sql/dialects";
import type { RowOf, Table } from "../src/sql/schema";
import type { Answer, Engine } from "./engine";

const INSERT_ROWS = 20_000;
const READ_ROWS = 20_000;
/** The schema that holds everything made here; dropping it drops everything. */
const SCHEMA = "core_hours_check";

/** A PostgreSQL. Everything is made in its own schema, which is dropped at the end. */
export class Postgres implements Engine {
  readonly title: string;
  readonly dialect = DIALECTS.postgres;
  readonly #client: pg.Client;

  private constructor(client: pg.Client, title: string) {
    this.#client = client;
    this.title = title;
  }

  /** @param url such as `postgresql://user:password@host/database` */
  static async open(url: string): Promise<Postgres> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
    await client.query(`CREATE SCHEMA ${SCHEMA}`);
    await client.query(`SET search_path = ${SCHEMA}`);
    return new Postgres(client, `PostgreSQL ${rows[0]?.server_version}`);
  }

  async run(sql: string): Promise<void> {
    await this.#client.query(sql);
  }

  async insert<Row extends RowOf<Row>>(table: Table<Row>, rows: readonly Row[]): Promise<void> {
    const columns = table.columns.map(({ type }, i) => `$${i + 1}::${this.dialect.types[type]}[]`);
    const sql = `INSERT INTO ${table.name} SELECT * FROM unnest(${columns.join(", ")})`;
    for (let first = 0; first < rows.length; first += INSERT_ROWS) {
      const some = rows.slice(first, first + INSERT_ROWS);
      await this.#client.query(
        sql,
        table.columns.map(({ name }) => some.map((row) => row[name])),
      );
    }
    await this.run(`ANALYZE ${table.name}`);
  }

  async answers(sql: string): Promise<readonly Answer[]> {
    return (await this.#client.query<(string | number | null)[]>({ text: sql, rowMode: "array" }))
      .rows;
  }

  async read(sql: string, row: (...values: (number | null)[]) => void): Promise<void> {
    await this.run(`BEGIN; DECLARE answered CURSOR FOR ${sql}`);
    for (;;) {
      // A whole number of 64 bits comes as text.
      const { rows } = await this.#client.query<(string | null)[]>({
        text: `FETCH ${READ_ROWS} FROM answered`,
        rowMode: "array",
      });
      if (rows.length === 0) break;
      for (const values of rows)
        row(...values.map((value) => (value === null ? null : Number(value))));
    }
    await this.run("COMMIT");
  }

  async close(): Promise<void> {
    await this.#client.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
    await this.#client.end();
  }
}
