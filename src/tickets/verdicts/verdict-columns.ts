import { type NumericReading, STATUSES } from "../../index";
import { Codes } from "../columns/codes";
import { Column } from "../columns/column";
import type { ReportRow } from "./row";

/** What a verdict says besides its ticket and its numbers: few verdicts of a log say something new. */
interface Words
  extends Pick<
    ReportRow,
    | "policy"
    | "target"
    | "timeZone"
    | "severity"
    | "status"
    | "breached"
    | "hasAllowance"
    | "unit"
    | "provisional"
    | "incomplete"
  > {
  /** Where each of the numbers lies behind the first of the verdict, or what it is without lying anywhere. */
  readonly places: readonly number[];
}

/** A number that is null, and one that is 0. */
const IS_NULL = -1;
const IS_ZERO = -2;

/** What a verdict is of. */
export interface JudgedBy {
  readonly policy: string;
  readonly target: string;
  readonly timeZone: string;
}

/**
 * The verdicts of a log. Their numbers lie in one column, without those that are null, 0 or the same as
 * another, and what many verdicts say alike is kept once. An object with all of it for each verdict of a
 * long log would not fit into memory.
 */
export class VerdictColumns {
  readonly rows: ReportRow[] = [];
  readonly #numbers = new Column(Float64Array);
  readonly #severities = new Codes<string | null>();
  /** By what they are of, then by the code of their other words, then by the code of their places. */
  readonly #words = new Map<JudgedBy, Map<number, Map<number, Words>>>();

  /** @param by what it is of, the same object for every verdict of that kind */
  add(
    reading: NumericReading & { readonly ticket: string },
    by: JudgedBy,
    incomplete: boolean,
  ): void {
    const start = this.#numbers.length;
    // In the order in which a row looks them up.
    const places = [
      this.#keep(reading.startedAtMs, start),
      this.#keep(reading.dueAtMs, start),
      this.#keep(reading.projectedDueAtMs, start),
      this.#keep(reading.stoppedAtMs, start),
      this.#keep(reading.breachedAtMs, start),
      this.#keep(reading.percentElapsed ?? 0, start),
      this.#keep(reading.elapsed, start),
      this.#keep(reading.remaining ?? 0, start),
      this.#keep(reading.overrun, start),
      this.#keep(reading.pausedFor, start),
    ];
    const words = this.#wordsOf(reading, by, incomplete, places);
    this.rows.push(new ColumnRow(reading.ticket, words, this.#numbers, start));
  }

  /**
   * Adds a number of the verdict that starts at a place of the column, unless nothing has to be kept.
   *
   * @returns where it lies behind the first, or what it is without lying anywhere
   */
  #keep(value: number | null, start: number): number {
    if (value === null) return IS_NULL;
    if (value === 0) return IS_ZERO;
    const end = this.#numbers.length;
    for (let place = start; place < end; place += 1) {
      if (this.#numbers.get(place) === value) return place - start;
    }
    return this.#numbers.push(value) - start;
  }

  #wordsOf(
    reading: NumericReading,
    by: JudgedBy,
    incomplete: boolean,
    places: readonly number[],
  ): Words {
    const { status, breached, unit, provisional, severity, allowance } = reading;
    const hasAllowance = allowance !== null || status === "not-applicable";
    let code = this.#severities.of(severity) * STATUSES.length + STATUSES.indexOf(status);
    for (const flag of [breached, unit === "days", provisional, incomplete, hasAllowance]) {
      code = code * 2 + (flag ? 1 : 0);
    }
    let layout = 0;
    for (const place of places) layout = layout * (places.length + 2) + place + 2;
    const ofTarget = this.#words.get(by) ?? new Map<number, Map<number, Words>>();
    this.#words.set(by, ofTarget);
    const alike = ofTarget.get(code) ?? new Map<number, Words>();
    ofTarget.set(code, alike);
    const known = alike.get(layout);
    if (known) return known;
    const own = { severity, status, breached, unit, provisional, incomplete, hasAllowance };
    const words: Words = { ...by, ...own, places };
    alike.set(layout, words);
    return words;
  }
}

/** A verdict that looks its numbers up. */
class ColumnRow implements ReportRow {
  readonly #words: Words;
  readonly #numbers: Column;
  readonly #start: number;

  constructor(
    readonly ticket: string,
    words: Words,
    numbers: Column,
    start: number,
  ) {
    this.#words = words;
    this.#numbers = numbers;
    this.#start = start;
  }

  get policy() {
    return this.#words.policy;
  }
  get target() {
    return this.#words.target;
  }
  get severity() {
    return this.#words.severity;
  }
  get status() {
    return this.#words.status;
  }
  get breached() {
    return this.#words.breached;
  }
  get openedMs() {
    return this.#number(0);
  }
  get dueMs() {
    return this.#number(1);
  }
  get projectedDueMs() {
    return this.#number(2);
  }
  get stoppedMs() {
    return this.#number(3);
  }
  get breachedMs() {
    return this.#number(4);
  }
  get hasAllowance() {
    return this.#words.hasAllowance;
  }
  get usedPercent() {
    return this.#number(5) ?? 0;
  }
  get unit() {
    return this.#words.unit;
  }
  get elapsed() {
    return this.#number(6) ?? 0;
  }
  get remaining() {
    return this.#number(7) ?? 0;
  }
  get overdue() {
    return this.#number(8) ?? 0;
  }
  get pausedFor() {
    return this.#number(9) ?? 0;
  }
  get provisional() {
    return this.#words.provisional;
  }
  get incomplete() {
    return this.#words.incomplete;
  }
  get timeZone() {
    return this.#words.timeZone;
  }

  #number(nth: number): number | null {
    const place = this.#words.places[nth] ?? IS_NULL;
    if (place === IS_NULL) return null;
    return place === IS_ZERO ? 0 : this.#numbers.get(this.#start + place);
  }
}
