import { countsBoth, type PlainAgreed, unbreached } from "./agreed";
import { choicesOf, isGraded, isNone, type Phase, type PlainTarget, startAnew } from "./count";
import type { PlainEvent } from "./history";
import { ended } from "./pauses";
import { readAt, type Ticket } from "./reading";
import { judgedLate, kept, withDue } from "./verdicts";

/** What a change of severity or of an agreed date does to a ticket. */

export function changeSeverity(
  target: PlainTarget,
  before: Ticket,
  severity: string | null,
  atMs: number,
): Ticket {
  const phase = before.count.at(-1);
  const isFirstOne = phase && isGraded(target) && before.severity === null;
  const gradedMs = isFirstOne ? atMs : before.gradedMs;
  const ticket = { ...before, severity, gradedMs };
  if (phase === undefined || !isGraded(target)) return ticket;
  // A ticket whose severity nobody knew has its first severity from the start.
  const isFirst = before.severity === null;
  const count = isFirst ? before.count.map((each) => ({ ...each, severity })) : before.count;
  // A stopped ticket has its verdict; the change waits for a re-opening, unless the clock goes on.
  if (before.verdict && choicesOf(target).onReopen !== "continue") {
    if (!isFirst || before.verdict.severity !== null) return ticket;
    return judgedLate(target, { ...ticket, count });
  }
  const keptMs = kept(target, before, atMs);
  if (isFirst && before.verdict) return judgedLate(target, { ...ticket, count });
  if (isFirst) return withDue(target, { ...ticket, count });
  // From nothing to nothing is no change for the clock.
  if (isNone(target, before.severity) && isNone(target, severity)) {
    const same = count.map((each) => (each === phase ? { ...each, severity } : each));
    return { ...ticket, count: same };
  }
  const begins = startAnew(target) || isFirstPromise(target, count, severity);
  const anew = begins && phase.isPauseOver;
  const next: Phase = anew
    ? { kind: "paused", fromMs: atMs, toMs: Number.POSITIVE_INFINITY, severity }
    : { ...phase, fromMs: atMs, severity };
  const restarts = isAnew(target, before.severity, severity);
  return withDue(target, {
    ...ticket,
    keptMs,
    agreed: restarts ? unbreached(before.agreed, atMs) : renewed(target, before, atMs),
    count: [...(restarts ? [] : ended(count, atMs)), next],
  });
}

/** Whether nothing has been promised before. Then a promise begins to count, and so do its pauses. */
export function isFirstPromise(
  target: PlainTarget,
  count: readonly Phase[],
  severity: string | null,
): boolean {
  if (choicesOf(target).onSeverityChange === "retroactive" || isNone(target, severity))
    return false;
  return count.every((phase) => isNone(target, phase.severity));
}

/** Whether a change of severity starts the clock anew; from nothing promised to nothing, it does not. */
export function isAnew(target: PlainTarget, from: string | null, to: string | null): boolean {
  return startAnew(target) && !(isNone(target, from) && isNone(target, to));
}

/** An agreed date beside which another allowance counts from now on. */
export function renewed(target: PlainTarget, ticket: Ticket, atMs: number): PlainAgreed | null {
  const { agreed } = ticket;
  if (agreed === null || !countsBoth(target)) return agreed;
  const isActive = !ticket.verdict || choicesOf(target).onReopen === "continue";
  const { breachedAtMs } = isActive ? readAt(target, ticket, atMs) : agreed;
  return { ...agreed, sinceMs: atMs, breachedAtMs };
}

/** Takes an agreed date, or takes it back. */
export function agree(
  target: PlainTarget,
  ticket: Ticket,
  { atMs, dueMs = null }: PlainEvent,
): Ticket {
  const { agreedDates, onReopen, onceBreached } = choicesOf(target);
  if (agreedDates === "ignore" || (dueMs === null && ticket.agreed === null)) return ticket;
  const isActive = ticket.count.length > 0 && (!ticket.verdict || onReopen === "continue");
  const breachedAtMs = isActive
    ? readAt(target, ticket, atMs).breachedAtMs
    : (ticket.verdict?.breachedAtMs ?? null);
  const keeps = isActive && onceBreached === "keep" && breachedAtMs !== null;
  const told = { ...ticket, toldMs: atMs, keptMs: keeps ? breachedAtMs : ticket.keptMs };
  if (dueMs !== null) {
    return {
      ...told,
      agreed: { dueMs, givenMs: atMs, sinceMs: atMs, breachedAtMs },
      back: null,
    };
  }
  return { ...told, agreed: null, back: isActive ? { atMs, breachedAtMs } : null };
}
