import { ALL_DAY, areSame, type DayTimes, isOpen } from "../day-times";
import { daysText, timesText } from "./write-words";

export function rulesOfWeek(week: readonly DayTimes[]): readonly string[] {
  if (week.every((times) => areSame(times, ALL_DAY))) return ["24/7"];
  if (!week.some(isOpen)) return ["off"];
  return groupsOf(week).map(({ times, days }) => `${daysText(days)} ${timesText(times)}`);
}

interface Group {
  readonly times: DayTimes;
  readonly days: number[];
}

/** The days of the week that are open; days of the same hours are grouped. */
export function groupsOf(week: readonly DayTimes[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [day, times] of week.entries()) {
    const group = groups.find((other) => areSame(other.times, times));
    if (group) group.days.push(day);
    else if (isOpen(times)) groups.push({ times, days: [day] });
  }
  return groups;
}
