import { WorkingCalendar } from "../calendar/working-calendar";
import { show } from "../input/show";
import { CoreHoursError } from "../timeline/errors";

/** @throws {CoreHoursError} `not-a-calendar` for anything that `defineCalendar` did not make. */
export function checkCalendarGiven(calendar: unknown, what: string): void {
  if (isCalendar(calendar)) return;
  throw new CoreHoursError(
    "not-a-calendar",
    `${show(calendar)} given to ${what}; expected a calendar. Make one with defineCalendar.`,
    { given: show(calendar) },
  );
}

function isCalendar(calendar: unknown): boolean {
  try {
    return calendar instanceof WorkingCalendar;
  } catch {
    return false; // A foreign object may throw as it is looked at.
  }
}
