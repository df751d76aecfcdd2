import type { SlaStatus } from "../../sla/reading/numbers";
import { addUp, choicesOf, isGraded, measureFor, type Phase, type PlainTarget } from "./count";

/**
 * A replayed clock. It writes down every phase of a ticket's life, and adds up the present count from its
 * first phase whenever it is asked. Nothing is carried over, so nothing can be forgotten.
 */

/** An event of a ticket, its instant in epoch milliseconds. */
export interface PlainEvent {
  readonly atMs: number;
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
}

/** The reading: instants in epoch milliseconds, amounts in the unit of the allowance. */
export interface PlainReading {
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
  readonly unit: "milliseconds" | "days";
  readonly allowance: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly overrun: number;
  readonly pausedFor: number;
  readonly wallElapsedMs: number;
  readonly percentElapsed: number;
  readonly provisional: boolean;
}

/** A ticket: what has happened to it, and its verdict while it is stopped or cancelled. */
interface Ticket {
  readonly severity: string | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly originalIsProvisional: boolean;
  /** The phases of the present count; the last phase goes on. */
  readonly count: readonly Phase[];
  readonly verdict: PlainReading | null;
  readonly earlier: readonly PlainReading[];
  readonly isFinal: boolean;
}

const unborn: Ticket = {
  severity: null,
  startedAtMs: null,
  originalDueAtMs: null,
  originalIsProvisional: false,
  count: [],
  verdict: null,
  earlier: [],
  isFinal: false,
};

/** The result of a history, as of an instant. */
export interface Replayed {
  readonly reading: PlainReading;
  /** The verdicts of the cycles before this one. */
  readonly earlier: readonly PlainReading[];
  /** The phases of the present count, and whether the clock has stopped. */
  readonly count: readonly Phase[];
}

/** Replays a history as far as an instant. */
export function replay(
  target: PlainTarget,
  history: readonly PlainEvent[],
  asOfMs: number,
): Replayed {
  const ticket = history
    .filter(({ atMs }) => atMs <= asOfMs)
    .sort((a, b) => a.atMs - b.atMs)
    .flatMap(asOneChange)
    .reduce((before, event) => live(target, before, event), unborn);
  const { verdict, startedAtMs, earlier, count } = ticket;
  const reading =
    verdict ??
    (startedAtMs === null ? notStarted(target, ticket, asOfMs) : readAt(target, ticket, asOfMs));
  return { reading, earlier, count };
}

/** When a target is due for a ticket of a severity that starts at an instant. */
export function plainDue(target: PlainTarget, startMs: number, severity: string | null): number {
  const measure = measureFor(target, severity, startMs);
  return measure.runsOut(startMs, measure.allowance);
}

/** Events of one instant are one change: the last severity given at it holds for the whole change. */
function asOneChange(
  { atMs, state }: PlainEvent,
  i: number,
  all: readonly PlainEvent[],
): PlainEvent[] {
  const given = all.filter((event) => event.atMs === atMs && event.severity !== undefined);
  const isFirst = all[i - 1]?.atMs !== atMs;
  return [{ atMs, state, severity: isFirst ? given.at(-1)?.severity : undefined }];
}

function live(target: PlainTarget, before: Ticket, event: PlainEvent): Ticket {
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
  target: PlainTarget,
  before: Ticket,
  severity: string | null,
  atMs: number,
): Ticket {
  const ticket = { ...before, severity };
  const phase = before.count.at(-1);
  if (phase === undefined) return ticket;
  const { onReopen, onSeverityChange } = choicesOf(target);
  // A stopped ticket has its verdict: the change waits for a re-opening, unless the clock goes on.
  if (before.verdict && onReopen !== "continue") return ticket;
  const next = { ...phase, fromMs: atMs, severity };
  const isAnew = onSeverityChange === "restart" && isGraded(target);
  return { ...ticket, count: [...(isAnew ? [] : ended(before.count, atMs)), next] };
}

