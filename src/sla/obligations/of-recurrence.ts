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
      const parts = place.every ? everyTime(reading, place) : [lastTime(reading, run, done, place)];
      return parts.map((part) => ({ ...whatOf(name, reading, run, place), ...part }));
    });
}

function doneIn({ within }: Occurrence, { doneOn = [] }: RecurrenceDefinition): readonly number[] {
  return within.filter(({ word }) => doneOn.includes(word)).map(({ atMs }) => atMs);
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
  done: readonly number[],
  { asOfMs, instant }: Place,
): Time {
  const lastDoneMs = done.at(-1) ?? Number.NEGATIVE_INFINITY;
  const missed = occurrences.find(
    ({ late, doneAt, dueAt }) => late && doneAt === null && dueAt.toMillis() > lastDoneMs,
  );
  const dueAt = (overdue ? missed?.dueAt : null) ?? nextDueAt ?? occurrences.at(-1)?.dueAt ?? null;
  const hasEnded = nextDueAt === null;
  const due = occurrences.find((each) => each.dueAt.toMillis() === dueAt?.toMillis());
  return {
    number: due?.number ?? (dueAt === null ? null : occurrences.length + 1),
    dueAt,
    status: hasEnded ? "done" : overdue ? "late" : "running",
    late: hasEnded ? occurrences.some(({ late }) => late) : overdue,
    doneAt: hasEnded && end ? instant(end.atMs) : null,
    nextChange: nextDueAt && lateAfter(nextDueAt.toMillis(), asOfMs, instant),
  };
}

/** Every time that it was due, and the time that it is due next. */
function everyTime(
  { occurrences, nextDueAt }: RecurrenceReading,
  { asOfMs, instant }: Place,
): readonly Time[] {
  return occurrences.map(({ number, dueAt, doneAt, late }): Time => {
    const isShut = doneAt === null && nextDueAt === null;
    const open = late ? "late" : "running";
    return {
      number,
      dueAt,
      status: doneAt !== null ? "done" : isShut ? "shut" : open,
      late,
      doneAt,
      nextChange: doneAt === null && !isShut ? lateAfter(dueAt.toMillis(), asOfMs, instant) : null,
    };
  });
}

/** An obligation that is due at an instant is late the instant after, if that is ahead. */
function lateAfter(dueMs: number, asOfMs: number, instant: Place["instant"]): ToldChange | null {
  return dueMs >= asOfMs ? { at: instant(dueMs + 1), kind: "late" } : null;
}
