import type { AllowanceDefinition } from "../../sla/allowance/definition";
import type { TargetDefinition } from "../../sla/target/definition";
import type { PlainCalendar } from "./calendar";
import { measureOf, NotJudged, type PlainMeasure } from "./measure";

/** A target as its policy defines it, with everything that its allowances are measured by. */
export interface PlainTarget {
  readonly definition: TargetDefinition;
  readonly calendars: Readonly<Record<string, PlainCalendar>>;
  /** The zone of civil days. */
  readonly timeZone: string;
}

/** A stretch of a ticket's life between two events. */
export interface Phase {
  readonly kind: "running" | "paused" | "stopped";
  readonly fromMs: number;
  readonly toMs: number;
  readonly severity: string | null;
}

/** A count that has been added up. */
export interface Sum {
  readonly measure: PlainMeasure;
  readonly used: number;
  readonly pausedFor: number;
  readonly breachedAtMs: number | null;
  readonly provisional: boolean;
}

/** The choices of a target, with the default for each that it does not make. */
export function choicesOf({ definition }: PlainTarget) {
  return {
    tie: definition.tie ?? "close",
    atDue: definition.atDue ?? "met",
    onSeverityChange: definition.onSeverityChange ?? "carry-elapsed",
    onReopen: definition.onReopen ?? "resume",
  };
}

const UNITS = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];

/** Whether the allowance depends on the severity. */
export function isGraded({ definition: { allowance } }: PlainTarget): boolean {
  return typeof allowance === "object" && !UNITS.some((unit) => unit in allowance);
}

/** How a severity is measured, in a count that begins at an instant. */
export function measureFor(
  target: PlainTarget,
  severity: string | null,
  startMs: number,
): PlainMeasure {
  const { allowance } = target.definition;
  const own: unknown = isGraded(target)
    ? Reflect.get(Object(allowance), severity ?? "")
    : allowance;
  // Neither nothing nor an agreed date can be counted.
  if (typeof own !== "object" || own === null) throw new NotJudged();
  // The definition has been checked: an allowance that is not a map of severities is one allowance.
  return measureOf(own as AllowanceDefinition, startMs, { ...target, ...choicesOf(target) });
}

/** Adds up a count, phase by phase, as far as an instant. */
export function addUp(target: PlainTarget, count: readonly Phase[], untilMs: number): Sum {
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) throw new NotJudged();
  const { onSeverityChange, onReopen } = choicesOf(target);
  const isRetroactive = onSeverityChange === "retroactive";
  let measuredAs = isRetroactive ? last.severity : first.severity;
  let measure = measureFor(target, measuredAs, first.fromMs);
  let [used, pausedFor, provisional] = [0, 0, false];
  let breachedAtMs: number | null = null;
  for (const { kind, fromMs, toMs, severity } of count) {
    if (!isRetroactive && isGraded(target) && severity !== measuredAs) {
      const before = measure.allowance;
      measuredAs = severity;
      measure = measureFor(target, severity, first.fromMs);
      // What was used stays used. Too much for a new allowance is a breach, and a larger allowance takes a breach back.
      if (used > measure.allowance) breachedAtMs ??= fromMs;
      else if (measure.allowance > before) breachedAtMs = null;
    }
    const endMs = Math.min(toMs, untilMs);
    if (kind === "paused") pausedFor += measure.used(fromMs, endMs);
    if (kind === "running" || (kind === "stopped" && onReopen === "continue")) {
      breachedAtMs ??= breachIn(target, measure, fromMs, endMs, measure.allowance - used);
      used += measure.used(fromMs, endMs);
    }
    provisional ||= endMs > measure.publishedUntilMs;
  }
  return { measure, used, pausedFor, breachedAtMs, provisional };
}

/** The instant at which a clock that runs from one instant to another breaches; null if it does not. */
function breachIn(
  target: PlainTarget,
  measure: PlainMeasure,
  fromMs: number,
  toMs: number,
  left: number,
): number | null {
  const dueMs = measure.runsOut(fromMs, left);
  if (toMs > dueMs) return dueMs;
  return toMs === dueMs && choicesOf(target).atDue === "breached" ? dueMs : null;
}
