import { isoText } from "./format-text";
import type { Problem } from "./problems";
import type { ReportRow } from "./report-row";
import type { Summary } from "./summary";

/** The whole report as JSON, for programs: rows, summary and everything that could not be used. */
export function jsonText(
  asOf: string,
  rows: readonly ReportRow[],
  summary: Summary,
  problems: readonly Problem[],
): string {
  const report = { asOf, summary, rows: rows.map(jsonRow), problems };
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
