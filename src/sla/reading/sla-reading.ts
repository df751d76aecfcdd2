import { DateTime, Duration, type Zone } from "luxon";
import type { Unit } from "../allowance/measure";
import type { Why } from "../allowance/pieces";
import type { Clause } from "../clauses/clauses";
import type { Agreed } from "../clock/agreed";
import type { Fields } from "../clock/fields";
import { describeOddity, type IrregularityKind, type OddEvent } from "../clock/irregularities";
import type { Breach, CycleState } from "../clock/state";
import type { SlaReading } from "./by-status";
import { type Continuation, continued, withSegments } from "./continued";
import type { NumericEscalation } from "./escalations";
import type { NumericChange } from "./next-change";
import type { NumericReading, SlaStatus } from "./numbers";
import { msOfAmount, type ReadingInMs } from "./reading-in-ms";
import type { NumericSegment } from "./segments";
import type { Standing } from "./standing";
import type { NumericWarning } from "./warnings";

/** The parts of a reading, whatever its status. */
export interface ReadingParts extends ReadingInMs {
  /** The ticket, if the history was given with one. */
  readonly ticket: string | null;
  /** The name of the target in its policy. */
  readonly target: string;
  /** What the target is called. */
  readonly title: string;
  /** The clause it comes from. */
  readonly clause: string | null;
  /** What that clause says and how it is read, if the policy has it in its register. */
  readonly rule: Clause | null;
  /** The other clauses that had a say, such as the clause of a pause if the ticket was paused. */
  readonly furtherRules: readonly Clause[];
  /** The choices that had a say, such as `onReopen` for a ticket that was re-opened, in words. */
  readonly choices: readonly string[];
  readonly asOf: DateTime;
  /** The zone of its instants. */
  readonly timeZone: string;
  readonly status: SlaStatus;
  /** Whether the due instant passed while the clock was running; an agreed date does not wait for it. */
  readonly breached: boolean;
  /** Whether the clock is paused, also if it has breached already. */
  readonly paused: boolean;
  /** Whether the calendar is open at `asOf`; for a count of days, whether its date counts. */
  readonly withinHours: boolean;
  readonly severity: string | null;
  readonly startedAt: DateTime | null;
  /** The due instant when it started, or when it was first promised something; it never moves. */
  readonly originalDueAt: DateTime | null;
  /**
   * When it is due, or was due if it is breached. Null while paused and not breached, since nobody knows,
   * unless a date was agreed.
   */
  readonly dueAt: DateTime | null;
  /** The agreed date that it is judged by, if there is one. */
  readonly agreedDate: SlaAgreedDate | null;
  /** When it is due if work resumes at `asOf`. */
  readonly projectedDueAt: DateTime | null;
  /** When the present count of the allowance began: at the start, or at the last restart. */
  readonly countedFrom: DateTime | null;
  /**
   * When the allowance and all that was paused are over, counted from `countedFrom`: when it is due for
   * a system that pushes the due instant on by every pause, also after it has breached. Null if the
   * calendar does not reach that far.
   */
  readonly pushedDueAt: DateTime | null;
  /** The pause that it is in, if it is in one. */
  readonly pause: SlaPause | null;
  readonly breachedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
  /**
   * Null if nothing is promised, or the severity is not known yet. With an agreed date, what was used and
   * what the calendar has until then.
   */
  readonly allowance: Duration | null;
  /**
   * How much of the allowance has been used. Before the severity is known, what the first allowance of the
   * target would count.
   */
  readonly elapsed: Duration;
  /** How much is left; never below zero. Null if there is no allowance. */
  readonly remaining: Duration | null;
  /** How much more than the allowance has been used; never below zero. */
  readonly overrun: Duration;
  /** How long it has been paused, on the calendar. */
  readonly pausedFor: Duration;
  /** The same by the wall clock. */
  readonly wallPausedFor: Duration;
  /** From the start to the stop, or to `asOf`, by the wall clock. */
  readonly wallElapsed: Duration;
  /**
   * `elapsed` over `allowance`; never rounded, and never used to decide a breach. Null if there is no
   * allowance.
   */
  readonly percentElapsed: number | null;
  /** How often it has gone on after a stop. */
  readonly reopenings: number;
  /** Whether the answer rests on bank holidays that are projected and may yet change. */
  readonly provisional: boolean;
  /**
   * The last 20 breaches, including those that a larger allowance, a restart or the end of the
   * promise took back.
   */
  readonly breaches: readonly SlaBreach[];
  /** When each share of the allowance to warn at is used up. */
  readonly warnings: readonly SlaWarning[];
  /** When somebody must be told, by the escalations of the target that are for its severity. */
  readonly escalations: readonly SlaEscalation[];
  /** What changes next by itself, and when to ask again; null if nothing does. */
  readonly nextChange: SlaChange | null;
  /** What a person should look at in the ticket's history, in order of time; at most 100. */
  readonly irregularities: readonly SlaIrregularity[];
  /** Each cycle with its own verdict, the present one last; none before the start. */
  readonly cycles: readonly SlaCycle[];
  /**
   * The ticket's life from its first event to `asOf` in parts that touch, each with what it counted
   * and why. What the parts of the present cycle counted sums to `elapsed`. Empty if a clock was
   * followed without keeping its working.
   */
  readonly segments: readonly SlaSegment[];
}

