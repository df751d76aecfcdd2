import { attainedPercent } from "../../index";
import { isAtRisk, type ReportRow } from "../../tickets/verdicts/row";
import { percentText } from "../../words/amounts";

/** How many verdicts there are of each kind. */
export interface Tally {
  readonly all: number;
  readonly met: number;
  readonly breached: number;
  /** Breached verdicts whose clock has not stopped yet. */
  readonly breachedOpen: number;
  readonly running: number;
  readonly paused: number;
  readonly pending: number;
  readonly cancelled: number;
  /** Verdicts whose severity has no promise; absent if the count is zero. */
  readonly notApplicable?: number;
  /** Running and paused verdicts that have used a given share of their allowance. */
  readonly atRisk: number;
}

/** One line of a table of counts. Its label is in the markup of the format. */
export interface TallyLine {
  readonly label: string;
  readonly tally: Tally;
}

/** Counts verdicts. Each has exactly one status; `atRisk` and `breachedOpen` count some of them again. */
export function tally(rows: readonly ReportRow[], atRiskPercent: number): Tally {
  const status = {
    met: 0,
    breached: 0,
    running: 0,
    paused: 0,
    pending: 0,
    cancelled: 0,
    "not-applicable": 0,
  };
  let breachedOpen = 0;
  let atRisk = 0;
  for (const row of rows) {
    status[row.status] += 1;
    if (row.breached && row.stoppedMs === null) breachedOpen += 1;
    if (isAtRisk(row, atRiskPercent)) atRisk += 1;
  }
  const { "not-applicable": notApplicable, ...counts } = status;
  const all = { all: rows.length, ...counts, breachedOpen, atRisk };
  return notApplicable > 0 ? { ...all, notApplicable } : all;
}

/**
 * Met ÷ (met + breached), in percent; null if there is neither. A breach counts as soon as it happens,
 * even while the ticket is still open.
 */
export function attainmentPercent({
  met,
  breached,
}: Pick<Tally, "met" | "breached">): number | null {
  return attainedPercent({ met, breached });
}

/** Attainment with one decimal: 100.0 only if none breached, 0.0 only if none was met. */
export function attainmentText(percent: number | null): string {
  if (percent === null) return "–";
  return percentText(percent === 0 ? 0 : Math.max(percent, 0.1));
}

/** Attainment with its sign: `94.2 %`; a dash while nothing is decided. */
export function attainedText(decided: Pick<Tally, "met" | "breached">): string {
  const percent = attainmentPercent(decided);
  return percent === null ? "–" : `${attainmentText(percent)} %`;
}

/** The counts that a table of verdicts shows, in order, and what each is called. */
export const COUNTS = [
  ["met", "met"],
  ["breached", "breached"],
  ["at risk", "atRisk"],
  ["running", "running"],
  ["paused", "paused"],
  ["pending", "pending"],
  ["cancelled", "cancelled"],
  ["all", "all"],
] as const satisfies readonly (readonly [title: string, count: keyof Tally])[];

/** The most problems that a page lists. */
export const MOST_PROBLEMS = 100;

/** The most groups of a table. A policy that lists no severities allows each ticket its own. */
export const MOST_GROUPS = 100;
