import { type DayNumber, formatDate } from "../../time/civil-date";
import { DAY_MS } from "../../timeline/units";
import { type DateRange, lastDayOf, type YearlyRange } from "../day-kind";
import type { DayTimes } from "../day-times";
import type { NthPlan } from "../hours-plan";
import { DAYS, MONTHS, timeText, two } from "./words";

/** `Jul 20-Aug 31`, or `Jul-Aug` for whole months. */
export function yearlyText({ from, to }: YearlyRange): string {
  if (from === to) return monthDayText(from);
  const [first, last] = [from, to].map((each) => MONTHS[Math.floor(each / 100) - 1]);
  const isWhole = from % 100 === 1 && to % 100 === lastDayOf(Math.floor(to / 100));
  if (isWhole) return first === last ? `${first}` : `${first}-${last}`;
  // Some readers take a range up to 29 February as one up to 1 March in most years.
  if (to === 229) {
    const before = from === 228 ? "Feb 28" : yearlyText({ from, to: 228 });
    return `${before},Feb 29`;
  }
  return `${monthDayText(from)}-${monthDayText(to)}`;
}

export function monthDayText(monthDay: number): string {
  const day = two(monthDay % 100);
  return `${MONTHS[Math.floor(monthDay / 100) - 1]} ${day}`;
}

export function nthText(plan: NthPlan): string {
  return `${nthDaysText(plan)} ${timesText(plan.times)}`;
}

/** `Jan,Jul We[1]`. */
export function nthDaysText({ weekday, nth, months }: NthPlan): string {
  const which = months ? `${months.map((month) => MONTHS[month - 1]).join(",")} ` : "";
  return `${which}${DAYS[weekday]}[${nth}]`;
}

/** Days of the week in order, such as `Mo-We,Fr`. */
export function daysText(days: readonly number[]): string {
  const runs = days.filter((day) => !days.includes(day - 1));
  return runs
    .map((from) => {
      const to = days.find((day) => day >= from && !days.includes(day + 1)) ?? from;
      const dash = to - from === 1 ? "," : "-";
      return from === to ? DAYS[from] : `${DAYS[from]}${dash}${DAYS[to]}`;
    })
    .join(",");
}

/** Times such as `08:00-12:00,22:00-07:00`; periods of a day or more are written `10:00-36:00`. */
export function timesText({ opens, closes }: DayTimes): string {
  const periods = opens.map((open, i) => {
    // Both columns have the same length.
    const close = closes[i] as number;
    const isOverMidnight = close > DAY_MS && close - open < DAY_MS;
    return `${timeText(open)}-${timeText(isOverMidnight ? close - DAY_MS : close)}`;
  });
  return periods.join(",") || "off";
}

export function datesText({ from, to }: DateRange): string {
  return from === to ? dateText(from) : `${dateText(from)}-${dateText(to)}`;
}

export function dateText(date: DayNumber): string {
  const [year = "", month, day = ""] = formatDate(date).split("-");
  return `${year} ${MONTHS[Number(month) - 1]} ${day}`;
}
