import { divisionOf } from "../calendar/definition/divisions";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { show, showNames } from "../input/show";
import { type DayNumber, dayOf, formatDate, weekdayOf } from "../time/civil-date";
import { dayGiven } from "../time/given-date";
import { canonicalZone } from "../time/zone-names";
import { partsOf } from "./arbitraries/definition-parts";
import type { CalendarExpectations } from "./calendar-expectations";
import {
  checkedLimits,
  hasText,
  hoursBetween,
  hoursGiven,
  invalid,
  limitsText,
  periodsOf,
  spanOf,
  textOf,
  weekGiven,
} from "./expected-hours";
import { checkCalendarGiven } from "./given";
import { LawError, untried } from "./law-error";
import { placeOf } from "./place";
import { sameWords } from "./same-words";
import { divisionsNamed, idleDates, type WrittenDate, writtenDates } from "./written-dates";

/**
 * States in your own tests what a calendar should be. A slip in its definition that still gives a valid
 * calendar then fails there.
 *
 * @throws {CoreHoursError} if it is not a calendar.
 * @example
 * expectCalendar(desk)
 *   .closedOn("2026-12-25", "2027-01-01")
 *   .hoursOn("2026-12-24", ["09:00-12:00"])
 *   .everyWeekOpens({ min: 16, max: 45, from: "2026-01-01", to: "2027-12-31" })
 *   .opensOnlyWithin("07:00-19:00", { from: "2026-01-01", to: "2027-12-31" })
 *   .noExceptionOutside("2026-01-01", "2027-12-31")
 *   .hoursInWeekOf("2026-11-02", { weekdays: ["09:00-17:00"] })
 *   .hasTimeZone("Europe/London")
 *   .hasBankHolidays("england-and-wales");
 */
