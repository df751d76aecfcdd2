import { DAY_MS, SECOND_MS } from "../../../timeline/units";
/** A date and a time of day as a clock on a wall shows them, and the zone that is written with them. */
export interface WallTime {
  /** The date and time as if they were UTC, in epoch milliseconds. */
  readonly wallMs: number;
  /** The offset from UTC in milliseconds, if one is written. */
  readonly offsetMs?: number;
  /** A zone or its abbreviation, if one is written: `BST`, `Europe/London`. */
  readonly zone?: string;
}

/** The numbers of a date and a time of day. */
export interface DateNumbers {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The wall time of some numbers, as if it were UTC, or why there is none. */
export function wallMsOf(numbers: DateNumbers): number | { readonly reason: string } {
  const { year, month, day, hour, minute, second, millisecond } = numbers;
  if (month < 1 || month > 12) return { reason: `there is no month ${month}` };
  const dayMs = utcDate(year, month, day);
  if (day < 1 || day > daysIn(year, month)) {
    return { reason: `there is no day ${day} in month ${month} of ${year}` };
  }
  const isMidnight = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
  if (hour > 23 && !isMidnight) return { reason: `there is no hour ${hour}` };
  if (minute > 59) return { reason: `there is no minute ${minute}` };
  if (second > 59) return { reason: `there is no second ${second}` };
  return dayMs + ((hour * 60 + minute) * 60 + second) * SECOND_MS + millisecond;
}

/** The ISO weekday of a wall time: Monday is 1. */
export function weekdayOf(wallMs: number): number {
  return ((((Math.floor(wallMs / DAY_MS) + 3) % 7) + 7) % 7) + 1;
}

/** Milliseconds of a fraction of a second written in digits; what is finer is cut off. */
export function millisecondsOf(digits: string): number {
  return Number(digits.padEnd(3, "0").slice(0, 3));
}

/** The length of an offset such as `Z`, `+01`, `+0100` or `UTC+1:00`; null if the text is not one. */
export function offsetMsOf(text: string): number | null {
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return 0;
  const match = /^(?:UTC|GMT)?([+\-\u2212])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?$/i.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes = "0", seconds = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND_MS;
  return sign === "+" ? ms : -ms;
}

function daysIn(year: number, month: number): number {
  return (utcDate(year, month + 1, 1) - utcDate(year, month, 1)) / DAY_MS;
}

/** Midnight of a date in UTC. `Date.UTC` alone takes the years 0 to 99 for 1900 to 1999. */
function utcDate(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
