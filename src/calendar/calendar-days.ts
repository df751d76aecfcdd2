import { AllowanceError, CoverageError } from "../timeline";
import type { CalendarModel, DayReason } from "./calendar-model";
import { DAY_MS, type DayNumber, dayNumber, dayOfWall, formatDate } from "./civil-date";
import { parseWallTime } from "./wall-time";
import { WorkingDays } from "./working-days";
import type { TabledZone } from "./zone";

/** At which moment of its last day a count of days is due. */
export type DayDue = "end-of-day" | "close" | "same-time";

/** Days to count: which there are, and which instants belong to them. */
export interface CountedDays {
  /** The date of an instant. */
  dayAt(ms: number): DayNumber;
  /** Day 0 of a count that starts at an instant, after a wall-clock cutoff if there is one. */
  received(ms: number, cutoff: string | undefined): DayNumber;
  /** Whether a date counts. */
  has(day: DayNumber): boolean;
  /** The n-th counted day after a date. */
  nth(day: DayNumber, n: number): DayNumber;
  /** How many counted days come after date `a` up to and including date `b`. */
  between(a: DayNumber, b: DayNumber): number;
  /** The moment of a date at which a count that started at `startMs` is due. */
  dueOn(day: DayNumber, due: DayDue, startMs: number): number;
  /** The midnight that ends a date. */
  endOf(day: DayNumber): number;
  /** Why a date has the hours it has. */
  reasonFor(day: DayNumber): DayReason;
}

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

  received(ms: number, cutoff: string | undefined): DayNumber {
    const day = this.dayAt(ms);
    if (cutoff === undefined) return day;
    const inTime = ms < cutoffOn(this.#model.zone, day, cutoff) && this.has(day);
    return inTime ? day : this.nth(day, 1);
  }

  endOf(day: DayNumber): number {
    return endOf(this.#model.zone, day);
  }

  reasonFor(day: DayNumber): DayReason {
    return this.#model.reasonFor(day);
  }

  dueOn(day: DayNumber, due: DayDue, startMs: number): number {
    if (due !== "close") return dueOn(this.#model.zone, day, due, startMs);
    const close = this.#lastCloseOf(day);
    // A shift of the date before may outlast this one's own, and only then is the last closing.
    if (close !== undefined) return Math.max(close, this.#lastCloseOf(day - 1) ?? close);
    throw new AllowanceError(
      "day-never-closes",
      `${formatDate(day)} is not a working day of calendar "${this.#model.id}", so that it has no closing to be due at. Use due: "end-of-day".`,
      { calendar: this.#model.id, date: formatDate(day) },
    );
  }

  #lastCloseOf(day: DayNumber): number | undefined {
    return this.#model.periodsOn(day).closes.at(-1);
  }
}

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
    return ms < cutoffOn(this.#zone, day, cutoff) ? day : day + 1;
  }

  endOf(day: DayNumber): number {
    return endOf(this.#zone, day);
  }

  reasonFor(): DayReason {
    return { because: "week" };
  }

  dueOn(day: DayNumber, due: DayDue, startMs: number): number {
    return dueOn(this.#zone, day, due === "close" ? "end-of-day" : due, startMs);
  }
}

/**
 * The same day of a later month, or that month's last where it is shorter.
 *
 * @example addMonths of 31 August 2026 by 6 is 28 February 2027
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1 + months;
  return inReach(
    Math.min(dayNumber(year, month, date.getUTCDate()), dayNumber(year, month + 1, 0)),
  );
}

const FIRST_DAY = dayNumber(1900, 1, 1);
const LAST_DAY = dayNumber(2200, 12, 31);

function inReach(day: DayNumber): DayNumber {
  if (day >= FIRST_DAY && day <= LAST_DAY) return day;
  throw new CoverageError(
    day < FIRST_DAY ? "coverage-start" : "coverage-end",
    "Calendar days are counted from 1900 to 2200, and this leads beyond them. Give an instant within them, or a smaller amount.",
    { from: formatDate(FIRST_DAY), to: formatDate(LAST_DAY) },
  );
}

function dayAt(zone: TabledZone, ms: number): DayNumber {
  return dayOfWall(zone.offsets.wallAt(ms));
}

function endOf(zone: TabledZone, day: DayNumber): number {
  return zone.offsets.instantOf((day + 1) * DAY_MS);
}

function cutoffOn(zone: TabledZone, day: DayNumber, cutoff: string): number {
  return zone.offsets.instantOf(day * DAY_MS + parseWallTime(cutoff));
}

function dueOn(
  zone: TabledZone,
  day: DayNumber,
  due: "end-of-day" | "same-time",
  startMs: number,
): number {
  if (due === "end-of-day") return endOf(zone, day);
  const wall = zone.offsets.wallAt(startMs);
  return zone.offsets.instantOf(day * DAY_MS + (wall - dayOfWall(wall) * DAY_MS));
}
