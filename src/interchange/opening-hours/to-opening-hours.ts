import type { CalendarDefinition } from "../../calendar/definition/definition";
import { DefinitionError, nameOf } from "../../input/problems";
import { runsOverMidnight } from "../day-times";
import { checkReadable, isChanging, type PlainHours, plainHours, timesIn } from "../plain-hours";
import { calendarFromOpeningHours } from "./from-opening-hours";
import { LONGEST } from "./parse";
import { isReadAs, meansTheSame } from "./read-again";
import { weekendsOfFixedDays } from "./weekends";
import { withNights } from "./write-nights";
import { withoutNights } from "./write-rules";

/**
 * A calendar as an OpenStreetMap `opening_hours` value, from which {@link calendarFromOpeningHours} makes
 * a calendar of the same hours: `PH` stands for its bank holidays, whichever they are, and names, zone
 * and source are left out.
 *
 * Rules for parts of each year and nth days of a month, and hours that change on a date, are written too, with
 * hours over midnight.
 *
 * If it does not say that it closes on the weekends of fixed days (`bankHolidaysOnWeekends`), its hours on
 * them are written, because a reader of `PH` takes a Christmas Day on a Saturday for a public holiday.
 *
 * @throws {DefinitionError} if no value says exactly that: for a calendar made of two others; for rules on
 *   every other week or before bank holidays; if hours over midnight run into a date with hours of its own,
 *   where an opening_hours value would cut them; if the value would be longer than {@link
 *   calendarFromOpeningHours} reads.
 * @example
 * toOpeningHours({ timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } })
 * // "Mo-Fr 08:00-18:00"
 */
export function toOpeningHours(definition: CalendarDefinition): string {
  const calendar = nameOf("calendar", definition);
  const plain = plainHours(definition);
  checkReadable(plain, calendar);
  const changes = isChanging(plain);
  const hasNights = timesIn(plain).some(runsOverMidnight);
  const texts = textsOf(plain, { changes, hasNights });
  const fitting = texts.filter(({ length }) => length <= LONGEST);
  if (fitting.length === 0) {
    const shortest = Math.min(...texts.map(({ length }) => length));
    const message = `it would take ${shortest} characters, and a reader takes at most ${LONGEST}; give fewer dates with hours of their own, or more than one calendar`;
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  const isChanged = changes || weekendsOfFixedDays(plain).length > 0;
  const isRead = (text: string) => {
    if (isChanged) return isReadAs(text, plain.definition);
    return !hasNights || meansTheSame(text, plain);
  };
  const text = fitting.find(isRead);
  if (text !== undefined) return text;
  const message = changes
    ? "its rules and its changes of hours depend on each other in a way that no opening_hours value says; write one season at a time"
    : "hours over midnight run into a date that has hours of its own, and no opening_hours value says exactly that; end the night at 24:00";
  throw new DefinitionError(calendar, [{ path: changes ? ["rules"] : [], message }]);
}

/** The ways to write it, the shortest first. Reading each back tells whether it means the calendar. */
function textsOf(
  plain: PlainHours,
  { changes, hasNights }: { readonly changes: boolean; readonly hasNights: boolean },
): readonly string[] {
  if (!hasNights) return [withoutNights(plain)];
  // Nights of one part of a year may well end before anything would cut them.
  return changes ? [withoutNights(plain), withNights(plain)] : [withNights(plain)];
}
