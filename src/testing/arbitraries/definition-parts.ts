import { isCombined } from "../../calendar/definition/check-definition";
import {
  type CalendarDefinition,
  COMBINERS,
  type HoursDefinition,
} from "../../calendar/definition/definition";
import { bankHolidays, DIVISIONS } from "../../calendar/holidays/bank-holidays";

/** The calendars of hours that a definition is made of: itself, or those that it combines. */
export function partsOf(definition: CalendarDefinition): readonly HoursDefinition[] {
  if (!isCombined(definition)) return [definition];
  return COMBINERS.flatMap((combiner) => definition[combiner] ?? []).flatMap(partsOf);
}

/** The same definition with every part of it in one zone. */
export function inZone(definition: CalendarDefinition, timeZone: string): CalendarDefinition {
  if (!isCombined(definition)) return { ...definition, timeZone };
  const moved = COMBINERS.flatMap((combiner) => {
    const parts = definition[combiner];
    return parts ? [[combiner, parts.map((part) => inZone(part, timeZone))]] : [];
  });
  return { ...definition, ...Object.fromEntries(moved) };
}

/** The ISO dates that have hours of their own, in order. */
export function exceptionDates(definition: CalendarDefinition): readonly string[] {
  return inOrder(partsOf(definition).flatMap(({ exceptions }) => Object.keys(exceptions ?? {})));
}

/** The ISO dates of bank holidays, in order. */
export function holidayDates(definition: CalendarDefinition): readonly string[] {
  return inOrder(partsOf(definition).flatMap(({ bankHolidays }) => datesGiven(bankHolidays)));
}

function inOrder(dates: readonly string[]): readonly string[] {
  return [...new Set(dates)].sort();
}

function datesGiven(given: HoursDefinition["bankHolidays"]): readonly string[] {
  if (given === undefined) return [];
  if (typeof given === "string") {
    // Under a name that is not shipped a definition cannot stand alone, so none has it.
    return DIVISIONS.includes(given) ? datesOf(bankHolidays(given).events) : [];
  }
  return datesOf("division" in given ? given.events : given);
}

function datesOf(days: readonly (string | { readonly date: string })[]): readonly string[] {
  return days.map((day) => (typeof day === "string" ? day : day.date));
}
