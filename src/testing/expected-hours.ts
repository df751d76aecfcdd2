import type { WeekHours } from "../calendar/definition/definition";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { checkKeys, given } from "../input/options";
import { show } from "../input/show";
import { type DayNumber, dayOf, formatDate, weekdayOf } from "../time/civil-date";
import { dayGiven } from "../time/given-date";
import { type DayPeriod, formatPeriod, parsePeriod, sortPeriods } from "../time/wall-period";
import { CoreHoursError } from "../timeline/errors";
import { HOUR_MS } from "../timeline/units";
import type { ExpectedSpan, ExpectedWeek } from "./calendar-expectations";

const DAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
const GROUPS = ["weekdays", "weekend", "daily"] as const;

/** What a date has, instead of what was expected. */
export function hasText(calendar: WorkingCalendar, date: string): string {
  const { because, title } = calendar.reasonFor(date);
  const why = title === undefined ? because : `${because} "${title}"`;
  return `its hours on ${date} are ${textOf(calendar.hoursOn(date))} (${why})`;
}

export function textOf(hours: readonly string[]): string {
  return hours.length === 0 ? "closed" : hours.join(", ");
}

/** Hours as a calendar tells them: sorted, with periods that touch made one. */
export function hoursGiven(texts: readonly string[]): readonly string[] {
  return sortPeriods(periodsOf(texts)).flatMap(formatPeriod);
}

export function periodsOf(texts: readonly string[]): readonly DayPeriod[] {
  if (!Array.isArray(texts)) {
    throw invalid(show(texts), 'a list of periods such as ["08:00-18:00"]');
  }
  return texts.map((text: unknown) => {
    const period = typeof text === "string" ? parsePeriod(text) : undefined;
    if (period && period.openMs < period.closeMs) return period;
    throw invalid(show(text), 'a period such as "08:00-18:00"');
  });
}

/** The seven dates of the week of a date, from Monday, each with the hours that a week gives it. */
export function weekGiven(
  date: string,
  week: WeekHours,
): readonly (readonly [date: string, hours: readonly string[]])[] {
  const shown = '{ weekdays: ["09:00-17:00"] }';
  const hours = given(week, shown);
  checkKeys(hours, [...DAYS, ...GROUPS], "hoursInWeekOf");
  if (Object.keys(hours).length === 0) throw invalid(show(week), `hours as ${shown}`);
  const day = dayGiven(date);
  const monday = day - weekdayOf(day);
  return DAYS.map((name, i) => {
    const group = i < 5 ? hours.weekdays : hours.weekend;
    return [formatDate(monday + i), hoursGiven(hours[name] ?? group ?? hours.daily ?? [])];
  });
}

/** Checks the fewest and the most of something. */
export function checkedLimits<T extends ExpectedWeek>(limits: T, what: string, shown: string): T {
  const { min, max } = given(limits, shown);
  checkKeys(limits, ["min", "max", "from", "to"], what);
  const numbers = [min, max].filter((each) => each !== undefined);
  const areNumbers = numbers.every((each) => typeof each === "number" && each >= 0);
  if (numbers.length === 0 || !areNumbers || (min ?? 0) > (max ?? Number.POSITIVE_INFINITY)) {
    throw invalid(show(limits), `${shown}, the smaller first, or one of them`);
  }
  return limits;
}

/** Limits in words, such as "from 35 to 45 hours". */
export function limitsText({ min, max }: ExpectedWeek, unit: string): string {
  if (max === undefined) return `at least ${min} ${unit}`;
  return min === undefined ? `at most ${max} ${unit}` : `from ${min} to ${max} ${unit}`;
}

/** The dates to look at: those of the options, or of the whole coverage. */
export function spanOf(
  calendar: WorkingCalendar,
  span: ExpectedSpan | undefined,
): { readonly first: DayNumber; readonly last: DayNumber } {
  const { from, to } = given(span, '{ from: "2026-01-01", to: "2027-12-31" }');
  const first = from === undefined ? dayOf(calendar.coverage.from) : dayGiven(from);
  const last = to === undefined ? dayOf(calendar.coverage.to) : dayGiven(to);
  if (first > last) throw invalid(`from ${from} to ${to}`, "the earlier date first");
  return { first, last };
}

export function hoursBetween(calendar: WorkingCalendar, from: DayNumber, to: DayNumber): number {
  const { start, end } = calendar.coverage;
  // The first and the last day of the coverage may not be known from midnight to midnight.
  const midnight = (day: DayNumber) =>
    Math.min(Math.max(calendar.at(formatDate(day)).toMillis(), start.toMillis()), end.toMillis());
  return calendar.timeline.between(midnight(from), midnight(to)) / HOUR_MS;
}

export function invalid(shown: string, expected: string): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${shown} given to a claim about a calendar; expected ${expected}.`,
    { given: shown, expected },
  );
}
