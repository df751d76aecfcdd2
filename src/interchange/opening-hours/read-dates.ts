import { type DayNumber, dayNumber, parseDate } from "../../time/civil-date";
import { type DateRange, LEAP_YEAR, lastDayOf, monthDayOf, type YearlyRange } from "../day-kind";
import { type Cursor, Unsayable } from "./cursor";
import type { Token } from "./tokens";
import { MONTHS, two } from "./words";

/** The dates of a rule: dates with their year, and days of each year. */
export interface ReadDates {
  readonly dates: readonly DateRange[] | undefined;
  readonly yearly: readonly YearlyRange[] | undefined;
}

const WHOLE_DATE = "a year, a month and a day, such as 2026 Dec 24";

const LEAP_DAY = 229;

/** Whether dates begin here, or a few tokens on. */
export function isDates(cursor: Cursor, ahead = 0): boolean {
  return (
    cursor.isAhead(ahead, "year") || cursor.isAhead(ahead, "word", ...MONTHS, "easter", "week")
  );
}

/** The dates of a rule, such as `2026 Dec 24-26` or `Jul 20-Aug 31`, if it has any. */
export function readDates(cursor: Cursor): ReadDates {
  if (!isDates(cursor)) return { dates: undefined, yearly: undefined };
  const dates: DateRange[] = [];
  const yearly: YearlyRange[] = [];
  do {
    if (cursor.isAt("year")) dates.push(readRange(cursor));
    else yearly.push(readYearly(cursor, yearly.at(-1)));
    // A comma that is not before dates begins another rule.
  } while (isMore(cursor) && cursor.takeSign(","));
  cursor.takeSign(":");
  return {
    dates: dates.length > 0 ? dates : undefined,
    yearly: yearly.length > 0 ? yearly : undefined,
  };
}

function isMore(cursor: Cursor): boolean {
  return cursor.isAt("sign", ",") && (isDates(cursor, 1) || cursor.isAhead(1, "number"));
}

// ------------------------------------------------------------------------------- with their year

function readRange(cursor: Cursor): DateRange {
  const start = cursor.peek();
  const from = readDate(cursor);
  refuseOpenEnd(cursor);
  if (!cursor.isAt("sign", "-")) return { from: from.date, to: from.date };
  cursor.take();
  const to = cursor.isAt("number") ? lastOfMonth(cursor, from) : readDate(cursor).date;
  if (to > from.date) return { from: from.date, to };
  throw new Unsayable(
    start,
    "the dates end before they begin, or on the first date; give two dates in order",
  );
}

interface WrittenDate {
  readonly date: DayNumber;
  readonly year: string;
  readonly month: number;
}

function readDate(cursor: Cursor): WrittenDate {
  refuseOthers(cursor);
  if (cursor.isAt("word", ...MONTHS)) {
    throw new Unsayable(
      cursor.peek(),
      "this date needs its year too, as in 2026 Dec 24-2027 Jan 02",
    );
  }
  const year = cursor.expect("year", WHOLE_DATE).text;
  refuseOthers(cursor);
  const month = MONTHS.findIndex((name) => cursor.isAt("word", name));
  if (month < 0) throw cursor.unexpected(`${WHOLE_DATE}; a whole year is 2026 Jan 01-2026 Dec 31`);
  cursor.take();
  const day = cursor.expect("number", `${WHOLE_DATE}; a whole month is 2026 Dec 01-31`);
  return { date: dateOf(year, month, day), year, month };
}

function lastOfMonth(cursor: Cursor, { year, month }: WrittenDate): DayNumber {
  const day = cursor.take();
  refuseOffset(cursor, day);
  return dateOf(year, month, day);
}

function dateOf(year: string, month: number, day: Token): DayNumber {
  const date = parseDate(`${year}-${two(month + 1)}-${two(day.text)}`);
  if (date !== undefined) return date;
  throw new Unsayable(day, `there is no ${day.text} ${MONTHS[month]} in ${year}`);
}

// --------------------------------------------------------------------------------- of each year

