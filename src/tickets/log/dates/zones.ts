import { DateTime } from "luxon";
import { alwaysOpen, CoreHoursError } from "../../../index";
import { DAY_MS, MINUTE_MS } from "../../../timeline/units";

type InstantOrReason = number | { readonly reason: string };

/** Reads wall times of one zone. */
export interface ZoneReader {
  /** The instant of a wall time; the first one if the wall time occurs twice. */
  readonly instantOf: (wallMs: number) => InstantOrReason;
  /** How often clocks showed a wall time that was asked about, if not once. */
  readonly oddness: (wallMs: number) => "twice" | "never" | null;
}

const known = new Map<string, ZoneReader | { readonly reason: string }>();

/** The reader of an IANA zone, or why the name is not one. */
export function zoneReader(name: string): ZoneReader | { readonly reason: string } {
  let reader = known.get(name);
  if (reader === undefined) {
    reader = makeReader(name);
    known.set(name, reader);
  }
  return reader;
}

/** The most days that are remembered; no log holds more. */
const MOST_DAYS = 200_000;
function makeReader(name: string): ZoneReader | { readonly reason: string } {
  const calendar = orReason(() => alwaysOpen(name));
  if ("reason" in calendar) return calendar;
  const ask = (wallMs: number): InstantOrReason => {
    const at = orReason(() => calendar.at(isoWallTime(wallMs)));
    return "reason" in at ? at : at.toMillis();
  };
  /** By the number of a day: the instant it begins at, or NaN if the clocks change on it. */
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const [from, to] = [ask(day * DAY_MS), ask((day + 1) * DAY_MS)];
    const isPlain = typeof from === "number" && typeof to === "number" && to - from === DAY_MS;
    return isPlain ? from : Number.NaN;
  };
  return {
    instantOf: (wallMs) => {
      const day = Math.floor(wallMs / DAY_MS);
      let startMs = starts.get(day);
      if (startMs === undefined) {
        startMs = startOf(day);
        if (starts.size >= MOST_DAYS) starts.clear();
        starts.set(day, startMs);
      }
      return Number.isNaN(startMs) ? ask(wallMs) : startMs + (wallMs - day * DAY_MS);
    },
    oddness: (wallMs) => {
      // A time is shown twice or never only on a day on which the clocks change.
      if (!Number.isNaN(starts.get(Math.floor(wallMs / DAY_MS)) ?? 0)) return null;
      const shown = offsetsNear(wallMs, name)
        .map((offsetMs) => wallMs - offsetMs)
        .filter((ms) => wallMsAt(ms, name) === wallMs);
      return shown.length === 1 ? null : shown.length > 1 ? "twice" : "never";
    },
  };
}

/**
 * The instant of a wall time with a zone written beside it: a name such as `Europe/London`, or one of
 * the abbreviations that the map's own zone goes by at that instant, such as `BST`. An abbreviation
 * without a zone is refused: BST is British, Bangladeshi and Bougainvillean.
 *
 * @param mapZone the zone of the mapping, if it names one
 */
export function instantNamed(
  wallMs: number,
  written: string,
  mapZone: string | undefined,
): InstantOrReason {
  if (/^[A-Za-z]+\/[A-Za-z]/.test(written)) {
    const zone = zoneReader(written);
    return "reason" in zone ? zone : zone.instantOf(wallMs);
  }
  if (mapZone === undefined) {
    return {
      reason: `${written} is an abbreviation of more than one zone; name the zone in the mapping, such as "zone": "Europe/London"`,
    };
  }
  const instants = offsetsNear(wallMs, mapZone)
    .map((offsetMs) => wallMs - offsetMs)
    .filter((ms) => wallMsAt(ms, mapZone) === wallMs)
    .filter((ms) => abbreviations(ms, mapZone).has(written.toUpperCase()));
  const [instant] = instants;
  if (instant !== undefined) return instant;
  return { reason: `${mapZone} does not go by ${written} at that time` };
}

/** The offsets of a zone within a day of a wall time, each once. */
function offsetsNear(wallMs: number, zone: string): number[] {
  return [...new Set([-DAY_MS, 0, DAY_MS].map((away) => offsetMsAt(wallMs + away, zone)))];
}

function offsetMsAt(ms: number, zone: string): number {
  return DateTime.fromMillis(ms, { zone }).offset * MINUTE_MS;
}

function wallMsAt(ms: number, zone: string): number {
  return ms + offsetMsAt(ms, zone);
}

/** English is spoken in many places, each of which abbreviates the zones near it. */
const LOCALES = ["en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-IN", "en-ZA", "en-IE"];

function abbreviations(ms: number, zone: string): Set<string> {
  const at = DateTime.fromMillis(ms, { zone });
  return new Set(LOCALES.map((locale) => at.setLocale(locale).toFormat("ZZZZ").toUpperCase()));
}

/** A wall time as the library takes it. */
function isoWallTime(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, -1);
}

function orReason<T>(ask: () => T): T | { readonly reason: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CoreHoursError) return { reason: error.message };
    throw error;
  }
}
