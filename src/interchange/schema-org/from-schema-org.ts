import type { HoursDefinition } from "../../calendar/definition/definition";
import { frozenCopy } from "../../input/frozen-copy";
import type { DayNumber } from "../../time/civil-date";
import { byLength, datesIn, MOST_DATES } from "../day-kind";
import type { ImportOptions } from "../options";
import { calendarOf } from "../timetable";
import { decider, disagreement, timesOf, titleOf } from "./layers";
import { entriesIn, refusal, WHAT } from "./places";

/**
 * The calendar of opening hours in schema.org's vocabulary (JSON-LD), if a calendar can say them
 * exactly.
 *
 * An entry that closes before it opens runs over midnight; 00:00 to 23:59 is the whole day, and 00:00
 * to 00:00, or neither, is closed. Entries of one day add up. Entries with `validFrom` and
 * `validThrough` become exceptions, date by date, or a rule if they hold for longer than a month. Dates win
 * over public holidays, public holidays over the weekdays of a season, and those over the weekdays of every
 * week.
 *
 * @param value an `OpeningHoursSpecification`, a list of them, or a place that has
 *   `openingHoursSpecification` and perhaps `specialOpeningHoursSpecification`
 * @param options what to call the calendar, its zone, and which dates `PublicHolidays` means
 * @throws {DefinitionError} with every problem found: seconds, offsets, validity without an end,
 *   entries that contradict each other.
 * @example
 * calendarFromSchemaOrg(
 *   { dayOfWeek: ["Monday", "Tuesday"], opens: "09:00", closes: "17:00" },
 *   { id: "shop", timeZone: "Europe/London" },
 * ).hours // { monday: ["09:00-17:00"], tuesday: ["09:00-17:00"] }
 */
export function calendarFromSchemaOrg(value: unknown, options: ImportOptions): HoursDefinition {
  const entries = entriesIn(frozenCopy(value, WHAT));
  const all = [...entries.general, ...entries.special];
  const { short, long } = byLength(all.flatMap((entry) => entry.dates ?? []));
  const dates = datesIn(short);
  if (!dates) throw refusal(`its entries hold for more than ${MOST_DATES} dates`);
  const decide = decider(entries);
  if (!decide)
    throw refusal("its entries hold on too many dates to work out; give fewer of either");
  const edges = long.flatMap(({ from, to }) => weekFrom(from).concat(weekFrom(to - 6), to + 1));
  const wrong = disagreement(decide, [...dates, ...edges]);
  if (wrong !== undefined) throw refusal(wrong);
  const recurring = { yearly: [], nth: new Map(), spans: long, dates: new Set(dates) };
  const timesOn = timesOf(decide);
  return calendarOf(
    { what: WHAT, timesOn, dates, recurring, titleOf: (date) => titleOf(decide, date) },
    options,
  );
}

/** The dates of a week. */
function weekFrom(first: DayNumber): DayNumber[] {
  return Array.from({ length: 7 }, (_, i) => first + i);
}
