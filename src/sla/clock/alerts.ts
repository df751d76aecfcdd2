import type { Measure } from "../allowance/measure";

/** What an instant at which somebody is to be told depends on. */
interface AnyAlert {
  /** The severities that it is for; null if it is for all. */
  readonly severities: ReadonlySet<string> | null;
}

/** When a share of the allowance is used up. */
export interface ShareAlert extends AnyAlert {
  readonly share: number;
}

/** So long before or after the due instant. */
export interface DueAlert extends AnyAlert {
  /** Null if the calendar cannot tell. */
  readonly fromDue: (dueMs: number, severity: string | null) => number | null;
}

/** An instant in a count of the allowance at which to tell somebody. */
export type Alert = ShareAlert | DueAlert;

/** When each alert of a clock was due; null for those that were not. */
export type Reached = readonly (number | null)[];

/** Floats put 0.9 of 48 hours a hair above the millisecond that it is. */
const HAIR = 1e-6;

/** The least whole amount of an allowance that is at least a share of it. */
export function amountOfShare(allowance: number, share: number): number {
  return Math.ceil(allowance * share - HAIR);
}

/** Whether an alert is for tickets of a severity. */
export function isFor({ severities }: Alert, severity: string | null): boolean {
  return severities === null || (severity !== null && severities.has(severity));
}

/** A stretch over which a clock ran. */
interface Run {
  /** Null for an agreed date without an allowance, of which there are no shares. */
  readonly measure: Measure | null;
  /** How much may be used; with an agreed date, not what the measure says. */
  readonly allowance: number;
  readonly severity: string | null;
  readonly usedBefore: number;
  readonly used: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** When it is due, or was if it is breached. */
  readonly dueMs: () => number | null;
}

/** The alerts that a clock has reached at the end of a stretch over which it ran. */
export function reachedBy(alerts: readonly Alert[], before: Reached, run: Run): Reached {
  return alerts.map(
    (alert, i) => before[i] ?? (isFor(alert, run.severity) ? atIn(alert, run) : null),
  );
}

/** When a stretch reached an alert, which is never before the stretch; null if it did not. */
function atIn(alert: Alert, run: Run): number | null {
  const { measure, allowance, usedBefore, used, fromMs, toMs, dueMs, severity } = run;
  if (!("share" in alert)) {
    const dueAtMs = dueMs();
    const atMs = dueAtMs === null ? null : alert.fromDue(dueAtMs, severity);
    return atMs !== null && atMs <= toMs ? Math.max(atMs, fromMs) : null;
  }
  if (!measure) return null;
  const amount = amountOfShare(allowance, alert.share);
  if (used < amount) return null;
  const atMs = measure.add(fromMs, Math.max(0, amount - usedBefore));
  return atMs <= toMs ? atMs : null;
}

/** A change of what is promised. */
interface Change {
  /** Null for an agreed date without an allowance, of which there are no shares. */
  readonly measure: Measure | null;
  /** How much may be used; with an agreed date, not what the measure says. */
  readonly allowance: number;
  readonly severity: string | null;
  readonly used: number;
  readonly atMs: number;
  /** When it is due by the new allowance, or was if it is breached. */
  readonly dueMs: () => number | null;
}

/**
 * The alerts that a clock has reached after a change: what is due already stays so, what the change makes
 * due in the past is due at the change, and what it moves ahead is ahead again.
 */
export function reachedAfter(alerts: readonly Alert[], before: Reached, change: Change): Reached {
  const { atMs, severity } = change;
  return alerts.map((alert, i) => {
    if (!isFor(alert, severity)) return null;
    const earlier = before[i] ?? null;
    const standing = standingOf(alert, change);
    if (standing === "ahead") return null;
    return standing === "due" ? (earlier ?? atMs) : earlier;
  });
}

/** Where a alert stands at a change; `undecided` if so much is used exactly, and it is due at an opening. */
function standingOf(alert: Alert, change: Change): "ahead" | "due" | "undecided" {
  const { measure, allowance, used, atMs, dueMs, severity } = change;
  if (!("share" in alert)) {
    const dueAtMs = dueMs();
    const alertMs = dueAtMs === null ? null : alert.fromDue(dueAtMs, severity);
    return alertMs !== null && alertMs <= atMs ? "due" : "ahead";
  }
  const amount = amountOfShare(allowance, alert.share);
  if (!measure || used < amount) return "ahead";
  // What is used exactly at a closing may be due only at the next opening.
  return used > amount || measure.add(atMs, 0) <= atMs ? "due" : "undecided";
}
