import {
  AllowanceError,
  CoreHoursError,
  CoverageError,
  given,
  InvalidInstantError,
  isoOf,
} from "./errors";
import { checkSource, isColumn, type PeriodSource, periodsOf } from "./periods";
import { tabulate } from "./table";
import { DAY_MS, MAX_MS } from "./units";

/** Where an amount that runs out exactly at a closing is due: at that close, or at the next opening. */
export type Tie = "close" | "next-open";

/**
 * From where an amount that runs out backwards exactly at an opening counts: from that opening, or from the
 * closing before it.
 */
export type BackTie = "open" | "previous-close";

/** What a timeline is made of. */
export interface TimelineOptions {
  /** Where the open periods come from. */
  readonly periods: PeriodSource;
  /** The first instant the source knows about, epoch milliseconds. */
  readonly startMs: number;
  /** The instant at which the source's knowledge ends, epoch milliseconds. */
  readonly endMs: number;
  /** What to call this calendar in errors. */
  readonly label?: string;
  /** What to do about a question outside the coverage, as a sentence for errors. */
  readonly remedy?: string;
}

/** One open period, `[openMs, closeMs)`. */
export interface Period {
  readonly openMs: number;
  readonly closeMs: number;
}

/** The two ends of a coverage. */
type Bound = "start" | "end";

/** To multiply by, which is quicker than to divide. */
const DAYS_PER_MS = 1 / DAY_MS;

/** The longest coverage; a source asked about more would not answer at once. */
const LONGEST_MS = 2_000 * 365.25 * DAY_MS;

/** The least that one compilation looks to either side of what was asked. */
const MARGIN_MS = 100 * DAY_MS;
const CHUNK_MS = 366 * DAY_MS;

/**
 * The numeric engine: working time between two instants, and the instant by which an amount has
 * been worked, each in constant time whatever the span.
 *
 * A window of the periods is compiled on first use and widened when a question leaves it. Within it
 * every instant finds its period through the number of its day, and every running total finds its
 * period through the number of its average-period-sized share, so neither span, holidays nor
 * exceptions change the cost. No call allocates once its window is compiled.
 *
 * All arguments and results are epoch milliseconds or lengths in milliseconds.
 */
export class Timeline {
  /** The first instant covered. */
  readonly startMs: number;
  /** The end of the coverage: lengths may run up to it, nothing is known from it on. */
  readonly endMs: number;
  readonly #label: string;
  readonly #remedy: string;
  readonly #source: PeriodSource;

  // The compiled window [lo, hi] and its Table, in fields, which are read sooner than those of another
  // object. A look-up with an index made from an instant inside the window cannot miss, which is what
  // every `!` in this class relies on.
  #lo = Number.NaN; // No window yet: it holds nothing.
  #hi = Number.NaN;
  #rows: Float64Array = new Float64Array(6);
  #byDay: Int32Array = new Int32Array(1);
  #byShare: Int32Array = new Int32Array(2);
  #shareMs = Number.NaN;
  #total = Number.NaN;

  /**
   * @throws {CoverageError} if the coverage has no length, is not of whole milliseconds that a date can
   *   hold, or is longer than 2,000 years.
   * @throws {CoreHoursError} if there are no options, or their periods are not a source.
   */
  constructor(options: TimelineOptions) {
    checkOptions(options);
    const { startMs, endMs } = options;
    this.#label = typeof options.label === "string" ? options.label : "timeline";
    this.#remedy =
      typeof options.remedy === "string" ? options.remedy : "Give it a wider coverage.";
    this.#source = options.periods;
    this.#checkCoverage(startMs, endMs);
    this.startMs = startMs;
    this.endMs = endMs;
    Object.freeze(this);
  }

  /**
   * Whether the instant lies in an open period.
   *
   * @param ms epoch milliseconds; an opening is open, a closing is not.
   * @throws {CoverageError} outside `[startMs, endMs)`.
   */
  isOpen(ms: number): boolean {
    const at = this.#rowAt(ms); // First: it may compile another window.
    return this.#rows[at]! <= ms;
  }

