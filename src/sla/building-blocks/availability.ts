import { DateTime, Duration } from "luxon";
import * as z from "zod";
import { addMonths } from "../../calendar/days/civil-days";
import type { CountedDays } from "../../calendar/days/counted-days";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { once } from "../../input/once";
import { checkKeys, given, givenList, oneOf } from "../../input/options";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { show } from "../../input/show";
import { type DayNumber, parseDate } from "../../time/civil-date";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { zoneNamed } from "../../time/zone";
import {
  CoreHoursError,
  differenceOf,
  InvalidInstantError,
  type Period,
  type Periods,
  periodsFrom,
} from "../../timeline";
import { MINUTE_MS } from "../../timeline/units";

/** Which figure decides: the percentage, the fixed minutes, or whichever allows less. */
export type AvailabilityTest = "percentage" | "fixed" | "strictest";

/** A promise of availability, measured month by month. */
export interface AvailabilityDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The name of the calendar in whose hours the service is promised. */
  readonly calendar: string;
  /** The share of those hours for which it is up, in percent. */
  readonly percent: number;
  /** A fixed downtime a month, in minutes, if the source gives one beside the percentage. */
  readonly fixedMinutes?: number;
  /** Which of the two decides; `percentage` by default. */
  readonly test?: AvailabilityTest;
  /** Whether planned maintenance counts as promised time that is lost; `excluded` by default. */
  readonly maintenance?: "excluded" | "counted";
}

/** A span during which the service was down, or was planned to be. */
export interface Outage {
  readonly from: InstantLike;
  readonly to: InstantLike;
  /** What to call it in the result. */
  readonly id?: string | undefined;
}

/** What happened in a month. */
export interface AvailabilityInput {
  /** The month, as `"2026-11"`, in the calendar's zone. */
  readonly month: string;
  readonly outages: readonly Outage[];
  /** Planned maintenance. */
  readonly maintenance?: readonly Outage[] | undefined;
}

/** One outage's part in a month. */
export interface OutageShare {
  readonly id: string | null;
  readonly from: DateTime;
  readonly fromMs: number;
  readonly to: DateTime;
  readonly toMs: number;
  /**
   * How much of the promised time it cost. Time that an earlier outage had already cost is not
   * counted again.
   */
  readonly lost: Duration;
  readonly lostMs: number;
  /** Its share of all the time that was lost, from 0 to 1. */
  readonly share: number;
}

/** Whether a month's availability kept the promise. */
export interface AvailabilityReading {
  readonly title: string;
  readonly clause: string | null;
  readonly month: string;
  /** The time for which the service was promised. */
  readonly promised: Duration;
  readonly promisedMs: number;
  readonly lost: Duration;
  readonly lostMs: number;
  /** The share of the promised time for which it was up; never rounded, never used to decide. */
  readonly uptimePercent: number;
  /** What may be lost by the percentage, and by the fixed figure if there is one. */
  readonly allowance: Duration;
  readonly allowanceMs: number;
  readonly fixedAllowance: Duration | null;
  readonly fixedAllowanceMs: number | null;
  readonly metByPercentage: boolean;
  readonly metByFixed: boolean | null;
  /** Which of the two decided. */
  readonly test: AvailabilityTest;
  readonly met: boolean;
  readonly outages: readonly OutageShare[];
  readonly provisional: boolean;
}

/** The longest month, with an hour that occurs twice. */
const MONTH_MINUTES = (31 * 24 + 1) * 60;

const promise = <C extends z.ZodType>(calendar: C) =>
  strictObject({
    title: z.string().optional(),
    clause: z.string().optional(),
    calendar,
    percent: z.number().min(0).max(100),
    fixedMinutes: z
      .number()
      .nonnegative()
      .max(MONTH_MINUTES, "expected no more minutes than a month has")
      .optional(),
    test: z.enum(["percentage", "fixed", "strictest"]).optional(),
    maintenance: z.enum(["excluded", "counted"]).optional(),
  });

const calendarName = once(() => z.string("expected the name of a calendar of the policy"));

/** The zod schema of a policy's promises of availability. */
export const availabilitySchema = once(() => z.record(z.string(), promise(calendarName())));

/** The zod schema of a promise that comes with its calendar. */
const promiseAlone = once(() => promise(calendarName().optional()));

