import { IANAZone } from "luxon";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";

/**
 * Wall time to instants, slowly and plainly: only from Luxon's offsets, without the zone tables of the
 * library. A "wall" number is a wall time written as if it were UTC: 01:30 on 29 March 2026, in any
 * zone, is `Date.UTC(2026, 2, 29, 1, 30)`.
 */

/** Every clock differs from UTC by less than this. From 1900 to 2200 no zone changes twice in this time. */
const FAR = 30 * HOUR_MS;

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. */
export function offsetAt(zone: string, atMs: number): number {
  const day = Math.floor(atMs / DAY_MS);
  const [before, after] = [offsetOfDay(zone, day), offsetOfDay(zone, day + 1)];
  return before === after ? before : askLuxon(zone, atMs);
}

function askLuxon(zone: string, atMs: number): number {
  return Math.round(IANAZone.create(zone).offset(atMs) * MINUTE_MS);
}

/** Offsets at midnights of UTC, since most days begin and end with the same offset. Cleared when there are many. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

function offsetOfDay(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const offset = askLuxon(zone, day * DAY_MS);
  known.set(key, offset);
  return offset;
}

/** The wall time at an instant. */
export function wallOf(zone: string, atMs: number): number {
  return atMs + offsetAt(zone, atMs);
}

/**
 * The instant of a wall time: the first of the two if the time occurs twice. A time that never occurs is read
 * with the offset from before the gap, which moves it on by the length of the gap.
 */
export function instantOf(zone: string, wallMs: number): number {
  const [before, after] = [offsetAt(zone, wallMs - FAR), offsetAt(zone, wallMs + FAR)];
  const shown = [wallMs - before, wallMs - after].filter((atMs) => wallOf(zone, atMs) === wallMs);
  return shown.length > 0 ? Math.min(...shown) : wallMs - before;
}

/** The ISO date of an instant in a zone. */
export function dateAt(zone: string, atMs: number): string {
  return dateOf(wallOf(zone, atMs));
}

/** The ISO date of a wall number. */
export function dateOf(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Midnight at the start of an ISO date, as a wall number. */
export function midnightOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The ISO date some days after another, or before it. */
export function daysAfter(date: string, days: number): string {
  return dateOf(midnightOf(date) + days * DAY_MS);
}

/** Whether a date exists in a zone: some zones skip one. */
export function dateExists(zone: string, date: string): boolean {
  return dateAt(zone, instantOf(zone, midnightOf(date))) === date;
}

/** A wall time `HH:MM` in milliseconds since midnight. */
export function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return ((hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN)) * MINUTE_MS;
}
