import { DateTime } from "luxon";
import type { TicketLog } from "../../tickets/log/ticket-log";
import type { ReportRow } from "../../tickets/verdicts/row";
import { counted, countText } from "../../words/amounts";
import { longDate } from "../../words/instants";
import { printable } from "../../words/printable";
import { monthText } from "../../words/sentences";

/** The instant of a verdict by which it belongs to a month or a period. */
export type By = "opened" | "due" | "stopped";

/** What each instant is called; the default first. */
export const BY: Readonly<Record<By, string>> = {
  opened: "the clock started",
  due: "it was due",
  stopped: "it was decided or withdrawn",
};

/** Which verdicts a report covers, and what it groups them by. */
export interface Selection {
  readonly by: By;
  /** The first and the last date of the period, as `2026-11-01`; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** What columns of the file, or cells of the report, must hold. */
  readonly where: Readonly<Record<string, string>>;
  /** The column of the file to group by; null for none. */
  readonly groupBy: string | null;
}

/** The cells of a verdict that a filter may name, beside the columns of the file. */
export const CELLS = ["status", "severity", "target", "policy", "ticket"] as const;

/**
 * When a verdict was opened, is due as far as known, or was decided: by the stop of its clock or, while its
 * ticket is open, by the breach; null if it has no such instant.
 */
export function instantBy(row: ReportRow, by: By): number | null {
  if (by === "due") return row.dueMs ?? row.projectedDueMs;
  return by === "stopped" ? (row.stoppedMs ?? row.breachedMs) : row.openedMs;
}

/** The verdicts of a period, by that instant. */
const OF_PERIOD: Readonly<Record<By, string>> = {
  opened: "of which the clock started",
  due: "that were due",
  stopped: "that were decided or withdrawn",
};

/** What verdicts without such an instant are called. */
const WITHOUT: Readonly<Record<By, string>> = {
  opened: "not started",
  due: "no due date",
  stopped: "not decided",
};

/** The date of that instant in the verdict's zone, as `2026-11-05`; null without one. */
export function dateBy(row: ReportRow, by: By): string | null {
  const ms = instantBy(row, by);
  if (ms === null) return null;
  return DateTime.fromMillis(ms, { zone: row.timeZone }).toISODate();
}

/** A month for people, or what verdicts without one are called. */
export function monthLabel(month: string | null, by: By): string {
  return month === null ? WITHOUT[by] : monthText(month);
}

/** The verdicts that a selection holds. */
export function selected(
  rows: readonly ReportRow[],
  selection: Selection,
  log: TicketLog,
): readonly ReportRow[] {
  const { from, to, by, where } = selection;
  const wanted = Object.entries(where);
  if (from === null && to === null && wanted.length === 0) return rows;
  return rows.filter((row) => {
    if (!wanted.every(([name, text]) => same(textOf(row, name, log), text))) return false;
    if (from === null && to === null) return true;
    const date = dateBy(row, by);
    return date !== null && (from === null || date >= from) && (to === null || date <= to);
  });
}

/** The value of a verdict in a cell of the report, or of its ticket in a column of the file. */
export function textOf(row: ReportRow, name: string, log: TicketLog): string | null {
  const kept = log.kept.of(row.ticket);
  if (Object.hasOwn(kept, name)) return kept[name] ?? null;
  const cell = CELLS.find((each) => each === name);
  return cell === undefined ? null : row[cell];
}

/** Capital letters and surrounding blanks make no difference. */
function same(found: string | null, wanted: string): boolean {
  return (found ?? "").trim().toLowerCase() === wanted.trim().toLowerCase();
}

/**
 * Which verdicts a report covers, in one sentence; null if it covers all.
 *
 * @param leftOut how many verdicts of the log it leaves out
 */
export function selectionText(selection: Selection, shown: number, leftOut: number): string | null {
  const { by, from, to, where } = selection;
  const bounds = [
    ...(from === null ? [] : [`from ${longDate(from)}`]),
    ...(to === null ? [] : [`to the end of ${longDate(to)}`]),
  ];
  const parts = [
    ...(bounds.length === 0 ? [] : [`${OF_PERIOD[by]} ${bounds.join(" ")}`]),
    ...Object.entries(where).map(([name, text]) => `with ${printable(name)} “${printable(text)}”`),
  ];
  if (parts.length === 0) return null;
  return `${counted(shown, "verdict")} ${parts.join(", ")}; ${countText(leftOut)} other${leftOut === 1 ? "" : "s"} left out.`;
}
