import { UnreadableText } from "../record";

/** How the letters of a file are written in bytes. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Windows-1252 from 0x80 to 0x9F. Some versions of Node.js decode these as Latin 1, so a `’`
 * becomes an invisible control character.
 */
const HIGH_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** How many texts may be kept, so a state which occurs in every row is one string: a power of two. */
const MOST_KEPT = 1 << 16;
const LONGEST_KEPT = 64;

/**
 * Reads the cells of one file as text. Unless the file says that it is UTF-8, the first cell with a
 * byte beyond ASCII decides: it is UTF-8 if its bytes are valid in it, and else Windows-1252. The file
 * is then read in that encoding to its end, since a file that changed between them could make one
 * ticket of two.
 */
export class CellText {
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** Texts of plain letters, by a sum of their bytes; a later one takes the place of an earlier. */
  readonly #kept: string[] = new Array(MOST_KEPT).fill("");

  /** @param encoding the encoding of the bytes, if it is known */
  constructor(public encoding: "utf-8" | "windows-1252" | null) {}

  /**
   * Some bytes as text, without the blanks around it.
   *
   * @throws {UnreadableText} if the file is UTF-8 and the bytes are not valid in it
   */
  text(bytes: Uint8Array, start: number, end: number): string {
    let from = start;
    let to = end;
    while (from < to && isBlank(bytes[from])) from += 1;
    while (from < to && isBlank(bytes[to - 1])) to -= 1;
    if (from === to) return "";
    if (to - from > LONGEST_KEPT) return this.#decode(bytes.subarray(from, to)).trim();
    let hash = to - from;
    let all = 0;
    for (let i = from; i < to; i += 1) {
      const byte = bytes[i] ?? 0;
      hash = (Math.imul(hash, 31) + byte) | 0;
      all |= byte;
    }
    // A byte beyond ASCII sets the highest bit.
    if (all > 0x7f) return this.#decode(bytes.subarray(from, to)).trim();
    const place = (hash ^ (hash >>> 16)) & (MOST_KEPT - 1);
    const kept = this.#kept[place];
    if (kept !== undefined && isSame(kept, bytes, from, to)) return kept;
    const text = ascii(bytes.subarray(from, to));
    this.#kept[place] = text;
    return text;
  }

  #decode(bytes: Uint8Array): string {
    if (this.encoding === "windows-1252") return windows1252(bytes);
    if (isAscii(bytes)) return ascii(bytes);
    try {
      const text = this.#utf8.decode(bytes);
      this.encoding = "utf-8";
      return text;
    } catch {
      if (this.encoding === "utf-8") {
        throw new UnreadableText("its bytes are not UTF-8, as those of the rest of the file are");
      }
      this.encoding = "windows-1252";
      return windows1252(bytes);
    }
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

/** Whether some bytes are the letters of a plain text. */
function isSame(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) !== bytes[start + i]) return false;
  }
  return true;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

/** Up to this many letters, joining them one by one is faster than one call for all. */
const SHORT = 64;
/** How many letters are made into a string at once. */
const PIECE = 4096;

function ascii(bytes: Uint8Array): string {
  let text = "";
  if (bytes.length <= SHORT) {
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }
  for (let i = 0; i < bytes.length; i += PIECE) {
    text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  }
  return text;
}

function windows1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? HIGH_1252[byte - 0x80] : String.fromCharCode(byte);
  }
  return text;
}
