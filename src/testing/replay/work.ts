import { countsBoth, type PlainAgreed, unbreached } from "./agreed";
import { isAnew } from "./changes";
import { choicesOf, isGraded, measureFor, type Phase, type PlainTarget } from "./count";
import { ended } from "./pauses";
import type { PlainReading, Ticket } from "./reading";
import { withDue } from "./verdicts";

/** What work on a ticket does: its start, and its re-opening after a stop. */

export function work(
  target: PlainTarget,
  before: Ticket,
  kind: "running" | "paused",
  atMs: number,
): Ticket {
  const { severity } = before;
  const next: Phase = { kind, fromMs: atMs, toMs: Number.POSITIVE_INFINITY, severity };
  if (before.startedAtMs === null) return start(target, before, next);
  if (!before.verdict) {
    const last = before.count.at(-1);
    if (last?.kind === kind && !last.isPauseOver) return before;
    return { ...before, count: [...ended(before.count, atMs), next] };
  }
  const { stoppedAtMs } = before.verdict;
  if (choicesOf(target).onReopen === "first-only") return before;
  const isLate = isLateReopening(target, stoppedAtMs ?? atMs, atMs);
  const { onLateReopen } = choicesOf(target);
  if (isLate && onLateReopen === "ignore") return before;
  const onReopen =
    isLate && onLateReopen === "new-cycle" ? "new-cycle" : choicesOf(target).onReopen;
  const { agreed, toldMs } = before;
  const isOver = agreed !== null && agreed.givenMs <= (stoppedAtMs ?? 0) && agreed.givenMs !== atMs;
  const begins = onReopen === "restart" || onReopen === "new-cycle";
  // What was taken back while it was stopped is back in force from now on.
  const isBack = agreed === null && toldMs !== null && toldMs > (stoppedAtMs ?? 0);
  const back =
    isBack && !begins ? { atMs, breachedAtMs: before.verdict.breachedAtMs } : before.back;
  const open = {
    ...before,
    verdict: null,
    agreed: begins ? (isOver ? null : unbreached(agreed, atMs)) : agreed,
    back: begins ? null : onReopen === "continue" ? before.back : back,
  };
  const isNewDate = onReopen !== "continue" && (toldMs ?? 0) > (stoppedAtMs ?? 0);
  const last = before.count.at(-1)?.severity ?? null;
  const changed = isGraded(target) && last !== severity;
  const keptMs =
    changed && choicesOf(target).onceBreached === "keep"
      ? (before.verdict.breachedAtMs ?? before.keptMs)
      : before.keptMs;
  switch (onReopen) {
    case "new-cycle":
      return start(
        target,
        { ...open, keptMs: null, earlier: [...before.earlier, before.verdict] },
        next,
      );
    case "restart":
      return withDue(target, { ...open, keptMs: null, count: [next] });
    default:
      if (changed && isAnew(target, last, severity)) {
        const agreed = unbreached(open.agreed, atMs);
        return withDue(target, { ...open, agreed, keptMs, count: [next] });
      }
      return withDue(target, {
        ...open,
        keptMs,
        agreed: changed || isNewDate ? reopened(target, open, before.verdict, atMs) : open.agreed,
        count: [...ended(before.count, atMs), next],
      });
  }
}

/** An agreed date as a re-opening puts it in force, beside another allowance or for the first time. */
export function reopened(
  target: PlainTarget,
  { agreed }: Ticket,
  { breachedAtMs }: PlainReading,
  atMs: number,
): PlainAgreed | null {
  if (agreed === null || !countsBoth(target)) return agreed;
  if (choicesOf(target).onReopen === "continue") return agreed;
  return { ...agreed, sinceMs: atMs, breachedAtMs };
}

export function isLateReopening(target: PlainTarget, stoppedAtMs: number, atMs: number): boolean {
  const { reopenWithin } = target.definition;
  if (!reopenWithin) return false;
  const measure = target.measureBeside(reopenWithin, stoppedAtMs);
  return atMs > measure.runsOut(stoppedAtMs, measure.allowance);
}

export function start(target: PlainTarget, before: Ticket, first: Phase): Ticket {
  const ticket = {
    ...before,
    startedAtMs: first.fromMs,
    originalDueAtMs: null,
    originalProvisional: false,
    count: [first],
  };
  if (!isGraded(target)) {
    const measure = measureFor(target, first.severity, first.fromMs);
    const dueMs = measure.runsOut(first.fromMs, measure.allowance);
    return {
      ...ticket,
      originalDueAtMs: dueMs,
      originalProvisional: dueMs > measure.publishedUntilMs,
    };
  }
  return withDue(target, ticket);
}
