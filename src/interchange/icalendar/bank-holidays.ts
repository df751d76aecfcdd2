import type { BankHoliday, BankHolidays } from "../../calendar/definition/definition";
import { divisionOf } from "../../calendar/definition/divisions";
import { byDate, yearsOf } from "../../calendar/holidays/bank-holidays";
import { DefinitionError } from "../../input/problems";
import { show } from "../../input/show";
import { formatDate } from "../../time/civil-date";
import { MOST_DATES } from "../day-kind";
import { closedDaysIn, eachOf, refuserOf } from "./closed-days";
import { datesOf, type ICalendarOptions, zoneIn } from "./closures";
import { propertiesOf, WHAT } from "./events";

/**
 * The bank holidays of an iCalendar file (RFC 5545), such as the .ics that gov.uk publishes for each division, in
 * English or Welsh: one for each day of its events.
 *
 * The result covers the years in that file, from the first January to the last December, as
 * `parseBankHolidays` does, and can stand as `bankHolidays` in a definition.
 *
 * @param file its text, or its bytes, in UTF-8 or with a byte order mark
 * @param division the division they belong to, since the file does not say: `"scotland"`, or another name
 * @throws {DefinitionError} naming, by line and name, every event that does not last whole days or that comes
 *   again without an end; or if the file is not iCalendar.
 * @example
 * bankHolidaysFromICalendar(text, "scotland").events[0]
 * // { date: "2026-01-01", title: "New Year’s Day", notes: "", status: "published" }
 */
export function bankHolidaysFromICalendar(
  file: string | Uint8Array,
  division: string,
  options?: ICalendarOptions,
): BankHolidays {
  if (typeof division !== "string" || division.trim() === "") {
    const message = `${show(division)} given; expected the name of a division, such as "scotland"`;
    throw new DefinitionError("option", [{ path: ["division"], message }]);
  }
  const zone = zoneIn(options, "bankHolidaysFromICalendar");
  const events = eachOf(closedDaysIn(file, zone), (days) => {
    const { event, recurrence, title = "bank holiday", notes } = days;
    if (recurrence && recurrence.count === undefined && recurrence.until === undefined) {
      const [rule = "RRULE"] = propertiesOf(event, "RRULE");
      const message =
        "it comes again without an end, and bank holidays are dates; end it with UNTIL or COUNT";
      return refuserOf(event)(rule, message);
    }
    return datesOf(days).map((day): BankHoliday => {
      return Object.freeze({ date: formatDate(day), title, notes, status: "published" });
    });
  }).flat();
  if (events.length === 0 || events.length > MOST_DATES) {
    const message = `${events.length} days given; expected from 1 to ${MOST_DATES}`;
    throw new DefinitionError(WHAT, [{ path: [], message }]);
  }
  events.sort(byDate);
  const years = yearsOf(events.map(({ date }) => date));
  return Object.freeze({ division: divisionOf(division), events: Object.freeze(events), ...years });
}
