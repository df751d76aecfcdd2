import { holidaysOf } from "../../calendar/holidays/holidays-of";
import { weekdayOf } from "../../time/civil-date";
import { monthDayOf } from "../day-kind";
import { CLOSED, type DayTimes, groupedByTimes, isClosed, isOpen } from "../day-times";
import type { SeasonPlan } from "../hours-plan";
import { type PlainHours, runsOf, timesIn } from "../plain-hours";
import { WEEKEND, weekendsOfFixedDays } from "./weekends";
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

/** Each rule replaces the rules before it on its days. */
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
 * The rules of a week on some dates. Days without times, and days that are closed in any case, need no rule.
 */
function rulesIn(
  dates: string,
  week: readonly (DayTimes | undefined)[],
  isClosedAnyway: (day: number) => boolean,
): readonly string[] {
  if (week.every((times) => times && isClosed(times))) return [`${dates} off`];
  const needed = [...week.entries()].flatMap(([day, times]) =>
    times && !(isClosed(times) && isClosedAnyway(day)) ? [[day, times] as const] : [],
  );
  return groupedByTimes(needed).map(({ times, days }) => {
    const which = days.length === 7 ? "" : ` ${daysText(days)}`;
    return `${dates}${which} ${timesText(times)}`;
  });
}

/** The hours of the weekends of fixed days, if they may differ from those of public holidays. */
function weekendRules(plain: PlainHours): readonly string[] {
  const { definition, onHolidays } = plain;
  const weekends = weekendsOfFixedDays(plain);
  if (!onHolidays || weekends.length === 0) return [];
  // A date of the calendar's own list may be one of these weekends; it is still a bank holiday.
  const days = weekends.map(({ monthDay }) => monthDay);
  const listed = [...(holidaysOf(definition, [])?.titles.keys() ?? [])]
    .filter((date) => WEEKEND.includes(weekdayOf(date)) && days.includes(monthDayOf(date)))
    .map((date) => `${dateText(date)} ${timesText(onHolidays)}`);
  const usual = weekends.flatMap(({ monthDay, weekend }) =>
    rulesIn(monthDayText(monthDay), weekend, () => isClosed(onHolidays)),
  );
  // If both are closed, there is nothing to tell apart.
  return usual.length > 0 ? [...usual, ...listed] : [];
}
