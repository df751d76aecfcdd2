import { type CivilDate, type DayNumber, dayNumber, dayOf, weekdayOf } from "../../time/civil-date";
import type { EveryWeeks, HoursRule, NthWeekday } from "../definition/definition";
import { BEFORE_HOLIDAYS, DAY_NAMES } from "../definition/rule-words";

/** Whether a rule is for a date. */
export type RuleDays = (day: DayNumber, date: CivilDate) => boolean;

const DAYS_IN_WEEK = 7;

/**
 * The dates that a checked rule is for.
 *
 * @param beforeHolidays whether a date is the last working day before a bank holiday
 */
export function daysOfRule(rule: HoursRule, beforeHolidays: (day: DayNumber) => boolean): RuleDays {
  const days = "on" in rule ? daysOn(rule.on, beforeHolidays) : daysFrom(rule.from, rule.to);
  const { since, until } = rule;
  const first = since === undefined ? Number.NEGATIVE_INFINITY : dayOf(since);
  const last = until === undefined ? Number.POSITIVE_INFINITY : dayOf(until);
  return (day, date) => day >= first && day <= last && days(day, date);
}

function daysOn(
  on: string | NthWeekday | EveryWeeks,
  beforeHolidays: (day: DayNumber) => boolean,
): RuleDays {
  if (on === BEFORE_HOLIDAYS) return beforeHolidays;
  if (typeof on === "string") return daysFrom(on, on);
  const weekday = DAY_NAMES.indexOf(on.weekday);
  return "every" in on ? everyWeeks(on) : nthWeekday(on, weekday);
}

/** The dates from one day of the year to another, over the new year if the first is later. */
function daysFrom(from: string, to: string): RuleDays {
  const first = codeOf(from);
  const last = codeOf(to);
  if (first <= last) return (_, date) => code(date) >= first && code(date) <= last;
  return (_, date) => code(date) >= first || code(date) <= last;
}

/** Days of the year in their order, 29 February among them. */
function code({ month, day }: CivilDate): number {
  return 100 * month + day;
}

function codeOf(monthDay: string): number {
  return Number(monthDay.replace("-", ""));
}

function nthWeekday({ nth, months }: NthWeekday, weekday: number): RuleDays {
  const wanted = new Set(typeof nth === "number" ? [nth] : nth);
  const inMonths = months && new Set(months);
  return (day, date) => {
    if (weekdayOf(day) !== weekday || (inMonths && !inMonths.has(date.month))) return false;
    const length = dayNumber(date.year, date.month + 1, 0) - dayNumber(date.year, date.month, 0);
    const fromEnd = Math.ceil((length - date.day + 1) / DAYS_IN_WEEK);
    return wanted.has(Math.ceil(date.day / DAYS_IN_WEEK)) || wanted.has(-fromEnd);
  };
}

/** The first date has been checked to be this weekday. */
function everyWeeks({ every, from }: EveryWeeks): RuleDays {
  const first = dayOf(from);
  return (day) => day >= first && (day - first) % (DAYS_IN_WEEK * every) === 0;
}

/** How many days back to look for a working day before a bank holiday. */
const FURTHEST = 366;

/**
 * The last working day of the week before each bank holiday.
 *
 * @param isOpen whether the week has hours on a date
 */
export function daysBefore(
  holidays: Iterable<DayNumber>,
  isOpen: (day: DayNumber) => boolean,
): ReadonlySet<DayNumber> {
  const found = new Set<DayNumber>();
  for (const holiday of holidays) {
    for (let day = holiday - 1; day >= holiday - FURTHEST; day--) {
      if (!isOpen(day)) continue;
      found.add(day);
      break;
    }
  }
  return found;
}
