import { worstOf } from "../../tickets/verdicts/row";
import { instantText } from "../../words/instants";
import { targetsText, warningText } from "../model/honesty";
import { type Report, timeZoneOf, wanted } from "../model/log-report";
import { summarise, summaryLine } from "../model/summary";
import { FILES, type FileStyle, type Printed } from "./files";
import { tableText } from "./table";

/** How a report is printed. */
export interface Printing extends FileStyle {
  readonly format: Format;
  /** The most rows of a table; 0 for all. */
  readonly limit: number;
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
  ...FILES,
} as const satisfies Readonly<Record<string, (report: Report, how: Printing) => Printed>>;

/** The formats in which a report can be printed, by the ending of its file. */
export type Format = keyof typeof FORMATS;

/** Their names, the default first. */
// Object.keys gives the keys of the table above.
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

/** Formats that a terminal cannot show. */
export const BINARY: readonly Format[] = ["xlsx"];

/** The report in the requested format, a part at a time if it may be long. */
export async function reportParts(
  report: Report,
  how: Printing,
): Promise<Iterable<string | Uint8Array>> {
  const printed = await FORMATS[how.format](report, how);
  return printed instanceof Uint8Array ? [printed] : printed;
}

/** The summary line: over all the tickets, whichever of them are printed. */
export function summaryText(report: Report): string {
  const { rows, log, asOfMs, options } = report;
  const summary = summarise(rows, log, options.atRisk);
  return summaryLine(summary, instantText(asOfMs, timeZoneOf(report)));
}
