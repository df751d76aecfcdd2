import type { RowOf, Table } from "./schema";
import type { Dialect } from "./sql";

/** A database, as far as the checks need one. */
export interface Engine {
  /** What it is and of which version. */
  readonly title: string;
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  /** Appends rows to a table. */
  insert<Row extends RowOf<Row>>(table: Table<Row>, rows: readonly Row[]): Promise<void>;
  /** Reads a query of two whole numbers, of which the second may be null, row by row. */
  read(sql: string, row: (ticket: number, answer: number | null) => void): Promise<void>;
  close(): Promise<void>;
}
