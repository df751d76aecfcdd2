import { show } from "../input/show";
import { InvalidInstantError } from "../timeline";
import { type DayNumber, parseDate } from "./civil-date";

/**
 * The day number of an ISO date that a caller gives.
 *
 * @throws {InvalidInstantError} `date-invalid` if it is not a date that exists.
 */
export function dayGiven(date: unknown): DayNumber {
  const day = typeof date === "string" ? parseDate(date) : undefined;
  if (day !== undefined) return day;
  throw new InvalidInstantError(
    "date-invalid",
    `${show(date)} is not a date that exists; give an ISO date such as "2026-12-25".`,
    { given: show(date) },
  );
}
