import type { DateTime } from "luxon";
import type { Why } from "../allowance/pieces";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";
import { english } from "./english";
import { formatDuration } from "./format-duration";
import type { SlaSegment } from "./sla-reading";

/** One stretch of a ticket's life, as text that a person can check against a wall calendar. */
export interface WorkingRow {
  /** `Fri 20 Nov 2026 16:30`, with its offset where a clock change makes the time ambiguous. */
  readonly from: string;
  readonly to: string;
  /** Empty before the ticket's first state. */
  readonly state: string;
  /** What the stretch used of the allowance: `1 h 30 min`, `2 days`. */
  readonly counted: string;
  /** What had been used at its end. */
  readonly total: string;
  /** Why it counted or did not: `bank holiday: Boxing Day`, `paused: awaiting-user-info`. */
  readonly why: string;
}

const REASONS: Readonly<Record<Why, string>> = {
  counted: "counted",
  "outside-hours": "out of hours",
  weekend: "weekend",
  "closed-day": "no hours on this day",
  "bank-holiday": "bank holiday",
  exception: "hours of its own on this date",
  rule: "closed by a rule",
  "after-cutoff": "received after the cutoff",
  "day-zero": "day 0 does not count",
  "day-not-over": "the day was not run to its end",
  paused: "paused",
  stopped: "stopped",
  cancelled: "cancelled",
  "not-started": "not started",
  "not-applicable": "nothing is promised",
  "by-agreement": "only an agreed date is promised",
  restarted: "left out by a restart",
};

/**
 * The working of a reading, row by row: one for each of its segments, in the same order. The text of
 * {@link explain}, a page and a picture all print these rows.
 *
 * Times are those of the calendar's zone. Their offset is shown where a clock change makes a time
 * ambiguous, and if a stretch runs across one.
 *
 * @param reading what `track` gave
 * @returns an empty list for a ticket without events
 * @example workingOf(reading)[0]?.why // "counted"
 */
export function workingOf(reading: SlaReading): readonly WorkingRow[] {
  checkReading(reading, "workingOf");
  return reading.segments.map((segment) => {
    const { from, to, state, counted, total } = segment;
    const withOffset = from.offset !== to.offset || isAmbiguous(from) || isAmbiguous(to);
    return {
      from: formatInstant(from, withOffset),
      to: formatInstant(to, withOffset),
      state: state ?? "",
      counted: formatDuration(counted),
      total: formatDuration(total),
      why: reasonOf(segment),
    };
  });
}

function reasonOf({ why, title, state }: SlaSegment): string {
  const reason = REASONS[why];
  if (title !== null) return `${reason}: ${title}`;
  return (why === "paused" || why === "stopped") && state !== null ? `${reason}: ${state}` : reason;
}

/** Whether the wall-clock time of an instant occurs twice. */
export function isAmbiguous(at: DateTime): boolean {
  return at.getPossibleOffsets().length > 1;
}

/** `Fri 20 Nov 2026 16:30`, to the second or millisecond where it is not on the minute. */
export function formatInstant(at: DateTime, withOffset: boolean): string {
  const fine = at.millisecond > 0 ? ":ss.SSS" : at.second > 0 ? ":ss" : "";
  const format = `ccc d LLL yyyy HH:mm${fine}${withOffset ? " ZZ" : ""}`;
  return english(at).toFormat(format);
}

/** When something is due: a midnight is the end of the day before, as `end of Thu 31 Dec 2026`. */
export function formatDue(at: DateTime): string {
  const before = at.minus({ milliseconds: 1 });
  if (before.day === at.day) return formatInstant(at, isAmbiguous(at));
  return `end of ${english(before).toFormat("ccc d LLL yyyy")}`;
}
