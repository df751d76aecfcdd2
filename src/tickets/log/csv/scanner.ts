import type { RecordFault, RecordReceiver } from "../record";
import { BLANK, CR, LF, QUOTE, TAB } from "./bytes";
import type { CellText } from "./cell-text";
import { ScannedRecord } from "./scanned-record";

/** No record of a real log is this long. One that is has lost a closing quotation mark. */
const LONGEST_RECORD = 16 * 1024 * 1024;

const INCOMPLETE = -1;
const FAULT = -2;

/**
 * Takes CSV apart, byte by byte, as the bytes arrive. Lines end in LF, CR LF or CR; a quoted cell may
 * hold any number of them.
 *
 * A record that cannot be read costs its first line: the fault is reported, and reading goes on with the line
 * after it, so a stray quotation mark never swallows the rest of the file. Each byte is looked at
 * a bounded number of times, whatever the file holds.
 */
export class CsvScanner {
  #bytes: Uint8Array = new Uint8Array(0);
  #length = 0;
  #at = 0;
  /** The number of the line at `#at`. */
  #line = 1;
  #isEnded = false;
  /** The number of bytes to wait for: with fewer, the scanner would only look at the same ones again. */
  #waitFor = 0;
  #reason = "";
  readonly #record: ScannedRecord;

  constructor(
    private readonly delimiter: number,
    text: CellText,
    private readonly receiver: RecordReceiver,
  ) {
    this.#record = new ScannedRecord(text, delimiter);
  }

  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.#append(chunk);
    if (this.#length - this.#at >= this.#waitFor) this.#scan();
  }

  /** Takes a whole file at once, as it lies in memory. */
  take(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#length = bytes.length;
    this.end();
  }

  /** Takes the end of the file. */
  end(): void {
    this.#isEnded = true;
    this.#scan();
  }

