import type { DateTime, Duration } from "luxon";
import type { SlaReading, SlaSegment } from "./sla-reading";
import type { Why } from "./why";

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

/**
 * The working of a reading, as text that a person can check against a wall calendar: every stretch of
 * the ticket's life, whether it counted and why, and the running total.
 *
 * Times are those of the calendar's zone. Their offset is shown where a clock change makes a time
 * ambiguous, and where a stretch runs across one.
 *
 * @example
 * explain(nhsmail().targets.incidentResolution.track(history, { asOf, ticket: "NM-1" }));
 * // NM-1: Incident resolution (NM-06): running
 * // 3 h of 48 h used, 45 h left; times in Europe/London
 * // ...
 */
export function explain(reading: SlaReading): string {
  const { segments, asOf } = reading;
  const table = segments.map((segment) => [
    ...timesOf(segment),
    segment.state ?? "",
    formatLength(segment.counted),
    formatLength(segment.total),
    reasonOf(segment),
  ]);
  return [
    headline(reading),
    `${usage(reading)}; times in ${asOf.zoneName}`,
    milestones(reading),
    ...ruleOf(reading),
    ...(reading.provisional
      ? ["provisional: it rests on bank holidays that are projected, not yet published"]
      : []),
    "",
    ...align([["from", "to", "state", "counted", "total", "why"], ...table]),
  ].join("\n");
}

function headline({ ticket, title, clause, severity, status }: SlaReading): string {
  const name = clause === null ? title : `${title} (${clause})`;
  const grade = severity === null ? "" : `, severity ${severity}`;
  return `${ticket === null ? "" : `${ticket}: `}${name}${grade}: ${status}`;
}

/** The words of the rule that was applied, and how they are read. */
function ruleOf({ rule }: SlaReading): string[] {
  if (!rule) return [];
  const quotes = rule.quotes.map((quote) => `"${quote}"`).join(" ");
  const inferred = rule.inferred ? " (inferred)" : "";
  return [
    `${rule.id}, ${rule.document}: ${quotes}`,
    ...(rule.reading === null ? [] : [`read as${inferred}: ${rule.reading}`]),
  ];
}

function usage({ elapsed, allowance, remaining, overrun }: SlaReading): string {
  const rest =
    overrun.valueOf() > 0 ? `${formatLength(overrun)} over` : `${formatLength(remaining)} left`;
  return `${formatLength(elapsed)} of ${formatLength(allowance)} used, ${rest}`;
}

function milestones(reading: SlaReading): string {
  const { startedAt, dueAt, projectedDueAt, stoppedAt, breachedAt, asOf, status } = reading;
  const due: readonly [string, DateTime | null] =
    dueAt || status === "pending" || status === "cancelled"
      ? ["due", dueAt]
      : ["due if resumed now", projectedDueAt];
  const named: readonly (readonly [string, DateTime | null])[] = [
    ["started", startedAt],
    due,
    ["breached", breachedAt],
    [status === "cancelled" ? "cancelled" : "stopped", stoppedAt],
    ["as of", asOf],
  ];
  return named
    .flatMap(([name, at]) => (at ? [`${name} ${formatInstant(at, isAmbiguous(at))}`] : []))
    .join("; ");
}

function timesOf({ from, to }: SlaSegment): [from: string, to: string] {
  const withOffset = from.offset !== to.offset || isAmbiguous(from) || isAmbiguous(to);
  return [formatInstant(from, withOffset), formatInstant(to, withOffset)];
}

function isAmbiguous(at: DateTime): boolean {
  return at.getPossibleOffsets().length > 1;
}

/** `Fri 20 Nov 2026 16:30`, to the second or millisecond where it is not on the minute. */
function formatInstant(at: DateTime, withOffset: boolean): string {
  const fine = at.millisecond > 0 ? ":ss.SSS" : at.second > 0 ? ":ss" : "";
  const format = `ccc dd LLL yyyy HH:mm${fine}${withOffset ? " ZZ" : ""}`;
  return at.setLocale("en-US").toFormat(format);
}

/** `3 days`, `48 h`, `1 h 30 min`, `2 min 3.004 s`: exactly, to the millisecond. */
function formatLength(length: Duration): string {
  if (length.days !== 0) return length.days === 1 ? "1 day" : `${length.days} days`;
  const ms = length.toMillis();
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1_000;
  const parts = [
    hours > 0 ? `${hours} h` : "",
    minutes > 0 ? `${minutes} min` : "",
    seconds > 0 ? `${seconds} s` : "",
  ].filter((part) => part !== "");
  return parts.join(" ") || "0";
}

function reasonOf({ why, title, state }: SlaSegment): string {
  const reason = REASONS[why];
  if (title !== null) return `${reason}: ${title}`;
  return (why === "paused" || why === "stopped") && state !== null ? `${reason}: ${state}` : reason;
}

/** Rows of cells as lines, each column as wide as its widest cell. */
function align(rows: readonly (readonly string[])[]): string[] {
  const columns = rows[0] ?? [];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
