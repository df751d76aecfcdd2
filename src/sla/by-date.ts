import type { CountedDays } from "../calendar/calendar-days";
import type { DayNumber } from "../calendar/civil-date";

/** A span of time in parts, one for each date. */
export function byDate(days: CountedDays, a: number, b: number) {
  const spans: { readonly day: DayNumber; readonly fromMs: number; readonly toMs: number }[] = [];
  for (let fromMs = a; fromMs < b; ) {
    const day = days.dayAt(fromMs);
    const toMs = Math.min(days.endOf(day), b);
    spans.push({ day, fromMs, toMs });
    fromMs = toMs;
  }
  return spans;
}
