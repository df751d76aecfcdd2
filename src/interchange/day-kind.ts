import { type DayNumber, weekdayOf } from "../time/civil-date";
import type { DayTimes } from "./day-times";

/** What formats of opening hours tell days apart by. */
export interface DayKind {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  /** Whether it is a public holiday. */
  readonly isHoliday: boolean;
  /** The date, where it is one that is named, or next to one. */
  readonly date?: DayNumber;
}

/** The hours that start on a day of some kind. */
export type TimesOn = (day: DayKind) => DayTimes;

/** Monday to Sunday. */
export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A date as a kind of day. */
export function onDate(date: DayNumber, isHoliday: boolean): DayKind {
  return { weekday: weekdayOf(date), isHoliday, date };
}

/** Dates from one to another, both included. */
export interface DateRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export function includes({ from, to }: DateRange, date: DayNumber): boolean {
  return from <= date && date <= to;
}

/** The most dates that an import writes out one by one; some ten years. */
export const MOST_DATES = 4_000;

/**
 * Every date of some ranges, once, in order. Undefined if there are more than {@link MOST_DATES}. Ranges
 * that overlap cost no more than their number.
 */
export function datesIn(ranges: readonly DateRange[]): readonly DayNumber[] | undefined {
  const dates: DayNumber[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const first = Math.max(from, (dates.at(-1) ?? from - 1) + 1);
    if (to - first + 1 + dates.length > MOST_DATES) return undefined;
    for (let date = first; date <= to; date++) dates.push(date);
  }
  return dates;
}
