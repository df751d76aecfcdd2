import type { Histories } from "../histories/histories";
import type { SeverityColumn } from "../mapping";
import { severityOf } from "../policy-words";
import type { TicketHistory, TicketLog } from "../ticket-log";
import type { Change, Changes } from "./changes";

/**
 * Gives each ticket the severity with which it began, in a file with a row for each change: the first change
 * of the severity says what it was before.
 */
export function gradeFirsts(
  changes: Changes,
  { tickets }: TicketLog,
  column: SeverityColumn | undefined,
): void {
  if (!column) return;
  for (const history of tickets.values()) {
    const grades = changes.of(history.ticket, tickets).filter(({ kind }) => kind === "severity");
    const first = grades.reduce<Change | undefined>(
      (earliest, change) => (earliest && earliest.at <= change.at ? earliest : change),
      undefined,
    );
    if (first?.before === undefined) continue;
    const severity = severityOf(first.before, column, history.policy);
    if (typeof severity === "string") gradeFirst(history, first.at, severity, tickets);
  }
}

function gradeFirst(
  { ticket, events }: TicketHistory,
  changedMs: number,
  severity: string,
  tickets: Histories,
): void {
  let firstMs = Number.POSITIVE_INFINITY;
  for (const { at } of events) if (at < firstMs) firstMs = at;
  const isGraded = events.some((each) => each.at < changedMs && each.severity !== undefined);
  if (firstMs >= changedMs || isGraded) return;
  tickets.open(ticket, { at: firstMs, severity }, { inPlaceOfFirst: false });
}
