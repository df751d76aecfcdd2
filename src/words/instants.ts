import { DateTime } from "luxon";
import { type ZoneClock, zoneClock } from "../index";
import { MINUTE_MS, SECOND_MS } from "../timeline/units";
import { inEnglish } from "./in-english";

const clocks = new Map<string, ZoneClock>();

/** What a clock of a zone shows, as a `DateTime` in UTC: Luxon's own zones take long to find their offsets. */
function shownIn(timeZone: string, ms: number): DateTime {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = zoneClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return DateTime.fromMillis(clock.wallAt(ms), { zone: "utc" });
}

/** An instant for people, in a zone: `Fri 20 Nov 2026 16:30 GMT`; with seconds if it has any. */
export function instantText(ms: number, timeZone: string): string {
  const clock = ms % MINUTE_MS === 0 ? "HH:mm" : ms % SECOND_MS === 0 ? "HH:mm:ss" : "HH:mm:ss.SSS";
  return `${inEnglish(shownIn(timeZone, ms), `ccc d MMM yyyy ${clock}`)} ${zoneAbbreviation(ms, timeZone)}`;
}

/**
 * When something is due, for people: a midnight is the end of the day before, as `end of Thu 31 Dec 2026`.
 *
 * @param ms epoch milliseconds
 */
export function dueText(ms: number, timeZone: string): string {
  const ended = endedDay(ms, timeZone);
  return ended === null
    ? instantText(ms, timeZone)
    : `end of ${inEnglish(ended, "ccc d MMM yyyy")}`;
}

/**
 * The day that a midnight ends, as what the clock shows just before it, in UTC; null for any other instant.
 *
 * @param ms epoch milliseconds
 */
export function endedDay(ms: number, timeZone: string): DateTime | null {
  const before = shownIn(timeZone, ms - 1);
  return before.day === shownIn(timeZone, ms).day ? null : before;
}

// A formatter takes a thousand times as long to make as to use.
const formatters = new Map<string, Intl.DateTimeFormat>();

function zoneAbbreviation(ms: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" });
    formatters.set(timeZone, formatter);
  }
  return formatter.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** An instant for programs: ISO 8601 with the offset of its zone. */
export function isoText(ms: number, timeZone: string): string {
  const shown = shownIn(timeZone, ms);
  const wall = shown.toISO({ suppressMilliseconds: true, includeOffset: false });
  return `${wall}${offsetText(shown.toMillis() - ms, timeZone)}`;
}

function offsetText(offsetMs: number, timeZone: string): string {
  if (offsetMs === 0 && /^(?:utc|gmt)$/i.test(timeZone)) return "Z";
  const minutes = Math.trunc(Math.abs(offsetMs) / MINUTE_MS);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What is written with an instant on a picture, beside its day and time. */
export interface InstantStyle {
  readonly zone: string;
  /** Over many months a date needs its year. */
  readonly withYear: boolean;
  /** Where the clocks change, a time needs its `GMT` or `BST`. */
  readonly withOffset: boolean;
}

/** `Wed 30 Dec 18:00`, to the second or millisecond if it has any. */
export function shortInstant(ms: number, { zone, withYear, withOffset }: InstantStyle): string {
  const seconds = ms % MINUTE_MS === 0 ? "" : ms % SECOND_MS === 0 ? ":ss" : ":ss.SSS";
  const date = withYear ? "ccc d LLL yyyy" : "ccc d LLL";
  const format = `${date} HH:mm${seconds}${withOffset ? " ZZZZ" : ""}`;
  return inEnglish(DateTime.fromMillis(ms, { zone }), format);
}

/** When something is due, beside its day and time: as {@link shortInstant}, but a midnight is `end of Wed 30 Dec`. */
export function shortDue(ms: number, style: InstantStyle): string {
  const ended = endedDay(ms, style.zone);
  if (ended === null) return shortInstant(ms, style);
  return `end of ${inEnglish(ended, style.withYear ? "ccc d LLL yyyy" : "ccc d LLL")}`;
}

/** `Wed 30 Dec`. */
export function shortDate(isoDate: string, { withYear }: InstantStyle): string {
  return dateText(isoDate, withYear ? "ccc d LLL yyyy" : "ccc d LLL");
}

/** `Wed 30 Dec 2026`. */
export function longDate(isoDate: string): string {
  return dateText(isoDate, "ccc d LLL yyyy");
}

function dateText(isoDate: string, format: string): string {
  return inEnglish(DateTime.fromISO(isoDate, { zone: "utc" }), format);
}

/** An instant of a reading for people, with its year and zone; a dash if there is none. */
export function fullInstant(at: DateTime | null): string {
  return at ? instantText(at.toMillis(), at.zoneName ?? "UTC") : "–";
}

/** When a reading is due, for people; a midnight is the end of the day before. */
export function fullDue(at: DateTime | null): string {
  return at ? dueText(at.toMillis(), at.zoneName ?? "UTC") : "–";
}

/** When something is due, in full: as {@link spokenInstant}, but a midnight is `the end of Thursday 31 December 2026`. */
export function spokenDue(ms: number, timeZone: string): string {
  const ended = endedDay(ms, timeZone);
  if (ended === null) return spokenInstant(ms, timeZone);
  return `the end of ${inEnglish(ended, "cccc d LLLL yyyy")}`;
}

/** An instant in full: `Monday 2 November 2026 09:00 GMT`; with seconds if it has any. */
export function spokenInstant(ms: number, timeZone: string): string {
  const clock = ms % MINUTE_MS === 0 ? "HH:mm" : "HH:mm:ss";
  return `${inEnglish(shownIn(timeZone, ms), `cccc d LLLL yyyy ${clock}`)} ${zoneAbbreviation(ms, timeZone)}`;
}
