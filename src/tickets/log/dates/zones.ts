import { DateTime } from "luxon";
import { CoreHoursError, type ZoneClock, zoneClock } from "../../../index";
import { DAY_MS } from "../../../timeline/units";

type InstantOrReason = number | { readonly reason: string };

const known = new Map<string, ZoneClock | { readonly reason: string }>();

/** The clock of an IANA zone, or why the name is not one. */
export function clockOf(name: string): ZoneClock | { readonly reason: string } {
  let clock = known.get(name);
  if (clock === undefined) {
    clock = orReason(() => zoneClock(name));
    known.set(name, clock);
  }
  return clock;
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
    const clock = clockOf(written);
    return "reason" in clock ? clock : clock.instantOf(wallMs);
  }
  if (mapZone === undefined) {
    return {
      reason: `${written} is an abbreviation of more than one zone; name the zone in the mapping, such as "zone": "Europe/London"`,
    };
  }
  const instants = instantsShowing(wallMs, mapZone).filter((ms) =>
    abbreviations(ms, mapZone).has(written.toUpperCase()),
  );
  const [instant] = instants;
  if (instant !== undefined) return instant;
  return { reason: `${mapZone} does not go by ${written} at that time` };
}

/** The instants at which the clock of a zone shows a wall time, the first one first. */
function instantsShowing(wallMs: number, zone: string): number[] {
  const clock = clockOf(zone);
  if ("reason" in clock) return [];
  const near = [-DAY_MS, 0, DAY_MS].map((away) => wallMs - clock.offsetAt(wallMs + away));
  return [...new Set(near)].filter((ms) => clock.wallAt(ms) === wallMs).sort((a, b) => a - b);
}

/** English is spoken in many places, each of which abbreviates the zones near it. */
const LOCALES = ["en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-IN", "en-ZA", "en-IE"];

function abbreviations(ms: number, zone: string): Set<string> {
  const at = DateTime.fromMillis(ms, { zone });
  return new Set(LOCALES.map((locale) => at.setLocale(locale).toFormat("ZZZZ").toUpperCase()));
}

function orReason<T>(ask: () => T): T | { readonly reason: string } {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CoreHoursError) return { reason: error.message };
    throw error;
  }
}
