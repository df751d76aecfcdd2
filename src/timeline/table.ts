import type { Periods } from "./periods";
import { DAY_MS } from "./units";

/**
 * The periods of a window in the form in which they are looked up.
 *
 * - `rows`: three cells a period, so one look-up reads one place in memory: when it opens, when it
 *   closes, and what was worked in the window before it. After the last comes a row that opens and
 *   closes at Infinity, so every search ends; of the one after that, only the last cell is read.
 * - `byDay`: for each day of the window, the first row that closes after the start of that day.
 * - `byShare`: for each share of what is worked, the first row by whose close so many have been.
 */
export type Table = readonly [
  rows: Float64Array,
  byDay: Int32Array,
  byShare: Int32Array,
  shareMs: number,
];

/** Tabulates the periods of the window `[lo, hi]`. Rows go by the number of their first cell. */
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

  // As long as an average period, and a whole number of milliseconds, so shares are exact.
  const shareMs = Math.ceil(total / opens.length) || 1;
  const byShare = new Int32Array(Math.floor(total / shareMs) + 2);
  at = 0;
  for (const s of byShare.keys()) {
    // The last share may lie beyond the last row; searches end there, and find what is before.
    while (at < end && rows[at + 5]! < s * shareMs) at += 3;
    byShare[s] = at;
  }
  return [rows, byDay, byShare, shareMs];
}