function work(
  target: PlainTarget,
  before: Ticket,
  kind: "running" | "paused",
  atMs: number,
): Ticket {
  const { severity } = before;
  const next: Phase = { kind, fromMs: atMs, toMs: Number.POSITIVE_INFINITY, severity };
  if (before.startedAtMs === null) return start(target, before, next);
  if (!before.verdict) {
    if (before.count.at(-1)?.kind === kind) return before;
    return { ...before, count: [...ended(before.count, atMs), next] };
  }
  const open = { ...before, verdict: null };
  const { onReopen, onSeverityChange } = choicesOf(target);
  const isRegraded = isGraded(target) && before.count.at(-1)?.severity !== severity;
  switch (onReopen) {
    case "first-only":
      return before;
    case "new-cycle":
      return start(target, { ...open, earlier: [...before.earlier, before.verdict] }, next);
    case "restart":
      return { ...open, count: [next] };
    default:
      if (isRegraded && onSeverityChange === "restart") return { ...open, count: [next] };
      return { ...open, count: [...ended(before.count, atMs), next] };
  }
}

function start(target: PlainTarget, before: Ticket, first: Phase): Ticket {
  const measure = measureFor(target, first.severity, first.fromMs);
  const originalDueAtMs = measure.runsOut(first.fromMs, measure.allowance);
  return {
    ...before,
    startedAtMs: first.fromMs,
    originalDueAtMs,
    originalIsProvisional: originalDueAtMs > measure.publishedUntilMs,
    count: [first],
  };
}

function stop(target: PlainTarget, before: Ticket, atMs: number): Ticket {
  if (before.startedAtMs === null || before.verdict) return before;
  const reading = readAt(target, before, atMs);
  const verdict: PlainReading = {
    ...reading,
    status: reading.breached ? "breached" : "met",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: reading.projectedDueAtMs,
  };
  const { severity } = before;
  const stopped: Phase = {
    kind: "stopped",
    fromMs: atMs,
    toMs: Number.POSITIVE_INFINITY,
    severity,
  };
  return { ...before, count: [...ended(before.count, atMs), stopped], verdict };
}

function cancel(target: PlainTarget, before: Ticket, atMs: number): Ticket {
  if (before.verdict) return before;
  if (before.startedAtMs === null) {
    const { severity } = before;
    return { ...before, isFinal: true, verdict: { ...blank, severity, status: "cancelled" } };
  }
  const reading = readAt(target, before, atMs);
  const { breachedAtMs } = reading;
  const verdict: PlainReading = {
    ...reading,
    // When it would have been due plays no part in this answer.
    provisional: addUp(target, before.count, atMs).provisional || before.originalIsProvisional,
    status: "cancelled",
    paused: false,
    stoppedAtMs: atMs,
    dueAtMs: breachedAtMs,
    projectedDueAtMs: breachedAtMs,
  };
  return { ...before, isFinal: true, verdict };
}

/** The phases, with the last one ended at an instant. */
function ended(count: readonly Phase[], toMs: number): readonly Phase[] {
  return count.map((phase, i) => (i === count.length - 1 ? { ...phase, toMs } : phase));
}

/** The reading of a ticket that runs or is paused. */
function readAt(target: PlainTarget, ticket: Ticket, atMs: number): PlainReading {
  const { count, startedAtMs, originalDueAtMs, originalIsProvisional, severity } = ticket;
  const { measure, used, breachedAtMs, pausedFor, provisional } = addUp(target, count, atMs);
  const { unit, allowance, publishedUntilMs } = measure;
  const paused = count.at(-1)?.kind === "paused";
  const remaining = Math.max(0, allowance - used);
  const projectedDueAtMs = breachedAtMs ?? measure.runsOut(atMs, remaining);
  const working = paused ? "paused" : "running";
  return {
    status: breachedAtMs === null ? working : "breached",
    breached: breachedAtMs !== null,
    paused,
    severity,
    startedAtMs,
    originalDueAtMs,
    // A paused ticket has a due instant only if it has passed.
    dueAtMs: paused ? breachedAtMs : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs: null,
    unit,
    allowance,
    elapsed: used,
    remaining,
    overrun: Math.max(0, used - allowance),
    pausedFor,
    wallElapsedMs: atMs - (startedAtMs ?? atMs),
    percentElapsed: allowance === 0 ? 100 : (used / allowance) * 100,
    provisional: provisional || originalIsProvisional || projectedDueAtMs > publishedUntilMs,
  };
}

/** The reading of a ticket whose clock has not started. */
const blank: PlainReading = {
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
  wallElapsedMs: 0,
  percentElapsed: 0,
  provisional: false,
};

function notStarted(target: PlainTarget, { severity }: Ticket, asOfMs: number): PlainReading {
  if (isGraded(target) && severity === null) return blank;
  const { unit, allowance, publishedUntilMs, runsOut } = measureFor(target, severity, asOfMs);
  const projectedDueAtMs = runsOut(asOfMs, allowance);
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
