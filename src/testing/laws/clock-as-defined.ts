import fc from "fast-check";
import type { SlaReading } from "../../sla/reading/by-status";
import type { SlaCycle } from "../../sla/reading/sla-reading";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import { dueOptionsOf } from "../arbitraries/asked-target";
import type { ExampleTicket } from "../arbitraries/tickets";
import { alike, amountOf } from "../claims";
import { plainDue, type Replayed, replay } from "../replay/clock";
import { addUp, choicesOf, measureFor, type Phase, type PlainTarget } from "../replay/count";
import { isAgreedIn, MET, type PlainEvent } from "../replay/history";
import { NotJudged } from "../replay/measure";
import type { PlainReading } from "../replay/reading";
import { read, slaLaw } from "../sla-law";

/**
 * Laws that replay a ticket plainly, by the definition of the target and of its calendars, and compare. Laws of
 * consistency alone would hold for a clock that is wrong throughout.
 */
export const clockAsDefinedLaws = [
  slaLaw(
    "clock-as-defined",
    "a clock reads what its definition comes to, replayed from the first event",
    ({ target, plain, tickets, forAll }) => {
      if (plain === null) return;
      forAll(tickets, (ticket) => {
        judged(() => {
          const replayed = replay(plain, eventsOf(ticket), Date.parse(ticket.asOf));
          const reading = read(target, ticket);
          // In the replay, the severity of a target with conditions says whether it applies.
          const severity = plain.when === null ? replayed.reading.severity : reading.severity;
          alike({
            "it reads": saidBy(reading),
            "replayed by its definition": saidOf(replayed, severity),
          });
        });
      });
    },
  ),

  slaLaw(
    "warnings-as-defined",
    "each warning comes as its share of the allowance is used up, and none before",
    ({ target, plain, tickets, forAll }) => {
      const { warnAt = [] } = target.definition;
      // Only warnings at shares of the allowance are judged.
      const isJudged = warnAt.length > 0 && warnAt.every((share) => typeof share === "number");
      if (plain === null || !isJudged) return;
      forAll(tickets, (ticket) => {
        judged(() => {
          const asOfMs = Date.parse(ticket.asOf);
          const events = eventsOf(ticket);
          if (isAgreedIn(plain, events)) throw new NotJudged();
          const { count, reading } = replay(plain, events, asOfMs);
          const life = {
            untilMs: reading.stoppedAtMs ?? asOfMs,
            isOver: reading.stoppedAtMs !== null,
          };
          const { warnings } = read(target, ticket);
          alike({
            "it warns": Object.fromEntries(
              warnings.map(({ share, at, passed }) => [percent(share), { at, passed }]),
            ),
            "replayed by its definition": Object.fromEntries(
              warnAt.map((share) => [percent(share), warningOf(plain, count, share, life)]),
            ),
          });
        });
      });
    },
  ),

  slaLaw(
    "due-as-defined",
    "a ticket that is never paused is due when its allowance says",
    ({ target, plain, instants, forAll }) => {
      if (plain === null) return;
      const options = dueOptionsOf(target);
      if (options.length === 0) return; // Nothing is promised but agreed dates.
      const starts = fc.record({
        startedAt: fc.oneof(instants, instants.map(atMonthEnd)),
        given: fc.constantFrom(...options),
      });
      forAll(starts, ({ startedAt, given }) => {
        judged(() => {
          const { severity = null } = given;
          const grade = plain.when !== null && severity === null ? MET : severity;
          const due = plainDue(plain, Date.parse(startedAt), grade);
          alike({
            "it says": { due: target.due(startedAt, given) },
            "its allowance says": { due: isoOf(due) },
          });
        });
      });
    },
  ),
] as const;

/** Makes a claim, unless the replay would have to look further than it does. */
export function judged(claim: () => void): void {
  try {
    claim();
  } catch (error) {
    if (!(error instanceof NotJudged)) throw error;
  }
}

/** The events of a ticket as the replay takes them. */
export function eventsOf({ events }: ExampleTicket): readonly PlainEvent[] {
  return events.map(({ at, dueAt, ...what }) => ({
    atMs: Date.parse(at),
    ...what,
    ...(dueAt === undefined ? {} : { dueMs: dueAt === null ? null : Date.parse(dueAt) }),
  }));
}

