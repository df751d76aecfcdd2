import { DateTime, type Duration } from "luxon";
import type { SlaReading, SlaSegment, Why } from "../../../src/index";
import { instantText, percentText } from "../format-text";
import { plain } from "./text";

/** What an instant on a picture is written with, beside its day and time. */
export interface InstantStyle {
  readonly zone: string;
  /** Over many months a date needs its year. */
  readonly withYear: boolean;
  /** Where the clocks change, a time needs its `GMT` or `BST`. */
  readonly withOffset: boolean;
}

/** `Wed 30 Dec 18:00`, to the second or millisecond where it has any. */
export function shortInstant(ms: number, { zone, withYear, withOffset }: InstantStyle): string {
  const seconds = ms % 60_000 === 0 ? "" : ms % 1000 === 0 ? ":ss" : ":ss.SSS";
  const date = withYear ? "ccc d LLL yyyy" : "ccc d LLL";
  const format = `${date} HH:mm${seconds}${withOffset ? " ZZZZ" : ""}`;
  return DateTime.fromMillis(ms, { zone, locale: "en-GB" }).toFormat(format);
}

/** `Wed 30 Dec`. */
export function shortDate(isoDate: string, { withYear }: InstantStyle): string {
  return dateText(isoDate, withYear ? "ccc d LLL yyyy" : "ccc d LLL");
}

/** `Wed 30 Dec 2026`. */
export function longDate(isoDate: string): string {
  return dateText(isoDate, "ccc d LLL yyyy");
}

function dateText(isoDate: string, format: string): string {
  return DateTime.fromISO(isoDate, { zone: "utc", locale: "en-GB" }).toFormat(format);
}

/** An instant of a reading for people, with its year and zone; a dash where there is none. */
export function fullInstant(at: DateTime | null): string {
  return at ? instantText(at.toMillis(), at.zoneName ?? "UTC") : "–";
}

/** `3 days`, `48 h`, `1 h 30 min`, `45 s`: exactly, to the millisecond. */
export function lengthWords(length: Duration): string {
  if (isInDays(length)) return length.days === 1 ? "1 day" : `${length.days} days`;
  const ms = length.toMillis();
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const parts = [
    hours > 0 ? `${hours} h` : "",
    minutes > 0 ? `${minutes} min` : "",
    seconds > 0 ? `${seconds} s` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "0";
}

/** Whether a length of a reading is counted in days rather than in time. */
export function isInDays(length: Duration): boolean {
  return length.toObject().days !== undefined;
}

/** The ticket and the target. */
export function titleOf({ ticket, title, clause }: SlaReading): string {
  const target = clause === null ? title : `${title} (${clause})`;
  return plain(ticket === null ? target : `${ticket}: ${target}`);
}

/** `Breached, severity 2: 54 h of 48 h used (112.5 %), 6 h over`. */
export function standing(reading: SlaReading): string {
  const { status, severity, elapsed, allowance, remaining, overrun, percentElapsed } = reading;
  const grade = severity === null ? "" : `, severity ${plain(severity)}`;
  const head = `${status[0]?.toUpperCase()}${status.slice(1)}${grade}`;
  if (status === "pending") return `${head}: the clock has not started`;
  const rest =
    overrun.valueOf() > 0 ? `${lengthWords(overrun)} over` : `${lengthWords(remaining)} left`;
  const used = `${lengthWords(elapsed)} of ${lengthWords(allowance)} used (${percentText(percentElapsed)} %)`;
  return status === "cancelled" ? `${head}: ${used}` : `${head}: ${used}, ${rest}`;
}

const REASONS: Readonly<Record<Why, string>> = {
  counted: "counted",
  "outside-hours": "out of hours",
  weekend: "weekend",
  "closed-day": "no hours on this day",
  "bank-holiday": "bank holiday",
  exception: "hours of its own on this date",
  "day-zero": "day 0 does not count",
  "day-not-over": "the day was not run to its end",
  paused: "paused",
  stopped: "stopped",
  cancelled: "cancelled",
  "not-started": "not started",
  restarted: "left out by a restart",
};

/** Why a stretch counted, or why it did not. */
export function reasonOf({ why, title }: SlaSegment): string {
  return title === null ? REASONS[why] : `${REASONS[why]}: ${plain(title)}`;
}
