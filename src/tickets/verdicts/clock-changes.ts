import { DateTime } from "luxon";
import { DAY_MS, MINUTE_MS } from "../../timeline/units";

/** The instants between two others at which the clocks of a zone change, and by how much, in milliseconds. */
export function clockChangesBetween(
  fromMs: number,
  toMs: number,
  timeZone: string,
): { readonly atMs: number; readonly byMs: number }[] {
  const offset = (ms: number) => DateTime.fromMillis(ms, { zone: timeZone }).offset;
  const found: { atMs: number; byMs: number }[] = [];
  const step = 7 * DAY_MS;
  for (let from = fromMs; from < toMs; from += step) {
    const to = Math.min(from + step, toMs);
    const by = offset(to) - offset(from);
    if (by === 0) continue;
    let [low, high] = [from, to];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(from)) low = middle;
      else high = middle;
    }
    found.push({ atMs: high, byMs: by * MINUTE_MS });
  }
  return found;
}
