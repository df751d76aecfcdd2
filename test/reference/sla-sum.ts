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
  /** Whether it is in a state that pauses, and runs since it has been paused for too long. */
  readonly isPauseOver?: boolean;
}

/** A clock that has been added up. */
export interface Sum {
  /** Null if nothing is promised. */
  readonly stick: Yardstick | null;
  readonly used: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly breachedAtMs: number | null;
  readonly provisional: boolean;
  /** The working time paused, by which days are pushed on. */
  readonly pushedMs?: number;
  readonly anchorMs?: number;
}

/**
 * Adds up the present count, phase by phase, as far as an instant. Its phases have a severity; those to
 * which nothing is promised count nothing, unless all is measured anew.
 */
export function addUp(target: SlowTarget, count: readonly Phase[], untilMs: number): Sum {
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing to add up");
  const isRetroactive = choicesOf(target).onSeverityChange === "retroactive";
  const continues = choicesOf(target).onReopen === "continue";
  const keeps = choicesOf(target).onceBreached === "keep";
  if (isRetroactive && isNone(target, last.severity)) return withoutPromise(target, count, untilMs);
  const asIf = (severity: string | null) => (isRetroactive ? last.severity : severity);
  let anchorMs = first.fromMs;
  let stick: Yardstick | null = null;
  let measuredAs: string | null | undefined;
  let [used, pausedFor, wallPausedMs, provisional] = [0, 0, 0, false];
  let breachedAtMs: number | null = null;
  let pushedMs = 0;
  for (const { kind, fromMs, toMs, severity: own } of count) {
    const severity = asIf(own);
    const endMs = Math.min(toMs, untilMs);
    if (measuredAs === undefined || (isGraded(target) && severity !== measuredAs)) {
      const before: Yardstick | null = stick;
      const isFirst = before === null && used === 0 && pausedFor === 0;
      measuredAs = severity;
      if (isNone(target, severity)) {
        stick = null;
        breachedAtMs = null;
      } else {
        if (
          isFirst &&
          fromMs > anchorMs &&
          !count.some((p) => p.fromMs < fromMs && !isNone(target, asIf(p.severity)))
        ) {
          anchorMs = fromMs;
          wallPausedMs = 0;
        }
        stick = stickFor(target, severity, anchorMs);
        const isOver = isPushed(target, stick)
          ? pushedDue(stick, anchorMs, pushedMs) < fromMs
          : used > stick.allowance;
        if (isOver) breachedAtMs ??= fromMs;
        else if (!keeps && (before === null || stick.allowance > before.allowance))
          breachedAtMs = null;
      }
    }
    if (kind === "paused") wallPausedMs += endMs - fromMs;
    if (stick === null) continue;
    if (kind === "paused") pausedFor += stick.used(fromMs, endMs);
    if (stick.work && isPushed(target, stick)) {
      // Nobody knows when a paused ticket is due: a pause breaches nothing until it ends.
      const isActive = kind === "running" || (kind === "stopped" && continues);
      // Time while resolved does not count either, unless the clock goes on.
      const pushes = kind === "paused" || (kind === "stopped" && !continues);
      if (breachedAtMs === null && pushes) pushedMs += stick.work.between(fromMs, endMs);
      const dueMs = pushedDue(stick, anchorMs, pushedMs);
      if (isActive && isPast(target, endMs, dueMs)) breachedAtMs ??= Math.max(dueMs, fromMs);
      if (isActive) used += stick.used(fromMs, endMs);
    } else if (kind === "running" || (kind === "stopped" && continues)) {
      breachedAtMs ??= breachIn(target, stick, fromMs, endMs, stick.allowance - used);
      used += stick.used(fromMs, endMs);
    }
    provisional ||= endMs > stick.publishedUntilMs;
  }
  return { stick, used, pausedFor, wallPausedMs, breachedAtMs, provisional, pushedMs, anchorMs };
}

/** Whether pauses push on what is due, instead of saving days. */
export function isPushed(target: SlowTarget, stick: Yardstick): boolean {
  return choicesOf(target).dayPauses === "push" && stick.work !== undefined;
}

/** When days are due that pauses push on: so much working time after they are over. */
export function pushedDue(stick: Yardstick, anchorMs: number, pushedMs: number): number {
  const dueMs = stick.runsOut(anchorMs, stick.allowance);
  return pushedMs === 0 || !stick.work ? dueMs : stick.work.add(dueMs, pushedMs);
}

/** Whether a clock that goes on to an instant has passed another. */
export function isPast(target: SlowTarget, toMs: number, dueMs: number): boolean {
  return choicesOf(target).atDue === "met" ? toMs > dueMs : toMs >= dueMs;
}

