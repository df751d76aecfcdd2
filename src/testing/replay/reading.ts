import type { SlaStatus } from "../../sla/reading/numbers";
import {
  agreedAllowance,
  breachOf,
  countsBoth,
  type PlainAgreed,
  type Promised,
  whichOf,
} from "./agreed";
import {
  choicesOf,
  firstMeasure,
  isGraded,
  isNone,
  isPushed,
  measureFor,
  type PlainTarget,
  pushedDue,
  sumOf,
} from "./count";
import type { PlainMeasure } from "./measure";

/** What is read: instants in epoch milliseconds, amounts in the unit of the allowance. */
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
  readonly unit: PlainMeasure["unit"];
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
export interface Ticket extends Promised {
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly originalProvisional: boolean;
  readonly verdict: PlainReading | null;
  /** A breach that stays, whatever is allowed later. */
  readonly keptMs: number | null;
  /** The verdicts of the cycles before this one. */
  readonly earlier: readonly PlainReading[];
  readonly isFinal: boolean;
  /** The agreed date that the verdict was given by. */
  readonly agreedAtStop: PlainAgreed | null;
  /** When an agreed date was last given or taken back. */
  readonly toldMs: number | null;
}

/** What is read of a ticket that runs or is paused. */
export function readAt(target: PlainTarget, ticket: Ticket, atMs: number): PlainReading {
  const { count, startedAtMs, originalDueAtMs, originalProvisional, severity } = ticket;
  const sum = sumOf(target, ticket, atMs);
  const { measure, used } = sum;
  const { agreed } = ticket;
  const byAgreement = () =>
    agreed &&
    measure &&
    whichOf(target, agreedAllowance(target, agreed, ticket, atMs), measure.allowance);
  const allowance = byAgreement() ?? measure?.allowance ?? null;
  const breachedAtMs =
    measure || agreed ? (ticket.keptMs ?? breachOf(target, ticket, sum, atMs)) : null;
  const isPaused = count.at(-1)?.kind === "paused";
  const remaining = allowance === null ? null : Math.max(0, allowance - used);
  const allowedUntil = () => {
    if (!measure) return null;
    if (isPushed(target, measure)) return pushedDue(measure, sum.anchorMs ?? 0, sum.pushedMs ?? 0);
    return used > measure.allowance ? atMs : measure.runsOut(atMs, measure.allowance - used);
  };
  const due = () => {
    if (!agreed || (countsBoth(target) && measure)) {
      const allowedMs = allowedUntil();
      return agreed && allowedMs !== null ? whichOf(target, agreed.dueMs, allowedMs) : allowedMs;
    }
    return agreed.dueMs;
  };
  const dueInPause = () => {
    if (!agreed) return null;
    // The later of both is known only if the allowance is up.
    const isOpen = choicesOf(target).agreedDates === "later" && measure && used < measure.allowance;
    return isOpen ? null : agreed.dueMs;
  };
  const projectedDueAtMs = breachedAtMs ?? due();
  const working = isPaused ? "paused" : "running";
  const promised = isNone(target, severity) && !agreed ? "not-applicable" : working;
  return {
    status: breachedAtMs === null ? promised : "breached",
    breached: breachedAtMs !== null,
    paused: isPaused,
    severity,
    startedAtMs,
    originalDueAtMs,
    // Nobody knows when a paused ticket is due, unless that is past or agreed.
    dueAtMs: isPaused ? (breachedAtMs ?? dueInPause()) : projectedDueAtMs,
    projectedDueAtMs,
    breachedAtMs,
    stoppedAtMs: null,
    unit: (measure ?? firstMeasure(target, startedAtMs ?? atMs))?.unit ?? "milliseconds",
    allowance,
    elapsed: used,
    remaining,
    overrun: allowance === null ? 0 : Math.max(0, used - allowance),
    pausedFor: sum.pausedFor,
    wallPausedMs: sum.wallPausedMs,
    wallElapsedMs: atMs - (startedAtMs ?? atMs),
    percentElapsed: allowance === null ? null : percentOf(used, allowance, agreed, atMs),
    provisional:
      sum.provisional ||
      originalProvisional ||
      (projectedDueAtMs !== null &&
        projectedDueAtMs > (measure?.publishedUntilMs ?? Number.POSITIVE_INFINITY)),
  };
}

function percentOf(used: number, whole: number, agreed: PlainAgreed | null, atMs: number): number {
  if (whole > 0) return (used / whole) * 100;
  return agreed && atMs < agreed.dueMs ? 0 : 100;
}

export function notStarted(
  target: PlainTarget,
  { severity }: Ticket,
  asOfMs: number,
): PlainReading {
  if (isGraded(target) && severity === null) return blank;
  if (isNone(target, severity)) {
    const nothing = { allowance: null, remaining: null, percentElapsed: null };
    return { ...blank, ...nothing, status: "not-applicable", severity };
  }
  const measure = measureFor(target, severity, asOfMs);
  const { unit, allowance, publishedUntilMs } = measure;
  const projectedDueAtMs = measure.runsOut(asOfMs, allowance);
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

/** What is read of a ticket whose clock has not started, before anything is known of it. */
export const blank: PlainReading = {
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

/** A ticket to which nothing has happened. */
export const unborn: Ticket = {
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
  agreed: null,
  agreedAtStop: null,
  back: null,
  toldMs: null,
};
