import type { Problem } from "../../tickets/log/problems";
import type { ReportRow } from "../../tickets/verdicts/row";
import { isoText } from "../../words/instants";
import type { Group, TargetBreakdown } from "../model/breakdown";
import type { Summary } from "../model/summary";
import { attainmentPercent } from "../model/tally";

/**
 * The whole report as JSON, for programs: rows, summary, the summary of each target by severity and by
 * month, and everything that could not be used.
 */
export function jsonText(
  asOf: string,
  rows: readonly ReportRow[],
  summary: Summary,
  targets: readonly TargetBreakdown[],
  problems: readonly Problem[],
): string {
  const report = {
    asOf,
    summary,
    targets: targets.map(jsonTarget),
    rows: rows.map(jsonRow),
    problems,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonRow(row: ReportRow) {
  const { openedMs, dueMs, projectedDueMs, stoppedMs, timeZone, ...rest } = row;
  const instant = (ms: number | null) => (ms === null ? null : isoText(ms, timeZone));
  return {
    ...rest,
    opened: instant(openedMs),
    due: instant(dueMs),
    projectedDue: instant(projectedDueMs),
    stopped: instant(stoppedMs),
  };
}

function jsonTarget({ total, bySeverity, byMonth, ...rest }: TargetBreakdown) {
  const attainment = (tally: Group["tally"]) => ({
    ...tally,
    attainmentPercent: attainmentPercent(tally),
  });
  return {
    ...rest,
    total: attainment(total),
    bySeverity: bySeverity.map(({ key, tally }) => ({ severity: key, ...attainment(tally) })),
    byMonth: byMonth.map(({ key, tally }) => ({ month: key, ...attainment(tally) })),
  };
}
