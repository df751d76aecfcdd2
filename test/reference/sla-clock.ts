import type { SlaStatus } from "../../src/index";
import {
  addUp,
  choicesOf,
  isGraded,
  type Phase,
  type SlowTarget,
  startAnew,
  stickFor,
  warnUp,
} from "./sla-sum";
import type { Yardstick } from "./sla-yardstick";

/**
 * The slow clock: it writes down every phase of a ticket's life and, whenever it is asked, adds up
 * the present count from its first phase. It carries nothing over, so there is nothing to forget.
 */

/** An event of a ticket, its instant in epoch milliseconds. */
export interface SlowEvent {
  readonly atMs: number;
  readonly state?: string;
  readonly severity?: string;
}

/** What is read: instants in epoch milliseconds, amounts in the unit of the allowance. */
export interface SlowReading {
  readonly status: SlaStatus;
  readonly breached: boolean;
  readonly paused: boolean;
  readonly severity: string | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly dueAtMs: number | null;
  readonly projectedDueAtMs: number | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAtMs: number | null;
  readonly unit: Yardstick["unit"];
  readonly allowance: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly overrun: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly wallElapsedMs: number;
  readonly percentElapsed: number;
  readonly provisional: boolean;
}

/** A ticket: what has happened to it, and the verdict while it is stopped or cancelled. */
interface Ticket {
  readonly severity: string | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly originalProvisional: boolean;
  /** The phases of the present count; the last of them goes on. */
  readonly count: readonly Phase[];
  readonly verdict: SlowReading | null;
  /** The verdicts of the cycles before this one. */
  readonly earlier: readonly SlowReading[];
  readonly isFinal: boolean;
}

const unborn: Ticket = {
  severity: null,
  startedAtMs: null,
  originalDueAtMs: null,
  originalProvisional: false,
  count: [],
  verdict: null,
  earlier: [],
  isFinal: false,
};

/** What the slow clock reads for a history, as of an instant. */
export function slowReading(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): SlowReading {
  const ticket = lived(target, history, asOfMs);
  if (ticket.verdict) return ticket.verdict;
  return ticket.startedAtMs === null
    ? notStarted(target, ticket, asOfMs)
    : readAt(target, ticket, asOfMs);
}

/** The verdicts of a history's earlier cycles, as of an instant. */
export function slowCycles(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): readonly SlowReading[] {
  return lived(target, history, asOfMs).earlier;
}

/** When the warnings of a history were due that have passed, as of an instant; null for the others. */
export function slowWarnings(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): readonly (number | null)[] {
  const { count, verdict } = lived(target, history, asOfMs);
  // A clock that goes on beneath its verdict may have had several severities since.
  const lastWork = count.findLastIndex(({ kind }) => kind !== "stopped");
  return warnUp(target, count.slice(0, lastWork + 1), verdict?.stoppedAtMs ?? asOfMs);
}

/** When a target is due for a ticket that starts at an instant, of a severity if there are any. */
export function slowDue(target: SlowTarget, startMs: number, severity: string | null): number {
  const stick = stickFor(target, severity, startMs);
  return stick.runsOut(startMs, stick.allowance);
}

// -------------------------------------------------------------------------------------- what happens

function lived(target: SlowTarget, history: readonly SlowEvent[], asOfMs: number): Ticket {
  return history
    .filter(({ atMs }) => atMs <= asOfMs)
    .toSorted((a, b) => a.atMs - b.atMs)
    .flatMap((event, i, all) => inPlace(event, i, all))
    .reduce((before, event) => live(target, before, event), unborn);
}

/**
 * The events of one instant are one change: the first of them has the last severity that any of them
 * gives, and the others have none.
 */
function inPlace({ atMs, state }: SlowEvent, i: number, all: readonly SlowEvent[]): SlowEvent[] {
  const given = all.filter((event) => event.atMs === atMs && event.severity !== undefined);
  const severity = given.at(-1)?.severity;
  const isFirst = all[i - 1]?.atMs !== atMs;
  const event = { atMs, ...(state === undefined ? {} : { state }) };
  return [isFirst && severity !== undefined ? { ...event, severity } : event];
}

function live(target: SlowTarget, before: Ticket, event: SlowEvent): Ticket {
  if (before.isFinal) return before;
  const { atMs, state, severity = before.severity } = event;
  const told =
    severity === before.severity ? before : changeSeverity(target, before, severity, atMs);
  const { runs, pauses = [], stops, cancels = [] } = target.definition;
  if (state === undefined) return told;
  if (runs.includes(state)) return work(target, told, "running", atMs);
  if (pauses.includes(state)) return work(target, told, "paused", atMs);
  if (stops.includes(state)) return stop(target, told, atMs);
  if (cancels.includes(state)) return cancel(target, told, atMs);
  return told;
}

function changeSeverity(
  target: SlowTarget,
  before: Ticket,
  severity: string | null,
  atMs: number,
): Ticket {
  const ticket = { ...before, severity };
  const phase = before.count.at(-1);
  if (phase === undefined) return ticket;
  // What is stopped has its verdict; the change waits for a re-opening, unless the clock goes on.
  if (before.verdict && choicesOf(target).onReopen !== "continue") return ticket;
  const next = { ...phase, fromMs: atMs, severity };
  const isAnew = startAnew(target) && isGraded(target);
  return { ...ticket, count: [...(isAnew ? [] : ended(before.count, atMs)), next] };
}

