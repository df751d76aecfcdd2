import type {
  AllowanceDefinition,
  ChoiceOverrides,
  Choices,
  TargetDefinition,
} from "../../src/index";
import { type Tools, type Yardstick, yardstickOf } from "./sla-yardstick";

/** What a clock has counted, added up from its first phase whenever it is asked. */

/** A target with what is needed to measure its allowances. */
export interface SlowTarget {
  readonly definition: TargetDefinition;
  readonly calendarNamed: Tools["calendarNamed"];
  readonly timeZone: string;
  /** Choices of the call, over those of the target. */
  readonly call?: ChoiceOverrides;
}

/** A stretch of a ticket's life in which nothing happened to it. */
export interface Phase {
  readonly kind: "running" | "paused" | "stopped";
  readonly fromMs: number;
  readonly toMs: number;
  readonly severity: string | null;
}

/** A clock that has been added up. */
export interface Sum {
  readonly stick: Yardstick;
  readonly used: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly breachedAtMs: number | null;
  readonly provisional: boolean;
}

/** Adds up the present count, phase by phase, as far as an instant. */
export function addUp(target: SlowTarget, count: readonly Phase[], untilMs: number): Sum {
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing to add up");
  const isRetroactive = choicesOf(target).onSeverityChange === "retroactive";
  const continues = choicesOf(target).onReopen === "continue";
  let stick = stickFor(target, isRetroactive ? last.severity : first.severity, first.fromMs);
  let measuredAs = isRetroactive ? last.severity : first.severity;
  let [used, pausedFor, wallPausedMs, provisional] = [0, 0, 0, false];
  let breachedAtMs: number | null = null;
  for (const { kind, fromMs, toMs, severity } of count) {
    if (!isRetroactive && isGraded(target) && severity !== measuredAs) {
      const before = stick.allowance;
      measuredAs = severity;
      stick = stickFor(target, severity, first.fromMs);
      if (used > stick.allowance) breachedAtMs ??= fromMs;
      else if (stick.allowance > before) breachedAtMs = null;
    }
    const endMs = Math.min(toMs, untilMs);
    if (kind === "paused") {
      pausedFor += stick.used(fromMs, endMs);
      wallPausedMs += endMs - fromMs;
    }
    if (kind === "running" || (kind === "stopped" && continues)) {
      breachedAtMs ??= breachIn(target, stick, fromMs, endMs, stick.allowance - used);
      used += stick.used(fromMs, endMs);
    }
    provisional ||= endMs > stick.publishedUntilMs;
  }
  return { stick, used, pausedFor, wallPausedMs, breachedAtMs, provisional };
}

/**
 * When each share of the allowance was used up, for the target's `warnAt`: by the allowance in force at
 * the time, and not before the change that brought it into force.
 */
export function warnUp(
  target: SlowTarget,
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
      const stick = stickFor(target, severity, first.fromMs);
      // The least whole amount that is at least the share, whatever a float makes of it.
      const amount = Math.ceil(Number((stick.allowance * share).toFixed(3)));
      const used = i === 0 ? 0 : usedBy(target, count.slice(0, i), severity);
      if (isGraded(target) && severity !== measuredAs) {
        if (used < amount) warnedAtMs = null;
        if (used > amount) warnedAtMs ??= fromMs;
        if (used === amount && stick.runsOut(fromMs, 0) <= fromMs) warnedAtMs ??= fromMs;
        measuredAs = severity;
      }
      const endMs = Math.min(toMs, untilMs);
      if (kind !== "running" && !(kind === "stopped" && continues)) continue;
      const atMs = stick.runsOut(fromMs, Math.max(0, amount - used));
      if (atMs <= endMs && endMs >= fromMs) warnedAtMs ??= atMs;
    }
    return warnedAtMs;
  });
}

/** What some phases used, by the severity in force after them. */
function usedBy(target: SlowTarget, count: readonly Phase[], severity: string | null): number {
  const end = count.at(-1)?.toMs ?? 0;
  if (choicesOf(target).onSeverityChange !== "retroactive") return addUp(target, count, end).used;
  // As if the severity had been so from the start.
  return addUp(
    target,
    count.map((phase) => ({ ...phase, severity })),
    end,
  ).used;
}

/** The instant at which a clock that runs from one instant to another breaches, if it does. */
function breachIn(
  target: SlowTarget,
  stick: Yardstick,
  fromMs: number,
  toMs: number,
  left: number,
): number | null {
  const dueMs = stick.runsOut(fromMs, left);
  if (toMs > dueMs) return dueMs;
  return toMs === dueMs && choicesOf(target).atDue === "breached" ? dueMs : null;
}

export function choicesOf({ call, definition }: SlowTarget): Choices {
  return {
    tie: call?.tie ?? definition.tie ?? "close",
    atDue: call?.atDue ?? definition.atDue ?? "met",
    onSeverityChange: call?.onSeverityChange ?? definition.onSeverityChange ?? "carry-elapsed",
    onReopen: call?.onReopen ?? definition.onReopen ?? "resume",
  };
}

export function startAnew(target: SlowTarget): boolean {
  return choicesOf(target).onSeverityChange === "restart";
}

/** Whether the allowance depends on the severity. */
export function isGraded({ definition: { allowance } }: SlowTarget): boolean {
  return !isOneForAll(allowance);
}

function isOneForAll(allowance: TargetDefinition["allowance"]): allowance is AllowanceDefinition {
  const units = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];
  return units.some((unit) => unit in allowance);
}

export function stickFor(target: SlowTarget, severity: string | null, anchorMs: number): Yardstick {
  const { definition, calendarNamed, timeZone, call = {} } = target;
  const { allowance } = definition;
  const own = isOneForAll(allowance) ? allowance : allowance[severity ?? ""];
  if (own === undefined) throw new Error(`no allowance for severity ${severity}`);
  const tie = choicesOf(target).tie;
  return yardstickOf(own, anchorMs, {
    calendarNamed,
    timeZone,
    tie,
    due: call.due,
    cutoff: call.cutoff,
  });
}
