import { type ReportRow, worstFirst } from "../../tickets/verdicts/row";
import { instantText, isoText } from "../../words/instants";
import { breakdown } from "../model/breakdown";
import { againstText } from "../model/claims-words";
import { overriddenText, promiseNotes } from "../model/first/promise-notes";
import { noteTexts, unmatchedTickets, warningText } from "../model/honesty";
import {
  groupingOf,
  logReport,
  logSheets,
  type Report,
  timeZoneOf,
  wanted,
} from "../model/log-report";
import { selectionText } from "../model/selection";
import { summarise } from "../model/summary";
import { csvParts } from "./csv";
import { dueCalendarText } from "./due-calendar";
import { htmlParts } from "./html/page";
import { jsonParts } from "./json";
import { jsonFirst } from "./json-first";
import { markdownText } from "./markdown/report";
import { workbookBytes } from "./xlsx/workbook";

/** How the text of a file is written. */
export interface FileStyle {
  /** Whether it goes to a terminal, which obeys control characters. */
  readonly isTerminal: boolean;
  /** Whether CSV is for a spreadsheet rather than for a program. */
  readonly excel: boolean;
}

/** The output of a format: text, a part at a time if it may be long, or the bytes of a file. */
export type Printed = Iterable<string> | Promise<Uint8Array>;

/** The formats that are files of their own, by the ending of their names. */
export const FILES = {
  html: (report: Report): Printed => htmlParts(logReport(report)),
  md: (report: Report): Printed => [markdownText(logReport(report))],
  csv: (report: Report, { isTerminal, excel }: FileStyle): Printed =>
    csvParts(
      sorted(report),
      { isTerminal, forSpreadsheet: excel },
      {
        kept: report.log.kept,
        against: report.against ?? null,
        // Of a choice of verdicts, tickets without any are no part.
        unmatched: report.options.only === undefined ? unmatchedTickets(report.log) : [],
      },
    ),
  json: (report: Report): Printed => {
    const { rows, log, asOfMs, options } = report;
    return jsonParts(sorted(report), {
      asOf: isoText(asOfMs, timeZoneOf(report)),
      warning: warningText(log),
      notes: notesOf(report),
      first: jsonFirst(logSheets(report)),
      summary: summarise(rows, log, options.atRisk),
      targets: breakdown(rows, log.policies(), options.atRisk, groupingOf(report)),
      kept: log.kept,
      against: report.against ?? null,
      problems: log.problems,
      unmatched: unmatchedTickets(log),
    });
  },
  xlsx: (report: Report): Printed => workbookBytes(logSheets(report), sorted(report), report),
  ics: (report: Report): Printed => [dueCalendarText(sorted(report), report.asOfMs)],
} as const;

function sorted(report: Report): readonly ReportRow[] {
  return [...wanted(report)].sort(worstFirst);
}

/** How the report came about, if that is not obvious. */
export function notesOf(report: Report): string[] {
  const { log, rows, asOfMs, options, leftOut, against } = report;
  const selection = selectionText(options.selection, rows.length, leftOut);
  return [
    ...(selection === null ? [] : [selection]),
    ...promiseNotes(report),
    ...[overriddenText(report)].filter((text) => text !== null),
    ...noteTexts(log, instantText(asOfMs, timeZoneOf({ rows }))),
    ...(against ? [`against the tool’s own verdict: ${againstText(against)}`] : []),
  ];
}
