import type { WeekHours } from "../calendar/definition/definition";

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

/** How many bank holidays a year may have. */
export interface ExpectedYear extends ExpectedSpan {
  /** The fewest. */
  readonly min?: number | undefined;
  /** The most. */
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
  /**
   * Claims that no date of the definition lies outside two dates: those of exceptions, listed bank holidays, changes of
   * hours and rules. It catches a slip such as `2206-12-28` in a list of bank holidays.
   *
   * @param first ISO
   * @param last ISO
   * @throws {LawError} with the dates outside them, each with its place in the definition.
   */
  readonly noDateOutside: (first: string, last: string) => CalendarExpectations;
  /**
   * Claims that each exception and each listed bank holiday changes the hours of its date. It catches a slip that
   * moves a date to a day that is closed anyway, such as `2026-12-26`, a Saturday, for the day in lieu, and a date that
   * is listed twice.
   *
   * @throws {LawError} with the dates that change nothing, or that the coverage leaves out.
   */
  readonly everyDateChangesHours: () => CalendarExpectations;
  /**
   * Claims the hours of each date of a week, as a definition writes them. It catches a weekday that was left out, and
   * Saturday for Sunday.
   *
   * @param date a date of an ordinary week, ISO
   * @param week such as `{ weekdays: ["09:00-17:00"] }`; a date that it does not name is closed
   * @throws {LawError} with the first date that has other hours, and the reason for them.
   */
  readonly hoursInWeekOf: (date: string, week: WeekHours) => CalendarExpectations;
  /**
   * Claims in which zone every part of the calendar is. Hours alone do not tell Europe/Lisbon from Europe/London.
   *
   * @param timeZone its IANA name
   * @throws {LawError} with the zones that it has.
   */
  readonly hasTimeZone: (timeZone: string) => CalendarExpectations;
  /**
   * Claims which divisions the bank holidays come from, in any order; without any, that they come from none.
   *
   * @param divisions such as `"england-and-wales"`
   * @throws {LawError} with the divisions that it names.
   */
  readonly hasBankHolidays: (...divisions: readonly string[]) => CalendarExpectations;
  /**
   * Claims how many bank holidays each whole year has. It catches a list that gives those of 2027 the year 2026.
   *
   * @param limits `min` or `max` dates, or both; and perhaps the dates within which the years lie
   * @throws {LawError} with the first year that has fewer or more, and its dates.
   */
  readonly everyYearHasBankHolidays: (limits: ExpectedYear) => CalendarExpectations;
}
