import type { SlaReading, WorkingCalendar } from "../../index";
import { isInDays } from "../../words/amounts";
import { type Day, daysOf } from "../time/days";
import type { Span } from "../time/span";

/** How much had been used at an instant, in milliseconds or, if days are counted, in days. */
export interface Point {
  readonly atMs: number;
  readonly used: number;
}

/** The running total of one cycle. */
export interface TotalLine {
  readonly allowance: number;
  readonly points: readonly Point[];
  /** How it goes on to the due instant if the clock keeps running from now; empty if it does not. */
  readonly ahead: readonly Point[];
}

/** The running total of each cycle, the present one last. */
export function totalLines(reading: SlaReading, calendar: WorkingCalendar | null): TotalLine[] {
  return reading.cycles.map(({ allowance }, cycle) => ({
    allowance: allowance && allowance.valueOf() !== 0 ? amountOf(allowance) : 0,
    points: pointsOf(reading, cycle, calendar),
    ahead: cycle === reading.cycles.length - 1 ? pointsAhead(reading, calendar) : [],
  }));
}

/** An amount of a reading in the unit it is counted in. */
export function amountOf(length: SlaReading["elapsed"]): number {
  return isInDays(length) ? length.days : length.toMillis();
}

function pointsOf(reading: SlaReading, cycle: number, calendar: WorkingCalendar | null): Point[] {
  const points: Point[] = [];
  for (const segment of reading.segments) {
    if (segment.cycle !== cycle || segment.why === "not-started") continue;
    const span = { fromMs: segment.from.toMillis(), toMs: segment.to.toMillis() };
    const total = amountOf(segment.total);
    const counted = amountOf(segment.counted);
    points.push({ atMs: span.fromMs, used: total - counted });
    if (isInDays(segment.counted)) {
      for (const step of steps(span, counted, total, reading, calendar)) points.push(step);
    }
    points.push({ atMs: span.toMs, used: total });
  }
  return points;
}

function pointsAhead(reading: SlaReading, calendar: WorkingCalendar | null): Point[] {
  const { stoppedAt, breached, projectedDueAt, asOf, elapsed, remaining } = reading;
  if (stoppedAt || breached || !projectedDueAt || !remaining) return [];
  const span = { fromMs: asOf.toMillis(), toMs: projectedDueAt.toMillis() };
  const used = amountOf(elapsed);
  const all = used + amountOf(remaining);
  const first = { atMs: span.fromMs, used };
  const last = { atMs: span.toMs, used: all };
  if (isInDays(elapsed)) return [first, ...steps(span, all - used, all, reading, calendar), last];
  if (!calendar) return [first, last];
  const between: Point[] = [];
  let total = used;
  for (const { openMs, closeMs } of calendar.timeline.periods(span.fromMs, span.toMs)) {
    between.push({ atMs: openMs, used: total });
    total += closeMs - openMs;
    between.push({ atMs: closeMs, used: total });
  }
  return [first, ...between, last];
}

/** The corners of a stair that rises by a day at each of some moments, up to a total. */
function steps(
  span: Span,
  days: number,
  total: number,
  reading: SlaReading,
  calendar: WorkingCalendar | null,
): Point[] {
  return dayMoments(span, days, reading, calendar).flatMap((atMs, i) => [
    { atMs, used: total - days + i },
    { atMs, used: total - days + i + 1 },
  ]);
}

/**
 * When each of the counted days was used up. A reading does not say whether its days are used up at
 * midnight, at the time of the start or at closing time. So it is the way that fits their number, and
 * that leads to the due instant if several fit. If none fits, they are spread evenly.
 */
function dayMoments(
  span: Span,
  count: number,
  { startedAt, asOf, dueAt, projectedDueAt }: SlaReading,
  calendar: WorkingCalendar | null,
): number[] {
  const zone = calendar?.timeZone ?? asOf.zoneName ?? "UTC";
  const timeOfDay = startedAt ? startedAt.diff(startedAt.startOf("day")).toMillis() : 0;
  const ways: readonly ((day: Day) => number)[] = [
    ({ toMs }) => toMs,
    ({ fromMs }) => fromMs + timeOfDay,
    ({ toMs }) => calendar?.timeline.previousClose(toMs) ?? toMs,
  ];
  const momentsBy = (way: (day: Day) => number, { fromMs, toMs }: Span) =>
    daysOf({ fromMs, toMs }, zone, calendar)
      .filter(({ isWorking }) => isWorking)
      .map(way)
      .filter((ms) => ms > fromMs && ms <= toMs);
  const dueMs = (dueAt ?? projectedDueAt)?.toMillis();
  const isOfDue = (way: (day: Day) => number) =>
    dueMs !== undefined && momentsBy(way, { fromMs: dueMs - 1, toMs: dueMs }).length > 0;
  const fitting = ways.filter((way) => momentsBy(way, span).length === count);
  const way = fitting.find(isOfDue) ?? fitting[0];
  if (way !== undefined) return momentsBy(way, span);
  const lengthMs = span.toMs - span.fromMs;
  return Array.from({ length: count }, (_, i) => span.fromMs + (lengthMs * (i + 1)) / count);
}
