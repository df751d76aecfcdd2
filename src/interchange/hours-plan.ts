import type { HoursDefinition, HoursRule } from "../calendar/definition/definition";
import { DAY_NAMES } from "../calendar/definition/rule-words";
import { rulesOf } from "../calendar/hours/day-rules";
import { DefinitionError } from "../input/problems";
import {
  type DayNumber,
  dayOf,
  FIRST_DAY,
  formatDate,
  LAST_DAY,
  weekdayOf,
} from "../time/civil-date";
import {
  type DateRange,
  includesDay,
  MONTHS,
  monthDayOf,
  placesOf,
  WEEK,
  type YearlyRange,
} from "./day-kind";
import { areSame, CLOSED, type DayTimes, dayTimes } from "./day-times";
import { A_CYCLE, stretchesOf } from "./recurring";

/** Monday to Sunday. */
export type Week = readonly DayTimes[];

/** The week that holds on some dates. */
export interface SeasonPlan extends DateRange {
  readonly week: Week;
}

/** The week that holds in a part of each year; undefined for days that have the hours of the rest of the year. */
export interface StretchPlan extends YearlyRange {
  readonly week: readonly (DayTimes | undefined)[];
}

/** The hours of the nth such day of some months. */
export interface NthPlan {
  readonly weekday: number;
  readonly nth: number;
  /** From 1 to 12; all months if undefined. */
  readonly months: readonly number[] | undefined;
  readonly times: DayTimes;
}

/** What a definition says without its bank holidays and exceptions. */
export interface HoursPlan {
  /** The usual week, until the first season. */
  readonly week: Week;
  /** The weeks that replace it from a date on, in order. */
  readonly seasons: readonly SeasonPlan[];
  readonly stretches: readonly StretchPlan[];
  readonly nth: readonly NthPlan[];
}

/** A date of a part of time, with everything that decides its hours. */
interface Sample {
  readonly date: DayNumber;
  readonly part: number;
  readonly stretch: number;
  readonly weekday: number;
  readonly month: number;
  /** The numbers that it has among those that rules name for its weekday. */
  readonly places: readonly number[];
  readonly times: DayTimes;
}

/**
 * A checked definition in parts that formats of opening hours can say. It is asked for the dates of 28 years
 * of each season.
 *
 * @param calendar what to call it, for errors
 * @throws {DefinitionError} if a rule has dates other than a part of each year or nth days of a month, or if
 *   the parts depend on each other.
 */
export function planOf(definition: HoursDefinition, calendar: string): HoursPlan {
  const { exceptions: _, bankHolidays: __, ...usual } = definition;
  const { rules = [], hoursFrom = {} } = usual;
  if (rules.length === 0 && Object.keys(hoursFrom).length === 0) return weekAlone(usual);
  refuseOthers(rules, calendar);
  const parts = partsOf(usual);
  const yearly = yearlyOf(rules);
  const stretches = stretchesOf(yearly);
  const samples = samplesOf(usual, parts, stretches);
  const weekOf = (part: number): Week => {
    const plain = stretches.findIndex(({ isNamed }) => !isNamed);
    return WEEK.map((weekday) => {
      const found = samples.filter((each) => each.part === part && each.weekday === weekday);
      const rest = found.filter(({ stretch, places }) => stretch === plain && places.length === 0);
      return (rest[0] ?? found[0])?.times ?? CLOSED;
    });
  };
  const weeks = parts.map((_, part) => weekOf(part));
  const [week = WEEK.map(() => CLOSED), ...later] = weeks;
  return {
    week,
    seasons: later
      .map((each, i) => ({ ...(parts[i + 1] as DateRange), week: each }))
      .filter((season) => season.week.some((times, day) => !areSame(times, week[day] ?? CLOSED))),
    stretches: stretches.flatMap((stretch, i) =>
      stretchPlan(
        stretch,
        samples.filter((each) => each.stretch === i),
        weeks,
        calendar,
      ),
    ),
    nth: nthPlans(samples, calendar),
  };
}

/** Any Monday will do: all weeks of a calendar without rules are alike. */
const MONDAY: DayNumber = 4;

function weekAlone(definition: HoursDefinition): HoursPlan {
  const plan = rulesOf(definition, new Map());
  const week = WEEK.map((day) => dayTimes(plan(MONDAY + day).periods));
  return { week, seasons: [], stretches: [], nth: [] };
}

function refuseOthers(rules: readonly HoursRule[], calendar: string): void {
  const problems = rules.flatMap((rule, i) => {
    if (!("on" in rule)) return [];
    const { on } = rule;
    const isOther = typeof on === "string" ? !/^\d/.test(on) : "every" in on;
    if (!isOther) return [];
    const message =
      "no format of opening hours can say these dates; write the calendar without the rule, or give its dates as exceptions";
    return [{ path: ["rules", i, "on"], message }];
  });
  if (problems.length > 0) throw new DefinitionError(calendar, problems);
}

/** Time, cut at each change of hours and at each bound of a rule. */
function partsOf({ hoursFrom = {}, rules = [] }: HoursDefinition): readonly DateRange[] {
  const cuts = [
    ...Object.keys(hoursFrom).map(dayOf),
    ...rules.flatMap(({ since }) => (since === undefined ? [] : [dayOf(since)])),
    ...rules.flatMap(({ until }) => (until === undefined ? [] : [dayOf(until) + 1])),
  ].filter((day) => day > FIRST_DAY && day <= LAST_DAY);
  const starts = [FIRST_DAY, ...[...new Set(cuts)].sort((a, b) => a - b)];
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? LAST_DAY + 1) - 1 }));
}

