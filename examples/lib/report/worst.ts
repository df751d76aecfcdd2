import { explain, type SlaReading, type WorkingCalendar } from "../../../src/index";
import { targetCalendar } from "../picture/target-calendar";
import { printable } from "../printable";
import { type ReportRow, worstFirst } from "../report-row";
import type { TicketLog } from "../ticket-log";

/** One of the worst tickets, with its working. */
export interface WorstTicket {
  readonly row: ReportRow;
  readonly reading: SlaReading;
  /** What `explain` says of it. */
  readonly explanation: string;
  /** The calendar that its clock runs on; null where its allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
}

/** The worst of some verdicts, worst first, each worked out again with its reasons. */
export function worstTickets(
  rows: readonly ReportRow[],
  log: TicketLog,
  asOfMs: number,
  most: number,
): WorstTicket[] {
  return rows
    .toSorted(worstFirst)
    .slice(0, most)
    .map((row) => worked(row, log, asOfMs));
}

function worked(row: ReportRow, log: TicketLog, asOfMs: number): WorstTicket {
  const history = log.tickets.get(row.ticket);
  const target = history?.policy.targets.find(({ id }) => id === row.target);
  if (!history || !target) throw new Error(`${row.ticket} is not in the log it was judged from`);
  // Made printable, so that a line break in a ticket's name cannot start a line of its own.
  const ticket = printable(row.ticket);
  const reading = target.track(history.events, { asOf: asOfMs, ticket });
  const calendar = targetCalendar(history.policy.sla, target, row.severity);
  return { row, reading, explanation: explain(reading), calendar };
}
