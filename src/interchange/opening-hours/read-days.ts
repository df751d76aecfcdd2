import { type Cursor, Unsayable } from "./cursor";
import type { DaySelector } from "./rule";

/** The days as opening_hours has them, Monday first. */
export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

const HOLIDAYS = "PH";

/** Whether days begin here, or a few tokens on. */
export function isDays(cursor: Cursor, ahead = 0): boolean {
  return cursor.isAhead(ahead, "word", ...DAYS, HOLIDAYS, "SH");
}

/** The days of a rule, such as `Mo-Fr,PH` or `PH Mo-Fr`; undefined where it has none. */
export function readDays(cursor: Cursor): DaySelector | undefined {
  if (!isDays(cursor)) return undefined;
  const first = readList(cursor);
  if (!isDays(cursor)) return { ...first, both: false };
  if (first.weekdays.size > 0 || cursor.isAt("word", HOLIDAYS)) {
    throw cursor.unexpected('a comma between days, or "PH Mo-Fr" for the holidays among them');
  }
  const { weekdays, holidays } = readList(cursor);
  if (!holidays) return { weekdays, holidays: true, both: true };
  throw cursor.unexpected('days of the week after "PH"');
}

function readList(cursor: Cursor): Omit<DaySelector, "both"> {
  const weekdays = new Set<number>();
  let holidays = false;
  for (;;) {
    if (cursor.isAt("word", HOLIDAYS)) {
      cursor.take();
      refuseOffset(cursor);
      holidays = true;
    } else {
      for (const weekday of readRange(cursor)) weekdays.add(weekday);
    }
    // A comma before anything but days begins another rule.
    if (!cursor.isAt("sign", ",") || !isDays(cursor, 1)) return { weekdays, holidays };
    cursor.take();
  }
}

function readRange(cursor: Cursor): readonly number[] {
  const from = readDay(cursor);
  if (!cursor.isAt("sign", "-")) return [from];
  const dash = cursor.take();
  const to = readDay(cursor);
  if (from === to) throw new Unsayable(dash, "it begins and ends on one day; every day is Mo-Su");
  const length = (to - from + 7) % 7;
  return Array.from({ length: length + 1 }, (_, i) => (from + i) % 7);
}

function readDay(cursor: Cursor): number {
  if (cursor.isAt("word", "SH")) {
    throw new Unsayable(cursor.peek(), "school holidays cannot be said; give their dates");
  }
  const day = DAYS.findIndex((name) => cursor.isAt("word", name));
  if (day < 0) throw cursor.unexpected(`a day of the week: ${DAYS.join(", ")}`);
  cursor.take();
  if (cursor.isAt("sign", "[")) {
    throw new Unsayable(cursor.peek(), "the nth of its days in a month cannot be said; give dates");
  }
  refuseOffset(cursor);
  return day;
}

/** `PH -1 day` and its like: not a dash between days. */
function refuseOffset(cursor: Cursor): void {
  const isOffset = cursor.isAt("sign", "+", "-") && cursor.isAhead(1, "number");
  if (!isOffset) return;
  throw new Unsayable(
    cursor.peek(),
    "days before or after others cannot be said; give their dates",
  );
}
