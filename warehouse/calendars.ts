import { basename, join } from "node:path";
import { readJson } from "../src/cli/files";
import {
  alwaysOpen,
  type CalendarDefinition,
  defineCalendar,
  type WorkingCalendar,
} from "../src/index";
import type { Span } from "../src/sql/pieces";

/** A calendar, the name of its rows, and the span over which they are exported. */
export interface Exported {
  readonly name: string;
  readonly calendar: WorkingCalendar;
  readonly span: Span;
}

const SHIPPED = join(import.meta.dirname, "../calendars/hours");

/**
 * Reads a calendar.
 *
 * @param given the name of a shipped calendar, or the path of a JSON file
 * @throws {InputError} if no calendar has the name, or if its file is not JSON
 * @throws {DefinitionError} if it is not a definition
 */
export async function readCalendar(given: string): Promise<WorkingCalendar> {
  const isPath = given.endsWith(".json") || basename(given) !== given;
  const definition = await readJson(isPath ? given : join(SHIPPED, `${given}.json`));
  // defineCalendar checks whatever the file holds.
  return defineCalendar(definition as CalendarDefinition);
}

/** Very different calendars, each over a span with something that is easy to get wrong. */
export async function checkedCalendars(): Promise<readonly Exported[]> {
  const support = await readCalendar("nhs-login-support");
  return [
    exported(await readCalendar("nhsmail-core"), "2016-01-01", "2029-01-01"),
    exported(support, "2016-01-01T12:00", "2029-01-01"),
    exported(defineCalendar(NIGHT_SHIFT), "2018-01-01T03:00", "2028-12-30T23:00"),
    exported(defineCalendar(HALF_HOUR_ZONE), "2015-04-05", "2024-10-06"),
    exported(defineCalendar(SKIPPED_DAY), "2009-01-01", "2014-01-01"),
    exported(defineCalendar(BEFORE_1970), "1962-06-01", "1976-06-01"),
    exported(alwaysOpen(), "2020-01-01", "2025-01-01"),
  ];
}

function exported(calendar: WorkingCalendar, from: string, to: string): Exported {
  const msAt = (wall: string) => calendar.at(wall).toMillis();
  return { name: calendar.id, calendar, span: { fromMs: msAt(from), toMs: msAt(to) } };
}

/** Its span begins and ends in the middle of a shift. */
const NIGHT_SHIFT: CalendarDefinition = {
  id: "night-shift",
  timeZone: "Europe/London",
  hours: { daily: ["22:00-07:00"], saturday: [] },
  bankHolidays: "scotland",
};

/** Clocks change by 30 minutes, and its span begins and ends at such a change. */
const HALF_HOUR_ZONE: CalendarDefinition = {
  id: "lord-howe",
  timeZone: "Australia/Lord_Howe",
  hours: { daily: ["00:00-02:15", "08:00-12:00", "12:30-17:45"], sunday: ["01:45-03:00"] },
};

/** 30 December 2011 does not exist, and a UTC day begins in the middle of its morning. */
const SKIPPED_DAY: CalendarDefinition = {
  id: "apia",
  timeZone: "Pacific/Apia",
  hours: { weekdays: ["08:30-12:00", "13:00-17:00"], saturday: ["20:00-04:00"] },
};

/** Negative instants, and many short periods in 24 hours of work. */
const BEFORE_1970: CalendarDefinition = {
  id: "before-1970",
  timeZone: "America/New_York",
  hours: { weekdays: ["09:00-09:10", "11:59-12:01", "17:00-17:45"], sunday: ["23:59-24:00"] },
};
