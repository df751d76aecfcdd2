import ICAL from "ical.js";
import { InputError } from "../../src/tickets/log/problems";
import { parseDate } from "../../src/time/civil-date";
import { DAY_MS, SECOND_MS } from "../../src/timeline/units";
import { quoted } from "../../src/words/printable";

/** A day off, as a calendar of hours takes it into its list of bank holidays. */
export interface DayOff {
  /** ISO. */
  readonly date: string;
  readonly title: string;
}

/** The most days that one event may last. */
const LONGEST = 366;
/** What an event is called that has no name. */
const UNNAMED = "bank holiday";
/** The properties that make an event come again; none of them can be a list of days off. */
const AGAIN = ["rrule", "rdate", "recurrence-id"];

/**
 * The days off in an iCalendar file (RFC 5545), such as the .ics that gov.uk publishes for each
 * division: one for each date of its all-day events, in order. Events that are cancelled are left out.
 *
 * @throws {InputError} if it is not iCalendar, or an event has a time of day or comes again
 */
export function bankHolidaysFromICalendar(text: string): readonly DayOff[] {
  const days = calendarsIn(text)
    .flatMap((calendar) => calendar.getAllSubcomponents("vevent"))
    .filter((event) => event.getFirstPropertyValue("status") !== "CANCELLED")
    .flatMap((event) => orRefused(() => daysOf(event)));
  if (days.length === 0) throw new InputError("the iCalendar file has no events");
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function calendarsIn(text: string): readonly ICAL.Component[] {
  return orRefused(() => {
    const parsed: unknown[] = ICAL.parse(text);
    // A file of several calendars is a list of them; a calendar is a list that begins with its name.
    const calendars = parsed.length === 0 || Array.isArray(parsed[0]) ? parsed : [parsed];
    // What has been parsed is what a component is made of.
    return calendars.map((calendar) => new ICAL.Component(calendar as unknown[]));
  });
}

/** What is read; a property is looked at only when it is asked for, so any of this may fail. */
function orRefused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`it is not an iCalendar file that can be read: ${why}`);
  }
}

function daysOf(event: ICAL.Component): DayOff[] {
  const summary = event.getFirstPropertyValue("summary");
  const title = typeof summary === "string" && summary.trim() !== "" ? summary.trim() : UNNAMED;
  const refuse = (why: string) => new InputError(`event ${quoted(title)}: ${why}`);
  const again = AGAIN.find((name) => event.hasProperty(name));
  if (again) {
    throw refuse(`it comes again (${again.toUpperCase()}); give each date an event of its own`);
  }
  const first = dayNumberOf(event, "dtstart", refuse);
  if (first === undefined) throw refuse("it has no DTSTART");
  const length = lengthOf(event, first, refuse);
  if (length > LONGEST) throw refuse(`it lasts ${length} days; ${LONGEST} are the most`);
  return Array.from({ length }, (_, i) => ({
    date: new Date((first + i) * DAY_MS).toISOString().slice(0, 10),
    title,
  }));
}

type Refuse = (why: string) => InputError;

/** How many days an all-day event lasts: one, where nothing is said, or its end is its start. */
function lengthOf(event: ICAL.Component, first: number, refuse: Refuse): number {
  const end = dayNumberOf(event, "dtend", refuse);
  if (end !== undefined) {
    if (end < first) throw refuse("it ends before it begins");
    return Math.max(end - first, 1);
  }
  const duration = event.getFirstPropertyValue("duration");
  if (duration === null) return 1;
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : Number.NaN;
  const days = (seconds * SECOND_MS) / DAY_MS;
  if (Number.isInteger(days) && days > 0) return days;
  throw refuse("its DURATION is not a number of days");
}

/** The day of a date in an event; undefined where it has none. */
function dayNumberOf(event: ICAL.Component, name: string, refuse: Refuse): number | undefined {
  const property = event.getFirstProperty(name);
  if (!property) return undefined;
  // As it is written: read as a time, 30 February would become 2 March.
  const text = String(property.toJSON()[3]);
  if (property.type !== "date") {
    throw refuse(
      `${name.toUpperCase()} ${quoted(text)} is a time of day; a day off is a date alone`,
    );
  }
  const day = parseDate(text);
  if (day === undefined)
    throw refuse(`${name.toUpperCase()} ${quoted(text)} is not a date that exists`);
  return day;
}
