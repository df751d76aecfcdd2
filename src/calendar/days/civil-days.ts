import { type DayNumber, dayNumber, FIRST_DAY, formatDate, LAST_DAY } from "../../time/civil-date";
import type { TabledZone } from "../../time/zone";
import { CoverageError } from "../../timeline";
import { DAY_MS } from "../../timeline/units";
import type { DayReason } from "../calendar-model";
import {
  type CountedDays,
  type DayDue,
  type DueAt,
  dayAt,
  dueOn,
  endOf,
  timeOn,
} from "./counted-days";
/** Every civil date of a zone, one after the other. */
export class CivilDays implements CountedDays {
  readonly #zone: TabledZone;

  constructor(zone: TabledZone) {
    this.#zone = zone;
  }

  dayAt(ms: number): DayNumber {
    return inReach(dayAt(this.#zone, ms));
  }

  has(): boolean {
    return true;
  }

  nth(day: DayNumber, n: number): DayNumber {
    return inReach(day + n);
  }

  between(a: DayNumber, b: DayNumber): number {
    return b - a;
  }

  received(ms: number, cutoff: string | undefined): DayNumber {
    const day = this.dayAt(ms);
    if (cutoff === undefined) return day;
    return ms < timeOn(this.#zone, day, cutoff) ? day : day + 1;
  }

  endOf(day: DayNumber): number {
    return endOf(this.#zone, day);
  }

  reasonFor(): DayReason {
    return { because: "week" };
  }

  dueOn(day: DayNumber, due: DayDue | DueAt, startMs: number): number {
    // Civil days never close.
    if (typeof due === "object") return timeOn(this.#zone, day, due.at);
    return dueOn(this.#zone, day, due === "close" ? "end-of-day" : due, startMs);
  }
}

/**
 * The same day of a later month, or the last day of that month if it is shorter.
 *
 * @param monthEnd `keep`: the last day of a month leads to the last day of the later month
 * @example addMonths of 31 August 2026 by 6 is 28 February 2027
 * @example addMonths of 30 November 2026 by 1 is 30 December 2026, and 31 December with `keep`
 */
export function addMonths(day: DayNumber, months: number, monthEnd?: "clamp" | "keep"): DayNumber {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1 + months;
  const last = dayNumber(year, month + 1, 0);
  // The day after the last of a month is the first of the next.
  const isLast = new Date((day + 1) * DAY_MS).getUTCDate() === 1;
  if (monthEnd === "keep" && isLast) return inReach(last);
  return inReach(Math.min(dayNumber(year, month, date.getUTCDate()), last));
}

function inReach(day: DayNumber): DayNumber {
  if (day < FIRST_DAY) throw beyond("coverage-start");
  if (!(day <= LAST_DAY)) throw beyond("coverage-end");
  return day;
}

function beyond(code: "coverage-start" | "coverage-end"): CoverageError {
  return new CoverageError(
    code,
    "Calendar days are counted from 1900 to 2200, and this leads beyond them. Give an instant within them, or a smaller amount.",
    { from: formatDate(FIRST_DAY), to: formatDate(LAST_DAY) },
  );
}
