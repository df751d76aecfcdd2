import type { Problem } from "../../tickets/log/problems";
import type { ReportRow } from "../../tickets/verdicts/row";
import { counted, countText, percentText } from "../../words/amounts";
import { attainmentOfStopped, tally } from "./tally";

/** The report in one line's worth of numbers. */
export interface Summary {
  readonly rows: number;
  readonly tickets: number;
  readonly met: number;
  readonly breached: number;
  readonly running: number;
  readonly paused: number;
  readonly pending: number;
  readonly cancelled: number;
  readonly atRisk: number;
  /** The share met of those that have stopped; null where none has. */
  readonly attainmentPercent: number | null;
  readonly malformedRows: number;
  readonly unjudgedTickets: number;
}

/**
 * Counts the rows of the report.
 *
 * @param read how many rows of the file they were made from, and what could not be used of it
 */
export function summarise(
  rows: readonly ReportRow[],
  read: { readonly rows: number; readonly problems: readonly Problem[] },
  atRiskPercent: number,
): Summary {
  const verdicts = tally(rows, atRiskPercent);
  const ofRows = read.problems.filter((problem) => problem.ticket === undefined);
  return {
    rows: read.rows,
    tickets: new Set(rows.map((row) => row.ticket)).size,
    met: verdicts.met,
    breached: verdicts.breached,
    running: verdicts.running,
    paused: verdicts.paused,
    pending: verdicts.pending,
    cancelled: verdicts.cancelled,
    atRisk: verdicts.atRisk,
    attainmentPercent: attainmentOfStopped(verdicts),
    malformedRows: new Set(ofRows.map((problem) => problem.line)).size,
    unjudgedTickets: read.problems.length - ofRows.length,
  };
}

/** The summary in one line. */
export function summaryLine(summary: Summary, asOf: string): string {
  const { attainmentPercent, unjudgedTickets } = summary;
  const parts = [
    `${counted(summary.tickets, "ticket")} (${counted(summary.rows, "row")})`,
    `${countText(summary.breached)} breached`,
    `${countText(summary.met)} met`,
    `${countText(summary.running)} running`,
    `${countText(summary.paused)} paused`,
    `${countText(summary.pending)} pending`,
    `${countText(summary.cancelled)} cancelled`,
    `${countText(summary.atRisk)} at risk`,
    attainmentPercent === null
      ? "none stopped yet"
      : `${percentText(attainmentPercent)} % of the stopped met`,
    counted(summary.malformedRows, "malformed row"),
    ...(unjudgedTickets > 0 ? [`${counted(unjudgedTickets, "ticket")} not judged`] : []),
    `as of ${asOf}`,
  ];
  return parts.join(" · ");
}
