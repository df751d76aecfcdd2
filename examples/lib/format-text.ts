import { DateTime } from "luxon";
import type { ReportRow } from "./report-row";

const MINUTE_MS = 60_000;

/** An instant for people, in a zone: `Fri 20 Nov 2026 16:30 GMT`; with seconds where it has any. */
export function instantText(ms: number, timeZone: string): string {
  const clock = ms % MINUTE_MS === 0 ? "HH:mm" : ms % 1000 === 0 ? "HH:mm:ss" : "HH:mm:ss.SSS";
  const instant = DateTime.fromMillis(ms, { zone: timeZone, locale: "en-GB" });
  return `${instant.toFormat(`ccc d MMM yyyy ${clock}`)} ${zoneAbbreviation(ms, timeZone)}`;
}

// A formatter takes a thousand times as long to make as to use.
const formatters = new Map<string, Intl.DateTimeFormat>();

function zoneAbbreviation(ms: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "short" });
    formatters.set(timeZone, formatter);
  }
  return formatter.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** An instant for programs: ISO 8601 with the offset of its zone. */
export function isoText(ms: number, timeZone: string): string {
  return DateTime.fromMillis(ms, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? "";
}

/** A length in hours and whole minutes: `3h 12m`, `45m`, `<1m`. Seconds are cut off, not rounded. */
export function lengthText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes === 0) return ms === 0 ? "0m" : "<1m";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}m` : `${hours}h ${String(rest).padStart(2, "0")}m`;
}

/** What is left of the allowance, or by how much it is overrun. */
export function remainingText(row: ReportRow): string {
  if (row.status === "pending" || row.status === "cancelled") return "";
  const amount = row.breached ? row.overdue : row.remaining;
  return `${amountText(amount, row.unit)} ${row.breached ? "over" : "left"}`;
}

function amountText(amount: number, unit: ReportRow["unit"]): string {
  if (unit === "milliseconds") return lengthText(amount);
  return `${amount} ${amount === 1 ? "day" : "days"}`;
}

/** A share with one decimal; but what is under 100 never shows as 100.0, nor does what is over it. */
export function percentText(percent: number): string {
  if (percent < 100) return Math.min(percent, 99.9).toFixed(1);
  return (percent > 100 ? Math.max(percent, 100.1) : percent).toFixed(1);
}
