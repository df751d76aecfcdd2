import type { HoursRule, Weekday } from "../calendar/definition/definition";
import { DAY_NAMES } from "../calendar/definition/rule-words";
import { type DayNumber, dayNumber, dayOf, formatDate } from "../time/civil-date";
import {
  type DateRange,
  type DayKind,
  includes,
  includesDay,
  LEAP_YEAR,
  MONTHS,
  monthDayOf,
  type TimesOn,
  WEEK,
  type YearlyRange,
} from "./day-kind";
import { areSame, type DayTimes } from "./day-times";
import { weekHours } from "./week-hours";

/** What recurs in a timetable, or holds for a long time. */
export interface Recurring {
  /** The days of each year that it names. */
  readonly yearly: readonly YearlyRange[];
  /** Which days of a month it names, by weekday. */
  readonly nth: ReadonlyMap<number, ReadonlySet<number>>;
  /** Long spans of dates, which are not written out one by one. */
  readonly spans: readonly DateRange[];
  /** The dates within the spans that are written out by themselves. */
  readonly dates: ReadonlySet<DayNumber>;
}

/** Writes the hours that start on a day as a definition writes them. */
export type HoursOf = (times: DayTimes, day: string) => readonly string[];

/** The days of a year on which the same yearly ranges hold, both included. */
interface Stretch extends YearlyRange {
  /** Whether any of the ranges holds. */
  readonly isNamed: boolean;
}

/** The days of a leap year in order, as `monthDayOf` gives them. */
const MONTH_DAYS: readonly number[] = Array.from({ length: 366 }, (_, i) =>
  monthDayOf(dayNumber(LEAP_YEAR, 1, 1 + i)),
);

/** Whether anything in a timetable recurs. */
export function isRecurring({ yearly, nth, spans }: Recurring): boolean {
  return yearly.length > 0 || nth.size > 0 || spans.length > 0;
}

/** A day without a date, outside the long spans or within one of them, with its place in the month. */
export function kindsIn(recurring: Recurring): readonly DayKind[] {
  const usual = WEEK.map((weekday) => ({ weekday }));
  const nth = [...recurring.nth].flatMap(([weekday, places]) =>
    [...places].map((place) => ({ weekday, places: [place] })),
  );
  return contextsOf(recurring).flatMap(({ date }) =>
    stretchesOf(recurring.yearly).flatMap(({ from }) =>
      [...usual, ...nth].map((day) => ({ ...day, isHoliday: false, monthDay: from, ...date })),
    ),
  );
}

/** The rules for what recurs; a later one wins. */
export function rulesFor(
  timesOn: TimesOn,
  recurring: Recurring,
  hoursOf: HoursOf,
  titleOf: (date: DayNumber) => string | undefined,
): readonly HoursRule[] {
  return contextsOf(recurring).flatMap(({ date, span }) => {
    const on: TimesOn = (day) => timesOn({ ...day, ...date });
    const title = span && titleOf(span.from);
    const named = title === undefined ? {} : { title };
    const within = span ? { since: formatDate(span.from), until: formatDate(span.to) } : {};
    const stretches = stretchesOf(recurring.yearly);
    const rules = [
      ...stretches.flatMap((stretch) => stretchRule(on, stretch, hoursOf, span !== undefined)),
      ...nthRules(on, stretches, recurring.nth, hoursOf),
    ];
    return rules.map((rule) => ({ ...named, ...rule, ...within }));
  });
}

interface Context {
  /** The part of a day's kind that puts it in the span. */
  readonly date: { readonly date?: DayNumber };
  readonly span: DateRange | undefined;
}

/** All time, and then the long spans, cut where another begins or ends. */
function contextsOf({ spans, dates }: Recurring): readonly Context[] {
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  const parts = cuts.flatMap((from, i): readonly Context[] => {
    const next = cuts[i + 1];
    if (next === undefined || !spans.some((span) => includes(span, from))) return [];
    let date = from;
    while (dates.has(date) && date < next) date++;
    return date === next ? [] : [{ date: { date }, span: { from, to: next - 1 } }];
  });
  return [{ date: {}, span: undefined }, ...parts];
}