function yearlyOf(rules: readonly HoursRule[]): readonly YearlyRange[] {
  const number = (monthDay: string) => Number(monthDay.replace("-", ""));
  return rules.flatMap((rule) => {
    if (!("on" in rule)) {
      const isWholeYear = rule.from === "01-01" && rule.to === "12-31";
      return isWholeYear ? [] : [{ from: number(rule.from), to: number(rule.to) }];
    }
    return typeof rule.on === "string" ? [{ from: number(rule.on), to: number(rule.on) }] : [];
  });
}

/** The dates of at most 28 years of each part. */
function samplesOf(
  usual: HoursDefinition,
  parts: readonly DateRange[],
  stretches: readonly YearlyRange[],
): readonly Sample[] {
  const plan = rulesOf(usual, new Map());
  const named = namedPlaces(usual.rules ?? []);
  const length = A_CYCLE.to - A_CYCLE.from;
  return parts.flatMap(({ from, to }, part) => {
    // The first part reaches far back, and any of its years would do, so the last are taken.
    const [first, last] =
      part === 0 && to !== LAST_DAY
        ? [Math.max(from, to - length), to]
        : [Math.max(from, part === 0 ? A_CYCLE.from : from), 0];
    const end = last === 0 ? Math.min(to, first + length) : last;
    return Array.from({ length: end - first + 1 }, (_, i): Sample => {
      const date = first + i;
      const weekday = weekdayOf(date);
      const monthDay = monthDayOf(date);
      return {
        date,
        part,
        weekday,
        stretch: stretches.findIndex((stretch) => includesDay(stretch, monthDay)),
        month: Math.floor(monthDay / 100),
        places: placesOf(date).filter((place) => named.get(weekday)?.has(place)),
        times: dayTimes(plan(date).periods),
      };
    });
  });
}

function namedPlaces(rules: readonly HoursRule[]): ReadonlyMap<number, ReadonlySet<number>> {
  const named = new Map<number, Set<number>>();
  for (const rule of rules) {
    if (!("on" in rule) || typeof rule.on === "string" || !("nth" in rule.on)) continue;
    const weekday = DAY_NAMES.indexOf(rule.on.weekday);
    named.set(weekday, new Set([...(named.get(weekday) ?? []), ...[rule.on.nth].flat()]));
  }
  return named;
}

/** The hours of a stretch of the year, if they differ from those of the weeks. */
function stretchPlan(
  stretch: YearlyRange & { readonly isNamed: boolean },
  samples: readonly Sample[],
  weeks: readonly Week[],
  calendar: string,
): readonly StretchPlan[] {
  if (!stretch.isNamed) return [];
  const week = WEEK.map((weekday): DayTimes | undefined => {
    const days = samples.filter((each) => each.weekday === weekday && each.places.length === 0);
    const isUsual = days.every(({ part, times }) =>
      areSame(times, weeks[part]?.[weekday] ?? CLOSED),
    );
    return isUsual ? undefined : oneOf(days, calendar);
  });
  if (week.every((times) => times === undefined)) return [];
  const whole = WEEK.map((weekday) => {
    const days = samples.filter((each) => each.weekday === weekday && each.places.length === 0);
    const [first] = days;
    const areAlike = first && days.every(({ times }) => areSame(times, first.times));
    return week[weekday] ?? (areAlike ? first.times : undefined);
  });
  return [{ from: stretch.from, to: stretch.to, week: whole }];
}

function nthPlans(samples: readonly Sample[], calendar: string): readonly NthPlan[] {
  const plans: NthPlan[] = [];
  const usual = new Map<string, DayTimes>();
  const keyOf = ({ part, stretch, weekday }: Sample) => `${part} ${stretch} ${weekday}`;
  for (const each of samples) if (each.places.length === 0) usual.set(keyOf(each), each.times);
  for (const weekday of WEEK) {
    const days = samples.filter((each) => each.weekday === weekday);
    const places = [...new Set(days.flatMap((each) => each.places))].sort((a, b) => b - a);
    for (const nth of places) {
      const found = days.filter((each) => each.places.includes(nth));
      const byMonth = MONTHS.flatMap((month) => {
        const all = found.filter((each) => each.month === month);
        const alone = all.filter((each) => each.places.length === 1);
        const some = alone.length > 0 ? alone : all;
        const isUsual = some.every((each) => areSame(each.times, usual.get(keyOf(each)) ?? CLOSED));
        return isUsual ? [] : [{ month, times: oneOf(some, calendar) }];
      });
      for (const { month, times } of byMonth) {
        const same = plans.findIndex(
          (plan) => plan.weekday === weekday && plan.nth === nth && areSame(plan.times, times),
        );
        const before = plans[same];
        if (before) plans[same] = { ...before, months: [...(before.months ?? []), month] };
        else plans.push({ weekday, nth, months: [month], times });
      }
    }
  }
  return plans.map((plan) =>
    plan.months?.length === MONTHS.length ? { ...plan, months: undefined } : plan,
  );
}

/** The times that some days have in common. @throws {DefinitionError} if they differ. */
function oneOf(days: readonly Sample[], calendar: string): DayTimes {
  const [first] = days;
  const other = days.find(({ times }) => !areSame(times, first?.times ?? CLOSED));
  if (!first || !other) return first?.times ?? CLOSED;
  const message = `${formatDate(first.date)} and ${formatDate(other.date)} fall in one part of the year and have different hours, which opening hours cannot say; write the hours of one season at a time`;
  throw new DefinitionError(calendar, [{ path: ["rules"], message }]);
}
