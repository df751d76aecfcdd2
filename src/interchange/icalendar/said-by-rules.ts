import type { HoursRule, NthWeekday, RuleDay } from "../../calendar/definition/definition";
import { DAY_NAMES, MOST_RULES, MOST_WEEKS } from "../../calendar/definition/rule-words";
import { daysOfRule } from "../../calendar/hours/rule-days";
import {
  civilDateOf,
  type DayNumber,
  dayNumber,
  formatDate,
  weekdayOf,
} from "../../time/civil-date";
import { LEAP_YEAR, lastDayOf, MONTHS } from "../day-kind";
import type { ClosedDays } from "./closed-days";
import type { Recurrence } from "./recurrence";
import type { Starts } from "./starts";

/** The dates of a rule, without its hours. */
type Dates = { readonly on: RuleDay } | { readonly from: string; readonly to: string };

/** A stretch of time from which no occurrence is removed; it may have no end. */
interface Stretch {
  readonly since: DayNumber;
  readonly until: DayNumber | undefined;
}

/**
 * The rules that are closed on exactly the days of an event that comes again.
 *
 * @returns undefined if no rules are closed on exactly these days.
 */
export function saidByRules(
  days: ClosedDays,
  { all: starts, removed, last, isBounded }: Starts,
): readonly HoursRule[] | undefined {
  const { recurrence, title, first, length } = days;
  if (!recurrence) return undefined;
  const dates = datesOf(recurrence, first, length);
  if (dates.length === 0 || dates.length > MOST_RULES) return undefined;
  const end = isBounded ? (starts.at(-1) ?? first) + length - 1 : undefined;
  const taken = starts.filter((day) => removed.has(day));
  const stretches = stretchesOf({ since: first, until: end }, taken, length);
  const named = title === undefined ? {} : { title };
  const rules = stretches.flatMap(({ since, until }) =>
    dates.map(
      (each): HoursRule => ({
        ...named,
        ...each,
        hours: [],
        since: formatDate(since),
        ...(until === undefined ? {} : { until: formatDate(until) }),
      }),
    ),
  );
  const closed = new Set(
    starts.filter((day) => !removed.has(day)).flatMap((day) => lasting(day, length)),
  );
  return matching(rules, closed, { from: first, to: Math.min(last, end ?? last) });
}

/** The days of one occurrence. */
export function lasting(first: DayNumber, length: number): readonly DayNumber[] {
  return Array.from({ length }, (_, i) => first + i);
}

/** The stretches between the removed occurrences, which are in order. */
function stretchesOf(
  whole: Stretch,
  removed: readonly DayNumber[],
  length: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let { since } = whole;
  for (const day of removed) {
    if (day > since) stretches.push({ since, until: day - 1 });
    since = day + length;
  }
  if (whole.until === undefined || since <= whole.until)
    stretches.push({ since, until: whole.until });
  return stretches;
}

/** Those of some rules that ever hold; undefined if together they do not hold on exactly the closed days. */
function matching(
  rules: readonly HoursRule[],
  closed: ReadonlySet<DayNumber>,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): readonly HoursRule[] | undefined {
  const holding = new Set<HoursRule>();
  const holds = rules.map((rule) => ({ rule, on: daysOfRule(rule, () => false) }));
  for (let day = from; day <= to; day++) {
    const date = civilDateOf(day);
    const now = holds.filter(({ on }) => on(day, date));
    if (now.length > 0 !== closed.has(day)) return undefined;
    for (const { rule } of now) holding.add(rule);
  }
  return rules.filter((rule) => holding.has(rule) || rule.until === undefined);
}

/** The dates of rules that may say a recurrence. Each day is then tried to see whether they do. */
function datesOf(recurrence: Recurrence, first: DayNumber, length: number): readonly Dates[] {
  const { frequency, interval } = recurrence;
  if (frequency === "DAILY") {
    if (interval % 7 === 0 && !recurrence.days)
      return everyWeeks([weekdayOf(first)], interval / 7, first, length);
    return interval === 1 ? yearlyDates(recurrence, first, length) : [];
  }
  if (frequency === "WEEKLY" && !recurrence.months) {
    const weekdays = recurrence.days?.map(({ weekday }) => weekday) ?? [weekdayOf(first)];
    return everyWeeks(weekdays, interval, first, length, recurrence.weekStart);
  }
  return interval === 1 ? yearlyDates(recurrence, first, length) : [];
}

