import type { HoursDefinition } from "../calendar/definition/definition";
import { DefinitionError } from "../input/problems";
import { type DayNumber, formatDate } from "../time/civil-date";
import { onDate, type TimesOn, WEEK } from "./day-kind";
import { areSame, CLOSED, type DayTimes, isClosed } from "./day-times";
import { type HolidayTitles, titlesOf } from "./options";

/** What public holidays do to the hours of a timetable. */
export interface Holidays {
  /** Whether they do anything at all. */
  readonly matter: boolean;
  /** Whether all there is to say is that they are closed. */
  readonly areClosed: boolean;
  readonly titles: HolidayTitles;
  /** The hours of a date that the timetable names, or that is a holiday. */
  readonly timesOn: (date: DayNumber) => DayTimes;
  /** The hours that a date has where nothing is said of it; undefined where that may yet change. */
  readonly usualOn: (date: DayNumber, ofWeek: DayTimes) => DayTimes | undefined;
}

/**
 * What public holidays do to the hours of a timetable.
 *
 * @param given the dates that they are, checked
 * @throws {DefinitionError} where their dates would have to be known and are not.
 */
export function holidaysIn(
  what: string,
  timesOn: TimesOn,
  given: HoursDefinition["bankHolidays"],
): Holidays {
  const kinds = WEEK.map((weekday) => timesOn({ weekday, isHoliday: true }));
  const matter = WEEK.some(
    (weekday) => !areSame(timesOn({ weekday, isHoliday: false }), kinds[weekday] ?? CLOSED),
  );
  const areClosed = kinds.every(isClosed);
  const titles = titlesOf(given);
  const needDates = (which: string) => {
    if (typeof given === "object") return;
    const message =
      given === undefined
        ? 'it speaks of public holidays, and not of which dates they are; give bankHolidays, such as "england-and-wales" or a list of dates'
        : `${which} depend on which dates are public holidays, and those of a name may yet change; give the dates, such as bankHolidays("${given}")`;
    throw new DefinitionError(what, [{ path: [], message }]);
  };
  if (matter && (given === undefined || !areClosed)) needDates("hours on public holidays");
  return {
    matter,
    areClosed,
    titles,
    timesOn: (date) => {
      const times = timesOn(onDate(date, titles.has(date)));
      const otherwise = timesOn(onDate(date, !titles.has(date)));
      if (!areSame(times, otherwise)) needDates(`the hours of ${formatDate(date)}`);
      return times;
    },
    usualOn: (date, ofWeek) => {
      if (!matter || isClosed(ofWeek)) return ofWeek;
      if (typeof given === "string") return undefined;
      return titles.has(date) ? CLOSED : ofWeek;
    },
  };
}
