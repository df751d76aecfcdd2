import type { HeaderTest } from "../header";
import type { RecordReceiver } from "../record";
import { CR, LF } from "./bytes";
import { CellText, type Encoding } from "./cell-text";
import { delimiterOf } from "./delimiter";
import { encodingOf, Utf16ToUtf8 } from "./encoding";
import { CsvScanner } from "./scanner";

/** How a text was written. */
export interface CsvFound {
  /** Null if it holds nothing beyond ASCII, which is the same in every encoding. */
  readonly encoding: Encoding | null;
  readonly delimiter: string;
  /** Whether its last line has a line end; a line that was cut off has none. */
  readonly endsItsLine: boolean;
}

/** What the reader of a text learns about it. */
export interface CsvOptions {
  readonly header: HeaderTest;
  /** What separates its cells, if that is known. */
  readonly delimiter: string | undefined;
}

/** How much of a text it takes to tell how it is written. */
export const HEAD_LENGTH = 64 * 1024;

/** Reads CSV as it arrives, whatever its encoding, its delimiter and its line ends. */
export class CsvReader {
  readonly #found: Omit<CsvFound, "endsItsLine">;
  readonly #text: CellText;
  readonly #scanner: CsvScanner;
  readonly #toUtf8: Utf16ToUtf8 | null;

  /**
   * @param head the first {@link HEAD_LENGTH} bytes, or all there are; push them too
   */
  constructor(head: Uint8Array, { header, delimiter }: CsvOptions, receiver: RecordReceiver) {
    const { encoding } = encodingOf(head);
    const isUtf16 = encoding === "utf-16le" || encoding === "utf-16be";
    const transcoder = () => new Utf16ToUtf8(encoding === "utf-16le");
    const sample = isUtf16 ? transcoder().push(head) : head;
    const found = delimiter ?? delimiterOf(withoutMark(sample), header);
    this.#found = { encoding, delimiter: found };
    this.#toUtf8 = isUtf16 ? transcoder() : null;
    this.#text = new CellText(isUtf16 || encoding === "utf-8" ? "utf-8" : null);
    this.#scanner = new CsvScanner(found.charCodeAt(0), this.#text, receiver);
  }

  #isFirst = true;
  #lastByte = LF;

  /** Takes the next bytes. It drops the byte order mark from the first. */
  push(chunk: Uint8Array): void {
    const bytes = this.#toUtf8 ? this.#toUtf8.push(chunk) : chunk;
    this.#scanner.push(this.#isFirst ? withoutMark(bytes) : bytes);
    this.#isFirst = false;
    this.#lastByte = bytes.at(-1) ?? this.#lastByte;
  }

  /** Takes the end of the text, and says how it was written. */
  end(): CsvFound {
    if (this.#toUtf8) this.#scanner.push(this.#toUtf8.end());
    this.#scanner.end();
    const endsItsLine = this.#lastByte === LF || this.#lastByte === CR;
    return { ...this.#found, encoding: this.#found.encoding ?? this.#text.encoding, endsItsLine };
  }
}

/** UTF-8 without the mark that may come first. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}
