import { DateTime } from "luxon";
import { show } from "../input/show";
import { InvalidInstantError } from "../timeline";

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

/** A time and an offset from UTC of less than a day; Luxon would take any two digits for its hours. */
const HAS_TIME_AND_OFFSET = /T\d.*(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

/** No ISO 8601 instant is longer; matching what is would take time that grows with its square. */
const LONGEST = 64;

/** The largest distance from 1970 that a `Date` can hold. */
export const MAX_MS = 8.64e15;

/**
 * The epoch milliseconds of an instant.
 *
 * Digits beyond the millisecond in a string are dropped, as every parser in the language does.
 *
 * @throws {InvalidInstantError} where it is no instant: a string without an offset, an invalid
 *   `DateTime` or `Date`, a number that is not a whole number of milliseconds.
 * @example toEpochMs("2026-11-20T16:30:00Z") // 1795192200000
 */
export function toEpochMs(at: InstantLike | null | undefined): number {
  if (typeof at === "number") return wholeMs(at, at);
  if (typeof at === "string") return fromText(at);
  return wholeMs(msOfObject(at), at);
}

function msOfObject(at: unknown): number {
  // A foreign object may throw from its accessors; whatever it throws, it is no instant.
  try {
    if (DateTime.isDateTime(at)) {
      if (!at.isValid) {
        throw invalid(
          at,
          `it is an invalid DateTime: ${at.invalidExplanation ?? at.invalidReason}`,
        );
      }
      return at.toMillis();
    }
    if (Object.prototype.toString.call(at) === "[object Date]") {
      return Date.prototype.getTime.call(at);
    }
    if (typeof at === "object" && at !== null && "epochMilliseconds" in at) {
      return Number(at.epochMilliseconds);
    }
  } catch (error) {
    if (error instanceof InvalidInstantError) throw error;
    throw invalid(at, "it cannot be read");
  }
  throw invalid(at, "it is none of the kinds that are");
}

function fromText(given: string): number {
  const text = given.trim();
  if (text.length > LONGEST) throw invalid(text, "it is too long for one");
  if (!HAS_TIME_AND_OFFSET.test(text)) {
    throw invalid(
      text,
      'it names no offset. End it with "Z" or an offset such as "+01:00", or read it as wall time in the calendar\'s zone with calendar.at(text)',
    );
  }
  const parsed = DateTime.fromISO(text, { zone: "utc" });
  if (!parsed.isValid) {
    throw invalid(text, parsed.invalidExplanation ?? "no date can hold it");
  }
  return wholeMs(parsed.toMillis(), text);
}

function wholeMs(ms: number, given: unknown): number {
  if (!Number.isFinite(ms) || Math.abs(ms) > MAX_MS) {
    throw invalid(given, "it is not a number of milliseconds that a date can hold");
  }
  if (!Number.isInteger(ms)) throw invalid(given, "it is not a whole number of milliseconds");
  return ms;
}

function invalid(given: unknown, why: string): InvalidInstantError {
  return new InvalidInstantError(
    "instant-invalid",
    `${show(given)} is not an instant: ${why}. An instant is a Luxon DateTime, a Date, epoch milliseconds, an ISO 8601 string with an offset, or an object with epochMilliseconds.`,
    { given: show(given) },
  );
}
