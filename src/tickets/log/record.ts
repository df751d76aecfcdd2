import type { WallReader } from "../../index";
import type { ProblemKind } from "./problems";

/** One record of a table, whatever kind of file it comes from. It holds only while it is handed over. */
export interface LogRecord {
  /** The line or the row of the file that it starts on, counted from 1. */
  readonly line: number;
  /** How many cells it has. */
  readonly length: number;
  /** Whether each cell knows its column, so a row may be shorter or longer than the header. */
  readonly isGrid: boolean;
  /**
   * The text of a cell without the blanks around it; empty for a cell that the record does not have.
   *
   * @throws {UnreadableText} if the cell's bytes are not text
   */
  text(index: number): string;
  /** How many bytes or letters a cell has, blanks among them; 0 for one that the record does not have. */
  width(index: number): number;
  /** Whether a cell holds nothing but blanks, without reading its text. */
  isBlank(index: number): boolean;
  /** The date and time of a cell that holds one, as if it were UTC, in epoch milliseconds. */
  wallMs(index: number): number | undefined;
  /**
   * The same of a cell whose bytes lie in memory, if a reader knows them as they stand: a quick way for the
   * usual, which leaves everything else to the text.
   */
  wallBy(index: number, reader: WallReader): number | undefined;
  /** Whether a quoted cell of it goes over several lines. */
  readonly hasInnerLines: boolean;
  /** The lines within its quoted cells, each cut into what would be its cells. */
  innerLines(): Iterable<readonly string[]>;
}

/** Why a record is not a row. */
export interface RecordFault {
  readonly kind: ProblemKind;
  readonly reason: string;
  /** The first column whose cell is missing. */
  readonly column?: string;
}

/** Takes the records of a file. */
export interface RecordReceiver {
  /** A record. A fault makes the reader of a text go on with the line after the record's first. */
  readonly onRecord: (record: LogRecord) => RecordFault | null;
  /** A line on which no record can be read, or whose record was refused. */
  readonly onFault: (line: number, fault: RecordFault) => void;
}

/** The bytes of a cell are not text in the encoding of its file. */
export class UnreadableText extends Error {
  override readonly name = "UnreadableText";
}