/** A year in stretches on which the same ranges hold; the first may begin in the year before. */
export function stretchesOf(yearly: readonly YearlyRange[]): readonly Stretch[] {
  const signs = MONTH_DAYS.map((day) => yearly.map((range) => includesDay(range, day)));
  const stretches: (Stretch & { readonly sign: string })[] = [];
  for (const [i, day] of MONTH_DAYS.entries()) {
    const sign = (signs[i] ?? []).map(Number).join("");
    const last = stretches.at(-1);
    if (last?.sign === sign) stretches[stretches.length - 1] = { ...last, to: day };
    else stretches.push({ from: day, to: day, isNamed: sign.includes("1"), sign });
  }
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last || first === last || first.sign !== last.sign) return stretches;
  return [{ ...first, from: last.from }, ...stretches.slice(1, -1)];
}

/** The rule of a stretch of the year; there is none for the usual week. */
function stretchRule(
  on: TimesOn,
  { from, to, isNamed }: Stretch,
  hoursOf: HoursOf,
  isInSpan: boolean,
): readonly HoursRule[] {
  if (!isNamed && !isInSpan) return [];
  const week = WEEK.map((weekday) => on({ weekday, isHoliday: false, monthDay: from }));
  const texts = week.map((times, day) => hoursOf(times, DAY_NAMES[day] ?? ""));
  const [first = CLOSED_DAY] = week;
  const days = { from: textOf(from), to: textOf(to) };
  if (week.every((times) => areSame(times, first))) {
    const hours = texts[0] ?? [];
    const opens = hours.length > 0 ? { opens: true } : {};
    return [from === to ? { on: days.from, hours, ...opens } : { ...days, hours, ...opens }];
  }
  return [{ ...days, hours: weekHours(texts) }];
}

const CLOSED_DAY: DayTimes = { opens: [], closes: [] };

/** The rules of nth weekdays, if they make a difference. */
function nthRules(
  on: TimesOn,
  stretches: readonly Stretch[],
  nth: Recurring["nth"],
  hoursOf: HoursOf,
): readonly HoursRule[] {
  return [...nth].flatMap(([weekday, places]) => {
    const name = DAY_NAMES[weekday] as Weekday; // A weekday is 0 to 6.
    return [...places].flatMap((place) => {
      const byHours = new Map<string, { hours: readonly string[]; months: number[] }>();
      for (const month of MONTHS) {
        const times = timesInMonth(on, stretches, { weekday, place, month });
        if (!times) continue;
        const hours = hoursOf(times, name);
        const same = byHours.get(hours.join()) ?? { hours, months: [] };
        same.months.push(month);
        byHours.set(hours.join(), same);
      }
      return [...byHours.values()].map(({ hours, months }): HoursRule => {
        const which = months.length === MONTHS.length ? {} : { months };
        const opens = hours.length > 0 ? { opens: true } : {};
        return { on: { weekday: name, nth: place, ...which }, hours, ...opens };
      });
    });
  });
}

/** The times of the nth weekday of a month; undefined if every such day has the same times. */
function timesInMonth(
  on: TimesOn,
  stretches: readonly Stretch[],
  day: { readonly weekday: number; readonly place: number; readonly month: number },
): DayTimes | undefined {
  const { weekday, place, month } = day;
  const days = stretches
    .filter((stretch) =>
      MONTH_DAYS.some((each) => isOfMonth(each, month) && includesDay(stretch, each)),
    )
    .map(({ from }) => ({ weekday, isHoliday: false, monthDay: from }));
  const differing = days.filter((each) => !areSame(on(each), on({ ...each, places: [place] })));
  const [first] = differing;
  return first && on({ ...first, places: [place] });
}

function isOfMonth(monthDay: number, month: number): boolean {
  return Math.floor(monthDay / 100) === month;
}

/** `MM-DD`. */
function textOf(monthDay: number): string {
  const text = String(monthDay).padStart(4, "0");
  return `${text.slice(0, 2)}-${text.slice(2)}`;
}

/** 28 years, in which every day of the year, 29 February too, falls on every day of the week. */
export const A_CYCLE: DateRange = { from: dayOf("2000-01-01"), to: dayOf("2027-12-31") };
