import { type DayNumber, parseDate } from "../../time/civil-date";
import type { DateRange } from "../day-kind";
import { type Cursor, Unsayable } from "./cursor";
import type { Token } from "./tokens";

/** The months as opening_hours has them. */
export const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

const WHOLE_DATE = "a year, a month and a day, such as 2026 Dec 24";

/** Whether dates begin here, or a few tokens on. */
export function isDates(cursor: Cursor, ahead = 0): boolean {
  return (
    cursor.isAhead(ahead, "year") || cursor.isAhead(ahead, "word", ...MONTHS, "easter", "week")
  );
}

/** The dates of a rule, such as `2026 Dec 24-26`; undefined where it has none. */
export function readDates(cursor: Cursor): readonly DateRange[] | undefined {
  if (!isDates(cursor)) return undefined;
  const ranges = [readRange(cursor)];
  // A comma before anything but dates begins another rule.
  while (cursor.isAt("sign", ",") && (isDates(cursor, 1) || cursor.isAhead(1, "number"))) {
    cursor.take();
    ranges.push(readRange(cursor));
  }
  cursor.takeSign(":");
  return ranges;
}

function readRange(cursor: Cursor): DateRange {
  const start = cursor.peek();
  const from = readDate(cursor);
  if (cursor.isAt("sign", "+")) {
    throw new Unsayable(cursor.peek(), "dates without an end cannot be said; give the last");
  }
  if (!cursor.isAt("sign", "-")) return { from: from.date, to: from.date };
  cursor.take();
  const to = cursor.isAt("number") ? lastOfMonth(cursor, from) : readDate(cursor).date;
  if (to > from.date) return { from: from.date, to };
  throw new Unsayable(
    start,
    "the dates end before they begin, or with the first; give two in order",
  );
}

interface WrittenDate {
  readonly date: DayNumber;
  readonly year: string;
  readonly month: number;
}

function readDate(cursor: Cursor): WrittenDate {
  refuseEveryYear(cursor);
  const year = cursor.expect("year", WHOLE_DATE).text;
  refuseEveryYear(cursor, "easter", "week");
  const month = MONTHS.findIndex((name) => cursor.isAt("word", name));
  if (month < 0) throw cursor.unexpected(`${WHOLE_DATE}; a whole year is 2026 Jan 01-2026 Dec 31`);
  cursor.take();
  const day = cursor.expect("number", `${WHOLE_DATE}; a whole month is 2026 Dec 01-31`);
  return { date: dateOf(year, month, day), year, month };
}

function lastOfMonth(cursor: Cursor, { year, month }: WrittenDate): DayNumber {
  const day = cursor.take();
  if (cursor.isAt("word", "day", "days")) {
    throw new Unsayable(day, "days before a date cannot be said; give the date itself");
  }
  return dateOf(year, month, day);
}

function dateOf(year: string, month: number, day: Token): DayNumber {
  const two = (text: string) => text.padStart(2, "0");
  const date = parseDate(`${year}-${two(String(month + 1))}-${two(day.text)}`);
  if (date !== undefined) return date;
  throw new Unsayable(day, `there is no ${day.text} ${MONTHS[month]} in ${year}`);
}

/** What comes every year is not a date, and a calendar has dates alone. */
function refuseEveryYear(cursor: Cursor, ...words: readonly string[]): void {
  const every = words.length > 0 ? words : [...MONTHS, "easter", "week"];
  const token = cursor.peek();
  if (!cursor.isAt("word", ...every) && token.kind !== "number") return;
  const what =
    { easter: "Easter", week: "weeks of a year" }[token.text] ?? "a date without its year";
  throw new Unsayable(token, `${what} cannot be said; give each year's dates: 2026 Dec 24`);
}
