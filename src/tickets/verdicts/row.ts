import type { NumericReading } from "../../index";
import { natural } from "../../words/order";

/**
 * One line of the report: how one target stands for one ticket. Instants are epoch milliseconds. A row of a
 * log looks its fields up, so a copy by `...row` has none of them.
 */
export interface ReportRow {
  readonly ticket: string;
  readonly policy: string;
  readonly target: string;
  readonly severity: string | null;
  readonly status: NumericReading["status"];
  readonly breached: boolean;
  readonly openedMs: number | null;
  /** Null while paused. */
  readonly dueMs: number | null;
  /** While paused: due if the clock went on at the as-of instant. */
  readonly projectedDueMs: number | null;
  readonly stoppedMs: number | null;
  /** When it was breached; null if it was not. */
  readonly breachedMs: number | null;
  /** Whether an amount is promised. If only an agreed date is, the share and the amounts are 0. */
  readonly hasAllowance: boolean;
  readonly usedPercent: number;
  /** What the four amounts are counted in. */
  readonly unit: "milliseconds" | "days";
  readonly elapsed: number;
  readonly remaining: number;
  readonly overdue: number;
  readonly pausedFor: number;
  /** Whether it rests on bank holidays that are not published yet. */
  readonly provisional: boolean;
  /** Whether a row of the ticket could not be used or is in doubt, so the verdict may be wrong. */
  readonly incomplete: boolean;
  /** The zone its instants are shown in. */
  readonly timeZone: string;
}

/** The allowance, in the row's unit; 0 if nobody knows it yet. */
export function allowanceOf({ elapsed, remaining, overdue }: ReportRow): number {
  return elapsed + remaining - overdue;
}

/** What is left of the allowance, in the row's unit; negative if the ticket is over it. */
export function balanceOf({ remaining, overdue }: ReportRow): number {
  return remaining - overdue;
}

/** Whether the clock may still run, nothing is overdue yet, and at least this share is used. */
export function isAtRisk(row: ReportRow, atRiskPercent: number): boolean {
  return (row.status === "running" || row.status === "paused") && row.usedPercent >= atRiskPercent;
}

const RANK = {
  breached: 0,
  running: 1,
  paused: 1,
  met: 2,
  pending: 3,
  cancelled: 4,
  "not-applicable": 5,
} as const;

/**
 * Worst first: the breached, then those still open, then the met, the pending, the cancelled and the rest; within
 * each, whoever has used the greatest share of the allowance; then by ticket.
 */
export function worstFirst(a: ReportRow, b: ReportRow): number {
  return worse(a, b) || natural.compare(a.ticket, b.ticket);
}

function worse(a: ReportRow, b: ReportRow): number {
  return RANK[a.status] - RANK[b.status] || b.usedPercent - a.usedPercent;
}

/**
 * The worst of some verdicts, worst first. Only statuses that may be shown are put in order, and names
 * are compared only among verdicts that may be shown: both take longer than all the rest.
 */
export function worstOf(rows: readonly ReportRow[], most: number): ReportRow[] {
  const found: ReportRow[] = [];
  for (const rank of new Set(Object.values(RANK).sort((a, b) => a - b))) {
    const room = most - found.length;
    if (room <= 0) break;
    const own = rows.filter(({ status }) => RANK[status] === rank).sort(worse);
    const last = own[room - 1];
    let end = last ? room : own.length;
    for (let next = own[end]; last && next && worse(last, next) === 0; next = own[end]) end += 1;
    found.push(...own.slice(0, end).sort(worstFirst).slice(0, room));
  }
  return found;
}
