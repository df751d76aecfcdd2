import fc from "fast-check";
import { defineCalendar } from "../../calendar/define-calendar";
import type { HoursDefinition } from "../../calendar/definition/definition";
import { diffCalendars } from "../../calendar/diff-calendars";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { anyWeekHours } from "../arbitraries/hours";
import { anySpanNear } from "../arbitraries/instants";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import { wellWithin } from "../options";
import { dateAt, daysAfter } from "../replay/wall";

/** The law of what tells two calendars apart. */
export const fingerprintLaws = [
  calendarLaw(
    "fingerprint",
    "fingerprints tell calendars apart that differ on a date of the span, and no others; diffCalendars names those dates",
    (calendar, { forAll }, span) => {
      const { id, timeZone } = calendar;
      const again = defineCalendar(calendar.toJSON());
      const examples = fc.record({
        span: anySpanNear(calendar, { ...wellWithin(calendar, span), withinDays: 5 }),
        hours: anyWeekHours(),
      });
      forAll(examples, ({ span: { a, b }, hours }) => {
        const [from, to] = [a, b].map((at) => dateAt(timeZone, Date.parse(at)));
        if (from === undefined || to === undefined) return;
        const definition: HoursDefinition = { id, timeZone, hours };
        for (const other of [again, calendar.union(defineCalendar(definition))]) {
          const before = daysAfter(from, -1);
          const [own, others] = [calendar, other].map((each) => hoursOn(each, before, to));
          const differing = [...(own ?? [])].flatMap(([date, hours]) =>
            others?.get(date) === hours ? [] : [date],
          );
          const within = differing.filter((date) => date >= from);
          is(
            "the dates of diffCalendars",
            diffCalendars(calendar, other, { from, to }).map(({ date }) => date),
            within,
          );
          const isAlike = calendar.fingerprint({ from, to }) === other.fingerprint({ from, to });
          if (within.length > 0) is("equal fingerprints, though a date differs", isAlike, false);
          if (differing.length === 0) is("equal fingerprints, if no date differs", isAlike, true);
        }
      });
    },
  ),
] as const;

/** The hours of each date of a span, as the calendar tells them one by one. */
function hoursOn(calendar: WorkingCalendar, from: string, to: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let date = from; date <= to; date = daysAfter(date, 1)) {
    found.set(date, JSON.stringify(calendar.hoursOn(date)));
  }
  return found;
}
