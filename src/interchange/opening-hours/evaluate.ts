import { type DayNumber, weekdayOf } from "../../time/civil-date";
import { byDate } from "../by-date";
import type { DateRange, DayKind, TimesOn } from "../day-kind";
import { includesDay, monthDayOf, onDate, placesOf, shortOnly, WEEK } from "../day-kind";
import {
  afterMidnight,
  areSame,
  CLOSED,
  type DayTimes,
  joined,
  runsOverMidnight,
  untilMidnight,
  without,
} from "../day-times";
import { A_CYCLE, isRecurring, type Recurring } from "../recurring";
import { isAbout, type Rule, timesOf } from "./rule";

/** Finds the rules that may be about a day, in their order. */
export type RulesFor = (day: DayKind) => readonly Rule[];

/** Undefined if there are too many rules for too many dates. */
export function rulesFinder(rules: readonly Rule[]): RulesFor | undefined {
  // A rule for a part of each year, or for a long span, may be about any date.
  const find = byDate(rules, ({ dates, yearly }) => (yearly ? undefined : shortOnly(dates)));
  return find && (({ date }) => find(date));
}

/**
 * The hours that start on a day. Each rule replaces the rules before it, an additional rule adds to them,
 * and a rule that closes takes its times away.
 */
export function startingOn(rulesFor: RulesFor): TimesOn {
  // A value is asked for every date of many years, and most of those dates share the same rules.
  const numbers = new Map<Rule, number>();
  const numberOf = (rule: Rule) => {
    const number = numbers.get(rule) ?? numbers.size;
    numbers.set(rule, number);
    return number;
  };
  const known = new Map<string, DayTimes>();
  return (day) => {
    const rules = rulesFor(day).filter((rule) => isAbout(rule, day));
    const key = rules.map(numberOf).join();
    const times = known.get(key) ?? timesBy(rules);
    known.set(key, times);
    return times;
  };
}

function timesBy(rules: readonly Rule[]): DayTimes {
  return rules.reduce<DayTimes>((open, rule) => {
    if (!rule.isOpen) return rule.times ? without(open, rule.times) : CLOSED;
    return rule.isAdditional ? joined(open, timesOf(rule)) : timesOf(rule);
  }, CLOSED);
}

/**
 * When a day is open from midnight to midnight, by the letter of the specification: a rule replaces the
 * rules before it on the whole of its day, including hours that run on from the day before.
 */
export function byTheClock(rules: readonly Rule[], yesterday: DayKind, today: DayKind): DayTimes {
  return rules.reduce<DayTimes>((open, rule) => {
    const isToday = isAbout(rule, today);
    const wasToday = isAbout(rule, yesterday);
    if (!isToday && !wasToday) return open;
    const now = isToday ? untilMidnight(timesOf(rule)) : CLOSED;
    const left = wasToday ? afterMidnight(timesOf(rule)) : CLOSED;
    const times = joined(now, left);
    if (!rule.isOpen) return without(open, times);
    return isToday && !rule.isAdditional ? times : joined(open, times);
  }, CLOSED);
}

/** A day whose hours over midnight conflict with the rules of the next day. */
export interface Clash {
  readonly yesterday: DayKind;
  readonly today: DayKind;
}

/**
 * Two days on which rules mean one thing by the letter of the specification, and another where hours
 * belong to the day they start on, as in a calendar; undefined if the rules mean the same on all days.
 *
 * @param dates the dates that the rules name one by one
 * @param recurring the parts of the rules that come again, or hold for long
 */
