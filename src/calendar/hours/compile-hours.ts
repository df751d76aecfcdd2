import { type DayNumber, dayOf, FIRST_DAY, LAST_DAY } from "../../time/civil-date";
import { zoneNamed } from "../../time/zone";
import { DAY_MS } from "../../timeline/units";
import type { CalendarModel } from "../calendar-model";
import type { BankHolidays, HoursDefinition } from "../definition/definition";
import { holidaysOf, OWN } from "../holidays/holidays-of";
import { rulesOf } from "./day-rules";
import { notesOn } from "./notes";
import { type PlanOfDay, periodsOfDay, sourceOf } from "./open-periods";

/**
 * Compiles a checked definition.
 *
 * @param newer bank holidays laid over those shipped, for the divisions they name
 */
export function compileHours(
  definition: HoursDefinition,
  newer: readonly BankHolidays[],
): CalendarModel {
  const id = definition.id ?? "calendar";
  const zone = zoneNamed(definition.timeZone);
  const offsets = zone.offsets;
  const holidays = holidaysOf(definition, newer);
  const rules = rulesOf(definition, holidays?.titles ?? NO_TITLES, holidays?.weekends);
  const plan: PlanOfDay = (day) => rules(day).periods;

  // A list may name any year; no calendar answers for more than these.
  const fromDay = holidays ? Math.max(dayOf(holidays.from), FIRST_DAY) : FIRST_DAY;
  const toDay = holidays ? Math.min(dayOf(holidays.to), LAST_DAY) : LAST_DAY;
  const midnight = (day: DayNumber) => offsets.instantOf(day * DAY_MS);
  // A shift that runs on into the first date is unknown: the date before may have been a holiday.
  const overrun = Math.max(DAY_MS, ...plan(fromDay - 1).map(({ closeMs }) => closeMs)) - DAY_MS;

  return {
    id,
    title: definition.title,
    definition:
      holidays && holidays.settled !== definition.bankHolidays
        ? Object.freeze({ ...definition, bankHolidays: holidays.settled })
        : definition,
    zone,
    fromDay,
    toDay,
    startMs: holidays
      ? offsets.instantOf(fromDay * DAY_MS + overrun)
      : Math.min(midnight(fromDay), fromDay * DAY_MS),
    endMs: holidays ? midnight(toDay + 1) : Math.max(midnight(toDay + 1), (toDay + 1) * DAY_MS),
    publishedUntilMs: holidays
      ? midnight(dayOf(holidays.publishedUntil) + 1)
      : Number.POSITIVE_INFINITY,
    remedy: remedyFor(definition, holidays?.division),
    notes: notesOn(definition),
    source: sourceOf(plan, offsets),
    periodsOn: (day) => periodsOfDay(plan(day), day, offsets),
    reasonFor: (day) => {
      const { because, title } = rules(day);
      return title === undefined ? { because } : { because, title };
    },
  };
}

const NO_TITLES: ReadonlyMap<DayNumber, string> = new Map();

function remedyFor(definition: HoursDefinition, division?: string): string {
  if (!opensEver(definition)) return "It never opens; give it hours.";
  if (division === undefined) return "No calendar covers more than 1900 to 2200.";
  return division === OWN
    ? "Add the bank holidays of the missing years to the calendar's list."
    : `Give the missing years with defineCalendar(definition, { bankHolidays: [parseBankHolidays(file, "${division}")] }).`;
}

/** Whether a definition has any open period. */
function opensEver(definition: HoursDefinition): boolean {
  const { hours, hoursFrom = {}, rules = [], exceptions = {}, bankHolidayHours = [] } = definition;
  const ruled = rules.map((rule) => rule.hours);
  const weeks = [
    hours,
    ...Object.values(hoursFrom),
    ...ruled.filter((each) => !Array.isArray(each)),
  ];
  const lists: readonly (readonly string[])[] = [
    ...weeks.flatMap((week): readonly string[][] => Object.values(week)),
    ...ruled.filter((each) => Array.isArray(each)),
    ...Object.values(exceptions).map((each) => ("hours" in each ? each.hours : each)),
    bankHolidayHours,
  ];
  return lists.some((list) => list.length > 0);
}
