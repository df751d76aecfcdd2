import { addMonths, type CountedDays, type DayDue } from "../calendar/calendar-days";
import { type DayNumber, weekdayOf } from "../calendar/civil-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { type TabledZone, zoneNamed } from "../calendar/zone";
import type { Tie, Timeline } from "../timeline";
import { joinPieces, type Piece, whyClosed } from "./why";

/** What the amounts of a measure are counted in. */
export type Unit = "milliseconds" | "days";

/**
 * An allowance bound to a start: how much of it lies between two instants, and when an amount of it
 * is used up. The clock knows nothing else about what it counts.
 */
export interface Measure {
  readonly unit: Unit;
  /** How much may be used. */
  readonly allowance: number;
  /** What is used from `a` to `b`, where `a <= b`. */
  between(a: number, b: number): number;
  /** The instant by which `amount`, zero or more, is used up by a clock that runs from `a` on. */
  add(a: number, amount: number): number;
  /** Whether an answer that reaches up to an instant rests on projected bank holidays. */
  isProvisional(untilMs: number): boolean;
  /** A stretch over which the clock runs, in parts: what each of them uses, and why. */
  split(a: number, b: number): Piece[];
}

/** An allowance before any start; the same one serves every ticket. */
export interface Allowance {
  readonly unit: Unit;
  /** The zone of its calendar. */
  readonly zone: TabledZone;
  /** The measure of this allowance from a start, epoch milliseconds. */
  from(startMs: number): Measure;
}

/** An amount of working time on a timeline. */
export class WorkingTime implements Allowance, Measure {
  readonly unit = "milliseconds";
  readonly allowance: number;
  readonly zone: TabledZone;
  readonly #calendar: WorkingCalendar;
  readonly #timeline: Timeline;
  readonly #tie: Tie;

  constructor(calendar: WorkingCalendar, amountMs: number, tie: Tie) {
    this.allowance = amountMs;
    this.zone = zoneNamed(calendar.timeZone);
    this.#calendar = calendar;
    this.#timeline = calendar.timeline;
    this.#tie = tie;
  }

  /** Working time is the same from every start. */
  from(): Measure {
    return this;
  }

  between(a: number, b: number): number {
    return this.#timeline.between(a, b);
  }

  add(a: number, amount: number): number {
    // Nothing left at a closing is, under "next-open", still due only when the calendar opens.
    if (amount === 0 && this.#tie === "next-open") return this.#timeline.nextOpen(a);
    return this.#timeline.add(a, amount, this.#tie);
  }

  isProvisional(untilMs: number): boolean {
    return untilMs > this.#calendar.publishedUntilMs;
  }

  split(a: number, b: number): Piece[] {
    const pieces: Piece[] = [];
    let at = a;
    for (const { openMs, closeMs } of this.#timeline.periods(a, b)) {
      pieces.push(...this.#closed(at, openMs));
      pieces.push({
        fromMs: openMs,
        toMs: closeMs,
        amount: closeMs - openMs,
        why: "counted",
        title: null,
      });
      at = closeMs;
    }
    return joinPieces([...pieces, ...this.#closed(at, b)]);
  }

  /** Time out of hours, date by date. */
  #closed(a: number, b: number): Piece[] {
    const { days } = this.#calendar;
    return byDate(days, a, b).map(({ day, ...span }) => {
      const reason: Pick<Piece, "why" | "title"> = days.has(day)
        ? { why: "outside-hours", title: null }
        : whyClosed(weekdayOf(day), days.reasonFor(day));
      return { ...span, ...reason, amount: 0 };
    });
  }
}

/** A span of time in parts, one for each date. */
function byDate(days: CountedDays, a: number, b: number) {
  const spans: { readonly day: DayNumber; readonly fromMs: number; readonly toMs: number }[] = [];
  for (let fromMs = a; fromMs < b; ) {
    const day = days.dayAt(fromMs);
    const toMs = Math.min(days.endOf(day), b);
    spans.push({ day, fromMs, toMs });
    fromMs = toMs;
  }
  return spans;
}

/** How many days: a number of them, or as many as a number of months from the start has. */
export type DayAmount = { readonly days: number } | { readonly months: number };

/** How days are counted. */
export interface DayRules {
  readonly zone: TabledZone;
  readonly days: CountedDays;
  readonly due: DayDue;
  readonly cutoff: string | undefined;
  /** The end of the last date whose bank holidays are published; Infinity where none are used. */
  readonly publishedUntilMs: number;
}

/** An amount of days, working or civil, each used up by a clock that runs at the day's due moment. */
export class DayCount implements Allowance {
  readonly unit = "days";
  readonly zone: TabledZone;
  readonly #rules: DayRules;
  readonly #amount: DayAmount;

  constructor(rules: DayRules, amount: DayAmount) {
    this.zone = rules.zone;
    this.#rules = rules;
    this.#amount = amount;
  }

  from(startMs: number): Measure {
    const dayZero = this.#rules.days.received(startMs, this.#rules.cutoff);
    const allowance =
      "days" in this.#amount
        ? this.#amount.days
        : addMonths(dayZero, this.#amount.months) - dayZero;
    return new DaysFrom(this.#rules, startMs, dayZero, allowance);
  }
}

/** Days counted from one start, whose date (day 0) does not count. */
class DaysFrom implements Measure {
  readonly unit = "days";
  readonly allowance: number;
  readonly #rules: DayRules;
  readonly #startMs: number;
  readonly #dayZero: DayNumber;

  constructor(rules: DayRules, startMs: number, dayZero: DayNumber, allowance: number) {
    this.allowance = allowance;
    this.#rules = rules;
    this.#startMs = startMs;
    this.#dayZero = dayZero;
  }

  between(a: number, b: number): number {
    return this.#rules.days.between(this.#lastUsedBy(a), this.#lastUsedBy(b));
  }

  add(a: number, amount: number): number {
    if (amount > 0) return this.#momentOf(this.#rules.days.nth(this.#lastUsedBy(a), amount));
    // No days at all are due at the end of day 0; none left, at once.
    return this.allowance === 0 ? Math.max(a, this.#momentOf(this.#dayZero)) : a;
  }

  isProvisional(untilMs: number): boolean {
    return untilMs > this.#rules.publishedUntilMs;
  }

  split(a: number, b: number): Piece[] {
    const { days } = this.#rules;
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
    // A night shift closes on the date after its own, so the date before may not be used up either.
    for (let day = date; day >= date - 1 && day > this.#dayZero; day--) {
      if (days.has(day) && this.#momentOf(day) > ms) last = day - 1;
    }
    return Math.max(last, this.#dayZero);
  }

  #momentOf(day: DayNumber): number {
    return this.#rules.days.dueOn(day, this.#rules.due, this.#startMs);
  }
}