/** Each of some days of the week, with the days after it that an occurrence lasts. */
function everyWeeks(
  weekdays: readonly number[],
  every: number,
  first: DayNumber,
  length: number,
  weekStart = 0,
): readonly Dates[] {
  if (every > MOST_WEEKS) return [];
  const into = (weekdayOf(first) - weekStart + 7) % 7;
  return weekdays.flatMap((weekday) => {
    const inWeek = first - into + ((weekday - weekStart + 7) % 7);
    const start = inWeek < first ? inWeek + 7 * every : inWeek;
    return lasting(start, Math.min(length, 7 * every)).map((from) => ({
      on: { weekday: DAY_NAMES[weekdayOf(from)] ?? "monday", every, from: formatDate(from) },
    }));
  });
}

function yearlyDates(recurrence: Recurrence, first: DayNumber, length: number): readonly Dates[] {
  const { frequency, monthDays, yearDays, days } = recurrence;
  const start = civilDateOf(first);
  const hasNoDays = !monthDays && !yearDays && !days;
  const months =
    recurrence.months ?? (frequency === "YEARLY" && hasNoDays ? [start.month] : MONTHS);
  if (yearDays) return [];
  if (days || frequency === "WEEKLY") {
    return length === 1 ? nthDates(recurrence, first, months) : [];
  }
  if (frequency === "DAILY" && !monthDays) {
    if (!recurrence.months) return [{ from: "01-01", to: "12-31" }];
    return months.map((month) => rangeFrom(month, 1, lastDayOf(month), 1));
  }
  return months.flatMap((month) =>
    (monthDays ?? [start.day]).flatMap((day) => {
      const date = day > 0 ? day : lastDayOf(month) + 1 + day;
      return date >= 1 && date <= lastDayOf(month) ? [rangeFrom(month, date, 1, length)] : [];
    }),
  );
}

/** A year without 29 February. */
const COMMON_YEAR = LEAP_YEAR - 1;

/** Some days in a row, with the days after the last of them that an occurrence lasts. */
function rangeFrom(month: number, day: number, days: number, length: number): Dates {
  const from = monthDay(dayNumber(LEAP_YEAR, month, day));
  if (days === 1 && length === 1) return { on: from };
  const first = dayNumber(month === 2 && day === 29 ? LEAP_YEAR : COMMON_YEAR, month, day);
  const last = days > 1 ? dayNumber(LEAP_YEAR, month, days) : first + length - 1;
  return { from, to: monthDay(last) };
}

function monthDay(day: DayNumber): string {
  return formatDate(day).slice("2024-".length);
}

/** nth days of the week. */
function nthDates(
  { frequency, months: given, monthDays, days, positions }: Recurrence,
  first: DayNumber,
  months: readonly number[],
): readonly Dates[] {
  const isByMonth = frequency !== "YEARLY" || given !== undefined;
  return (days ?? [{ weekday: weekdayOf(first), nth: undefined }]).flatMap(({ weekday, nth }) => {
    const on = (places: readonly number[], which = months): Dates => {
      const all = which.length === MONTHS.length ? {} : { months: which };
      const place = places.length === 1 ? places[0] : undefined;
      const nth: NthWeekday["nth"] = place ?? places;
      return { on: { weekday: DAY_NAMES[weekday] ?? "monday", nth, ...all } };
    };
    if (nth !== undefined) {
      // In the first four weeks of a year and its last four, the month is certain.
      return [isByMonth ? on([nth]) : on([nth], [nth > 0 ? 1 : 12])].filter(isPlaced);
    }
    if (positions) return [on(positions)].filter(isPlaced);
    const place = monthDays && WEEKS_OF_MONTH.findIndex((week) => areSame(week, monthDays));
    if (place !== undefined) return place < 0 ? [] : [on([place + 1])];
    return [on([1, 2, 3, 4, 5])];
  });
}

/** The first seven days of a month, the next seven, and so on: an nth weekday is one of them. */
const WEEKS_OF_MONTH = [1, 8, 15, 22].map((from) => lasting(from, 7));

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/** Whether a rule can have these places: it counts at most to the fifth. */
function isPlaced(dates: Dates): boolean {
  if (!("on" in dates) || typeof dates.on === "string" || !("nth" in dates.on)) return true;
  return [dates.on.nth].flat().every((nth) => Math.abs(nth ?? 9) <= 5);
}
