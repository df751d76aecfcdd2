import { SECOND_MS } from "../timeline/units";
import { readAt } from "./read";
import type { Snapshot } from "./snapshot";

/**
 * An amount as people write it, to the second.
 *
 * @param amount of the unit; a part of a second is dropped
 * @param unit `milliseconds` if not said
 * @returns parts that are zero are left out; `0 s` or `0 days` if all are
 * @example format(8_049_000) // "2 h 14 min 9 s"
 * @example format(1, "days") // "1 day"
 */
export function format(amount: number, unit: Snapshot["unit"] = "milliseconds"): string {
  if (unit === "days") return amount === 1 ? "1 day" : `${amount} days`;
  const seconds = Math.floor(amount / SECOND_MS);
  const parts = [
    [Math.floor(seconds / 3_600), "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ].filter(([count]) => count !== 0);
  return parts.map((part) => part.join(" ")).join(" ") || "0 s";
}

/**
 * Where the ticket stands at an instant, in a line for a page; see {@link readAt} for what is thrown.
 *
 * What is left is rounded up to the second, so nothing is left only once nothing is.
 *
 * @returns such as `2 h 14 min 9 s left`, `paused, 2 h left`, `over by 12 min`, `met`, `not started`
 * @example textAt(snapshot, nowMs) // "2 h 14 min 9 s left"
 */
export function textAt(snapshot: Snapshot, nowMs: number): string {
  const { unit } = snapshot;
  const { status, breached, paused, stopped, remaining, overrun, elapsed, provisional } = readAt(
    snapshot,
    nowMs,
  );
  const write = (amount: number) =>
    format(unit === "days" ? amount : Math.ceil(amount / SECOND_MS) * SECOND_MS, unit);
  const standing = () => {
    if (status === "pending") return "not started";
    if (status === "not-applicable") return "nothing is promised";
    if (status === "cancelled" || status === "met") return status;
    if (breached) return `${stopped ? "breached, " : ""}over by ${format(overrun, unit)}`;
    return remaining === null ? `${format(elapsed, unit)} so far` : `${write(remaining)} left`;
  };
  return `${paused ? "paused, " : ""}${standing()}${provisional && !stopped ? ", provisional" : ""}`;
}
