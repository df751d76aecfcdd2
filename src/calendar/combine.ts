import { type DayNumber, dayOfWall } from "../time/civil-date";
import {
  differenceOf,
  intersectionOf,
  type PeriodSource,
  type Periods,
  tidyPeriods,
  unionOf,
} from "../timeline";
import type { CalendarModel, DayReason } from "./calendar-model";
import type { Combiner } from "./definition/definition";

const SOURCES = { union: unionOf, intersect: intersectionOf, except: differenceOf } as const;

/**
 * One calendar made of two, in the zone of the first. It covers the dates that both cover.
 *
 * Its dates are those of the first: `intersect` and `except` keep the remaining part of each of its
 * days, and `union` adds to each date the periods of the second that open on it.
 */
export function combine(
  combiner: Combiner,
  a: CalendarModel,
  b: CalendarModel,
  naming: { readonly id?: string | undefined; readonly title?: string | undefined } = {},
): CalendarModel {
  const id = naming.id ?? `${combiner}(${brief(a.id)}, ${brief(b.id)})`;
  const source = SOURCES[combiner](a.source, b.source);
  return {
    id,
    title: naming.title,
    definition: Object.freeze({
      id,
      ...(naming.title === undefined ? {} : { title: naming.title }),
      [combiner]: Object.freeze([a.definition, b.definition]),
    }),
    zone: a.zone,
    fromDay: Math.max(a.fromDay, b.fromDay),
    toDay: Math.min(a.toDay, b.toDay),
    startMs: Math.max(a.startMs, b.startMs),
    endMs: Math.min(a.endMs, b.endMs),
    publishedUntilMs: Math.min(a.publishedUntilMs, b.publishedUntilMs),
    remedy: (a.endMs - a.startMs < b.endMs - b.startMs ? a : b).remedy,
    notes: [...new Set([...a.notes, ...b.notes])],
    source,
    // Each date of a union needs several dates of its parts, which may be unions themselves.
    periodsOn: remembered(
      combiner === "union"
        ? (day) => join(a.periodsOn(day), opening(day, a, b))
        : (day) => keep(a.periodsOn(day), b.source, SOURCES[combiner]),
    ),
    reasonFor: (day) => reason(combiner, a.reasonFor(day), b.reasonFor(day)),
  };
}

/** The longest name of a part; the names of deeply nested calendars would grow without end. */
const LONGEST_NAME = 60;

function brief(id: string): string {
  return id.length > LONGEST_NAME ? `${id.slice(0, LONGEST_NAME)}…` : id;
}

/** How many dates are remembered at a time. */
const MOST_DAYS = 1_000;

/** The same answers, remembered for dates that are asked for near each other. */
function remembered(periodsOn: (day: DayNumber) => Periods): (day: DayNumber) => Periods {
  const known = new Map<DayNumber, Periods>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const periods = periodsOn(day);
    if (known.size === MOST_DAYS) known.clear();
    known.set(day, periods);
    return periods;
  };
}

/** The periods of `b` that open on a date of `a`'s zone. */
function opening(day: DayNumber, a: CalendarModel, b: CalendarModel): Periods {
  // Dates of two zones are at most two apart: Kiribati is 26 hours ahead of Baker Island.
  const near = [-2, -1, 0, 1, 2].map((away) => b.periodsOn(day + away));
  const opens: number[] = [];
  const closes: number[] = [];
  for (const periods of near) {
    for (const [i, open] of periods.opens.entries()) {
      if (dayOfWall(a.zone.offsets.wallAt(open)) !== day) continue;
      opens.push(open);
      // Both columns have the same length.
      closes.push(periods.closes[i] as number);
    }
  }
  return { opens, closes };
}

function join(a: Periods, b: Periods): Periods {
  return tidyPeriods([...a.opens, ...b.opens], [...a.closes, ...b.closes]);
}

/** The parts of some periods that remain; the other calendar is asked once for all of them. */
function keep(
  periods: Periods,
  other: PeriodSource,
  combineSources: (a: PeriodSource, b: PeriodSource) => PeriodSource,
): Periods {
  const { opens, closes } = periods;
  if (opens.length === 0) return periods;
  // There is at least one period.
  return combineSources(() => periods, other)(opens[0] as number, closes.at(-1) as number);
}

/** The reason from whichever calendar has something special on the date. */
function reason(combiner: Combiner, a: DayReason, b: DayReason): DayReason {
  return a.because !== "week" || combiner === "except" ? a : b;
}
