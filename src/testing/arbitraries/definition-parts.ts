import { isCombined } from "../../calendar/definition/check-definition";
import {
  type BankHolidayItem,
  type CalendarDefinition,
  COMBINERS,
  type EveryWeeks,
  type HoursDefinition,
  type RuleDay,
} from "../../calendar/definition/definition";
import { datesGiven } from "../../calendar/holidays/holidays-of";

/** The calendars of hours that a definition is made of: itself, or the ones that it combines. */
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
  return inOrder(
    partsOf(definition).flatMap(({ bankHolidays }) =>
      datesGiven(bankHolidays).map(({ date }) => date),
    ),
  );
}

/** The ISO dates listed together with a division in a list of bank holidays, in order. */
export function datesBesideDivisions(definition: CalendarDefinition): readonly string[] {
  return inOrder(
    partsOf(definition).flatMap(({ bankHolidays }) =>
      Array.isArray(bankHolidays)
        ? datesGiven(bankHolidays.filter(isDate)).map(({ date }) => date)
        : [],
    ),
  );
}

/** The ISO dates on which hours change for good, or a rule begins or ceases to hold, in order. */
export function changeDates(definition: CalendarDefinition): readonly string[] {
  return inOrder(
    partsOf(definition).flatMap(({ hoursFrom = {}, rules = [] }) => [
      ...Object.keys(hoursFrom),
      ...rules.flatMap(({ since, until }) => [since, until].filter(isGiven)),
      ...rules.flatMap((rule) => ("on" in rule && isEvery(rule.on) ? [rule.on.from] : [])),
    ]),
  );
}

/** The days of the year, as `MM-DD`, that rules name, in order. */
export function yearlyDays(definition: CalendarDefinition): readonly string[] {
  return inOrder(
    partsOf(definition).flatMap(({ rules = [] }) =>
      rules.flatMap((rule) => {
        if (!("on" in rule)) return [rule.from, rule.to];
        return typeof rule.on === "string" && /^\d/.test(rule.on) ? [rule.on] : [];
      }),
    ),
  );
}

function isDate(item: BankHolidayItem): boolean {
  return typeof item === "string" ? /^\d/.test(item) : "date" in item;
}

function isGiven(date: string | undefined): date is string {
  return date !== undefined;
}

function isEvery(on: RuleDay): on is EveryWeeks {
  return typeof on === "object" && "every" in on;
}

function inOrder(dates: readonly string[]): readonly string[] {
  return [...new Set(dates)].sort();
}
