import { once } from "../../input/once";
import { civilDateOf, type DayNumber, dayOf, parseDate, weekdayOf } from "../../time/civil-date";
import { type DayPeriod, parsePeriod, sortPeriods } from "../../time/wall-period";
import type { DayReason } from "../calendar-model";
import type {
  DateException,
  HoursDefinition,
  HoursRule,
  WeekHours,
} from "../definition/definition";
import { DAY_NAMES } from "../definition/rule-words";
import { daysBefore, daysOfRule, type RuleDays } from "./rule-days";
import { hoursOf, isList } from "./week-hours";

const CLOSED: readonly DayPeriod[] = [];
const NONE: ReadonlyMap<DayNumber, string> = new Map();

/** The hours of a date by a definition, and why. */
export interface DayRule extends DayReason {
  readonly periods: readonly DayPeriod[];
}

/** A rule made ready: its dates and their hours, in one list for all dates or one for each day of the week. */
interface ReadyRule {
  readonly days: RuleDays;
  readonly hours: DayRule | readonly DayRule[];
  readonly opens: boolean;
}

/**
 * What decides each date: first its exception, then bank holidays, then the rules (a later one over an earlier one),
 * then the week.
 *
 * @param holidays the titles of the bank holidays by date
 * @param weekends the titles of the fixed days that fall on a Saturday or Sunday, closed like them
 */
export function rulesOf(
  definition: HoursDefinition,
  holidays: ReadonlyMap<DayNumber, string>,
  weekends = NONE,
): (day: DayNumber) => DayRule {
  const exceptions = new Map(
    Object.entries(definition.exceptions ?? {}).map(([date, exception]) => [
      // The definition has been checked, so every date exists. So is every period below.
      parseDate(date) as DayNumber,
      exceptionRule(exception),
    ]),
  );
  const onHolidays = read(definition.bankHolidayHours ?? []);
  const usual = weeksOf(definition);
  const ruled = withRules(definition.rules ?? [], usual, holidays, weekends);
  return (day) => {
    const exception = exceptions.get(day);
    if (exception) return exception;
    const title = holidays.get(day);
    if (title !== undefined) return { periods: onHolidays, because: "bank-holiday", title };
    const fixed = weekends.get(day);
    if (fixed !== undefined) return { periods: CLOSED, because: "bank-holiday", title: fixed };
    return ruled(day);
  };
}

/** The week that holds on each date. */
function weeksOf({ hours, hoursFrom = {} }: HoursDefinition): (day: DayNumber) => DayRule {
  const first = weekRules(hours, { because: "week" });
  // The latest comes first, so the first week that has begun is the one that holds.
  const later = Object.entries(hoursFrom)
    .map(([date, week]) => {
      const reason: DayReason = { because: "week", title: `hours from ${inWords(date)}` };
      return { fromDay: dayOf(date), week: weekRules(week, reason) };
    })
    .sort((a, b) => b.fromDay - a.fromDay);
  return (day) => {
    const week = later.find(({ fromDay }) => fromDay <= day)?.week ?? first;
    // The list has seven entries, and a weekday is 0 to 6.
    return week[weekdayOf(day)] as DayRule;
  };
}

/** The hours of a date by the rules and the week. */
function withRules(
  rules: readonly HoursRule[],
  usual: (day: DayNumber) => DayRule,
  ...holidays: readonly ReadonlyMap<DayNumber, string>[]
): (day: DayNumber) => DayRule {
  if (rules.length === 0) return usual;
  const before = once(() =>
    daysBefore(
      holidays.flatMap((titles) => [...titles.keys()]),
      (day) => usual(day).periods.length > 0,
    ),
  );
  const ready = rules.map((rule) => readyRule(rule, (day) => before().has(day)));
  return (day) => {
    const date = civilDateOf(day);
    let decided = usual(day);
    // Whether the week, or the rule with a week of its own that last took its place, has hours.
    let weekIsOpen = decided.periods.length > 0;
    for (const { days, hours, opens } of ready) {
      if (!days(day, date)) continue;
      if ("because" in hours) {
        // On a day that the week leaves closed, the rule can only close hours that an earlier rule opened.
        const closes = hours.periods.length === 0 && decided.periods.length > 0;
        if (weekIsOpen || opens || closes) decided = hours;
      } else {
        decided = hours[weekdayOf(day)] as DayRule; // As above.
        weekIsOpen = decided.periods.length > 0;
      }
    }
    return decided;
  };
}

function readyRule(rule: HoursRule, beforeHolidays: (day: DayNumber) => boolean): ReadyRule {
  const { hours, title, opens = false } = rule;
  const reason: DayReason = title === undefined ? { because: "rule" } : { because: "rule", title };
  return {
    days: daysOfRule(rule, beforeHolidays),
    hours: isList(hours) ? { ...reason, periods: read(hours) } : weekRules(hours, reason),
    opens,
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

/** The seven days of a week, Monday first. */
function weekRules(hours: WeekHours, reason: DayReason): readonly DayRule[] {
  return DAY_NAMES.map((name) => ({ ...reason, periods: read(hoursOf(hours, name)) }));
}

function read(texts: readonly string[]): readonly DayPeriod[] {
  if (texts.length === 0) return CLOSED;
  return sortPeriods(texts.map((text) => parsePeriod(text) as DayPeriod));
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date as people write it, such as `1 April 2027`. */
function inWords(date: string): string {
  const { year, month, day } = civilDateOf(dayOf(date));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
