import type { CalendarDefinition } from "../../calendar/definition/definition";
import { DefinitionError, nameOf } from "../../input/problems";
import {
  DAY_MS,
  type DayNumber,
  formatDate,
  HOUR_MS,
  MINUTE_MS,
  weekdayOf,
} from "../../time/civil-date";
import type { DateRange } from "../day-kind";
import { ALL_DAY, areSame, CLOSED, type DayTimes, isClosed, runsOverMidnight } from "../day-times";
import {
  checkReadable,
  type ExceptionRun,
  type PlainException,
  type PlainHours,
  plainHours,
  runsOf,
} from "../plain-hours";
import { calendarFromOpeningHours } from "./from-opening-hours";
import { LONGEST } from "./parse";
import { MONTHS } from "./read-dates";
import { DAYS } from "./read-days";

/**
 * A calendar as an OpenStreetMap `opening_hours` value, from which {@link calendarFromOpeningHours} makes
 * a calendar of the same hours: `PH` stands for its bank holidays, whichever they are, and names, zone
 * and source are left out.
 *
 * @throws {DefinitionError} if it cannot be said exactly: for a calendar made of two others, if hours
 *   over midnight meet a date of its own at which an opening_hours value would cut them, and if it
 *   would be longer than {@link calendarFromOpeningHours} reads.
 * @example
 * toOpeningHours({ timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } })
 * // "Mo-Fr 08:00-18:00"
 */
export function toOpeningHours(definition: CalendarDefinition): string {
  const calendar = nameOf("calendar", definition);
  const plain = plainHours(definition);
  checkReadable(plain, calendar);
  const all = [...plain.week, ...plain.exceptions.map(({ times }) => times)];
  const hasNights = all.some(runsOverMidnight);
  const text = hasNights ? withNights(plain) : withoutNights(plain);
  if (text.length > LONGEST) {
    const message = `it would take ${text.length} characters, and at most ${LONGEST} can be read again; give fewer dates with hours of their own, or more than one calendar`;
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  if (!hasNights || meansTheSame(text, plain)) return text;
  const message =
    "hours over midnight meet a date that has hours of its own, and no opening_hours value says exactly that; end the night at 24:00";
  throw new DefinitionError(calendar, [{ path: [], message }]);
}

/** Each rule takes the place of those before it on its days. */
function withoutNights({ week, closedOnHolidays, exceptions }: PlainHours): string {
  const rules = [
    ...rulesOfWeek(week),
    ...(closedOnHolidays && week.some(isOpen) ? ["PH off"] : []),
    ...runsOf(exceptions).map((run) => `${datesText(run)} ${timesText(run.times)}`),
  ];
  return rules.join("; ");
}

/** Each rule adds to those before it, or takes away what starts on its days: none cuts a night short. */
function withNights({ week, closedOnHolidays, exceptions }: PlainHours): string {
  const holidays = groupsOf(week).map(({ days, times }) => {
    const among = days.length === week.length ? "" : ` ${daysText(days)}`;
    return `PH${among} ${timesText(times)} off`;
  });
  const rules = [
    ...rulesOfWeek(week),
    ...(closedOnHolidays ? holidays : []),
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

/** Whether a value is read as these hours. */
function meansTheSame(text: string, { week, closedOnHolidays, exceptions }: PlainHours): boolean {
  const read = readAgain(text);
  if (!read?.week.every((times, day) => areSame(times, week[day] ?? CLOSED))) return false;
  if (week.some(isOpen) && read.closedOnHolidays !== closedOnHolidays) return false;
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
