import {
  formatDuration,
  type SlaReading,
  type SlaSegment,
  type Why,
  type WorkingRow,
  workingOf,
} from "../../index";
import { plain } from "../../words/printable";
import type { Activity } from "../parts/bar";
import type { Column } from "../parts/page";
import { joinSpans, type Span } from "../time/span";

/** A stretch over which the state and the work of the clock stay the same. */
export interface Stretch extends Span {
  readonly activity: Activity;
  readonly state: string | null;
  readonly severity: string | null;
  readonly segments: readonly SlaSegment[];
}

const ACTIVITIES: Readonly<Partial<Record<Why, Activity>>> = {
  paused: "paused",
  stopped: "stopped",
  cancelled: "cancelled",
  "not-started": "waiting",
  restarted: "left-out",
};

/** The stretches of a ticket's life, in order. */
export function stretchesOf({ segments }: SlaReading): Stretch[] {
  const groups: SlaSegment[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (last?.[0] && isAlike(last[0], segment)) last.push(segment);
    else groups.push([segment]);
  }
  return groups.flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) return [];
    const { state, severity } = first;
    const [fromMs, toMs] = [first.from.toMillis(), last.to.toMillis()];
    return [{ fromMs, toMs, activity: activityIn(first), state, severity, segments: group }];
  });
}

function activityIn({ why }: SlaSegment): Activity {
  return ACTIVITIES[why] ?? "running";
}

function isAlike(a: SlaSegment, b: SlaSegment): boolean {
  const isSame = a.state === b.state && a.severity === b.severity && a.cycle === b.cycle;
  return isSame && activityIn(a) === activityIn(b);
}

/**
 * When the clock counted.
 *
 * @param leastGapMs shorter gaps, such as nights, are passed over, so a long life has few spans
 */
export function countedSpans({ segments }: SlaReading, leastGapMs: number): Span[] {
  const spans: { fromMs: number; toMs: number }[] = [];
  let isInterrupted = true;
  for (const { why, from, to } of segments) {
    if (why !== "counted") {
      // Only the calendar makes gaps that are passed over; a pause never is.
      isInterrupted ||= why in ACTIVITIES;
      continue;
    }
    const last = spans.at(-1);
    const isNear = last !== undefined && from.toMillis() - last.toMs < leastGapMs;
    if (isNear && !isInterrupted) last.toMs = to.toMillis();
    else spans.push({ fromMs: from.toMillis(), toMs: to.toMillis() });
    isInterrupted = false;
  }
  return joinSpans(spans);
}

/**
 * A life of up to this many parts is described part by part, and a longer one by its changes of state
 * alone.
 */
const MOST_ROWS = 300;

export const STRETCH_COLUMNS: readonly Column[] = [
  { head: "from", kind: "instant" },
  { head: "to", kind: "instant" },
  { head: "state" },
  { head: "counted", kind: "number" },
  { head: "total", kind: "number" },
  { head: "why" },
];

/** A ticket's life as the rows of a table. */
export function stretchRows(reading: SlaReading): string[][] {
  const working = workingOf(reading);
  if (working.length <= MOST_ROWS) return working.map(cellsOf);
  let first = 0;
  return stretchesOf(reading).map(({ segments }) => {
    const rows = working.slice(first, first + segments.length);
    first += segments.length;
    return cellsOf(oneRow(rows, segments));
  });
}

function cellsOf({ from, to, state, counted, total, why }: WorkingRow): string[] {
  return [from, to, plain(state), counted, total, plain(why)];
}

/** A stretch of many parts as one row: why it counted or did not, and how often. */
function oneRow(rows: readonly WorkingRow[], segments: readonly SlaSegment[]): WorkingRow {
  // A stretch has at least one part.
  const first = rows[0] as WorkingRow;
  const last = rows.at(-1) as WorkingRow;
  const counted = segments.map((segment) => segment.counted).reduce((a, b) => a.plus(b));
  const times = new Map<string, number>();
  for (const { why } of rows) times.set(why, (times.get(why) ?? 0) + 1);
  const reasons = [...times].map(([why, n]) => (n === 1 ? why : `${why} (${n} times)`));
  return { ...last, from: first.from, counted: formatDuration(counted), why: reasons.join(", ") };
}
