import { checkKeys, given } from "../input/options";
import { show } from "../input/show";
import { earlier, formatDate, later } from "../time/civil-date";
import { dayGiven } from "../time/given-date";
import { CoreHoursError } from "../timeline";
import type { DayReason } from "./calendar-model";
import type { DateSpan } from "./calendar-options";
import { WorkingCalendar } from "./working-calendar";

/** The hours of a date in a calendar, and why. */
export interface HoursOfDate {
  /** As {@link WorkingCalendar.hoursOn} gives them. */
  readonly hours: readonly string[];
  /** As {@link WorkingCalendar.reasonFor} gives it. */
  readonly reason: DayReason;
}

/** A date whose hours differ in two calendars. */
export interface HoursDifference {
  /** ISO. */
  readonly date: string;
  readonly a: HoursOfDate;
  readonly b: HoursOfDate;
}

/**
 * The dates on which two calendars have different hours, in order, with the hours and the reason of each.
 * Calendars of different zones differ on a date if their hours are not the same instants.
 *
 * @param span both dates included; a bound that is left out is taken from the dates that both cover
 * @throws {CoverageError} if either calendar does not cover a date.
 * @example
 * diffCalendars(today, planned, { from: "2027-03-31", to: "2027-04-01" });
 * // [{ date: "2027-04-01",
 * //    a: { hours: ["09:00-17:00"], reason: { because: "week" } },
 * //    b: { hours: ["08:00-18:00"], reason: { because: "week", title: "hours from 1 April 2027" } } }]
 */
export function diffCalendars(
  a: WorkingCalendar,
  b: WorkingCalendar,
  span?: DateSpan,
): HoursDifference[] {
  for (const calendar of [a, b]) checkCalendar(calendar);
  const some = given(span, '{ from: "2027-01-01", to: "2027-12-31" }');
  checkKeys(some, ["from", "to"], "diffCalendars");
  const from = dayGiven(some.from ?? later(a.coverage.from, b.coverage.from));
  const to = dayGiven(some.to ?? earlier(a.coverage.to, b.coverage.to));
  if (from > to) {
    throw new CoreHoursError(
      "span-empty",
      `${formatDate(from)} comes after ${formatDate(to)}; give "from" and "to" in order, within what both calendars cover.`,
      { from: formatDate(from), to: formatDate(to) },
    );
  }
  const differences: HoursDifference[] = [];
  for (let day = from; day <= to; day++) {
    const date = formatDate(day);
    const sides = [hoursOf(a, date), hoursOf(b, date)] as const;
    if (sides[0].at !== sides[1].at) {
      differences.push({ date, a: sides[0].said, b: sides[1].said });
    }
  }
  return differences;
}

function hoursOf(calendar: WorkingCalendar, date: string): { at: string; said: HoursOfDate } {
  const hours = calendar.hoursOn(date);
  return {
    at: calendar.openingsOn(date).join(),
    said: { hours, reason: calendar.reasonFor(date) },
  };
}

function checkCalendar(calendar: unknown): void {
  if (calendar instanceof WorkingCalendar) return;
  throw new CoreHoursError(
    "not-a-calendar",
    `diffCalendars takes two calendars, not ${show(calendar)}; make one with defineCalendar.`,
    { given: show(calendar) },
  );
}
