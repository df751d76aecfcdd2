import { DateTime } from "luxon";
import type { SlaReading, WorkingCalendar } from "../../../src/index";
import type { Span } from "./span";

/** One ticket of a month. */
export interface MonthEntry {
  readonly reading: SlaReading;
  /** The calendar that its clock runs on; null where the allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
}

/** A month, and the tickets that were open in it. */
export interface Month {
  /** ISO: `2026-11`. */
  readonly month: string;
  readonly span: Span;
  /** The zone whose midnights its days begin at. */
  readonly zone: string;
  readonly asOf: DateTime;
  readonly entries: readonly MonthEntry[];
  /** How many tickets there are besides those shown. */
  readonly leftOut: number;
}

/** The span of a month, or null where the text is none. */
export function monthSpan(month: string, zone: string): Span | null {
  if (!/^\d{4}-\d{2}$/.test(month)) return null;
  const start = DateTime.fromISO(month, { zone });
  if (!start.isValid) return null;
  return { fromMs: start.toMillis(), toMs: start.plus({ months: 1 }).toMillis() };
}

/** `November 2026`. */
export function monthName(month: string): string {
  return DateTime.fromISO(month, { zone: "utc", locale: "en-GB" }).toFormat("LLLL yyyy");
}

/** When a ticket is due, as far as that is known: while paused, as if it were resumed now. */
export function dueOf({ dueAt, projectedDueAt }: SlaReading): DateTime | null {
  return dueAt ?? projectedDueAt;
}
