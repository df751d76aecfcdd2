import { WorkingCalendar } from "../calendar/working-calendar";
import { holds } from "../input/holds";
import { show } from "../input/show";
import { CoreHoursError } from "../timeline/errors";

/** @throws {CoreHoursError} `not-a-calendar` for anything that `defineCalendar` did not make. */
export function checkCalendarGiven(calendar: unknown, what: string): void {
  if (holds(() => calendar instanceof WorkingCalendar)) return;
  throw new CoreHoursError(
    "not-a-calendar",
    `${show(calendar)} given to ${what}; expected a calendar. Make one with defineCalendar.`,
    { given: show(calendar) },
  );
}
