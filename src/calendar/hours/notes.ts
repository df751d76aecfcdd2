import type { HoursDefinition, HoursRule, WeekHours } from "../definition/definition";
import { BEFORE_HOLIDAYS } from "../definition/rule-words";
import { divisionNamed } from "../holidays/bank-holidays";

/** What a checked definition says that is allowed, and may be a mistake. */
export function notesOn(definition: HoursDefinition): readonly string[] {
  const { bankHolidays, bankHolidayHours, bankHolidaysOnWeekends, rules = [] } = definition;
  const isOfDivision = divisionNamed(bankHolidays).length > 0;
  const notes: string[] = [];
  if (isOfDivision && bankHolidaysOnWeekends === undefined && opensOnWeekends(definition)) {
    notes.push(
      'It opens on weekends and does not say "bankHolidaysOnWeekends": on a Saturday or Sunday that is 25 December, 1 January or another fixed day it is open, and closed on the day in lieu alone. Say "closed" to close on both, or "open" if this is meant.',
    );
  }
  if (!isOfDivision && bankHolidaysOnWeekends === "closed") {
    notes.push(
      '"bankHolidaysOnWeekends" changes nothing: fixed days are known for the bank holidays of a division, and it names none.',
    );
  }
  if (bankHolidays !== undefined) return Object.freeze(notes);
  if (bankHolidayHours !== undefined) {
    notes.push('"bankHolidayHours" changes nothing: it has no bank holidays.');
  }
  if (rules.some((rule) => "on" in rule && rule.on === BEFORE_HOLIDAYS)) {
    notes.push(`A rule on "${BEFORE_HOLIDAYS}" changes nothing: it has no bank holidays.`);
  }
  return Object.freeze(notes);
}

function opensOnWeekends({ hours, hoursFrom = {}, rules = [] }: HoursDefinition): boolean {
  return [hours, ...Object.values(hoursFrom)].some(hasWeekend) || rules.some(mayOpenWeekend);
}

function hasWeekend({ saturday, sunday, weekend, daily }: WeekHours): boolean {
  const isOpen = (day: readonly string[] | undefined) => (day ?? weekend ?? daily ?? []).length > 0;
  return isOpen(saturday) || isOpen(sunday);
}

/** Whether a rule may give hours to a Saturday or Sunday that the week leaves closed. */
function mayOpenWeekend(rule: HoursRule): boolean {
  const { hours, opens = false } = rule;
  if (!isList(hours)) return hasWeekend(hours);
  if (!opens || hours.length === 0) return false;
  if (!("on" in rule)) return true;
  const { on } = rule;
  if (typeof on === "string") return on !== BEFORE_HOLIDAYS;
  return on.weekday === "saturday" || on.weekday === "sunday";
}

function isList(hours: readonly string[] | WeekHours): hours is readonly string[] {
  return Array.isArray(hours);
}
