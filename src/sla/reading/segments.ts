import type { Measure } from "../allowance/measure";
import type { Piece, Why } from "../allowance/pieces";
import type { Fields } from "../clock/fields";
import { type ClockRules, firstAllowance, isUncounted } from "../clock/rules";
import type { ClockNow, CycleState, Stretch } from "../clock/state";

/** A part of a ticket's life in plain numbers. */
export interface NumericSegment extends Piece {
  readonly state: string | null;
  readonly severity: string | null;
  /** The fields that the ticket had. */
  readonly fields: Fields;
  /** Which cycle it belongs to, from 0. */
  readonly cycle: number;
  /** What had been used at its end, of the allowance that was being counted. */
  readonly total: number;
}

/** What is known of a ticket's life, for its segments. */
export interface Life {
  readonly now: ClockNow;
  readonly cycles: readonly CycleState[];
  readonly stretches: readonly Stretch[];
}

/**
 * The whole life of a ticket, from its first event on, in parts that touch: what each of them used
 * of the allowance, and why. The amounts of a cycle sum to what it has used.
 */
export function segmentsOf(life: Life, rules: ClockRules): NumericSegment[] {
  const segments: NumericSegment[] = [];
  let total = 0;
  let cycle = 0;
  for (const stretch of life.stretches) {
    if (stretch.cycle !== cycle) total = 0;
    cycle = stretch.cycle;
    for (const piece of piecesOf(stretch, life, rules)) {
      total += piece.amount;
      const { state: name, severity, fields } = stretch;
      segments.push({ ...piece, state: name, severity, fields, cycle, total });
    }
  }
  return segments;
}

function piecesOf(stretch: Stretch, life: Life, rules: ClockRules): readonly Piece[] {
  const { fromMs, toMs } = stretch;
  const why = whyNot(stretch, life, rules);
  if (why !== null) return [{ fromMs, toMs, amount: 0, why, title: null }];
  const measure = measureOf(stretch, life, rules);
  return (
    measure?.split(fromMs, toMs) ?? [
      { fromMs, toMs, amount: 0, why: whyUncounted(stretch, life, rules), title: null },
    ]
  );
}

/** Why nothing of a stretch is counted, or null if it is. */
function whyNot(stretch: Stretch, life: Life, rules: ClockRules): Why | null {
  const { verdict, count } = outcomeOf(stretch.cycle, life);
  if (stretch.activity === "pending") return "not-started";
  if (stretch.activity === "cancelled") return "cancelled";
  if (stretch.activity === "paused") return "paused";
  // A clock that goes on beneath its verdict counts only once it is re-opened.
  const isVerdictGiven = verdict !== null && stretch.fromMs >= verdict.stoppedAtMs;
  if (stretch.counting === "nothing" || isVerdictGiven) return "stopped";
  if (stretch.count !== count && !isUncounted(stretch.promise)) return "restarted";
  if (isPromised(stretch, life, rules)) return null;
  // If it is measured again, it counts as if the promise had held from the start.
  const measuresAnew = rules.onSeverityChange === "retroactive";
  if (measuresAnew && isMeasuredLater(stretch, life)) return null;
  return whyUncounted(stretch, life, rules);
}

/** Whether an amount was promised, by the severity of a stretch or the first severity after it. */
function isPromised(stretch: Stretch, life: Life, rules: ClockRules): boolean {
  return !isUncounted(promiseOf(stretch, life, rules));
}

function promiseOf(stretch: Stretch, life: Life, rules: ClockRules) {
  if (stretch.promise !== "ungraded") return stretch.promise;
  return rules.promiseFor(severityOf(stretch, life));
}

function whyUncounted(stretch: Stretch, life: Life, rules: ClockRules): Why {
  return promiseOf(stretch, life, rules) === "agreed" ? "by-agreement" : "not-applicable";
}

/** Whether its cycle has been measured after a stretch. */
function isMeasuredLater({ cycle, toMs }: Stretch, life: Life): boolean {
  const later = life.stretches.filter((each) => each.cycle === cycle && each.fromMs >= toMs);
  return [outcomeOf(cycle, life), ...later].some(({ promise }) => promise === "measured");
}

function measureOf(stretch: Stretch, life: Life, rules: ClockRules): Measure | null {
  const severity =
    rules.onSeverityChange === "retroactive"
      ? lastMeasured(stretch.cycle, life)
      : severityOf(stretch, life);
  const promised = rules.promiseFor(severity);
  // Without a promise, what has passed is counted by the first allowance.
  const allowance = typeof promised === "string" ? firstAllowance(rules) : promised;
  // A stretch that is counted has an instant to count from.
  return allowance?.from(stretch.countingFromMs as number) ?? null;
}

/** The severity that a cycle is measured by if all of it is measured again: the last with a promise. */
function lastMeasured(cycle: number, life: Life): string | null {
  const { severity, promise } = outcomeOf(cycle, life);
  if (!isUncounted(promise)) return severity;
  const measured = life.stretches.filter(
    (each) => each.cycle === cycle && each.promise === "measured",
  );
  return measured.at(-1)?.severity ?? severity;
}

/**
 * The severity that a stretch is measured by. Before the ticket had one, it is the first that came in the same
 * cycle; null if none came.
 */
function severityOf({ severity, promise, count, cycle }: Stretch, life: Life): string | null {
  if (promise !== "ungraded") return severity;
  const first = life.stretches.find((each) => each.count === count && each.severity !== null);
  return first?.severity ?? outcomeOf(cycle, life).severity;
}

/** How a cycle ended, or how it stands. */
function outcomeOf(cycle: number, { now, cycles }: Life) {
  const verdict = cycle < cycles.length ? cycles[cycle] : now.verdict;
  if (verdict) return { ...verdict, verdict };
  return { count: now.count, severity: now.measuredAs, promise: now.promise, verdict: null };
}
