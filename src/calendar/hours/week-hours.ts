import type { Weekday, WeekHours } from "../definition/definition";

/** Whether the hours of a rule are one list for all its dates, and not a week. */
export function isList(hours: readonly string[] | WeekHours): hours is readonly string[] {
  return Array.isArray(hours);
}

/** The hours of a day of the week: the day's own, else those of its group, else the daily ones. */
export function hoursOf(week: WeekHours, weekday: Weekday): readonly string[] {
  const group = weekday === "saturday" || weekday === "sunday" ? week.weekend : week.weekdays;
  return week[weekday] ?? group ?? week.daily ?? [];
}
