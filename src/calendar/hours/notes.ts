import { show } from "../../input/show";
import type { HoursDefinition, HoursRule, WeekHours } from "../definition/definition";
import { BEFORE_HOLIDAYS } from "../definition/rule-words";
import { divisionNamed } from "../holidays/bank-holidays";
import { hoursOf, isList } from "./week-hours";

/** Notes on parts of a checked definition that are allowed but may be mistakes. */
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
  notes.push(...idleRules(definition));
  if (bankHolidays !== undefined) return Object.freeze(notes);
  if (bankHolidayHours !== undefined) {
    notes.push('"bankHolidayHours" changes nothing: it has no bank holidays.');
  }
  if (rules.some((rule) => "on" in rule && rule.on === BEFORE_HOLIDAYS)) {
    notes.push(`A rule on "${BEFORE_HOLIDAYS}" changes nothing: it has no bank holidays.`);
  }
  return Object.freeze(notes);
}

/** A note for each rule on a day of the week that nothing opens, so that its hours never hold. */
function idleRules({ hours, hoursFrom = {}, rules = [] }: HoursDefinition): readonly string[] {
  return rules.flatMap((rule, i) => {
    if (!("on" in rule) || typeof rule.on === "string" || rule.opens === true) return [];
    const { weekday } = rule.on;
    if (!isList(rule.hours) || rule.hours.length === 0) return [];
    const weeks = rules.flatMap((other) => (isList(other.hours) ? [] : [other.hours]));
    const isEverOpen = [hours, ...Object.values(hoursFrom), ...weeks].some((week) => {
      return hoursOf(week, weekday).length > 0;
    });
    if (isEverOpen) return [];
    const name = rule.title === undefined ? `rules[${i}]` : `The rule ${show(rule.title)}`;
    return [
      `${name} changes nothing: the week leaves each ${weekday} closed, and the rule does not say "opens": true.`,
    ];
  });
}

function opensOnWeekends({ hours, hoursFrom = {}, rules = [] }: HoursDefinition): boolean {
  return [hours, ...Object.values(hoursFrom)].some(hasWeekend) || rules.some(mayOpenWeekend);
}

function hasWeekend(week: WeekHours): boolean {
  return hoursOf(week, "saturday").length > 0 || hoursOf(week, "sunday").length > 0;
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
