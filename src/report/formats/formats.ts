import { type ReportRow, worstFirst, worstOf } from "../../tickets/verdicts/row";
import { instantText, isoText } from "../../words/instants";
import { breakdown } from "../model/breakdown";
import { noteTexts, targetsText, warningText } from "../model/honesty";
import { groupingOf, logReport, type Report, timeZoneOf, wanted } from "../model/log-report";
import { selectionText } from "../model/selection";
import { summarise, summaryLine } from "../model/summary";
import { csvParts } from "./csv";
import { dueCalendarText } from "./due-calendar";
import { htmlText } from "./html/page";
import { jsonParts } from "./json";
import { markdownText } from "./markdown/report";
import { tableText } from "./table";
import { workbookBytes } from "./xlsx/workbook";

/** What a format prints: text a part at a time if it may be long, or the bytes of a file. */
type Printer = (report: Report, how: Printing) => Iterable<string> | Promise<Uint8Array>;

/** How a report is printed. */
export interface Printing {
  readonly format: Format;
  /** How many rows a table has at most; 0 for all. */
  readonly limit: number;
  /** Whether it goes to a terminal, which obeys control characters. */
  readonly isTerminal: boolean;
  /** Whether CSV is for a spreadsheet rather than for a program. */
  readonly excel: boolean;
}

const FORMATS = {
  table: (report, { limit }) => {
    const warning = warningText(report.log);
    const targets = targetsText(report.log, report.rows);
    const all = wanted(report);
    const shown = worstOf(all, limit === 0 ? all.length : limit);
    const blocks = [
      ...(warning === null ? [] : [warning]),
      tableText(shown, all.length),
      [...(targets === null ? [] : [targets]), summaryText(report)].join("\n"),
    ];
    return [`${blocks.join("\n\n")}\n`];
  },
  html: (report) => [htmlText(logReport(report))],
  md: (report) => [markdownText(logReport(report))],
  csv: (report, { isTerminal, excel }) =>
    csvParts(sorted(report), { isTerminal, forSpreadsheet: excel }, report.log.kept),
  json: (report) => {
    const { rows, log, asOfMs, options } = report;
    return jsonParts(sorted(report), {
      asOf: isoText(asOfMs, timeZoneOf(report)),
      warning: warningText(log),
      notes: notesOf(report),
      summary: summarise(rows, log, options.atRisk),
      targets: breakdown(rows, log.policies(), options.atRisk, groupingOf(report)),
      kept: log.kept,
      problems: log.problems,
    });
  },
  xlsx: (report) => workbookBytes(logReport(report), sorted(report), report),
  ics: (report) => [dueCalendarText(sorted(report), report.asOfMs)],
} as const satisfies Readonly<Record<string, Printer>>;

/** What a report can be printed as, by the ending of its file. */
export type Format = keyof typeof FORMATS;

/** Their names, the default first. */
// Object.keys gives the keys of the table above.
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

/** Formats that a terminal cannot show. */
export const BINARY: readonly Format[] = ["xlsx"];

/** The report in the format asked for, a part at a time if it may be long. */
export async function reportParts(
  report: Report,
  how: Printing,
): Promise<Iterable<string | Uint8Array>> {
  const printed = await FORMATS[how.format](report, how);
  return printed instanceof Uint8Array ? [printed] : printed;
}

function sorted(report: Report): readonly ReportRow[] {
  return [...wanted(report)].sort(worstFirst);
}

/** How the report came about, if that is not plain. */
export function notesOf({ log, rows, asOfMs, options, leftOut }: Report): string[] {
  const selection = selectionText(options.selection, rows.length, leftOut);
  const texts = noteTexts(log, instantText(asOfMs, timeZoneOf({ rows })));
  return selection === null ? texts : [selection, ...texts];
}

/** The summary line: over all the tickets, whichever of them are printed. */
export function summaryText(report: Report): string {
  const { rows, log, asOfMs, options } = report;
  const summary = summarise(rows, log, options.atRisk);
  return summaryLine(summary, instantText(asOfMs, timeZoneOf(report)));
}
