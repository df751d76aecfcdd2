import { weekdayOf } from "../../time/civil-date";
import { WEEK } from "../day-kind";
import { areSame, CLOSED, type DayTimes, groupedByTimes, isOpen } from "../day-times";
import type { NthPlan, StretchPlan } from "../hours-plan";
import { type ExceptionRun, type PlainHours, runsOf } from "../plain-hours";
import { weekendsOfFixedDays } from "./weekends";
import { groupsOf } from "./write-week";
import {
  datesText,
  daysText,
  monthDayText,
  nthDaysText,
  timesText,
  yearlyText,
} from "./write-words";

/** For each day of the week, all the hours that the rules so far may have given it. */
type Given = readonly (readonly DayTimes[])[];

/** Each rule adds to the rules before it, or takes away what starts on its days, so no rule cuts a night short. */
export function withNights(plain: PlainHours): string {
  const { week, seasons, stretches, nth, exceptions, onHolidays } = plain;
  // Not every reader accepts "24/7" or "off" before a comma.
  const rules: string[] = [...added("", week)];
  let given: Given = week.map((times) => [times]);
  const put = (dates: string, days: readonly (DayTimes | undefined)[]) =>
    rules.push(...takenAway(dates, given, (day) => days[day] !== undefined), ...added(dates, days));
  for (const season of seasons) put(datesText(season), changedFrom(week, season.week));
  given = withMore(given, ...seasons.map((season) => season.week));
  for (const stretch of stretches) put(yearlyText(stretch), changedIn(stretch, given));
  given = withMore(given, ...stretches.map((stretch) => stretch.week));
  for (const plan of nth) {
    rules.push(...nthRules(plan, given));
    given = withMore(given, onOneDay(plan));
  }
  if (onHolidays) {
    rules.push(...takenAway("PH", given));
    if (isOpen(onHolidays)) rules.push(`PH ${timesText(onHolidays)}`);
    rules.push(...weekendRules(plain, onHolidays));
    given = withMore(
      given,
      WEEK.map(() => onHolidays),
    );
  }
  for (const run of runsOf(exceptions)) rules.push(...exceptionRules(run, given));
  return rules.length > 0 ? rules.join(", ") : "off";
}

/** The days of a week whose hours differ from another week; undefined for days with the same hours. */
function changedFrom(
  usual: readonly DayTimes[],
  week: readonly DayTimes[],
): readonly (DayTimes | undefined)[] {
  return week.map((times, day) => (areSame(times, usual[day] ?? CLOSED) ? undefined : times));
}

function changedIn({ week }: StretchPlan, given: Given): readonly (DayTimes | undefined)[] {
  return week.map((times, day) => {
    const isGiven = times && (given[day] ?? []).every((each) => areSame(each, times));
    return isGiven ? undefined : times;
  });
}

function withMore(given: Given, ...weeks: readonly (readonly (DayTimes | undefined)[])[]): Given {
  return given.map((some, day) => [...some, ...weeks.flatMap((week) => week[day] ?? [])]);
}

function onOneDay({ weekday, times }: NthPlan): readonly (DayTimes | undefined)[] {
  return WEEK.map((day) => (day === weekday ? times : undefined));
}

/** The rules that take away all hours that may have been given to some days of the week. */
function takenAway(
  dates: string,
  given: Given,
  isAbout: (day: number) => boolean = () => true,
  daysInAll: number = WEEK.length,
): readonly string[] {
  const open = [...given.entries()].flatMap(([day, some]) =>
    isAbout(day) ? some.filter(isOpen).map((times) => [day, times] as const) : [],
  );
  return groupedByTimes(open).map(({ times, days }) => {
    const which = days.length === daysInAll ? "" : ` ${daysText(days)}`;
    return `${dates}${which} ${timesText(times)} off`;
  });
}

function added(dates: string, days: readonly (DayTimes | undefined)[]): readonly string[] {
  return groupsOf(days.map((times) => times ?? CLOSED)).map((group) => {
    const all = group.days.length === WEEK.length && dates !== "";
    const words = [dates, all ? "" : daysText(group.days), timesText(group.times)];
    return words.filter((word) => word !== "").join(" ");
  });
}

function nthRules(plan: NthPlan, given: Given): readonly string[] {
  const days = nthDaysText(plan);
  const before = takenAway(days, given, (day) => day === plan.weekday, 1);
  return isOpen(plan.times) ? [...before, `${days} ${timesText(plan.times)}`] : before;
}

/** On the weekends of fixed days, takes back what `PH` said of them. */
function weekendRules(plain: PlainHours, onHolidays: DayTimes): readonly string[] {
  return weekendsOfFixedDays(plain).flatMap(({ monthDay, weekend }) => {
    const dates = monthDayText(monthDay);
    const said = isOpen(onHolidays) ? [`${dates} Sa,Su ${timesText(onHolidays)} off`] : [];
    return [...said, ...added(dates, weekend)];
  });
}

function exceptionRules(run: ExceptionRun, given: Given): readonly string[] {
  const length = Math.min(run.to - run.from + 1, WEEK.length);
  const weekdays = Array.from({ length }, (_, i) => weekdayOf(run.from + i));
  const dates = datesText(run);
  const before = takenAway(dates, given, (day) => weekdays.includes(day), length);
  return isOpen(run.times) ? [...before, `${dates} ${timesText(run.times)}`] : before;
}
