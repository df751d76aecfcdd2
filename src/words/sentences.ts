import { formatDuration, type SlaReading } from "../index";
import { countText, percentText } from "./amounts";
import { monthName } from "./periods";
import { plain } from "./printable";

/** A text with a capital letter at its head. */
export function capitalised(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

/** The ticket and the target. */
export function titleOf({ ticket, title, clause }: SlaReading): string {
  const target = clause === null ? title : `${title} (${clause})`;
  return plain(ticket === null ? target : `${ticket}: ${target}`);
}

/** `Breached, severity 2: 54 h of 48 h used (112.5 %), 6 h over`. */
export function standing(reading: SlaReading): string {
  const { status, severity, elapsed, allowance, remaining, overrun, percentElapsed } = reading;
  const grade = severity === null ? "" : `, severity ${plain(severity)}`;
  const head = `${capitalised(status)}${grade}`;
  if (status === "pending") return `${head}: the clock has not started`;
  if (!allowance || !remaining || percentElapsed === null) {
    return `${head}: ${formatDuration(elapsed)} counted, and nothing is promised`;
  }
  const rest =
    overrun.valueOf() > 0 ? `${formatDuration(overrun)} over` : `${formatDuration(remaining)} left`;
  const used = `${formatDuration(elapsed)} of ${formatDuration(allowance)} used (${percentText(percentElapsed)} %)`;
  return status === "cancelled" ? `${head}: ${used}` : `${head}: ${used}, ${rest}`;
}

/** A month written as `2026-11`, for people: `Nov 2026`. */
export function monthText(month: string): string {
  return monthName(month, "short");
}

export function severityText(severity: string | null): string {
  return severity ?? "none";
}

/** The name of a group of verdicts: the text of a column, or what stands for no text. */
export function groupText(text: string | null): string {
  return text === null ? "(not said)" : plain(text);
}

/** The shares that a bin holds: `0–10 %`, `over 10–20 %`, `over 200 %`. */
export function binText({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === 0) return `0–${to} %`;
  return Number.isFinite(to) ? `over ${from}–${to} %` : `over ${from} %`;
}

/** The order of the worst. */
export const WORST_ORDER =
  "Breached tickets first, then open ones, then met ones; each group by the share of the allowance used.";

/** How many more there are than those shown. */
export function notShownText(shown: number, notShown: number): string {
  if (shown === 0 && notShown === 0) return "There is no ticket to list.";
  if (notShown === 0) return "That is all of them.";
  const more = `${countText(notShown)} ${shown > 0 ? "more " : ""}`;
  return `${more}${notShown === 1 ? "is" : "are"} not shown; --top shows more of them, and --format csv lists them all.`;
}

/** What stands in for the lines of a table that are left out. */
export function moreGroupsText(leftOut: number): string {
  return `${countText(leftOut)} more are left out here, and counted below`;
}

/** What stands in for lines that are left out. */
export function leftOutText(leftOut: number): string {
  const lines = `${countText(leftOut)} ${leftOut === 1 ? "line is" : "lines are"}`;
  return `${lines} left out here; the total goes on below`;
}

/** Rows of cells as lines, each column but the last as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(i === row.length - 1 ? 0 : (widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
