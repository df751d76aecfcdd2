import type { CalendarDefinition, HoursDefinition } from "../../calendar/definition/definition";
import { divisionNamed } from "../../calendar/holidays/bank-holidays";
import { holidaysOf } from "../../calendar/holidays/holidays-of";
import { fixedDays } from "../../calendar/holidays/weekend-days";
import { DefinitionError, nameOf } from "../../input/problems";
import { type DayNumber, formatDate, weekdayOf } from "../../time/civil-date";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { type DateRange, includesDay, monthDayOf, type YearlyRange } from "../day-kind";
import { ALL_DAY, areSame, CLOSED, type DayTimes, isClosed, runsOverMidnight } from "../day-times";
import type { NthPlan, SeasonPlan } from "../hours-plan";
import {
  checkReadable,
  type ExceptionRun,
  type PlainException,
  type PlainHours,
  plainHours,
  runsOf,
} from "../plain-hours";
import { haveSameHours } from "../same-hours";
import { calendarFromOpeningHours } from "./from-opening-hours";
import { LONGEST } from "./parse";
import { DAYS, MONTHS } from "./words";

/**
 * A calendar as an OpenStreetMap `opening_hours` value, from which {@link calendarFromOpeningHours} makes
 * a calendar of the same hours: `PH` stands for its bank holidays, whichever they are, and names, zone
 * and source are left out.
 *
 * Rules for parts of each year and nth days of a month, and hours that change on a date, are written too.
 *
 * @throws {DefinitionError} if it cannot be said exactly: for a calendar made of two others, for rules on
 *   every other week or before bank holidays, if hours over midnight meet a date of its own at which an
 *   opening_hours value would cut them, and if it would be longer than {@link calendarFromOpeningHours}
 *   reads.
 * @example
 * toOpeningHours({ timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } })
 * // "Mo-Fr 08:00-18:00"
 */
