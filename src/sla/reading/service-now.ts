import type { DateTime, Duration } from "luxon";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";
import { english } from "./english";

/**
 * A record of ServiceNow's `task_sla` table, by the names of its fields. Instants are UTC as
 * `yyyy-MM-dd HH:mm:ss`. Lengths have the same form, counted from 1970-01-01 00:00:00. Both are to
 * the second, which is all that the fields hold. An empty string stands for a missing value.
 */
export interface ServiceNowTaskSla {
  readonly task: string;
  readonly sla: string;
  readonly stage: "in_progress" | "paused" | "completed" | "cancelled";
  readonly active: boolean;
  readonly has_breached: boolean;
  readonly start_time: string;
  readonly end_time: string;
  readonly original_breach_time: string;
  readonly planned_end_time: string;
  readonly duration: string;
  readonly business_duration: string;
  readonly time_left: string;
  readonly business_time_left: string;
  readonly pause_duration: string;
  readonly business_pause_duration: string;
  /** Above 100 once it has breached. */
  readonly percentage: number;
  readonly business_percentage: number;
  readonly timezone: string;
}

/**
 * A reading in the shape of ServiceNow's `task_sla`, one record for the present cycle, with the numbers
 * that ServiceNow's own calculator gives:
 *
 * - `duration` and `percentage` are by the wall clock, without the pauses. The percentage is of the
 *   time from the start to the end, the pauses taken out of both, and goes on beyond 100.
 * - the business fields are those of the reading, on its calendar;
 * - while it is paused, everything stands as it stood when the pause began, and the pauses do not
 *   include this one yet;
 * - a cancelled record stands as it stood when it was cancelled.
 *
 * @returns null for a reading that is pending, for which ServiceNow has no record yet, and for one without
 *   an allowance
 * @throws {CoreHoursError} `not-a-reading` for anything but a reading.
 * @example toServiceNowTaskSla(reading)?.planned_end_time // "2026-11-25 12:00:00"
 */
export function toServiceNowTaskSla(reading: SlaReading): ServiceNowTaskSla | null {
  checkReading(reading, "toServiceNowTaskSla");
  const { startedAt, originalDueAt, stoppedAt, asOf, pause, remaining, percentElapsed } = reading;
  if (!startedAt || !originalDueAt || !remaining || percentElapsed === null) return null;
  const start = reading.countedFrom ?? startedAt;
  // While it is paused, the record is not calculated again.
  const until = stoppedAt ?? pause?.since ?? asOf;
  const pausedMs = (pause?.wallPausedFor ?? reading.wallPausedFor).toMillis();
  const usedMs = until.toMillis() - start.toMillis() - pausedMs;
  const end = reading.pushedDueAt ?? reading.projectedDueAt ?? originalDueAt;
  const leftMs = Math.max(0, end.toMillis() - until.toMillis());
  return {
    task: reading.ticket ?? "",
    sla: reading.title,
    stage: stageOf(reading),
    active: stoppedAt === null,
    has_breached: reading.breached,
    start_time: dateOf(start),
    end_time: dateOf(stoppedAt),
    original_breach_time: dateOf(originalDueAt),
    planned_end_time: dateOf(plannedEnd(reading) ?? end),
    duration: durationOf(usedMs),
    business_duration: durationOf(lengthMs(reading.elapsed)),
    time_left: durationOf(leftMs),
    business_time_left: durationOf(lengthMs(remaining)),
    pause_duration: durationOf(pausedMs),
    business_pause_duration: durationOf(lengthMs(pause?.pausedFor ?? reading.pausedFor)),
    percentage: percentOf(usedMs, wholeOf(reading, end.toMillis() - start.toMillis(), pausedMs)),
    business_percentage: percentElapsed,
    timezone: reading.timeZone,
  };
}

/** The end that was planned: once it has passed it does not move. */
function plannedEnd({ pause, breachedAt, projectedDueAt }: SlaReading): DateTime | null {
  return breachedAt ?? pause?.dueAt ?? projectedDueAt;
}

/** The unpaused time from the start to the end, as ServiceNow's calculator works it out. */
function wholeOf({ pause, pausedFor }: SlaReading, spanMs: number, pausedMs: number): number {
  // Pauses out of hours may be longer than the whole span; then those on the calendar are taken.
  return spanMs < pausedMs ? spanMs - lengthMs(pause?.pausedFor ?? pausedFor) : spanMs - pausedMs;
}

/** All of nothing is used as soon as it starts. */
function percentOf(usedMs: number, wholeMs: number): number {
  return wholeMs > 0 ? (usedMs / wholeMs) * 100 : 100;
}

function stageOf({ status, stoppedAt, paused }: SlaReading): ServiceNowTaskSla["stage"] {
  if (status === "cancelled") return "cancelled";
  if (stoppedAt) return "completed";
  return paused ? "paused" : "in_progress";
}

/** Days are days of 24 hours here, the only unit that the fields have. */
function lengthMs(length: Duration): number {
  return length.toMillis();
}

const FORMAT = "yyyy-MM-dd HH:mm:ss";

function dateOf(at: DateTime | null): string {
  return at ? english(at.toUTC()).toFormat(FORMAT) : "";
}

function durationOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
