import type { WriteSheet } from "hucre/xlsx";
import { type SlaSegment, type WorkingRow, workingOf } from "../../../index";
import type { WorstTicket } from "../../../tickets/verdicts/worst";
import { type LogSheets, verdictName } from "../../model/log-report";
import { type Column, hoursCell, tableSheet, textCell, wallDate } from "./cells";

interface Line {
  readonly ticket: string;
  readonly target: string;
  readonly timeZone: string;
  readonly segment: SlaSegment;
  readonly words: WorkingRow;
}

/** Days as they are, and hours of an amount of time. */
const amount = (ms: number | null, { days = 0 }: { readonly days?: number }) =>
  ms === null ? days : hoursCell(ms);

const COLUMNS: readonly Column<Line>[] = [
  { title: "Ticket", width: 16, kind: "text", of: ({ ticket }) => textCell(ticket) },
  { title: "Target", width: 24, kind: "text", of: ({ target }) => textCell(target) },
  {
    title: "From",
    width: 17,
    kind: "instant",
    of: ({ segment, timeZone }) => wallDate(segment.fromMs, timeZone),
  },
  {
    title: "To",
    width: 17,
    kind: "instant",
    of: ({ segment, timeZone }) => wallDate(segment.toMs, timeZone),
  },
  { title: "State", width: 22, kind: "text", of: ({ words }) => textCell(words.state) },
  {
    title: "Counted",
    width: 11,
    kind: "number",
    of: ({ segment }) => amount(segment.countedMs, segment.counted),
  },
  {
    title: "Total",
    width: 11,
    kind: "number",
    of: ({ segment }) => amount(segment.totalMs, segment.total),
  },
  {
    title: "Counted in",
    width: 11,
    kind: "text",
    of: ({ segment }) => (segment.countedMs === null ? "days" : "hours"),
  },
  { title: "Why", width: 40, kind: "text", of: ({ words }) => textCell(words.why) },
  { title: "From, in words", width: 32, kind: "text", of: ({ words }) => words.from },
  { title: "To, in words", width: 32, kind: "text", of: ({ words }) => words.to },
  { title: "Counted, in words", width: 18, kind: "text", of: ({ words }) => words.counted },
];

/** How the verdicts on the worst tickets come about, stretch by stretch, with real dates and numbers. */
export function workingSheet(report: LogSheets): WriteSheet {
  const lines = report.worst.flatMap((each) => linesOf(each, verdictName(report, each)));
  return tableSheet("Working", COLUMNS, lines);
}

function linesOf({ row, reading }: WorstTicket, target: string): Line[] {
  const { ticket, timeZone } = row;
  const words = workingOf(reading);
  return reading.segments.flatMap((segment, i) => {
    const own = words[i];
    return own ? [{ ticket, target, timeZone, segment, words: own }] : [];
  });
}
