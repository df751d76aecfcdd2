import type { WriteSheet } from "hucre/xlsx";
import type { ListedProblem, LogTables } from "../../model/log-report";
import { type Column, tableSheet, textCell } from "./cells";

const COLUMNS: readonly Column<ListedProblem>[] = [
  { title: "Line", width: 9, kind: "text", of: ({ line }) => line },
  { title: "Ticket", width: 18, kind: "text", of: ({ ticket }) => textCell(ticket ?? null) },
  { title: "Column", width: 18, kind: "text", of: ({ column }) => textCell(column ?? null) },
  { title: "What is wrong", width: 90, kind: "text", of: ({ reason }) => textCell(reason) },
  { title: "More of this kind", width: 17, kind: "text", of: ({ more }) => more },
];

/** The rows and tickets that were not used, or are in doubt. */
export function problemsSheet({ problems }: LogTables): WriteSheet {
  return tableSheet("Not used or in doubt", COLUMNS, problems);
}
