import type { DateTime, Duration } from "luxon";
import type { SlaReading } from "./sla-reading";

/**
 * A record of ServiceNow's `task_sla` table, by the names of its fields. Instants are UTC as
 * `yyyy-MM-dd HH:mm:ss`, lengths the same counted from 1970-01-01 00:00:00, both to the second, which
 * is all that the fields hold; an empty string stands for none.
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
  readonly percentage: number;
  readonly business_percentage: number;
  readonly timezone: string;
}

/**
 * A reading in the shape of ServiceNow's `task_sla`, one record for the present cycle.
 *
 * The business fields are those of the reading, on its calendar. `duration` and `percentage` are by
 * the clock on the wall without the pauses, as ServiceNow has them.
 *
 * @returns null for a reading that is pending, for which ServiceNow has no record yet
 * @example toServiceNowTaskSla(reading)?.planned_end_time // "2026-11-25 12:00:00"
 */
export function toServiceNowTaskSla(reading: SlaReading): ServiceNowTaskSla | null {
  const { startedAt, projectedDueAt, originalDueAt, stoppedAt, asOf } = reading;
  if (!startedAt || !originalDueAt) return null;
  const wallMs = reading.wallElapsed.toMillis() - reading.wallPausedFor.toMillis();
  const plannedMs = (projectedDueAt ?? originalDueAt).toMillis();
  const leftMs = Math.max(0, plannedMs - (stoppedAt ?? asOf).toMillis());
  return {
    task: reading.ticket ?? "",
    sla: reading.title,
    stage: stageOf(reading),
    active: stoppedAt === null,
    has_breached: reading.breached,
    start_time: dateOf(startedAt),
    end_time: dateOf(stoppedAt),
    original_breach_time: dateOf(originalDueAt),
    planned_end_time: dateOf(projectedDueAt),
    duration: durationOf(wallMs),
    business_duration: durationOf(lengthMs(reading.elapsed)),
    time_left: durationOf(leftMs),
    business_time_left: durationOf(lengthMs(reading.remaining)),
    pause_duration: durationOf(reading.wallPausedFor.toMillis()),
    business_pause_duration: durationOf(lengthMs(reading.pausedFor)),
    percentage: wallMs + leftMs === 0 ? 100 : (wallMs / (wallMs + leftMs)) * 100,
    business_percentage: reading.percentElapsed,
    timezone: asOf.zoneName ?? "",
  };
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
  return at ? at.toUTC().setLocale("en-US").toFormat(FORMAT) : "";
}

function durationOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
