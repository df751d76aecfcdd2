import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../timeline/units";

/**
 * Reads the usual shapes of an ISO 8601 instant: `2026-11-20T16:30:00.000Z`, with or without seconds or
 * their fraction, with `Z` or an offset of hours or of hours and minutes. It makes no object, so
 * a program may read millions.
 *
 * @param text no longer than a line; digits beyond the millisecond are dropped
 * @returns epoch milliseconds; undefined for any other text, whether or not it is an instant
 * @example isoInstantMs("2026-11-20T16:30:00+01:00") // 1795188600000
 */
export function isoInstantMs(text: string): number | undefined {
  if (
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== T ||
    text.charCodeAt(13) !== COLON
  ) {
    return undefined;
  }
  const year = 100 * two(text, 0) + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const minutes = 60 * inRange(two(text, 11), 23) + inRange(two(text, 14), 59);
  const days = daysOf(year, month, day);
  let ms = days * DAY_MS + minutes * MINUTE_MS;
  let at = 16;
  if (text.charCodeAt(at) === COLON) {
    ms += inRange(two(text, at + 1), 59) * SECOND_MS;
    at += 3;
    if (text.charCodeAt(at) === DOT) {
      const end = endOfDigits(text, at + 1);
      if (end > at + 1 + MOST_DIGITS) return undefined;
      ms += 100 * digit(text, at + 1);
      if (end > at + 2) ms += 10 * digit(text, at + 2);
      // What lies beyond the millisecond is dropped.
      if (end > at + 3) ms += digit(text, at + 3);
      at = end;
    }
  }
  ms -= offsetMs(text, at);
  // Every part that is not what it should be has made it NaN.
  return Number.isNaN(ms) ? undefined : ms;
}

/** The most digits of a fraction of a second that are usual. */
const MOST_DIGITS = 9;

const DASH = 45;
const PLUS = 43;
const COLON = 58;
const DOT = 46;
const ZERO = 48;
const T = 84;
const Z = 90;

/** The offset that ends a text, from its sign or Z on; NaN if it is not one. */
function offsetMs(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === Z) return text.length === at + 1 ? 0 : Number.NaN;
  if (sign !== PLUS && sign !== DASH) return Number.NaN;
  const hours = inRange(two(text, at + 1), 23) * HOUR_MS;
  const isShort = text.length === at + 3;
  const minutesAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3;
  if (!isShort && text.length !== minutesAt + 2) return Number.NaN;
  const ms = isShort ? hours : hours + inRange(two(text, minutesAt), 59) * MINUTE_MS;
  return sign === DASH ? -ms : ms;
}

/** Days since 1970-01-01; NaN if there is no such date. */
export function daysOf(year: number, month: number, day: number): number {
  if (!(day >= 1 && month >= 1 && month <= 12)) return Number.NaN;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (isLeap ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
  if (day > length) return Number.NaN;
  // Years that begin in March have their leap day last; there are 146,097 days in 400 of them.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The number that two digits write; NaN if they are not digits. */
function two(text: string, at: number): number {
  return 10 * digit(text, at) + digit(text, at + 1);
}

/** Beyond the text, the code of a character is NaN, and so is the digit. */
function digit(text: string, at: number): number {
  return inRange(text.charCodeAt(at) - ZERO, 9);
}

function inRange(value: number, most: number): number {
  return value >= 0 && value <= most ? value : Number.NaN;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (digit(text, at) >= 0) at++;
  return at;
}
