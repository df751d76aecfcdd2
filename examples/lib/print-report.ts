import { instantText, isoText } from "./format-text";
import { csvParts } from "./print-csv";
import { jsonText } from "./print-json";
import { tableText } from "./print-table";
import { breakdown } from "./report/breakdown";
import { htmlText } from "./report/html/print-html";
import { markdownText } from "./report/markdown/print-markdown";
import { type Report, timeZoneOf, wanted } from "./report/report";
import { serviceReport } from "./report/service-report";
import { worstFirst } from "./report-row";
import { summarise, summaryLine } from "./summary";

/** The report in the format asked for, a part at a time where it may be long. */
export function reportParts(report: Report): Iterable<string> {
  const { rows, log, asOfMs, options } = report;
  const sorted = () => wanted(report).toSorted(worstFirst);
  switch (options.format) {
    case "csv":
      return csvParts(sorted());
    case "json": {
      const summary = summarise(rows, log, options.atRisk);
      const targets = breakdown(rows, log.policies(), options.atRisk);
      const asOf = isoText(asOfMs, timeZoneOf(report));
      return [jsonText(asOf, sorted(), summary, targets, log.problems)];
    }
    case "html":
      return [htmlText(serviceReport(report))];
    case "md":
      return [markdownText(serviceReport(report))];
    case "table":
      return [`${tableText(sorted(), options.limit)}\n\n${summaryText(report)}\n`];
  }
}

/** The summary line: over all the tickets, whichever of them are printed. */
export function summaryText(report: Report): string {
  const { rows, log, asOfMs, options } = report;
  const summary = summarise(rows, log, options.atRisk);
  return summaryLine(summary, instantText(asOfMs, timeZoneOf(report)));
}