/** One threshold of a target. */
export interface SlaWarning {
  /** The share of the allowance, above 0 and up to 1. */
  readonly share: number;
  /**
   * When it was used up, but not before a change of severity that made it so; or when it will be if the
   * clock runs from `asOf` on. Null if nobody knows, since the clock is paused, has stopped or has not
   * started.
   */
  readonly at: DateTime | null;
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** One escalation of a target. */
export interface SlaEscalation {
  /** Its name in the policy or, if it has none, when it is due in words. */
  readonly id: string;
  readonly title: string | null;
  /** When it is due, in words: `75 %`, `30 min before`, `1 h after`. */
  readonly says: string;
  /** The share of the allowance, which may be above 1; null if it counts from the due instant. */
  readonly share: number | null;
  /**
   * When it was due, but not before a change of severity or the end of a pause that made it due; or when
   * it will be if the clock runs from `asOf` on. Null if nobody knows, since the clock is paused, has
   * stopped or has not started.
   */
  readonly at: DateTime | null;
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** What changes next in a reading, if nothing more happens to its ticket. */
export interface SlaChange {
  /** The first instant at which a reading says it; a millisecond earlier, it does not. */
  readonly at: DateTime;
  readonly atMs: number;
  readonly kind: "warning" | "escalation" | "breach" | "pause-limit";
  /** The share of the allowance at which a warning or an escalation is due; null for any other. */
  readonly share: number | null;
  /** The name of an escalation. */
  readonly id?: string;
}

/** An agreed date. */
export interface SlaAgreedDate {
  readonly dueAt: DateTime;
  readonly dueAtMs: number;
  /** When it was given. */
  readonly givenAt: DateTime;
  readonly givenAtMs: number;
}

/** A breach of a target. */
export interface SlaBreach {
  /** When the due instant passed, or when a change of severity made it pass. */
  readonly at: DateTime;
  readonly atMs: number;
  /** The severity then, or null if the ticket had none. */
  readonly severity: string | null;
  /** When it was taken back; null if it was not. */
  readonly takenBackAt: DateTime | null;
  readonly takenBackAtMs: number | null;
}

/** A pause that a ticket is in. */
export interface SlaPause {
  readonly since: DateTime;
  readonly sinceMs: number;
  /** When it was due as the pause began; null if the calendar does not reach that far. */
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  /** How long it had been paused before, on the calendar. */
  readonly pausedFor: Duration;
  /** Null for days. */
  readonly pausedForMs: number | null;
  /** The same by the wall clock. */
  readonly wallPausedFor: Duration;
  readonly wallPausedForMs: number;
}

/** Something in a ticket's history that a person should look at. */
export interface SlaIrregularity {
  readonly kind: IrregularityKind;
  readonly at: DateTime;
  readonly atMs: number;
  /** The state that was given, or null if it is about a severity alone. */
  readonly state: string | null;
  /** The severity then, or null if the ticket had none. */
  readonly severity: string | null;
  /** What is odd, as a sentence without its full stop. */
  readonly says: string;
}

/** One cycle: from a start, or a re-opening that begins another, to its stop. */
export interface SlaCycle {
  readonly status: SlaStatus;
  readonly breached: boolean;
  readonly severity: string | null;
  readonly startedAt: DateTime;
  readonly startedAtMs: number;
  readonly originalDueAt: DateTime | null;
  readonly originalDueAtMs: number | null;
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  readonly breachedAt: DateTime | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAt: DateTime | null;
  readonly stoppedAtMs: number | null;
  readonly allowance: Duration | null;
  /** Null for days, as the other lengths in milliseconds are. */
  readonly allowanceMs: number | null;
  readonly elapsed: Duration;
  readonly elapsedMs: number | null;
  readonly remaining: Duration | null;
  readonly remainingMs: number | null;
  readonly overrun: Duration;
  readonly overrunMs: number | null;
  readonly pausedFor: Duration;
  readonly pausedForMs: number | null;
}

/** A part of a ticket's life. */
export interface SlaSegment {
  readonly from: DateTime;
  readonly fromMs: number;
  readonly to: DateTime;
  readonly toMs: number;
  readonly state: string | null;
  readonly severity: string | null;
  /** The fields that the ticket had. */
  readonly fields: Fields;
  /** Which cycle it belongs to, from 0. */
  readonly cycle: number;
  /** What it used of the allowance. */
  readonly counted: Duration;
  /** Null for days. */
  readonly countedMs: number | null;
  readonly why: Why;
  /** The name of the bank holiday or exception because of which it was not counted. */
  readonly title: string | null;
  /** What had been used at its end. */
  readonly total: Duration;
  /** Null for days. */
  readonly totalMs: number | null;
}

/** What a reading says besides its numbers. */
export interface ReadingDetails {
  readonly ticket: string | null;
  readonly target: string;
  readonly title: string;
  readonly rule: Clause | null;
  readonly furtherRules: readonly Clause[];
  readonly choices: readonly string[];
  /** The zone of its instants. */
  readonly zone: Zone;
  readonly withinHours: boolean;
  readonly standing: Standing;
  readonly agreed: Agreed | null;
  readonly breaches: readonly Breach[];
  readonly nextChange: NumericChange | null;
  readonly warnings: readonly NumericWarning[];
  readonly escalations: readonly NumericEscalation[];
  readonly irregularities: readonly OddEvent[];
  /** The cycles before the present one. */
  readonly cycles: readonly CycleState[];
  /** Worked out only when asked for. */
  readonly segments: () => readonly NumericSegment[];
  /** How it goes on, if nothing more happens. */
  readonly continuation: Continuation;
}

/** Dresses numbers as a reading: instants as `DateTime`s, lengths as `Duration`s. */
export function dressReading(
  numbers: NumericReading,
  asOfMs: number,
  details: ReadingDetails,
): SlaReading {
  const { ticket, target, title, rule, zone, standing } = details;
  const instant = (ms: number) => DateTime.fromMillis(ms, { zone });
  const maybe = (ms: number | null) => (ms === null ? null : instant(ms));
  const length = (amount: number) => lengthOf(numbers.unit, amount);
  const maybeLength = (amount: number | null) => (amount === null ? null : length(amount));
  const ms = (amount: number | null) => msOfAmount(numbers.unit, amount);
  const startedAt = maybe(numbers.startedAtMs);
  const originalDueAt = maybe(numbers.originalDueAtMs);
  const present = {
    status: numbers.status,
    breached: numbers.breached,
    severity: numbers.severity,
    dueAt: maybe(numbers.dueAtMs),
    dueAtMs: numbers.dueAtMs,
    breachedAt: maybe(numbers.breachedAtMs),
    breachedAtMs: numbers.breachedAtMs,
    stoppedAt: maybe(numbers.stoppedAtMs),
    stoppedAtMs: numbers.stoppedAtMs,
    allowance: maybeLength(numbers.allowance),
    allowanceMs: ms(numbers.allowance),
    elapsed: length(numbers.elapsed),
    elapsedMs: ms(numbers.elapsed),
    remaining: maybeLength(numbers.remaining),
    remainingMs: ms(numbers.remaining),
    overrun: length(numbers.overrun),
    overrunMs: ms(numbers.overrun),
    pausedFor: length(numbers.pausedFor),
    pausedForMs: ms(numbers.pausedFor),
  };
  const cycles = details.cycles.map((cycle) => dressCycle(cycle, instant));
  const { startedAtMs, originalDueAtMs } = numbers;
  if (startedAt && startedAtMs !== null) {
    cycles.push(
      Object.freeze({ ...present, startedAt, startedAtMs, originalDueAt, originalDueAtMs }),
    );
  }
  const reading: Omit<ReadingParts, "segments"> = {
    ticket,
    target,
    title,
    clause: rule?.id ?? null,
    rule: rule && rule.document !== "" ? rule : null,
    furtherRules: Object.freeze(details.furtherRules.filter(({ document }) => document !== "")),
    choices: Object.freeze([...details.choices]),
    asOf: instant(asOfMs),
    asOfMs,
    timeZone: zone.name,
    // One by one, because a spread after other keys makes the object, and freezing it, much slower.
    status: present.status,
    breached: present.breached,
    severity: present.severity,
    dueAt: present.dueAt,
    dueAtMs: present.dueAtMs,
    breachedAt: present.breachedAt,
    breachedAtMs: present.breachedAtMs,
    stoppedAt: present.stoppedAt,
    stoppedAtMs: present.stoppedAtMs,
    allowance: present.allowance,
    allowanceMs: present.allowanceMs,
    elapsed: present.elapsed,
    elapsedMs: present.elapsedMs,
    remaining: present.remaining,
    remainingMs: present.remainingMs,
    overrun: present.overrun,
    overrunMs: present.overrunMs,
    pausedFor: present.pausedFor,
    pausedForMs: present.pausedForMs,
    paused: numbers.paused,
    withinHours: details.withinHours,
    startedAt,
    startedAtMs,
    originalDueAt,
    originalDueAtMs,
    agreedDate: dressAgreed(details.agreed, instant),
    projectedDueAt: maybe(numbers.projectedDueAtMs),
    projectedDueAtMs: numbers.projectedDueAtMs,
    countedFrom: maybe(standing.countedFromMs),
    countedFromMs: standing.countedFromMs,
    pushedDueAt: maybe(standing.pushedDueAtMs),
    pushedDueAtMs: standing.pushedDueAtMs,
    pause: dressPause(standing.pause, numbers.unit, instant),
    wallPausedFor: Duration.fromMillis(numbers.wallPausedMs),
    wallPausedForMs: numbers.wallPausedMs,
    wallElapsed: Duration.fromMillis(numbers.wallElapsedMs),
    wallElapsedMs: numbers.wallElapsedMs,
    percentElapsed: numbers.percentElapsed,
    reopenings: numbers.reopenings,
    provisional: numbers.provisional,
    breaches: Object.freeze(
      details.breaches.map(({ atMs, severity, takenBackAtMs }) => {
        const takenBackAt = maybe(takenBackAtMs);
        return Object.freeze({ at: instant(atMs), atMs, severity, takenBackAt, takenBackAtMs });
      }),
    ),
    warnings: Object.freeze(
      details.warnings.map(({ share, atMs, passed }) =>
        Object.freeze({ share, at: maybe(atMs), atMs, passed }),
      ),
    ),
    escalations: Object.freeze(
      details.escalations.map(({ atMs, ...told }) => {
        const { id, title, says, share, passed } = told;
        return Object.freeze({ id, title, says, share, at: maybe(atMs), atMs, passed });
      }),
    ),
    nextChange: dressChange(details.nextChange, instant),
    irregularities: Object.freeze(
      details.irregularities.map((odd) =>
        Object.freeze({
          kind: odd.kind,
          at: instant(odd.atMs),
          atMs: odd.atMs,
          state: odd.state,
          severity: odd.severity,
          says: describeOddity(odd),
        }),
      ),
    ),
    cycles: Object.freeze(cycles),
  };
  const whole: ReadingParts = withSegments(continued(reading, details.continuation), () =>
    details.segments().map((segment) => dressSegment(segment, numbers.unit, instant)),
  );
  // What each status says of the other parts holds for every clock; the random tests check it.
  return Object.freeze(whole) as SlaReading;
}

function dressChange(
  change: NumericChange | null,
  instant: (ms: number) => DateTime,
): SlaChange | null {
  if (!change) return null;
  return Object.freeze({ at: instant(change.atMs), ...change });
}

function dressAgreed(
  agreed: Agreed | null,
  instant: (ms: number) => DateTime,
): SlaAgreedDate | null {
  if (!agreed) return null;
  const { dueAtMs, givenAtMs } = agreed;
  return Object.freeze({
    dueAt: instant(dueAtMs),
    dueAtMs,
    givenAt: instant(givenAtMs),
    givenAtMs,
  });
}

function dressPause(
  pause: Standing["pause"],
  unit: Unit,
  instant: (ms: number) => DateTime,
): SlaPause | null {
  if (!pause) return null;
  return Object.freeze({
    since: instant(pause.sinceMs),
    sinceMs: pause.sinceMs,
    dueAt: pause.dueAtMs === null ? null : instant(pause.dueAtMs),
    dueAtMs: pause.dueAtMs,
    pausedFor: lengthOf(unit, pause.pausedFor),
    pausedForMs: msOfAmount(unit, pause.pausedFor),
    wallPausedFor: Duration.fromMillis(pause.wallPausedMs),
    wallPausedForMs: pause.wallPausedMs,
  });
}

function dressCycle(cycle: CycleState, instant: (ms: number) => DateTime): SlaCycle {
  const length = (amount: number) => lengthOf(cycle.unit, amount);
  const ms = (amount: number | null) => msOfAmount(cycle.unit, amount);
  const { allowance, elapsed, pausedFor, promise, agreed } = cycle;
  const { startedAtMs, originalDueAtMs, dueAtMs, breachedAtMs, stoppedAtMs } = cycle;
  const isJudged = promise === "measured" || agreed !== null;
  const remaining = allowance === null ? null : Math.max(0, allowance - elapsed);
  const overrun = allowance === null ? 0 : Math.max(0, elapsed - allowance);
  return Object.freeze({
    status: !isJudged ? "not-applicable" : breachedAtMs === null ? "met" : "breached",
    breached: breachedAtMs !== null,
    severity: cycle.severity,
    startedAt: instant(startedAtMs),
    startedAtMs,
    originalDueAt: originalDueAtMs === null ? null : instant(originalDueAtMs),
    originalDueAtMs,
    dueAt: dueAtMs === null ? null : instant(dueAtMs),
    dueAtMs,
    breachedAt: breachedAtMs === null ? null : instant(breachedAtMs),
    breachedAtMs,
    stoppedAt: instant(stoppedAtMs),
    stoppedAtMs,
    allowance: allowance === null ? null : length(allowance),
    allowanceMs: ms(allowance),
    elapsed: length(elapsed),
    elapsedMs: ms(elapsed),
    remaining: remaining === null ? null : length(remaining),
    remainingMs: ms(remaining),
    overrun: length(overrun),
    overrunMs: ms(overrun),
    pausedFor: length(pausedFor),
    pausedForMs: ms(pausedFor),
  });
}

function dressSegment(
  segment: NumericSegment,
  unit: Unit,
  instant: (ms: number) => DateTime,
): SlaSegment {
  return Object.freeze({
    from: instant(segment.fromMs),
    fromMs: segment.fromMs,
    to: instant(segment.toMs),
    toMs: segment.toMs,
    state: segment.state,
    severity: segment.severity,
    fields: segment.fields,
    cycle: segment.cycle,
    counted: lengthOf(unit, segment.amount),
    countedMs: msOfAmount(unit, segment.amount),
    why: segment.why,
    title: segment.title,
    total: lengthOf(unit, segment.total),
    totalMs: msOfAmount(unit, segment.total),
  });
}

/** An amount as a `Duration`: in milliseconds, or in days if days are counted. */
function lengthOf(unit: Unit, amount: number): Duration {
  return unit === "days" ? Duration.fromObject({ days: amount }) : Duration.fromMillis(amount);
}
