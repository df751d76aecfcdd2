import {
  type Counted,
  choicesOf,
  isGraded,
  isPast,
  isPushed,
  isUsedUp,
  type Phase,
  type PlainTarget,
  pushedDue,
  type Sum,
  sumOf,
} from "./count";
import { NotJudged } from "./measure";

/** What a date does that is agreed on for a ticket. */

/** A ticket for which a date may have been agreed. */
export interface Promised extends Counted {
  readonly agreed: PlainAgreed | null;
  /** When its first severity was given; null if it started with one. */
  readonly gradedMs: number | null;
  /** When an agreed date was last taken back, and what was breached by it. */
  readonly back: { readonly atMs: number; readonly breachedAtMs: number | null } | null;
}

/** An agreed date, and when it was given. */
export interface PlainAgreed {
  readonly dueMs: number;
  readonly givenMs: number;
  /** When what is promised last changed: as it was given, or with a severity or a re-opening since. */
  readonly sinceMs: number;
  /** What had been breached by then. */
  readonly breachedAtMs: number | null;
}

/** An agreed date for a clock that starts again: what was breached before is no longer. */
export function unbreached(agreed: PlainAgreed | null, atMs: number): PlainAgreed | null {
  return (
    agreed && {
      ...agreed,
      sinceMs: Math.max(agreed.sinceMs, atMs),
      breachedAtMs: null,
    }
  );
}

/** Whether both the agreed date and the allowance have a say. */
export function countsBoth(target: PlainTarget): boolean {
  return ["earlier", "later"].includes(choicesOf(target).agreedDates);
}

/** The instant of both that counts. */
export function whichOf(target: PlainTarget, agreedMs: number, allowedMs: number): number {
  const { agreedDates } = choicesOf(target);
  if (agreedDates === "earlier") return Math.min(agreedMs, allowedMs);
  return agreedDates === "later" ? Math.max(agreedMs, allowedMs) : agreedMs;
}

/** When what is due at the earlier or the later of both is breached. */
export function breachOfBoth(
  target: PlainTarget,
  agreed: PlainAgreed,
  ticket: Promised,
  untilMs: number,
): number | null {
  const { dueMs, sinceMs, breachedAtMs } = agreed;
  const continues = choicesOf(target).onReopen === "continue";
  const { count } = ticket;
  const then = count.filter(({ fromMs }) => fromMs <= sinceMs);
  const sum = then.length > 0 ? sumOf(target, { ...ticket, count: then }, sinceMs) : null;
  const isUp = sum && (sum.breachedAtMs !== null || isUsedUp(sum));
  if (
    sum?.measure &&
    whichOf(target, dueMs, isUp ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) < sinceMs
  )
    return breachedAtMs ?? sinceMs;
  if (sum && !sum.measure && dueMs < sinceMs) return breachedAtMs ?? sinceMs;
  for (const [i, { kind, ...phase }] of count.entries()) {
    if (kind === "stopped" && !continues) continue;
    // A date that is given as the ticket stops is in force by then, and has its say in the verdict.
    const isStopped = count[i + 1]?.kind === "stopped" && !continues;
    if (isStopped ? phase.toMs < sinceMs : phase.toMs <= sinceMs) continue;
    const [fromMs, toMs] = [Math.max(phase.fromMs, sinceMs), Math.min(phase.toMs, untilMs)];
    if (toMs < fromMs) continue;
    const { measure, used } = sumOf(target, { ...ticket, count: count.slice(0, i + 1) }, fromMs);
    const allowedMs = () => {
      if (!measure) return dueMs;
      if (used > measure.allowance) return fromMs;
      if (kind !== "paused") return measure.runsOut(fromMs, measure.allowance - used);
      // What is used up exactly is up for a later date, and is breached only as the clock goes on.
      const isUp = choicesOf(target).agreedDates === "later" && used >= measure.allowance;
      return isUp ? fromMs : Number.POSITIVE_INFINITY;
    };
    const due = whichOf(target, dueMs, allowedMs());
    if (due < fromMs || isPast(target, toMs, due)) return Math.max(due, fromMs);
  }
  return null;
}

