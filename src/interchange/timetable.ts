import { defineCalendar } from "../calendar/define-calendar";
import type { DateException, HoursDefinition } from "../calendar/definition/definition";
import { DAY_NAMES } from "../calendar/definition/rule-words";
import { holidaysOf } from "../calendar/holidays/holidays-of";
import { rulesOf } from "../calendar/hours/day-rules";
import { DefinitionError } from "../input/problems";
import { type DayNumber, formatDate } from "../time/civil-date";
import { includes, onDate, type TimesOn, WEEK } from "./day-kind";
import { areSame, type DayTimes, dayTimes, textsOf } from "./day-times";
import { type Holidays, holidaysIn } from "./holidays";
import { areOfDivision, type ImportOptions, namedBy } from "./options";
import { A_CYCLE, isRecurring, kindsIn, type Recurring, rulesFor } from "./recurring";
import { weekHours } from "./week-hours";

/** What a format of opening hours says, day by day. */
export interface Timetable {
  /** What was read, for errors. */
  readonly what: string;
  readonly timesOn: TimesOn;
  /** The dates that it names one by one, in order. */
  readonly dates: readonly DayNumber[];
  /** The parts that recur, or hold for a long time. */
  readonly recurring: Recurring;
  /** The name of a date, if the format gives it one. */
  readonly titleOf?: (date: DayNumber) => string | undefined;
}

/**
 * The calendar that is open when a timetable says.
 *
 * @throws {DefinitionError} if no calendar is exactly that, or the options are wrong.
 */
export function calendarOf(timetable: Timetable, options: ImportOptions): HoursDefinition {
  const { what, timesOn, recurring, titleOf = () => undefined } = timetable;
  const named = namedBy(options);
  const week = WEEK.map((weekday) => timesOn({ weekday, isHoliday: false }));
  const holidays = holidaysIn(what, timesOn, options.bankHolidays, kindsIn(recurring));
  const hoursOn = (times: DayTimes, day: string) => hoursOf(what, times, day);
  const rules = isRecurring(recurring) ? rulesFor(timesOn, recurring, hoursOn, titleOf) : [];
  const usual: HoursDefinition = {
    ...named,
    hours: weekHours(week.map((times, day) => hoursOn(times, DAY_NAMES[day] ?? ""))),
    ...onHolidays(holidays, options, hoursOn),
    ...(rules.length > 0 ? { rules } : {}),
  };
  defineCalendar(usual);
  checkRules(timetable, usual);
  const exceptions = exceptionsOf(timetable, usual, holidays);
  const definition =
    exceptions.length > 0 ? { ...usual, exceptions: Object.fromEntries(exceptions) } : usual;
  defineCalendar(definition);
  return definition;
}

/** The part of a definition about bank holidays, if they matter. */
function onHolidays(
  { matter, uniform }: Holidays,
  { bankHolidays }: ImportOptions,
  hoursOn: (times: DayTimes, day: string) => readonly string[],
): Pick<HoursDefinition, "bankHolidays" | "bankHolidayHours" | "bankHolidaysOnWeekends"> {
  if (!matter || bankHolidays === undefined) return {};
  const hours = uniform ? hoursOn(uniform, "public holidays") : [];
  return {
    bankHolidays,
    ...(hours.length > 0 ? { bankHolidayHours: hours } : {}),
    // A timetable with hours for public holidays does not mean to open as usual on a Christmas Day that is a
    // Saturday.
    ...(areOfDivision(bankHolidays) ? { bankHolidaysOnWeekends: "closed" } : {}),
  };
}

/**
 * Refuses a timetable that rules cannot say. The rules have been written for each stretch of the year and each nth
 * weekday by itself; here they are compared with the timetable on every date of 28 years.
 */
function checkRules({ what, timesOn, dates, recurring }: Timetable, usual: HoursDefinition): void {
  if (!isRecurring(recurring)) return;
  const plan = rulesOf(usual, NO_TITLES);
  const named = new Set(dates);
  const { spans } = recurring;
  const isInSpan = (date: DayNumber) => spans.some((span) => includes(span, date));
  const check = (date: DayNumber, read: DayTimes) => {
    if (areSame(read, dayTimes(plan(date).periods))) return;
    const message = `the hours of days such as ${formatDate(date)} depend on both a part of the year and which day of its month it is; give each month its own`;
    throw new DefinitionError(what, [{ path: [], message }]);
  };
  for (let date = A_CYCLE.from; date <= A_CYCLE.to; date++) {
    const { date: _, ...kind } = onDate(date, false);
    if (!isInSpan(date)) check(date, timesOn(kind));
  }
  for (const { from, to } of spans) {
    for (let date = from; date <= Math.min(to, from + LENGTH_OF_CYCLE); date++) {
      if (!named.has(date)) check(date, timesOn(onDate(date, false)));
    }
  }
}

const LENGTH_OF_CYCLE = A_CYCLE.to - A_CYCLE.from;

/** The dates whose hours differ from what the rest of the definition gives them, in order. */
function exceptionsOf(
  { what, dates, titleOf }: Timetable,
  usual: HoursDefinition,
  { titles, timesOn, mayChange, uniform, ...holidays }: Holidays,
): readonly (readonly [string, DateException])[] {
  const found = holidaysOf(usual, []);
  const plan = rulesOf(usual, found?.titles ?? NO_TITLES, found?.weekends);
  const onWorkdays = rulesOf(usual, NO_TITLES);
  const isSaid = (date: DayNumber, times: DayTimes) => {
    if (!areSame(times, dayTimes(plan(date).periods))) return false;
    if (!mayChange || !uniform) return true;
    return areSame(times, uniform) && areSame(times, dayTimes(onWorkdays(date).periods));
  };
  return [...new Set([...holidays.dates, ...dates])]
    .sort((a, b) => a - b)
    .flatMap((date) => {
      const times = timesOn(date);
      if (isSaid(date, times)) return [];
      const hours = hoursOf(what, times, formatDate(date));
      const title = titleOf?.(date) ?? titles.get(date);
      return [[formatDate(date), title === undefined ? hours : { hours, title }] as const];
    });
}

const NO_TITLES: ReadonlyMap<DayNumber, string> = new Map();

function hoursOf(what: string, times: DayTimes, day: string): readonly string[] {
  const texts = textsOf(times);
  if (texts) return texts;
  const message = `the hours of ${day} begin after its midnight or last two days; give each period to the day that it starts on`;
  throw new DefinitionError(what, [{ path: [], message }]);
}
