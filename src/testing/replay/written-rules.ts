import type {
  HoursDefinition,
  HoursRule,
  RuleDay,
  Weekday,
  WeekHours,
} from "../../calendar/definition/definition";
import { DAY_NAMES } from "../../calendar/definition/rule-words";
import { DAY_MS } from "../../timeline/units";
import { daysAfter, midnightOf } from "./wall";

type Hours = readonly string[];

/** The hours that the week or the rules give a date. */
export interface Ruled {
  readonly because: "week" | "rule";
  readonly hours: Hours;
}

/** The periods that a week gives to a date. */
export function ofWeek(week: WeekHours, date: string): Hours {
  const weekday = weekdayNamed(date);
  const isWeekend = weekday === "saturday" || weekday === "sunday";
  return week[weekday] ?? (isWeekend ? week.weekend : week.weekdays) ?? week.daily ?? [];
}

/** The week that holds on a date. */
export function weekOn({ hours, hoursFrom = {} }: HoursDefinition, date: string): WeekHours {
  const begun = Object.entries(hoursFrom).filter(([from]) => from <= date);
  const [latest] = begun.sort(([a], [b]) => (a < b ? 1 : -1));
  return latest?.[1] ?? hours;
}

/**
 * Applies the rules to a date, one after the other. Periods change a day that is open so far or that the rule
 * opens; an empty list closes it; a week replaces the week before.
 *
 * @param isBeforeHoliday whether a date is the last working day before a bank holiday
 */
export function ruledOn(
  definition: HoursDefinition,
  date: string,
  isBeforeHoliday: (date: string) => boolean,
): Ruled {
  let week = weekOn(definition, date);
  let ruled: Ruled = { because: "week", hours: ofWeek(week, date) };
  for (const rule of definition.rules ?? []) {
    if (!isFor(rule, date, isBeforeHoliday)) continue;
    const { hours } = rule;
    if (!isList(hours)) {
      week = hours;
      ruled = { because: "rule", hours: ofWeek(week, date) };
      continue;
    }
    const isOpenByWeek = ofWeek(week, date).length > 0;
    const closesIt = hours.length === 0 && ruled.hours.length > 0;
    if (isOpenByWeek || rule.opens === true || closesIt) ruled = { because: "rule", hours };
  }
  return ruled;
}

function isList(hours: Hours | WeekHours): hours is Hours {
  return Array.isArray(hours);
}

/** How many days back to look for a working day before a bank holiday. */
const FURTHEST = 366;

/** The last dates before bank holidays on which the week has hours. */
export function datesBefore(
  definition: HoursDefinition,
  holidays: Iterable<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const holiday of holidays) {
    for (let days = 1; days <= FURTHEST; days++) {
      const date = daysAfter(holiday, -days);
      if (ofWeek(weekOn(definition, date), date).length === 0) continue;
      found.add(date);
      break;
    }
  }
  return found;
}

/** Whether a rule is for a date. */
function isFor(rule: HoursRule, date: string, isBeforeHoliday: (date: string) => boolean): boolean {
  const { since = date, until = date } = rule;
  if (date < since || date > until) return false;
  if ("on" in rule) return isOn(rule.on, date, isBeforeHoliday);
  const monthDay = date.slice(5);
  const [isAfter, isBefore] = [monthDay >= rule.from, monthDay <= rule.to];
  return rule.from <= rule.to ? isAfter && isBefore : isAfter || isBefore;
}

function isOn(on: RuleDay, date: string, isBeforeHoliday: (date: string) => boolean): boolean {
  if (on === "day-before-bank-holiday") return isBeforeHoliday(date);
  if (typeof on === "string") return date.slice(5) === on;
  if (weekdayNamed(date) !== on.weekday) return false;
  if ("every" in on) {
    const days = (midnightOf(date) - midnightOf(on.from)) / DAY_MS;
    return days >= 0 && days % (7 * on.every) === 0;
  }
  if (on.months && !on.months.includes(Number(date.slice(5, 7)))) return false;
  const places = [placeOf(date, -7), -placeOf(date, 7)];
  return [on.nth].flat().some((nth) => places.includes(nth));
}

/** How many dates of its month, itself among them, are a whole number of weeks before or after a date. */
function placeOf(date: string, step: number): number {
  let place = 0;
  for (let each = date; each.slice(0, 7) === date.slice(0, 7); each = daysAfter(each, step)) {
    place++;
  }
  return place;
}

function weekdayNamed(date: string): Weekday {
  // JavaScript counts from Sunday, 0 to 6.
  return DAY_NAMES[(new Date(midnightOf(date)).getUTCDay() + 6) % 7] ?? "sunday";
}
