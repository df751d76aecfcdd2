import { frozenCopy } from "../input/frozen-copy";
import { DefinitionError, nameOf, problemsIn, under } from "../input/problems";
import type { CalendarModel } from "./calendar-model";
import { combine } from "./combine";
import { calendarProblems, isCombined, newerSchema } from "./definition/check-definition";
import {
  type BankHolidays,
  type CalendarDefinition,
  COMBINERS,
  type Combiner,
} from "./definition/definition";
import { DIVISIONS } from "./holidays/bank-holidays";
import { compileHours } from "./hours/compile-hours";
import { WorkingCalendar } from "./working-calendar";

/** What a definition may need beside itself. */
export interface CalendarOptions {
  /**
   * Bank holidays newer than those shipped, or of divisions that are not: year by year they take the
   * place of what is shipped under the same name. See {@link parseBankHolidays}.
   */
  readonly bankHolidays?: readonly BankHolidays[];
}

/**
 * Makes a working calendar of its definition.
 *
 * @param definition JSON; see {@link CalendarDefinition}. It is copied, never changed.
 * @throws {DefinitionError} with every problem found: an unknown key, zone or division, `"25:00"`, a
 *   period of no length, periods of one day that overlap, a date that does not exist.
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
  const newer = newerOf(options);
  const divisions = [...DIVISIONS, ...newer.map(({ division }) => division)];
  const problems = calendarProblems(copy, divisions);
  if (problems.length > 0) throw new DefinitionError(nameOf("calendar", copy), problems);
  // Nothing was wrong with it, so that it is a definition.
  return calendarOf(copy as CalendarDefinition, newer);
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
 * The bank holidays of some options, checked.
 *
 * @throws {DefinitionError} where they are not a list of what {@link parseBankHolidays} gives.
 */
export function newerOf(options: CalendarOptions | null | undefined): readonly BankHolidays[] {
  if (options?.bankHolidays === undefined) return [];
  const newer = frozenCopy(options.bankHolidays, "option");
  const problems = under(["bankHolidays"], problemsIn(newerSchema(), newer));
  if (problems.length > 0) throw new DefinitionError("option", problems);
  // Nothing was wrong with them, so that they are bank holidays.
  return newer as readonly BankHolidays[];
}

/**
 * The calendar that never closes, on which clock hours are working time and every date is a working day.
 *
 * @param timeZone where its days begin and end, and the zone of what it returns
 */
export function alwaysOpen(timeZone = "UTC"): WorkingCalendar {
  return defineCalendar({ id: "always-open", timeZone, hours: { daily: ["00:00-24:00"] } });
}

function modelOf(definition: CalendarDefinition, newer: readonly BankHolidays[]): CalendarModel {
  if (!isCombined(definition)) return compileHours(definition, newer);
  // One that is combined and has been checked is so in exactly one way.
  const combiner = COMBINERS.find((each) => definition[each] !== undefined) as Combiner;
  const [a, b] = definition[combiner] as readonly [CalendarDefinition, CalendarDefinition];
  return combine(combiner, modelOf(a, newer), modelOf(b, newer), definition);
}
