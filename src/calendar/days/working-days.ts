import { show } from "../../input/show";
import { type DayNumber, formatDate } from "../../time/civil-date";
import { AllowanceError, CoverageError } from "../../timeline";
import { DaySet } from "./day-set";

/** What to call a calendar in errors, and what to do about its coverage. */
interface Naming {
  readonly label: string;
  readonly remedy: string;
}

/** The working days of a calendar, which refuses every date that it does not cover. */
export class WorkingDays {
  readonly #days: DaySet;
  readonly #naming: Naming;
  readonly #fromDay: DayNumber;
  readonly #toDay: DayNumber;

  /** @param isWorking whether a date between the first and the last is a working day */
  constructor(
    isWorking: (day: DayNumber) => boolean,
    fromDay: DayNumber,
    toDay: DayNumber,
    naming: Naming,
  ) {
    this.#fromDay = fromDay;
    this.#toDay = toDay;
    this.#naming = naming;
    this.#days = new DaySet(isWorking, fromDay, toDay);
  }

  /** Whether a date is a working day. */
  has(day: DayNumber): boolean {
    this.#check(day);
    return this.#days.has(day);
  }

  /** How many working days come after date `a` up to and including date `b`; negative if `b < a`. */
  between(a: DayNumber, b: DayNumber): number {
    this.#check(a);
    this.#check(b);
    return this.#days.between(a, b);
  }

  /**
   * The n-th working day after a date, or before it if `n` is negative; the date itself for 0.
   *
   * @throws {AllowanceError} if `n` is not a whole number.
   * @throws {CoverageError} if the coverage does not hold that many.
   */
  nth(day: DayNumber, n: number): DayNumber {
    if (!Number.isSafeInteger(n)) {
      throw new AllowanceError(
        "working-days-not-whole",
        `${show(n)} is not a number of working days; give a whole number.`,
        { given: n },
      );
    }
    this.#check(day);
    if (n === 0) return day;
    // No calendar has more working days than days, so a larger number is refused without a search.
    if (Math.abs(n) > this.#toDay - this.#fromDay) throw this.#tooMany(day, n);
    const found = this.#days.nth(day, n);
    if (found === undefined) throw this.#tooMany(day, n);
    return found;
  }

  #tooMany(day: DayNumber, n: number): CoverageError {
    const [side, bound] = n > 0 ? (["after", "end"] as const) : (["before", "start"] as const);
    const days = `${Math.abs(n)} working days ${side} ${formatDate(day)}`;
    return this.#uncovered(`${days} do not fit in it`, bound);
  }

  #check(day: DayNumber): void {
    if (day < this.#fromDay) throw this.#uncovered(`${formatDate(day)} lies before it`, "start");
    if (!(day <= this.#toDay)) throw this.#uncovered(`${formatDate(day)} lies beyond it`, "end");
  }

  #uncovered(why: string, bound: "start" | "end"): CoverageError {
    const { label, remedy } = this.#naming;
    const dates = { from: formatDate(this.#fromDay), to: formatDate(this.#toDay) };
    return new CoverageError(
      `coverage-${bound}`,
      `Calendar "${label}" covers the dates ${dates.from} to ${dates.to}, and ${why}. ${remedy}`,
      { calendar: label, bound, ...dates },
    );
  }
}
