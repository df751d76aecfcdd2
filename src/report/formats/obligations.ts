import { stringify } from "csv-stringify/sync";
import { markdownTable } from "markdown-table";
import type { ObligationRow } from "../../tickets/verdicts/obligations";
import { isoText } from "../../words/instants";
import { printable } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { obligationsLine, obligationWords } from "../model/obligation-words";
import { codeText, plainText } from "./markdown/text";

/** Obligations, and the instant at which they are read, epoch milliseconds. */
export interface ObligationList {
  readonly rows: readonly ObligationRow[];
  readonly asOfMs: number;
  /** Whether each says its policy in a table, since several were given. */
  readonly withPolicies?: boolean;
}

/** The ways in which obligations are written. */
export const OBLIGATION_FORMATS: Readonly<Record<string, (list: ObligationList) => string>> = {
  table: tableOf,
  csv: obligationsCsv,
  json: obligationsJson,
  markdown: markdownOf,
};

const HEAD = ["ticket", "what", "clause", "status", "due", "changes next", "counts from"];

function tableOf(list: ObligationList): string {
  const { rows, asOfMs } = list;
  const [head, ...cells] = linesOf(list);
  const all = [head ?? [], ...cells.map((row) => row.map(printable))];
  return [...aligned(all), "", obligationsLine(rows, asOfMs)].join("\n");
}

/** The heads of the table, and its rows. */
function linesOf({ rows, withPolicies = false }: ObligationList): readonly string[][] {
  const [first, ...others] = HEAD;
  const cells = rows.map(({ ticket, policy, obligation, timeZone }) => {
    const words = obligationWords(obligation, timeZone);
    const { what, clause, status, due, changesNext, countsFrom } = words;
    const own = withPolicies ? [policy] : [];
    return [ticket, ...own, what, clause, status, due, changesNext, countsFrom];
  });
  return [[first ?? "", ...(withPolicies ? ["policy"] : []), ...others], ...cells];
}

const COLUMNS = [
  ...["ticket", "policy", "kind", "name", "step", "title", "clause", "severity"],
  ...["status", "late", "due", "done", "event", "from", "next_change", "next_change_at"],
  ...["provisional", "time_zone"],
];

/** Obligations as CSV, whose cells no spreadsheet takes for a formula. */
export function obligationsCsv({ rows }: ObligationList): string {
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

/** Obligations as JSON. */
export function obligationsJson({ rows, asOfMs }: ObligationList): string {
  const zone = rows[0]?.timeZone ?? "UTC";
  const obligations = rows.map(({ ticket, policy, obligation }) => ({
    ticket,
    policy,
    ...obligation,
  }));
  return JSON.stringify({ asOf: isoText(asOfMs, zone), obligations }, null, 2);
}

function markdownOf(list: ObligationList): string {
  const { rows, asOfMs } = list;
  const [head, ...lines] = linesOf(list);
  const cells = lines.map(([ticket = "", ...others]) => {
    return [codeText(ticket), ...others.map(plainText)];
  });
  return `${markdownTable([head ?? [], ...cells])}\n\n${plainText(obligationsLine(rows, asOfMs))}`;
}
