import { DateTime } from "luxon";
import { show } from "../input/show";
import { InvalidInstantError } from "../timeline";
import { MAX_MS } from "../timeline/units";
import { isoInstantMs } from "./iso-instant";

/**
 * What the library takes for an instant: a Luxon `DateTime`, a `Date`, epoch milliseconds, an ISO 8601
 * string with `Z` or an offset, or anything with a numeric `epochMilliseconds`, such as Temporal's
 * `Instant` and `ZonedDateTime`.
 */
export type InstantLike =
  | DateTime
  | Date
  | number
  | string
  | { readonly epochMilliseconds: number };

/** A year, a time and an offset of less than a day; Luxon would take any two digits for its hours. */
const WHOLE = /^[+-]?\d{4,6}[-W\d].*T\d.*(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

/** No ISO 8601 instant is longer; matching what is would take time that grows with its square. */
const LONGEST = 64;

/**
 * The epoch milliseconds of an instant.
 *
 * Digits beyond the millisecond in a string are dropped, as every parser in the language does.
 *
 * @throws {InvalidInstantError} if it is not an instant: a string without an offset, an invalid
 *   `DateTime` or `Date`, a number that is not a whole number of milliseconds.
 * @example toEpochMs("2026-11-20T16:30:00Z") // 1795192200000
 */
export function toEpochMs(at: InstantLike | null | undefined): number {
  if (typeof at === "number") return wholeMs(at, at);
  if (typeof at === "string") return isoInstantMs(at) ?? unusualMs(at);
  return wholeMs(msOfObject(at), at);
}

function msOfObject(at: unknown): number {
  // A foreign object may throw from its accessors; whatever it throws, it is not an instant.
  try {
    if (DateTime.isDateTime(at)) {
      if (at.isValid) return at.toMillis();
      throw invalid(at, `${at.invalidExplanation ?? at.invalidReason}`);
    }
    if (Object.prototype.toString.call(at) === "[object Date]") {
      const ms = Date.prototype.getTime.call(at);
      if (Number.isNaN(ms)) throw invalid(at, "it was made of something that is not a date");
      return ms;
    }
    if (typeof at === "object" && at !== null) {
      if ("epochMilliseconds" in at && typeof at.epochMilliseconds === "number") {
        return at.epochMilliseconds;
      }
      throw invalid(at, ...remedyFor(at));
    }
  } catch (error) {
    if (error instanceof InvalidInstantError) throw error;
    throw invalid(at, "it cannot be read");
  }
  throw invalid(at, at === null || at === undefined ? "nothing was given" : `it is a ${typeof at}`);
}

/** Why an object of another library is not an instant, and how to make one of it. */
function remedyFor(at: object): readonly [why: string, remedy?: string] {
  if ("toDate" in at && typeof at.toDate === "function") {
    return ["objects of that library are not read", "Give its toDate()."];
  }
  if (/^Temporal\.Plain/.test(String(Reflect.get(at, Symbol.toStringTag)))) {
    return [
      "it names no zone",
      "Read it as wall time in the calendar's zone with calendar.at(String(value)).",
    ];
  }
  if ("epochMilliseconds" in at) return ["its epochMilliseconds are not a number"];
  return ["an object needs epochMilliseconds"];
}

/** An instant written in any other way that ISO 8601 has, such as by the number of its week. */
function unusualMs(given: string): number {
  const text = given.trim();
  if (text.length > LONGEST) throw invalid(given, "it is too long for one");
  if (!WHOLE.test(text)) throw invalid(given, ...whyNotWhole(text));
  const read = luxonMs(text);
  if (typeof read === "string") throw invalid(given, read);
  return wholeMs(read, given);
}

const BEYOND = "no date can hold it";

/** What Luxon reads, or why it does not; an application may have told Luxon to throw what is invalid. */
function luxonMs(text: string): number | string {
  try {
    const parsed = DateTime.fromISO(text, { zone: "utc" });
    if (parsed.isValid) return parsed.toMillis();
    return parsed.invalidExplanation ?? BEYOND;
  } catch (error) {
    const [, explanation] = /Invalid DateTime: [^:]*: (.*)$/.exec(String(error)) ?? [];
    return explanation ?? BEYOND;
  }
}

function whyNotWhole(text: string): readonly [why: string, remedy?: string] {
  const bracket = text.indexOf("[");
  if (bracket > 0) {
    const bare = text.slice(0, bracket);
    return ["a zone in brackets is not read", `Give it without: ${show(bare)}.`];
  }
  const spaced = /^(\d{4}-\d{2}-\d{2})\s+(\d.*?)\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i.exec(text);
  if (spaced) {
    const [, date, time, offset] = spaced;
    return [
      "a T belongs between its date and its time",
      `Give ${show(`${date}T${time}${offset}`)}.`,
    ];
  }
  if (/^\d{4}-\d{2}-\d{2}(?:[T ]\d[\d:.,]*)?$/i.test(text)) {
    return [
      "it names no offset",
      'End it with "Z" or an offset such as "+01:00", or read it as wall time in the calendar\'s zone with calendar.at(text).',
    ];
  }
  return ["it is not written as ISO 8601, with a date, a time and an offset"];
}

function wholeMs(ms: number, given: unknown): number {
  if (!Number.isFinite(ms) || Math.abs(ms) > MAX_MS) {
    throw invalid(given, "it is not a number of milliseconds that a date can hold");
  }
  if (!Number.isInteger(ms)) throw invalid(given, "it is not a whole number of milliseconds");
  return ms;
}

const REMEDY =
  'Give a Luxon DateTime, a Date, epoch milliseconds, an ISO 8601 string such as "2026-11-20T16:30:00Z", or an object with epochMilliseconds, such as a Temporal.Instant.';

function invalid(given: unknown, why: string, remedy = REMEDY): InvalidInstantError {
  return new InvalidInstantError(
    "instant-invalid",
    `${show(given)} is not an instant: ${why}. ${remedy}`,
    { given: show(given) },
  );
}
