import type { SlaReading, WorkingCalendar } from "../../index";
import { printable } from "../../words/printable";
import type { TicketLog } from "../log/ticket-log";
import { eventsFor } from "./on-hold";
import { type ReportRow, worstOf } from "./row";

/** One of the worst tickets, with its working. */
export interface WorstTicket {
  readonly row: ReportRow;
  readonly reading: SlaReading;
  /** The calendar that its clock runs on; null if its allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
}

/** The worst of some verdicts, worst first, each worked out again with its reasons. */
export function worstTickets(
  rows: readonly ReportRow[],
  log: TicketLog,
  asOfMs: number,
  most: number,
): WorstTicket[] {
  return worstOf(rows, most).map((row) => worked(row, log, asOfMs));
}

function worked(row: ReportRow, log: TicketLog, asOfMs: number): WorstTicket {
  const history = log.tickets.get(row.ticket);
  const target = history?.policy.targets.find(({ id }) => id === row.target);
  if (!history || !target) throw new Error(`${row.ticket} is not in the log it was judged from`);
  // Made printable, so a line break in a ticket's name cannot start a line of its own.
  const ticket = printable(row.ticket);
  const { events } = eventsFor(target, history, asOfMs);
  const reading = target.track(events, { asOf: asOfMs, ticket });
  const calendar = target.calendarFor(row.severity);
  return { row, reading, calendar };
}
