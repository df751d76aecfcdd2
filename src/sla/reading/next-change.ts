import type { AtDue } from "../clock/choices";
import type { NumericReading } from "./numbers";
import type { NumericWarning } from "./warnings";

/** What changes next in a reading by itself, in plain numbers. */
export interface NumericChange {
  readonly atMs: number;
  readonly kind: "warning" | "breach";
  /** The share of the allowance that a warning is of; null for a breach. */
  readonly share: number | null;
}

/** What comes next to a clock that runs on; null for one that does not, and once it is breached. */
export function nextChangeOf(
  { status, dueAtMs }: NumericReading,
  warnings: readonly NumericWarning[],
  atDue: AtDue,
): NumericChange | null {
  if (status !== "running") return null;
  const changes = warnings.flatMap(({ share, atMs, passed }): NumericChange[] =>
    passed || atMs === null ? [] : [{ atMs, kind: "warning", share }],
  );
  if (dueAtMs !== null) {
    // What stops exactly when it is due is met, so the breach is the instant after.
    const atMs = atDue === "met" ? dueAtMs + 1 : dueAtMs;
    changes.push({ atMs, kind: "breach", share: null });
  }
  return changes.sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}
