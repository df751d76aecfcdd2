import { DateTime, Duration } from "luxon";
import { z } from "zod";
import { addMonths } from "../calendar/calendar-days";
import { MINUTE_MS, parseDate } from "../calendar/civil-date";
import { type InstantLike, toEpochMs } from "../calendar/instant";
import { oneOf } from "../calendar/one-of";
import { show } from "../calendar/show";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { zoneNamed } from "../calendar/zone";
import {
  CoreHoursError,
  differenceOf,
  InvalidInstantError,
  type Period,
  periodsFrom,
} from "../timeline";

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
  /** A fixed downtime a month, in minutes, where the source gives one beside the percentage. */
  readonly fixedMinutes?: number;
  /** Which of the two decides; `percentage` if not said. */
  readonly test?: AvailabilityTest;
  /** Whether planned maintenance counts as promised time that is lost; `excluded` if not said. */
  readonly maintenance?: "excluded" | "counted";
}

/** A span during which the service was down, or was planned to be. */
export interface Outage {
  readonly from: InstantLike;
  readonly to: InstantLike;
  /** What to call it in the result. */
  readonly id?: string;
}

/** What happened in a month. */
export interface AvailabilityInput {
  /** The month, as `"2026-11"`, in the calendar's zone. */
  readonly month: string;
  readonly outages: readonly Outage[];
  /** Planned maintenance. */
  readonly maintenance?: readonly Outage[];
}

/** One outage's part in a month. */
export interface OutageShare {
  readonly id: string | null;
  readonly from: DateTime;
  readonly to: DateTime;
  /** What it cost of the promised time; time that an earlier one had cost already is not cost twice. */
  readonly lost: Duration;
  /** Its share of all that was lost, from 0 to 1. */
  readonly share: number;
}

/** Whether a month's availability was what was promised. */
export interface AvailabilityReading {
  readonly title: string;
  readonly clause: string | null;
  readonly month: string;
  /** The time for which the service was promised. */
  readonly promised: Duration;
  readonly lost: Duration;
  /** The share of the promised time for which it was up; never rounded, never used to decide. */
  readonly uptimePercent: number;
  /** What may be lost by the percentage, and by the fixed figure where there is one. */
  readonly allowance: Duration;
  readonly fixedAllowance: Duration | null;
  readonly metByPercentage: boolean;
  readonly metByFixed: boolean | null;
  /** Which of the two decided. */
  readonly test: AvailabilityTest;
  readonly met: boolean;
  readonly outages: readonly OutageShare[];
  readonly provisional: boolean;
}

/** The zod schema of a policy's promises of availability. */
export const availabilitySchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().optional(),
    clause: z.string().optional(),
    calendar: z.string("expected the name of a calendar of the policy"),
    percent: z.number().min(0).max(100),
    fixedMinutes: z.number().nonnegative().optional(),
    test: z.enum(["percentage", "fixed", "strictest"]).optional(),
    maintenance: z.enum(["excluded", "counted"]).optional(),
  }),
);

const TESTS: readonly [AvailabilityTest, ...AvailabilityTest[]] = [
  "percentage",
  "fixed",
  "strictest",
];

/**
 * Whether a service was as available in a month as promised: downtime is counted in the hours of the
 * calendar alone, planned maintenance is left out of both sides unless it is to count.
 *
 * @param calendar the hours in which the service is promised
 * @param definition the promise
 * @param input the month, its outages and its planned maintenance; parts outside the month are ignored
 * @throws {InvalidInstantError} for a month that is none, or an outage that ends before it starts.
 */
