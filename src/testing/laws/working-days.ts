import { DateTime } from "luxon";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { formatDate, parseDate } from "../../time/civil-date";
import { isoOf } from "../../timeline/errors";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import type { Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is, same } from "../claims";

/** Laws of counting in working days. An instant without a covered date, as some zones have, is left out. */
export const workingDayLaws = [
  calendarLaw(
    "working-days-counted",
    "workingDaysBetween counts the working days after the first date, up to and including the last",
    (calendar, { forAll }, span) => {
      const days = { ...span, withinDays: 20, sorted: true };
      forAll(anyInstantsNear(calendar, ["a", "b"], days), ({ a, b }) => {
        if (![a, b].every((at) => isCovered(calendar, at))) return;
        const count = (from: Iso, to: Iso) => calendar.workingDaysBetween(from, to);
        const dates = datesAfter(dateOf(calendar, a), dateOf(calendar, b));
        same({
          "workingDaysBetween(a, b)": count(a, b),
          "0 - workingDaysBetween(b, a)": 0 - count(b, a),
          "dates for which isWorkingDay": dates.filter((date) => calendar.isWorkingDay(date))
            .length,
          "dates with hoursOn": dates.filter((date) => calendar.hoursOn(date).length > 0).length,
        });
      });
    },
  ),

  calendarLaw(
    "working-days-added",
    "addWorkingDays(at, n) is the end of the first date by which n working days have come",
    (calendar, { forAll }, span) => {
      forAll(anySpanNear(calendar, { ...span, withinDays: 40 }), ({ a, b }) => {
        if (![a, b].every((at) => isCovered(calendar, at))) return;
        const n = calendar.workingDaysBetween(a, b);
        const end = calendar.addWorkingDays(a, n);
        const date = dateOf(calendar, isoOf(end.toMillis() - 1));
        same({ n, "workingDaysBetween(a, that date)": calendar.workingDaysBetween(a, date) });
        if (n === 0) is("the date of addWorkingDays(a, 0)", date, dateOf(calendar, a));
        else is(`isWorkingDay(${date})`, calendar.isWorkingDay(date), true);
      });
    },
  ),
] as const;

/** The ISO date of an instant in the calendar's zone. */
function dateOf(calendar: WorkingCalendar, at: Iso): string {
  return DateTime.fromISO(at, { zone: calendar.timeZone }).toISODate() ?? "";
}

function isCovered(calendar: WorkingCalendar, at: Iso): boolean {
  const { from, to } = calendar.coverage;
  const date = dateOf(calendar, at);
  return from <= date && date <= to;
}

/** The dates after one up to and including another. */
function datesAfter(from: string, to: string): readonly string[] {
  // Both are dates that exist.
  const [first, last] = [parseDate(from) as number, parseDate(to) as number];
  return Array.from({ length: last - first }, (_, i) => formatDate(first + 1 + i));
}
