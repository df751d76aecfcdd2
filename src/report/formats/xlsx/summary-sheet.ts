import type { CellValue, WriteSheet } from "hucre/xlsx";
import { groupText, severityText } from "../../../words/sentences";
import type { LogSheets } from "../../model/log-report";
import { notes } from "../../model/notes";
import { BY, monthLabel } from "../../model/selection";
import { attainmentPercent, COUNTS, type Tally } from "../../model/tally";
import { type FreeRow, freeSheet, textCell } from "./cells";
import { firstRows } from "./first-rows";

/** The first sheet: what a director reads, how each target was kept, and what the words mean. */
export function summarySheet(report: LogSheets): WriteSheet {
  const { warning, remarks, targets, total, by, groupBy } = report;
  const rows: FreeRow[] = [
    ...(warning === null ? [] : [{ cells: [textCell(warning)] }]),
    ...firstRows(report),
    { cells: [] },
    ...remarks.map((text) => ({ cells: [textCell(text)] })),
    { cells: [] },
    { cells: ["How many verdicts of each kind"], style: "title" },
    head("Target"),
    ...targets.map(({ policy, title, total }) => counts(`${policy}: ${title}`, total)),
    ...(targets.length > 1 ? [counts("all", total)] : []),
    ...targets.flatMap(({ policy, title, timeZone, bySeverity, byMonth, byGroup }) => [
      { cells: [] },
      { cells: [textCell(`${policy}: ${title}`)], style: "title" as const },
      head("Severity"),
      ...bySeverity.map(({ key, tally }) => counts(key ?? severityText(key), tally)),
      head(`Month in which ${BY[by]}, in ${timeZone}`),
      ...byMonth.map(({ key, tally }) => counts(monthLabel(key, by), tally)),
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
