import { DateTime } from "luxon";
import * as z from "zod";
import { once } from "../../input/once";
import { checkKeys, given, givenList } from "../../input/options";
import { strictObject } from "../../input/schema";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { type AllowanceContext, compileAllowance } from "../allowance/compile-allowance";
import type { AllowanceDefinition } from "../allowance/definition";
import { type BoundsDefinition, bounds, type Words, wordList } from "./bounds";

/** Something to be done every so often, until something ends it. */
export interface RecurrenceDefinition extends BoundsDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The states and facts that say that it has been done once. */
  readonly doneOn?: Words;
  readonly every: AllowanceDefinition;
  /** `rolling` (default): from the last time it was done; `grid`: from the start, whatever was done. */
  readonly anchor?: "rolling" | "grid";
}

/** One time that something was, or is, due. */
export interface Occurrence {
  /** From 1. */
  readonly number: number;
  readonly dueAt: DateTime;
  readonly dueAtMs: number;
  /** When it was done; null if it has not been. */
  readonly doneAt: DateTime | null;
  readonly doneAtMs: number | null;
  /** Done after it was due, or not done and due before `asOf`. */
  readonly late: boolean;
}

/** A recurrence, worked out as of an instant. */
export interface RecurrenceReading {
  readonly title: string;
  readonly clause: string | null;
  /** Every time up to the one that is due next. */
  readonly occurrences: readonly Occurrence[];
  /** When it is due next; null once it has ended. */
  readonly nextDueAt: DateTime | null;
  readonly nextDueAtMs: number | null;
  /** Whether that is past. */
  readonly overdue: boolean;
  readonly provisional: boolean;
}

/** What a recurrence needs to know. */
export interface RecurrenceOptions {
  readonly asOf: InstantLike;
  /** When it was done. */
  readonly done?: readonly InstantLike[] | undefined;
  /** When it ended; nothing is due after it. */
  readonly until?: InstantLike | undefined;
}

/** When something that recurs from a start was due, and is due next. */
export type Recurrence = (startedAt: InstantLike, options: RecurrenceOptions) => RecurrenceReading;

/** The zod schema of a policy's recurrences; their allowances are checked part by part. */
export const recurrencesSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      title: z.string().optional(),
      clause: z.string().optional(),
      every: z.record(z.string(), z.unknown(), "expected an allowance"),
      anchor: z.enum(["rolling", "grid"]).optional(),
      ...bounds(),
      doneOn: wordList(),
    }),
  ),
);

/** The most occurrences that one reading lists. */
const MOST = 10_000;

/** Makes a checked definition into a recurrence that can be asked. */
export function compileRecurrence(
  id: string,
  definition: RecurrenceDefinition,
  context: AllowanceContext,
): Recurrence {
  const { every, anchor = "rolling" } = definition;
  const once = compileAllowance(every, { tie: "close" }, context);
  const due = (fromMs: number, times = 1) => {
    const allowance =
      times === 1 ? once : compileAllowance(multiplied(every, times), { tie: "close" }, context);
    const measure = allowance.from(fromMs);
    return measure.add(fromMs, measure.allowance);
  };
  return (startedAt, options) => {
    const { asOf, until, done: doneAt = [] } = given(options);
    checkKeys(options, ["asOf", "done", "until"], `recurrence "${id}"`);
    const startMs = toEpochMs(startedAt);
    const asOfMs = toEpochMs(asOf);
    const endMs = until === undefined ? Number.POSITIVE_INFINITY : toEpochMs(until);
    const stopMs = Math.min(asOfMs, endMs);
    const done = givenList("done", doneAt, toEpochMs)
      .filter((ms) => ms >= startMs && ms <= stopMs)
      .sort((a, b) => a - b);
    const slots = (
      anchor === "rolling"
        ? rollingSlots(startMs, done, due)
        : gridSlots(id, startMs, done, due, stopMs)
    ).filter(({ dueMs, doneMs }) => doneMs !== null || dueMs <= endMs);
    const missed = slots.filter(({ dueMs, doneMs }) => doneMs === null && dueMs < stopMs);
    const lastDone = done.at(-1) ?? startMs;
    const last = slots.at(-1);
    const upcoming = last?.doneMs === null ? last.dueMs : due(startMs, slots.length + 1);
    const nextDueMs = endMs <= asOfMs ? null : upcoming;
    const instant = (ms: number) => DateTime.fromMillis(ms, { zone: once.zone });
    return Object.freeze({
      title: definition.title ?? id,
      clause: definition.clause ?? null,
      occurrences: Object.freeze(
        slots.map(({ dueMs, doneMs }, i) =>
          Object.freeze({
            number: i + 1,
            dueAt: instant(dueMs),
            dueAtMs: dueMs,
            doneAt: doneMs === null ? null : instant(doneMs),
            doneAtMs: doneMs,
            late: (doneMs ?? stopMs) > dueMs,
          }),
        ),
      ),
      nextDueAt: nextDueMs === null ? null : instant(nextDueMs),
      nextDueAtMs: nextDueMs,
      overdue: nextDueMs !== null && missed.some(({ dueMs }) => dueMs > lastDone),
      provisional: once.from(startMs).isProvisional(Math.max(upcoming, stopMs)),
    });
  };
}

/** One time that something is due, and when it was done. */
interface Slot {
  readonly dueMs: number;
  readonly doneMs: number | null;
}

/**
 * The times of a rolling recurrence, each due an interval after it was last done. The last of them is
 * still to be done.
 */
function rollingSlots(
  startMs: number,
  done: readonly number[],
  due: (fromMs: number) => number,
): Slot[] {
  return [startMs, ...done].map((fromMs, i) => ({ dueMs: due(fromMs), doneMs: done[i] ?? null }));
}

/**
 * The times on a grid, each due a whole number of intervals after the start, up to the first that is
 * not past.
 */
function gridSlots(
  id: string,
  startMs: number,
  done: readonly number[],
  due: (fromMs: number, times: number) => number,
  stopMs: number,
): Slot[] {
  const slots: Slot[] = [];
  let next = 0;
  for (let fromMs = startMs - 1, dueMs = fromMs; dueMs < stopMs; fromMs = dueMs) {
    dueMs = due(startMs, slots.length + 1);
    if (slots.length === MOST || dueMs <= fromMs) throw unending(id);
    // It is enough to do it once since the time before. What comes later counts for the next.
    while ((done[next] ?? Number.POSITIVE_INFINITY) <= fromMs) next++;
    const doneMs = done[next] ?? Number.POSITIVE_INFINITY;
    slots.push({ dueMs, doneMs: doneMs <= dueMs ? doneMs : null });
  }
  return slots;
}

/** An allowance multiplied by a whole number. */
function multiplied(every: AllowanceDefinition, times: number): AllowanceDefinition {
  const entries = Object.entries(every).map(([key, value]) => [
    key,
    typeof value === "number" ? value * times : value,
  ]);
  // It has the same keys, and numbers in place of numbers, so it is still an allowance.
  return Object.fromEntries(entries) as unknown as AllowanceDefinition;
}

function unending(id: string): CoreHoursError {
  return new CoreHoursError(
    "too-many-occurrences",
    `Recurrence "${id}" comes more than ${MOST} times by then, or never moves on; give it a longer interval, a later start or an earlier asOf.`,
    { recurrence: id, most: MOST },
  );
}
