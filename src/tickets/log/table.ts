import { Header, type HeaderTest } from "./header";
import { InputError } from "./problems";
import { type LogRecord, type RecordFault, type RecordReceiver, UnreadableText } from "./record";

/** Takes the rows under a header. */
export interface RowReader {
  /** A row. */
  readonly row: (record: LogRecord) => void;
  /** Whether a record is left alone on purpose, which the reader then counts. */
  readonly leaves: (record: LogRecord) => boolean;
  /** Whether cells look like those of a row. */
  readonly looksLikeRow: (cells: readonly string[]) => boolean;
  /** The end of the file. */
  readonly end: () => void;
}

/** Takes the rows of one form of log. The form does not decide which rows to leave alone. */
export type FormReader = Omit<RowReader, "leaves">;

/** The most rows above the header, such as a title or a date of export. */
const MOST_ABOVE = 30;

/**
 * Takes the records of a file, finds its header, and hands on what lies under it.
 *
 * The header is the first of the first thirty records that passes the test.
 */
export class Table implements RecordReceiver {
  #reader: RowReader | null = null;
  #header = new Header([]);
  #first: Header | null = null;
  #firstFault: string | null = null;
  #above = 0;

  /**
   * @param start called with the header; gives what takes its rows
   * @param onFault called for each record that is not a row
   */
  constructor(
    private readonly test: HeaderTest,
    private readonly start: (header: Header) => RowReader,
    private readonly reject: (line: number, fault: RecordFault) => void,
  ) {}

  /** How many records lie above the header, which mean nothing. */
  get above(): number {
    return this.#above;
  }

  /** Whether the header has been found. */
  get isStarted(): boolean {
    return this.#reader !== null;
  }

  readonly onRecord = (record: LogRecord): RecordFault | null => {
    try {
      const reader = this.#reader;
      if (!reader) return this.#beforeHeader(record);
      if (record.length > 1 && isEmpty(record)) return null;
      if (reader.leaves(record)) return null;
      const fault = this.#miscounted(record) ?? this.#swallowed(record, reader);
      if (fault === null) reader.row(record);
      return fault;
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error;
      return { kind: "not-a-row", reason: error.message };
    }
  };

  readonly onFault = (line: number, fault: RecordFault): void => {
    if (this.#reader) {
      this.reject(line, fault);
      return;
    }
    this.#firstFault ??= `it is not CSV: line ${line}: ${fault.reason}`;
    this.#aboveHeader();
  };

  /**
   * Takes the end of the file.
   *
   * @throws {InputError} if no record was its header
   */
  end(): void {
    if (!this.#reader) throw this.#noHeader();
    this.#reader.end();
  }

  #beforeHeader(record: LogRecord): null {
    const names = Array.from({ length: record.length }, (_, i) => record.text(i));
    const header = new Header(names);
    if (this.test.fits(header)) {
      this.#header = header;
      this.#reader = this.start(header);
      return null;
    }
    // The line in which a spreadsheet says what separates the cells is not a row.
    if (record.line === 1 && /^sep=/i.test(names[0] ?? "")) return null;
    if (names.some((name) => name !== "")) this.#first ??= header;
    this.#aboveHeader();
    return null;
  }

  #aboveHeader(): void {
    this.#above += 1;
    if (this.#above > MOST_ABOVE) throw this.#noHeader();
  }

  #noHeader(): InputError {
    if (this.#firstFault !== null) return new InputError(this.#firstFault);
    return new InputError(this.#first === null ? "it is empty" : this.test.whyNot(this.#first));
  }

  /** Cells beyond the header do no harm if they are empty, as spreadsheets leave them. */
  #miscounted(record: LogRecord): RecordFault | null {
    const { names } = this.#header;
    if (record.length === names.length || record.isGrid) return null;
    let length = record.length;
    while (length > names.length && record.text(length - 1) === "") length -= 1;
    if (length === names.length) return null;
    const found = record.length === 1 ? "1 cell" : `${record.length} cells`;
    const reason = `the row has ${found} where the header has ${names.length}`;
    const column = names[record.length];
    return { kind: "not-a-row", reason, ...(column === undefined ? {} : { column }) };
  }

  /** Rows that a lost quotation mark has made part of a cell. */
  #swallowed(record: LogRecord, reader: RowReader): RecordFault | null {
    if (!record.hasInnerLines) return null;
    for (const cells of record.innerLines()) {
      if (cells.length !== this.#header.names.length || !reader.looksLikeRow(cells)) continue;
      return {
        kind: "row-in-a-cell",
        reason:
          "a quoted cell that begins on it holds what looks like a row of its own, so a quotation mark may be missing",
      };
    }
    return null;
  }
}

/** Whether every cell of a row is empty, as in the blank rows of a spreadsheet. */
function isEmpty(record: LogRecord): boolean {
  for (let i = 0; i < record.length; i += 1) {
    if (!record.isBlank(i)) return false;
  }
  return true;
}
