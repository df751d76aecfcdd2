import type { SeverityColumn } from "../mapping";
import { severityOf } from "../policy-words";
import type { TicketHistory, TicketLog } from "../ticket-log";
import type { Change } from "./changes";

/**
 * Gives a ticket the severity with which it began, in a file with a row for each change: the first change of
 * the severity says what it was before.
 */
export function gradeFirst(
  changes: readonly Change[],
  { ticket, policy, events }: TicketHistory,
  { tickets }: TicketLog,
  column: SeverityColumn,
): void {
  let first: Change | undefined;
  for (const change of changes) {
    if (change.kind === "severity" && !(first && first.at <= change.at)) first = change;
  }
  if (first?.before === undefined) return;
  const changedMs = first.at;
  const severity = severityOf(first.before, column, policy);
  if (typeof severity !== "string") return;
  let firstMs = Number.POSITIVE_INFINITY;
  for (const { at } of events) if (at < firstMs) firstMs = at;
  const isGraded = events.some((each) => each.at < changedMs && each.severity !== undefined);
  if (firstMs >= changedMs || isGraded) return;
  tickets.open(ticket, { at: firstMs, severity }, { inPlaceOfFirst: false });
}
