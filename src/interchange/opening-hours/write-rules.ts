import { divisionNamed } from "../../calendar/holidays/bank-holidays";
import { holidaysOf } from "../../calendar/holidays/holidays-of";
import { fixedDays } from "../../calendar/holidays/weekend-days";
import { weekdayOf } from "../../time/civil-date";
import { includesDay, monthDayOf } from "../day-kind";
import { areSame, CLOSED, type DayTimes, isClosed, isOpen } from "../day-times";
import type { SeasonPlan } from "../hours-plan";
import { type PlainHours, runsOf, timesIn } from "../plain-hours";
import { rulesOfWeek } from "./write-week";
import {
  datesText,
  dateText,
  daysText,
  monthDayText,
  nthText,
  timesText,
  yearlyText,
} from "./write-words";

/** Each rule takes the place of those before it on its days. */
export function withoutNights(plain: PlainHours): string {
  const { week, seasons, stretches, nth, exceptions, onHolidays } = plain;
  const isEverOpen = timesIn({ ...plain, exceptions: [] }).some(isOpen);
  const rules = [
    ...rulesOfWeek(week),
    ...seasons.flatMap((season) => rulesIn(datesText(season), season.week, isClosedIn([week]))),
    ...stretches.flatMap((stretch) =>
      rulesIn(yearlyText(stretch), stretch.week, isClosedIn([week, ...seasons.map(weekOf)])),
    ),
    ...nth.map(nthText),
    ...(onHolidays && isEverOpen ? [`PH ${timesText(onHolidays)}`] : []),
    ...weekendRules(plain),
    ...runsOf(exceptions).map((run) => `${datesText(run)} ${timesText(run.times)}`),
  ];
  return rules.join("; ");
}

function weekOf({ week }: SeasonPlan): readonly DayTimes[] {
  return week;
}

/** Whether some weeks all leave a day closed. */
function isClosedIn(weeks: readonly (readonly DayTimes[])[]): (day: number) => boolean {
  return (day) => weeks.every((week) => isClosed(week[day] ?? CLOSED));
}

/**
 * The rules of a week in some dates. Days without times need no rule, and neither do days that are closed in
 * any case.
 */
function rulesIn(
  dates: string,
  week: readonly (DayTimes | undefined)[],
  isClosedAnyway: (day: number) => boolean,
): readonly string[] {
  if (week.every((times) => times && isClosed(times))) return [`${dates} off`];
  const groups: { readonly times: DayTimes; readonly days: number[] }[] = [];
  for (const [day, times] of week.entries()) {
    if (!times || (isClosed(times) && isClosedAnyway(day))) continue;
    const group = groups.find((other) => areSame(other.times, times));
    if (group) group.days.push(day);
    else groups.push({ times, days: [day] });
  }
  return groups.map(({ times, days }) => {
    const which = days.length === 7 ? "" : ` ${daysText(days)}`;
    return `${dates}${which} ${timesText(times)}`;
  });
}

/**
 * The hours of the weekends of fixed days, if they are not those of public holidays: whoever reads `PH` takes a
 * Christmas Day that is a Saturday for one.
 */
function weekendRules(plain: PlainHours): readonly string[] {
  const { definition, onHolidays, week, seasons, stretches } = plain;
  const { bankHolidays, bankHolidaysOnWeekends: onWeekends } = definition;
  const isSaid = onWeekends === "open" || (onHolidays !== undefined && isOpen(onHolidays));
  if (!onHolidays || !isSaid) return [];
  const days = [...new Set(divisionNamed(bankHolidays).flatMap(fixedDays))];
  // A date of the calendar's own list may be one of these weekends; it is still a bank holiday.
  const listed = [...(holidaysOf(definition, [])?.titles.keys() ?? [])]
    .filter((date) => WEEKEND.includes(weekdayOf(date)) && days.includes(monthDayOf(date)))
    .map((date) => `${dateText(date)} ${timesText(onHolidays)}`);
  const usual = days.flatMap((monthDay) => {
    const stretch = stretches.find((each) => includesDay(each, monthDay));
    const weekend = WEEKEND.map((day) => {
      const times = stretch?.week[day] ?? seasons.at(-1)?.week[day] ?? week[day] ?? CLOSED;
      return onWeekends === "closed" ? CLOSED : times;
    });
    return rulesIn(monthDayText(monthDay), [...WORKDAYS, ...weekend], () => isClosed(onHolidays));
  });
  return [...usual, ...listed];
}

const WEEKEND = [5, 6];

const WORKDAYS = [undefined, undefined, undefined, undefined, undefined];