export function toOpeningHours(definition: CalendarDefinition): string {
  const calendar = nameOf("calendar", definition);
  const plain = plainHours(definition);
  checkReadable(plain, calendar);
  const changes = isChanging(plain);
  const hasNights = timesIn(plain).some(runsOverMidnight);
  if (hasNights && changes) {
    const message =
      "hours over midnight in parts of a year cannot be written so that they are read again; end the nights at 24:00, or write one season at a time";
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  const text = hasNights ? withNights(plain) : withoutNights(plain);
  if (text.length > LONGEST) {
    const message = `it would take ${text.length} characters, and at most ${LONGEST} can be read again; give fewer dates with hours of their own, or more than one calendar`;
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  if (hasNights && !meansTheSame(text, plain)) {
    const message =
      "hours over midnight meet a date that has hours of its own, and no opening_hours value says exactly that; end the night at 24:00";
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  if (changes && !isReadAs(text, plain.definition)) {
    const message =
      "its rules and its changes of hours depend on each other in a way that no opening_hours value says; write one season at a time";
    throw new DefinitionError(calendar, [{ path: ["rules"], message }]);
  }
  return text;
}

/** Whether anything in it changes or comes again. */
function isChanging({ seasons, stretches, nth }: PlainHours): boolean {
  return seasons.length > 0 || stretches.length > 0 || nth.length > 0;
}

/** All times that it has. */
function timesIn(plain: PlainHours): readonly DayTimes[] {
  const { week, seasons, stretches, nth, exceptions, onHolidays } = plain;
  return [
    ...week,
    ...seasons.flatMap((season) => season.week),
    ...stretches.flatMap((stretch) => stretch.week.flatMap((times) => times ?? [])),
    ...[...nth, ...exceptions].map(({ times }) => times),
    ...(onHolidays ? [onHolidays] : []),
  ];
}

/** Each rule takes the place of those before it on its days. */
function withoutNights(plain: PlainHours): string {
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

/** Whether some weeks leave a day closed anyway. */
function isClosedIn(weeks: readonly (readonly DayTimes[])[]): (day: number) => boolean {
  return (day) => weeks.every((week) => isClosed(week[day] ?? CLOSED));
}

/** The rules of a week in some dates; days without times say nothing, nor closed ones that are so anyway. */
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
  // A date of its own list may be one of these weekends, and is a bank holiday nonetheless.
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

/** `Jul 20-Aug 31`, or `Jul-Aug` for whole months. */
function yearlyText({ from, to }: YearlyRange): string {
  if (from === to) return monthDayText(from);
  const [first, last] = [from, to].map((each) => MONTHS[Math.floor(each / 100) - 1]);
  const isWhole = from % 100 === 1 && to % 100 === lastDayOf(Math.floor(to / 100));
  if (isWhole) return first === last ? `${first}` : `${first}-${last}`;
  // Some read a range up to 29 February as one up to 1 March in most years.
  if (to === 229) {
    const before = from === 228 ? "Feb 28" : yearlyText({ from, to: 228 });
    return `${before},Feb 29`;
  }
  return `${monthDayText(from)}-${monthDayText(to)}`;
}

function monthDayText(monthDay: number): string {
  const day = String(monthDay % 100).padStart(2, "0");
  return `${MONTHS[Math.floor(monthDay / 100) - 1]} ${day}`;
}

function lastDayOf(month: number): number {
  return new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

function nthText({ weekday, nth, months, times }: NthPlan): string {
  const which = months ? `${months.map((month) => MONTHS[month - 1]).join(",")} ` : "";
  return `${which}${DAYS[weekday]}[${nth}] ${timesText(times)}`;
}

/** Whether a value is read as a calendar of the same hours, on every date of 28 years and of each season. */
function isReadAs(text: string, definition: HoursDefinition): boolean {
  const { bankHolidays, timeZone } = definition;
  const given = bankHolidays === undefined ? {} : { bankHolidays };
  try {
    const again = calendarFromOpeningHours(text, { id: "again", timeZone, ...given });
    return haveSameHours(definition, again);
  } catch (error) {
    if (error instanceof DefinitionError) return false;
    throw error;
  }
}

/** Each rule adds to those before it, or takes away what starts on its days: none cuts a night short. */
function withNights({ week, onHolidays, exceptions }: PlainHours): string {
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

/** What takes the usual hours of some dates away. */
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

function rulesOfWeek(week: readonly DayTimes[]): readonly string[] {
  if (week.every((times) => areSame(times, ALL_DAY))) return ["24/7"];
  if (!week.some(isOpen)) return ["off"];
  return groupsOf(week).map(({ times, days }) => `${daysText(days)} ${timesText(times)}`);
}

interface Group {
  readonly times: DayTimes;
  readonly days: number[];
}

/** The days of the week that are open, those of the same hours together. */
function groupsOf(week: readonly DayTimes[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [day, times] of week.entries()) {
    const group = groups.find((other) => areSame(other.times, times));
    if (group) group.days.push(day);
    else if (isOpen(times)) groups.push({ times, days: [day] });
  }
  return groups;
}

/** Days of the week in order, such as `Mo-We,Fr`. */
function daysText(days: readonly number[]): string {
  const runs = days.filter((day) => !days.includes(day - 1));
  return runs
    .map((from) => {
      const to = days.find((day) => day >= from && !days.includes(day + 1)) ?? from;
      const dash = to - from === 1 ? "," : "-";
      return from === to ? DAYS[from] : `${DAYS[from]}${dash}${DAYS[to]}`;
    })
    .join(",");
}

/** Times such as `08:00-12:00,22:00-07:00`; `10:00-36:00` for those of a day or more. */
function timesText({ opens, closes }: DayTimes): string {
  const periods = opens.map((open, i) => {
    // Both columns have one length.
    const close = closes[i] as number;
    const isOverMidnight = close > DAY_MS && close - open < DAY_MS;
    return `${timeText(open)}-${timeText(isOverMidnight ? close - DAY_MS : close)}`;
  });
  return periods.join(",") || "off";
}

function timeText(ms: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(ms / HOUR_MS))}:${two((ms % HOUR_MS) / MINUTE_MS)}`;
}

function datesText({ from, to }: DateRange): string {
  return from === to ? dateText(from) : `${dateText(from)}-${dateText(to)}`;
}

function dateText(date: DayNumber): string {
  const [year = "", month, day = ""] = formatDate(date).split("-");
  return `${year} ${MONTHS[Number(month) - 1]} ${day}`;
}

function isOpen(times: DayTimes): boolean {
  return !isClosed(times);
}

/** Whether a value is read as these hours, which do not change. */
function meansTheSame(text: string, { week, onHolidays, exceptions }: PlainHours): boolean {
  const read = readAgain(text);
  if (!read || isChanging(read)) return false;
  if (!read.week.every((times, day) => areSame(times, week[day] ?? CLOSED))) return false;
  if (week.some(isOpen)) {
    if ((read.onHolidays === undefined) !== (onHolidays === undefined)) return false;
    if (onHolidays && !areSame(onHolidays, read.onHolidays ?? CLOSED)) return false;
  }
  const dates = new Map(read.exceptions.map(({ date, times }) => [date, times]));
  const isKept = ({ date, times }: PlainException) =>
    areSame(times, dates.get(date) ?? week[weekdayOf(date)] ?? CLOSED);
  return dates.size <= exceptions.length && exceptions.every(isKept);
}

function readAgain(text: string): PlainHours | undefined {
  try {
    const options = { id: "again", timeZone: "UTC", bankHolidays: "england-and-wales" };
    return plainHours(calendarFromOpeningHours(text, options));
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}
