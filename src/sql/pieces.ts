import type { DayDue, Timeline, WorkingCalendar } from "../index";
import { DAY_MS } from "../timeline/units";
import { SqlRefusal } from "./refusal";

const QUARTER_MS = DAY_MS / 96;

/** The exported span of a calendar: the instants from the first to the last, both included. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * A piece of time; its properties are named like the columns of the tables. In working time, it is open
 * from `from_ms` until `close_ms`, and then closed until just before `until_ms`. In working days, no day
 * is used up within it, and `close_ms` is `from_ms`.
 */
export interface Piece {
  readonly from_ms: number;
  readonly close_ms: number;
  /**
   * The instant at which the next piece begins; for the last piece, just after the last instant of the
   * span.
   */
  readonly until_ms: number;
  /** How much of the measure has been reached at `from_ms`, from somewhere before the span. */
  readonly reached: number;
  /** How much is gained in it; a day is gained at its very start, and is in `reached`. */
  readonly gained: number;
  /** When a closed calendar opens again; null for days, or if the span does not say. */
  readonly next_open_ms: number | null;
  /** For a count of days that starts in it: how much had been reached by the end of day 0; otherwise null. */
  readonly received: number | null;
}

/** The most UTC days, or shares, that one piece may touch. */
export const LONGEST_DAYS = 32;

/**
 * The working time of a span in pieces.
 *
 * @throws {CoverageError} if the timeline does not cover the span.
 */
export function timePieces(timeline: Timeline, { fromMs, toMs }: Span): readonly Piece[] {
  const open = [...timeline.periods(fromMs, toMs)];
  const openingAt = (i: number) => open[i]?.openMs ?? null;
  const pieces: Piece[] = [];
  const add = (piece: Omit<Piece, "received">) => pieces.push({ ...piece, received: null });
  const first = openingAt(0);
  if (first !== fromMs) {
    const until_ms = first ?? toMs + 1;
    const closed = { reached: 0, gained: 0, next_open_ms: first };
    add({ from_ms: fromMs, close_ms: fromMs, until_ms, ...closed });
  }
  let reached = 0;
  for (const [i, { openMs, closeMs }] of open.entries()) {
    const next_open_ms = openingAt(i + 1);
    const until_ms = next_open_ms ?? toMs + 1;
    const gained = closeMs - openMs;
    add({ from_ms: openMs, close_ms: closeMs, until_ms, reached, gained, next_open_ms });
    reached += gained;
  }
  return pieces.flatMap(shortened);
}

/** A piece that is no longer than {@link LONGEST_DAYS}, or several of them. */
function shortened(piece: Piece): readonly Piece[] {
  const short: Piece[] = [];
  let rest = piece;
  while (rest.until_ms - rest.from_ms > (LONGEST_DAYS - 1) * DAY_MS) {
    const cutMs = rest.from_ms + (LONGEST_DAYS - 1) * DAY_MS;
    const [before, after] = cut(rest, cutMs);
    short.push(before);
    rest = after;
  }
  return [...short, rest];
}

/** A piece in two, at an instant within it. */
function cut(piece: Piece, cutMs: number): readonly [Piece, Piece] {
  const { from_ms, close_ms, reached, gained } = piece;
  if (cutMs < close_ms) {
    const early = cutMs - from_ms;
    return [
      { ...piece, close_ms: cutMs, until_ms: cutMs, gained: early, next_open_ms: cutMs },
      { ...piece, from_ms: cutMs, reached: reached + early, gained: gained - early },
    ];
  }
  const later = reached + (close_ms > from_ms ? gained : 0);
  return [
    { ...piece, until_ms: cutMs },
    { ...piece, from_ms: cutMs, close_ms: cutMs, reached: later, gained: 0 },
  ];
}

/** How working days are counted. */
export interface DayCounting {
  readonly due: Exclude<DayDue, "same-time">;
  readonly cutoff: string | undefined;
}

/** What changes at an instant: another day is used up, or another would be day 0. */
interface Step {
  readonly atMs: number;
  readonly gains: number;
  readonly received: number | null;
}

/**
 * The working days of a span in pieces.
 *
 * @throws {SqlRefusal} if the zone's clocks go back over midnight in the span: a date comes twice.
 */
export function dayPieces(
  calendar: WorkingCalendar,
  counting: DayCounting,
  span: Span,
): readonly Piece[] {
  const steps = stepsOf(calendar, counting, span).sort((a, b) => a.atMs - b.atMs);
  const pieces: Piece[] = [];
  let reached = 0;
  let received = 0;
  const add = (from_ms: number, until_ms: number, gained: number) => {
    const rest = { close_ms: from_ms, next_open_ms: null, reached, gained, received };
    pieces.push({ from_ms, until_ms, ...rest });
  };
  let gained = 0;
  let fromMs = span.fromMs;
  for (const step of steps) {
    if (step.atMs > span.toMs) break;
    const isNew = step.atMs > fromMs || (gained > 0 && step.gains > 0);
    if (isNew) {
      add(fromMs, step.atMs, gained);
      gained = 0;
      fromMs = step.atMs;
    }
    reached += step.gains;
    received = step.received ?? received;
    if (step.atMs >= span.fromMs) gained += step.gains;
  }
  add(fromMs, span.toMs + 1, gained);
  return pieces.flatMap(shortened);
}

/** Every step of the dates of a span, and of the date before it, whose last shift may reach into it. */
function stepsOf(calendar: WorkingCalendar, { due, cutoff }: DayCounting, span: Span): Step[] {
  const steps: Step[] = [];
  let before = 0;
  for (const date of datesOf(calendar, span)) {
    const startMs = calendar.at(date).toMillis();
    const works = calendar.isWorkingDay(date);
    const upTo = before + (works ? 1 : 0);
    const next = upTo + 1;
    steps.push({ atMs: startMs, gains: 0, received: cutoff === undefined || works ? upTo : next });
    if (works && cutoff !== undefined) {
      const atMs = calendar.at(`${date}T${cutoff}`).toMillis();
      steps.push({ atMs, gains: 0, received: next });
    }
    if (works) {
      const atMs = calendar.addWorkingDays(startMs, 0, { due }).toMillis();
      steps.push({ atMs, gains: 1, received: null });
    }
    before = upTo;
  }
  return steps;
}

function datesOf(calendar: WorkingCalendar, { fromMs, toMs }: Span): readonly string[] {
  const { coverage } = calendar;
  const dates: string[] = [];
  // A day of UTC is at most a day from any zone's.
  for (let day = Math.floor(fromMs / DAY_MS) - 2; ; day++) {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    if (date < coverage.from) continue;
    if (date > coverage.to || calendar.at(date).toMillis() > toMs) return dates;
    refuseTwice(calendar, date);
    dates.push(date);
  }
}

/** Clocks that go back over midnight repeat a date that was over. */
function refuseTwice(calendar: WorkingCalendar, date: string): void {
  const start = calendar.at(date);
  for (let later = 1; later < 8; later++) {
    // A date of 24 hours has no clock change, and one that begins later than midnight has gone forward.
    if (start.plus({ days: 1 }).toMillis() - start.toMillis() === DAY_MS) return;
    if (start.plus({ milliseconds: later * QUARTER_MS }).toISODate() === date) continue;
    throw new SqlRefusal([
      `calendar "${calendar.id}": clocks go back over midnight on ${date}, and the date before comes twice; choose a span without that date`,
    ]);
  }
}
