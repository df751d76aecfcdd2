import type { AtDue } from "../clock/choices";
import type { NumericEscalation } from "./escalations";
import type { NumericReading } from "./numbers";
import type { NumericWarning } from "./warnings";

/** What changes next in a reading by itself, in plain numbers. */
export interface NumericChange {
  readonly atMs: number;
  readonly kind: "warning" | "escalation" | "breach" | "pause-limit";
  /** The share of the allowance at which a warning or an escalation is due; null for any other. */
  readonly share: number | null;
  /** The name of an escalation. */
  readonly id?: string;
}

/** What comes next if the clock runs on, breached or not, or stays paused; null if nothing does. */
export function nextChangeOf(
  { status, paused, dueAtMs }: NumericReading,
  warnings: readonly NumericWarning[],
  escalations: readonly NumericEscalation[],
  { atDue, pauseEndsAtMs }: { readonly atDue: AtDue; readonly pauseEndsAtMs: number | null },
): NumericChange | null {
  if (paused) {
    // A paused clock is breached only by an agreed date, which does not wait for it.
    const breach = dueAtMs === null || status === "breached" ? [] : [breachAt(dueAtMs, atDue)];
    return earliest([...breach, ...pauseEnd(pauseEndsAtMs)]);
  }
  const changes: NumericChange[] = [];
  // Those ahead have an instant only while the clock runs.
  for (const { share, atMs, passed } of warnings) {
    if (!passed && atMs !== null) changes.push({ atMs, kind: "warning", share });
  }
  for (const { id, share, atMs, passed } of escalations) {
    if (!passed && atMs !== null) changes.push({ atMs, kind: "escalation", share, id });
  }
  if (status === "running" && dueAtMs !== null) changes.push(breachAt(dueAtMs, atDue));
  return earliest(changes);
}

function earliest(changes: readonly NumericChange[]): NumericChange | null {
  return [...changes].sort((a, b) => a.atMs - b.atMs)[0] ?? null;
}

/** When a pause has lasted as long as it may, and the clock goes on. */
function pauseEnd(atMs: number | null): readonly NumericChange[] {
  return atMs === null ? [] : [{ atMs, kind: "pause-limit", share: null }];
}

/** A clock that stops exactly when it is due may be met, and then the breach is the instant after. */
function breachAt(dueAtMs: number, atDue: AtDue): NumericChange {
  return { atMs: atDue === "met" ? dueAtMs + 1 : dueAtMs, kind: "breach", share: null };
}