export function clashIn(
  rules: readonly Rule[],
  rulesFor: RulesFor,
  dates: readonly DayNumber[],
  recurring: Recurring,
): Clash | undefined {
  if (!rules.some((rule) => runsOverMidnight(timesOf(rule)))) return undefined;
  const starting = startingOn(rulesFor);
  const order = new Map(rules.map((rule, i) => [rule, i]));
  const ofEither = ({ yesterday, today }: Clash) =>
    [...new Set([...rulesFor(yesterday), ...rulesFor(today)])].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
  const isClash = (pair: Clash) => {
    const { yesterday, today } = pair;
    const shifts = joined(
      untilMidnight(starting(today)),
      untilMidnight(afterMidnight(starting(yesterday))),
    );
    return !areSame(shifts, byTheClock(ofEither(pair), yesterday, today));
  };
  const found = pairsOfDays(rules, dates).find(isClash);
  if (found) return found;
  // Long stretches are searched only as far as the first clash.
  if (isRecurring(recurring)) {
    const ofCycle = pairsIn(rules, A_CYCLE, withoutDate).find(isClash);
    if (ofCycle) return ofCycle;
  }
  for (const span of recurring.spans) {
    const inSpan = pairsIn(rules, withNextDays(span), onDate).find(isClash);
    if (inSpan) return inSpan;
  }
  return undefined;
}

/** Every two days that can follow each other. */
function pairsOfDays(rules: readonly Rule[], dates: readonly DayNumber[]): readonly Clash[] {
  const either = rules.some(({ days }) => days?.holidays) ? [false, true] : [false];
  const named = [...new Set(dates.flatMap((date) => [date, date + 1]))];
  return either.flatMap((before) =>
    either.flatMap((after) => [
      ...WEEK.map((weekday) => ({
        yesterday: { weekday, isHoliday: before },
        today: { weekday: (weekday + 1) % 7, isHoliday: after },
      })),
      ...named.map((date) => ({
        yesterday: onDate(date - 1, before),
        today: onDate(date, after),
      })),
    ]),
  );
}

/** A day of the year and of the month, of any year. */
function withoutDate(date: DayNumber, isHoliday: boolean): DayKind {
  const { date: _, ...kind } = onDate(date, isHoliday);
  return kind;
}

/** A span with the day before it and the day after it. */
function withNextDays({ from, to }: DateRange): DateRange {
  return { from: from - 1, to: to + 1 };
}

/** Every kind of two successive days within some dates, taken from the first 28 years and the last days. */
function pairsIn(
  rules: readonly Rule[],
  { from, to }: DateRange,
  kindOf: (date: DayNumber, isHoliday: boolean) => DayKind,
): readonly Clash[] {
  const either = rules.some(({ days }) => days?.holidays) ? [false, true] : [false];
  const signOf = signsOf(rules);
  const pairs = new Map<string, Clash>();
  let signBefore = signOf(from);
  for (let date = from + 1; date <= to; date++) {
    if (date === from + CYCLE_DAYS && date < to - 1) {
      date = to - 1;
      signBefore = signOf(date - 1);
    }
    const sign = signOf(date);
    const key = `${signBefore} ${sign}`;
    signBefore = sign;
    if (pairs.has(`${key} ${either[0]} ${either[0]}`)) continue;
    for (const before of either) {
      for (const after of either) {
        const pair = { yesterday: kindOf(date - 1, before), today: kindOf(date, after) };
        pairs.set(`${key} ${before} ${after}`, pair);
      }
    }
  }
  return [...pairs.values()];
}

/** What tells dates apart in some rules, except public holidays. */
function signsOf(rules: readonly Rule[]): (date: DayNumber) => string {
  const hasNth = rules.some(({ days }) => (days?.nth.size ?? 0) > 0);
  const ranges = rules.flatMap(({ dates }) => dates ?? []);
  const cuts = [...new Set(ranges.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  const yearly = rules.flatMap((rule) => rule.yearly ?? []);
  const byMonthDay = new Map<number, string>();
  const signOf = (monthDay: number) => {
    const sign =
      byMonthDay.get(monthDay) ??
      yearly.map((range) => Number(includesDay(range, monthDay))).join("");
    byMonthDay.set(monthDay, sign);
    return sign;
  };
  return (date) => {
    const parts = [weekdayOf(date), signOf(monthDayOf(date)), countUpTo(cuts, date)];
    return `${parts.join("/")}/${hasNth ? placesOf(date) : ""}`;
  };
}

/** How many of some numbers, which are in order, are no greater than another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CYCLE_DAYS = A_CYCLE.to - A_CYCLE.from + 2;
