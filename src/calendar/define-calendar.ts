import { frozenCopy } from "../input/frozen-copy";
import { checkKeys, given } from "../input/options";
import { DefinitionError, nameOf, problemsIn, under } from "../input/problems";
import { short } from "../input/show";
import { calendarProblems, isCombined } from "./definition/check-definition";
import { type BankHolidays, type CalendarDefinition, COMBINERS } from "./definition/definition";
import { newerSchema } from "./definition/holiday-schema";
import { DIVISIONS, divisionNamed, withDivision } from "./holidays/bank-holidays";
import { modelOf } from "./model-of";
import { WorkingCalendar } from "./working-calendar";

/** What a definition may need besides itself. */
export interface CalendarOptions {
  /**
   * Bank holidays newer than those shipped, or of divisions that are not shipped. From their first date
   * to their last they replace the shipped ones of the same name. A first or last year that they fill is
   * replaced whole. See {@link parseBankHolidays}.
   */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

/**
 * Makes a working calendar from its definition.
 *
 * @param definition JSON; see {@link CalendarDefinition}. It is copied and never changed.
 * @throws {DefinitionError} with every problem found: an unknown key, zone or division, `"25:00"`, a
 *   period of no length, periods of one day that overlap, a date that does not exist, bank holidays
 *   of a division that the definition does not name.
 * @example
 * const support = defineCalendar({
 *   id: "support",
 *   timeZone: "Europe/London",
 *   hours: { weekdays: ["08:00-18:00"] },
 *   bankHolidays: "england-and-wales",
 * });
 * support.add("2026-12-24T16:00:00Z", { hours: 4 }).toISO(); // "2026-12-29T10:00:00.000+00:00"
 */
export function defineCalendar(
  definition: CalendarDefinition,
  options?: CalendarOptions,
): WorkingCalendar {
  const copy = frozenCopy(definition, "calendar");
  checkKeys(given(options, "{ bankHolidays: [...] }"), ["bankHolidays"], "defineCalendar");
  const newer = newerOf(options);
  const divisions = [...DIVISIONS, ...newer.map(({ division }) => division)];
  const problems = calendarProblems(copy, divisions);
  if (problems.length > 0) throw new DefinitionError(nameOf("calendar", copy), problems);
  // It has been checked: it is a definition.
  const checked = copy as CalendarDefinition;
  refuseUnnamed(newer, [checked], nameOf("calendar", copy));
  return calendarOf(checked, newer);
}

/**
 * Refuses bank holidays of a division that no calendar names: they would change nothing, and nobody would notice.
 *
 * @param what names the thing defined, for errors
 * @throws {DefinitionError} that names both.
 */
export function refuseUnnamed(
  newer: readonly BankHolidays[],
  definitions: readonly CalendarDefinition[],
  what: string,
): void {
  const named = new Set(definitions.flatMap(divisionsOf));
  const problems = newer.flatMap(({ division }, i) => {
    if (named.has(division)) return [];
    const names = [...named].map((name) => `"${short(name)}"`).join(", ");
    const message = `"${short(division)}" given; the ${what} names ${names || "no division"}, and would not use them`;
    return [{ path: ["bankHolidays", i, "division"], message }];
  });
  if (problems.length > 0) throw new DefinitionError("option", problems);
}

/** The divisions that a checked definition and the calendars within it name. */
function divisionsOf(definition: CalendarDefinition): readonly string[] {
  if (!isCombined(definition)) return divisionNamed(definition.bankHolidays);
  return COMBINERS.flatMap((combiner) => definition[combiner]?.flatMap(divisionsOf) ?? []);
}

/**
 * The calendar of a definition that has been checked and copied.
 *
 * @param newer bank holidays laid over those shipped, checked
 */
export function calendarOf(
  definition: CalendarDefinition,
  newer: readonly BankHolidays[],
): WorkingCalendar {
  return new WorkingCalendar(modelOf(definition, newer));
}

/**
 * The bank holidays given in the options, checked.
 *
 * @throws {DefinitionError} if they are not a list of results of {@link parseBankHolidays}.
 */
export function newerOf(options: CalendarOptions | null | undefined): readonly BankHolidays[] {
  if (options?.bankHolidays === undefined) return [];
  const newer = frozenCopy(options.bankHolidays, "option");
  const problems = under(["bankHolidays"], problemsIn(newerSchema(), newer));
  if (problems.length > 0) throw new DefinitionError("option", problems);
  // They have been checked: they are bank holidays.
  return (newer as readonly BankHolidays[]).map(withDivision);
}

/**
 * The calendar that never closes, on which clock hours are working time and every date is a working day.
 *
 * @param timeZone the zone of its days and of the instants that it returns
 * @throws {DefinitionError} if there is no such zone.
 */
export function alwaysOpen(timeZone = "UTC"): WorkingCalendar {
  return defineCalendar({ id: "always-open", timeZone, hours: { daily: ["00:00-24:00"] } });
}
