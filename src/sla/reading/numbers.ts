import { CoreHoursError } from "../../timeline";
import type { Measure, Unit } from "../allowance/measure";
import type { Clock } from "../clock/clock";
import type { Activity } from "../clock/state";

/**
 * Where a clock stands. `breached` wins over `running` and `paused`: that it still counts is told by
 * `stoppedAt`, which is null, and that it is paused by `paused`.
 */
export type SlaStatus = "pending" | "running" | "paused" | "met" | "breached" | "cancelled";

/** A reading in plain numbers: instants in epoch milliseconds, amounts in the unit of the allowance. */
export interface NumericReading {
  readonly status: SlaStatus;
  readonly breached: boolean;
  readonly paused: boolean;
  readonly severity: string | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly dueAtMs: number | null;
  readonly projectedDueAtMs: number | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAtMs: number | null;
  /** What the amounts are counted in. */
  readonly unit: Unit;
  readonly allowance: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly overrun: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly wallElapsedMs: number;
  readonly percentElapsed: number;
  readonly reopenings: number;
  readonly provisional: boolean;
}

/**
 * Reads a clock that has been advanced to `asOfMs`.
 *
 * @param fromNow the measure of a clock that starts at `asOfMs`, where one can be told
 */
export function readClock(
  clock: Clock,
  asOfMs: number,
  fromNow: () => Measure | null,
): NumericReading {
  const { now, measure } = clock;
  const { activity, startedAtMs, originalDueAtMs } = now;
  if (startedAtMs === null || !measure) {
    return notStarted(activity, now.severity, asOfMs, activity === "pending" ? fromNow() : null);
  }
  const verdict = activity === "stopped" ? now.verdict : null;
  const { allowance, unit } = verdict ?? measure;
  const elapsed = verdict ? verdict.elapsed : now.used;
  const remaining = Math.max(0, allowance - elapsed);
  const breachedAtMs = verdict ? verdict.breachedAtMs : now.breachedAtMs;
  const stoppedAtMs = verdict ? verdict.stoppedAtMs : now.cancelledAtMs;
  const endMs = stoppedAtMs ?? asOfMs;
  const projectedDueAtMs =
    verdict?.dueAtMs ??
    breachedAtMs ??
    (activity === "cancelled" ? null : measure.add(asOfMs, remaining));
  return {
    status: statusOf(activity, breachedAtMs !== null),
    breached: breachedAtMs !== null,
    paused: activity === "paused",
    severity: verdict ? verdict.severity : now.measuredAs,
    startedAtMs,
    originalDueAtMs,
    // Nobody knows when a paused ticket is due, unless that is past.
    dueAtMs: activity === "paused" ? breachedAtMs : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs,
    unit,
    allowance,
    elapsed,
    remaining,
    overrun: Math.max(0, elapsed - allowance),
    pausedFor: verdict ? verdict.pausedFor : now.pausedFor,
    wallPausedMs: verdict ? verdict.wallPausedMs : now.wallPausedMs,
    wallElapsedMs: endMs - startedAtMs,
    percentElapsed: allowance === 0 ? 100 : (elapsed / allowance) * 100,
    reopenings: now.reopenings,
    provisional:
      verdict?.provisional ??
      (now.provisional ||
        now.originalIsProvisional ||
        (projectedDueAtMs !== null && measure.isProvisional(projectedDueAtMs))),
  };
}

function statusOf(activity: Activity, breached: boolean): SlaStatus {
  if (activity === "pending" || activity === "cancelled") return activity;
  if (breached) return "breached";
  return activity === "stopped" ? "met" : activity;
}

function notStarted(
  activity: Activity,
  severity: string | null,
  asOfMs: number,
  measure: Measure | null,
): NumericReading {
  const allowance = measure?.allowance ?? 0;
  const projectedDueAtMs = measure && projected(measure, asOfMs);
  return {
    status: statusOf(activity, false),
    breached: false,
    paused: false,
    severity,
    startedAtMs: null,
    originalDueAtMs: null,
    dueAtMs: null,
    projectedDueAtMs,
    breachedAtMs: null,
    stoppedAtMs: null,
    unit: measure?.unit ?? "milliseconds",
    allowance,
    elapsed: 0,
    remaining: allowance,
    overrun: 0,
    pausedFor: 0,
    wallPausedMs: 0,
    wallElapsedMs: 0,
    percentElapsed: 0,
    reopenings: 0,
    provisional: projectedDueAtMs !== null && measure?.isProvisional(projectedDueAtMs) === true,
  };
}

/** When a clock that started at an instant would be due; null if the calendar cannot tell. */
function projected(measure: Measure, asOfMs: number): number | null {
  try {
    return measure.add(asOfMs, measure.allowance);
  } catch (error) {
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}

/** The statuses, in the order in which columns of readings number them. */
export const STATUSES: readonly SlaStatus[] = Object.freeze([
  "pending",
  "running",
  "paused",
  "met",
  "breached",
  "cancelled",
]);
