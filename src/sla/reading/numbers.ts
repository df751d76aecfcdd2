import type { Measure, Unit } from "../allowance/measure";
import { told } from "../allowance/told";
import type { Clock } from "../clock/clock";
import { isUncounted, type Promised } from "../clock/rules";
import type { Activity, PromiseKind } from "../clock/state";

/**
 * Where a clock stands. `not-applicable` is a ticket to which nothing is promised. `breached` wins
 * over `running` and `paused`: if `stoppedAt` is null it still counts, and `paused` says whether it
 * is paused.
 */
export type SlaStatus =
  | "pending"
  | "running"
  | "paused"
  | "met"
  | "breached"
  | "cancelled"
  | "not-applicable";

/** A reading in plain numbers: instants in epoch milliseconds, amounts in the unit of the allowance. */
export interface NumericReading {
  readonly status: SlaStatus;
  readonly breached: boolean;
  readonly paused: boolean;
  readonly severity: string | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  /** Null while paused, unless it is breached or has an agreed date. */
  readonly dueAtMs: number | null;
  readonly projectedDueAtMs: number | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAtMs: number | null;
  /** What the amounts are counted in. */
  readonly unit: Unit;
  /**
   * Null if nothing is promised, or the severity is not known yet. With an agreed date, what was used and
   * what may be used until then.
   */
  readonly allowance: number | null;
  readonly elapsed: number;
  /** Null if there is no allowance. */
  readonly remaining: number | null;
  readonly overrun: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly wallElapsedMs: number;
  /** Null if there is no allowance. */
  readonly percentElapsed: number | null;
  readonly reopenings: number;
  readonly provisional: boolean;
}

/**
 * Reads a clock that has been advanced to `asOfMs`.
 *
 * @param fromNow what is promised to a ticket that starts at `asOfMs`
 */
export function readClock(clock: Clock, asOfMs: number, fromNow: () => Promised): NumericReading {
  const { now, count } = clock;
  const { activity, startedAtMs, verdict } = now;
  if (startedAtMs === null) return notStarted(activity, now.severity, asOfMs, fromNow);
  const { measure, isJudged } = count;
  const agreed = verdict ? verdict.agreed : count.agreed;
  const promise = agreed ? "measured" : (verdict ?? now).promise;
  const allowance = verdict ? verdict.allowance : count.allowance;
  const elapsed = verdict ? verdict.elapsed : now.used;
  const remaining = allowance === null ? null : Math.max(0, allowance - elapsed);
  const breachedAtMs = verdict ? verdict.breachedAtMs : isJudged ? now.breachedAtMs : null;
  const stoppedAtMs = verdict ? verdict.stoppedAtMs : now.cancelledAtMs;
  const projectedDueAtMs = verdict
    ? verdict.dueAtMs
    : (breachedAtMs ?? (activity === "cancelled" ? null : count.dueFrom(asOfMs)));
  // An agreed date that is ahead has not been used up, however much has been counted.
  const isAhead = agreed !== null && (stoppedAtMs ?? asOfMs) < agreed.dueAtMs;
  return {
    status: statusOf(activity, breachedAtMs !== null, promise),
    breached: breachedAtMs !== null,
    paused: activity === "paused",
    severity: verdict ? verdict.severity : now.measuredAs,
    startedAtMs,
    // What the clock counts beneath a verdict is not a part of the verdict.
    originalDueAtMs: (verdict ?? now).originalDueAtMs,
    // Nobody knows when a paused ticket is due, unless that is past or agreed.
    dueAtMs: activity === "paused" ? (breachedAtMs ?? count.dueInPause()) : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs,
    unit: verdict ? verdict.unit : count.unit,
    allowance,
    elapsed,
    remaining,
    overrun: allowance === null ? 0 : Math.max(0, elapsed - allowance),
    pausedFor: verdict ? verdict.pausedFor : now.pausedFor,
    wallPausedMs: verdict ? verdict.wallPausedMs : now.wallPausedMs,
    wallElapsedMs: (stoppedAtMs ?? asOfMs) - startedAtMs,
    percentElapsed: percentOf(elapsed, allowance, isAhead),
    reopenings: now.reopenings,
    provisional:
      verdict?.provisional ??
      (now.provisional || now.originalIsProvisional || isProvisional(measure, projectedDueAtMs)),
  };
}

/** Whether an instant rests on bank holidays that are projected. */
function isProvisional(measure: Measure | null, atMs: number | null): boolean {
  return measure !== null && atMs !== null && measure.isProvisional(atMs);
}

/** All of nothing is used as soon as it starts. */
function percentOf(elapsed: number, allowance: number | null, isAhead: boolean): number | null {
  if (allowance === null) return null;
  if (allowance === 0) return isAhead ? 0 : 100;
  return (elapsed / allowance) * 100;
}

function statusOf(activity: Activity, breached: boolean, promise: PromiseKind): SlaStatus {
  // A ticket that ended before anybody knew its severity was never promised anything.
  if (promise === "none") return "not-applicable";
  if (activity === "cancelled") return activity;
  if (breached) return "breached";
  if (activity !== "stopped") return activity;
  // Likewise one that ended before a date was agreed.
  return promise === "measured" ? "met" : "not-applicable";
}

function notStarted(
  activity: Activity,
  severity: string | null,
  asOfMs: number,
  fromNow: () => Promised,
): NumericReading {
  // Otherwise it was cancelled before it started.
  const isPending = activity === "pending";
  const promised = isPending ? fromNow() : "ungraded";
  const measure = typeof promised === "string" ? null : promised.from(asOfMs);
  const projectedDueAtMs = measure && told(() => measure.add(asOfMs, measure.allowance));
  // Before the start, it does not matter yet what the severity allows.
  const allowance = isUncounted(promised) ? null : (measure?.allowance ?? 0);
  return {
    status: promised === "none" ? "not-applicable" : isPending ? "pending" : "cancelled",
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
    percentElapsed: allowance === null ? null : 0,
    reopenings: 0,
    provisional: isProvisional(measure, projectedDueAtMs),
  };
}

/** The statuses, in the order in which columns of readings number them. */
export const STATUSES: readonly SlaStatus[] = Object.freeze([
  "pending",
  "running",
  "paused",
  "met",
  "breached",
  "cancelled",
  "not-applicable",
]);
