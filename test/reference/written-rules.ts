import { DAY, dateOf, midnightOf } from "./wall-time";

/**
 * What rules, seasons and bank holidays make of a date, spelled out over ISO dates as text: no day
 * numbers, no tables, a date at a time. It shares no code with the library.
 */

const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

type Weekday = (typeof weekdays)[number];

/** The periods of each day of the week, or of a group of them. */
export type Hours = Readonly<
  Partial<Record<Weekday | "weekdays" | "weekend" | "daily", readonly string[]>>
>;

/** A rule, as a definition writes it. */
export interface Rule {
  readonly title?: string;
  readonly on?:
    | string
    | {
        readonly weekday: Weekday;
        readonly nth?: number | readonly number[];
        readonly months?: readonly number[];
        readonly every?: number;
        readonly from?: string;
      };
  readonly from?: string;
  readonly to?: string;
  readonly hours: readonly string[] | Hours;
  readonly opens?: boolean;
  readonly since?: string;
  readonly until?: string;
}

/** The parts of a definition that decide a date which is not an exception. */
export interface Rules {
  readonly hours: Hours;
  readonly hoursFrom?: Readonly<Record<string, Hours>>;
  readonly bankHolidays?: readonly (string | { readonly date: string; readonly title: string })[];
  readonly bankHolidayHours?: readonly string[];
  readonly rules?: readonly Rule[];
}

const weekdayOn = (date: string): Weekday =>
  weekdays[new Date(midnightOf(date)).getUTCDay()] ?? "sunday";
const addDays = (date: string, days: number) => dateOf(midnightOf(date) + days * DAY);

/** The periods that a week has for a date. */
function ofWeek(hours: Hours, date: string): readonly string[] {
  const weekday = weekdayOn(date);
  const group = weekday === "saturday" || weekday === "sunday" ? "weekend" : "weekdays";
  return hours[weekday] ?? hours[group] ?? hours.daily ?? [];
}

/** The week in force on a date. */
function weekOn({ hours, hoursFrom = {} }: Rules, date: string): Hours {
  let week = hours;
  for (const from of Object.keys(hoursFrom).sort()) {
    if (from <= date) week = hoursFrom[from] ?? week;
  }
  return week;
}

const holidaysIn = ({ bankHolidays = [] }: Rules) =>
  bankHolidays.map((day) => (typeof day === "string" ? day : day.date));

/** Whether a date is the last before some bank holiday on which the week has hours. */
function isBeforeHoliday(definition: Rules, date: string): boolean {
  return holidaysIn(definition).some((holiday) => {
    for (let day = addDays(holiday, -1), i = 0; i < 366; day = addDays(day, -1), i++) {
      if (ofWeek(weekOn(definition, day), day).length > 0) return day === date;
    }
    return false;
  });
}

/** The dates of a month that are of a weekday, in order. */
function datesOfMonth(month: string, weekday: Weekday): readonly string[] {
  return Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`).filter(
    (date) => dateOf(midnightOf(date) || 0) === date && weekdayOn(date) === weekday,
  );
}

/** Whether a rule is for a date. */
function isFor(definition: Rules, rule: Rule, date: string): boolean {
  const { on, from = "", to = "", since, until } = rule;
  if ((since !== undefined && date < since) || (until !== undefined && date > until)) return false;
  const monthDay = date.slice(5);
  if (on === undefined) {
    return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
  }
  if (on === "day-before-bank-holiday") return isBeforeHoliday(definition, date);
  if (typeof on === "string") return on === monthDay;
  if (on.every !== undefined) {
    let next = on.from ?? "";
    while (next < date) next = addDays(next, 7 * on.every);
    return next === date;
  }
  if (on.months !== undefined && !on.months.includes(Number(date.slice(5, 7)))) return false;
  const dates = datesOfMonth(date.slice(0, 7), on.weekday);
  const wanted = [on.nth ?? []].flat();
  return wanted.some((nth) => dates.at(nth > 0 ? nth - 1 : nth) === date);
}

/** The periods written for a date that is not an exception. */
export function ruledPeriods(definition: Rules, date: string): readonly string[] {
  if (holidaysIn(definition).includes(date)) return definition.bankHolidayHours ?? [];
  let week = weekOn(definition, date);
  let hours = ofWeek(week, date);
  for (const rule of definition.rules ?? []) {
    if (!isFor(definition, rule, date)) continue;
    if (!Array.isArray(rule.hours)) {
      week = rule.hours as Hours;
      hours = ofWeek(week, date);
    } else if (rule.hours.length === 0 || rule.opens || ofWeek(week, date).length > 0) {
      hours = rule.hours;
    }
  }
  return hours;
}
