import {
  ALL_DAY,
  areSame,
  type DayGroup,
  type DayTimes,
  groupedByTimes,
  isOpen,
} from "../day-times";
import { daysText, timesText } from "./write-words";

export function rulesOfWeek(week: readonly DayTimes[]): readonly string[] {
  if (week.every((times) => areSame(times, ALL_DAY))) return ["24/7"];
  if (!week.some(isOpen)) return ["off"];
  return groupsOf(week).map(({ times, days }) => `${daysText(days)} ${timesText(times)}`);
}

/** The days of the week that are open; days of the same hours are grouped. */
export function groupsOf(week: readonly DayTimes[]): readonly DayGroup[] {
  return groupedByTimes([...week.entries()].filter(([, times]) => isOpen(times)));
}
