import type { DateTime } from "luxon";
import type { Clause } from "../clauses/clauses";
import { ONLY_AGREED } from "./basis";
import type { SlaReading } from "./by-status";
import { checkReading } from "./check-reading";
import { formatDuration } from "./format-duration";
import { formatDue, formatInstant, isAmbiguous, type WorkingRow, workingOf } from "./working";

/**
 * The working of a reading, as text that a person can check against a wall calendar: every clause and
 * choice that had a say, every stretch of the ticket's life, whether it counted and why, and the
 * running total.
 *
 * Times are those of the calendar's zone. Their offset is shown where a clock change makes a time
 * ambiguous, and if a stretch runs across one.
 *
 * @throws {CoreHoursError} `not-a-reading` for anything but a reading; give one that has been through
 *   JSON to {@link readingFromJSON} first.
 * @example
 * explain(nhsmail().targets.incidentResolution.track(history, { asOf, ticket: "NM-1" }));
 * // NM-1: Incident resolution (NM-06): running
 * // 3 h of 48 h used, 45 h left; times in Europe/London
 * // ...
 */
export function explain(reading: SlaReading): string {
  checkReading(reading, "explain");
  const rows = workingOf(reading);
  return [
    headline(reading),
    `${usage(reading)}; times in ${reading.timeZone}`,
    milestones(reading),
    ...[reading.rule ?? [], reading.furtherRules].flat().flatMap(ruleText),
    ...agreedText(reading),
    ...reading.choices.map((choice) => `chosen: ${choice}`),
    ...(reading.provisional
      ? ["provisional: it rests on bank holidays that are projected, not yet published"]
      : []),
    ...reading.irregularities.map(
      ({ at, says }) => `irregular: ${formatInstant(at, isAmbiguous(at))}: ${says}`,
    ),
    ...reading.escalations.map(escalationText),
    "",
    ...(rows.length === 0 && reading.startedAt !== null
      ? ["its working was not kept; follow({ keepWorking: true }) keeps it"]
      : align([HEADINGS, ...rows])),
  ].join("\n");
}

function headline({ ticket, title, clause, severity, status }: SlaReading): string {
  const name = clause === null ? title : `${title} (${clause})`;
  const grade = severity === null ? "" : `, severity ${severity}`;
  return `${ticket === null ? "" : `${ticket}: `}${name}${grade}: ${status}`;
}

/** The words of a rule that was applied, and how they are read. */
function ruleText(rule: Clause): string[] {
  const quotes = rule.quotes.map((quote) => `"${quote}"`).join(" ");
  const inferred = rule.inferred ? " (inferred)" : "";
  return [
    `${rule.id}, ${rule.document}: ${quotes}`,
    ...(rule.reading === null ? [] : [`read as${inferred}: ${rule.reading}`]),
  ];
}

/** The agreed date, and the due instant that it replaced. */
function agreedText({ agreedDate, originalDueAt }: SlaReading): string[] {
  if (!agreedDate) return [];
  const { dueAt, givenAt } = agreedDate;
  const original = originalDueAt ? `; due as it started ${formatDue(originalDueAt)}` : "";
  return [
    `agreed on ${formatInstant(givenAt, isAmbiguous(givenAt))}: due ${formatDue(dueAt)}${original}`,
  ];
}

function usage(reading: SlaReading): string {
  const { elapsed, allowance, remaining, overrun } = reading;
  if (!allowance || !remaining)
    return `${formatDuration(elapsed)} counted; ${whyUnlimited(reading)}`;
  const rest =
    overrun.valueOf() > 0 ? `${formatDuration(overrun)} over` : `${formatDuration(remaining)} left`;
  return `${formatDuration(elapsed)} of ${formatDuration(allowance)} used, ${rest}`;
}

/** Why there is no allowance. */
function whyUnlimited({ status, agreedDate, choices, stoppedAt }: SlaReading): string {
  if (agreedDate) return "due by an agreed date";
  if (choices.includes(ONLY_AGREED)) {
    return stoppedAt === null ? "no date is agreed yet" : "no date was agreed";
  }
  return status === "not-applicable" ? "nothing is promised" : "the severity is not known yet";
}

function milestones(reading: SlaReading): string {
  const { startedAt, dueAt, projectedDueAt, stoppedAt, breachedAt, asOf, status } = reading;
  const due: readonly [string, DateTime | null] =
    status === "paused" && dueAt === null ? ["due if resumed now", projectedDueAt] : ["due", dueAt];
  const write = (at: DateTime) => formatInstant(at, isAmbiguous(at));
  const named: readonly (readonly [string, DateTime | null, (at: DateTime) => string])[] = [
    ["started", startedAt, write],
    [...due, formatDue],
    ["breached", breachedAt, formatDue],
    [status === "cancelled" ? "cancelled" : "stopped", stoppedAt, write],
    ["as of", asOf, write],
  ];
  return named.flatMap(([name, at, written]) => (at ? [`${name} ${written(at)}`] : [])).join("; ");
}

/** `escalation: manager, 75 %: since Mon 16 Nov 2026 12:00`. */
function escalationText({
  id,
  title,
  says,
  at,
  passed,
}: SlaReading["escalations"][number]): string {
  const name = title ?? id;
  const subject = name === says ? says : `${name}, ${says}`;
  const when = at === null ? "no instant now" : formatInstant(at, isAmbiguous(at));
  return `escalation: ${subject}: ${passed ? "since " : ""}${when}`;
}

const COLUMNS = ["from", "to", "state", "counted", "total", "why"] as const;

/** The names of the columns, as a row. */
const HEADINGS: WorkingRow = {
  from: "from",
  to: "to",
  state: "state",
  counted: "counted",
  total: "total",
  why: "why",
};

/** Rows as lines, each column as wide as its widest cell. */
function align(rows: readonly WorkingRow[]): string[] {
  const columns = COLUMNS.map((name) => ({
    name,
    // Not as arguments, whose number has a limit: a ticket may have any number of rows.
    width: rows.reduce((most, row) => Math.max(most, row[name].length), 0),
  }));
  return rows.map((row) =>
    columns
      .map(({ name, width }) => row[name].padEnd(width))
      .join("  ")
      .trimEnd(),
  );
}
