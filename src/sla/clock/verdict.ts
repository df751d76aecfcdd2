import type { Count } from "./count";
import type { CycleState } from "./state";

/**
 * The verdict on a count that stops at an instant.
 *
 * @param wasPaused whether the clock was paused until then
 */
export function verdictOf(count: Count, atMs: number, wasPaused: boolean): CycleState {
  const { now, measure, agreed, isJudged } = count;
  const dueAtMs = isJudged ? (now.breachedAtMs ?? count.dueFrom(atMs)) : null;
  return {
    startedAtMs: now.startedAtMs as number, // Only a clock that has started stops.
    count: now.count,
    countingFromMs: now.countingFromMs as number,
    promise: now.promise,
    agreed,
    originalDueAtMs: now.originalDueAtMs,
    stoppedAtMs: atMs,
    wasPaused,
    dueAtMs,
    breachedAtMs: isJudged ? now.breachedAtMs : null,
    warnedAtMs: now.warnedAtMs,
    severity: now.measuredAs,
    unit: count.unit,
    allowance: count.allowance,
    elapsed: now.used,
    pausedFor: now.pausedFor,
    wallPausedMs: now.wallPausedMs,
    provisional:
      now.provisional ||
      now.originalIsProvisional ||
      (dueAtMs !== null && measure?.isProvisional(dueAtMs) === true),
  };
}
