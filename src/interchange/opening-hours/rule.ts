import { type DateRange, type DayKind, includes } from "../day-kind";
import { ALL_DAY, type DayTimes } from "../day-times";

/** The days of the week, and whether public holidays belong to them. */
export interface DaySelector {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekdays: ReadonlySet<number>;
  readonly holidays: boolean;
  /** Whether a day must be both: `PH Mo-Fr`, a holiday that is a weekday. */
  readonly both: boolean;
}

/** One rule of an opening_hours value: on some days, open or closed, at some times. */
export interface Rule {
  /** Whether it adds to the rules before it, or takes their place on its days. */
  readonly isAdditional: boolean;
  readonly isOpen: boolean;
  /** Any date, where undefined. */
  readonly dates: readonly DateRange[] | undefined;
  /** Any day of the week, where undefined. */
  readonly days: DaySelector | undefined;
  /** The whole day, where undefined. */
  readonly times: DayTimes | undefined;
}

/** Whether a rule is about a day. */
export function isAbout({ dates, days }: Rule, { weekday, isHoliday, date }: DayKind): boolean {
  if (dates && (date === undefined || !dates.some((range) => includes(range, date)))) return false;
  if (!days) return true;
  const isOfWeek = days.weekdays.has(weekday);
  return days.both ? isOfWeek && isHoliday : isOfWeek || (days.holidays && isHoliday);
}

/** The times of a rule. */
export function timesOf({ times = ALL_DAY }: Rule): DayTimes {
  return times;
}
