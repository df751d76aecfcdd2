import { DefinitionError, type DefinitionProblem } from "../../input/problems";
import { show } from "../../input/show";
import type { DayNumber } from "../../time/civil-date";
import type { TabledZone } from "../../time/zone";
import { type ReadDay, type Refuse, readDay, readUntil } from "./days";
import {
  eventsIn,
  type Property,
  problemOf,
  propertiesOf,
  type RawEvent,
  textIn,
  titleOf,
  WHAT,
} from "./events";
import { type Recurrence, recurrenceOf } from "./recurrence";

/** An event of whole days, read. */
export interface ClosedDays {
  readonly event: RawEvent;
  readonly title: string | undefined;
  readonly notes: string;
  readonly uid: string | undefined;
  readonly first: DayNumber;
  /** How many days each of its occurrences lasts. */
  readonly length: number;
  readonly recurrence: Recurrence | undefined;
  /** The days on which removed or changed occurrences would begin. */
  readonly removed: readonly Removed[];
  /** The days on which further occurrences begin, besides those of the recurrence. */
  readonly added: readonly DayNumber[];
}

export interface Removed {
  readonly day: DayNumber;
  readonly by: Property;
}

/** An event, and the occurrence of another event that it replaces. */
interface ReadEvent extends ClosedDays {
  readonly replaces: Removed | undefined;
  readonly isCancelled: boolean;
}

/** The longest that one event may last, in days. */
const LONGEST = 366;

/**
 * The events of a file, each of whole days. Cancelled events are left out. An occurrence that another event
 * changes is removed from its series.
 *
 * @param zone the calendar's, on whose clock days begin; undefined if it is unknown
 * @throws {DefinitionError} with a problem for each event that does not last whole days.
 */
export function closedDaysIn(
  file: string | Uint8Array,
  zone: TabledZone | undefined,
): readonly ClosedDays[] {
  const raw = eventsIn(file);
  if (raw.length === 0) {
    const message = "expected at least one VEVENT; the file has no events";
    throw new DefinitionError(WHAT, [{ path: [], message }]);
  }
  const read = eachOf(raw, (event) => readEvent(event, zone));
  const kept = read.filter(({ isCancelled }) => !isCancelled);
  const series = read.filter(({ replaces }) => !replaces);
  return kept
    .filter(({ replaces, uid }) => !replaces || !isOfCancelled(uid, series))
    .map((each) => {
      if (each.replaces || each.uid === undefined) return each;
      const changes = read.flatMap(({ uid, replaces }) =>
        replaces && uid === each.uid ? [replaces] : [],
      );
      return changes.length > 0 ? { ...each, removed: [...each.removed, ...changes] } : each;
    });
}

function isOfCancelled(uid: string | undefined, series: readonly ReadEvent[]): boolean {
  return uid !== undefined && series.some((each) => each.uid === uid && each.isCancelled);
}

/** The result of reading each item. Everything that is refused is thrown as one error. */
export function eachOf<T, U>(items: readonly T[], read: (item: T) => U): readonly U[] {
  const problems: DefinitionProblem[] = [];
  const done = items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new DefinitionError(WHAT, problems);
  return done;
}

/** Refuses properties of an event. */
export function refuserOf(event: RawEvent): Refuse {
  return (property, message) => {
    throw new DefinitionError(WHAT, [problemOf(event, property, message)]);
  };
}

function readEvent(event: RawEvent, zone: TabledZone | undefined): ReadEvent {
  const refuse = refuserOf(event);
  const only = (name: string) => {
    const [property, another] = propertiesOf(event, name);
    return another ? refuse(another, `${name} given twice; expected it once`) : property;
  };
  const days = (name: string) =>
    propertiesOf(event, name).flatMap((by) =>
      by.value.split(",").map((value) => ({ by, ...readDay(by, value.trim(), zone, refuse) })),
    );
  const isCancelled = textIn(only("STATUS")).toUpperCase() === "CANCELLED";
  const start = only("DTSTART") ?? refuse("DTSTART", "missing; expected the first day");
  const first = readDay(start, start.value.trim(), zone, refuse);
  const again = only("RRULE");
  const by = again ?? propertiesOf(event, "RDATE")[0];
  if (by && first.convertedFrom !== undefined) {
    const message = `it comes again by the clock of ${first.convertedFrom}, and the calendar is in ${zone?.name}; give its dates without a time, as DTSTART;VALUE=DATE:20261225`;
    refuse(by, message);
  }
  const excluded = only("EXRULE");
  if (excluded) refuse(excluded, "EXRULE cannot be read; give the dates as EXDATE");
  return {
    event,
    title: titleOf(event),
    notes: textIn(propertiesOf(event, "DESCRIPTION")[0]),
    uid: only("UID")?.value.trim(),
    first: first.day,
    length: lengthOf({ first, end: only("DTEND"), duration: only("DURATION") }, zone, refuse),
    recurrence: again && recurrenceIn(again, first, zone, refuse),
    removed: days("EXDATE"),
    added: days("RDATE").map(({ day }) => day),
    replaces: replacedBy(only("RECURRENCE-ID"), zone, refuse),
    isCancelled,
  };
}

function recurrenceIn(
  again: Property,
  { isDate }: ReadDay,
  zone: TabledZone | undefined,
  refuse: Refuse,
): Recurrence {
  const until = (value: string) => readUntil(again, value, { zone, isDate }, refuse);
  return recurrenceOf(again, until, refuse);
}

function replacedBy(
  property: Property | undefined,
  zone: TabledZone | undefined,
  refuse: Refuse,
): Removed | undefined {
  if (!property) return undefined;
  if (property.parameters.has("RANGE")) {
    const message =
      "RANGE changes all that come after; end the series with UNTIL, and begin another";
    return refuse(property, message);
  }
  return { by: property, day: readDay(property, property.value.trim(), zone, refuse).day };
}

/** How many days an event lasts: one if it does not say, or if its end is its start. */
function lengthOf(
  {
    first,
    end,
    duration,
  }: { first: ReadDay; end: Property | undefined; duration: Property | undefined },
  zone: TabledZone | undefined,
  refuse: Refuse,
): number {
  if (end && duration) return refuse(duration, "DTEND and DURATION given; expected one of them");
  if (duration) return daysOf(duration, refuse);
  if (!end) {
    if (first.isDate) return 1;
    return refuse("DTEND", "missing; DTSTART has a time, and without an end it lasts no time");
  }
  const { day } = readDay(end, end.value.trim(), zone, refuse);
  if (day < first.day) return refuse(end, `${show(end.value)} is before DTSTART`);
  return bounded(Math.max(day - first.day, 1), end, refuse);
}

function daysOf(duration: Property, refuse: Refuse): number {
  const value = duration.value.trim();
  const [whole, weeks = 0, days = 0] =
    /^\+?P(?=\d|T)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:0+H)?(?:0+M)?(?:0+S)?)?$/i.exec(value) ?? [];
  const length = 7 * Number(weeks) + Number(days);
  if (whole === undefined || length === 0) {
    return refuse(duration, `${show(value)} given; expected a number of days, such as P1D or P2W`);
  }
  return bounded(length, duration, refuse);
}

function bounded(days: number, by: Property, refuse: Refuse): number {
  if (days <= LONGEST) return days;
  return refuse(by, `it lasts ${days} days; ${LONGEST} are the most`);
}
