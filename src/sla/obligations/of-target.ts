import type { SlaReading } from "../reading/by-status";
import type { Target } from "../target/target";
import type { ObligationStatus, Place, ToldObligation } from "./obligations";

/** A target that a ticket has begun, as its reading stands; none before the start, or without a promise. */
export function targetObligation(
  reading: SlaReading,
  { id, definition }: Target,
  { arrivals }: Place,
): readonly ToldObligation[] {
  const { startedAt, status, countedFrom, stoppedAt, nextChange, breached } = reading;
  if (startedAt === null || status === "not-applicable") return [];
  const from = countedFrom ?? startedAt;
  const { runs, pauses } = definition;
  const event = arrivals.find(
    ({ word, atMs }) => atMs === from.toMillis() && (runs.includes(word) || pauses?.includes(word)),
  );
  return [
    {
      kind: "target",
      name: id,
      step: null,
      number: null,
      byItself: false,
      title: reading.title,
      clause: reading.clause,
      severity: reading.severity,
      event: event?.word ?? null,
      from,
      dueAt: reading.dueAt,
      status: statusOf(reading),
      late: breached,
      doneAt: status === "cancelled" ? null : stoppedAt,
      nextChange: nextChange && changeOf(nextChange),
      provisional: reading.provisional,
    },
  ];
}

function statusOf({ status, breached, stoppedAt, paused }: SlaReading): ObligationStatus {
  if (status === "cancelled") return "shut";
  if (stoppedAt !== null) return "done";
  if (breached) return "late";
  return paused ? "paused" : "running";
}

function changeOf({ at, kind, id }: NonNullable<SlaReading["nextChange"]>) {
  return Object.freeze({ at, kind, ...(id === undefined ? {} : { id }) });
}
