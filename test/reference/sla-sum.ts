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
