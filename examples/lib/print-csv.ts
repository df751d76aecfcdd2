import { type CsvValue, toCsv } from "./csv-writer";
import { isoText, remainingText } from "./format-text";
import type { ReportRow } from "./report-row";

const HEAD = [
  "ticket",
  "policy",
  "target",
  "severity",
  "opened",
  "due",
  "projected_due",
  "stopped",
  "status",
  "breached",
  "used_percent",
  "remaining",
  "balance",
  "balance_unit",
  "provisional",
  "incomplete",
];

/** The rows as CSV, for a spreadsheet. What is overdue is a negative balance. */
export function csvText(rows: readonly ReportRow[]): string {
  return toCsv([HEAD, ...rows.map(csvCells)]);
}

function csvCells(row: ReportRow): CsvValue[] {
  const balance = row.remaining - row.overdue;
  const instant = (ms: number | null) => (ms === null ? null : isoText(ms, row.timeZone));
  return [
    row.ticket,
    row.policy,
    row.target,
    row.severity,
    instant(row.openedMs),
    instant(row.dueMs),
    instant(row.projectedDueMs),
    instant(row.stoppedMs),
    row.status,
    row.breached,
    row.usedPercent,
    remainingText(row),
    row.unit === "days" ? balance : balance / 60_000,
    row.unit === "days" ? "days" : "minutes",
    row.provisional,
    row.incomplete,
  ];
}
