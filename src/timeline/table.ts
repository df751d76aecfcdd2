import type { Periods } from "./periods";

export const DAY_MS = 86_400_000;

/**
 * The periods of a window in the form in which they are looked up.
 *
 * A period is a row of three cells, so that one look-up reads one place in memory:
 *
 *     rows[at]      when it opens
 *     rows[at + 1]  when it closes
 *     rows[at + 2]  what was worked in the window before it
 *
 * After the last comes a row that opens and closes at Infinity, so that every search ends, and then
 * one more, of which only what was worked is read.
 */
export interface Table {
  readonly rows: Float64Array;
  /** The row after the last. */
  readonly end: number;
  /** For each day of the window, the first row that closes after its start. */
  readonly byDay: Int32Array;
  /** For each share of what is worked, the first row by whose close so many shares have been. */
  readonly byShare: Int32Array;
  readonly sharesPerMs: number;
  /** What is worked in the whole window. */
  readonly total: number;
}

/** Tabulates the periods of the window `[lo, hi]`. */
export function tabulate({ opens, closes }: Periods, lo: number, hi: number): Table {
  const end = 3 * opens.length;
  const rows = new Float64Array(end + 6);
  let total = 0;
  for (const [i, open] of opens.entries()) {
    const close = closes[i]!; // Both columns have one length.
    rows.set([open, close, total], 3 * i);
    total += close - open;
  }
  const never = Number.POSITIVE_INFINITY;
  rows.set([never, never, total, never, never, total], end);

  const byDay = new Int32Array(Math.floor((hi - lo) / DAY_MS) + 1);
  let at = 0;
  for (const day of byDay.keys()) {
    // The row after the last closes later than any day.
    while (rows[at + 1]! <= lo + day * DAY_MS) at += 3;
    byDay[day] = at;
  }

  // As long as an average period, and a whole number of milliseconds, so that shares are exact.
  const share = Math.ceil(total / opens.length) || 1;
  const byShare = new Int32Array(Math.floor(total / share) + 2);
  at = 0;
  for (const s of byShare.keys()) {
    // The last share may lie beyond the last row; searches end there, and find what is before.
    while (at < end && rows[at + 5]! < s * share) at += 3;
    byShare[s] = at;
  }
  return { rows, end, byDay, byShare, sharesPerMs: 1 / share, total };
}
