import { WorkingCalendar } from "../calendar/working-calendar";
import { isJsonObject } from "../input/json";
import { show } from "../input/show";
import type { Sla } from "../sla/sla";
import { Target } from "../sla/target/target";
import { CoreHoursError } from "../timeline/errors";

/** @throws {CoreHoursError} `not-a-calendar` for anything that `defineCalendar` did not make. */
export function checkCalendarGiven(calendar: unknown, what: string): void {
  if (calendar instanceof WorkingCalendar) return;
  throw new CoreHoursError(
    "not-a-calendar",
    `${show(calendar)} given to ${what}; expected a calendar. Make one with defineCalendar.`,
    { given: show(calendar) },
  );
}

/** @throws {CoreHoursError} `not-an-sla` for anything that `defineSla` did not make. */
export function checkSlaGiven(sla: unknown, what: string): void {
  if (isSla(sla)) return;
  throw new CoreHoursError(
    "not-an-sla",
    `${show(sla)} given to ${what}; expected a policy. Make one with defineSla.`,
    { given: show(sla) },
  );
}

function isSla(sla: unknown): sla is Sla {
  if (!isJsonObject(sla)) return false;
  const { targets, calendars } = sla;
  return (
    isJsonObject(targets) &&
    isJsonObject(calendars) &&
    Object.values(targets).every((target) => target instanceof Target) &&
    Object.values(calendars).every((calendar) => calendar instanceof WorkingCalendar)
  );
}
