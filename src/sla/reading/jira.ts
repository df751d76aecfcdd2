import type { DateTime, Duration } from "luxon";
import { MINUTE_MS } from "../../timeline/units";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";
import { english } from "./english";
import type { SlaCycle } from "./sla-reading";

/** An instant as Jira Service Management writes it. */
export interface JiraDate {
  readonly iso8601: string;
  readonly jira: string;
  readonly friendly: string;
  readonly epochMillis: number;
}

/** A length of working time as Jira Service Management writes it. */
export interface JiraDuration {
  readonly millis: number;
  readonly friendly: string;
}

interface JiraCycle {
  readonly startTime: JiraDate;
  readonly breachTime: JiraDate | null;
  readonly breached: boolean;
  readonly goalDuration: JiraDuration;
  readonly elapsedTime: JiraDuration;
  /** Below zero once it is breached. */
  readonly remainingTime: JiraDuration;
}

/** A cycle that has ended. */
export interface JiraCompletedCycle extends JiraCycle {
  readonly stopTime: JiraDate;
}

/** A cycle that has not ended. */
export interface JiraOngoingCycle extends JiraCycle {
  readonly paused: boolean;
  readonly withinCalendarHours: boolean;
}

/** One SLA of a request, as `GET /rest/servicedeskapi/request/{key}/sla` gives it. */
export interface JiraSla {
  readonly name: string;
  readonly completedCycles: readonly JiraCompletedCycle[];
  readonly ongoingCycle?: JiraOngoingCycle;
}

/**
 * A reading in the shape of Jira Service Management's SLA resource.
 *
 * A cycle that is cancelled, or to which nothing is promised, is left out, as Jira leaves out an SLA
 * whose conditions do not hold. An allowance in days is given as days of 24 hours, the only unit that
 * the shape has.
 *
 * @throws {CoreHoursError} `not-a-reading` for anything but a reading.
 * @example toJiraSla(reading).ongoingCycle?.breachTime?.iso8601 // "2026-11-25T12:00:00+0000"
 */
export function toJiraSla(reading: SlaReading): JiraSla {
  checkReading(reading, "toJiraSla");
  const completed: JiraCompletedCycle[] = [];
  let ongoingCycle: JiraOngoingCycle | undefined;
  for (const cycle of reading.cycles) {
    const { allowance } = cycle;
    if (cycle.status === "cancelled" || allowance === null) continue;
    if (cycle.stoppedAt) {
      completed.push({ ...cycleOf(cycle, allowance), stopTime: dateOf(cycle.stoppedAt) });
    } else {
      ongoingCycle = {
        ...cycleOf(cycle, allowance),
        paused: reading.paused,
        withinCalendarHours: reading.withinHours,
      };
    }
  }
  return {
    name: reading.title,
    completedCycles: completed,
    ...(ongoingCycle ? { ongoingCycle } : {}),
  };
}

function cycleOf(cycle: SlaCycle, allowance: Duration): JiraCycle {
  const { startedAt, dueAt, breached, elapsed } = cycle;
  return {
    startTime: dateOf(startedAt),
    // A cycle that has breached did so as it was due.
    breachTime: dueAt && dateOf(dueAt),
    breached,
    goalDuration: durationOf(allowance),
    elapsedTime: durationOf(elapsed),
    remainingTime: durationOf(allowance.minus(elapsed)),
  };
}

function dateOf(at: DateTime): JiraDate {
  const written = english(at);
  return {
    iso8601: written.toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ"),
    jira: written.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZZ"),
    friendly: written.toFormat("dd/LLL/yy h:mm a"),
    epochMillis: at.toMillis(),
  };
}

function durationOf(length: Duration): JiraDuration {
  const millis = length.toMillis();
  const minutes = Math.floor(Math.abs(millis) / MINUTE_MS);
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)}h` : "",
    minutes % 60 > 0 || minutes < 60 ? `${minutes % 60}m` : "",
  ].filter((part) => part !== "");
  return { millis, friendly: `${millis < 0 ? "-" : ""}${parts.join(" ")}` };
}
