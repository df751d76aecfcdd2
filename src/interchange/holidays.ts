import type { HoursDefinition } from "../calendar/definition/definition";
import { DefinitionError } from "../input/problems";
import { type DayNumber, formatDate } from "../time/civil-date";
import { type DayKind, onDate, type TimesOn, WEEK } from "./day-kind";
import { areSame, type DayTimes, isClosed } from "./day-times";
import { type HolidayTitles, titlesOf, weekendsOf } from "./options";

/** How public holidays change the hours of a timetable. */
export interface Holidays {
  /** Whether they change any hours. */
  readonly matter: boolean;
  /** The hours that all of them have, whatever the day of the week; undefined if they differ. */
  readonly uniform: DayTimes | undefined;
  readonly titles: HolidayTitles;
  /** The holidays whose hours differ from those, in order. */
  readonly dates: readonly DayNumber[];
  /** Whether a date may yet become a public holiday, or stop being one. */
  readonly mayChange: boolean;
  /** The hours of a date that the timetable names, or that is a holiday. */
  readonly timesOn: (date: DayNumber) => DayTimes;
}

/**
 * Works out how public holidays change the hours of a timetable.
 *
 * @param given the dates of the public holidays, checked
 * @param kinds the days that the timetable mentions, besides those of every week
 * @throws {DefinitionError} if the hours depend on their dates and the dates are unknown.
 */
export function holidaysIn(
  what: string,
  timesOn: TimesOn,
  given: HoursDefinition["bankHolidays"],
  kinds: readonly DayKind[],
): Holidays {
  const week = WEEK.map((weekday): DayKind => ({ weekday, isHoliday: false }));
  const asHoliday = (day: DayKind) => timesOn({ ...day, isHoliday: true });
  const matter = [...week, ...kinds].some((day) => !areSame(timesOn(day), asHoliday(day)));
  const [first, ...others] = week.map(asHoliday);
  const uniform = first && others.every((times) => areSame(times, first)) ? first : undefined;
  const titles = titlesOf(given);
  const weekends = weekendsOf(given);
  const needDates = (which: string) => {
    if (typeof given === "object") return;
    const message =
      given === undefined
        ? 'it has hours for public holidays but does not say which dates they are; give bankHolidays, such as "england-and-wales" or a list of dates'
        : `${which} depend on which dates are public holidays, and those of a name may yet change; give the dates, such as bankHolidays("${given}")`;
    throw new DefinitionError(what, [{ path: [], message }]);
  };
  if (matter && (given === undefined || !uniform)) needDates("hours on public holidays");
  // On the weekends of fixed days a calendar is closed, whatever hours its bank holidays have.
  const isOther = (date: DayNumber) =>
    !uniform ||
    !areSame(timesOn(onDate(date, true)), uniform) ||
    (weekends.has(date) && !isClosed(uniform));
  return {
    matter,
    uniform,
    titles,
    dates: matter ? [...titles.keys()].filter(isOther) : [],
    mayChange: matter && typeof given === "string",
    timesOn: (date) => {
      // These are facts, and no proclamation changes them.
      if (weekends.has(date)) return timesOn(onDate(date, true));
      const times = timesOn(onDate(date, titles.has(date)));
      const otherwise = timesOn(onDate(date, !titles.has(date)));
      if (!areSame(times, otherwise)) needDates(`the hours of ${formatDate(date)}`);
      return times;
    },
  };
}
