import type { Measure } from "../allowance/measure";

/** The tickets that an alert is for. */
interface AnyAlert {
  /** The severities that it is for; null if it is for every severity. */
  readonly severities: ReadonlySet<string> | null;
}

/** An alert that is due when a share of the allowance is used up. */
export interface ShareAlert extends AnyAlert {
  readonly share: number;
}

/** An alert that is due a fixed time before or after the due instant. */
export interface DueAlert extends AnyAlert {
  /** Null if the calendar cannot tell. */
  readonly fromDue: (dueMs: number, severity: string | null) => number | null;
}

/** An instant at which to tell somebody, during a count of the allowance. */
export type Alert = ShareAlert | DueAlert;

/** When each alert of a clock was due; null for an alert that has not been due. */
export type Reached = readonly (number | null)[];

/** Floating-point error puts 0.9 of 48 hours a hair above the exact millisecond. */
const HAIR = 1e-6;

/** The smallest whole amount that is at least a share of an allowance. */
export function amountOfShare(allowance: number, share: number): number {
  return Math.ceil(allowance * share - HAIR);
}

/** Whether an alert is for tickets of a severity. */
export function isFor({ severities }: Alert, severity: string | null): boolean {
  return severities === null || (severity !== null && severities.has(severity));
}

/** What alerts need to know of a count. */
export interface Counted {
  /** Null for an agreed date without an allowance, since there is nothing to take a share of. */
  readonly measure: Measure | null;
  /** How much may be used. With an agreed date, this may differ from the measure's allowance. */
  readonly allowance: number;
  readonly severity: string | null;
  readonly used: number;
  /** When the target is due, or was due if it is breached. */
  readonly dueMs: () => number | null;
}

/** A stretch over which a clock ran. */
interface Run extends Counted {
  readonly usedBefore: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The alerts that a clock has reached by the end of a stretch over which it ran. */
export function reachedBy(alerts: readonly Alert[], before: Reached, run: Run): Reached {
  return alerts.map(
    (alert, i) => before[i] ?? (isFor(alert, run.severity) ? atIn(alert, run) : null),
  );
}

/** When a stretch reached an alert, never before the stretch begins; null if it did not reach it. */
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

/** A change to what is promised, and the count by the new promise. */
interface Change extends Counted {
  readonly atMs: number;
}

/**
 * The alerts that a clock has reached after a change. An alert that is already due stays due. If the
 * change makes an alert due in the past, the alert is due at the change. If the change moves an alert
 * into the future, the alert is no longer due.
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

/**
 * The alerts after a change of severity by which the same is promised as before. Only an alert that was not for
 * the earlier severity, or is not for the new one, can change.
 */
export function reachedAfterSeverity(was: string | null): typeof reachedAfter {
  return (alerts, before, change) => {
    const after = reachedAfter(alerts, before, change);
    return alerts.map((alert, i) => {
      const isForBoth = isFor(alert, was) && isFor(alert, change.severity);
      return (isForBoth ? before[i] : after[i]) ?? null;
    });
  };
}

/** Where an alert stands at a change; `undecided` if exactly its amount is used and an opening is awaited. */
function standingOf(alert: Alert, change: Change): "ahead" | "due" | "undecided" {
  const { measure, allowance, used, atMs, dueMs, severity } = change;
  if (!("share" in alert)) {
    const dueAtMs = dueMs();
    const alertMs = dueAtMs === null ? null : alert.fromDue(dueAtMs, severity);
    return alertMs !== null && alertMs <= atMs ? "due" : "ahead";
  }
  const amount = amountOfShare(allowance, alert.share);
  if (!measure || used < amount) return "ahead";
  // An amount that is used up exactly at a closing may be due only at the next opening.
  return used > amount || measure.add(atMs, 0) <= atMs ? "due" : "undecided";
}