  /**
   * The working time from `a` to `b`, in milliseconds; negative where `b` is before `a`.
   *
   * @throws {CoverageError} where either lies outside `[startMs, endMs]`.
   */
  between(a: number, b: number): number {
    // Both, before either is asked: totals count from the start of the window.
    if (!(this.#holds(a) && this.#holds(b))) {
      this.#reach(a);
      this.#reach(b);
    }
    return this.#workedBy(b) - this.#workedBy(a);
  }

  /**
   * The earliest instant `u >= ms` with exactly `amount` worked in `[ms, u)`; `ms` itself for zero.
   * A negative amount is subtracted.
   *
   * @param ms epoch milliseconds
   * @param amount milliseconds of working time, a whole number
   * @param tie where an amount that runs out at a closing is due; only `add` has ties
   * @throws {CoverageError} where the coverage ends before the amount has been worked.
   * @throws {AllowanceError} if the amount is not a whole number.
   */
  add(ms: number, amount: number, tie: Tie = "close"): number {
    if (!Number.isInteger(amount)) this.#checkAmount(amount);
    if (!(amount > 0)) return amount < 0 ? this.subtract(ms, -amount) : this.#addNothing(ms);
    this.#reach(ms);
    const target = this.#workedBy(ms) + amount;
    while (target > this.#total) this.#widenFor("end", "after", ms, amount);
    const at = this.#rowReaching(target);
    const dueMs = this.#rows[at]! + (target - this.#rows[at + 2]!);
    if (tie === "close") return dueMs;
    if (tie !== "next-open") throw unknownTie(tie, ["close", "next-open"]);
    return this.nextOpen(dueMs);
  }

  /**
   * The latest instant `u <= ms` with exactly `amount` worked in `[u, ms)`; `ms` itself for zero.
   * The exact mirror of {@link add}.
   *
   * @param tie where an amount that runs out at an opening begins: at the opening, or at the closing
   *   before it
   * @param ms epoch milliseconds
   * @param amount milliseconds of working time, a whole number; a negative one is added.
   * @throws {CoverageError} where the coverage begins after the amount has been worked.
   * @throws {AllowanceError} if the amount is not a whole number.
   */
  subtract(ms: number, amount: number, tie: BackTie = "open"): number {
    if (!Number.isInteger(amount)) this.#checkAmount(amount);
    if (!(amount > 0)) return this.add(ms, -amount);
    this.#reach(ms);
    let target = this.#workedBy(ms) - amount;
    while (target < 0) {
      this.#widenFor("start", "before", ms, amount);
      target = this.#workedBy(ms) - amount;
    }
    // The latest instant at which only `target` had been worked lies in the period that goes on
    // from there: the one after the period that reaches it, where it ends exactly there.
    let at = this.#rowReaching(target);
    if (target === this.#rows[at + 5]!) at += 3;
    const fromMs = this.#rows[at]! + (target - this.#rows[at + 2]!);
    if (tie === "open") return fromMs;
    if (tie !== "previous-close") throw unknownTie(tie, ["open", "previous-close"]);
    if (fromMs !== this.#rows[at]!) return fromMs;
    // A period cut by the start of the window opened somewhere before it.
    const isCut = fromMs > this.startMs && this.isOpen(fromMs - 1);
    return isCut ? fromMs : this.previousClose(fromMs);
  }

  /**
   * `ms` itself if open, else the next opening.
   *
   * @throws {CoverageError} where the coverage ends before the calendar opens.
   */
  nextOpen(ms: number): number {
    for (;;) {
      const at = this.#rowAt(ms);
      if (this.#rows[at]! < this.#hi) return Math.max(ms, this.#rows[at]!);
      this.#widen("end", "never opens after", ms);
    }
  }

  /**
   * The first closing after `ms`.
   *
   * @throws {CoverageError} where the coverage ends before the calendar closes.
   */
  nextClose(ms: number): number {
    for (;;) {
      const at = this.#rowAt(ms);
      // A period cut by the end of the window closes somewhere beyond it.
      if (this.#rows[at + 1]! < this.#hi) return this.#rows[at + 1]!;
      this.#widen("end", "never closes after", ms);
    }
  }

  /**
   * The last opening at or before `ms`.
   *
   * @throws {CoverageError} where the coverage begins after it.
   */
  previousOpen(ms: number): number {
    for (;;) {
      const next = this.#rowAt(ms);
      const at = this.#rows[next]! <= ms ? next : next - 3;
      // A period cut by the start of the window opened somewhere before it.
      if (at >= 0 && this.#rows[at]! > this.#lo) return this.#rows[at]!;
      this.#widen("start", "never opens before", ms);
    }
  }

  /**
   * The last closing at or before `ms`.
   *
   * @throws {CoverageError} where the coverage begins after it.
   */
  previousClose(ms: number): number {
    for (;;) {
      const at = this.#rowAt(ms) - 3;
      if (at >= 0) return this.#rows[at + 1]!;
      this.#widen("start", "never closes before", ms);
    }
  }

  /**
   * {@link between} for many pairs at once.
   *
   * @param out where to put the results; made if not given.
   * @throws {CoreHoursError} `length-mismatch` where the columns differ in length.
   */
  betweenMany(
    starts: Float64Array,
    ends: Float64Array,
    out: Float64Array = columnAs(starts),
  ): Float64Array {
    sameLength(starts, ends, out);
    for (let i = 0; i < starts.length; i++) out[i] = this.between(starts[i]!, ends[i]!);
    return out;
  }

  /**
   * {@link add} for many starts at once.
   *
   * @param amounts one amount for all, or one for each, in milliseconds
   * @param out where to put the results; made if not given.
   * @throws {CoreHoursError} `length-mismatch` where the columns differ in length.
   */
  addMany(
    starts: Float64Array,
    amounts: number | Float64Array,
    out: Float64Array = columnAs(starts),
    tie: Tie = "close",
  ): Float64Array {
    const isOne = typeof amounts === "number";
    sameLength(starts, isOne ? starts : amounts, out);
    for (let i = 0; i < starts.length; i++) {
      out[i] = this.add(starts[i]!, isOne ? amounts : amounts[i]!, tie);
    }
    return out;
  }

  /**
   * The open periods of `[a, b)`, clipped to it, one after the other; none where `b` is not after `a`.
   * Lazy: a span of two hundred years costs nothing until it is read.
   *
   * @throws {CoverageError} at once, where either bound lies outside `[startMs, endMs]`.
   */
  periods(a: number, b: number): IterableIterator<Period> {
    this.#check(a);
    this.#check(b);
    return this.#walk(a, b);
  }

  *#walk(a: number, b: number): Generator<Period, undefined> {
    let openMs = Number.NaN;
    let closeMs = Number.NaN;
    for (let from = a; from < b; from += CHUNK_MS) {
      const { opens, closes } = periodsOf(this.#source, from, Math.min(from + CHUNK_MS, b));
      for (let i = 0; i < opens.length; i++) {
        if (opens[i] !== closeMs) {
          if (closeMs > openMs) yield { openMs, closeMs };
          openMs = opens[i]!;
        }
        closeMs = closes[i]!;
      }
    }
    if (closeMs > openMs) yield { openMs, closeMs };
  }

  #addNothing(ms: number): number {
    this.#check(ms);
    return ms;
  }

  /** Refuses a fraction or NaN. An infinite amount goes on, and is refused by the coverage. */
  #checkAmount(amount: number): void {
    if (amount === Number.POSITIVE_INFINITY || amount === Number.NEGATIVE_INFINITY) return;
    throw new AllowanceError(
      "amount-not-a-number",
      `${given(amount)} is not an amount; give a whole number of milliseconds.`,
      { calendar: this.#label, given: given(amount) },
    );
  }

  #checkCoverage(startMs: number, endMs: number): void {
    const bounds = { calendar: this.#label, startMs, endMs };
    const covers = `Calendar "${this.#label}" covers ${isoOf(startMs)} to ${isoOf(endMs)}`;
    if (!(isInstant(startMs) && isInstant(endMs) && startMs < endMs)) {
      throw new CoverageError("coverage-empty", `${covers}, no time. ${this.#remedy}`, bounds);
    }
    if (endMs - startMs > LONGEST_MS) {
      throw new CoverageError(
        "coverage-too-long",
        `${covers}; give it a coverage of at most 2,000 years.`,
        bounds,
      );
    }
  }

  /** The first row that closes after `ms`; the one after the last if none does. */
  #rowAt(ms: number): number {
    if (!(this.#holds(ms) && ms < this.#hi)) this.#widenToInstant(ms);
    return this.#closingAfter(ms);
  }

  /** Whether an instant lies in the window; one that is not whole does not. */
  #holds(ms: number): boolean {
    return Number.isInteger(ms) && ms >= this.#lo && ms <= this.#hi;
  }

  /** Widens the window to hold an instant, where it does not. */
  #reach(ms: number): void {
    if (!this.#holds(ms)) this.#cover(ms);
  }

  /** What has been worked from the start of the window to `ms`, which lies in it. */
  #workedBy(ms: number): number {
    const at = this.#closingAfter(ms);
    const into = ms - this.#rows[at]!;
    return this.#rows[at + 2]! + (into > 0 ? into : 0);
  }

  /** The first row that closes after `ms`, which lies in the window. */
  #closingAfter(ms: number): number {
    const rows = this.#rows;
    let at = this.#byDay[((ms - this.#lo) * DAYS_PER_MS) | 0]!;
    while (rows[at + 1]! <= ms) at += 3;
    return at;
  }

  /** The first row by whose close a running total, within the window's, has been reached. */
  #rowReaching(total: number): number {
    const rows = this.#rows;
    const share = Math.floor(total / this.#shareMs);
    let low = this.#byShare[share]!;
    if (rows[low + 5]! >= total) return low;
    let high = this.#byShare[share + 1]!;
    low += 3;
    while (low < high) {
      const middle = low + 3 * (((high - low) / 6) | 0);
      if (rows[middle + 5]! < total) low = middle + 3;
      else high = middle;
    }
    return low;
  }

  /** Refuses an instant outside the coverage. */
  #check(ms: number): void {
    if (!Number.isInteger(ms)) {
      throw new InvalidInstantError(
        "instant-not-finite",
        `${given(ms)} is not an instant; give whole epoch milliseconds.`,
        { given: given(ms) },
      );
    }
    if (ms < this.startMs || ms > this.endMs) throw this.#outside(ms);
  }

  #outside(ms: number): CoverageError {
    return this.#uncovered(ms < this.startMs ? "start" : "end", "not", ms);
  }

  #uncovered(bound: Bound, what: string, ms: number): CoverageError {
    return new CoverageError(
      `coverage-${bound}`,
      `Calendar "${this.#label}" covers ${isoOf(this.startMs)} to ${isoOf(this.endMs)}, ${what} ${isoOf(ms)}. ${this.#remedy}`,
      { calendar: this.#label, bound, boundMs: this[`${bound}Ms`], givenMs: ms },
    );
  }

  #cover(ms: number): void {
    this.#check(ms);
    const empty = Number.isNaN(this.#lo);
    const lo = empty ? ms : this.#lo;
    const hi = empty ? ms : this.#hi;
    const margin = Math.max(MARGIN_MS, (hi - lo) / 2);
    this.#compile(
      ms <= lo ? Math.max(this.startMs, Math.floor(ms - margin)) : lo,
      ms >= hi ? Math.min(this.endMs, Math.ceil(ms + margin)) : hi,
    );
  }

  /** Makes the window hold `ms` with something after it. */
  #widenToInstant(ms: number): void {
    if (ms === this.endMs) throw this.#outside(ms);
    this.#cover(ms);
  }

