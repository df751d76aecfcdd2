import type { CellValue, WriteSheet } from "hucre/xlsx";
import { groupText, monthText, severityText } from "../../../words/sentences";
import type { LogTables } from "../../model/log-report";
import { notes } from "../../model/notes";
import { BY } from "../../model/selection";
import { attainmentPercent, COUNTS, type Tally } from "../../model/tally";
import { type FreeRow, freeSheet, textCell } from "./cells";

/** The first sheet: what was judged, how each target was kept, and what the words mean. */
export function summarySheet(report: LogTables): WriteSheet {
  const { source, asOf, warning, remarks, targets, total, by, groupBy } = report;
  const rows: FreeRow[] = [
    { cells: [textCell(`Service levels of ${source}`)], style: "title" },
    { cells: [`As of ${asOf.text}`] },
    ...(warning === null ? [] : [{ cells: [textCell(warning)] }]),
    ...remarks.map((text) => ({ cells: [textCell(text)] })),
    { cells: [] },
    head("Target"),
    ...targets.map(({ policy, title, total }) => counts(`${policy}: ${title}`, total)),
    ...(targets.length > 1 ? [counts("all", total)] : []),
    ...targets.flatMap(({ policy, title, timeZone, bySeverity, byMonth, byGroup }) => [
      { cells: [] },
      { cells: [textCell(`${policy}: ${title}`)], style: "title" as const },
      head("Severity"),
      ...bySeverity.map(({ key, tally }) => counts(key ?? severityText(key), tally)),
      head(`Month in which ${BY[by]}, in ${timeZone}`),
      ...byMonth.map(({ key, tally }) => counts(monthText(key), tally)),
      ...(groupBy === null
        ? []
        : [head(groupBy), ...byGroup.map(({ key, tally }) => counts(groupText(key), tally))]),
    ]),
    { cells: [] },
    { cells: ["What the words mean"], style: "title" },
    ...notes(report).map(({ term, text }) => ({ cells: [term, text] })),
  ];
  return freeSheet("Summary", [44, 12, ...COUNTS.map(() => 11)], rows);
}

function head(title: string): FreeRow {
  return {
    cells: [textCell(title), "attainment %", ...COUNTS.map(([title]) => title)],
    style: "head",
  };
}

function counts(label: string, tally: Tally): FreeRow {
  const percent = attainmentPercent(tally);
  const attainment: CellValue = percent === null ? "–" : Math.round(percent * 1000) / 1000;
  return { cells: [textCell(label), attainment, ...COUNTS.map(([, count]) => tally[count])] };
}