/** The parts of a reading that a replay gives too. */
function saidBy(reading: SlaReading): Readonly<Record<string, unknown>> {
  const { status, breached, paused, severity, percentElapsed, provisional, wallElapsed } = reading;
  const { startedAt, originalDueAt, dueAt, projectedDueAt, breachedAt, stoppedAt } = reading;
  const { allowance, elapsed, remaining, overrun, pausedFor, wallPausedFor } = reading;
  return {
    ...{ status, breached, paused, severity, percentElapsed, provisional, wallElapsed },
    ...{ startedAt, originalDueAt, dueAt, projectedDueAt, breachedAt, stoppedAt },
    ...{ allowance, elapsed, remaining, overrun, pausedFor, wallPausedFor },
    "earlier cycles": reading.cycles.slice(0, -1).map(cycleSaidBy),
  };
}

function cycleSaidBy({ status, startedAt, stoppedAt, dueAt, elapsed }: SlaCycle) {
  return { status, startedAt, stoppedAt, dueAt, elapsed: amountOf(elapsed) };
}

function saidOf(
  { reading, earlier }: Replayed,
  severity: string | null,
): Readonly<Record<string, unknown>> {
  const { status, breached, paused, percentElapsed, provisional, unit } = reading;
  const amount = (value: number) => new Amount(value, unit);
  const known = (value: number | null) => (value === null ? null : amount(value));
  return {
    ...{ status, breached, paused, severity, percentElapsed, provisional },
    wallElapsed: new Amount(reading.wallElapsedMs),
    startedAt: at(reading.startedAtMs),
    originalDueAt: at(reading.originalDueAtMs),
    dueAt: at(reading.dueAtMs),
    projectedDueAt: at(reading.projectedDueAtMs),
    breachedAt: at(reading.breachedAtMs),
    stoppedAt: at(reading.stoppedAtMs),
    allowance: known(reading.allowance),
    elapsed: amount(reading.elapsed),
    remaining: known(reading.remaining),
    overrun: amount(reading.overrun),
    pausedFor: amount(reading.pausedFor),
    wallPausedFor: new Amount(reading.wallPausedMs),
    "earlier cycles": earlier.map(cycleSaidOf),
  };
}

function cycleSaidOf({ status, elapsed, unit, ...instants }: PlainReading) {
  return {
    status,
    startedAt: at(instants.startedAtMs),
    stoppedAt: at(instants.stoppedAtMs),
    dueAt: at(instants.dueAtMs),
    elapsed: new Amount(elapsed, unit),
  };
}

/** Until when a count is looked at, and whether it has ended by then. */
export interface Life {
  readonly untilMs: number;
  readonly isOver: boolean;
}

/** When a share of the allowance of a count is used up. @throws {NotJudged} if the severity changed during it. */
export function warningOf(
  plain: PlainTarget,
  count: readonly Phase[],
  share: number,
  { untilMs, isOver }: Life,
) {
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) return { at: null, passed: false };
  const isOneSeverity = count.every(({ severity }) => severity === first.severity);
  if (!isOneSeverity || choicesOf(plain).dayPauses === "push") throw new NotJudged();
  const { allowance, runsOut } = measureFor(plain, first.severity, first.fromMs);
  // The least whole amount that reaches the share, however the share is rounded in binary.
  const amount = Math.ceil(Number((allowance * share).toFixed(3)));
  for (const [i, phase] of count.entries()) {
    if (phase.kind !== "running" && !continues(plain, phase)) continue;
    const used = i === 0 ? 0 : addUp(plain, count.slice(0, i), phase.fromMs).used;
    const atMs = runsOut(phase.fromMs, Math.max(0, amount - used));
    if (atMs <= Math.min(phase.toMs, untilMs)) return { at: isoOf(atMs), passed: true };
  }
  if (isOver || last.kind !== "running") return { at: null, passed: false };
  const { used } = addUp(plain, count, untilMs);
  return { at: isoOf(runsOut(untilMs, Math.max(0, amount - used))), passed: false };
}

/** Whether the time while stopped counts, because the ticket was re-opened. */
export function continues({ definition }: PlainTarget, { kind, toMs }: Phase): boolean {
  return kind === "stopped" && definition.onReopen === "continue" && Number.isFinite(toMs);
}

/** The same time of day on the last day of the month of an instant, in UTC. */
function atMonthEnd(instant: string): string {
  const date = new Date(instant);
  return (
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
      .toISOString()
      .slice(0, 10) + instant.slice(10)
  );
}

function percent(share: number): string {
  return `at ${share * 100} %`;
}

function at(ms: number | null): string | null {
  return ms === null ? null : isoOf(ms);
}