  /** Widens the window on one side. @throws {CoverageError} where the coverage ends there. */
  #widen(bound: Bound, what: string, ms: number): void {
    const at = bound === "end" ? this.#hi : this.#lo;
    if (at === this[`${bound}Ms`]) throw this.#uncovered(bound, `and ${what}`, ms);
    this.#cover(at);
  }

  /** The same for an amount that may be worked there. */
  #widenFor(bound: Bound, side: string, ms: number, amount: number): void {
    const what = `has no ${amount} ms of working time ${side}`;
    // No calendar works more than the time there is, so a hopeless amount is refused unsearched.
    if (amount > Math.abs(this[`${bound}Ms`] - ms)) throw this.#uncovered(bound, `and ${what}`, ms);
    this.#widen(bound, what, ms);
  }

  #compile(lo: number, hi: number): void {
    // All or nothing: a source that throws leaves the window as it was.
    const table = tabulate(periodsOf(this.#source, lo, hi), lo, hi);
    [this.#rows, this.#byDay, this.#byShare, this.#shareMs] = table;
    this.#total = this.#rows.at(-1)!;
    this.#lo = lo;
    this.#hi = hi;
  }
}

function unknownTie(tie: never, expected: readonly string[]): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${given(tie)} is not a tie; give ${expected.map((word) => `"${word}"`).join(" or ")}.`,
    { option: "tie", given: given(tie), expected },
  );
}

function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && Math.abs(ms) <= MAX_MS;
}

function checkOptions(options: unknown): asserts options is TimelineOptions {
  if (typeof options !== "object" || options === null) {
    throw new CoreHoursError(
      "options-invalid",
      `${given(options)} is not the options of a timeline; give { periods, startMs, endMs }.`,
      { given: given(options) },
    );
  }
  checkSource("periods" in options ? options.periods : undefined);
}

/** A column as long as another. */
function columnAs(column: Float64Array): Float64Array {
  sameLength(column);
  return new Float64Array(column.length);
}

function sameLength(...columns: readonly Float64Array[]): void {
  for (const column of columns) {
    if (isColumn(column)) continue;
    throw new CoreHoursError(
      "option-invalid",
      `${given(column)} is not a column; give a Float64Array.`,
      { given: given(column), expected: "Float64Array" },
    );
  }
  const lengths = columns.map((column) => column.length);
  if (new Set(lengths).size > 1) {
    throw new CoreHoursError(
      "length-mismatch",
      `The columns must have one length; they have ${lengths.join(", ")}.`,
      { lengths },
    );
  }
}
