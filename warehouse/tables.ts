import type { Timeline } from "../src/timeline";

export const DAY_MS = 86_400_000;

/** What a calendar's tables know about: the instants from the first to the last, both included. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * A row of the table of days, by the names of its columns: open from `open_ms` until `close_ms`, and then
 * closed until just before `until_ms`.
 *
 * It is there once for each UTC day that this has a part in, so that every instant of the span lies in
 * one row of its day.
 */
export interface DayRow {
  readonly calendar: string;
  /** Days since 1970-01-01 in UTC. */
  readonly utc_day: number;
  readonly open_ms: number;
  readonly close_ms: number;
  /** The next opening; just after the last instant of the span where there is none. */
  readonly until_ms: number;
  /** What has been worked in the span before it opens. */
  readonly worked_before_ms: number;
}

/**
 * A row of the table of periods: one open period.
 *
 * It is there once for each 24 hours of work that it has a part in, so that every millisecond worked in
 * the span lies in one row of its 24 hours.
 */
export interface PeriodRow {
  readonly calendar: string;
  /** Which 24 hours of work, counted from 0. */
  readonly worked_day: number;
  readonly worked_before_ms: number;
  readonly worked_after_ms: number;
  readonly open_ms: number;
  readonly close_ms: number;
  /** Null for the last period of the span: what follows is not known. */
  readonly next_open_ms: number | null;
}

export interface CalendarTables {
  readonly days: readonly DayRow[];
  readonly periods: readonly PeriodRow[];
}

/**
 * A calendar as two tables. They answer as a timeline does whose coverage is the span.
 *
 * @param calendar what its rows are to call it
 * @throws {CoverageError} where the timeline does not cover the span.
 */
export function tablesOf(calendar: string, timeline: Timeline, span: Span): CalendarTables {
  const { fromMs, toMs } = span;
  const open = [...timeline.periods(fromMs, toMs)];
  const openingAfter = (i: number) => open[i + 1]?.openMs ?? null;
  const days: DayRow[] = [];
  const periods: PeriodRow[] = [];

  const addDays = (row: Omit<DayRow, "calendar" | "utc_day">) => {
    for (const utc_day of daysOf(row.open_ms, row.until_ms)) {
      days.push({ calendar, utc_day, ...row });
    }
  };
  // Before the first opening, if anything is: a period of no length.
  const first_ms = openingAfter(-1) ?? toMs + 1;
  addDays({ open_ms: fromMs, close_ms: fromMs, until_ms: first_ms, worked_before_ms: 0 });

  let worked_before_ms = 0;
  for (const [i, { openMs: open_ms, closeMs: close_ms }] of open.entries()) {
    const next_open_ms = openingAfter(i);
    const worked_after_ms = worked_before_ms + (close_ms - open_ms);
    addDays({ open_ms, close_ms, until_ms: next_open_ms ?? toMs + 1, worked_before_ms });
    const period = { worked_before_ms, worked_after_ms, open_ms, close_ms, next_open_ms };
    for (const worked_day of daysOf(worked_before_ms, worked_after_ms)) {
      periods.push({ calendar, worked_day, ...period });
    }
    worked_before_ms = worked_after_ms;
  }
  return { days, periods };
}

/** The numbers of the days that `[from, until)` has a part in; none where it has no length. */
function daysOf(from: number, until: number): readonly number[] {
  if (from >= until) return [];
  const first = Math.floor(from / DAY_MS);
  const last = Math.floor((until - 1) / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
