import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api";
import { DIALECTS } from "../src/sql/dialects";
import type { RowOf, Table } from "../src/sql/schema";
import type { Answer, Engine } from "./engine";

/** How many rows DuckDB takes at a time. */
const CHUNK_ROWS = 2_048;

/** A DuckDB in this process, in memory. */
export class DuckDb implements Engine {
  readonly title: string;
  readonly dialect = DIALECTS.duckdb;
  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection, title: string) {
    this.#connection = connection;
    this.title = title;
  }

  static async open(): Promise<DuckDb> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const about = await connection.runAndReadAll(
      "SELECT version() || ', ' || current_setting('threads') || ' threads'",
    );
    return new DuckDb(connection, `DuckDB ${about.value(0, 0)}`);
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async insert<Row extends RowOf<Row>>(table: Table<Row>, rows: readonly Row[]): Promise<void> {
    const appender = await this.#connection.createAppender(table.name);
    const types = table.columns.map((_, i) => appender.columnType(i));
    for (let first = 0; first < rows.length; first += CHUNK_ROWS) {
      const some = rows.slice(first, first + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, some.length);
      for (const [i, { name, type }] of table.columns.entries()) {
        const values = some.map((row) => {
          const value = row[name];
          return typeof value === "number" && type === "integer" ? BigInt(value) : value;
        });
        chunk.setColumnValues(i, values);
      }
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  async read(sql: string, row: (...values: (number | null)[]) => void): Promise<void> {
    for await (const chunk of await this.#connection.stream(sql)) {
      const columns = chunk.getColumns();
      for (let i = 0; i < chunk.rowCount; i++) {
        row(...columns.map((column) => (typeof column[i] === "bigint" ? Number(column[i]) : null)));
      }
    }
  }

  async answers(sql: string): Promise<readonly Answer[]> {
    const rows = (await this.#connection.runAndReadAll(sql)).getRows();
    return rows.map((row) =>
      row.map((value) => (typeof value === "number" || value === null ? value : String(value))),
    );
  }

  /** Writes the result of a query into a file. */
  async copy(query: string, file: string, format: "parquet" | "csv"): Promise<void> {
    await this.run(`COPY (${query}) TO '${file.replaceAll("'", "''")}' (FORMAT ${format})`);
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
  }
}
