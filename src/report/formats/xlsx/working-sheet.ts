import type { WriteSheet } from "hucre/xlsx";
import { type WorkingRow, workingOf } from "../../../index";
import type { WorstTicket } from "../../../tickets/verdicts/worst";
import { type Column, tableSheet, textCell } from "./cells";

interface Line extends WorkingRow {
  readonly ticket: string;
  readonly target: string;
}

const COLUMNS: readonly Column<Line>[] = [
  { title: "Ticket", width: 16, kind: "text", of: ({ ticket }) => textCell(ticket) },
  { title: "Target", width: 24, kind: "text", of: ({ target }) => textCell(target) },
  { title: "From", width: 24, kind: "text", of: ({ from }) => from },
  { title: "To", width: 24, kind: "text", of: ({ to }) => to },
  { title: "State", width: 22, kind: "text", of: ({ state }) => textCell(state) },
  { title: "Counted", width: 16, kind: "text", of: ({ counted }) => counted },
  { title: "Total", width: 16, kind: "text", of: ({ total }) => total },
  { title: "Why", width: 40, kind: "text", of: ({ why }) => textCell(why) },
];

/** How the verdicts on the worst tickets come about, stretch by stretch. */
export function workingSheet(worst: readonly WorstTicket[]): WriteSheet {
  const lines = worst.flatMap(({ row, reading }) =>
    workingOf(reading).map((line) => ({ ...line, ticket: row.ticket, target: reading.title })),
  );
  return tableSheet("Working", COLUMNS, lines);
}
