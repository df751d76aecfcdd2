import { instantText, isoText } from "./format-text";
import type { Options } from "./options";
import { csvText } from "./print-csv";
import { jsonText } from "./print-json";
import { tableText } from "./print-table";
import { isAtRisk, type ReportRow, worstFirst } from "./report-row";
import { summarise, summaryLine } from "./summary";
import type { TicketLog } from "./ticket-log";

/** What there is to print. */
export interface Report {
  readonly rows: readonly ReportRow[];
  readonly log: TicketLog;
  readonly asOfMs: number;
  readonly options: Options;
}

/** The report as text, in the format asked for. */
export function reportText(report: Report): string {
  const { rows, log, asOfMs, options } = report;
  const shown = rows.filter((row) => isWanted(row, options)).toSorted(worstFirst);
  switch (options.format) {
    case "csv":
      return csvText(shown);
    case "json": {
      const summary = summarise(rows, log, options.atRisk);
      return jsonText(isoText(asOfMs, timeZoneOf(rows)), shown, summary, log.problems);
    }
    case "table":
      return `${tableText(shown, options.limit)}\n\n${summaryText(report)}\n`;
  }
}

/** The summary line: over all the tickets, whichever of them are printed. */
export function summaryText({ rows, log, asOfMs, options }: Report): string {
  const summary = summarise(rows, log, options.atRisk);
  return summaryLine(summary, instantText(asOfMs, timeZoneOf(rows)));
}

function timeZoneOf(rows: readonly ReportRow[]): string {
  return rows[0]?.timeZone ?? "UTC";
}

function isWanted(row: ReportRow, { only, atRisk }: Options): boolean {
  if (only === undefined) return true;
  return only === "breached" ? row.breached : isAtRisk(row, atRisk);
}
