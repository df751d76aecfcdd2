import type { SlaStatus } from "../../src/index";
import {
  addUp,
  choicesOf,
  firstStick,
  isGraded,
  isNone,
  type Phase,
  type SlowTarget,
  type Sum,
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
  readonly allowance: number | null;
  readonly elapsed: number;
  readonly remaining: number | null;
  readonly overrun: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly wallElapsedMs: number;
  readonly percentElapsed: number | null;
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
  /** When its first severity was given; null if it started with one. */
  readonly gradedMs: number | null;
  /** A breach that stays, whatever is allowed later. */
  readonly keptMs: number | null;
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
  keptMs: null,
  gradedMs: null,
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

/** When each warning of a history was due, if it has passed as of an instant; null for the others. */
export function slowWarnings(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): readonly (number | null)[] {
  const { count, verdict, severity, gradedMs } = lived(target, history, asOfMs);
  if (isGraded(target) && severity === null)
    return (target.definition.warnAt ?? []).map(() => null);
  // A clock that goes on beneath its verdict may have had several severities since.
  const lastWork = count.findLastIndex(({ kind }) => kind !== "stopped");
  const warned = warnUp(target, count.slice(0, lastWork + 1), verdict?.stoppedAtMs ?? asOfMs);
  // Nothing is due before the severity that makes it due.
  return warned.map((ms) => ms && Math.max(ms, gradedMs ?? ms));
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
    return withDue(target, {
      ...ticket,
      count,
      verdict: verdictAt(target, { ...ticket, count }, phase.fromMs),
    });
  }
  const keptMs = kept(target, before, atMs);
  if (isFirst) return withDue(target, { ...ticket, count });
  // From nothing to nothing is no change for the clock.
  if (isNone(target, before.severity) && isNone(target, severity)) {
    const same = count.map((each) => (each === phase ? { ...each, severity } : each));
    return { ...ticket, count: same };
  }
  const next = { ...phase, fromMs: atMs, severity };
  return withDue(target, {
    ...ticket,
    keptMs,
    count: [...(isAnew(target, before.severity, severity) ? [] : ended(count, atMs)), next],
  });
}

/** Whether a change of severity starts the clock anew; from nothing promised to nothing, it does not. */
function isAnew(target: SlowTarget, from: string | null, to: string | null): boolean {
  return startAnew(target) && !(isNone(target, from) && isNone(target, to));
}

/** The breach that stays from now on, if breaches stay. */
function kept(target: SlowTarget, ticket: Ticket, atMs: number): number | null {
  if (choicesOf(target).onceBreached !== "keep" || ticket.severity === null) return ticket.keptMs;
  return readAt(target, ticket, atMs).breachedAtMs ?? ticket.keptMs;
}

/** The ticket with the due date that it had as it was first promised something. */
function withDue(target: SlowTarget, ticket: Ticket): Ticket {
  const { count, severity, originalDueAtMs } = ticket;
  if (originalDueAtMs !== null || severity === null || isNone(target, severity)) return ticket;
  const first =
    choicesOf(target).onSeverityChange === "retroactive"
      ? count[0]
      : count.find((each) => !isNone(target, each.severity));
  const fromMs = first?.fromMs ?? 0;
  const stick = stickFor(target, severity, fromMs);
  const dueMs = stick.runsOut(fromMs, stick.allowance);
  return { ...ticket, originalDueAtMs: dueMs, originalProvisional: dueMs > stick.publishedUntilMs };
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
  const last = before.count.at(-1)?.severity ?? null;
  const changed = isGraded(target) && last !== severity;
  const keptMs =
    changed && choicesOf(target).onceBreached === "keep"
      ? (before.verdict.breachedAtMs ?? before.keptMs)
      : before.keptMs;
  switch (choicesOf(target).onReopen) {
    case "first-only":
      return before;
    case "new-cycle":
      return start(
        target,
        { ...open, keptMs: null, earlier: [...before.earlier, before.verdict] },
        next,
      );
    case "restart":
      return withDue(target, { ...open, keptMs: null, count: [next] });
    default:
      if (changed && isAnew(target, last, severity))
        return withDue(target, { ...open, keptMs, count: [next] });
      return withDue(target, { ...open, keptMs, count: [...ended(before.count, atMs), next] });
  }
}

