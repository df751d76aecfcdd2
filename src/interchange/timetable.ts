import { defineCalendar } from "../calendar/define-calendar";
import type { DateException, HoursDefinition } from "../calendar/definition/definition";
import { DefinitionError } from "../input/problems";
import { type DayNumber, formatDate, weekdayOf } from "../time/civil-date";
import { type TimesOn, WEEK } from "./day-kind";
import { areSame, type DayTimes, textsOf } from "./day-times";
import { type Holidays, holidaysIn } from "./holidays";
import { areOfDivision, type ImportOptions, namedBy } from "./options";
import { DAY_NAMES, weekHours } from "./week-hours";

/** What a format of opening hours says, day by day. */
export interface Timetable {
  /** What was read, for errors. */
  readonly what: string;
  readonly timesOn: TimesOn;
  /** The dates of which it says something by themselves, in order. */
  readonly dates: readonly DayNumber[];
  /** What it calls a date, where it does. */
  readonly titleOf?: (date: DayNumber) => string | undefined;
}

/**
 * The calendar that is open when a timetable says.
 *
 * @throws {DefinitionError} where no calendar is exactly that, or the options are wrong.
 */
export function calendarOf(timetable: Timetable, options: ImportOptions): HoursDefinition {
  const { what, timesOn } = timetable;
  const named = namedBy(options);
  const week = WEEK.map((weekday) => timesOn({ weekday, isHoliday: false }));
  const holidays = holidaysIn(what, timesOn, options.bankHolidays);
  const exceptions = exceptionsOf(timetable, week, holidays);
  const { bankHolidays } = options;
  const definition: HoursDefinition = {
    ...named,
    hours: weekHours(WEEK.map((day) => hoursOf(what, week[day], DAY_NAMES[day]))),
    ...(holidays.matter && bankHolidays !== undefined ? { bankHolidays } : {}),
    // Who writes that public holidays are closed does not mean to open on a Christmas Day that is a Saturday.
    ...(holidays.matter && areOfDivision(bankHolidays) ? { bankHolidaysOnWeekends: "closed" } : {}),
    ...(exceptions.length > 0 ? { exceptions: Object.fromEntries(exceptions) } : {}),
  };
  defineCalendar(definition);
  return definition;
}

/** The dates whose hours are not what the week and the holidays make them, in order. */
function exceptionsOf(
  { what, dates, titleOf }: Timetable,
  week: readonly DayTimes[],
  holidays: Holidays,
): readonly (readonly [string, DateException])[] {
  const { matter, areClosed, titles, timesOn, usualOn } = holidays;
  const named = new Set([...(matter && !areClosed ? titles.keys() : []), ...dates]);
  return [...named]
    .sort((a, b) => a - b)
    .flatMap((date) => {
      const times = timesOn(date);
      // A weekday is 0 to 6.
      const usual = usualOn(date, week[weekdayOf(date)] as DayTimes);
      if (usual && areSame(times, usual)) return [];
      const hours = hoursOf(what, times, formatDate(date));
      const title = titleOf?.(date) ?? titles.get(date);
      return [[formatDate(date), title === undefined ? hours : { hours, title }] as const];
    });
}

function hoursOf(what: string, times: DayTimes | undefined, day: string): readonly string[] {
  const texts = times && textsOf(times);
  if (texts) return texts;
  const message = `the hours of ${day} begin after its midnight or last two days; give each period to the day that it starts on`;
  throw new DefinitionError(what, [{ path: [], message }]);
}
