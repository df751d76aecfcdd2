import type { SlaReading, SlaSegment, Why } from "../../../src/index";
import { joinSpans, type Span } from "./span";

/** What the clock does over a stretch of a ticket's life. */
export type Activity = "running" | "paused" | "stopped" | "cancelled" | "waiting" | "left-out";

/** A stretch over which neither the state nor what the clock does changes. */
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
 * @param leastGapMs shorter gaps, such as nights, are passed over, so that a long life has few spans
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