  #append(chunk: Uint8Array): void {
    const rest = this.#length - this.#at;
    if (this.#at > 0 || rest + chunk.length > this.#bytes.length) {
      const room = Math.max(rest + chunk.length, this.#at > 0 ? 0 : 2 * this.#bytes.length);
      const bytes = room > this.#bytes.length ? new Uint8Array(room) : this.#bytes;
      bytes.set(this.#bytes.subarray(this.#at, this.#length));
      this.#bytes = bytes;
      this.#at = 0;
      this.#length = rest;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  #scan(): void {
    this.#waitFor = 0;
    while (this.#at < this.#length) {
      const next = this.#readRecord();
      if (next === INCOMPLETE) {
        const have = this.#length - this.#at;
        if (have < LONGEST_RECORD) {
          this.#waitFor = Math.min(2 * have, LONGEST_RECORD);
          return;
        }
        if (!this.#skipLine(notARow("its record is longer than 16 MB"))) return;
      } else if (next === FAULT) {
        if (!this.#skipLine(notARow(this.#reason))) return;
      } else if (this.#isBlank(next)) {
        this.#goOn(next);
      } else {
        const against = this.receiver.onRecord(this.#record);
        if (against === null) this.#goOn(next);
        else if (!this.#skipLine(against)) return;
      }
    }
  }

  /** Leaves the record at hand behind. */
  #goOn(next: number): void {
    this.#line += 1 + this.#record.innerBreaks();
    this.#at = next;
  }

  /** Leaves the first line of the record at hand behind, and says why. */
  #skipLine(fault: RecordFault): boolean {
    let end = this.#at;
    while (end < this.#length && this.#bytes[end] !== LF && this.#bytes[end] !== CR) end += 1;
    const isCut = end === this.#length || (end + 1 === this.#length && this.#bytes[end] === CR);
    if (isCut && !this.#isEnded) {
      this.#waitFor = 2 * (this.#length - this.#at);
      return false;
    }
    this.receiver.onFault(this.#line, fault);
    this.#at = Math.min(this.#length, this.#afterBreak(end));
    this.#line += 1;
    return true;
  }

  /** Whether the record that ends before `next` is a line with nothing but blanks. */
  #isBlank(next: number): boolean {
    for (let i = this.#at; i < next; i += 1) {
      const byte = this.#bytes[i];
      if (byte !== BLANK && byte !== TAB && byte !== LF && byte !== CR) return false;
    }
    return true;
  }

  #afterBreak(i: number): number {
    return this.#bytes[i] === CR && this.#bytes[i + 1] === LF ? i + 2 : i + 1;
  }

  /** Finds the cells of the record at hand, and where the next one begins. */
  #readRecord(): number {
    const bytes = this.#bytes;
    const length = this.#length;
    const delimiter = this.delimiter;
    const record = this.#record;
    record.begin(bytes, this.#line);
    let start = this.#at;
    let i = start;
    for (; i < length; i += 1) {
      // `i` lies before the end of the bytes.
      const byte = bytes[i] as number;
      if (byte === delimiter) {
        record.add(start, i);
        start = i + 1;
      } else if (byte > QUOTE) {
        // Nearly every byte is a letter of a cell without quotation marks.
      } else if (byte === LF || byte === CR) {
        record.add(start, i);
        return this.#endOfRecord(i);
      } else if (byte === QUOTE) {
        if (!this.#areBlanks(start, i)) {
          return this.#fault("a quotation mark stands inside a cell that is not quoted");
        }
        i = this.#endOfQuoted(i + 1);
        if (i < 0) return i;
        if (i === length) return this.#isEnded ? length : INCOMPLETE;
        if (bytes[i] !== delimiter) return this.#endOfRecord(i);
        start = i + 1;
      } else if (byte === 0) {
        return this.#fault("it holds a NUL byte, so it is not text");
      }
    }
    record.add(start, length);
    return this.#isEnded ? length : INCOMPLETE;
  }

  /** Where the next record begins, after a cell that has ended without a delimiter. */
  #endOfRecord(i: number): number {
    const byte = this.#bytes[i];
    if (byte === LF) return i + 1;
    if (byte === CR) {
      return i + 1 === this.#length && !this.#isEnded ? INCOMPLETE : this.#afterBreak(i);
    }
    return this.#fault(
      "text follows a closing quotation mark; a quotation mark inside a cell is written twice",
    );
  }

  #areBlanks(from: number, to: number): boolean {
    let i = from;
    while (i < to && this.#bytes[i] === BLANK) i += 1;
    return i === to;
  }

  /** Adds a quoted cell to the record, and gives the place after its closing mark and the blanks there. */
  #endOfQuoted(from: number): number {
    const close = this.#closingQuote(from);
    if (close < 0) return close;
    let i = close + 1;
    while (i < this.#length && this.#bytes[i] === BLANK) i += 1;
    return i;
  }

  /** The quotation mark that ends a cell, which is added to the record. */
  #closingQuote(from: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    let isEscaped = false;
    let hasBreak = false;
    let i = from;
    for (; i < length; i += 1) {
      const byte = bytes[i] as number;
      if (byte > QUOTE) continue;
      if (byte === QUOTE) {
        if (i + 1 === length && !this.#isEnded) return INCOMPLETE;
        if (bytes[i + 1] !== QUOTE || i + 1 === length) {
          this.#record.addQuoted(from, i, isEscaped, hasBreak);
          return i;
        }
        isEscaped = true;
        i += 1;
      } else if (byte === LF || byte === CR) {
        hasBreak = true;
      } else if (byte === 0) {
        return this.#fault("it holds a NUL byte, so it is not text");
      }
    }
    return this.#isEnded ? this.#fault("a quotation mark is opened and never closed") : INCOMPLETE;
  }

  #fault(reason: string): number {
    this.#reason = reason;
    return FAULT;
  }
}

function notARow(reason: string): RecordFault {
  return { kind: "not-a-row", reason };
}
