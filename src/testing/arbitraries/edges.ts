import type { WorkingCalendar } from "../../calendar/working-calendar";
import { dayOfWall, formatDate, parseDate } from "../../time/civil-date";
import { zoneNamed } from "../../time/zone";
import { CoverageError } from "../../timeline/errors";
import { DAY_MS } from "../../timeline/units";
import { type Bounds, within } from "../options";
import { changeDates, exceptionDates, holidayDates, yearlyDays } from "./definition-parts";
import { clockChanges } from "./zones";

/** How far ahead to look for a clock change. */
const A_YEAR_MS = 366 * DAY_MS;

/** The day of a span from which to look; the two ends of the span are "start" and "end". */
export type Place =
  | "day"
  | "exception"
  | "bank-holiday"
  | "rule"
  | "change-of-hours"
  | "clock-change"
  | "start"
  | "end";

/** What to look for there. */
export const EDGES = ["opening", "closing", "midnight", "itself"] as const;
export type Edge = (typeof EDGES)[number];

/** Finds places and edges of one calendar. All in epoch milliseconds, within the bounds. */
export interface EdgeFinder {
  /** The day itself; otherwise the next of its kind; otherwise any of its kind. */
  readonly place: (dayMs: number, place: Place) => number;
  /** The next opening or closing from an instant on, or the midnight before it. */
  readonly edge: (aboutMs: number, edge: Edge) => number;
}

export function edgeFinder(calendar: WorkingCalendar, bounds: Bounds): EdgeFinder {
  const { timeline, timeZone } = calendar;
  const definition = calendar.toJSON();
  const [exceptions, holidays] = [exceptionDates(definition), holidayDates(definition)];
  const [changes, yearly] = [changeDates(definition), yearlyDays(definition)];
  const midnight = (date: string) => calendar.at(date).toMillis();
  const nextOf = (dates: readonly string[], date: string) =>
    midnight(dates.find((each) => each >= date) ?? dates[0] ?? date);

  const placeOf = (dayMs: number, place: Place): number => {
    const date = formatDate(dayOfWall(dayMs));
    switch (place) {
      case "day":
        return dayMs;
      case "exception":
        return nextOf(exceptions, date);
      case "bank-holiday":
        return nextOf(holidays, date);
      case "rule":
        return nextOf(yearly.map((day) => `${date.slice(0, 4)}-${day}`).filter(isDate), date);
      case "change-of-hours":
        return nextOf(changes, date);
      case "clock-change":
        return clockChanges(timeZone, dayMs, dayMs + A_YEAR_MS)[0] ?? dayMs;
      case "start":
        return bounds.fromMs;
      case "end":
        return bounds.untilMs - 1;
    }
  };

  const edgeOf = (aboutMs: number, edge: Edge): number | undefined => {
    switch (edge) {
      case "opening":
        return nextOpening(calendar, aboutMs);
      case "closing":
        return found(() => timeline.nextClose(aboutMs));
      case "midnight":
        return midnight(formatDate(dayOfWall(zoneNamed(timeZone).offsets.wallAt(aboutMs))));
      case "itself":
        return aboutMs;
    }
  };

  return {
    place: (dayMs, place) => within(bounds, placeOf(within(bounds, dayMs), place)),
    edge: (aboutMs, edge) => within(bounds, edgeOf(within(bounds, aboutMs), edge) ?? aboutMs),
  };
}

/** Whether a date exists, as 29 February does not in most years. */
function isDate(text: string): boolean {
  return parseDate(text) !== undefined;
}

/** The first opening after an instant, even an open one; undefined if the coverage has none. */
export function nextOpening({ timeline }: WorkingCalendar, ms: number): number | undefined {
  const open = found(() => timeline.nextOpen(ms));
  return open === ms ? found(() => timeline.nextOpen(timeline.nextClose(ms))) : open;
}

/** The result of a search; undefined if it lies outside the coverage. */
export function found<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}
