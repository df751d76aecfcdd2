import fc from "fast-check";
import { zoneNamed } from "../../time/zone";
import type { ZoneOffsets } from "../../time/zone-offsets";

/** Zones that change at midnight, by half an hour or by two, skip a day, or change by decree. */
const ODD_ZONES = [
  "UTC",
  "Europe/London",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Havana",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Antarctica/Casey",
  "Antarctica/Troll",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
] as const;

/**
 * Any IANA zone that this engine knows. Three times in four it is a zone that working-time libraries
 * get wrong, such as Lord Howe (half an hour), Apia (a day skipped), Troll (two hours) or Gaza (by
 * decree). Shrinks to `UTC`.
 *
 * @example fc.sample(anyTimeZone(), 2) // such as ["Pacific/Chatham", "America/Sao_Paulo"]
 */
export function anyTimeZone(): fc.Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom(...ODD_ZONES) },
    { weight: 1, arbitrary: fc.constantFrom(...Intl.supportedValuesOf("timeZone")) },
  );
}

/** The instants in `(afterMs, untilMs]` at which the clocks of a zone change, epoch milliseconds. */
export function clockChanges(timeZone: string, afterMs: number, untilMs: number): number[] {
  return changesIn(zoneNamed(timeZone).offsets, afterMs, untilMs);
}

function changesIn(offsets: ZoneOffsets, afterMs: number, untilMs: number): number[] {
  if (!offsets.changesWithin(afterMs, untilMs)) return [];
  if (untilMs - afterMs <= 1) return [untilMs];
  const middleMs = Math.floor((afterMs + untilMs) / 2);
  return [...changesIn(offsets, afterMs, middleMs), ...changesIn(offsets, middleMs, untilMs)];
}
