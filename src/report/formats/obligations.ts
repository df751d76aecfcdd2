import { stringify } from "csv-stringify/sync";
import { markdownTable } from "markdown-table";
import type { ObligationRow } from "../../tickets/verdicts/obligations";
import { SECOND_MS } from "../../timeline/units";
import { counted } from "../../words/amounts";
import { dueText, instantText, isoText } from "../../words/instants";
import { printable } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { codeText, plainText } from "./markdown/text";

/** Obligations, and the instant at which they are read, epoch milliseconds. */
export interface ObligationList {
  readonly rows: readonly ObligationRow[];
  readonly asOfMs: number;
}

/** The ways in which obligations are written. */
export const OBLIGATION_FORMATS: Readonly<Record<string, (list: ObligationList) => string>> = {
  table: tableOf,
  csv: csvOf,
  json: jsonOf,
  markdown: markdownOf,
};

const HEAD = ["ticket", "what", "clause", "status", "due", "changes next", "counts from"];

function tableOf({ rows, asOfMs }: ObligationList): string {
  const cells = rows.map((row) => cellsOf(row).map(printable));
  return [...aligned([HEAD, ...cells]), "", summaryOf({ rows, asOfMs })].join("\n");
}

function cellsOf({ ticket, obligation, timeZone }: ObligationRow): string[] {
  const { title, clause, dueAt, nextChange, event, from } = obligation;
  const at = (ms: number) => instantText(ms, timeZone);
  return [
    ticket,
    title,
    clause ?? "",
    statusText(obligation),
    dueAt ? dueText(dueAt.toMillis(), timeZone) : "nobody knows",
    nextChange ? changeText(nextChange, timeZone) : "",
    `${event === null ? "" : `${event}, `}${at(from.toMillis())}`,
  ];
}

/** `warning, Mon 5 Apr 2027 12:12 BST`; for a change in the instant after another, `late, after` the other. */
function changeText(
  { kind, id, at }: NonNullable<ObligationRow["obligation"]["nextChange"]>,
  timeZone: string,
): string {
  const ms = at.toMillis();
  const when =
    ms % SECOND_MS === 1 ? `after ${dueText(ms - 1, timeZone)}` : instantText(ms, timeZone);
  return `${id ?? kind}, ${when}`;
}

/** `done late` for an obligation that was done after it was due. */
function statusText({ status, late }: ObligationRow["obligation"]): string {
  return late && status !== "late" ? `${status} late` : status;
}

/** `12 obligations as of Mon 5 Apr 2027 12:00 BST: 3 late, 8 running, 1 paused`. */
function summaryOf({ rows, asOfMs }: ObligationList): string {
  const zone = rows[0]?.timeZone ?? "UTC";
  const counts = ["late", "running", "paused", "done", "shut"].flatMap((status) => {
    const count = rows.filter(({ obligation }) => obligation.status === status).length;
    return count > 0 ? [`${count} ${status}`] : [];
  });
  const parts = counts.length > 0 ? `: ${counts.join(", ")}` : "";
  return `${counted(rows.length, "obligation")} as of ${instantText(asOfMs, zone)}${parts}`;
}

const COLUMNS = [
  ...["ticket", "policy", "kind", "name", "step", "title", "clause", "severity"],
  ...["status", "late", "due", "done", "event", "from", "next_change", "next_change_at"],
  ...["provisional", "time_zone"],
];

function csvOf({ rows }: ObligationList): string {
  const records = rows.map(({ ticket, policy, obligation, timeZone }) => {
    const { kind, name, step, title, clause, severity, status, late } = obligation;
    const { dueAt, doneAt, event, from, nextChange, provisional } = obligation;
    const at = (instant: typeof dueAt | undefined) =>
      instant ? isoText(instant.toMillis(), timeZone) : "";
    return [
      ...[ticket, policy, kind, name, step ?? "", title, clause ?? "", severity ?? ""],
      ...[status, String(late), at(dueAt), at(doneAt), event ?? "", at(from)],
      ...[nextChange?.id ?? nextChange?.kind ?? "", at(nextChange?.at)],
      ...[String(provisional), timeZone],
    ];
  });
  return stringify([COLUMNS, ...records], { escape_formulas: true }).trimEnd();
}

function jsonOf({ rows, asOfMs }: ObligationList): string {
  const zone = rows[0]?.timeZone ?? "UTC";
  const obligations = rows.map(({ ticket, policy, obligation }) => ({
    ticket,
    policy,
    ...obligation,
  }));
  return JSON.stringify({ asOf: isoText(asOfMs, zone), obligations }, null, 2);
}

function markdownOf({ rows, asOfMs }: ObligationList): string {
  const cells = rows.map((row) => {
    const [ticket = "", ...others] = cellsOf(row);
    return [codeText(ticket), ...others.map(plainText)];
  });
  return `${markdownTable([HEAD, ...cells])}\n\n${plainText(summaryOf({ rows, asOfMs }))}`;
}
