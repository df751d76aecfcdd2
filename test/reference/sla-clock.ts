import type { SlaStatus } from "../../src/index";
import {
  addUp,
  choicesOf,
  firstStick,
  isGraded,
  isNone,
  isPast,
  isPushed,
  type Phase,
  pushedDue,
  type SlowTarget,
  type Sum,
  startAnew,
  stickFor,
  stickOf,
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
  /** An agreed date; null takes it back. */
  readonly dueMs?: number | null;
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

/** An agreed date, and when it was given. */
interface SlowAgreed {
  readonly dueMs: number;
  readonly givenMs: number;
  /** When what is promised last changed: as it was given, or with a severity or a re-opening since. */
  readonly sinceMs: number;
  /** What had been breached by then. */
  readonly breachedAtMs: number | null;
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
  readonly agreed: SlowAgreed | null;
  /** The agreed date that the verdict was given by. */
  readonly agreedAtStop: SlowAgreed | null;
  /** When an agreed date was last taken back, and what was breached by it. */
  readonly back: { readonly atMs: number; readonly breachedAtMs: number | null } | null;
  readonly toldMs: number | null;
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
  agreed: null,
  agreedAtStop: null,
  back: null,
  toldMs: null,
};

/** What the slow clock reads for a history, as of an instant. */
export function slowReading(
  target: SlowTarget,
  history: readonly SlowEvent[],
  asOfMs: number,
): SlowReading {
  const ticket = settled(target, lived(target, history, asOfMs), asOfMs);
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
  const { count, verdict, severity, gradedMs } = settled(
    target,
    lived(target, history, asOfMs),
    asOfMs,
  );
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
  const once = all.filter((event) => event.atMs === atMs);
  const severity = once.findLast((event) => event.severity !== undefined)?.severity;
  const dueMs = once.findLast((event) => event.dueMs !== undefined)?.dueMs;
  const event = { atMs, ...(state === undefined ? {} : { state }) };
  if (all[i - 1]?.atMs === atMs) return [event];
  const given = { ...(severity === undefined ? {} : { severity }) };
  return [{ ...event, ...given, ...(dueMs === undefined ? {} : { dueMs }) }];
}

function live(target: SlowTarget, was: Ticket, event: SlowEvent): Ticket {
  if (was.isFinal || (was.verdict && choicesOf(target).onReopen === "first-only")) return was;
  const { atMs, state, dueMs } = event;
  const given = typeof dueMs === "number";
  const before = given
    ? agree(target, settled(target, was, atMs), event)
    : settled(target, was, atMs);
  const { severity = before.severity } = event;
  const changed =
    severity === before.severity ? before : changeSeverity(target, before, severity, atMs);
  const told = dueMs === null ? agree(target, changed, event) : changed;
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
    ? { kind: "paused", fromMs: atMs, toMs: Infinity, severity }
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
function isFirstPromise(
  target: SlowTarget,
  count: readonly Phase[],
  severity: string | null,
): boolean {
  if (choicesOf(target).onSeverityChange === "retroactive" || isNone(target, severity))
    return false;
  return count.every((phase) => isNone(target, phase.severity));
}

/** Whether a change of severity starts the clock anew; from nothing promised to nothing, it does not. */
function isAnew(target: SlowTarget, from: string | null, to: string | null): boolean {
  return startAnew(target) && !(isNone(target, from) && isNone(target, to));
}

/** A ticket that was stopped without a severity, by the first that came since. */
function judgedLate(target: SlowTarget, ticket: Ticket): Ticket {
  const stoppedAtMs = ticket.verdict?.stoppedAtMs ?? 0;
  const promised = withDue(target, ticket);
  const then = { ...promised, agreed: ticket.agreedAtStop };
  return { ...promised, verdict: verdictAt(target, then, stoppedAtMs) };
}

/** Takes an agreed date, or takes it back. */
function agree(target: SlowTarget, ticket: Ticket, { atMs, dueMs = null }: SlowEvent): Ticket {
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

/** An agreed date for a clock that starts again: what was breached before is no longer. */
function unbreached(agreed: SlowAgreed | null, atMs: number): SlowAgreed | null {
  return (
    agreed && {
      ...agreed,
      sinceMs: Math.max(agreed.sinceMs, atMs),
      breachedAtMs: null,
    }
  );
}

/** An agreed date beside which another allowance counts from now on. */
function renewed(target: SlowTarget, ticket: Ticket, atMs: number): SlowAgreed | null {
  const { agreed } = ticket;
  if (agreed === null || !countsBoth(target)) return agreed;
  const isActive = !ticket.verdict || choicesOf(target).onReopen === "continue";
  const { breachedAtMs } = isActive ? readAt(target, ticket, atMs) : agreed;
  return { ...agreed, sinceMs: atMs, breachedAtMs };
}

/** Whether both the agreed date and the allowance have a say. */
function countsBoth(target: SlowTarget): boolean {
  return ["earlier", "later"].includes(choicesOf(target).agreedDates);
}

/** The instant of both that counts. */
function whichOf(target: SlowTarget, agreedMs: number, allowedMs: number): number {
  const { agreedDates } = choicesOf(target);
  if (agreedDates === "earlier") return Math.min(agreedMs, allowedMs);
  return agreedDates === "later" ? Math.max(agreedMs, allowedMs) : agreedMs;
}

/** When what is due at the earlier or the later of both is breached. */
function breachOfBoth(
  target: SlowTarget,
  agreed: SlowAgreed,
  ticket: Ticket,
  untilMs: number,
): number | null {
  const { dueMs, sinceMs, breachedAtMs } = agreed;
  const continues = choicesOf(target).onReopen === "continue";
  const { count } = ticket;
  const then = count.filter(({ fromMs }) => fromMs <= sinceMs);
  const sum = then.length > 0 ? sumOf(target, { ...ticket, count: then }, sinceMs) : null;
  const isUp = sum && (sum.breachedAtMs !== null || isUsedUp(sum));
  if (sum?.stick && whichOf(target, dueMs, isUp ? -Infinity : Infinity) < sinceMs)
    return breachedAtMs ?? sinceMs;
  if (sum && !sum.stick && dueMs < sinceMs) return breachedAtMs ?? sinceMs;
  for (const [i, { kind, ...phase }] of count.entries()) {
    if ((kind === "stopped" && !continues) || phase.toMs <= sinceMs) continue;
    const [fromMs, toMs] = [Math.max(phase.fromMs, sinceMs), Math.min(phase.toMs, untilMs)];
    if (toMs < fromMs) continue;
    const { stick, used } = sumOf(target, { ...ticket, count: count.slice(0, i + 1) }, fromMs);
    const allowedMs = () => {
      if (!stick) return dueMs;
      if (used > stick.allowance) return fromMs;
      if (kind !== "paused") return stick.runsOut(fromMs, stick.allowance - used);
      // What is used up exactly is up for a later date, and is breached only as the clock goes on.
      const isUp = choicesOf(target).agreedDates === "later" && used >= stick.allowance;
      return isUp ? fromMs : Infinity;
    };
    const due = whichOf(target, dueMs, allowedMs());
    if (due < fromMs || isPast(target, toMs, due)) return Math.max(due, fromMs);
  }
  return null;
}

/** Whether more has been used than there is. */
function isUsedUp({ stick, used }: Sum): boolean {
  return stick !== null && used > stick.allowance;
}

/** When an agreed date is breached: as it passes, or as what comes later makes the clock go on. */
function agreedBreach(
  target: SlowTarget,
  { dueMs, givenMs, breachedAtMs }: SlowAgreed,
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
function agreedAllowance(
  target: SlowTarget,
  { dueMs, givenMs }: SlowAgreed,
  ticket: Ticket,
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
  const { stick, used } = sumOf(target, { ...ticket, count: then }, reckonedMs);
  if (!stick) throw new Error("nothing is measured");
  const lost = count
    .filter(({ kind }) => kind === "paused")
    .map(({ fromMs, toMs }) => {
      const from = Math.max(fromMs, reckonedMs);
      return stick.used(from, Math.max(from, Math.min(toMs, untilMs, dueMs)));
    });
  const ahead = stick.used(reckonedMs, Math.max(reckonedMs, dueMs));
  return used + ahead - lost.reduce((sum, each) => sum + each, 0);
}

/** The ticket as it is at an instant: a pause that has lasted too long is over. */
function settled(target: SlowTarget, ticket: Ticket, atMs: number): Ticket {
  const { pauseLimit } = target.definition;
  const last = ticket.count.at(-1);
  if (!pauseLimit || ticket.verdict || last?.kind !== "paused") return ticket;
  const first = ticket.count.findIndex(({ severity }) => !isNone(target, severity));
  const isAll = first < 0 || choicesOf(target).onSeverityChange === "retroactive";
  const count = ticket.count.slice(isAll ? 0 : first);
  const pauses: Phase[] = [];
  for (const [i, phase] of count.entries()) {
    if (phase.kind !== "paused") continue;
    const before = pauses.at(-1);
    if (before && count[i - 1]?.kind === "paused") {
      pauses[pauses.length - 1] = { ...before, toMs: phase.toMs };
    } else pauses.push(phase);
  }
  const present = pauses.pop() ?? last;
  const spent = pauses.reduce(
    (sum, { fromMs, toMs }) => sum + stickOf(target, pauseLimit, fromMs).used(fromMs, toMs),
    0,
  );
  const stick = stickOf(target, pauseLimit, present.fromMs);
  if (spent + stick.used(present.fromMs, atMs) < stick.allowance) return ticket;
  const overMs = stick.runsOut(present.fromMs, Math.max(0, stick.allowance - spent));
  if (overMs > atMs) return ticket;
  const next: Phase = { ...last, kind: "running", fromMs: overMs, isPauseOver: true };
  return { ...ticket, count: [...ended(ticket.count, overMs), next] };
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
function reopened(
  target: SlowTarget,
  { agreed }: Ticket,
  { breachedAtMs }: SlowReading,
  atMs: number,
): SlowAgreed | null {
  if (agreed === null || !countsBoth(target)) return agreed;
  if (choicesOf(target).onReopen === "continue") return agreed;
  return { ...agreed, sinceMs: atMs, breachedAtMs };
}

function isLateReopening(target: SlowTarget, stoppedAtMs: number, atMs: number): boolean {
  const { reopenWithin } = target.definition;
  if (!reopenWithin) return false;
  const stick = stickOf(target, reopenWithin, stoppedAtMs);
  return atMs > stick.runsOut(stoppedAtMs, stick.allowance);
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
  const count = [...ended(pauseEnded(target, before.count, atMs), atMs), stopped];
  return { ...before, count, verdict, agreedAtStop: before.agreed };
}

function verdictAt(target: SlowTarget, ticket: Ticket, atMs: number): SlowReading {
  const lastWork = ticket.count.findLastIndex(({ kind }) => kind !== "stopped");
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

/** The phases up to a stop, which ends a pause. */
function pauseEnded(target: SlowTarget, count: readonly Phase[], atMs: number): readonly Phase[] {
  const last = count.at(-1);
  if (last?.kind !== "paused" || choicesOf(target).dayPauses !== "push") return count;
  if (!sumOf(target, { ...unborn, count, severity: last.severity }, atMs).stick?.work) return count;
  return [...ended(count, atMs), { ...last, kind: "running", fromMs: atMs }];
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
    status: isNone(target, before.severity) && !before.agreed ? "not-applicable" : "cancelled",
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
  const { agreed } = ticket;
  const byAgreement = () =>
    agreed &&
    stick &&
    whichOf(target, agreedAllowance(target, agreed, ticket, atMs), stick.allowance);
  const allowance = byAgreement() ?? stick?.allowance ?? null;
  const breachedAtMs =
    stick || agreed ? (ticket.keptMs ?? breachOf(target, ticket, sum, atMs)) : null;
  const isPaused = count.at(-1)?.kind === "paused";
  const remaining = allowance === null ? null : Math.max(0, allowance - used);
  const allowedUntil = () => {
    if (!stick) return null;
    if (isPushed(target, stick)) return pushedDue(stick, sum.anchorMs ?? 0, sum.pushedMs ?? 0);
    return used > stick.allowance ? atMs : stick.runsOut(atMs, stick.allowance - used);
  };
  const due = () => {
    if (!agreed || (countsBoth(target) && stick)) {
      const allowedMs = allowedUntil();
      return agreed && allowedMs !== null ? whichOf(target, agreed.dueMs, allowedMs) : allowedMs;
    }
    return agreed.dueMs;
  };
  const dueInPause = () => {
    if (!agreed) return null;
    // The later of both is known only if the allowance is up.
    const isOpen = choicesOf(target).agreedDates === "later" && stick && used < stick.allowance;
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
    unit: (stick ?? firstStick(target, startedAtMs ?? atMs))?.unit ?? "milliseconds",
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
      (projectedDueAtMs !== null && projectedDueAtMs > (stick?.publishedUntilMs ?? Infinity)),
  };
}

function percentOf(used: number, whole: number, agreed: SlowAgreed | null, atMs: number): number {
  if (whole > 0) return (used / whole) * 100;
  return agreed && atMs < agreed.dueMs ? 0 : 100;
}

/** When a ticket was breached, by what is in force now. */
function breachOf(target: SlowTarget, ticket: Ticket, sum: Sum, atMs: number): number | null {
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
  const { stick, anchorMs = 0, pushedMs = 0 } = then;
  const isUp =
    stick && isPushed(target, stick)
      ? pushedDue(stick, anchorMs, pushedMs) < back.atMs
      : isUsedUp(then);
  if (isUp) return back.breachedAtMs ?? back.atMs;
  // What is used up exactly is due at once, and breached as the clock goes on.
  const running = count.filter(({ kind }) => kind !== "paused");
  const atOnce = { dueMs: back.atMs, givenMs: back.atMs, sinceMs: back.atMs, breachedAtMs: null };
  return agreedBreach(target, atOnce, running, atMs);
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
