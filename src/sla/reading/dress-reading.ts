import { DateTime, Duration, type Zone } from "luxon";
import type { Unit } from "../allowance/measure";
import type { Clause } from "../clauses/clauses";
import type { Agreed } from "../clock/agreed";
import { describeOddity, type OddEvent } from "../clock/irregularities";
import type { Breach, CycleState } from "../clock/state";
import type { SlaReading } from "./by-status";
import { type Continuation, continued, withSegments } from "./continued";
import type { NumericEscalation } from "./escalations";
import type { NumericChange } from "./next-change";
import type { NumericReading } from "./numbers";
import { msOfAmount } from "./reading-in-ms";
import type { NumericSegment } from "./segments";
import type {
  ReadingParts,
  SlaAgreedDate,
  SlaChange,
  SlaCycle,
  SlaPause,
  SlaSegment,
} from "./sla-reading";
import type { Standing } from "./standing";
import type { NumericWarning } from "./warnings";

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
