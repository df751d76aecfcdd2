import { DateTime } from "luxon";
import type { WorkingCalendar } from "../index";
import { DAY_MS } from "../timeline/units";
import { fingerprintOf } from "./fingerprint";
import { type DayCounting, dayPieces, type Piece, type Span, timePieces } from "./pieces";
import type { MeasureRow, PieceRow } from "./schema";

/** A measure: its name in the tables, and its pieces of time. */
export interface Measure {
  readonly row: MeasureRow;
  readonly pieces: readonly PieceRow[];
}

/** Which dates are exported: the first and the last, ISO. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

/**
 * The working time of a calendar as a measure, or its working days counted in one way.
 *
 * @param counting how days are counted; null for working time
 * @param span what is exported of it
 * @throws {CoverageError} if the calendar does not cover the span.
 */
export function measureOf(
  calendar: WorkingCalendar,
  counting: DayCounting | null,
  span: Span,
): Measure {
  const pieces =
    counting === null ? timePieces(calendar.timeline, span) : dayPieces(calendar, counting, span);
  const last = pieces.at(-1);
  const about = {
    calendar: calendar.id,
    fingerprint: calendar.fingerprint({
      from: dateOf(calendar, span.fromMs),
      to: dateOf(calendar, span.toMs - 1),
    }),
    unit: counting === null ? ("milliseconds" as const) : ("days" as const),
    due: counting?.due ?? null,
    cutoff: counting?.cutoff ?? null,
    from_ms: span.fromMs,
    to_ms: span.toMs,
    published_until_ms: publishedUntilMs(calendar),
  };
  const share_size = counting === null ? DAY_MS : 1;
  const measure = fingerprintOf(JSON.stringify([about, pieces]));
  const row: MeasureRow = {
    measure,
    ...about,
    share_size,
    total: last === undefined ? 0 : reachedBy(last, span.toMs),
    instants: sum(pieces.map(({ from_ms, until_ms }) => partsOf(from_ms, until_ms, DAY_MS))),
    amounts: sum(pieces.map((piece) => sharesOf(piece, share_size))),
  };
  return { row, pieces: pieces.map((piece) => ({ measure, ...piece })) };
}

/** From the midnight that begins the first date to the one that ends the last, both in the coverage. */
export function spanOf(calendar: WorkingCalendar, { from, to }: Dates): Span {
  const { coverage } = calendar;
  const first = from < coverage.from ? coverage.from : from;
  const last = to > coverage.to ? coverage.to : to;
  return { fromMs: calendar.at(first).toMillis(), toMs: endOf(calendar, last) };
}

function endOf(calendar: WorkingCalendar, date: string): number {
  const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  return calendar.at(next).toMillis();
}

/** The date of an instant in the calendar's zone, ISO. */
function dateOf({ timeZone }: WorkingCalendar, ms: number): string {
  return DateTime.fromMillis(ms, { zone: timeZone }).toISODate() ?? ""; // Both ends of a span are instants.
}

/** The end of the last date whose bank holidays are published; null if none are used. */
function publishedUntilMs(calendar: WorkingCalendar): number | null {
  const { publishedUntil } = calendar.coverage;
  return publishedUntil === null ? null : endOf(calendar, publishedUntil);
}

function reachedBy({ from_ms, close_ms, reached }: Piece, ms: number): number {
  return reached + Math.min(ms, close_ms) - from_ms;
}

/** How many shares the gain of a piece touches. */
function sharesOf({ from_ms, close_ms, reached, gained }: Piece, size: number): number {
  if (gained === 0) return 0;
  return close_ms > from_ms ? partsOf(reached, reached + gained, size) : 1;
}

/** How many parts of a size `[from, until)` touches; none if it has no length. */
function partsOf(from: number, until: number, size: number): number {
  if (from >= until) return 0;
  return Math.floor((until - 1) / size) - Math.floor(from / size) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
