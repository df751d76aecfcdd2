import type { WriteSheet } from "hucre/xlsx";
import type { AgainstClaims } from "../../../tickets/claims/against";
import type { KeptColumns } from "../../../tickets/log/kept-columns";
import { allowanceOf, balanceOf, type ReportRow } from "../../../tickets/verdicts/row";
import { dueText } from "../../../words/instants";
import { claimCells, claimTitle } from "../../model/claim-cells";
import { type Column, hoursCell, numberCell, tableSheet, textCell, wallDate } from "./cells";

/** Hours of an amount of time; days as they are. */
const amount = ({ unit }: ReportRow, value: number) => (unit === "days" ? value : hoursCell(value));

const COLUMNS: readonly Column<ReportRow>[] = [
  { title: "Ticket", width: 16, kind: "text", of: ({ ticket }) => textCell(ticket) },
  { title: "Policy", width: 16, kind: "text", of: ({ policy }) => textCell(policy) },
  { title: "Target", width: 24, kind: "text", of: ({ target }) => textCell(target) },
  { title: "Severity", width: 10, kind: "text", of: ({ severity }) => textCell(severity) },
  { title: "Status", width: 11, kind: "text", of: ({ status }) => status },
  { title: "Breached", width: 10, kind: "text", of: ({ breached }) => (breached ? "yes" : "no") },
  {
    title: "Opened",
    width: 17,
    kind: "instant",
    of: (row) => wallDate(row.openedMs, row.timeZone),
  },
  { title: "Due", width: 17, kind: "instant", of: (row) => wallDate(row.dueMs, row.timeZone) },
  {
    title: "Due, in words",
    width: 26,
    kind: "text",
    of: ({ dueMs, timeZone }) => (dueMs === null ? null : dueText(dueMs, timeZone)),
  },
  {
    title: "Due if resumed now",
    width: 19,
    kind: "instant",
    of: (row) => (row.dueMs === null ? wallDate(row.projectedDueMs, row.timeZone) : null),
  },
  {
    title: "Stopped",
    width: 17,
    kind: "instant",
    of: (row) => wallDate(row.stoppedMs, row.timeZone),
  },
  {
    title: "Used",
    width: 9,
    kind: "percent",
    of: ({ hasAllowance, usedPercent }) => (hasAllowance ? numberCell(usedPercent / 100) : null),
  },
  { title: "Allowance", width: 11, kind: "number", of: (row) => amount(row, allowanceOf(row)) },
  { title: "Elapsed", width: 11, kind: "number", of: (row) => amount(row, row.elapsed) },
  { title: "Paused", width: 11, kind: "number", of: (row) => amount(row, row.pausedFor) },
  {
    title: "Left (over: below 0)",
    width: 20,
    kind: "number",
    of: (row) => amount(row, balanceOf(row)),
  },
  {
    title: "Counted in",
    width: 11,
    kind: "text",
    of: ({ unit }) => (unit === "days" ? "days" : "hours"),
  },
  {
    title: "Provisional",
    width: 12,
    kind: "text",
    of: ({ provisional }) => (provisional ? "yes" : ""),
  },
  { title: "In doubt", width: 10, kind: "text", of: ({ incomplete }) => (incomplete ? "yes" : "") },
  { title: "Times are those of", width: 19, kind: "text", of: ({ timeZone }) => timeZone },
];

/**
 * Every verdict, a row each, with real dates and numbers.
 *
 * @param kept the columns of the file to carry along
 * @param against what another tool says of the tickets; null if nobody asked
 */
export function ticketsSheet(
  rows: readonly ReportRow[],
  kept: KeptColumns,
  against: AgainstClaims | null = null,
): WriteSheet {
  const claims = against ? claimCells(against) : null;
  const claimed = (claims?.names ?? []).map(
    (name, i): Column<ReportRow> => ({
      title: claimTitle(name),
      width: i < 2 ? 14 : 40,
      kind: "text",
      of: (row) => textCell(claims?.of(row)[i] ?? null),
    }),
  );
  const carried = kept.names.map(
    (name): Column<ReportRow> => ({
      title: textCell(name) ?? name,
      width: 20,
      kind: "text",
      of: ({ ticket }) => textCell(kept.of(ticket)[name] ?? null),
    }),
  );
  const sheet = tableSheet("Tickets", [...COLUMNS, ...claimed, ...carried], rows);
  return {
    ...sheet,
    conditionalRules: [
      {
        type: "expression",
        priority: 1,
        formula: '$F2="yes"',
        range: `A2:T${rows.length + 1}`,
        style: { font: { color: { rgb: "9C0006" } } },
      },
    ],
  };
}
