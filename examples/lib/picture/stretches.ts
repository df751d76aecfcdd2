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
  const stretches: Stretch[] = [];
  for (const segment of segments) {
    const activity = ACTIVITIES[segment.why] ?? "running";
    const { state, severity } = segment;
    const toMs = segment.to.toMillis();
    const last = stretches.at(-1);
    if (
      last?.activity === activity &&
      last.state === state &&
      last.severity === severity &&
      last.segments[0]?.cycle === segment.cycle
    ) {
      stretches[stretches.length - 1] = { ...last, toMs, segments: [...last.segments, segment] };
    } else {
      const fromMs = segment.from.toMillis();
      stretches.push({ fromMs, toMs, activity, state, severity, segments: [segment] });
    }
  }
  return stretches;
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
