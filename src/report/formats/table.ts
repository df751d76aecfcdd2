import Table from "cli-table3";
import type { ReportRow } from "../../tickets/verdicts/row";
import { remainingText, usedText } from "../../words/amounts";
import { dueText as dueWords, instantText } from "../../words/instants";
import { printable } from "../../words/printable";

const HEAD = ["ticket", "target", "sev", "opened", "due", "status", "used %", "remaining"];
const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Rows under one heading. A longer table is printed in parts: cli-table3 slows with the square. */
const PART = 500;

/**
 * The rows as a table for people, with a note under it for every mark that it uses.
 *
 * @param shown the rows to print, in order
 * @param all how many rows there are
 */
export function tableText(shown: readonly ReportRow[], all: number): string {
  const parts = [partText(shown.slice(0, PART))];
  for (let from = PART; from < shown.length; from += PART) {
    parts.push("", partText(shown.slice(from, from + PART)));
  }
  return [...parts, ...footnotes(shown, all)].join("\n");
}

function partText(rows: readonly ReportRow[]): string {
  const table = new Table({
    head: HEAD,
    chars: NO_BORDERS,
    colAligns: ["left", "left", "left", "left", "left", "left", "right", "right"],
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map(tableCells));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function tableCells(row: ReportRow): string[] {
  return [
    `${printable(row.ticket)}${row.incomplete ? " !" : ""}`,
    `${row.policy} ${row.target}`,
    row.severity ?? "",
    row.openedMs === null ? "" : instantText(row.openedMs, row.timeZone),
    dueText(row),
    row.status,
    usedText(row),
    remainingText(row),
  ].map((cell) => printable(cell));
}

function dueText(row: ReportRow): string {
  const dueMs = row.dueMs ?? row.projectedDueMs;
  if (dueMs === null || row.status === "pending") return "";
  const instant = dueWords(dueMs, row.timeZone);
  return `${isProjected(row) ? `(${instant})` : instant}${row.provisional ? " ~" : ""}`;
}

/** Whether the due instant is unknown because the clock is paused. */
function isProjected(row: ReportRow): boolean {
  return row.status === "paused";
}

function footnotes(shown: readonly ReportRow[], all: number): string[] {
  const notes: string[] = [];
  const unseen = all - shown.length;
  if (unseen > 0) notes.push(`... and ${unseen} more rows; --limit 0 prints them all`);
  if (shown.some(isProjected)) {
    notes.push("(...)  paused: due then if its clock went on at the as-of instant");
  }
  if (shown.some((row) => row.provisional)) {
    notes.push("~  rests on bank holidays that are not published yet");
  }
  if (shown.some((row) => row.incomplete)) {
    notes.push("!  a row of it was not used or is in doubt, so its verdict may be wrong");
  }
  return notes;
}
