import { type DayNumber, formatDate } from "../../time/civil-date";
import { AllowanceError } from "../../timeline";
import type { CalendarModel, DayReason } from "../calendar-model";
import {
  type CountedDays,
  type DayDue,
  type DueAt,
  dayAt,
  dueOn,
  endOf,
  timeOn,
} from "./counted-days";
import { WorkingDays } from "./working-days";

/** The working days of a calendar as instants. */
export class CalendarDays implements CountedDays {
  readonly #model: CalendarModel;
  readonly #working: WorkingDays;

  constructor(model: CalendarModel) {
    this.#model = model;
    this.#working = new WorkingDays(
      (day) => model.periodsOn(day).opens.length > 0,
      model.fromDay,
      model.toDay,
      { label: model.id, remedy: model.remedy },
    );
  }

  dayAt(ms: number): DayNumber {
    return dayAt(this.#model.zone, ms);
  }

  has(day: DayNumber): boolean {
    return this.#working.has(day);
  }

  nth(day: DayNumber, n: number): DayNumber {
    return this.#working.nth(day, n);
  }

  between(a: DayNumber, b: DayNumber): number {
    return this.#working.between(a, b);
  }

  /** Whether an instant is at or after a wall-clock time of its date. */
  isAtOrAfter(ms: number, time: string): boolean {
    return ms >= timeOn(this.#model.zone, this.dayAt(ms), time);
  }

  received(ms: number, cutoff: string | undefined): DayNumber {
    const day = this.dayAt(ms);
    if (cutoff === undefined) return day;
    const inTime = ms < timeOn(this.#model.zone, day, cutoff) && this.has(day);
    return inTime ? day : this.nth(day, 1);
  }

  endOf(day: DayNumber): number {
    return endOf(this.#model.zone, day);
  }

  /** The first opening of a date; undefined if it is not a working day. */
  openOn(day: DayNumber): number | undefined {
    return this.#model.periodsOn(day).opens.at(0);
  }

  reasonFor(day: DayNumber): DayReason {
    return this.#model.reasonFor(day);
  }

  dueOn(day: DayNumber, due: DayDue | DueAt, startMs: number): number {
    if (typeof due === "object") {
      return Math.min(timeOn(this.#model.zone, day, due.at), this.dueOn(day, "close", startMs));
    }
    if (due !== "close") return dueOn(this.#model.zone, day, due, startMs);
    const close = this.#lastCloseOf(day);
    // A shift that began on the date before may end later than this date's last shift.
    if (close !== undefined) return Math.max(close, this.#lastCloseOf(day - 1) ?? close);
    throw new AllowanceError(
      "day-never-closes",
      `${formatDate(day)} is not a working day of calendar "${this.#model.id}" and has no closing to be due at. Use due: "end-of-day".`,
      { calendar: this.#model.id, date: formatDate(day) },
    );
  }

  #lastCloseOf(day: DayNumber): number | undefined {
    return this.#model.periodsOn(day).closes.at(-1);
  }
}
