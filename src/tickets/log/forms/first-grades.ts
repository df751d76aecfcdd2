import type { Histories } from "../histories/histories";
import type { SeverityColumn } from "../mapping";
import { severityOf } from "../policy-words";
import type { TicketHistory, TicketLog } from "../ticket-log";

/**
 * The severity with which tickets began, in a file with a row for each change: the first change of the
 * severity says what it was before.
 */
export class FirstGrades {
  /** By ticket, its first change of severity. */
  readonly #first = new Map<string, { readonly at: number; readonly before: string | undefined }>();

  add(ticket: string, at: number, before: string | undefined): void {
    const known = this.#first.get(ticket);
    if (!known || at < known.at) this.#first.set(ticket, { at, before });
  }

  /** Gives each ticket of the log the severity that it had before the first change. */
  end(log: TicketLog, column: SeverityColumn | undefined): void {
    if (!column) return;
    for (const [ticket, { at, before }] of this.#first) {
      const history = log.tickets.get(ticket);
      if (!history || before === undefined) continue;
      const severity = severityOf(before, column, history.policy);
      if (typeof severity === "string") gradeFirst(history, at, severity, log.tickets);
    }
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