/** `Dec 24`, `Dec 24,26`, `Dec 24-26`, `Dec 24-Jan 02`, `Jul` or `Jul-Aug`; never the whole year. */
function readYearly(cursor: Cursor, before: YearlyRange | undefined): YearlyRange {
  const start = cursor.peek();
  const range = readYearlyRange(cursor, before);
  if (isWholeYear(range)) {
    throw new Unsayable(
      start,
      "this range is the whole year, which readers take differently; leave it out",
    );
  }
  return range;
}

/** Whether a range ends on the day before it begins, in a leap year or in another. */
function isWholeYear({ from, to }: YearlyRange): boolean {
  return [LEAP_YEAR, LEAP_YEAR + 1].some(
    (year) => from === monthDayOf(dayNumber(year, Math.floor(to / 100), (to % 100) + 1)),
  );
}

function readYearlyRange(cursor: Cursor, before: YearlyRange | undefined): YearlyRange {
  // In "Dec 24,26" the second day is of the month of the first.
  const isOfSameMonth = cursor.isAt("number") && before !== undefined;
  const month = isOfSameMonth ? Math.floor(before.to / 100) - 1 : readMonth(cursor);
  if (!cursor.isAt("number")) return readMonths(cursor, month);
  const from = readDay(cursor, month);
  refuseOpenEnd(cursor);
  if (!cursor.isAt("sign", "-")) return { from, to: from };
  cursor.take();
  const end = cursor.peek();
  const to = cursor.isAt("number")
    ? readDay(cursor, month)
    : readDay(cursor, readMonth(cursor), "a day of that month too, such as Jul 20-Aug 31");
  if (to === LEAP_DAY && from !== to) {
    throw new Unsayable(
      end,
      "in years without 29 February some readers end the range on 1 March; write Feb for the month, or end on Feb 28",
    );
  }
  return { from, to };
}

/** Reads a month, counted from 0, and refuses anything else. */
function readMonth(cursor: Cursor): number {
  refuseOthers(cursor);
  if (cursor.isAt("year")) {
    throw cursor.unexpected(
      "a month without a year, as in the date before it; or give both dates a year",
    );
  }
  if (cursor.isAt("number")) {
    throw new Unsayable(
      cursor.peek(),
      "a date of one year needs its year; give each year's dates: 2026 Dec 24",
    );
  }
  const month = MONTHS.findIndex((name) => cursor.isAt("word", name));
  if (month < 0) throw cursor.unexpected("a month, such as Dec, and a day, such as Dec 24");
  cursor.take();
  return month;
}

function readMonths(cursor: Cursor, first: number): YearlyRange {
  refuseOpenEnd(cursor);
  let last = first;
  if (cursor.isAt("sign", "-")) {
    cursor.take();
    last = readMonth(cursor);
    if (cursor.isAt("number")) {
      throw cursor.unexpected("whole months, such as Jul-Aug, or two days, such as Jul 01-Aug 15");
    }
  }
  return { from: 100 * (first + 1) + 1, to: 100 * (last + 1) + lastDayOf(last + 1) };
}

/** A day of a month as a number, 1224 for 24 December. */
function readDay(cursor: Cursor, month: number, expected = "a day, such as Dec 24"): number {
  const day = cursor.expect("number", expected);
  refuseOffset(cursor, day);
  const isDay = parseDate(`${LEAP_YEAR}-${two(month + 1)}-${two(day.text)}`) !== undefined;
  if (!isDay) throw new Unsayable(day, `there is no ${day.text} ${MONTHS[month]}`);
  return 100 * (month + 1) + Number(day.text);
}

// --------------------------------------------------------------------------- what is not supported

function refuseOpenEnd(cursor: Cursor): void {
  if (!cursor.isAt("sign", "+")) return;
  throw new Unsayable(cursor.peek(), "dates without an end are not supported; give the last date");
}

function refuseOffset(cursor: Cursor, day: Token): void {
  if (!cursor.isAt("word", "day", "days")) return;
  throw new Unsayable(day, "days before a date are not supported; give the date itself");
}

/** Easter and the weeks of a year fall on other dates each year. */
function refuseOthers(cursor: Cursor): void {
  const token = cursor.peek();
  if (!cursor.isAt("word", "easter", "week")) return;
  const what = token.means === "easter" ? "Easter is" : "weeks of a year are";
  throw new Unsayable(token, `${what} not supported; give each year's dates: 2026 Dec 24`);
}
