import { percentText } from "../format-text";
import { isAtRisk, type ReportRow } from "../report-row";

/** How many verdicts there are of each kind. */
export interface Tally {
  readonly all: number;
  readonly met: number;
  readonly breached: number;
  /** Those of the breached that have not stopped yet. */
  readonly breachedOpen: number;
  readonly running: number;
  readonly paused: number;
  readonly pending: number;
  readonly cancelled: number;
  /** Those of the running and the paused that have used a given share of their allowance. */
  readonly atRisk: number;
}

/** Counts verdicts. Every one is in exactly one status; at risk and breached but open are parts. */
export function tally(rows: readonly ReportRow[], atRiskPercent: number): Tally {
  const status = { met: 0, breached: 0, running: 0, paused: 0, pending: 0, cancelled: 0 };
  let breachedOpen = 0;
  let atRisk = 0;
  for (const row of rows) {
    status[row.status] += 1;
    if (row.breached && row.stoppedMs === null) breachedOpen += 1;
    if (isAtRisk(row, atRiskPercent)) atRisk += 1;
  }
  return { all: rows.length, ...status, breachedOpen, atRisk };
}

/** The share met of those decided, which are the met and the breached; null where none is. */
export function attainmentPercent({ met, breached }: Tally): number | null {
  const decided = met + breached;
  return decided === 0 ? null : (100 * met) / decided;
}

/** The same of those that have stopped, which leaves out the breached that are still open. */
export function attainmentOfStopped({ met, breached, breachedOpen }: Tally): number | null {
  const stopped = met + breached - breachedOpen;
  return stopped === 0 ? null : (100 * met) / stopped;
}

/** Attainment with one decimal: 100.0 only where none breached, 0.0 only where none was met. */
export function attainmentText(percent: number | null): string {
  if (percent === null) return "–";
  return percentText(percent === 0 ? 0 : Math.max(percent, 0.1));
}
