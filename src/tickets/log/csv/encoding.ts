import type { Encoding } from "./cell-text";

/** What the first bytes of a text say about its encoding. */
export interface EncodingFound {
  /** Null if nothing says it; it is then UTF-8 or Windows-1252. */
  readonly encoding: Encoding | null;
  /** How many bytes of a byte order mark come first. */
  readonly markLength: number;
}

/** The encoding of a text by its byte order mark, or by the pattern of its NUL bytes. */
export function encodingOf(start: Uint8Array): EncodingFound {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (looksUtf16(start, 0)) return { encoding: "utf-16le", markLength: 0 };
  if (looksUtf16(start, 1)) return { encoding: "utf-16be", markLength: 0 };
  return { encoding: null, markLength: 0 };
}

/** How much of a text without a byte order mark is examined. */
const LOOKED_AT = 64;

/** Whether the first letters are plain ones with a NUL byte beside each, as in UTF-16 without a mark. */
function looksUtf16(start: Uint8Array, lowAt: 0 | 1): boolean {
  const pairs = Math.min(start.length, LOOKED_AT) >> 1;
  let letters = 0;
  for (let i = 0; i < pairs; i += 1) {
    const low = start[2 * i + lowAt] ?? 0;
    const high = start[2 * i + 1 - lowAt] ?? 0;
    if (high === 0 && low < 0x20 && low !== 0x09 && low !== 0x0a && low !== 0x0d) return false;
    if (high === 0) letters += 1;
  }
  return pairs >= 2 && letters > pairs / 2;
}

/**
 * UTF-16 that arrives in pieces, as UTF-8. Half of a pair of surrogates, or half of a letter at the end,
 * becomes bytes that are not UTF-8, so its row is refused rather than changed.
 */
export class Utf16ToUtf8 {
  #odd: number | null = null;
  #high: number | null = null;

  constructor(private readonly isLittleEndian: boolean) {}

  push(chunk: Uint8Array): Uint8Array {
    const out = new Uint8Array(2 * chunk.length + 8);
    let length = 0;
    const put = (...bytes: number[]) => {
      for (const byte of bytes) out[length++] = byte;
    };
    for (const byte of chunk) {
      if (this.#odd === null) {
        this.#odd = byte;
        continue;
      }
      const unit = this.isLittleEndian ? this.#odd | (byte << 8) : (this.#odd << 8) | byte;
      this.#odd = null;
      this.#put(unit, put);
    }
    return out.subarray(0, length);
  }

  /** What is left at the end of the file. */
  end(): Uint8Array {
    const isCut = this.#odd !== null || this.#high !== null;
    return isCut ? new Uint8Array([0xff]) : new Uint8Array();
  }

  #put(unit: number, put: (...bytes: number[]) => void): void {
    const high = this.#high;
    this.#high = null;
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (high !== null && isLow) {
      const code = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
      put(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
      return;
    }
    // A lone half keeps its number, in bytes that UTF-8 does not allow.
    if (high !== null) put(0xe0 | (high >> 12), 0x80 | ((high >> 6) & 63), 0x80 | (high & 63));
    if (unit >= 0xd800 && unit <= 0xdbff) this.#high = unit;
    else if (unit < 0x80) put(unit);
    else if (unit < 0x800) put(0xc0 | (unit >> 6), 0x80 | (unit & 63));
    else put(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63));
  }
}
