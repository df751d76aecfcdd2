import { DefinitionError } from "../input/problems";
import { show } from "../input/show";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../timeline/units";
import { daysOf } from "./iso-instant";
import { type Part, partsOf } from "./wall-format";

/** Reads dates and times of day that are written in one way, in digits. */
export interface WallReader {
  /** How they are written, in Luxon's tokens. */
  readonly format: string;

  /**
   * The wall-clock time of a text, as the epoch milliseconds at which a clock in UTC would show it.
   *
   * @returns undefined if the text is not written so, or if there is no such date or time
   * @example wallReader("d/M/yyyy HH:mm").text("29/2/2016 01:23") // Date.UTC(2016, 1, 29, 1, 23)
   */
  text(text: string): number | undefined;

  /**
   * The same of a text that lies in memory as bytes, in UTF-8 or any other encoding that has ASCII in it.
   *
   * @param start where the text begins
   * @param end where it ends
   */
  bytes(bytes: Uint8Array, start: number, end: number): number | undefined;
}

/**
 * Makes a reader of dates and times that are written in digits. It takes no detour over strings and
 * patterns, so one costs some thirty nanoseconds. To place what it reads in a zone, ask {@link zoneClock}.
 *
 * @param format Luxon's tokens: `yyyy` or `yy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, and where wanted
 *   `mm` or `m`, `ss` or `s`, `SSS`; text in single quotes, and any other characters as they are. Tokens
 *   of two letters have two digits, of one letter one or two. `yy` is a year from 1961 to 2060.
 * @throws {DefinitionError} if it has other tokens, or not one day, month, year and hour
 * @example
 * const read = wallReader("yyyy-MM-dd HH:mm:ss");
 * zoneClock("Europe/London").instantOf(read.text("2026-07-01 09:00:00") ?? Number.NaN);
 * // Date.UTC(2026, 6, 1, 8)
 */
export function wallReader(format: string): WallReader {
  const parts = partsOf(format);
  if (typeof parts !== "string") return new DigitReader(format, parts);
  const message = `${show(format)} given; ${parts}`;
  throw new DefinitionError("wall reader", [{ path: ["format"], message }]);
}

/** No date in digits is longer, and no text of a log is read beyond it. */
const LONGEST = 64;

/** What the numbers are, by their places. */
const YEAR = 0;
const MONTH = 1;
const DAY = 2;
const HOUR = 3;
const MINUTE = 4;
const SECOND = 5;
const MILLISECOND = 6;

const ZERO = 48;

class DigitReader implements WallReader {
  /** The numbers of the text at hand; those that the format does not have stay zero. */
  readonly #numbers = new Int32Array(7);
  readonly #letters = new Uint8Array(LONGEST);

  constructor(
    readonly format: string,
    private readonly parts: readonly Part[],
  ) {}

  text(text: string): number | undefined {
    const { length } = text;
    if (length > LONGEST) return undefined;
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      // A letter beyond ASCII would lose its high bits, and could become a digit.
      this.#letters[i] = code < 128 ? code : 0;
    }
    return this.bytes(this.#letters, 0, length);
  }

  bytes(bytes: Uint8Array, start: number, end: number): number | undefined {
    const numbers = this.#numbers;
    let at = start;
    for (const { place, least, most, code } of this.parts) {
      if (place < 0) {
        if (bytes[at] !== code) return undefined;
        at += 1;
        continue;
      }
      const from = at;
      const last = Math.min(end, from + most);
      let number = 0;
      for (; at < last; at += 1) {
        // `at` lies before the end of the bytes.
        const digit = (bytes[at] as number) - ZERO;
        if (digit < 0 || digit > 9) break;
        number = 10 * number + digit;
      }
      if (at - from < least) return undefined;
      numbers[place] = place === YEAR && most === 2 ? fullYear(number) : number;
    }
    // A character that was read beyond the end has taken `at` beyond it too.
    return at === end ? wallMs(numbers) : undefined;
  }
}

function wallMs(numbers: Int32Array): number | undefined {
  // There are seven numbers.
  const number = (place: number) => numbers[place] as number;
  const days = daysOf(number(YEAR), number(MONTH), number(DAY));
  if (Number.isNaN(days)) return undefined;
  const [hour, minute, second] = [number(HOUR), number(MINUTE), number(SECOND)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const minutes = 60 * hour + minute;
  return days * DAY_MS + minutes * MINUTE_MS + second * SECOND_MS + number(MILLISECOND);
}

function fullYear(twoDigits: number): number {
  return twoDigits > 60 ? 1900 + twoDigits : 2000 + twoDigits;
}
