import type { DayNumber } from "../../time/civil-date";
import { byDate } from "../by-date";
import type { DayKind, TimesOn } from "../day-kind";
import { onDate, shortOnly, WEEK } from "../day-kind";
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
import { A_CYCLE } from "../recurring";
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
 * The hours that start on a day: each rule takes the place of those before it, an additional one adds
 * to them, one that closes takes its times away.
 */
export function startingOn(rulesFor: RulesFor): TimesOn {
  return (day) =>
    rulesFor(day)
      .filter((rule) => isAbout(rule, day))
      .reduce<DayTimes>((open, rule) => {
        if (!rule.isOpen) return rule.times ? without(open, rule.times) : CLOSED;
        return rule.isAdditional ? joined(open, timesOf(rule)) : timesOf(rule);
      }, CLOSED);
}

/**
 * When a day is open from midnight to midnight, by the letter of the specification: a rule takes the
 * place of those before it on the whole of its day, what they left over from the day before included.
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

/** A day on which hours over midnight and the rules of the next day do not go together. */
export interface Clash {
  readonly yesterday: DayKind;
  readonly today: DayKind;
}

/**
 * Two days on which rules mean one thing by the letter of the specification, and another where hours
 * belong to the day they start on, as in a calendar; undefined if there are none.
 *
 * @param dates the dates that the rules name
 * @param isRecurring whether they name parts of each year or nth days of a month
 */
export function clashIn(
  rules: readonly Rule[],
  rulesFor: RulesFor,
  dates: readonly DayNumber[],
  isRecurring: boolean,
): Clash | undefined {
  if (!rules.some((rule) => runsOverMidnight(timesOf(rule)))) return undefined;
  const starting = startingOn(rulesFor);
  const order = new Map(rules.map((rule, i) => [rule, i]));
  const ofEither = ({ yesterday, today }: Clash) =>
    [...new Set([...rulesFor(yesterday), ...rulesFor(today)])].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
  const pairs = [...pairsOfDays(rules, dates), ...(isRecurring ? pairsOfCycle(rules) : [])];
  return pairs.find((pair) => {
    const { yesterday, today } = pair;
    const shifts = joined(
      untilMidnight(starting(today)),
      untilMidnight(afterMidnight(starting(yesterday))),
    );
    return !areSame(shifts, byTheClock(ofEither(pair), yesterday, today));
  });
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

/** Two days of every kind that follow each other somewhere in 28 years, without their dates. */
function pairsOfCycle(rules: readonly Rule[]): readonly Clash[] {
  const either = rules.some(({ days }) => days?.holidays) ? [false, true] : [false];
  const pairs = new Map<string, Clash>();
  const kindOf = (date: DayNumber, isHoliday: boolean): DayKind => {
    const { date: _, ...kind } = onDate(date, isHoliday);
    return kind;
  };
  const keyOf = (day: DayKind) => rules.map((rule) => Number(isAbout(rule, day))).join("");
  for (let date = A_CYCLE.from + 1; date <= A_CYCLE.to; date++) {
    for (const before of either) {
      for (const after of either) {
        const pair = { yesterday: kindOf(date - 1, before), today: kindOf(date, after) };
        pairs.set(`${keyOf(pair.yesterday)} ${keyOf(pair.today)}`, pair);
      }
    }
  }
  return [...pairs.values()];
}
