import type { WallReader } from "../../../index";
import type { LogRecord } from "../record";
import { BLANK, CR, LF, TAB } from "./bytes";
import type { CellText } from "./cell-text";

/** The record that a scanner has at hand: where its cells lie. */
export class ScannedRecord implements LogRecord {
  readonly isGrid = false;
  line = 1;
  length = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The cells that hold quotation marks, and those that go over several lines; few records have any. */
  readonly #escaped: number[] = [];
  readonly #broken: number[] = [];

  constructor(
    private readonly decoder: CellText,
    private readonly delimiter: number,
  ) {}

  begin(bytes: Uint8Array, line: number): void {
    this.#bytes = bytes;
    this.line = line;
    this.length = 0;
    if (this.#escaped.length > 0) this.#escaped.length = 0;
    if (this.#broken.length > 0) this.#broken.length = 0;
  }

  add(start: number, end: number): void {
    const i = this.length;
    this.#starts[i] = start;
    this.#ends[i] = end;
    this.length = i + 1;
  }

  /** Adds a cell that stood in quotation marks. */
  addQuoted(start: number, end: number, isEscaped: boolean, hasBreak: boolean): void {
    if (isEscaped) this.#escaped.push(this.length);
    if (hasBreak) this.#broken.push(this.length);
    this.add(start, end);
  }

  text(index: number): string {
    if (index < 0 || index >= this.length) return "";
    const start = this.#starts[index] ?? 0;
    const text = this.decoder.text(this.#bytes, start, this.#ends[index] ?? start);
    return this.#escaped.includes(index) ? text.replaceAll('""', '"') : text;
  }

  width(index: number): number {
    return index < 0 || index >= this.length
      ? 0
      : (this.#ends[index] ?? 0) - (this.#starts[index] ?? 0);
  }

  isBlank(index: number): boolean {
    const end = this.#ends[index] ?? 0;
    if (index < 0 || index >= this.length) return true;
    for (let i = this.#starts[index] ?? end; i < end; i += 1) {
      const byte = this.#bytes[i];
      if (byte !== BLANK && byte !== TAB && byte !== LF && byte !== CR) return false;
    }
    return true;
  }

  get hasInnerLines(): boolean {
    return this.#broken.length > 0;
  }

  wallMs(): undefined {
    return undefined;
  }

  wallBy(index: number, reader: WallReader): number | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const start = this.#starts[index] ?? 0;
    return reader.bytes(this.#bytes, start, this.#ends[index] ?? start);
  }

  /** The line breaks within its cells. */
  innerBreaks(): number {
    let count = 0;
    for (const i of this.#broken) {
      const end = this.#ends[i] ?? 0;
      for (let at = this.#starts[i] ?? 0; at < end; at += 1) {
        const byte = this.#bytes[at];
        if (byte === LF || (byte === CR && this.#bytes[at + 1] !== LF)) count += 1;
      }
    }
    return count;
  }

  *innerLines(): Generator<readonly string[]> {
    for (const i of this.#broken) {
      const lines = this.text(i).split(/\r\n|\n|\r/);
      for (const line of lines.slice(1)) yield line.split(String.fromCharCode(this.delimiter));
    }
  }
}
