import { type AllowanceContext, calendarNamed } from "./allowance";

/**
 * Moves an instant that falls on a date without hours to the same wall-clock time of the next date
 * that has some.
 *
 * @param calendar the name of the calendar that says; where there is none, nothing moves.
 */
export function rollForward(
  calendar: string | undefined,
  context: AllowanceContext,
): (ms: number) => number {
  if (calendar === undefined) return (ms) => ms;
  const { days } = calendarNamed(calendar, context);
  return (ms) => {
    const day = days.dayAt(ms);
    return days.has(day) ? ms : days.dueOn(days.nth(day, 1), "same-time", ms);
  };
}
