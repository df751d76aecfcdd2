import type { AllowanceDefinition } from "../../sla/allowance/definition";
import type { OneAllowance, TargetDefinition } from "../../sla/target/definition";
import { NotJudged, type PlainMeasure } from "./measure";

/** A target as its policy defines it, and how its allowances are measured. */
export interface PlainTarget {
  readonly definition: TargetDefinition;
  /** The measure of one of its allowances, for a count that begins at an instant. */
  readonly measure: (allowance: AllowanceDefinition, startMs: number) => PlainMeasure;
  /** The measure of an allowance beside those that the clock counts, such as a limit, from an instant on. */
  readonly measureBeside: (allowance: AllowanceDefinition, startMs: number) => PlainMeasure;
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

/** The present count of a ticket, and its severity. */
export interface Counted {
  readonly count: readonly Phase[];
  readonly severity: string | null;
}

/** The last index at which something holds; -1 if there is none. */
export function lastIndexWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) {
    if (holds(items[i] as T)) return i; // It is within the list.
  }
  return -1;
}

/** A clock that has been added up. */
export interface Sum {
  /** Null if nothing is promised. */
  readonly measure: PlainMeasure | null;
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
export function addUp(target: PlainTarget, count: readonly Phase[], untilMs: number): Sum {
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) throw new NotJudged();
  const isRetroactive = choicesOf(target).onSeverityChange === "retroactive";
  const continues = choicesOf(target).onReopen === "continue";
  const keeps = choicesOf(target).onceBreached === "keep";
  if (isRetroactive && isNone(target, last.severity)) return withoutPromise(target, count, untilMs);
  const asIf = (severity: string | null) => (isRetroactive ? last.severity : severity);
  let anchorMs = first.fromMs;
  let measure: PlainMeasure | null = null;
  let measuredAs: string | null | undefined;
  let [used, pausedFor, wallPausedMs, provisional] = [0, 0, 0, false];
  let breachedAtMs: number | null = null;
  let pushedMs = 0;
  for (const { kind, fromMs, toMs, severity: own } of count) {
    const severity = asIf(own);
    const endMs = Math.min(toMs, untilMs);
    if (measuredAs === undefined || (isGraded(target) && severity !== measuredAs)) {
      const before: PlainMeasure | null = measure;
      const isFirst = before === null && used === 0 && pausedFor === 0;
      measuredAs = severity;
      if (isNone(target, severity)) {
        measure = null;
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
        measure = measureFor(target, severity, anchorMs);
        const isOver = isPushed(target, measure)
          ? pushedDue(measure, anchorMs, pushedMs) < fromMs
          : used > measure.allowance;
        if (isOver) breachedAtMs ??= fromMs;
        else if (!keeps && (before === null || measure.allowance > before.allowance))
          breachedAtMs = null;
      }
    }
    if (kind === "paused") wallPausedMs += endMs - fromMs;
    if (measure === null) continue;
    if (kind === "paused") pausedFor += measure.used(fromMs, endMs);
    if (measure.work && isPushed(target, measure)) {
      // Nobody knows when a paused ticket is due: a pause breaches nothing until it ends.
      const isActive = kind === "running" || (kind === "stopped" && continues);
      // Time while resolved does not count either, unless the clock goes on.
      const pushes = kind === "paused" || (kind === "stopped" && !continues);
      if (breachedAtMs === null && pushes) pushedMs += measure.work.between(fromMs, endMs);
      const dueMs = pushedDue(measure, anchorMs, pushedMs);
      if (isActive && isPast(target, endMs, dueMs)) breachedAtMs ??= Math.max(dueMs, fromMs);
      if (isActive) used += measure.used(fromMs, endMs);
    } else if (kind === "running" || (kind === "stopped" && continues)) {
      breachedAtMs ??= breachIn(target, measure, fromMs, endMs, measure.allowance - used);
      used += measure.used(fromMs, endMs);
    }
    provisional ||= endMs > measure.publishedUntilMs;
  }
  return { measure, used, pausedFor, wallPausedMs, breachedAtMs, provisional, pushedMs, anchorMs };
}

/** Whether pauses push on what is due, instead of saving days. */
export function isPushed(target: PlainTarget, measure: PlainMeasure): boolean {
  return choicesOf(target).dayPauses === "push" && measure.work !== undefined;
}

/** When days are due that pauses push on: so much working time after they are over. */
export function pushedDue(measure: PlainMeasure, anchorMs: number, pushedMs: number): number {
  const dueMs = measure.runsOut(anchorMs, measure.allowance);
  return pushedMs === 0 || !measure.work ? dueMs : measure.work.add(dueMs, pushedMs);
}

