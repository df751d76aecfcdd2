import type { Recurrence, RecurrenceDefinition } from "../building-blocks/recurrences";
import { occurrencesOf } from "./arrivals";
import type { Obligation, ObligationChange, Place } from "./obligations";

/** What recurs since the last time that it began: the time that is due next, or that was missed. */
export function recurrenceObligation(
  name: string,
  definition: RecurrenceDefinition,
  recurrence: Recurrence | undefined,
  place: Place,
): readonly Obligation[] {
  const { asOfMs, instant } = place;
  const last = occurrencesOf(place.arrivals, definition).at(-1);
  if (!last || last.end?.how === "cancelled" || !recurrence) return [];
  const { doneOn = [] } = definition;
  const done = last.within.filter(({ word }) => doneOn.includes(word)).map(({ atMs }) => atMs);
  const reading = recurrence(last.from.atMs, {
    asOf: asOfMs,
    done,
    ...(last.end === null ? {} : { until: last.end.atMs }),
  });
  const { occurrences, nextDueAt, overdue } = reading;
  const lastDoneMs = done.at(-1) ?? Number.NEGATIVE_INFINITY;
  const missed = occurrences.find(
    ({ late, doneAt, dueAt }) => late && doneAt === null && dueAt.toMillis() > lastDoneMs,
  );
  const dueAt = (overdue ? missed?.dueAt : null) ?? nextDueAt ?? occurrences.at(-1)?.dueAt ?? null;
  const hasEnded = nextDueAt === null;
  const nextChange: ObligationChange | null =
    nextDueAt !== null && nextDueAt.toMillis() >= asOfMs
      ? { at: instant(nextDueAt.toMillis() + 1), kind: "late" }
      : null;
  return [
    {
      kind: "recurrence",
      name,
      step: null,
      title: reading.title,
      clause: reading.clause,
      severity: null,
      event: last.from.word,
      from: instant(last.from.atMs),
      dueAt,
      status: hasEnded ? "done" : overdue ? "late" : "running",
      late: hasEnded ? occurrences.some(({ late }) => late) : overdue,
      doneAt: hasEnded && last.end ? instant(last.end.atMs) : null,
      nextChange,
      provisional: reading.provisional,
    },
  ];
}
