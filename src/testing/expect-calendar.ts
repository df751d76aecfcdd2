import type { CalendarDefinition } from "../calendar/definition/definition";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { checkKeys, given } from "../input/options";
import { show } from "../input/show";
import { type DayNumber, dayOf, formatDate, weekdayOf } from "../time/civil-date";
import { dayGiven } from "../time/given-date";
import { type DayPeriod, formatPeriod, parsePeriod, sortPeriods } from "../time/wall-period";
import { CoreHoursError } from "../timeline/errors";
import { HOUR_MS } from "../timeline/units";
import { partsOf } from "./arbitraries/definition-parts";
import { checkCalendarGiven } from "./given";
import { LawError, untried } from "./law-error";
import { placeOf } from "./place";

/** A span of dates, both included. A date that is left out is taken from the coverage of the calendar. */
export interface ExpectedSpan {
  /** The first date, ISO. */
  readonly from?: string | undefined;
  /** The last date, ISO. */
  readonly to?: string | undefined;
}

/** How many hours a week may have. */
export interface ExpectedWeek extends ExpectedSpan {
  /** The fewest, in hours. */
  readonly min?: number | undefined;
  /** The most, in hours. */
  readonly max?: number | undefined;
}

/** Claims about a calendar. Each claim returns the same object, for the next claim. */
export interface CalendarExpectations {
  /**
   * Claims that no hours start on any of these dates.
   *
   * @param dates ISO, at least one
   * @throws {LawError} with the first date that has hours, and the reason for them.
   */
  readonly closedOn: (...dates: readonly string[]) => CalendarExpectations;
  /**
   * Claims that a date has exactly these hours.
   *
   * @param date ISO
   * @param hours as a definition writes them, in any order; `[]` for closed
   * @throws {LawError} with the hours it has, and the reason for them.
   */
  readonly hoursOn: (date: string, hours: readonly string[]) => CalendarExpectations;
  /**
   * Claims that each week from Monday to Sunday has this many hours of working time. A week of holidays counts
   * too: give a `min` that it reaches, or dates without it.
   *
   * @param limits `min` or `max` in hours, or both; and perhaps the dates within which the weeks lie
   * @throws {LawError} with the first week that has fewer or more.
   */
  readonly everyWeekOpens: (limits: ExpectedWeek) => CalendarExpectations;
  /**
   * Claims that all hours lie within a period of the day. It catches a slip such as `17:30-03:30` for
   * `07:30-13:30`.
   *
   * @param period such as `"07:00-19:00"`
   * @throws {LawError} with the first date whose hours do not lie in it.
   */
  readonly opensOnlyWithin: (period: string, span?: ExpectedSpan) => CalendarExpectations;
  /**
   * Claims that no exception lies outside two dates. It catches a slip such as `2062-12-24` for 2026.
   *
   * @param first ISO
   * @param last ISO
   * @throws {LawError} with the exceptions outside them.
   */
  readonly noExceptionOutside: (first: string, last: string) => CalendarExpectations;
}

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
 *   .noExceptionOutside("2026-01-01", "2027-12-31");
 */
export function expectCalendar(calendar: WorkingCalendar): CalendarExpectations {
  checkCalendarGiven(calendar, "expectCalendar");
  const broken = (law: string, title: string, example: object, why: string) =>
    new LawError(
      { law, title, subject: subjectOf(calendar), counterexample: example, seed: null },
      why,
      placeOf(calendar),
    );
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
      const expected = sortPeriods(periodsOf(hours)).flatMap(formatPeriod);
      if (calendar.hoursOn(date).join() === expected.join()) return expectations;
      const title = `its hours on ${date} are ${textOf(expected)}`;
      throw broken("hoursOn", title, { date }, hasText(calendar, date));
    },
    everyWeekOpens: (limits) => {
      const { min = 0, max = Number.POSITIVE_INFINITY } = checkedLimits(limits);
      const title = `every week opens ${limitsText(limits)}`;
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
      const [from, to] = [first, last].map(dayGiven);
      if (from === undefined || to === undefined || from > to) {
        throw invalid(`${first} before ${last}`, "the earlier date first");
      }
      const outside = exceptionsIn(calendar.toJSON()).filter((date) => date < first || date > last);
      if (outside.length === 0) return expectations;
      const title = `no exception lies outside ${first} to ${last}`;
      const why = `it has exceptions on ${outside.join(", ")}`;
      throw broken("noExceptionOutside", title, { date: outside[0] }, why);
    },
  } satisfies CalendarExpectations);
  return expectations;
}

