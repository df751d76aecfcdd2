import type { HoursDefinition } from "../../calendar/definition/definition";
import { DefinitionError } from "../../input/problems";
import { weekdayOf } from "../../time/civil-date";
import { areSame, CLOSED, isOpen } from "../day-times";
import { isChanging, type PlainException, type PlainHours, plainHours } from "../plain-hours";
import { haveSameHours } from "../same-hours";
import { calendarFromOpeningHours } from "./from-opening-hours";

/** Whether a value is read as a calendar of the same hours, on every date of 28 years and of each season. */
export function isReadAs(text: string, definition: HoursDefinition): boolean {
  const { bankHolidays, timeZone } = definition;
  const given = bankHolidays === undefined ? {} : { bankHolidays };
  try {
    const again = calendarFromOpeningHours(text, { id: "again", timeZone, ...given });
    return haveSameHours(definition, again);
  } catch (error) {
    if (error instanceof DefinitionError) return false;
    throw error;
  }
}

/** Whether a value is read as these hours, which do not change. */
export function meansTheSame(text: string, { week, onHolidays, exceptions }: PlainHours): boolean {
  const read = readAgain(text);
  if (!read || isChanging(read)) return false;
  if (!read.week.every((times, day) => areSame(times, week[day] ?? CLOSED))) return false;
  if (week.some(isOpen)) {
    if ((read.onHolidays === undefined) !== (onHolidays === undefined)) return false;
    if (onHolidays && !areSame(onHolidays, read.onHolidays ?? CLOSED)) return false;
  }
  const dates = new Map(read.exceptions.map(({ date, times }) => [date, times]));
  const isKept = ({ date, times }: PlainException) =>
    areSame(times, dates.get(date) ?? week[weekdayOf(date)] ?? CLOSED);
  return dates.size <= exceptions.length && exceptions.every(isKept);
}

function readAgain(text: string): PlainHours | undefined {
  try {
    const options = { id: "again", timeZone: "UTC", bankHolidays: "england-and-wales" };
    return plainHours(calendarFromOpeningHours(text, options));
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}