/** If all is measured anew and nothing is promised: what had been used when the promise ended. */
function withoutPromise(target: SlowTarget, count: readonly Phase[], untilMs: number): Sum {
  const since = count.findLastIndex(({ severity }) => !isNone(target, severity)) + 1;
  const measured = count.slice(0, since);
  const nothing = { used: 0, pausedFor: 0, provisional: false };
  const sum = since === 0 ? nothing : addUp(target, measured, measured.at(-1)?.toMs ?? 0);
  const paused = count.filter(({ kind }) => kind === "paused");
  const wallPausedMs = paused.reduce(
    (sum, { fromMs, toMs }) => sum + Math.min(toMs, untilMs) - fromMs,
    0,
  );
  return { ...sum, stick: null, breachedAtMs: null, wallPausedMs };
}

/** Whether nothing is promised to tickets of a severity. */
export function isNone(
  { definition: { allowance } }: SlowTarget,
  severity: string | null,
): boolean {
  if (allowance === "agreed" || isOneForAll(allowance) || severity === null) return false;
  return allowance[severity] === null;
}

/** The first allowance of a target, which counts for a ticket whose severity nobody knows. */
export function firstStick(
  { definition: { allowance }, ...target }: SlowTarget,
  anchorMs: number,
): Yardstick | null {
  const all = isOneForAll(allowance) ? [allowance] : Object.values(allowance);
  const first = all.find((each) => typeof each === "object" && each !== null);
  if (first === undefined) return null;
  return stickFor(
    { ...target, definition: { allowance: first, runs: [], stops: [] } },
    null,
    anchorMs,
  );
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
      if (isNone(target, severity)) {
        warnedAtMs = null;
        measuredAs = severity;
        continue;
      }
      const stick = stickFor(target, severity, anchorOf(target, count));
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

/** From when an allowance counts: the start, or when something was first promised. */
function anchorOf(target: SlowTarget, count: readonly Phase[]): number {
  const isRetroactive = choicesOf(target).onSeverityChange === "retroactive";
  const first = isRetroactive ? count[0] : count.find(({ severity }) => !isNone(target, severity));
  return first?.fromMs ?? 0;
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
  return isPast(target, toMs, dueMs) ? dueMs : null;
}

export function choicesOf({ call, definition }: SlowTarget): Choices {
  return {
    tie: call?.tie ?? definition.tie ?? "close",
    atDue: call?.atDue ?? definition.atDue ?? "met",
    onSeverityChange: call?.onSeverityChange ?? definition.onSeverityChange ?? "carry-elapsed",
    onReopen: call?.onReopen ?? definition.onReopen ?? "resume",
    onLateReopen: call?.onLateReopen ?? definition.onLateReopen ?? "new-cycle",
    dayPauses: call?.dayPauses ?? definition.dayPauses ?? "day-ends",
    agreedDates: call?.agreedDates ?? definition.agreedDates ?? "replaces",
    onUnknownState: "ignore", // A state that it does not know does nothing.
    onceBreached: call?.onceBreached ?? definition.onceBreached ?? "rejudge",
  };
}

export function startAnew(target: SlowTarget): boolean {
  return choicesOf(target).onSeverityChange === "restart";
}

/** Whether the allowance depends on the severity. */
export function isGraded({ definition: { allowance } }: Pick<SlowTarget, "definition">): boolean {
  return !isOneForAll(allowance);
}

function isOneForAll(allowance: TargetDefinition["allowance"]): allowance is AllowanceDefinition {
  if (allowance === "agreed") return false;
  const units = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];
  return units.some((unit) => unit in allowance);
}

/** The yardstick of an allowance beside those that the clock counts, from an instant on. */
export function stickOf(
  { calendarNamed, timeZone }: SlowTarget,
  allowance: AllowanceDefinition,
  anchorMs: number,
): Yardstick {
  return yardstickOf(allowance, anchorMs, { calendarNamed, timeZone, tie: "close" });
}

export function stickFor(target: SlowTarget, severity: string | null, anchorMs: number): Yardstick {
  const { definition, calendarNamed, timeZone, call = {} } = target;
  const { allowance } = definition;
  const own = isOneForAll(allowance) ? allowance : Object(allowance)[severity ?? ""];
  if (!own || own === "agreed") throw new Error(`no allowance for severity ${severity}`);
  const tie = choicesOf(target).tie;
  return yardstickOf(own, anchorMs, {
    calendarNamed,
    timeZone,
    tie,
    due: call.due,
    cutoff: call.cutoff,
  });
}
