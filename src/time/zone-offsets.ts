import { IANAZone } from "luxon";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../timeline/units";

/**
 * How far apart offsets are sampled: less than any two changes that cancel each other. The closest
 * on record are seven days apart (Asia/Gaza, October 2040, around Ramadan), then eight (Africa/Tunis,
 * April 1943).
 */
const STEP_MS = 6 * DAY_MS;

/** Samples that are kept beyond the table: those of some seventy years. */
const MOST_SAMPLES = 4_096;

/**
 * The offsets of one zone as a table: the instants at which the offset changes, and the offset after
 * each. Read from Luxon by sampling and bisection, once for each stretch of time that is made ready.
 *
 * Wall-clock times are written as the epoch milliseconds at which a clock in UTC would show them.
 */
export class ZoneOffsets {
  readonly #read: (ms: number) => number;
  // The table holds for [fromMs, toMs]: offsets[i] until changes[i], the last one from there on.
  #fromMs = 0;
  #toMs = -1;
  #changes: number[] = [];
  #offsets: number[] = [];
  /** Offsets beyond the table, by the number of their step. */
  readonly #samples = new Map<number, number>();

  /** @param zoneName an IANA zone; it must be valid. */
  constructor(zoneName: string) {
    const zone = IANAZone.create(zoneName);
    // Luxon gives minutes, with a fraction where old local time had seconds.
    // It knows none for the first and the last hours that a Date can hold.
    this.#read = (ms) => Math.round(zone.offset(ms) * MINUTE_MS) || 0;
  }

  /** Whether the table already answers for an instant. */
  holds(ms: number): boolean {
    return ms >= this.#fromMs && ms <= this.#toMs;
  }

  /**
   * What to add to an instant to get its wall-clock time, in milliseconds: from the table, or from the
   * samples on both sides of the instant where the table does not reach.
   */
  offsetAt(ms: number): number {
    // `offsets` has one entry more than `changes`, so the index is always one of it.
    return this.holds(ms) ? (this.#offsets[this.#changesBy(ms)] as number) : this.#sampledAt(ms);
  }

  /** Two samples that are equal hold for all instants between them, as they do in the table. */
  #sampledAt(ms: number): number {
    const step = Math.floor(ms / STEP_MS);
    const before = this.#sample(step);
    return before === this.#sample(step + 1) ? before : this.#read(ms);
  }

  #sample(step: number): number {
    let offset = this.#samples.get(step);
    if (offset === undefined) {
      offset = this.#read(step * STEP_MS);
      if (this.#samples.size >= MOST_SAMPLES) this.#samples.clear();
      this.#samples.set(step, offset);
    }
    return offset;
  }

  /** Whether the offset changes in `(afterMs, untilMs]`. */
  changesWithin(afterMs: number, untilMs: number): boolean {
    this.ensure(afterMs, untilMs);
    return this.#changesBy(afterMs) !== this.#changesBy(untilMs);
  }

  /** The wall-clock time at an instant. */
  wallAt(ms: number): number {
    return ms + this.offsetAt(ms);
  }

  /**
   * The wall-clock time at which something that ends at an instant ends: what a clock shows as it comes
   * to that instant, which a change of the clock at that very instant does not alter.
   */
  closingWallAt(ms: number): number {
    const reached = ms + this.offsetAt(ms - 1);
    return this.instantOf(reached) === ms ? reached : this.wallAt(ms);
  }

  /**
   * The instant at which a clock shows a wall-clock time: the first of two, and for a time that is
   * skipped, as much later as the gap is long (RFC 5545; Temporal's "compatible").
   */
  instantOf(wallMs: number): number {
    // Offsets lie within a day of UTC, so these two are those before and after any change near it.
    const offsetBefore = this.offsetAt(wallMs - DAY_MS);
    const offsetAfter = this.offsetAt(wallMs + DAY_MS);
    const before = wallMs - offsetBefore;
    // Changes that cancel each other lie further apart.
    if (offsetBefore === offsetAfter || this.wallAt(before) === wallMs) return before;
    const after = wallMs - offsetAfter;
    return this.wallAt(after) === wallMs ? after : before;
  }

  /** How often a clock shows a wall-clock time. */
  timesShown(wallMs: number): 0 | 1 | 2 {
    const offsetBefore = this.offsetAt(wallMs - DAY_MS);
    const offsetAfter = this.offsetAt(wallMs + DAY_MS);
    if (offsetBefore === offsetAfter) return 1;
    const isShown = (offsetMs: number) => this.wallAt(wallMs - offsetMs) === wallMs;
    if (isShown(offsetBefore)) return isShown(offsetAfter) ? 2 : 1;
    return isShown(offsetAfter) ? 1 : 0;
  }

  /** Makes the table answer for `[fromMs, toMs]` without reading the zone again. */
  ensure(fromMs: number, toMs: number): void {
    if (fromMs >= this.#fromMs && toMs <= this.#toMs) return;
    const first = Math.floor(fromMs / STEP_MS) * STEP_MS;
    const last = Math.ceil(toMs / STEP_MS) * STEP_MS;
    if (this.#toMs < this.#fromMs) {
      this.#fromMs = first;
      this.#toMs = first;
      this.#offsets = [this.#read(first)];
    }
    if (first < this.#fromMs) {
      const { changes, offsets } = this.#scan(first, this.#fromMs);
      this.#changes = [...changes, ...this.#changes];
      this.#offsets = [this.#read(first), ...offsets, ...this.#offsets.slice(1)];
      this.#fromMs = first;
    }
    if (last > this.#toMs) {
      const { changes, offsets } = this.#scan(this.#toMs, last);
      this.#changes = [...this.#changes, ...changes];
      this.#offsets = [...this.#offsets, ...offsets];
      this.#toMs = last;
    }
  }

  /** How many changes lie at or before an instant. */
  #changesBy(ms: number): number {
    const changes = this.#changes;
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // `middle` lies between two indexes of the array.
      if ((changes[middle] as number) <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Every change in `(fromMs, toMs]`, both on the sampling grid, with the offset after it. */
  #scan(fromMs: number, toMs: number): { changes: number[]; offsets: number[] } {
    const changes: number[] = [];
    const offsets: number[] = [];
    let offset = this.#read(fromMs);
    for (let ms = fromMs; ms < toMs; ms += STEP_MS) {
      const next = this.#read(ms + STEP_MS);
      this.#bisect(ms, offset, ms + STEP_MS, next, (atMs, after) => {
        changes.push(atMs);
        offsets.push(after);
      });
      offset = next;
    }
    return { changes, offsets };
  }

  /** Narrows down to each change in `(lowMs, highMs]`: by the hour first, where nearly all lie. */
  #bisect(
    lowMs: number,
    low: number,
    highMs: number,
    high: number,
    found: (atMs: number, offsetAfter: number) => void,
  ): void {
    if (low === high) return;
    const span = highMs - lowMs;
    if (span <= SECOND_MS) {
      found(highMs, high);
      return;
    }
    const middleMs =
      span > HOUR_MS
        ? lowMs + Math.ceil(span / 2 / HOUR_MS) * HOUR_MS
        : span === HOUR_MS
          ? highMs - SECOND_MS
          : lowMs + Math.ceil(span / 2 / SECOND_MS) * SECOND_MS;
    const middle = this.#read(middleMs);
    this.#bisect(lowMs, low, middleMs, middle, found);
    this.#bisect(middleMs, middle, highMs, high, found);
  }
}
