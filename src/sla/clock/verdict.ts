import type { Count } from "./count";
import type { CycleState } from "./state";

/** What has become of a count that stops at an instant. */
export function verdictOf(count: Count, atMs: number): CycleState {
  const { now, measure } = count;
  const dueAtMs = now.breachedAtMs ?? (measure && count.dueFrom(measure, atMs));
  return {
    startedAtMs: now.startedAtMs as number, // Only a clock that has started stops.
    count: now.count,
    countingFromMs: now.countingFromMs as number,
    promise: now.promise,
    originalDueAtMs: now.originalDueAtMs,
    stoppedAtMs: atMs,
    dueAtMs: measure && dueAtMs,
    breachedAtMs: measure && now.breachedAtMs,
    warnedAtMs: now.warnedAtMs,
    severity: now.measuredAs,
    unit: count.unit,
    allowance: measure?.allowance ?? null,
    elapsed: now.used,
    pausedFor: now.pausedFor,
    wallPausedMs: now.wallPausedMs,
    provisional:
      now.provisional ||
      now.originalIsProvisional ||
      (dueAtMs !== null && measure?.isProvisional(dueAtMs) === true),
  };
}
