import { WorkingCalendar } from "../calendar/working-calendar";
import { show } from "../input/show";
import { CoreHoursError } from "../timeline/errors";
import { type ForAll, type Law, trialOf } from "./law";
import type { Span } from "./options";

/** A law of calendars. */
export type CalendarLaw = Law<WorkingCalendar>;

/**
 * @param statement the law, put to a calendar: what must be so of all examples from a span of time
 */
export function calendarLaw(
  name: string,
  title: string,
  statement: (calendar: WorkingCalendar, forAll: ForAll, span: Span) => void,
): CalendarLaw {
  return Object.freeze({
    name,
    title,
    check: (calendar, options = {}) => {
      checkCalendarGiven(calendar);
      const trial = trialOf({ name, title }, `calendar "${calendar.id}"`, options);
      statement(calendar, trial, options);
    },
  } satisfies CalendarLaw);
}

function checkCalendarGiven(calendar: unknown): void {
  if (calendar instanceof WorkingCalendar) return;
  throw new CoreHoursError(
    "not-a-calendar",
    `${show(calendar)} is no calendar to try laws on. Make one with defineCalendar.`,
    { given: show(calendar) },
  );
}