function work(
  target: SlowTarget,
  before: Ticket,
  kind: "running" | "paused",
  atMs: number,
): Ticket {
  const { severity } = before;
  const next: Phase = { kind, fromMs: atMs, toMs: Infinity, severity };
  if (before.startedAtMs === null) return start(target, before, next);
  if (!before.verdict) {
    if (before.count.at(-1)?.kind === kind) return before;
    return { ...before, count: [...ended(before.count, atMs), next] };
  }
  const open = { ...before, verdict: null };
  const changed = isGraded(target) && before.count.at(-1)?.severity !== severity;
  switch (choicesOf(target).onReopen) {
    case "first-only":
      return before;
    case "new-cycle":
      return start(target, { ...open, earlier: [...before.earlier, before.verdict] }, next);
    case "restart":
      return { ...open, count: [next] };
    default:
      if (changed && startAnew(target)) return { ...open, count: [next] };
      return { ...open, count: [...ended(before.count, atMs), next] };
  }
}

function start(target: SlowTarget, before: Ticket, first: Phase): Ticket {
  const stick = stickFor(target, first.severity, first.fromMs);
  const originalDueAtMs = stick.runsOut(first.fromMs, stick.allowance);
  return {
    ...before,
    startedAtMs: first.fromMs,
    originalDueAtMs,
    originalProvisional: originalDueAtMs > stick.publishedUntilMs,
    count: [first],
  };
}

function stop(target: SlowTarget, before: Ticket, atMs: number): Ticket {
  if (before.startedAtMs === null || before.verdict) return before;
  const reading = readAt(target, before, atMs);
  const { breached, projectedDueAtMs } = reading;
  const verdict: SlowReading = {
    ...reading,
    status: breached ? "breached" : "met",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: projectedDueAtMs,
  };
  const { severity } = before;
  const stopped: Phase = { kind: "stopped", fromMs: atMs, toMs: Infinity, severity };
  return { ...before, count: [...ended(before.count, atMs), stopped], verdict };
}

function cancel(target: SlowTarget, before: Ticket, atMs: number): Ticket {
  if (before.verdict) return before;
  if (before.startedAtMs === null) {
    const { severity } = before;
    return { ...before, isFinal: true, verdict: { ...blank, severity, status: "cancelled" } };
  }
  const reading = readAt(target, before, atMs);
  const { breachedAtMs } = reading;
  const verdict: SlowReading = {
    ...reading,
    // When it would have been due is not a part of the answer.
    provisional: addUp(target, before.count, atMs).provisional || before.originalProvisional,
    status: "cancelled",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: breachedAtMs,
    projectedDueAtMs: breachedAtMs,
  };
  return { ...before, isFinal: true, verdict };
}

/** The phases, the last of them ended at an instant. */
function ended(count: readonly Phase[], toMs: number): readonly Phase[] {
  return count.map((phase, i) => (i === count.length - 1 ? { ...phase, toMs } : phase));
}

// ------------------------------------------------------------------------------------ what is read

/** What is read of a ticket that runs or is paused. */
function readAt(target: SlowTarget, ticket: Ticket, atMs: number): SlowReading {
  const { count, startedAtMs, originalDueAtMs, originalProvisional } = ticket;
  const sum = addUp(target, count, atMs);
  const { stick, used, breachedAtMs } = sum;
  const { unit, allowance, publishedUntilMs } = stick;
  const isPaused = count.at(-1)?.kind === "paused";
  const remaining = Math.max(0, allowance - used);
  const projectedDueAtMs = breachedAtMs ?? stick.runsOut(atMs, remaining);
  const working = isPaused ? "paused" : "running";
  return {
    status: breachedAtMs === null ? working : "breached",
    breached: breachedAtMs !== null,
    paused: isPaused,
    severity: ticket.severity,
    startedAtMs,
    originalDueAtMs,
    // What is paused is due at no instant that anybody knows, unless that is past.
    dueAtMs: isPaused ? breachedAtMs : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs: null,
    unit,
    allowance,
    elapsed: used,
    remaining,
    overrun: Math.max(0, used - allowance),
    pausedFor: sum.pausedFor,
    wallPausedMs: sum.wallPausedMs,
    wallElapsedMs: atMs - (startedAtMs ?? atMs),
    percentElapsed: allowance === 0 ? 100 : (used / allowance) * 100,
    provisional: sum.provisional || originalProvisional || projectedDueAtMs > publishedUntilMs,
  };
}

/** What is read of a ticket whose clock nobody has started, before anything is known of it. */
const blank: SlowReading = {
  status: "pending",
  breached: false,
  paused: false,
  severity: null,
  startedAtMs: null,
  originalDueAtMs: null,
  dueAtMs: null,
  projectedDueAtMs: null,
  breachedAtMs: null,
  stoppedAtMs: null,
  unit: "milliseconds",
  allowance: 0,
  elapsed: 0,
  remaining: 0,
  overrun: 0,
  pausedFor: 0,
  wallPausedMs: 0,
  wallElapsedMs: 0,
  percentElapsed: 0,
  provisional: false,
};

function notStarted(target: SlowTarget, { severity }: Ticket, asOfMs: number): SlowReading {
  if (isGraded(target) && severity === null) return blank;
  const stick = stickFor(target, severity, asOfMs);
  const { unit, allowance, publishedUntilMs } = stick;
  const projectedDueAtMs = stick.runsOut(asOfMs, allowance);
  const provisional = projectedDueAtMs > publishedUntilMs;
  return {
    ...blank,
    severity,
    projectedDueAtMs,
    unit,
    allowance,
    remaining: allowance,
    provisional,
  };
}