const TESTS: readonly [AvailabilityTest, ...AvailabilityTest[]] = [
  "percentage",
  "fixed",
  "strictest",
];

/**
 * Whether a service was as available in a month as promised. Only downtime in the hours of the
 * calendar counts. Planned maintenance is left out of both sides unless the promise counts it.
 *
 * @param calendar the hours in which the service is promised
 * @param definition the promise
 * @param input the month, its outages and its planned maintenance; parts outside the month are ignored
 * @throws {InvalidInstantError} for an invalid month, or an outage that ends before it starts.
 * @throws {DefinitionError} for an invalid promise.
 */
export function availability(
  calendar: WorkingCalendar,
  definition: Omit<AvailabilityDefinition, "calendar">,
  input: AvailabilityInput,
): AvailabilityReading {
  const problems = problemsIn(promiseAlone(), definition);
  if (problems.length > 0) throw new DefinitionError("availability", problems);
  return measureMonth(calendar, definition, input);
}

/** {@link availability} by a promise that has been checked. Its test may be unchecked. */
export function measureMonth(
  calendar: WorkingCalendar,
  definition: Omit<AvailabilityDefinition, "calendar">,
  input: AvailabilityInput,
): AvailabilityReading {
  const { month: name, ...events } = given(input, '{ month: "2026-11", outages: [] }');
  checkKeys(input, ["month", "outages", "maintenance", "test"], "availability");
  const month = checkedMonth(name);
  const unplanned = givenList("outages", events.outages, spanOf);
  const maintained = givenList("maintenance", events.maintenance ?? [], spanOf);
  const isCounted = definition.maintenance === "counted";
  const test = oneOf("test", definition.test, TESTS);
  const [startMs, endMs] = boundsOf(month, calendar);
  const planned = sourceOf(isCounted ? [] : maintained);
  const open = [...calendar.timeline.periods(startMs, endMs)];
  const promised = differenceOf(source(open), planned)(startMs, endMs);
  const promisedMs = lengthOf(promised);

  const outages = [...unplanned, ...(isCounted ? maintained : [])].sort(
    (a, b) => a.fromMs - b.fromMs,
  );
  const lost = lostBy(outages, promised, startMs, endMs);
  // There is one lost amount for each outage.
  const losses = outages.map((outage, i) => ({ ...outage, lostMs: lost[i] as number }));
  const lostMs = losses.reduce((sum, loss) => sum + loss.lostMs, 0);

  const allowed = shareOf(promisedMs, definition.percent);
  const fixedMs =
    definition.fixedMinutes === undefined ? null : definition.fixedMinutes * MINUTE_MS;
  const metByPercentage = isWithin(lostMs, allowed);
  const metByFixed = fixedMs === null ? null : lostMs <= fixedMs;
  if (test === "fixed" && metByFixed === null) throw noFixedFigure();
  const zone = zoneNamed(calendar.timeZone);
  const at = (ms: number) => DateTime.fromMillis(ms, { zone });
  return Object.freeze({
    title: definition.title ?? "Availability",
    clause: definition.clause ?? null,
    month,
    promised: Duration.fromMillis(promisedMs),
    promisedMs,
    lost: Duration.fromMillis(lostMs),
    lostMs,
    uptimePercent: promisedMs === 0 ? 100 : ((promisedMs - lostMs) / promisedMs) * 100,
    allowance: Duration.fromMillis(allowed.ms),
    allowanceMs: allowed.ms,
    fixedAllowance: fixedMs === null ? null : Duration.fromMillis(fixedMs),
    fixedAllowanceMs: fixedMs,
    metByPercentage,
    metByFixed,
    test,
    met: {
      percentage: metByPercentage,
      fixed: metByFixed !== false,
      strictest: metByPercentage && metByFixed !== false,
    }[test],
    outages: Object.freeze(
      losses.map(({ id, fromMs, toMs, lostMs: own }) =>
        Object.freeze({
          id,
          from: at(fromMs),
          fromMs,
          to: at(toMs),
          toMs,
          lost: Duration.fromMillis(own),
          lostMs: own,
          share: lostMs === 0 ? 0 : own / lostMs,
        }),
      ),
    ),
    provisional: calendar.isProvisional(endMs),
  });
}

/** A number of milliseconds as a fraction, and as the number nearest to it. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly ms: number;
}

/**
 * The time that a percentage leaves, in whole numbers: 99.9995 % is 999,995 of 1,000,000, which no
 * floating-point number equals.
 */
