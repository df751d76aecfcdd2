import type { Allowance } from "../allowance/measure";
import { told } from "../allowance/told";
import type { ClockNow } from "./state";

/** The pause that a clock is in, and what the pauses before it used of the limit. */
type Pause = Pick<ClockNow, "pausedFromMs" | "pauseSpent">;

/** What all pauses up to an instant have used of the limit. Each is measured from its beginning. */
export function pauseSpentBy(
  { pausedFromMs, pauseSpent }: Pause,
  limit: Allowance,
  atMs: number,
): number {
  if (pausedFromMs === null) return pauseSpent;
  return pauseSpent + limit.from(pausedFromMs).between(pausedFromMs, atMs);
}

/** When a paused clock used up the limit; null if that is not by an instant, or the clock is not paused. */
export function pauseOverAt(pause: Pause, limit: Allowance, byMs: number): number | null {
  const { pausedFromMs, pauseSpent } = pause;
  if (pausedFromMs === null) return null;
  const measure = limit.from(pausedFromMs);
  if (pauseSpentBy(pause, limit, byMs) < measure.allowance) return null;
  const overMs = measure.add(pausedFromMs, Math.max(0, measure.allowance - pauseSpent));
  return overMs <= byMs ? overMs : null;
}

/** When the limit is used up if the clock stays paused; null if it runs or the calendar ends first. */
export function pauseEndsAt({ pausedFromMs, pauseSpent }: Pause, limit: Allowance): number | null {
  if (pausedFromMs === null) return null;
  const measure = limit.from(pausedFromMs);
  return told(() => measure.add(pausedFromMs, Math.max(0, measure.allowance - pauseSpent)));
}
