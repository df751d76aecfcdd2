import { WEEK } from "../day-kind";
import { type Cursor, Unsayable } from "./cursor";
import type { DaySelector } from "./rule";
import { DAYS } from "./words";

const HOLIDAYS = "PH";

/** Words for several days of the week, 0 for Monday. */
const SEVERAL: Readonly<Record<string, readonly number[]>> = {
  daily: WEEK,
  weekdays: [0, 1, 2, 3, 4],
  weekends: [5, 6],
};

/** Whether days begin here, or a few tokens on. */
export function isDays(cursor: Cursor, ahead = 0): boolean {
  return cursor.isAhead(ahead, "word", ...DAYS, HOLIDAYS, "SH", ...Object.keys(SEVERAL));
}

/** The days of a rule, such as `Mo-Fr,PH` or `PH Mo-Fr`; undefined if it has none. */
export function readDays(cursor: Cursor): DaySelector | undefined {
  if (!isDays(cursor)) return undefined;
  const first = readList(cursor);
  // Some people write a colon between the days and the times.
  if (cursor.isAt("sign", ":") && cursor.isAhead(1, "time")) cursor.take();
  if (!isDays(cursor)) return { ...first, both: false };
  if (first.weekdays.size > 0 || cursor.isAt("word", HOLIDAYS)) {
    throw cursor.unexpected('a comma between days, or "PH Mo-Fr" for the holidays among them');
  }
  const { holidays, ...days } = readList(cursor);
  if (!holidays) return { ...days, holidays: true, both: true };
  throw cursor.unexpected('days of the week after "PH"');
}

function readList(cursor: Cursor): Omit<DaySelector, "both"> {
  const weekdays = new Set<number>();
  const nth = new Map<number, Set<number>>();
  let holidays = false;
  for (;;) {
    if (cursor.isAt("word", HOLIDAYS)) {
      cursor.take();
      refuseOffset(cursor);
      holidays = true;
    } else {
      addDays({ weekdays, nth }, readRange(cursor), readNth(cursor));
    }
    // A comma before anything but days begins another rule.
    if (!cursor.isAt("sign", ",") || !isDays(cursor, 1)) return { weekdays, nth, holidays };
    cursor.take();
  }
}

/** Adds days to those that are already named. All days of a weekday take precedence over some of them. */
function addDays(
  { weekdays, nth }: { weekdays: Set<number>; nth: Map<number, Set<number>> },
  days: readonly number[],
  places: readonly number[] | undefined,
): void {
  for (const day of days) {
    const before = nth.get(day);
    const isWhole = weekdays.has(day) && before === undefined;
    weekdays.add(day);
    if (places === undefined) nth.delete(day);
    else if (!isWhole) nth.set(day, new Set([...(before ?? []), ...places]));
  }
}

/** Which days of a month: `[1]`, `[1,-1]` or `[1-2]`; undefined for all of them. */
function readNth(cursor: Cursor): readonly number[] | undefined {
  if (!cursor.takeSign("[")) return undefined;
  const places: number[] = [];
  do {
    const start = cursor.peek();
    const sign = cursor.takeSign("-") ? -1 : 1;
    const first = readPlace(cursor);
    const last = sign === 1 && cursor.takeSign("-") ? readPlace(cursor) : first;
    if (last < first) throw new Unsayable(start, "expected two numbers in order, such as 1-2");
    for (let place = first; place <= last; place++) places.push(sign * place);
  } while (cursor.takeSign(","));
  if (!cursor.takeSign("]")) throw cursor.unexpected('"]" after the numbers');
  refuseOffset(cursor);
  return places;
}

function readPlace(cursor: Cursor): number {
  const token = cursor.expect("number", "a number from 1 to 5, or from -1 to -5 from the end");
  const place = Number(token.text);
  if (place >= 1 && place <= 5) return place;
  throw new Unsayable(token, "a month has at most 5 of a weekday; expected a number from 1 to 5");
}

function readRange(cursor: Cursor): readonly number[] {
  const several = cursor.isAt("word") ? SEVERAL[cursor.peek().means] : undefined;
  if (several) {
    cursor.take();
    return several;
  }
  const from = readDay(cursor);
  if (!cursor.isAt("sign", "-")) return [from];
  const dash = cursor.take();
  const to = readDay(cursor);
  if (cursor.isAt("sign", "[")) {
    throw new Unsayable(
      cursor.peek(),
      "give each day of the week its own numbers, as in Mo[1],Tu[1]",
    );
  }
  if (from === to)
    throw new Unsayable(dash, "it begins and ends on the same day; every day is Mo-Su");
  const length = (to - from + 7) % 7;
  return Array.from({ length: length + 1 }, (_, i) => (from + i) % 7);
}

function readDay(cursor: Cursor): number {
  if (cursor.isAt("word", "SH")) {
    throw new Unsayable(cursor.peek(), "school holidays are not supported; give their dates");
  }
  const day = DAYS.findIndex((name) => cursor.isAt("word", name));
  if (day < 0) throw cursor.unexpected(`a day of the week: ${DAYS.join(", ")}`);
  cursor.take();
  refuseOffset(cursor);
  return day;
}

/** Refuses days such as `PH -1 day`, in which the dash does not stand between two days. */
function refuseOffset(cursor: Cursor): void {
  const isOffset = cursor.isAt("sign", "+", "-") && cursor.isAhead(1, "number");
  if (!isOffset) return;
  throw new Unsayable(
    cursor.peek(),
    "days before or after other days are not supported; give their dates",
  );
}
