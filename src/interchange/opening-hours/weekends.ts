import { divisionNamed } from "../../calendar/holidays/bank-holidays";
import { fixedDays } from "../../calendar/holidays/weekend-days";
import { includesDay } from "../day-kind";
import { CLOSED, type DayTimes, isOpen } from "../day-times";
import type { PlainHours } from "../plain-hours";

/** A fixed day, and its hours if it is a Saturday or Sunday. */
export interface FixedWeekend {
  /** The day of the year as `monthDayOf` gives it: 1225 for 25 December. */
  readonly monthDay: number;
  /** Monday first; undefined on the days from Monday to Friday. */
  readonly weekend: readonly (DayTimes | undefined)[];
}

/**
 * The weekends of fixed days, if their hours may differ from those of public holidays. A reader of `PH` takes a
 * Christmas Day on a Saturday for a public holiday.
 */
export function weekendsOfFixedDays(plain: PlainHours): readonly FixedWeekend[] {
  const { definition, onHolidays, week, seasons, stretches } = plain;
  const areClosed = definition.bankHolidaysOnWeekends === "closed";
  if (!onHolidays || (areClosed && !isOpen(onHolidays))) return [];
  const days = [...new Set(divisionNamed(definition.bankHolidays).flatMap(fixedDays))];
  return days.map((monthDay) => {
    const stretch = stretches.find((each) => includesDay(each, monthDay));
    const weekend = WEEKEND.map((day) => {
      const times = stretch?.week[day] ?? seasons.at(-1)?.week[day] ?? week[day] ?? CLOSED;
      return areClosed ? CLOSED : times;
    });
    return { monthDay, weekend: [...WORKDAYS, ...weekend] };
  });
}

export const WEEKEND = [5, 6];
const WORKDAYS = [undefined, undefined, undefined, undefined, undefined];
