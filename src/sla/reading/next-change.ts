import type { AtDue } from "../clock/choices";
import type { NumericEscalation } from "./escalations";
import type { NumericReading } from "./numbers";
import type { NumericWarning } from "./warnings";

/** What changes next in a reading by itself, in plain numbers. */
export interface NumericChange {
  readonly atMs: number;
  readonly kind: "warning" | "escalation" | "breach";
  /** The share of the allowance that a warning or an escalation is of; null for any other. */
  readonly share: number | null;
  /** The name of an escalation. */
  readonly id?: string;
}

/** What comes next to a clock that runs on, breached or not; null for one that does not. */
export function nextChangeOf(
  { status, paused, stoppedAtMs, dueAtMs }: NumericReading,
  warnings: readonly NumericWarning[],
  escalations: readonly NumericEscalation[],
  atDue: AtDue,
): NumericChange | null {
  const isBreached = status === "breached" && !paused && stoppedAtMs === null;
  if (status !== "running" && !isBreached) return null;
  const changes: NumericChange[] = [];
  for (const { share, atMs, passed } of warnings) {
    if (!passed && atMs !== null) changes.push({ atMs, kind: "warning", share });
  }
  for (const { id, share, atMs, passed } of escalations) {
    if (!passed && atMs !== null) changes.push({ atMs, kind: "escalation", share, id });
  }
  if (dueAtMs !== null && !isBreached) {
    // What stops exactly when it is due is met, so the breach is the instant after.
    const atMs = atDue === "met" ? dueAtMs + 1 : dueAtMs;
    changes.push({ atMs, kind: "breach", share: null });
  }
  return changes.sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}