function shareOf(promisedMs: number, percent: number): Fraction {
  // The shortest digits that identify this number, as somebody wrote them down. Text splits into one piece
  // at least, and the exponent of a percentage is never positive.
  const [digits, exponent = 0] = String(percent).split("e") as [string, string?];
  const [whole, part = ""] = digits.split(".") as [string, string?];
  const hundred = 100n * 10n ** BigInt(part.length - Number(exponent));
  const numerator = BigInt(promisedMs) * (hundred - BigInt(`${whole}${part}`));
  const rest = Number(numerator % hundred) / Number(hundred);
  return { numerator, denominator: hundred, ms: Number(numerator / hundred) + rest };
}

function isWithin(lostMs: number, { numerator, denominator }: Fraction): boolean {
  return BigInt(lostMs) * denominator <= numerator;
}

function source(periods: readonly Period[]) {
  return periodsFrom(
    periods.map(({ openMs }) => openMs),
    periods.map(({ closeMs }) => closeMs),
  );
}

function sourceOf(spans: readonly Span[]) {
  return periodsFrom(
    spans.map(({ fromMs }) => fromMs),
    spans.map(({ toMs }) => toMs),
  );
}

/** The promised time that each outage costs, in order; no time is counted twice. */
function lostBy(
  outages: readonly Span[],
  { opens, closes }: Periods,
  startMs: number,
  endMs: number,
): number[] {
  let reachedMs = startMs;
  let first = 0;
  return outages.map((outage) => {
    const fromMs = Math.max(outage.fromMs, reachedMs);
    const toMs = Math.max(fromMs, Math.min(outage.toMs, endMs));
    reachedMs = Math.max(reachedMs, toMs);
    while ((closes[first] ?? Number.POSITIVE_INFINITY) <= fromMs) first++;
    let lostMs = 0;
    for (let i = first; (opens[i] ?? Number.POSITIVE_INFINITY) < toMs; i++) {
      // Both columns have the same length.
      lostMs += Math.min(closes[i] as number, toMs) - Math.max(opens[i] as number, fromMs);
    }
    return lostMs;
  });
}

function lengthOf({ opens, closes }: Periods): number {
  // Both columns have the same length.
  return closes.reduce((sum, close, i) => sum + close - (opens[i] as number), 0);
}

/** An outage in numbers. */
interface Span {
  readonly id: string | null;
  readonly fromMs: number;
  readonly toMs: number;
}

function spanOf(outage: Outage): Span {
  const { from, to, id } = given(outage, '{ from: "2026-11-20T09:00:00Z", to: "..." }');
  checkKeys(outage, ["from", "to", "id"], "an outage");
  const fromMs = toEpochMs(from);
  const toMs = toEpochMs(to);
  if (toMs >= fromMs) return { id: id ?? null, fromMs, toMs };
  throw new InvalidInstantError(
    "outage-backwards",
    `The outage ${id === undefined ? "" : `${show(id)} `}ends before it starts; give "from" and "to" in order.`,
    { fromMs, toMs },
  );
}

/** A month that exists. */
function checkedMonth(month: unknown): string {
  if (typeof month === "string" && parseDate(`${month}-01`) !== undefined) return month;
  throw new InvalidInstantError(
    "month-invalid",
    `${show(month)} is not a month; give "YYYY-MM", such as "2026-11".`,
    { given: show(month) },
  );
}

/**
 * The first instant of a month and the first of the next, in the calendar's zone.
 *
 * @throws {InvalidInstantError} `month-invalid` for anything but a month.
 */
export function boundsOfMonth(month: unknown, calendar: OfDays): [number, number] {
  return boundsOf(checkedMonth(month), calendar);
}

/** The days of a calendar, with which its months begin and end. */
interface OfDays {
  readonly days: Pick<CountedDays, "endOf">;
}

/** The same, for a month that exists. */
function boundsOf(month: string, { days }: OfDays): [startMs: number, endMs: number] {
  const first = parseDate(`${month}-01`) as DayNumber; // It exists.
  return [days.endOf(first - 1), days.endOf(addMonths(first, 1) - 1)];
}

function noFixedFigure(): CoreHoursError {
  return new CoreHoursError(
    "no-fixed-figure",
    'The test is "fixed", and no fixedMinutes are given; give them, or test the percentage.',
  );
}
