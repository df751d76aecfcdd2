import type { ChoiceOverrides, TargetDefinition } from "../../src/index";
import { lived, plainDue, type Replayed, until } from "../../src/testing/replay/clock";
import {
  addUp,
  choicesOf,
  isGraded,
  isNone,
  measureFor,
  type Phase,
  type PlainTarget,
} from "../../src/testing/replay/count";
import type { PlainReading } from "../../src/testing/replay/reading";
import { type Tools, yardstickOf } from "./sla-yardstick";

/**
 * The slow clock: the fold of the law kit, which writes down every phase of a ticket's life and adds up the present
 * count from its first phase whenever it is asked. Here it measures by the yardsticks of the reference.
 */

/** An event of a ticket, its instant in epoch milliseconds. */
export interface SlowEvent {
  readonly atMs: number;
  readonly state?: string;
  readonly severity?: string;
  /** An agreed date; null takes it back. */
  readonly dueMs?: number | null;
}

export type SlowReading = PlainReading;
export type SlowTarget = PlainTarget;

/** A target as the slow clock takes it. */
export function slowTarget(
  definition: TargetDefinition,
  calendarNamed: Tools["calendarNamed"],
  timeZone: string,
  { due, cutoff, ...choices }: ChoiceOverrides = {},
): SlowTarget {
  const chosen = { ...definition, ...choices };
  const { tie } = choicesOf({ definition: chosen });
  return {
    definition: chosen,
    measure: (allowance, startMs) =>
      yardstickOf(allowance, startMs, { calendarNamed, timeZone, tie, due, cutoff }),
    measureBeside: (allowance, startMs) =>
      yardstickOf(allowance, startMs, { calendarNamed, timeZone, tie: "close" }),
  };
}

/** What the slow clock reads for a history, as of an instant. */
export function slowReading(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): SlowReading {
  return livedBy(target, history, asOfMs).reading;
}

/** The verdicts of a history's earlier cycles, as of an instant. */
export function slowCycles(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): readonly SlowReading[] {
  return livedBy(target, history, asOfMs).earlier;
}

/** When each warning of a history was due, if it has passed as of an instant; null for the others. */
export function slowWarnings(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): readonly (number | null)[] {
  const { count, reading, severity, gradedMs } = livedBy(target, history, asOfMs);
  if (isGraded(target) && severity === null)
    return (target.definition.warnAt ?? []).map(() => null);
  // A clock that goes on beneath its verdict may have had several severities since.
  const lastWork = count.findLastIndex(({ kind }) => kind !== "stopped");
  const warned = warnUp(target, count.slice(0, lastWork + 1), reading.stoppedAtMs ?? asOfMs);
  // Nothing is due before the severity that makes it due.
  return warned.map((ms) => ms && Math.max(ms, gradedMs ?? ms));
}

/** When a target is due for a ticket that starts at an instant, of a severity if there are any. */
export const slowDue = plainDue;

function livedBy(target: SlowTarget, history: readonly SlowEvent[], asOfMs: number): Replayed {
  return lived(target, until(history, asOfMs), asOfMs);
}

/**
 * When each share of the allowance was used up, for the target's `warnAt`: by the allowance in force at
 * the time, and not before the change that brought it into force.
 */
function warnUp(
  target: PlainTarget,
  count: readonly Phase[],
  untilMs: number,
): readonly (number | null)[] {
  const [first] = count;
  if (first === undefined) return [];
  const continues = choicesOf(target).onReopen === "continue";
  return (target.definition.warnAt ?? []).map((share) => {
    let warnedAtMs: number | null = null;
    let measuredAs = first.severity;
    for (const [i, { kind, fromMs, toMs, severity }] of count.entries()) {
      if (isNone(target, severity)) {
        warnedAtMs = null;
        measuredAs = severity;
        continue;
      }
      const measure = measureFor(target, severity, anchorOf(target, count));
      // The least whole amount that is at least the share, whatever a float makes of it.
      const amount = Math.ceil(Number((measure.allowance * share).toFixed(3)));
      const used = i === 0 ? 0 : usedBy(target, count.slice(0, i), severity);
      if (isGraded(target) && severity !== measuredAs) {
        if (used < amount) warnedAtMs = null;
        if (used > amount) warnedAtMs ??= fromMs;
        if (used === amount && measure.runsOut(fromMs, 0) <= fromMs) warnedAtMs ??= fromMs;
        measuredAs = severity;
      }
      const endMs = Math.min(toMs, untilMs);
      if (kind !== "running" && !(kind === "stopped" && continues)) continue;
      const atMs = measure.runsOut(fromMs, Math.max(0, amount - used));
      if (atMs <= endMs && endMs >= fromMs) warnedAtMs ??= atMs;
    }
    return warnedAtMs;
  });
}

/** From when an allowance counts: the start, or when something was first promised. */
function anchorOf(target: PlainTarget, count: readonly Phase[]): number {
  const isRetroactive = choicesOf(target).onSeverityChange === "retroactive";
  const first = isRetroactive ? count[0] : count.find(({ severity }) => !isNone(target, severity));
  return first?.fromMs ?? 0;
}

/** What some phases used, by the severity in force after them. */
function usedBy(target: PlainTarget, count: readonly Phase[], severity: string | null): number {
  const end = count.at(-1)?.toMs ?? 0;
  if (choicesOf(target).onSeverityChange !== "retroactive") return addUp(target, count, end).used;
  // As if the severity had been so from the start.
  return addUp(
    target,
    count.map((phase) => ({ ...phase, severity })),
    end,
  ).used;
}