export function expectCalendar(calendar: WorkingCalendar): CalendarExpectations {
  checkCalendarGiven(calendar, "expectCalendar");
  const broken = (law: string, title: string, example: object, why: string) =>
    new LawError(
      { law, title, subject: subjectOf(calendar), counterexample: example, seed: null },
      why,
      placeOf(calendar),
    );
  const checkHours = (law: string, date: string, expected: readonly string[]) => {
    if (calendar.hoursOn(date).join() === expected.join()) return;
    const title = `its hours on ${date} are ${textOf(expected)}`;
    throw broken(law, title, { date }, hasText(calendar, date));
  };
  const expectations: CalendarExpectations = Object.freeze({
    closedOn: (...dates) => {
      if (dates.length === 0) throw invalid("no date", 'at least one, as closedOn("2026-12-25")');
      for (const date of dates) {
        const hours = calendar.hoursOn(date);
        if (hours.length === 0) continue;
        throw broken("closedOn", `it is closed on ${date}`, { date }, hasText(calendar, date));
      }
      return expectations;
    },
    hoursOn: (date, hours) => {
      checkHours("hoursOn", date, hoursGiven(hours));
      return expectations;
    },
    everyWeekOpens: (limits) => {
      const { min = 0, max = Number.POSITIVE_INFINITY } = checkedLimits(
        limits,
        "everyWeekOpens",
        "hours as { min: 35, max: 45 }",
      );
      const title = `every week opens ${limitsText(limits, "hours")}`;
      const { first, last } = spanOf(calendar, limits);
      const monday = first + ((7 - weekdayOf(first)) % 7);
      if (monday + 6 > last) {
        const why = `No week from Monday to Sunday lies between ${formatDate(first)} and ${formatDate(last)}.`;
        throw untried({ title, subject: subjectOf(calendar) }, why);
      }
      for (let day = monday; day + 6 <= last; day += 7) {
        const hours = hoursBetween(calendar, day, day + 7);
        if (hours >= min && hours <= max) continue;
        const why = `it opens ${hours} hours in the week from Monday ${formatDate(day)}`;
        throw broken("everyWeekOpens", title, { monday: formatDate(day) }, why);
      }
      return expectations;
    },
    opensOnlyWithin: (period, span) => {
      const [within] = periodsOf([period]);
      const { first, last } = spanOf(calendar, span);
      for (let day = first; within && day <= last; day++) {
        const date = formatDate(day);
        const outside = periodsOf(calendar.hoursOn(date)).some(
          ({ openMs, closeMs }) => openMs < within.openMs || closeMs > within.closeMs,
        );
        if (!outside) continue;
        const title = `it opens only within ${period}`;
        throw broken("opensOnlyWithin", title, { date }, hasText(calendar, date));
      }
      return expectations;
    },
    noExceptionOutside: (first, last) => {
      const outside = datesOutside(calendar, first, last)
        .filter(({ place }) => place === "exceptions")
        .map(({ date }) => date)
        .sort();
      if (outside.length === 0) return expectations;
      const title = `no exception lies outside ${first} to ${last}`;
      const why = `it has exceptions on ${outside.join(", ")}`;
      throw broken("noExceptionOutside", title, { date: outside[0] }, why);
    },
    noDateOutside: (first, last) => {
      const outside = datesOutside(calendar, first, last);
      if (outside.length === 0) return expectations;
      const title = `no date lies outside ${first} to ${last}`;
      throw broken(
        "noDateOutside",
        title,
        { date: outside[0]?.date },
        `it has ${listText(outside)}`,
      );
    },
    everyDateChangesHours: () => {
      const idle = idleDates(calendar.toJSON());
      if (idle.length === 0) return expectations;
      const title = "every exception and every listed bank holiday changes the hours of its date";
      const why = `these change nothing: ${listText(idle)}`;
      throw broken("everyDateChangesHours", title, { date: idle[0]?.date }, why);
    },
    hoursInWeekOf: (date, week) => {
      for (const [each, expected] of weekGiven(date, week)) {
        checkHours("hoursInWeekOf", each, expected);
      }
      return expectations;
    },
    hasTimeZone: (timeZone) => {
      const zone = typeof timeZone === "string" ? canonicalZone(timeZone) : undefined;
      if (zone === undefined) throw invalid(show(timeZone), 'a zone such as "Europe/London"');
      const zones = partsOf(calendar.toJSON()).map((part) => canonicalZone(part.timeZone));
      if (zones.every((each) => each === zone)) return expectations;
      const has = [...new Set(zones)].join(", ");
      throw broken("hasTimeZone", `it is in ${zone}`, {}, `it is in ${has}`);
    },
    hasBankHolidays: (...divisions) => {
      const [has, expected] = [divisionsNamed(calendar.toJSON()), divisions.map(divisionGiven)];
      if (sameWords(has, expected)) return expectations;
      const title = `it names the bank holidays of ${showNames(expected, "no division")}`;
      throw broken("hasBankHolidays", title, {}, `it names ${showNames(has, "no division")}`);
    },
    everyYearHasBankHolidays: (limits) => {
      const shown = "numbers of dates as { min: 8, max: 10 }";
      const { min = 0, max = Number.POSITIVE_INFINITY } = checkedLimits(
        limits,
        "everyYearHasBankHolidays",
        shown,
      );
      const title = `every year has ${limitsText(limits, "bank holidays")}`;
      const years = wholeYears(spanOf(calendar, limits));
      if (years.length === 0) {
        throw untried(
          { title, subject: subjectOf(calendar) },
          "No whole year lies between the dates.",
        );
      }
      for (const year of years) {
        const dates = holidaysIn(calendar, year);
        if (dates.length >= min && dates.length <= max) continue;
        const why = `${year} has ${dates.length}: ${showNames(dates, "no date")}`;
        throw broken("everyYearHasBankHolidays", title, { year }, why);
      }
      return expectations;
    },
  } satisfies CalendarExpectations);
  return expectations;
}

function subjectOf({ id }: WorkingCalendar): string {
  return `calendar "${id}"`;
}

/** The dates that a calendar's definition writes before the first or after the last of two dates. */
function datesOutside(
  calendar: WorkingCalendar,
  first: string,
  last: string,
): readonly WrittenDate[] {
  if (dayGiven(first) > dayGiven(last)) {
    throw invalid(`${first} before ${last}`, "the earlier date first");
  }
  return writtenDates(calendar.toJSON()).filter(({ date }) => date < first || date > last);
}

function listText(dates: readonly WrittenDate[]): string {
  return dates.map(({ date, place }) => `${date} (${place})`).join(", ");
}

function divisionGiven(division: unknown): string {
  if (typeof division === "string" && division !== "") return divisionOf(division);
  throw invalid(show(division), 'a division such as "england-and-wales"');
}

/** The years of which both the first and the last date lie in a span. */
function wholeYears(span: { readonly first: DayNumber; readonly last: DayNumber }): number[] {
  const [first, last] = [formatDate(span.first), formatDate(span.last)];
  const from = Number(first.slice(0, 4)) + (first.endsWith("-01-01") ? 0 : 1);
  const to = Number(last.slice(0, 4)) - (last.endsWith("-12-31") ? 0 : 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The dates of a year that have the hours of a bank holiday. */
function holidaysIn(calendar: WorkingCalendar, year: number): readonly string[] {
  const [first, last] = [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)];
  const dates = Array.from({ length: last - first + 1 }, (_, i) => formatDate(first + i));
  return dates.filter((date) => calendar.reasonFor(date).because === "bank-holiday");
}
