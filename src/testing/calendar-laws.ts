import type { WorkingCalendar } from "../calendar/working-calendar";
import { type CalendarLaw, lawOf, tryOn } from "./calendar-law";
import { checkCalendarGiven } from "./given";
import { asDefinedLaws } from "./laws/as-defined";
import { bulkLaws } from "./laws/bulk";
import { combinationLaws } from "./laws/combinations";
import { coverageLaws } from "./laws/coverage";
import { definitionLaws } from "./laws/definitions";
import { fingerprintLaws } from "./laws/fingerprints";
import { instantLaws } from "./laws/instants";
import { openingLaws } from "./laws/openings";
import { workingDayLaws } from "./laws/working-days";
import { workingTimeLaws } from "./laws/working-time";
import { type LawOptions, lawOptions } from "./options";
import { CHECK_MS } from "./trial";

const statements = [
  ...workingTimeLaws,
  ...openingLaws,
  ...workingDayLaws,
  ...coverageLaws,
  ...definitionLaws,
  ...combinationLaws,
  ...bulkLaws,
  ...asDefinedLaws,
  ...instantLaws,
  ...fingerprintLaws,
];

/**
 * The laws that must hold for every calendar, to list in a test runner.
 *
 * @example
 * describe("our support hours", () => {
 *   for (const law of calendarLaws) it(law.title, () => law.check(calendar));
 * });
 */
export const calendarLaws: readonly CalendarLaw[] = Object.freeze(statements.map(lawOf));

/**
 * Tries all {@link calendarLaws} on a calendar.
 *
 * @param calendar made by `defineCalendar`, or from others by `union`, `intersect` and `except`
 * @param options how many examples of each law, for how long, from which seed, and on which part of the
 *   coverage
 * @throws {LawError} for the first law that does not hold, with the smallest example against it.
 * @throws {CoreHoursError} `law-untried` if a law could not be tried, `span-empty` if the calendar covers
 *   nothing of the span asked about.
 * @example checkCalendar(defineCalendar(definition), { from: "2026-01-01T00:00:00Z" }) // returns, or throws
 */
export function checkCalendar(calendar: WorkingCalendar, options?: LawOptions): void {
  checkCalendarGiven(calendar, "checkCalendar");
  tryOn(calendar, statements, lawOptions(options, "checkCalendar"), CHECK_MS);
}