/** Whether a clock that goes on to an instant has passed another. */
export function isPast(target: PlainTarget, toMs: number, dueMs: number): boolean {
  return choicesOf(target).atDue === "met" ? toMs > dueMs : toMs >= dueMs;
}

/** If all is measured anew and nothing is promised: what had been used when the promise ended. */
function withoutPromise(target: PlainTarget, count: readonly Phase[], untilMs: number): Sum {
  const since = lastIndexWhere(count, ({ severity }) => !isNone(target, severity)) + 1;
  const measured = count.slice(0, since);
  const nothing = { used: 0, pausedFor: 0, provisional: false };
  const sum = since === 0 ? nothing : addUp(target, measured, measured.at(-1)?.toMs ?? 0);
  const paused = count.filter(({ kind }) => kind === "paused");
  const wallPausedMs = paused.reduce(
    (sum, { fromMs, toMs }) => sum + Math.min(toMs, untilMs) - fromMs,
    0,
  );
  return { ...sum, measure: null, breachedAtMs: null, wallPausedMs };
}

/** Whether nothing is promised to tickets of a severity. */
export function isNone(
  { definition: { allowance } }: PlainTarget,
  severity: string | null,
): boolean {
  return !isOneForAll(allowance) && severity !== null && allowance[severity] === null;
}

/** The first allowance of a target, which counts for a ticket whose severity nobody knows. */
export function firstMeasure(
  { definition: { allowance }, measure }: PlainTarget,
  startMs: number,
): PlainMeasure | null {
  const all = isOneForAll(allowance) ? [allowance] : Object.values(allowance);
  const first = all.find((each) => typeof each === "object" && each !== null);
  return typeof first === "object" && first !== null ? measure(first, startMs) : null;
}

/** The instant at which a clock that runs from one instant to another breaches, if it does. */
function breachIn(
  target: PlainTarget,
  measure: PlainMeasure,
  fromMs: number,
  toMs: number,
  left: number,
): number | null {
  const dueMs = measure.runsOut(fromMs, left);
  return isPast(target, toMs, dueMs) ? dueMs : null;
}

export function startAnew(target: PlainTarget): boolean {
  return choicesOf(target).onSeverityChange === "restart";
}

/** Whether the allowance depends on the severity. */
export function isGraded({ definition: { allowance } }: Pick<PlainTarget, "definition">): boolean {
  return !isOneForAll(allowance);
}

const UNITS = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];

function isOneForAll(allowance: TargetDefinition["allowance"]): allowance is OneAllowance {
  return typeof allowance === "string" || UNITS.some((unit) => unit in allowance);
}

/** How a severity is measured, in a count that begins at an instant. */
export function measureFor(
  target: PlainTarget,
  severity: string | null,
  startMs: number,
): PlainMeasure {
  const { allowance } = target.definition;
  const own = isOneForAll(allowance) ? allowance : allowance[severity ?? ""];
  // Neither nothing nor an agreed date can be counted.
  if (typeof own !== "object" || own === null) throw new NotJudged();
  return target.measure(own, startMs);
}

/** What a ticket has used so far; before its severity is known, by the first allowance. */
export function sumOf(target: PlainTarget, { count, severity }: Counted, atMs: number): Sum {
  if (!isGraded(target) || severity !== null) return addUp(target, count, atMs);
  const { allowance } = target.definition;
  const [first] = Object.entries(allowance).filter(([, each]) => each !== null);
  const named = count.map((phase) => ({ ...phase, severity: first?.[0] ?? null }));
  const nothing = { used: 0, pausedFor: 0, wallPausedMs: 0, provisional: false };
  const sum = first ? addUp(target, named, atMs) : nothing;
  return { ...sum, measure: null, breachedAtMs: null };
}

/** Whether more has been used than there is. */
export function isUsedUp({ measure, used }: Sum): boolean {
  return measure !== null && used > measure.allowance;
}

/** The choices of a target, with the default for each that it does not make. */
export function choicesOf({ definition }: Pick<PlainTarget, "definition">) {
  return {
    tie: definition.tie ?? "close",
    atDue: definition.atDue ?? "met",
    onSeverityChange: definition.onSeverityChange ?? "carry-elapsed",
    onReopen: definition.onReopen ?? "resume",
    onLateReopen: definition.onLateReopen ?? "new-cycle",
    dayPauses: definition.dayPauses ?? "day-ends",
    agreedDates: definition.agreedDates ?? "replaces",
    onceBreached: definition.onceBreached ?? "rejudge",
  };
}
