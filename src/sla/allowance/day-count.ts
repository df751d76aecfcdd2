import { addMonths } from "../../calendar/days/civil-days";
import type { CountedDays, DayDue, DueAt } from "../../calendar/days/counted-days";
import { type DayNumber, weekdayOf } from "../../time/civil-date";
import type { TabledZone } from "../../time/zone";
import { DAY_MS } from "../../timeline/units";
import type { Allowance, Measure, WorkClock } from "./measure";
import { byDate, joinPieces, type Piece, whyClosed } from "./pieces";

/** How many days: a number of days, or the number of days in so many months from the start. */
export type DayAmount =
  | { readonly days: number }
  | { readonly months: number; readonly monthEnd: "clamp" | "keep" };

/** How days are counted. */
export interface DayRules {
  readonly zone: TabledZone;
  readonly days: CountedDays;
  readonly due: DayDue | DueAt;
  readonly cutoff: string | undefined;
  /** The working time in the days; all time if every day counts. */
  readonly work: WorkClock;
  /** The end of the last date whose bank holidays are published; Infinity if none are used. */
  readonly publishedUntilMs: number;
}

/** An amount of working or civil days. A clock that runs at a day's due moment uses that day up. */
export class DayCount implements Allowance {
  readonly zone: TabledZone;
  readonly basis: string;
  readonly #rules: DayRules;
  readonly #amount: DayAmount;

  /** @param basis a name for the days and the way of counting them */
  constructor(rules: DayRules, amount: DayAmount, basis: string) {
    this.basis = basis;
    this.zone = rules.zone;
    this.#rules = rules;
    this.#amount = amount;
  }

  from(startMs: number): Measure {
    const dayZero = this.#rules.days.received(startMs, this.#rules.cutoff);
    const allowance =
      "days" in this.#amount
        ? this.#amount.days
        : addMonths(dayZero, this.#amount.months, this.#amount.monthEnd) - dayZero;
    return new DaysFrom(this.#rules, startMs, dayZero, allowance);
  }

  isOpen(atMs: number): boolean {
    const { days } = this.#rules;
    return days.has(days.dayAt(atMs));
  }
}

/** Days counted from one start. The date of the start is day 0 and does not count. */
class DaysFrom implements Measure {
  readonly unit = "days";
  readonly work: WorkClock;
  readonly allowance: number;
  readonly #rules: DayRules;
  readonly #startMs: number;
  readonly #dayZero: DayNumber;

  constructor(rules: DayRules, startMs: number, dayZero: DayNumber, allowance: number) {
    this.allowance = allowance;
    this.work = rules.work;
    this.#rules = rules;
    this.#startMs = startMs;
    this.#dayZero = dayZero;
  }

  between(a: number, b: number): number {
    return this.#rules.days.between(this.#lastUsedBy(a), this.#lastUsedBy(b));
  }

  add(a: number, amount: number): number {
    if (amount > 0) return this.#momentOf(this.#rules.days.nth(this.#lastUsedBy(a), amount));
    // An allowance of zero days is due at the end of day 0. If no days are left, it is due at once.
    return this.allowance === 0 ? Math.max(a, this.#momentOf(this.#dayZero)) : a;
  }

  isProvisional(untilMs: number): boolean {
    return untilMs > this.#rules.publishedUntilMs;
  }

  split(a: number, b: number): Piece[] {
    const { days, zone } = this.#rules;
    zone.offsets.ensure(a - DAY_MS, b + DAY_MS); // Once for all dates: there may be many.
    const pieces = byDate(days, a, b).map(({ day, fromMs, toMs }): Piece => {
      const amount = this.between(fromMs, toMs);
      return { fromMs, toMs, amount, ...this.#why(day, amount) };
    });
    return joinPieces(pieces);
  }

  #why(day: DayNumber, amount: number): Pick<Piece, "why" | "title"> {
    const { days } = this.#rules;
    if (amount > 0) return { why: "counted", title: null };
    if (day <= this.#dayZero) return { why: "day-zero", title: null };
    if (days.has(day)) return { why: "day-not-over", title: null };
    return whyClosed(weekdayOf(day), days.reasonFor(day));
  }

  /** The last date, from day 0 on, whose due moment is at or before an instant. */
  #lastUsedBy(ms: number): DayNumber {
    const { days } = this.#rules;
    const date = days.dayAt(ms);
    let last = date;
    // A night shift closes on the next date, so the date before may not be used up yet either.
    for (let day = date; day >= date - 1 && day > this.#dayZero; day--) {
      if (days.has(day) && this.#momentOf(day) > ms) last = day - 1;
    }
    return Math.max(last, this.#dayZero);
  }

  #momentOf(day: DayNumber): number {
    return this.#rules.days.dueOn(day, this.#rules.due, this.#startMs);
  }
}
