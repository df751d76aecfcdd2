import { DateTime, Duration, type Zone } from "luxon";
import type { Activity, Clock } from "./clock";
import type { Measure, Unit } from "./measure";

/**
 * Where a clock stands. `breached` wins over `running` and `paused`: whether it still counts is told
 * by `stoppedAt`, whether it is paused by `dueAt`.
 */
export type SlaStatus = "pending" | "running" | "paused" | "met" | "breached" | "cancelled";

/** A reading in plain numbers: instants in epoch milliseconds, amounts in the unit of the allowance. */
export interface NumericReading {
  readonly status: SlaStatus;
  readonly breached: boolean;
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
  readonly wallElapsedMs: number;
  readonly percentElapsed: number;
  readonly provisional: boolean;
}

/** The answer to "when is it due, and has it breached", as of one instant. Immutable; plain JSON. */
export interface SlaReading {
  /** The ticket, where the history was given with one. */
  readonly ticket: string | null;
  /** The name of the target. */
  readonly target: string;
  /** The clause it comes from. */
  readonly clause: string | null;
  readonly asOf: DateTime;
  readonly status: SlaStatus;
  /** Whether the due instant passed while the clock was running. */
  readonly breached: boolean;
  readonly severity: string | null;
  readonly startedAt: DateTime | null;
  /** When it was due as it started; never moves. */
  readonly originalDueAt: DateTime | null;
  /** When it is due; null while paused, since nobody knows. */
  readonly dueAt: DateTime | null;
  /** When it is due if work resumes at `asOf`. */
  readonly projectedDueAt: DateTime | null;
  readonly breachedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
  readonly allowance: Duration;
  /** How much of the allowance has been used. */
  readonly elapsed: Duration;
  /** How much is left; never below zero. */
  readonly remaining: Duration;
  /** How much more than the allowance has been used; never below zero. */
  readonly overrun: Duration;
  /** How long it has been paused, on the calendar. */
  readonly pausedFor: Duration;
  /** From the start to the stop, or to `asOf`, by the clock on the wall. */
  readonly wallElapsed: Duration;
  /** `elapsed` over `allowance`; never rounded, and never used to decide a breach. */
  readonly percentElapsed: number;
  /** Whether the answer rests on bank holidays that are projected and may yet change. */
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
    severity: verdict ? verdict.severity : now.measuredAs,
    startedAtMs,
    originalDueAtMs,
    dueAtMs: activity === "paused" ? null : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs,
    unit,
    allowance,
    elapsed,
    remaining,
    overrun: Math.max(0, elapsed - allowance),
    pausedFor: verdict ? verdict.pausedFor : now.pausedFor,
    wallElapsedMs: endMs - startedAtMs,
    percentElapsed: allowance === 0 ? 100 : (elapsed / allowance) * 100,
    provisional: measure.isProvisional(
      Math.max(endMs, projectedDueAtMs ?? endMs, originalDueAtMs ?? endMs),
    ),
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
  const projectedDueAtMs = measure ? measure.add(asOfMs, allowance) : null;
  return {
    status: statusOf(activity, false),
    breached: false,
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
    wallElapsedMs: 0,
    percentElapsed: 0,
    provisional: projectedDueAtMs !== null && measure?.isProvisional(projectedDueAtMs) === true,
  };
}

/** What a reading says besides its numbers. */
export interface ReadingLabels {
  readonly ticket: string | null;
  readonly target: string;
  readonly clause: string | null;
  /** The zone of its instants. */
  readonly zone: Zone;
}

/** Dresses numbers as a reading: instants as `DateTime`s, lengths as `Duration`s. */
export function dressReading(
  numbers: NumericReading,
  asOfMs: number,
  labels: ReadingLabels,
): SlaReading {
  const { ticket, target, clause, zone } = labels;
  const instant = (ms: number) => DateTime.fromMillis(ms, { zone });
  const maybe = (ms: number | null) => (ms === null ? null : instant(ms));
  const length = (amount: number) =>
    numbers.unit === "days" ? Duration.fromObject({ days: amount }) : Duration.fromMillis(amount);
  return Object.freeze({
    ticket,
    target,
    clause,
    asOf: instant(asOfMs),
    status: numbers.status,
    breached: numbers.breached,
    severity: numbers.severity,
    startedAt: maybe(numbers.startedAtMs),
    originalDueAt: maybe(numbers.originalDueAtMs),
    dueAt: maybe(numbers.dueAtMs),
    projectedDueAt: maybe(numbers.projectedDueAtMs),
    breachedAt: maybe(numbers.breachedAtMs),
    stoppedAt: maybe(numbers.stoppedAtMs),
    allowance: length(numbers.allowance),
    elapsed: length(numbers.elapsed),
    remaining: length(numbers.remaining),
    overrun: length(numbers.overrun),
    pausedFor: length(numbers.pausedFor),
    wallElapsed: Duration.fromMillis(numbers.wallElapsedMs),
    percentElapsed: numbers.percentElapsed,
    provisional: numbers.provisional,
  });
}
