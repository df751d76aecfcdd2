import { weekdayOf } from "../../time/civil-date";
import { type DayTimes, isOpen } from "../day-times";
import { type ExceptionRun, type PlainHours, runsOf } from "../plain-hours";
import { groupsOf, rulesOfWeek } from "./write-week";
import { datesText, daysText, timesText } from "./write-words";

/** Each rule adds to those before it, or takes away what starts on its days: none cuts a night short. */
export function withNights({ week, onHolidays, exceptions }: PlainHours): string {
  const holidays = groupsOf(week).map(({ days, times }) => {
    const among = days.length === week.length ? "" : ` ${daysText(days)}`;
    return `PH${among} ${timesText(times)} off`;
  });
  const rules = [
    ...rulesOfWeek(week),
    ...(onHolidays ? holidays : []),
    ...(onHolidays && isOpen(onHolidays) ? [`PH ${timesText(onHolidays)}`] : []),
    ...runsOf(exceptions).flatMap((run) => [
      ...usualOff(week, run),
      ...(isOpen(run.times) ? [`${datesText(run)} ${timesText(run.times)}`] : []),
    ]),
  ];
  return rules.join(", ");
}

/** The rules that take the usual hours of some dates away. */
function usualOff(week: readonly DayTimes[], run: ExceptionRun): readonly string[] {
  const length = Math.min(run.to - run.from + 1, week.length);
  const weekdays = Array.from({ length }, (_, i) => weekdayOf(run.from + i));
  return groupsOf(week).flatMap(({ days, times }) => {
    const among = days.filter((day) => weekdays.includes(day));
    if (among.length === 0) return [];
    const which = among.length === weekdays.length ? "" : ` ${daysText(among)}`;
    return [`${datesText(run)}${which} ${timesText(times)} off`];
  });
}
