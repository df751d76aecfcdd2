import { AllowanceError, CoverageError, Timeline } from "../timeline";
import { DAY_MS, type DayNumber, formatDate } from "./civil-date";
import { show } from "./show";

/** What to call a calendar in errors, and what to do about its coverage. */
interface Naming {
  readonly label: string;
  readonly remedy: string;
}

/**
 * The working days of a calendar, counted by the same engine as its hours: a timeline on which every
 * working day is open for one tick at its beginning, so that what is worked is the number of days.
 */
export class WorkingDays {
  readonly #ticks: Timeline;
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
    this.#ticks = new Timeline({
      startMs: fromDay * DAY_MS,
      endMs: (toDay + 1) * DAY_MS,
      ...naming,
      periods: (fromMs, toMs) => {
        const opens: number[] = [];
        for (let day = Math.ceil(fromMs / DAY_MS); day * DAY_MS < toMs; day++) {
          if (isWorking(day)) opens.push(day * DAY_MS);
        }
        return { opens, closes: opens.map((open) => open + 1) };
      },
    });
  }

  /** Whether a date is a working day. */
  has(day: DayNumber): boolean {
    this.#check(day);
    return this.#ticks.isOpen(day * DAY_MS);
  }

  /** How many working days come after date `a` up to and including date `b`; negative where `b < a`. */
  between(a: DayNumber, b: DayNumber): number {
    this.#check(a);
    this.#check(b);
    return this.#ticks.between((a + 1) * DAY_MS, (b + 1) * DAY_MS);
  }

  /**
   * The n-th working day after a date, or before it where `n` is negative; the date itself for 0.
   *
   * @throws {AllowanceError} where `n` is not a whole number.
   * @throws {CoverageError} where the coverage does not hold so many.
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
    // No calendar has more working days than days, so a hopeless number is refused unsearched.
    if (n > this.#toDay - day || -n > day - this.#fromDay) throw this.#tooMany(day, n);
    try {
      const tick =
        n > 0 ? this.#ticks.add((day + 1) * DAY_MS, n) : this.#ticks.subtract(day * DAY_MS, -n);
      return Math.floor(tick / DAY_MS);
    } catch (error) {
      throw error instanceof CoverageError ? this.#tooMany(day, n) : error;
    }
  }

  #tooMany(day: DayNumber, n: number): CoverageError {
    return this.#uncovered(
      `${Math.abs(n)} working days ${n > 0 ? "after" : "before"} ${formatDate(day)} do not fit in it`,
      n > 0 ? "end" : "start",
    );
  }

  #check(day: DayNumber): void {
    if (day >= this.#fromDay && day <= this.#toDay) return;
    const early = day < this.#fromDay;
    throw this.#uncovered(
      `${formatDate(day)} lies ${early ? "before" : "beyond"} it`,
      early ? "start" : "end",
    );
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
