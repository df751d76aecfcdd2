import {
  AllowanceError,
  CoreHoursError,
  CoverageError,
  InvalidInstantError,
  isoOf,
} from "./errors";
import type { PeriodSource } from "./periods";

/** Where an amount that runs out exactly at a closing is due: at that close, or at the next opening. */
export type Tie = "close" | "next-open";

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

const DAY_MS = 86_400_000;
/** To multiply by, which is quicker than to divide. */
const DAYS_PER_MS = 1 / DAY_MS;
/** The least that one compilation looks to either side of what was asked. */
const MARGIN_MS = 190 * DAY_MS;
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

  // The compiled window [lo, hi]. With `n` periods in it:
  //   opens[i], i < n    when period i opens; opens[n] is Infinity, so every search ends
  //   worked[i], i <= n  what was worked in the window before period i; worked[n + 1] = worked[n]
  //   byDay[d]           the first period that closes after the start of the window's day d
  //   byShare[s]         the first period at whose close at least s shares have been worked
  // A look-up in these with an index made from an instant inside the window cannot miss, which is
  // what every `!` in this class relies on.
  #lo = 0;
  #hi = -1;
  #count = 0;
  #total = 0;
  #share = 1;
  #opens = new Float64Array(1);
  #worked = new Float64Array(2);
  #byDay = new Int32Array(1);
  #byShare = new Int32Array(1);

  /** @throws {CoverageError} where the coverage has no length or is not finite. */
  constructor(options: TimelineOptions) {
    const { startMs, endMs } = options;
    this.#label = options.label ?? "timeline";
    this.#remedy = options.remedy ?? "Give it a wider coverage.";
    this.#source = options.periods;
    if (!(Number.isFinite(startMs) && Number.isFinite(endMs) && startMs < endMs)) {
      throw new CoverageError(
        "coverage-empty",
        `Calendar "${this.#label}" covers ${isoOf(startMs)} to ${isoOf(endMs)}, no time. ${this.#remedy}`,
        { calendar: this.#label, startMs, endMs },
      );
    }
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
    const i = this.#periodAt(ms); // First: it may compile another window.
    return this.#opens[i]! <= ms;
  }

  /**
   * The working time from `a` to `b`, in milliseconds; negative where `b` is before `a`.
   *
   * @throws {CoverageError} where either lies outside `[startMs, endMs]`.
   */
  between(a: number, b: number): number {
    // Both, before either is asked: totals count from the start of the window.
    if (!(this.#holds(a) && this.#holds(b))) this.#reach(a, b);
    return this.#workedBy(b) - this.#workedBy(a);
  }

  /**
   * The earliest instant `u >= ms` with exactly `amount` worked in `[ms, u)`; `ms` itself for zero.
   * A negative amount is subtracted.
   *
   * @param ms epoch milliseconds
   * @param amount milliseconds of working time
   * @param tie where an amount that runs out at a closing is due; only `add` has ties
   * @throws {CoverageError} where the coverage ends before the amount has been worked.
   * @throws {AllowanceError} where the amount is not a number.
   */
  add(ms: number, amount: number, tie: Tie = "close"): number {
    if (!(amount > 0))
      return amount < 0 ? this.subtract(ms, -amount) : this.#addNothing(ms, amount);
    if (!this.#holds(ms)) this.#reach(ms);
    const target = this.#workedBy(ms) + amount;
    while (target > this.#total) this.#widenFor("end", "after", ms, amount);
    const at = this.#instantOf(target);
    if (tie === "close") return at;
    if (tie !== "next-open") throw unknownTie(tie);
    return this.nextOpen(at);
  }

  /**
   * The latest instant `u <= ms` with exactly `amount` worked in `[u, ms)`; `ms` itself for zero.
   * The exact mirror of {@link add}.
   *
   * @param ms epoch milliseconds
   * @param amount milliseconds of working time; a negative one is added.
   * @throws {CoverageError} where the coverage begins after the amount has been worked.
   * @throws {AllowanceError} where the amount is not a number.
   */
  subtract(ms: number, amount: number): number {
    if (!(amount > 0)) return this.add(ms, -amount);
    this.#reach(ms);
    let target = this.#workedBy(ms) - amount;
    while (target < 0) {
      this.#widenFor("start", "before", ms, amount);
      target = this.#workedBy(ms) - amount;
    }
    // The latest instant at which only `target` had been worked lies in the period that goes on
    // from there: the one after the period that reaches it, where it ends exactly there.
    let i = this.#periodReaching(target);
    if (target === this.#worked[i + 1]!) i++;
    return this.#opens[i]! + (target - this.#worked[i]!);
  }

  /**
   * `ms` itself if open, else the next opening.
   *
   * @throws {CoverageError} where the coverage ends before the calendar opens.
   */
  nextOpen(ms: number): number {
    let i = this.#periodAt(ms);
    while (i === this.#count) {
      this.#widen("end", "never opens after", ms);
      i = this.#periodAt(ms);
    }
    return Math.max(ms, this.#opens[i]!);
  }

  /**
   * The first closing after `ms`.
   *
   * @throws {CoverageError} where the coverage ends before the calendar closes.
   */
  nextClose(ms: number): number {
    let i = this.#periodAt(ms);
    // A period cut by the end of the window closes somewhere beyond it.
    while (i === this.#count || this.#closeOf(i) === this.#hi) {
      this.#widen("end", "never closes after", ms);
      i = this.#periodAt(ms);
    }
    return this.#closeOf(i);
  }

  /**
   * The last opening at or before `ms`.
   *
   * @throws {CoverageError} where the coverage begins after it.
   */
  previousOpen(ms: number): number {
    for (;;) {
      const next = this.#periodAt(ms);
      const i = this.#opens[next]! <= ms ? next : next - 1;
      // A period cut by the start of the window opened somewhere before it.
      if (i >= 0 && this.#opens[i]! > this.#lo) return this.#opens[i]!;
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
      const i = this.#periodAt(ms) - 1;
      if (i >= 0) return this.#closeOf(i);
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
    out: Float64Array = new Float64Array(starts.length),
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
    out: Float64Array = new Float64Array(starts.length),
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
      const { opens, closes } = this.#source(from, Math.min(from + CHUNK_MS, b));
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

  #addNothing(ms: number, amount: number): number {
    if (amount !== 0) {
      throw new AllowanceError(
        "amount-not-a-number",
        `${String(amount)} is not an amount; give milliseconds.`,
        { calendar: this.#label, amount },
      );
    }
    this.#check(ms);
    return ms;
  }

  /** The index of the first period that closes after `ms`; the number of periods if none does. */
  #periodAt(ms: number): number {
    if (!(ms >= this.#lo && ms < this.#hi)) this.#widenToInstant(ms);
    let i = this.#byDay[Math.floor((ms - this.#lo) / DAY_MS)]!;
    while (this.#closeOf(i) <= ms) i++;
    return i;
  }

  /** Whether an instant lies in the window. */
  #holds(ms: number): boolean {
    return ms >= this.#lo && ms <= this.#hi;
  }

  /** Widens the window to hold some instants. */
  #reach(...instants: readonly number[]): void {
    for (const ms of instants) if (!this.#holds(ms)) this.#cover(ms);
  }

  /** What has been worked from the start of the window to `ms`, which lies in it. */
  #workedBy(ms: number): number {
    let i = this.#byDay[((ms - this.#lo) * DAYS_PER_MS) | 0]!;
    while (this.#closeOf(i) <= ms) i++;
    const into = ms - this.#opens[i]!;
    return this.#worked[i]! + (into > 0 ? into : 0);
  }

  /** The first instant by which a running total, within the window's, has been reached. */
  #instantOf(total: number): number {
    const i = this.#periodReaching(total);
    return this.#opens[i]! + (total - this.#worked[i]!);
  }

  /** The first period by whose close a running total, within the window's, has been reached. */
  #periodReaching(total: number): number {
    const share = Math.floor(total / this.#share);
    let low = this.#byShare[share]!;
    let high = this.#byShare[share + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#worked[middle + 1]! < total) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #closeOf(i: number): number {
    return this.#opens[i]! + (this.#worked[i + 1]! - this.#worked[i]!);
  }

  /** Refuses what is not an instant of the coverage. */
  #check(ms: number): void {
    if (!Number.isFinite(ms)) {
      throw new InvalidInstantError(
        "instant-not-finite",
        `${ms} is not an instant; give epoch milliseconds.`,
        { given: ms },
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
    const empty = this.#hi < this.#lo;
    const lo = empty ? ms : this.#lo;
    const hi = empty ? ms : this.#hi;
    const margin = Math.max(MARGIN_MS, (hi - lo) / 8);
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
    const { opens, closes } = this.#source(lo, hi);
    const n = opens.length;
    const starts = new Float64Array(n + 1);
    const worked = new Float64Array(n + 2);
    for (const [i, open] of opens.entries()) {
      starts[i] = open;
      worked[i + 1] = worked[i]! + (closes[i]! - open);
    }
    starts[n] = Number.POSITIVE_INFINITY;
    const total = worked[n]!;
    worked[n + 1] = total;

    const byDay = new Int32Array(Math.floor((hi - lo) / DAY_MS) + 1);
    let next = 0;
    for (const day of byDay.keys()) {
      while (closes[next]! <= lo + day * DAY_MS) next++;
      byDay[day] = next;
    }
    // A whole number of milliseconds, so that the shares themselves are exact.
    const share = Math.ceil(total / n) || 1;
    const byShare = new Int32Array(Math.floor(total / share) + 2);
    let reached = 0;
    for (const s of byShare.keys()) {
      // The last share may lie beyond the last period; searches end there, and find what is before.
      while (worked[reached + 1]! < s * share) reached++;
      byShare[s] = reached;
    }
    this.#lo = lo;
    this.#hi = hi;
    this.#count = n;
    this.#total = total;
    this.#share = share;
    this.#opens = starts;
    this.#worked = worked;
    this.#byDay = byDay;
    this.#byShare = byShare;
  }
}

function unknownTie(tie: never): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `"${String(tie)}" is not a tie; give "close" or "next-open".`,
    { option: "tie", given: String(tie), expected: ["close", "next-open"] },
  );
}

function sameLength(...columns: readonly Float64Array[]): void {
  const lengths = columns.map((column) => column.length);
  if (new Set(lengths).size > 1) {
    throw new CoreHoursError(
      "length-mismatch",
      `The columns must have one length; they have ${lengths.join(", ")}.`,
      { lengths },
    );
  }
}
