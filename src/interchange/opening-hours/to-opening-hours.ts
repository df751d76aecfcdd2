import type { CalendarDefinition } from "../../calendar/definition/definition";
import { DefinitionError, nameOf } from "../../input/problems";
import { runsOverMidnight } from "../day-times";
import { checkReadable, isChanging, plainHours, timesIn } from "../plain-hours";
import { calendarFromOpeningHours } from "./from-opening-hours";
import { LONGEST } from "./parse";
import { isReadAs, meansTheSame } from "./read-again";
import { withNights } from "./write-nights";
import { withoutNights } from "./write-rules";

/**
 * A calendar as an OpenStreetMap `opening_hours` value, from which {@link calendarFromOpeningHours} makes
 * a calendar of the same hours: `PH` stands for its bank holidays, whichever they are, and names, zone
 * and source are left out.
 *
 * Rules for parts of each year and nth days of a month, and hours that change on a date, are written too.
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
  if (hasNights && changes) {
    const message =
      "no opening_hours value says hours over midnight that hold in only a part of the year; end the nights at 24:00, or write one season at a time";
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  const text = hasNights ? withNights(plain) : withoutNights(plain);
  if (text.length > LONGEST) {
    const message = `it would take ${text.length} characters, and a reader takes at most ${LONGEST}; give fewer dates with hours of their own, or more than one calendar`;
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  if (hasNights && !meansTheSame(text, plain)) {
    const message =
      "hours over midnight run into a date that has hours of its own, and no opening_hours value says exactly that; end the night at 24:00";
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  if (changes && !isReadAs(text, plain.definition)) {
    const message =
      "its rules and its changes of hours depend on each other in a way that no opening_hours value says; write one season at a time";
    throw new DefinitionError(calendar, [{ path: ["rules"], message }]);
  }
  return text;
}
