import type { DayNumber } from "../../time/civil-date";

/** How many days one word of bits holds. */
const WORD = 32;

/** How far, at least, one reading looks to either side of the day that was asked for, in words. */
const MARGIN = 4;

/**
 * Which days of a span belong to a set, and how many. Each day has a bit, and each word of bits knows how
 * many days lie before it. Counting reads two words; the n-th day is found by bisection.
 *
 * Whether a day belongs to it is asked once, when that day or one near it is first needed.
 */
export class DaySet {
  readonly #isIn: (day: DayNumber) => boolean;
  readonly #from: DayNumber;
  readonly #to: DayNumber;
  // The words that are known: bits[i] holds the days from (first + i) * WORD on, and before[i] days of
  // the set lie in the words before it; the last entry of before counts all known days. Only days
  // in known words are counted, so every index exists.
  #first = 0;
  #bits: Int32Array = new Int32Array(0);
  #before: Int32Array = new Int32Array(1);

  /** @param isIn whether a day belongs to the set; asked of the days `from` to `to` */
  constructor(isIn: (day: DayNumber) => boolean, from: DayNumber, to: DayNumber) {
    this.#isIn = isIn;
    this.#from = from;
    this.#to = to;
  }

  /** Whether a day of the span belongs to the set. */
  has(day: DayNumber): boolean {
    this.#know(day);
    return (this.#wordOf(day) & (1 << day)) !== 0;
  }

  /** How many days of the set lie in `(a, b]`, negative if `b < a`; both lie in the span. */
  between(a: DayNumber, b: DayNumber): number {
    this.#know(a);
    this.#know(b); // Both are made known before either is counted, since counts begin with the first known word.
    return this.#upTo(b) - this.#upTo(a);
  }

  /**
   * The n-th day of the set after a day of the span, or before it if `n` is negative.
   *
   * @returns undefined if the span does not hold that many.
   */
  nth(day: DayNumber, n: number): DayNumber | undefined {
    this.#know(day);
    for (;;) {
      const rank = this.#upTo(day) + n + (n < 0 && !this.has(day) ? 1 : 0);
      const isEarly = rank < 1;
      if (!isEarly && rank <= this.#before.at(-1)!) return this.#ofRank(rank);
      const beyond = isEarly ? this.#first * WORD - 1 : (this.#first + this.#bits.length) * WORD;
      if (beyond < this.#from || beyond > this.#to) return undefined;
      this.#know(beyond);
    }
  }

  /** How many days of the set lie from the first known day up to and including a day. */
  #upTo(day: DayNumber): number {
    const through = (2 << day) - 1;
    return this.#before[(day >> 5) - this.#first]! + bitsIn(this.#wordOf(day) & through);
  }

  #wordOf(day: DayNumber): number {
    return this.#bits[(day >> 5) - this.#first]!;
  }

  /** The day of the set at which the count from the first known day reaches `rank`. */
  #ofRank(rank: number): DayNumber {
    let low = 0;
    let high = this.#bits.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#before[middle + 1]! < rank) low = middle + 1;
      else high = middle;
    }
    let bits = this.#bits[low]!;
    for (let skip = rank - this.#before[low]! - 1; skip > 0; skip--) bits &= bits - 1;
    return (this.#first + low) * WORD + lowestBit(bits);
  }

  /** Makes a day known, with more days on that side. The more days are known already, the more are added. */
  #know(day: DayNumber): void {
    const word = day >> 5;
    const known = this.#bits.length;
    const first = known > 0 ? this.#first : word;
    const end = first + known;
    const margin = Math.max(MARGIN, known >> 1);
    if (word < first) this.#read(word - margin, end);
    else if (word >= end) this.#read(first, word + margin);
  }

  /** Makes the words from `first` up to `end` known; they include the words known before. */
  #read(first: number, end: number): void {
    const bits = new Int32Array(end - first);
    const before = new Int32Array(end - first + 1);
    for (const i of bits.keys()) {
      bits[i] = this.#bits[first + i - this.#first] ?? this.#ask(first + i);
      before[i + 1] = before[i]! + bitsIn(bits[i]!);
    }
    this.#first = first;
    this.#bits = bits;
    this.#before = before;
  }

  /** The bits of a word that was not known. */
  #ask(word: number): number {
    const from = Math.max(word * WORD, this.#from);
    const to = Math.min(word * WORD + WORD - 1, this.#to);
    let bits = 0;
    for (let day = from; day <= to; day++) {
      if (this.#isIn(day)) bits |= 1 << day;
    }
    return bits;
  }
}

/** How many bits are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the lowest bit that is set. */
function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
