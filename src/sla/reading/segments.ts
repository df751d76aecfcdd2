import type { Measure } from "../allowance/measure";
import type { Piece, Why } from "../allowance/pieces";
import type { ClockRules } from "../clock/clock";
import type { ClockNow, CycleState, Stretch } from "../clock/state";

/** A part of a ticket's life in plain numbers. */
export interface NumericSegment extends Piece {
  readonly state: string | null;
  readonly severity: string | null;
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
      const { state: name, severity } = stretch;
      segments.push({ ...piece, state: name, severity, cycle, total });
    }
  }
  return segments;
}

function piecesOf(stretch: Stretch, life: Life, rules: ClockRules): readonly Piece[] {
  const { fromMs, toMs } = stretch;
  const why = whyNot(stretch, life);
  if (why !== null) return [{ fromMs, toMs, amount: 0, why, title: null }];
  return measureOf(stretch, life, rules).split(fromMs, toMs);
}

/** Why nothing of a stretch is counted, or null where it is. */
function whyNot(stretch: Stretch, life: Life): Why | null {
  const { verdict, count } = outcomeOf(stretch.cycle, life);
  if (stretch.activity === "pending") return "not-started";
  if (stretch.activity === "cancelled") return "cancelled";
  if (stretch.activity === "paused") return "paused";
  // A clock that goes on beneath its verdict counts only once it is re-opened.
  const isVerdictGiven = verdict !== null && stretch.fromMs >= verdict.stoppedAtMs;
  if (stretch.counting === "nothing" || isVerdictGiven) return "stopped";
  return stretch.count === count ? null : "restarted";
}

function measureOf(stretch: Stretch, life: Life, rules: ClockRules): Measure {
  const severity =
    rules.onSeverityChange === "retroactive"
      ? outcomeOf(stretch.cycle, life).severity
      : stretch.severity;
  // What is counted is counted from an instant.
  return rules.allowanceFor(severity).from(stretch.countingFromMs as number);
}

/** How a cycle ended, or how it stands. */
function outcomeOf(cycle: number, { now, cycles }: Life) {
  const verdict = cycle < cycles.length ? cycles[cycle] : now.verdict;
  if (verdict) return { ...verdict, verdict };
  return { count: now.count, severity: now.measuredAs, verdict: null };
}
