import { civilDateOf, type DayNumber, dayNumber, weekdayOf } from "../../time/civil-date";
import type { ByDay, Recurrence } from "./recurrence";

/** The days of one turn of a recurrence: a year, a month, a week or a day, its last one included. */
interface Turn {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const DAYS_IN_WEEK = 7;

/**
 * The days on which a recurrence falls, in order.
 *
 * @param first DTSTART, with which it begins
 * @param last the last day to look at
 */
export function occurrencesOf(
  recurrence: Recurrence,
  first: DayNumber,
  last: DayNumber,
): readonly DayNumber[] {
  const { count = Number.POSITIVE_INFINITY, until = last, positions } = recurrence;
  const end = Math.min(until, last);
  const found: DayNumber[] = [];
  for (let i = 0; found.length < count; i++) {
    const turn = turnOf(recurrence, first, i * recurrence.interval);
    if (turn.from > end) return found;
    const days = daysOf(turn, recurrence, first);
    for (const day of positions ? chosen(days, positions) : days) {
      if (day >= first && day <= end && found.length < count) found.push(day);
    }
  }
  return found;
}

function turnOf({ frequency, weekStart }: Recurrence, first: DayNumber, index: number): Turn {
  const { year, month } = civilDateOf(first);
  switch (frequency) {
    case "YEARLY":
      return {
        from: dayNumber(year + index, 1, 1),
        to: dayNumber(year + index, 12, 31),
      };
    case "MONTHLY":
      return {
        from: dayNumber(year, month + index, 1),
        to: dayNumber(year, month + index + 1, 0),
      };
    case "WEEKLY": {
      const into = (weekdayOf(first) - weekStart + DAYS_IN_WEEK) % DAYS_IN_WEEK;
      const from = first - into + DAYS_IN_WEEK * index;
      return { from, to: from + DAYS_IN_WEEK - 1 };
    }
    case "DAILY":
      return { from: first + index, to: first + index };
  }
}

function daysOf({ from, to }: Turn, recurrence: Recurrence, first: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day++) if (falls(recurrence, first, day)) days.push(day);
  return days;
}

/** Whether the parts of a recurrence let a day through. Parts that are not given are taken from DTSTART. */
function falls(recurrence: Recurrence, first: DayNumber, day: DayNumber): boolean {
  const { frequency, months, monthDays, yearDays, days } = recurrence;
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  if (months && !months.includes(month)) return false;
  const inMonth = () => ({ from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 0) });
  const inYear = () => ({ from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) });
  if (monthDays && !isPlace(monthDays, day, inMonth())) return false;
  if (yearDays && !isPlace(yearDays, day, inYear())) return false;
  if (days) {
    const within = frequency === "YEARLY" && !months ? inYear : inMonth;
    return days.some((each) => each.weekday === weekdayOf(day) && isNth(each.nth, day, within));
  }
  if (monthDays || yearDays) return true;
  const start = civilDateOf(first);
  switch (frequency) {
    case "YEARLY":
      return dayOfMonth === start.day && (months !== undefined || month === start.month);
    case "MONTHLY":
      return dayOfMonth === start.day;
    case "WEEKLY":
      return weekdayOf(day) === weekdayOf(first);
    case "DAILY":
      return true;
  }
}

/** Whether a day is at one of some places in a month or year, from the end if negative. */
function isPlace(places: readonly number[], day: DayNumber, { from, to }: Turn): boolean {
  return places.includes(day - from + 1) || places.includes(day - to - 1);
}

function isNth(nth: ByDay["nth"], day: DayNumber, within: () => Turn): boolean {
  if (nth === undefined) return true;
  const { from, to } = within();
  const fromStart = Math.floor((day - from) / DAYS_IN_WEEK) + 1;
  const fromEnd = -Math.floor((to - day) / DAYS_IN_WEEK) - 1;
  return nth === fromStart || nth === fromEnd;
}

/** The days at the places of BYSETPOS, in order. */
function chosen(days: readonly DayNumber[], positions: readonly number[]): readonly DayNumber[] {
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}
