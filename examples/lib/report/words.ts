import { DateTime } from "luxon";
import type { UsedBin } from "./distribution";

/** A whole number with its thousands apart: `24,918`. */
export function countText(n: number): string {
  return n.toLocaleString("en-GB");
}

/** So many of something: `1 ticket`, `2,000 tickets`. */
export function counted(n: number, noun: string): string {
  return `${countText(n)} ${noun}${n === 1 ? "" : "s"}`;
}

/** A month written as `2026-11`, for people: `Nov 2026`. */
export function monthText(month: string | null): string {
  if (month === null) return "not started";
  return DateTime.fromISO(month, { zone: "utc", locale: "en-GB" }).toFormat("MMM yyyy");
}

export function severityText(severity: string | null): string {
  return severity ?? "none";
}

/** The shares that a bin holds: `0–10 %`, `over 10–20 %`, `over 200 %`. */
export function binText({ from, to }: UsedBin): string {
  if (from === 0) return `0–${to} %`;
  return Number.isFinite(to) ? `over ${from}–${to} %` : `over ${from} %`;
}

/** The order of the worst. */
export const WORST_ORDER =
  "The breached first, then those still open, then the met; within each by the share of the allowance used.";

/** How many more there are than those shown. */
export function notShownText(shown: number, notShown: number): string {
  if (shown === 0 && notShown === 0) return "There is none.";
  if (notShown === 0) return "That is all of them.";
  const more = `${countText(notShown)} ${shown > 0 ? "more " : ""}`;
  return `${more}${notShown === 1 ? "is" : "are"} not shown; --top shows more of them, and --format csv lists them all.`;
}

/** No policy has so many severities; but where it lists none, each ticket may have its own. */
export const MOST_GROUPS = 100;

/** What stands in for the lines of a table beyond that. */
export function moreGroupsText(groups: number): string {
  return `${countText(groups - MOST_GROUPS)} more are left out here, and counted below`;
}
