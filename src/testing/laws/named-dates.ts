import type { WorkingCalendar } from "../../calendar/working-calendar";
import { parseDate } from "../../time/civil-date";
import {
  changeDates,
  datesBesideDivisions,
  exceptionDates,
  holidayDates,
  yearlyDays,
} from "../arbitraries/definition-parts";
import { clockChanges } from "../arbitraries/zones";
import type { Bounds } from "../options";
import { dateAt, daysAfter } from "../replay/wall";

/** The most dates of each kind that are looked at instant by instant. */
const MOST_DATES = 40;

/** The most dates of each kind of which the written hours are looked at. */
const MOST_WRITTEN = 1_000;

/**
 * The dates of a span that a definition names or on which the clocks change, each with the dates before and after it.
 *
 * `all` has more of them than can be looked at instant by instant, which `some` has.
 */
export function namedDates(
  calendar: WorkingCalendar,
  { fromMs, untilMs }: Bounds,
): { readonly all: readonly string[]; readonly some: readonly string[] } {
  const definition = calendar.toJSON();
  const { timeZone } = calendar;
  const [first, last] = [dateAt(timeZone, fromMs), dateAt(timeZone, untilMs - 1)];
  const kinds = [
    exceptionDates(definition),
    holidayDates(definition),
    datesBesideDivisions(definition),
    changeDates(definition),
    yearlyDates(yearlyDays(definition), first, last),
    // From the date before a change to the date after it, including a date between them that the zone skips.
    clockChanges(timeZone, fromMs, untilMs - 1).flatMap((ms) =>
      datesFrom(dateAt(timeZone, ms - 1), dateAt(timeZone, ms)),
    ),
  ];
  const within = kinds.map((dates) => dates.filter((date) => first <= date && date <= last));
  // The day before each is looked at too: rules for the eve of a date hold on it, or still the old hours.
  const around = (dates: readonly string[]) => [
    ...new Set(dates.flatMap((date) => [-1, 0, 1].map((days) => daysAfter(date, days)))),
  ];
  return {
    all: around(within.flatMap((dates) => thinned(dates, MOST_WRITTEN))),
    some: around(within.flatMap((dates) => thinned(dates, MOST_DATES))),
  };
}

/** The dates of some days of the year within a span of dates; only some of them if it is long. */
function yearlyDates(days: readonly string[], first: string, last: string): readonly string[] {
  const [from, to] = [first, last].map((date) => Number(date.slice(0, 4)));
  const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  // Not every year has a 29 February.
  const dates = years.flatMap((year) => days.map((day) => `${year}-${day}`));
  return dates.filter((date) => parseDate(date) !== undefined);
}

function datesFrom(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = daysAfter(date, 1)) dates.push(date);
  return dates;
}

/** A list, or if it is long, some of its items spread evenly over it. */
function thinned<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
