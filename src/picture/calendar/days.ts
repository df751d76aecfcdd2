import { DateTime } from "luxon";
import type { WorkingCalendar } from "../../index";

/** How a date compares with its week: the same, different for a reason, or outside the coverage. */
export type DayKind = "open" | "closed" | "other-hours" | "closed-unusually" | "unknown";

/** A date of a calendar. */
export interface DayFacts {
  /** ISO. */
  readonly date: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly kind: DayKind;
  /** Its periods: `["08:00-18:00"]`; empty if it is closed. */
  readonly hours: readonly string[];
  /** Why it is unusual; null if it is not. */
  readonly reason: string | null;
  /** The week it belongs to, if hours have changed: `hours from 1 April 2027`. */
  readonly week?: string | undefined;
}

/**
 * The days of a month in a calendar.
 *
 * @param month ISO: `2027-04`
 */
export function monthDays(calendar: WorkingCalendar, month: string): DayFacts[] {
  const first = DateTime.fromISO(month, { zone: "utc" });
  const count = first.daysInMonth ?? 0;
  return Array.from({ length: count }, (_, i) => factsOf(calendar, first.plus({ days: i })));
}

function factsOf(calendar: WorkingCalendar, day: DateTime): DayFacts {
  // A DateTime of a month that exists has an ISO date.
  const date = day.toISODate() ?? "";
  const { weekday } = day;
  const { from, to, publishedUntil } = calendar.coverage;
  if (date < from || date > to) {
    return { date, weekday, kind: "unknown", hours: [], reason: null };
  }
  const hours = calendar.hoursOn(date);
  const { because, title } = calendar.reasonFor(date);
  if (because === "week") {
    const kind = hours.length > 0 ? "open" : "closed";
    return { date, weekday, kind, hours, reason: null, week: title };
  }
  const projected = because === "bank-holiday" && publishedUntil !== null && date > publishedUntil;
  const what = WHY[because];
  const reason = `${title === undefined ? what : `${title} (${what})`}${projected ? ", projected" : ""}`;
  const kind = hours.length > 0 ? "other-hours" : "closed-unusually";
  return { date, weekday, kind, hours, reason };
}

const WHY = { "bank-holiday": "bank holiday", exception: "exception", rule: "rule" } as const;