/** When an agreed date is breached: as it passes, or as what comes later makes the clock go on. */
export function agreedBreach(
  target: PlainTarget,
  { dueMs, givenMs, breachedAtMs }: PlainAgreed,
  count: readonly Phase[],
  untilMs: number,
): number | null {
  const continues = choicesOf(target).onReopen === "continue";
  const active = count
    .filter(({ kind }) => kind !== "stopped" || continues)
    .map(({ fromMs, toMs }) => ({
      fromMs: Math.max(fromMs, givenMs),
      toMs: Math.min(toMs, untilMs),
    }))
    .filter(({ fromMs, toMs }) => fromMs <= toMs);
  const [first] = active;
  if (first && dueMs < first.fromMs) return breachedAtMs ?? first.fromMs;
  const late = active.find(({ fromMs, toMs }) => dueMs < fromMs || isPast(target, toMs, dueMs));
  return late ? Math.max(dueMs, late.fromMs) : null;
}

/** What may be used until an agreed date: what has been used, and what is left until then without the pauses. */
export function agreedAllowance(
  target: PlainTarget,
  { dueMs, givenMs }: PlainAgreed,
  ticket: Promised,
  untilMs: number,
): number {
  const { count } = ticket;
  const continues = choicesOf(target).onReopen === "continue";
  const isNew = (phase: Phase, before: Phase | undefined) =>
    before === undefined ||
    (isGraded(target) && before.severity !== phase.severity) ||
    (before.kind === "stopped" && !continues);
  const reckonedMs = count
    .filter((phase, i) => isNew(phase, count[i - 1]))
    .map(({ fromMs }) => fromMs)
    // The first severity measures it, from then on.
    .concat(givenMs, ticket.gradedMs ?? [])
    .filter((ms) => ms <= untilMs)
    .reduce((last, ms) => Math.max(last, ms), count[0]?.fromMs ?? 0);
  const then = count.filter(({ fromMs }) => fromMs <= reckonedMs);
  const { measure, used } = sumOf(target, { ...ticket, count: then }, reckonedMs);
  if (!measure) throw new NotJudged();
  const lost = count
    .filter(({ kind }) => kind === "paused")
    .map(({ fromMs, toMs }) => {
      const from = Math.max(fromMs, reckonedMs);
      return measure.used(from, Math.max(from, Math.min(toMs, untilMs, dueMs)));
    });
  const ahead = measure.used(reckonedMs, Math.max(reckonedMs, dueMs));
  return used + ahead - lost.reduce((sum, each) => sum + each, 0);
}

/** When a ticket was breached, by what is in force now. */
export function breachOf(
  target: PlainTarget,
  ticket: Promised,
  sum: Sum,
  atMs: number,
): number | null {
  const { agreed, back, count } = ticket;
  if (agreed && countsBoth(target)) return breachOfBoth(target, agreed, ticket, atMs);
  if (agreed) return agreedBreach(target, agreed, count, atMs);
  const { breachedAtMs } = sum;
  const isAnew = choicesOf(target).onSeverityChange === "retroactive" && isGraded(target);
  const since = count.find(
    ({ fromMs, toMs }) => fromMs <= (back?.atMs ?? 0) && toMs >= (back?.atMs ?? 0),
  );
  if (!back || breachedAtMs === null || isAnew || !since) return breachedAtMs;
  // The allowance is in force again from then on, and nothing is due before what makes it due.
  if (breachedAtMs >= back.atMs) return breachedAtMs;
  const before = count.filter(({ fromMs }) => fromMs <= back.atMs);
  const then = sumOf(target, { ...ticket, count: before }, back.atMs);
  const { measure, anchorMs = 0, pushedMs = 0 } = then;
  const isUp =
    measure && isPushed(target, measure)
      ? pushedDue(measure, anchorMs, pushedMs) < back.atMs
      : isUsedUp(then);
  if (isUp) return back.breachedAtMs ?? back.atMs;
  // What is used up exactly is due at once, and breached as the clock goes on.
  const running = count.filter(({ kind }) => kind !== "paused");
  const atOnce = { dueMs: back.atMs, givenMs: back.atMs, sinceMs: back.atMs, breachedAtMs: null };
  return agreedBreach(target, atOnce, running, atMs);
}