export function availability(
  calendar: WorkingCalendar,
  definition: Omit<AvailabilityDefinition, "calendar">,
  input: AvailabilityInput,
): AvailabilityReading {
  const test = oneOf("test", definition.test, TESTS);
  const [startMs, endMs] = boundsOf(input.month, calendar);
  const planned = definition.maintenance === "counted" ? [] : (input.maintenance ?? []);
  const down = definition.maintenance === "counted" ? (input.maintenance ?? []) : [];
  const open = [...calendar.timeline.periods(startMs, endMs)];
  const promisedPeriods = differenceOf(source(open), sourceOf(planned))(startMs, endMs);
  const promisedMs = lengthOf(promisedPeriods);

  const promised = periodsFrom(promisedPeriods.opens, promisedPeriods.closes);
  const outages = [...input.outages, ...down].map(spanOf).sort((a, b) => a.fromMs - b.fromMs);
  let reachedMs = startMs;
  const losses = outages.map((outage) => {
    const fromMs = Math.max(outage.fromMs, reachedMs);
    const toMs = Math.max(fromMs, Math.min(outage.toMs, endMs));
    reachedMs = Math.max(reachedMs, toMs);
    return { ...outage, lostMs: fromMs < toMs ? lengthOf(promised(fromMs, toMs)) : 0 };
  });
  const lostMs = losses.reduce((sum, loss) => sum + loss.lostMs, 0);

  // In whole parts of a hundred thousand, so that 99.5 % of an hour is not a hair off.
  const allowedMs = (promisedMs * (100_000 - Math.round(definition.percent * 1_000))) / 100_000;
  const fixedMs =
    definition.fixedMinutes === undefined ? null : definition.fixedMinutes * MINUTE_MS;
  const metByPercentage = lostMs <= allowedMs;
  const metByFixed = fixedMs === null ? null : lostMs <= fixedMs;
  if (test === "fixed" && metByFixed === null) throw noFixedFigure();
  const zone = zoneNamed(calendar.timeZone);
  const at = (ms: number) => DateTime.fromMillis(ms, { zone });
  return Object.freeze({
    title: definition.title ?? "Availability",
    clause: definition.clause ?? null,
    month: input.month,
    promised: Duration.fromMillis(promisedMs),
    lost: Duration.fromMillis(lostMs),
    uptimePercent: promisedMs === 0 ? 100 : ((promisedMs - lostMs) / promisedMs) * 100,
    allowance: Duration.fromMillis(allowedMs),
    fixedAllowance: fixedMs === null ? null : Duration.fromMillis(fixedMs),
    metByPercentage,
    metByFixed,
    test,
    met: {
      percentage: metByPercentage,
      fixed: metByFixed ?? true,
      strictest: metByPercentage && (metByFixed ?? true),
    }[test],
    outages: Object.freeze(
      losses.map(({ id, fromMs, toMs, lostMs: own }) =>
        Object.freeze({
          id,
          from: at(fromMs),
          to: at(toMs),
          lost: Duration.fromMillis(own),
          share: lostMs === 0 ? 0 : own / lostMs,
        }),
      ),
    ),
    provisional: calendar.isProvisional(endMs),
  });
}

function source(periods: readonly Period[]) {
  return periodsFrom(
    periods.map(({ openMs }) => openMs),
    periods.map(({ closeMs }) => closeMs),
  );
}

function sourceOf(outages: readonly Outage[]) {
  const spans = outages.map(spanOf);
  return periodsFrom(
    spans.map(({ fromMs }) => fromMs),
    spans.map(({ toMs }) => toMs),
  );
}

function lengthOf({ opens, closes }: ReturnType<ReturnType<typeof periodsFrom>>): number {
  return closes.reduce((sum, close, i) => sum + close - (opens[i] ?? close), 0);
}

function spanOf({ from, to, id }: Outage) {
  const fromMs = toEpochMs(from);
  const toMs = toEpochMs(to);
  if (toMs >= fromMs) return { id: id ?? null, fromMs, toMs };
  throw new InvalidInstantError(
    "outage-backwards",
    `The outage ${id === undefined ? "" : `${show(id)} `}ends before it starts; give "from" and "to" in order.`,
    { fromMs, toMs },
  );
}

/** The first instant of a month and the first of the next, in the calendar's zone. */
function boundsOf(month: string, calendar: WorkingCalendar): [startMs: number, endMs: number] {
  const first = typeof month === "string" ? parseDate(`${month}-01`) : undefined;
  if (first === undefined) {
    throw new InvalidInstantError(
      "month-invalid",
      `${show(month)} is not a month; give "YYYY-MM", such as "2026-11".`,
      { given: show(month) },
    );
  }
  const { days } = calendar;
  return [days.endOf(first - 1), days.endOf(addMonths(first, 1) - 1)];
}

function noFixedFigure(): CoreHoursError {
  return new CoreHoursError(
    "no-fixed-figure",
    'The test is "fixed", and no fixedMinutes are given; give them, or test the percentage.',
  );
}
