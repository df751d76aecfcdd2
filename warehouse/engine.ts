import type { Dialect } from "../src/sql/dialects";
import type { RowOf, Table } from "../src/sql/schema";

/** The values of a row. */
export type Answer = readonly (string | number | null)[];

/** A database, as far as the checks need one. */
export interface Engine {
  /** Its name and version. */
  readonly title: string;
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  /** Appends rows to a table. */
  insert<Row extends RowOf<Row>>(table: Table<Row>, rows: readonly Row[]): Promise<void>;
  /** Reads a query of whole numbers, which may be null, row by row. */
  read(sql: string, row: (...values: (number | null)[]) => void): Promise<void>;
  /** Every row of a query, with whole numbers as the engine gives them: numbers or texts. */
  answers(sql: string): Promise<readonly Answer[]>;
  close(): Promise<void>;
}
