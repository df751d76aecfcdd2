import type { WorkingCalendar } from "../calendar/working-calendar";
import { edgesOf } from "./edges";
import { checkCalendarGiven } from "./given";
import type { Law } from "./law";
import { lawOptions, type Span } from "./options";
import { placeOf } from "./place";
import { effortOf, LAW_MS, type Trial, trialOf } from "./trial";

/** A law of calendars. */
export type CalendarLaw = Law<WorkingCalendar>;

/** The statement of a law about a calendar, which must hold for all examples from a span of time. */
export interface CalendarStatement {
  readonly name: string;
  readonly title: string;
  readonly holds: (calendar: WorkingCalendar, trial: Trial, span: Span) => void;
}

export function calendarLaw(
  name: string,
  title: string,
  holds: CalendarStatement["holds"],
): CalendarStatement {
  return Object.freeze({ name, title, holds });
}

/** Makes a law of a statement, which anyone can try. */
export function lawOf(statement: CalendarStatement): CalendarLaw {
  const { name, title } = statement;
  return Object.freeze({
    name,
    title,
    check: (calendar, options) => {
      const what = `the law "${name}"`;
      checkCalendarGiven(calendar, what);
      tryOn(calendar, [statement], lawOptions(options, what), LAW_MS);
    },
  } satisfies CalendarLaw);
}

/**
 * Tries statements on a calendar, one after the other.
 *
 * @param usualMs how long all of them may take by default
 */
export function tryOn(
  calendar: WorkingCalendar,
  statements: readonly CalendarStatement[],
  options: ReturnType<typeof lawOptions>,
  usualMs: number,
): void {
  const subject = {
    name: `calendar "${calendar.id}"`,
    place: placeOf(calendar),
    edgesAt: edgesOf(calendar),
  };
  const effort = effortOf(options, usualMs, statements.length);
  const span = { from: options.from, until: options.until };
  for (const statement of statements) {
    statement.holds(calendar, trialOf(statement, subject, effort), span);
  }
}
