import type { DayPeriod } from "../../time/wall-period";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { type DayTimes, dayTimes } from "../day-times";
import { type Cursor, Unsayable } from "./cursor";
import type { Token } from "./tokens";
import { timeText } from "./words";

const SUN = ["sunrise", "sunset", "dawn", "dusk"];

/** The times of a rule. */
export interface ReadTimes {
  /** Undefined for the whole day. */
  readonly times: DayTimes | undefined;
  /** A comma between times that is followed by a blank, like a comma between two rules. */
  readonly looseComma: Token | undefined;
}

/** The times of a rule, such as `08:00-12:00,13:00-18:00`, if it has any. */
export function readTimes(cursor: Cursor): ReadTimes {
  refuseSun(cursor);
  if (!cursor.isAt("time")) return { times: undefined, looseComma: undefined };
  const periods = [readPeriod(cursor)];
  let looseComma: Token | undefined;
  // A comma before anything but a time begins another rule.
  while (cursor.isAt("sign", ",") && cursor.isAhead(1, "time")) {
    const comma = cursor.take();
    if (cursor.peek().at > comma.at + 1) looseComma ??= comma;
    periods.push(readPeriod(cursor));
  }
  if (cursor.isAt("sign", ",") && isSun(cursor, 1)) cursor.take();
  refuseSun(cursor);
  return { times: dayTimes(periods), looseComma };
}

function readPeriod(cursor: Cursor): DayPeriod {
  const open = cursor.take();
  refuseOpenEnd(cursor);
  if (!cursor.takeSign("-")) {
    throw new Unsayable(open, "a single time is not a period; give its end too, as in 08:00-18:00");
  }
  refuseSun(cursor);
  const close = cursor.expect("time", "a time such as 18:00");
  refuseOpenEnd(cursor);
  if (cursor.isAt("sign", "/")) {
    throw new Unsayable(cursor.peek(), "repeated times are not supported; give each period");
  }
  return period(open, close);
}

function period(open: Token, close: Token): DayPeriod {
  const openMs = timeMs(open);
  const end = timeMs(close);
  if (openMs >= DAY_MS) throw new Unsayable(open, "expected a time before 24:00");
  if (end > 2 * DAY_MS) throw new Unsayable(close, "expected a time up to 48:00");
  if (end === openMs) {
    throw new Unsayable(open, "it begins and ends at the same time; the whole day is 00:00-24:00");
  }
  // "9:00 to 5:00" may be on a twelve-hour clock; "09:00-05:00" is not.
  if (end < openMs && /^\d[:.h]/.test(close.text) && !/m\.?$/i.test(close.text)) {
    const written = `${close.means} or ${timeText(end + DAY_MS / 2)}`;
    throw new Unsayable(close, `it may be before noon or after it; write ${written}`);
  }
  const closeMs = end < openMs ? end + DAY_MS : end;
  return { openMs, closeMs };
}

function timeMs(token: Token): number {
  const [hours = "", minutes = ""] = token.means.split(":");
  if (!/^\d\d:\d\d$/.test(token.means)) {
    throw new Unsayable(token, "there are 12 hours before noon and 12 after it, 1 to 12");
  }
  if (Number(minutes) > 59) throw new Unsayable(token, "there are 60 minutes in an hour, 00 to 59");
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

function refuseOpenEnd(cursor: Cursor): void {
  if (!cursor.isAt("sign", "+")) return;
  throw new Unsayable(cursor.peek(), "an open end is not supported; give a closing time");
}

function refuseSun(cursor: Cursor): void {
  if (!isSun(cursor, 0)) return;
  throw new Unsayable(cursor.peek(), "sunrise and sunset are not supported; give times of day");
}

function isSun(cursor: Cursor, ahead: number): boolean {
  return cursor.isAhead(ahead, "word", ...SUN) || cursor.isAhead(ahead, "sign", "(");
}
