import fc from "fast-check";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { givenList } from "../../input/options";
import { dayNumber, dayOfWall } from "../../time/civil-date";
import { isoOf } from "../../timeline/errors";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { checkCalendarGiven } from "../given";
import { type Bounds, boundsOf, drawOptions, invalid, type Span, within } from "../options";
import { EDGES, edgeFinder, type Place } from "./edges";

/** The Monday that random days shrink to, if it is covered. */
const ORIGIN = dayNumber(2024, 1, 1);

/** Three in four instants of a group lie this near to their day. */
const FEW_DAYS = 4;

/** How far an instant is from an edge, in milliseconds: mostly 0 or 1. */
export const anyShift: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(1, -1) },
  { weight: 2, arbitrary: fc.constantFrom(30 * MINUTE_MS, -HOUR_MS, HOUR_MS, -DAY_MS, DAY_MS) },
  { weight: 1, arbitrary: fc.integer({ min: -DAY_MS, max: DAY_MS }) },
);

const PLACES: readonly Place[] = [
  "day",
  "exception",
  "bank-holiday",
  "rule",
  "change-of-hours",
  "clock-change",
];

/** Where a group of instants lies. */
export const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  { withCrossShrink: true },
  { weight: 8, arbitrary: fc.constantFrom(...PLACES) },
  { weight: 1, arbitrary: fc.constantFrom("start", "end") },
);

/**
 * Any instant that a calendar covers, more often than not where it matters: an opening, a closing or a
 * midnight, on any day or near an exception, a bank holiday, a rule, a change of hours or of the clock, or the
 * start or the end of the coverage. It lies exactly there, or a millisecond off. It is ISO text in UTC, which
 * every question takes. Shrinks towards the first days of 2024.
 *
 * @param calendar the calendar with these edges
 * @param span `from` and `until`, if only a part of the coverage is of interest
 * @throws {CoreHoursError} `not-a-calendar` if it is not a calendar; `span-empty` if it covers nothing
 *   of the span.
 * @example fc.sample(anyInstantNear(calendar), 1) // such as ["2026-12-24T11:59:59.999Z"]
 */
export function anyInstantNear(calendar: WorkingCalendar, span?: Span): fc.Arbitrary<string> {
  checkCalendarGiven(calendar, "anyInstantNear");
  return anyInstantsNear(calendar, ["at"], drawOptions(span, "anyInstantNear")).map(({ at }) => at);
}

/** How several instants relate to each other. */
export interface Together extends Span {
  /** How many days they may lie from the day that they are about; most lie much nearer. 400 by default. */
  readonly withinDays?: number | undefined;
  /** Whether they come in order of time; by default they come in any order. */
  readonly sorted?: boolean | undefined;
}

/**
 * Several such instants about one day.
 *
 * @param names their names, each given once
 * @param options how they relate to each other, and `from` and `until` as above
 * @throws {CoreHoursError} `option-invalid` for invalid names or numbers; `span-empty` if the calendar
 *   covers nothing of the span.
 * @example fc.sample(anyInstantsNear(calendar, ["a", "b"]), 1) // such as [{ a: "2024-03-31T01:00:00.000Z",
 *   b: "2024-04-02T07:59:59.999Z" }]
 */
export function anyInstantsNear<const K extends string>(
  calendar: WorkingCalendar,
  names: readonly K[],
  options?: Together,
): fc.Arbitrary<Readonly<Record<K, string>>> {
  checkCalendarGiven(calendar, "anyInstantsNear");
  checkNames(names);
  const together = drawOptions(options, "anyInstantsNear", [
    "from",
    "until",
    "withinDays",
    "sorted",
  ]);
  const { withinDays = 400, sorted = false } = together;
  if (!Number.isSafeInteger(withinDays) || withinDays < 0) {
    throw invalid("withinDays", withinDays, "a whole number of days, 0 or more");
  }
  const bounds = boundsOf([calendar], together);
  const find = edgeFinder(calendar, bounds);
  const nearby = fc.record({
    edge: fc.constantFrom(...EDGES),
    daysOn: daysWithin(withinDays),
    shiftMs: anyShift,
  });
  return fc
    .record({
      day: anyDay(bounds),
      place: anyPlace,
      nearby: fc.array(nearby, { minLength: names.length, maxLength: names.length }),
    })
    .map(({ day, place, nearby }) => {
      const placeMs = find.place(day * DAY_MS, place);
      const instants = nearby.map(({ edge, daysOn, shiftMs }) =>
        within(bounds, find.edge(placeMs + daysOn * DAY_MS, edge) + shiftMs),
      );
      if (sorted) instants.sort((a, b) => a - b);
      const named = instants.map((ms, i) => [names[i], isoOf(ms)]);
      // There is one for each name.
      return Object.fromEntries(named) as Record<K, string>;
    });
}

/** @throws {CoreHoursError} `option-invalid` if they are not a list of distinct texts. */
function checkNames(names: readonly string[]): void {
  const list = givenList("names", names, (name) => name);
  const isSound = list.every((name) => typeof name === "string");
  if (isSound && list.length > 0 && new Set(list).size === list.length) return;
  throw invalid("names", names, 'a list of distinct names, such as ["start", "end"]');
}

/** Any date, as a day number in UTC, that has an instant within bounds. */
export function anyDay({ fromMs, untilMs }: Bounds): fc.Arbitrary<number> {
  const [first, last] = [dayOfWall(fromMs), dayOfWall(untilMs - 1)];
  const origin = Math.min(Math.max(ORIGIN, first), last);
  return fc.integer({ min: first - origin, max: last - origin }).map((days) => origin + days);
}

function daysWithin(most: number): fc.Arbitrary<number> {
  const few = Math.min(most, FEW_DAYS);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: -few, max: few }) },
    { weight: 2, arbitrary: fc.integer({ min: -most, max: most }) },
  );
}

/** Two instants in order of time. */
export function anySpanNear(
  calendar: WorkingCalendar,
  options: Omit<Together, "sorted"> = {},
): fc.Arbitrary<Readonly<Record<"a" | "b", string>>> {
  return anyInstantsNear(calendar, ["a", "b"], { ...options, sorted: true });
}
