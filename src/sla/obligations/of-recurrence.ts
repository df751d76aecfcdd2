import type {
  Recurrence,
  RecurrenceDefinition,
  RecurrenceReading,
} from "../building-blocks/recurrences";
import { begun, type Occurrence } from "./arrivals";
import type { Place, ToldChange, ToldObligation } from "./obligations";

/** The times of a recurrence: the one that is due next or that was missed, or every one. */
export function recurrenceObligations(
  name: string,
  definition: RecurrenceDefinition,
  recurrence: Recurrence,
  place: Place,
): readonly ToldObligation[] {
  return begun(definition, place)
    .filter(({ end }) => end?.how !== "cancelled")
    .flatMap((run) => {
      const done = doneIn(run, definition);
      const until = run.end === null ? {} : { until: run.end.atMs };
      const reading = recurrence(run.from.atMs, { asOf: place.asOfMs, done, ...until });
      const parts = place.every ? everyTime(reading, place) : [lastTime(reading, run, place)];
      return parts.map((part) => ({ ...whatOf(name, reading, run, place), ...part }));
    });
}

function doneIn({ within }: Occurrence, { doneOn }: RecurrenceDefinition): readonly number[] {
  return within.filter(({ word }) => doneOn?.includes(word)).map(({ atMs }) => atMs);
}

function whatOf(
  name: string,
  { title, clause, provisional }: RecurrenceReading,
  { from }: Occurrence,
  { instant }: Place,
) {
  return {
    kind: "recurrence",
    name,
    step: null,
    byItself: false,
    title,
    clause,
    severity: null,
    event: from.word,
    from: instant(from.atMs),
    provisional,
  } as const;
}

type Time = Pick<ToldObligation, "number" | "dueAt" | "status" | "late" | "doneAt" | "nextChange">;

/** The time that is due next, or the first that was missed since it was last done. */
function lastTime(
  { occurrences, nextDueAt, overdue }: RecurrenceReading,
  { end }: Occurrence,
  { asOfMs, instant }: Place,
): Time {
  if (nextDueAt === null) {
    const last = occurrences.at(-1);
    return {
      number: last?.number ?? null,
      dueAt: last?.dueAt ?? null,
      status: "done",
      late: occurrences.some(({ late }) => late),
      doneAt: end && instant(end.atMs),
      nextChange: null,
    };
  }
  const wasDone = occurrences.map(({ doneAt }) => doneAt !== null);
  const open = occurrences[wasDone.lastIndexOf(true) + 1];
  const nextDueMs = nextDueAt.toMillis();
  return {
    number: open?.number ?? occurrences.length + 1,
    dueAt: open?.dueAt ?? nextDueAt,
    status: overdue ? "late" : "running",
    late: overdue,
    doneAt: null,
    nextChange: nextDueMs < asOfMs ? null : lateAfter(nextDueMs, instant),
  };
}

/** Every time that it was due, and the time that it is due next. */
function everyTime(
  { occurrences, nextDueAt }: RecurrenceReading,
  { instant }: Place,
): readonly Time[] {
  return occurrences.map(({ number, dueAt, dueAtMs, doneAt, late }): Time => {
    const open = nextDueAt === null ? "shut" : late ? "late" : "running";
    const status = doneAt === null ? open : "done";
    const nextChange = status === "running" ? lateAfter(dueAtMs, instant) : null;
    return { number, dueAt, status, late, doneAt, nextChange };
  });
}

/** An obligation that is due at an instant is late the instant after. */
function lateAfter(dueMs: number, instant: Place["instant"]): ToldChange {
  return { at: instant(dueMs + 1), kind: "late" };
}
