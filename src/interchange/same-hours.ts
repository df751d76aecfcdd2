import type { HoursDefinition } from "../calendar/definition/definition";
import { holidaysOf } from "../calendar/holidays/holidays-of";
import { rulesOf } from "../calendar/hours/day-rules";
import { type DayNumber, dayOf, FIRST_DAY, LAST_DAY } from "../time/civil-date";
import { areSame, dayTimes } from "./day-times";
import { A_CYCLE } from "./recurring";

/**
 * Whether two definitions have the same hours on every date of 28 years, and of 28 years around each change in
 * the first definition, as far as its bank holidays are known.
 */
export function haveSameHours(one: HoursDefinition, other: HoursDefinition): boolean {
  const [a, b] = [hoursOf(one), hoursOf(other)];
  const { hoursFrom = {}, rules = [] } = one;
  const changes = [
    ...Object.keys(hoursFrom),
    ...rules.flatMap(({ since, until }) => [since, until].flatMap((date) => date ?? [])),
  ];
  const [first, last] = boundsOf(one);
  const half = Math.ceil((A_CYCLE.to - A_CYCLE.from) / 2);
  const starts = [A_CYCLE.from + half, ...changes.map(dayOf)];
  const seen = new Set<DayNumber>();
  for (const middle of starts) {
    for (let day = Math.max(first, middle - half); day <= Math.min(last, middle + half); day++) {
      if (seen.has(day)) continue;
      seen.add(day);
      if (!areSame(a(day), b(day))) return false;
    }
  }
  return true;
}

function hoursOf(definition: HoursDefinition) {
  const holidays = holidaysOf(definition, []);
  const plan = rulesOf(definition, holidays?.titles ?? new Map(), holidays?.weekends);
  return (day: DayNumber) => dayTimes(plan(day).periods);
}

/** The dates that are known. */
function boundsOf(definition: HoursDefinition): readonly [DayNumber, DayNumber] {
  const holidays = holidaysOf(definition, []);
  return holidays ? [dayOf(holidays.from), dayOf(holidays.to)] : [FIRST_DAY, LAST_DAY];
}
