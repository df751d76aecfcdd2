import { IANAZone } from "luxon";

/**
 * Wall time to instants, the slow and obvious way: list the stretches during which a zone's offset
 * stays the same, and look for the stretch in which the clock on the wall shows the time asked for.
 *
 * A "wall" number is a wall time written as if it were UTC: 2026-03-29 01:30 anywhere is
 * `Date.UTC(2026, 2, 29, 1, 30)`.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A span of instants `[fromMs, toMs)` in which a zone's offset does not change. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
export function offsetAt(zone: string, ms: number): number {
  return Math.round(IANAZone.create(zone).offset(ms) * MINUTE);
}

/** What the clock on the wall shows at an instant. */
export function wallOf(zone: string, ms: number): number {
  return ms + offsetAt(zone, ms);
}

/** The ISO date of a wall number. */
export function dateOf(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Midnight at the start of an ISO date, as a wall number. */
export function midnightOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The instants in `[fromMs, toMs)` at which the zone's offset changes. */
export function changesIn(zone: string, fromMs: number, toMs: number): number[] {
  const changes: number[] = [];
  // From 1900 to 2200 no zone changes twice in less than six days, so two days hide no two changes.
  for (let probe = fromMs; probe < toMs; probe += 2 * DAY) {
    const next = Math.min(probe + 2 * DAY, toMs);
    if (offsetAt(zone, probe) !== offsetAt(zone, next)) {
      changes.push(changeWithin(zone, probe, next));
    }
  }
  return changes;
}

/** The first millisecond of the new offset, if the offsets of the two ends differ. */
function changeWithin(zone: string, fromMs: number, toMs: number): number {
  const before = offsetAt(zone, fromMs);
  let [old, changed] = [fromMs, toMs];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (offsetAt(zone, middle) === before) old = middle;
    else changed = middle;
  }
  return changed;
}

/** The stretches that touch `[fromMs, toMs)`; the outermost offsets are taken to hold for ever. */
export function stretchesOf(zone: string, fromMs: number, toMs: number): Stretch[] {
  const starts = [fromMs, ...changesIn(zone, fromMs, toMs)];
  return starts.map((start, i) => ({
    fromMs: i === 0 ? -Infinity : start,
    toMs: starts[i + 1] ?? Infinity,
    offsetMs: offsetAt(zone, start),
  }));
}

/**
 * The instant at which the wall shows a time: the first of two where it shows it twice; where it
 * never does, the time moved on by the length of the gap, which is the time read with the offset in
 * force before the gap.
 */
export function instantOf(stretches: readonly Stretch[], wallMs: number): number {
  const candidates = stretches.map((s) => ({ ...s, atMs: wallMs - s.offsetMs }));
  const shown = candidates.find((c) => c.fromMs <= c.atMs && c.atMs < c.toMs);
  if (shown !== undefined) return shown.atMs;
  const beforeGap = candidates.findLast((c) => c.atMs >= c.toMs);
  if (beforeGap === undefined) throw new Error(`no reading for the wall time ${wallMs}`);
  return beforeGap.atMs;
}

/** Whether any instant bears the date: an hour, or a whole day, may be missing. */
export function dateExists(stretches: readonly Stretch[], date: string): boolean {
  const [start, end] = [midnightOf(date), midnightOf(date) + DAY];
  return stretches.some((s) => s.fromMs + s.offsetMs < end && s.toMs + s.offsetMs > start);
}
