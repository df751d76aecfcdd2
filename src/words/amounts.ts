import type { Duration } from "luxon";
import { HOUR_MS, MINUTE_MS } from "../timeline/units";

/** A whole number with its thousands apart: `24,918`. */
export function countText(n: number): string {
  return n.toLocaleString("en-GB");
}

/** So many of something: `1 ticket`, `2,000 tickets`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${countText(n)} ${n === 1 ? noun : plural}`;
}

/** A length in hours and whole minutes: `1,123h 39m`, `45m`, `<1m`. Seconds are cut off, not rounded. */
export function lengthText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes === 0) return ms === 0 ? "0m" : "<1m";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}m` : `${countText(hours)}h ${String(rest).padStart(2, "0")}m`;
}

/** A long length in whole hours, or in minutes if it is shorter than an hour: `1,204 h`, `45 min`. */
export function hoursText(ms: number): string {
  if (ms === 0) return "0";
  return ms < HOUR_MS
    ? `${Math.max(1, Math.round(ms / MINUTE_MS))} min`
    : `${countText(Math.round(ms / HOUR_MS))} h`;
}

/** What a verdict says about the allowance; its amounts are in the unit. */
interface Balance {
  readonly status: string;
  /** Whether an amount is promised, and not an agreed date alone. */
  readonly hasAllowance: boolean;
  readonly breached: boolean;
  readonly unit: "milliseconds" | "days";
  readonly remaining: number;
  readonly overdue: number;
}

/** What is left of the allowance, or by how much it is overrun; empty if neither is known. */
export function remainingText(row: Balance): string {
  if (row.status === "pending" || row.status === "cancelled") return "";
  if (row.status === "not-applicable") return "";
  if (!row.hasAllowance) return row.breached ? "late" : "";
  const amount = row.breached ? row.overdue : row.remaining;
  // Late, though nothing more was used: it was due at a closing, or at the end of its last day.
  if (row.breached && amount === 0) {
    return row.unit === "days" ? "less than a day over" : "over, out of hours";
  }
  return `${amountText(amount, row.unit)} ${row.breached ? "over" : "left"}`;
}

function amountText(amount: number, unit: Balance["unit"]): string {
  if (unit === "milliseconds") return lengthText(amount);
  return `${amount} ${amount === 1 ? "day" : "days"}`;
}

/** The share of the allowance that is used; empty before the start, and if nothing or no amount is promised. */
export function usedText(row: {
  readonly status: string;
  readonly hasAllowance: boolean;
  readonly usedPercent: number;
}): string {
  const hasBegun = row.status !== "pending" && row.status !== "not-applicable";
  return hasBegun && row.hasAllowance ? percentText(row.usedPercent) : "";
}

/** A share with one decimal and its thousands apart: `1,250.0`. A share under or over 100 never shows as 100.0. */
export function percentText(percent: number): string {
  if (percent < 100) return Math.min(percent, 99.9).toFixed(1);
  const shown = percent > 100 ? Math.max(percent, 100.1) : percent;
  const [whole = "", tenths] = shown.toFixed(1).split(".");
  return `${countText(Number(whole))}.${tenths}`;
}

/** Whether a length of a reading is counted in days rather than in time. */
export function isInDays(length: Duration): boolean {
  return length.toObject().days !== undefined;
}
