import { DateTime } from "luxon";
import { monthDays } from "../../picture/calendar/days";
import { InputError } from "../../tickets/log/problems";
import { monthName } from "../../words/periods";
import type { MonthAsked, MonthShown } from "../wire/promise";
import { policyOrAny } from "./given";

/** A month of a calendar of a promise, day by day. */
export function shownMonth({ promise, calendar: id, month }: MonthAsked): MonthShown {
  const { calendars } = policyOrAny(promise).sla;
  const calendar = calendars[id] ?? Object.values(calendars)[0];
  if (!calendar) throw new InputError("the promise has no calendar to draw");
  const first = DateTime.fromISO(month, { zone: "utc" });
  if (!first.isValid) throw new InputError(`${month} is not a month`);
  return {
    title: calendar.title,
    name: monthName(month),
    firstWeekday: first.weekday,
    days: monthDays(calendar, month).map(({ date, kind, hours, reason }) => ({
      date,
      day: Number(date.slice(8)),
      kind,
      hours,
      reason,
    })),
    hours: `Times in ${calendar.timeZone}`,
  };
}