function subjectOf({ id }: WorkingCalendar): string {
  return `calendar "${id}"`;
}

/** What a date has, instead of what was expected. */
function hasText(calendar: WorkingCalendar, date: string): string {
  const { because, title } = calendar.reasonFor(date);
  const why = title === undefined ? because : `${because} "${title}"`;
  return `its hours on ${date} are ${textOf(calendar.hoursOn(date))} (${why})`;
}

function textOf(hours: readonly string[]): string {
  return hours.length === 0 ? "closed" : hours.join(", ");
}

function periodsOf(texts: readonly string[]): readonly DayPeriod[] {
  if (!Array.isArray(texts)) {
    throw invalid(show(texts), 'a list of periods such as ["08:00-18:00"]');
  }
  return texts.map((text: unknown) => {
    const period = typeof text === "string" ? parsePeriod(text) : undefined;
    if (period && period.openMs < period.closeMs) return period;
    throw invalid(show(text), 'a period such as "08:00-18:00"');
  });
}

function checkedLimits(limits: ExpectedWeek): ExpectedWeek {
  const { min, max } = given(limits, "{ min: 35, max: 45 }");
  checkKeys(limits, ["min", "max", "from", "to"], "everyWeekOpens");
  const numbers = [min, max].filter((each) => each !== undefined);
  const areHours = numbers.every((each) => typeof each === "number" && each >= 0);
  if (numbers.length === 0 || !areHours || (min ?? 0) > (max ?? Number.POSITIVE_INFINITY)) {
    throw invalid(show(limits), "hours as { min: 35, max: 45 }, the smaller first, or one of them");
  }
  return limits;
}

function limitsText({ min, max }: ExpectedWeek): string {
  if (max === undefined) return `at least ${min} hours`;
  return min === undefined ? `at most ${max} hours` : `from ${min} to ${max} hours`;
}

/** The dates to look at: those of the options, or of the whole coverage. */
function spanOf(
  calendar: WorkingCalendar,
  span: ExpectedSpan | undefined,
): { readonly first: DayNumber; readonly last: DayNumber } {
  const { from, to } = given(span, '{ from: "2026-01-01", to: "2027-12-31" }');
  const first = from === undefined ? dayOf(calendar.coverage.from) : dayGiven(from);
  const last = to === undefined ? dayOf(calendar.coverage.to) : dayGiven(to);
  if (first > last) throw invalid(`from ${from} to ${to}`, "the earlier date first");
  return { first, last };
}

function hoursBetween(calendar: WorkingCalendar, from: DayNumber, to: DayNumber): number {
  const { start, end } = calendar.coverage;
  // The first and the last day of the coverage may not be known from midnight to midnight.
  const midnight = (day: DayNumber) =>
    Math.min(Math.max(calendar.at(formatDate(day)).toMillis(), start.toMillis()), end.toMillis());
  return calendar.timeline.between(midnight(from), midnight(to)) / HOUR_MS;
}

/** The dates of the exceptions of a definition, at any depth. */
function exceptionsIn(definition: CalendarDefinition): readonly string[] {
  return partsOf(definition).flatMap(({ exceptions }) => Object.keys(exceptions ?? {}).sort());
}

function invalid(shown: string, expected: string): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${shown} given to a claim about a calendar; expected ${expected}.`,
    { given: shown, expected },
  );
}
