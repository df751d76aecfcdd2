import type { WorkingCalendar } from "../../calendar/working-calendar";
import { isoOf } from "../../timeline/errors";
import { DAY_MS } from "../../timeline/units";
import { Amount } from "../amounts";
import { is } from "../claims";
import { openIn, type PlainCalendar, startOf } from "../replay/calendar";
import type { Period } from "../replay/periods";
import { daysAfter, offsetAt } from "../replay/wall";
import { isWorkingDay } from "../replay/working-days";
import * as plainTime from "../replay/working-time";

/** Claims that a date has the hours that the definition writes, and for the reason it gives. */
export function sameWritten(calendar: WorkingCalendar, plain: PlainCalendar, date: string): void {
  is(`isWorkingDay(${date})`, calendar.isWorkingDay(date), isWorkingDay(plain, date));
  const written = plain.written?.(date);
  if (written && isWorkingDay(plain, date) && !changesNear(plain, date)) {
    const isWritable = written.periods.every(({ open, close }) => close - open < DAY_MS);
    if (isWritable) is(`hoursOn(${date})`, calendar.hoursOn(date), textsOf(written.periods));
  }
  if (written) {
    is(`reasonFor(${date}).because`, calendar.reasonFor(date).because, written.because);
  }
}

/** Claims that a date is open at the instants at which the definition says so, too. */
export function sameHours(calendar: WorkingCalendar, plain: PlainCalendar, date: string): void {
  sameWritten(calendar, plain, date);
  const { startMs, endMs } = calendar.timeline;
  const open = Math.max(startMs, startOf(plain, date));
  const close = Math.min(endMs, startOf(plain, daysAfter(date, 1)));
  if (open >= close) return;
  const periods = openIn(plain, open, close);
  const worked = periods.reduce((sum, period) => sum + period.close - period.open, 0);
  is(
    `between the midnights of ${date}`,
    new Amount(calendar.between(open, close).toMillis()),
    new Amount(worked),
  );
  for (const edge of periods.flatMap((period) => [period.open, period.close])) {
    for (const at of [edge - 1, edge].filter((ms) => open <= ms && ms < close)) {
      is(`isOpen(${isoOf(at)})`, calendar.isOpen(at), plainTime.isOpen(plain, at));
    }
  }
}

/** Whether the clocks change near a date, so its hours differ from the written ones. */
function changesNear({ timeZone }: PlainCalendar, date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsets = [-1, 0, 1, 2, 3].map((days) => offsetAt(timeZone, midnight + days * DAY_MS));
  return new Set(offsets).size > 1;
}

/** Periods as a definition writes them. */
function textsOf(periods: readonly Period[]): readonly string[] {
  return periods.map(({ open, close }) => {
    const end = new Date(close).toISOString().slice(11, 16);
    return `${new Date(open).toISOString().slice(11, 16)}-${end === "00:00" ? "24:00" : end}`;
  });
}
