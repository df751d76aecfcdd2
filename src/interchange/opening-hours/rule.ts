import { type DateRange, type DayKind, includes, includesDay, type YearlyRange } from "../day-kind";
import { ALL_DAY, type DayTimes } from "../day-times";

/** The days of the week, and whether public holidays belong to them. */
export interface DaySelector {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Which days of a month, by weekday; every day of a weekday that is not listed. */
  readonly nth: ReadonlyMap<number, ReadonlySet<number>>;
  readonly holidays: boolean;
  /** Whether a day must be both: `PH Mo-Fr`, a holiday that is a weekday. */
  readonly both: boolean;
}

/** One rule of an opening_hours value: on some days, open or closed, at some times. */
export interface Rule {
  /** Whether it adds to the rules before it, rather than replacing them on its days. */
  readonly isAdditional: boolean;
  readonly isOpen: boolean;
  /** The dates that it names with their year; undefined if it names none. */
  readonly dates: readonly DateRange[] | undefined;
  /** The days of each year that it names; undefined if it names none. */
  readonly yearly: readonly YearlyRange[] | undefined;
  /** Undefined for any day of the week. */
  readonly days: DaySelector | undefined;
  /** Undefined for the whole day. */
  readonly times: DayTimes | undefined;
}

/** Whether a rule is about a day. */
export function isAbout(rule: Rule, day: DayKind): boolean {
  const { days } = rule;
  if (!isOnDate(rule, day)) return false;
  if (!days) return true;
  const isOfWeek = days.weekdays.has(day.weekday) && isInPlace(days, day);
  return days.both ? isOfWeek && day.isHoliday : isOfWeek || (days.holidays && day.isHoliday);
}

function isOnDate({ dates, yearly }: Rule, { date, monthDay }: DayKind): boolean {
  if (!dates && !yearly) return true;
  if (date !== undefined && dates?.some((range) => includes(range, date))) return true;
  return monthDay !== undefined && (yearly ?? []).some((range) => includesDay(range, monthDay));
}

function isInPlace({ nth }: DaySelector, { weekday, places = [] }: DayKind): boolean {
  const wanted = nth.get(weekday);
  return wanted === undefined || places.some((place) => wanted.has(place));
}

/** The times of a rule. */
export function timesOf({ times = ALL_DAY }: Rule): DayTimes {
  return times;
}