function start(target: SlowTarget, before: Ticket, first: Phase): Ticket {
  const ticket = {
    ...before,
    startedAtMs: first.fromMs,
    originalDueAtMs: null,
    originalProvisional: false,
    count: [first],
  };
  if (!isGraded(target)) {
    const stick = stickFor(target, first.severity, first.fromMs);
    const dueMs = stick.runsOut(first.fromMs, stick.allowance);
    return {
      ...ticket,
      originalDueAtMs: dueMs,
      originalProvisional: dueMs > stick.publishedUntilMs,
    };
  }
  return withDue(target, ticket);
}

function stop(target: SlowTarget, before: Ticket, atMs: number): Ticket {
  if (before.startedAtMs === null || before.verdict) return before;
  const { severity } = before;
  const stopped: Phase = { kind: "stopped", fromMs: atMs, toMs: Infinity, severity };
  const verdict = verdictAt(target, before, atMs);
  return { ...before, count: [...ended(before.count, atMs), stopped], verdict };
}

function verdictAt(target: SlowTarget, ticket: Ticket, atMs: number): SlowReading {
  const working = ticket.count.filter(({ kind, fromMs }) => kind !== "stopped" || fromMs < atMs);
  const reading = readAt(target, { ...ticket, count: working }, atMs);
  const { breached, projectedDueAtMs, allowance } = reading;
  return {
    ...reading,
    status: allowance === null ? "not-applicable" : breached ? "breached" : "met",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: projectedDueAtMs,
  };
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
    provisional: sumOf(target, before, atMs).provisional || before.originalProvisional,
    status: isNone(target, before.severity) ? "not-applicable" : "cancelled",
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
  const { count, startedAtMs, originalDueAtMs, originalProvisional, severity } = ticket;
  const sum = sumOf(target, ticket, atMs);
  const { stick, used } = sum;
  const allowance = stick?.allowance ?? null;
  const breachedAtMs = stick && (ticket.keptMs ?? sum.breachedAtMs);
  const isPaused = count.at(-1)?.kind === "paused";
  const remaining = allowance === null ? null : Math.max(0, allowance - used);
  const projectedDueAtMs = breachedAtMs ?? stick?.runsOut(atMs, remaining ?? 0) ?? null;
  const working = isPaused ? "paused" : "running";
  const promised = isNone(target, severity) ? "not-applicable" : working;
  return {
    status: breachedAtMs === null ? promised : "breached",
    breached: breachedAtMs !== null,
    paused: isPaused,
    severity,
    startedAtMs,
    originalDueAtMs,
    // Nobody knows when a paused ticket is due, unless that is past.
    dueAtMs: isPaused ? breachedAtMs : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs: null,
    unit: (stick ?? firstStick(target, startedAtMs ?? atMs))?.unit ?? "milliseconds",
    allowance,
    elapsed: used,
    remaining,
    overrun: allowance === null ? 0 : Math.max(0, used - allowance),
    pausedFor: sum.pausedFor,
    wallPausedMs: sum.wallPausedMs,
    wallElapsedMs: atMs - (startedAtMs ?? atMs),
    percentElapsed: allowance === null ? null : allowance === 0 ? 100 : (used / allowance) * 100,
    provisional:
      sum.provisional ||
      originalProvisional ||
      (projectedDueAtMs !== null && projectedDueAtMs > (stick?.publishedUntilMs ?? Infinity)),
  };
}

/** What a ticket has used so far; before its severity is known, by the first allowance. */
function sumOf(target: SlowTarget, { count, severity }: Ticket, atMs: number): Sum {
  if (!isGraded(target) || severity !== null) return addUp(target, count, atMs);
  const { allowance } = target.definition;
  const [first] = Object.entries(allowance).filter(([, each]) => each !== null);
  const named = count.map((phase) => ({ ...phase, severity: first?.[0] ?? null }));
  const nothing = { used: 0, pausedFor: 0, wallPausedMs: 0, provisional: false };
  const sum = first ? addUp(target, named, atMs) : nothing;
  return { ...sum, stick: null, breachedAtMs: null };
}

/** What is read of a ticket whose clock has not started, before anything is known of it. */
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
  if (isNone(target, severity)) {
    const nothing = { allowance: null, remaining: null, percentElapsed: null };
    return { ...blank, ...nothing, status: "not-applicable", severity };
  }
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
