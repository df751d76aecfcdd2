import { bin, max } from "d3-array";
import type { ReportRow } from "../../tickets/verdicts/row";

/** How many verdicts used more than `from` and at most `to` percent of their allowance. */
export interface UsedBin {
  /** The first begins at 0 and includes it. */
  readonly from: number;
  /** Infinity for the last, if some are beyond the scale. */
  readonly to: number;
  readonly met: number;
  readonly open: number;
  readonly breached: number;
}

const WIDTH = 10;

/** Larger shares go into one last bin, so one forgotten ticket does not flatten the rest. */
const SCALE_ENDS = 200;

/**
 * The rows with a used share: pending ones have used nothing yet, cancelled ones do not count, and an
 * agreed date alone has no share.
 */
function hasUsed({ status, hasAllowance }: ReportRow): boolean {
  return hasAllowance && status !== "pending" && status !== "cancelled";
}

/** The distribution of the used share, in steps of ten percent; empty if no clock has started. */
export function distribution(rows: readonly ReportRow[]): UsedBin[] {
  const used = rows.filter(hasUsed);
  const most = max(used, percentOf);
  if (most === undefined) return [];
  const end = Math.min(Math.max(100, Math.ceil(most / WIDTH) * WIDTH), SCALE_ENDS);
  const steps = Array.from({ length: end / WIDTH - 1 }, (_, i) => (i + 1) * WIDTH);
  // d3's bins hold their lower edge. Here 100 % is still in time, so each must hold its upper edge
  // instead. That is why everything is negated.
  const bins = bin<ReportRow, number>()
    .value((row) => -percentOf(row))
    .domain([-end, 0])
    .thresholds(steps.map((step) => -step).reverse())(used.filter((row) => percentOf(row) <= end));
  const beyond = used.filter((row) => percentOf(row) > end);
  return [
    ...bins.reverse().map((own, i) => counted(own, i * WIDTH, (i + 1) * WIDTH)),
    ...(beyond.length > 0 ? [counted(beyond, end, Number.POSITIVE_INFINITY)] : []),
  ];
}

/** The share used, without the rounding error of its division: 1.1 × 100 is a little more than 110. */
function percentOf({ usedPercent }: ReportRow): number {
  return Math.round(usedPercent * 1e9) / 1e9;
}

function counted(rows: readonly ReportRow[], from: number, to: number): UsedBin {
  const met = rows.filter(({ status }) => status === "met").length;
  const breached = rows.filter(({ status }) => status === "breached").length;
  return { from, to, met, breached, open: rows.length - met - breached };
}
