import { agree, changeSeverity } from "./changes";
import { choicesOf, measureFor, type Phase, type PlainTarget } from "./count";
import {
  asKnown,
  oneChange,
  type PlainEvent,
  type ReplayedTarget,
  refuseUnjudged,
} from "./history";
import { settled } from "./pauses";
import { notStarted, type PlainReading, readAt, type Ticket, unborn } from "./reading";
import { cancel, stop } from "./verdicts";
import { work } from "./work";

/**
 * A replayed clock. It writes down every phase of a ticket's life, and adds up the present count from its
 * first phase whenever it is asked. Nothing is carried over, so nothing can be forgotten.
 */

/** The result of a history, as of an instant. */
export interface Replayed {
  readonly reading: PlainReading;
  /** The verdicts of the cycles before this one. */
  readonly earlier: readonly PlainReading[];
  /** The phases of the present count. */
  readonly count: readonly Phase[];
  /** The present severity, which may be another than that of a verdict. */
  readonly severity: string | null;
  /** When its first severity was given; null if it started with one. */
  readonly gradedMs: number | null;
}

/**
 * Replays a history as far as an instant.
 *
 * @throws {NotJudged} for two choices at once of which the replay knows each alone.
 */
export function replay(
  target: ReplayedTarget,
  history: readonly PlainEvent[],
  asOfMs: number,
): Replayed {
  const happened = until(history, asOfMs);
  refuseUnjudged(target, happened);
  return lived(target, asKnown(target, happened), asOfMs);
}

/**
 * What events come to that name the target's own states and severities.
 *
 * @param happened the events up to an instant, in order of time
 */
export function lived(
  target: PlainTarget,
  happened: readonly PlainEvent[],
  asOfMs: number,
): Replayed {
  const told = happened
    .flatMap(oneChange)
    .reduce((before, event) => live(target, before, event), unborn);
  const ticket = settled(target, told, asOfMs);
  const { verdict, startedAtMs, earlier, count, severity, gradedMs } = ticket;
  const reading =
    verdict ??
    (startedAtMs === null ? notStarted(target, ticket, asOfMs) : readAt(target, ticket, asOfMs));
  return { reading, earlier, count, severity, gradedMs };
}

/** The events that have happened by an instant, in order of time. */
export function until(history: readonly PlainEvent[], asOfMs: number): readonly PlainEvent[] {
  return history.filter(({ atMs }) => atMs <= asOfMs).sort((a, b) => a.atMs - b.atMs);
}

/** When a target is due for a ticket of a severity that starts at an instant. */
export function plainDue(target: PlainTarget, startMs: number, severity: string | null): number {
  const measure = measureFor(target, severity, startMs);
  return measure.runsOut(startMs, measure.allowance);
}

function live(target: PlainTarget, was: Ticket, event: PlainEvent): Ticket {
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
