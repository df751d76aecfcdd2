import { writeXlsx } from "hucre/xlsx";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { plain } from "../../../words/printable";
import type { LogSheets, Report } from "../../model/log-report";
import { problemsSheet } from "./problems-sheet";
import { summarySheet } from "./summary-sheet";
import { ticketsSheet } from "./tickets-sheet";
import { workingSheet } from "./working-sheet";

/** The most rows of a sheet, its header included. */
const MOST_ROWS = 1_048_576;

/**
 * The report as a spreadsheet (`.xlsx`): a summary, every verdict, the working of the worst tickets,
 * and what could not be used. Its dates are real dates, in wall time of the ticket's zone.
 *
 * @param rows the verdicts, in the order to write them
 * @throws {RangeError} if a sheet cannot hold them
 */
export async function workbookBytes(
  report: LogSheets,
  rows: readonly ReportRow[],
  { asOfMs, log }: Pick<Report, "asOfMs" | "log">,
): Promise<Uint8Array> {
  if (rows.length >= MOST_ROWS) {
    throw new RangeError(
      `A sheet holds ${MOST_ROWS - 1} verdicts at most, and there are ${rows.length}; choose with --only or --target, or write CSV.`,
    );
  }
  return writeXlsx({
    sheets: [
      summarySheet(report),
      ticketsSheet(rows, log.kept, report.against),
      workingSheet(report),
      ...(report.problems.length > 0 ? [problemsSheet(report)] : []),
    ],
    // The same report gives the same file, whenever it is made.
    properties: {
      title: plain(report.first.title),
      creator: "core-hours",
      created: new Date(asOfMs),
      modified: new Date(asOfMs),
    },
  });
}
