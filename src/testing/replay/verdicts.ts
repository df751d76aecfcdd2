import {
  choicesOf,
  isNone,
  lastIndexWhere,
  measureFor,
  type Phase,
  type PlainTarget,
  sumOf,
} from "./count";
import { ended, pauseEnded } from "./pauses";
import { blank, type PlainReading, readAt, type Ticket } from "./reading";

/** What a ticket comes to as it is stopped, cancelled or first graded. */

export function stop(target: PlainTarget, before: Ticket, atMs: number): Ticket {
  if (before.startedAtMs === null || before.verdict) return before;
  const { severity } = before;
  const stopped: Phase = {
    kind: "stopped",
    fromMs: atMs,
    toMs: Number.POSITIVE_INFINITY,
    severity,
  };
  const verdict = verdictAt(target, before, atMs);
  const count = [...ended(pauseEnded(target, before.count, atMs), atMs), stopped];
  return { ...before, count, verdict, agreedAtStop: before.agreed };
}

export function verdictAt(target: PlainTarget, ticket: Ticket, atMs: number): PlainReading {
  const lastWork = lastIndexWhere(ticket.count, ({ kind }) => kind !== "stopped");
  const working = pauseEnded(target, ticket.count.slice(0, lastWork + 1), atMs);
  const reading = readAt(target, { ...ticket, count: working }, atMs);
  const { breached, projectedDueAtMs, allowance } = reading;
  return {
    ...reading,
    status: allowance === null && !ticket.agreed ? "not-applicable" : breached ? "breached" : "met",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: projectedDueAtMs,
  };
}

export function cancel(target: PlainTarget, before: Ticket, atMs: number): Ticket {
  if (before.verdict) return before;
  if (before.startedAtMs === null) {
    const { severity } = before;
    return { ...before, isFinal: true, verdict: { ...blank, severity, status: "cancelled" } };
  }
  const reading = readAt(target, before, atMs);
  const { breachedAtMs } = reading;
  const verdict: PlainReading = {
    ...reading,
    // When it would have been due is not a part of the answer.
    provisional: sumOf(target, before, atMs).provisional || before.originalProvisional,
    status: isNone(target, before.severity) && !before.agreed ? "not-applicable" : "cancelled",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: breachedAtMs,
    projectedDueAtMs: breachedAtMs,
  };
  return { ...before, isFinal: true, verdict };
}

/** A ticket that was stopped without a severity, by the first that came since. */
export function judgedLate(target: PlainTarget, ticket: Ticket): Ticket {
  const stoppedAtMs = ticket.verdict?.stoppedAtMs ?? 0;
  const promised = withDue(target, ticket);
  const then = { ...promised, agreed: ticket.agreedAtStop };
  return { ...promised, verdict: verdictAt(target, then, stoppedAtMs) };
}

/** The ticket with the due date that it had as it was first promised something. */
export function withDue(target: PlainTarget, ticket: Ticket): Ticket {
  const { count, severity, originalDueAtMs } = ticket;
  if (originalDueAtMs !== null || severity === null || isNone(target, severity)) return ticket;
  const first =
    choicesOf(target).onSeverityChange === "retroactive"
      ? count[0]
      : count.find((each) => !isNone(target, each.severity));
  const fromMs = first?.fromMs ?? 0;
  const measure = measureFor(target, severity, fromMs);
  const dueMs = measure.runsOut(fromMs, measure.allowance);
  return {
    ...ticket,
    originalDueAtMs: dueMs,
    originalProvisional: dueMs > measure.publishedUntilMs,
  };
}

/** The breach that stays from now on, if breaches stay. */
export function kept(target: PlainTarget, ticket: Ticket, atMs: number): number | null {
  if (choicesOf(target).onceBreached !== "keep" || ticket.severity === null) return ticket.keptMs;
  return readAt(target, ticket, atMs).breachedAtMs ?? ticket.keptMs;
}
