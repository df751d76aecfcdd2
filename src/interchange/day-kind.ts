import { civilDateOf, type DayNumber, dayNumber, weekdayOf } from "../time/civil-date";
import type { DayTimes } from "./day-times";

/** What decides the hours of a day in the formats of opening hours. */
export interface DayKind {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  /** Whether it is a public holiday. */
  readonly isHoliday: boolean;
  /** The date, if it is named or next to a named one. */
  readonly date?: DayNumber;
  /** The day of the year as {@link monthDayOf} gives it, if it matters. */
  readonly monthDay?: number;
  /** Its places among the same weekdays of its month, counted from either end, if they matter. */
  readonly places?: readonly number[];
}

/** Days of each year as {@link monthDayOf} gives them, both included; over the new year if `from` is later. */
export interface YearlyRange {
  readonly from: number;
  readonly to: number;
}

/** A day of the year as a number, 1231 for 31 December. */
export function monthDayOf(date: DayNumber): number {
  const { month, day } = civilDateOf(date);
  return 100 * month + day;
}

/** The months of a year, as {@link monthDayOf} counts them. */
export const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A year with every day that a year can have. */
export const LEAP_YEAR = 2024;

/** The last day of a month from 1 to 12; 29 for February. */
export function lastDayOf(month: number): number {
  return civilDateOf(dayNumber(LEAP_YEAR, month + 1, 0)).day;
}

/** `[2, -3]` for a second Monday that is the last but two. */
export function placesOf(date: DayNumber): readonly number[] {
  const { year, month, day } = civilDateOf(date);
  const left = dayNumber(year, month + 1, 0) - date;
  return [Math.ceil(day / 7), -Math.floor(left / 7) - 1];
}

export function includesDay({ from, to }: YearlyRange, monthDay: number): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** The hours that start on a day of some kind. */
export type TimesOn = (day: DayKind) => DayTimes;

/** Monday to Sunday. */
export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A date as a kind of day. */
export function onDate(date: DayNumber, isHoliday: boolean): DayKind {
  return {
    weekday: weekdayOf(date),
    isHoliday,
    date,
    monthDay: monthDayOf(date),
    places: placesOf(date),
  };
}

/** Dates from one to another, both included. */
export interface DateRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export function includes({ from, to }: DateRange, date: DayNumber): boolean {
  return from <= date && date <= to;
}

/** The most dates that an import writes out one by one: some ten years. */
export const MOST_DATES = 4_000;

/** The longest range that an import writes out date by date. */
const LONGEST_RUN = 31;

/** Ranges whose dates can be looked up one by one; undefined if one of them is too long for that. */
export function shortOnly(
  ranges: readonly DateRange[] | undefined,
): readonly DateRange[] | undefined {
  return ranges && byLength(ranges).long.length > 0 ? undefined : ranges;
}

/** The ranges that are written out date by date, and those that are not. */
export function byLength(ranges: readonly DateRange[]): {
  readonly short: readonly DateRange[];
  readonly long: readonly DateRange[];
} {
  const isLong = ({ from, to }: DateRange) => to - from >= LONGEST_RUN;
  return { short: ranges.filter((range) => !isLong(range)), long: ranges.filter(isLong) };
}

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
