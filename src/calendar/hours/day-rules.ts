import { type DayNumber, parseDate, weekdayOf } from "../../time/civil-date";
import { type DayPeriod, parsePeriod, sortPeriods } from "../../time/wall-period";
import type { DayReason } from "../calendar-model";
import type { DateException, HoursDefinition, WeekHours } from "../definition/definition";

const DAY_NAMES = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
const CLOSED: readonly DayPeriod[] = [];

/** What a definition says of a date, and why. */
export interface DayRule extends DayReason {
  readonly periods: readonly DayPeriod[];
}

/**
 * What decides each date: its own exception first, then bank holidays, then the week.
 *
 * @param holidays the titles of the bank holidays by date
 */
export function rulesOf(
  definition: HoursDefinition,
  holidays: ReadonlyMap<DayNumber, string>,
): (day: DayNumber) => DayRule {
  const week = DAY_NAMES.map(
    (name, i): DayRule => ({
      periods: read(hoursOfWeekday(definition.hours, name, i)),
      because: "week",
    }),
  );
  const exceptions = new Map<DayNumber, DayRule>();
  for (const [date, exception] of Object.entries(definition.exceptions ?? {})) {
    // The definition has been checked, so that every date is one; and below, every period.
    exceptions.set(parseDate(date) as DayNumber, exceptionRule(exception));
  }
  return (day) => {
    const exception = exceptions.get(day);
    if (exception) return exception;
    const holiday = holidays.get(day);
    if (holiday !== undefined) return { periods: CLOSED, because: "bank-holiday", title: holiday };
    // Both have seven entries, and a weekday is 0 to 6.
    return week[weekdayOf(day)] as DayRule;
  };
}

function exceptionRule(exception: DateException): DayRule {
  if ("hours" in exception) {
    const { hours, title } = exception;
    return {
      periods: read(hours),
      because: "exception",
      ...(title === undefined ? {} : { title }),
    };
  }
  return { periods: read(exception), because: "exception" };
}

function hoursOfWeekday(
  hours: WeekHours,
  name: (typeof DAY_NAMES)[number],
  index: number,
): readonly string[] {
  const group = index < 5 ? hours.weekdays : hours.weekend;
  return hours[name] ?? group ?? hours.daily ?? [];
}

function read(texts: readonly string[]): readonly DayPeriod[] {
  return sortPeriods(texts.map((text) => parsePeriod(text) as DayPeriod));
}
