import type { TicketLog } from "../../tickets/log/ticket-log";
import type { ReportRow } from "../../tickets/verdicts/row";
import { counted, countText } from "../../words/amounts";
import { type RowCounts, rowCounts, unmatchedTickets } from "./honesty";
import { attainmentPercent, attainmentText, tally } from "./tally";

/** The report in one line's worth of numbers. Tickets and verdicts are counted apart. */
export interface Summary {
  readonly rows: number;
  readonly rowsUsed: number;
  /** Rows that could not be used. */
  readonly malformedRows: number;
  /** Rows that the mapping leaves alone. */
  readonly rowsLeftAlone: number;
  /** Events after the instant of the report, which are not looked at. */
  readonly eventsAfterAsOf: number;
  /** Tickets with a verdict. */
  readonly tickets: number;
  /** Tickets that could not be judged, and those that no policy is for. */
  readonly unjudgedTickets: number;
  readonly doubts: number;
  /** One for each target that a ticket has begun. */
  readonly verdicts: number;
  readonly met: number;
  readonly breached: number;
  /** Tickets of which at least one verdict is a breach. */
  readonly breachedTickets: number;
  readonly running: number;
  readonly paused: number;
  readonly pending: number;
  readonly cancelled: number;
  readonly atRisk: number;
  /** Met ÷ (met + breached), in percent; null if there is neither. */
  readonly attainmentPercent: number | null;
}

/** Counts the verdicts of a report, and the rows of the log they were made from. */
export function summarise(
  rows: readonly ReportRow[],
  log: TicketLog,
  atRiskPercent: number,
): Summary {
  const verdicts = tally(rows, atRiskPercent);
  const counts: RowCounts = rowCounts(log);
  const ticketsOf = (wanted: (row: ReportRow) => boolean) =>
    log.tickets.countOf(names(rows, wanted));
  return {
    rows: log.rows,
    rowsUsed: counts.used,
    malformedRows: counts.refused,
    rowsLeftAlone: counts.leftAlone,
    eventsAfterAsOf: counts.afterAsOf,
    tickets: ticketsOf(() => true),
    unjudgedTickets: log.problems.countOf("ticket") + unmatchedTickets(log).length,
    doubts: log.problems.countOf("doubt"),
    verdicts: verdicts.all,
    met: verdicts.met,
    breached: verdicts.breached,
    breachedTickets: ticketsOf(({ breached }) => breached),
    running: verdicts.running,
    paused: verdicts.paused,
    pending: verdicts.pending,
    cancelled: verdicts.cancelled,
    atRisk: verdicts.atRisk,
    attainmentPercent: attainmentPercent(verdicts),
  };
}

/** The tickets of some of the rows, one by one. */
function* names(rows: readonly ReportRow[], wanted: (row: ReportRow) => boolean) {
  for (const row of rows) if (wanted(row)) yield row.ticket;
}

/** The summary in one line. */
export function summaryLine(summary: Summary, asOf: string): string {
  const { attainmentPercent: percent, tickets, verdicts, breachedTickets } = summary;
  const isOneEach = verdicts === tickets;
  const breached = `${countText(summary.breached)} breached`;
  const parts = [
    `${counted(tickets, "ticket")} (${counted(summary.rows, "row")})`,
    ...(isOneEach ? [] : [counted(verdicts, "verdict")]),
    isOneEach ? breached : `${breached} (${counted(breachedTickets, "ticket")})`,
    `${countText(summary.met)} met`,
    `${countText(summary.running)} running`,
    `${countText(summary.paused)} paused`,
    `${countText(summary.pending)} pending`,
    `${countText(summary.cancelled)} cancelled`,
    `${countText(summary.atRisk)} at risk`,
    percent === null ? "none decided yet" : `attainment ${attainmentText(percent)} %`,
    counted(summary.malformedRows, "malformed row"),
    ...some(summary.rowsLeftAlone, (count) => `${counted(count, "row")} left alone`),
    ...some(summary.unjudgedTickets, (count) => `${counted(count, "ticket")} not judged`),
    ...some(summary.doubts, (count) => counted(count, "doubt")),
    `as of ${asOf}`,
  ];
  return parts.join(" · ");
}

function some(count: number, text: (count: number) => string): string[] {
  return count > 0 ? [text(count)] : [];
}
