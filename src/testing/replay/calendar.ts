import {
  type CalendarDefinition,
  COMBINERS,
  type Combiner,
  type HoursDefinition,
} from "../../calendar/definition/definition";
import { type Written, writtenBy } from "./hours";
import { merged, outside, type Period, within } from "./periods";
import { dateAt, dateExists, daysAfter, instantOf, midnightOf } from "./wall";
import { divisionsIn } from "./written-holidays";

/**
 * A calendar worked out from its definition date by date, slowly and plainly. It shares no code with the calendar
 * that it judges.
 */
export interface PlainCalendar {
  readonly timeZone: string;
  /** The periods that belong to a date, as instants: in order and apart. */
  readonly periodsOn: (date: string) => readonly Period[];
  /** What the definition says about a date; undefined for a calendar made of two. */
  readonly written: ((date: string) => Written) | undefined;
  /** The instant after which its bank holidays are projected; Infinity if none ever are. */
  readonly publishedUntilMs: number;
}

/** A night, or a date that a zone skips, reaches at most this far into other dates. */
const REACH_DAYS = 3;

/** Reads a definition out of its JSON. */
export function plainCalendar(definition: CalendarDefinition): PlainCalendar {
  for (const combiner of COMBINERS) {
    const parts = combiner in definition ? Reflect.get(definition, combiner) : undefined;
    if (!Array.isArray(parts)) continue;
    const [one, other]: readonly CalendarDefinition[] = parts;
    if (one && other) return combine(combiner, plainCalendar(one), plainCalendar(other));
  }
  // A definition that combines no others has hours.
  return ofHours(definition as HoursDefinition);
}

/** When a calendar is open from one instant to another. */
export function openIn(calendar: PlainCalendar, fromMs: number, toMs: number): readonly Period[] {
  const { timeZone, periodsOn } = calendar;
  const last = daysAfter(dateAt(timeZone, toMs), 1);
  const periods: Period[] = [];
  for (let date = daysAfter(dateAt(timeZone, fromMs), -REACH_DAYS); date <= last; ) {
    periods.push(...periodsOn(date));
    date = daysAfter(date, 1);
  }
  return within(merged(periods), { open: fromMs, close: toMs });
}

function ofHours(definition: HoursDefinition): PlainCalendar {
  const { timeZone } = definition;
  const written = writtenBy(definition);
  return {
    timeZone,
    written,
    periodsOn: remembered((date) => {
      if (!dateExists(timeZone, date)) return [];
      const midnight = midnightOf(date);
      return merged(
        written(date).periods.map(({ open, close }) => ({
          open: instantOf(timeZone, midnight + open),
          close: instantOf(timeZone, midnight + close),
        })),
      );
    }),
    publishedUntilMs: publishedUntil(definition),
  };
}

function publishedUntil(definition: HoursDefinition): number {
  const { bankHolidays, timeZone } = definition;
  // Every date that a custom list covers counts as published.
  if (bankHolidays === undefined) return Number.POSITIVE_INFINITY;
  const dates = divisionsIn(definition).map((division) => division.publishedUntil);
  const ends = dates.map((date) => instantOf(timeZone, midnightOf(daysAfter(date, 1))));
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}

/** A calendar made of two: each date has the remaining periods of the first, and for a union also of the second. */
function combine(combiner: Combiner, one: PlainCalendar, other: PlainCalendar): PlainCalendar {
  const { timeZone } = one;
  const overlap = ({ open, close }: Period) => openIn(other, open, close);
  const how: Readonly<Record<Combiner, (date: string) => readonly Period[]>> = {
    union: (date) => [...one.periodsOn(date), ...openingOn(other, timeZone, date)],
    intersect: (date) => one.periodsOn(date).flatMap((period) => within(overlap(period), period)),
    except: (date) => one.periodsOn(date).flatMap((period) => outside(overlap(period), period)),
  };
  return {
    timeZone,
    written: undefined,
    periodsOn: remembered((date) => merged(how[combiner](date))),
    publishedUntilMs: Math.min(one.publishedUntilMs, other.publishedUntilMs),
  };
}

/** The periods of a calendar that open on a date of another zone. */
function openingOn(calendar: PlainCalendar, timeZone: string, date: string): readonly Period[] {
  const dates = [-2, -1, 0, 1, 2].map((days) => daysAfter(date, days));
  const periods = dates.flatMap((each) => calendar.periodsOn(each));
  return periods.filter(({ open }) => dateAt(timeZone, open) === date);
}

/** Gives the same answers, and works out each only once. */
function remembered<T>(answer: (date: string) => T): (date: string) => T {
  const known = new Map<string, T>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const made = answer(date);
    known.set(date, made);
    return made;
  };
}

/** The start of a date, as an instant. */
export function startOf({ timeZone }: PlainCalendar, date: string): number {
  return instantOf(timeZone, midnightOf(date));
}
