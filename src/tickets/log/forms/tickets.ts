import { quoted } from "../../../words/printable";
import { type Cell, cellFinder } from "../cells";
import type { ColumnMap, WordColumn } from "../columns";
import type { Header } from "../header";
import { isPause, type Policy } from "../policies";
import type { LogRecord } from "../record";
import type { RowReader } from "../table";
import type { RowDraft, TicketEvent, TicketLog } from "../ticket-log";
import { holdReaderOf } from "./on-hold";
import { latestOf, stateNow } from "./state-now";

/** Reads a file with a row for each ticket: a column for each of its instants. */
export function ticketRows(columns: ColumnMap, header: Header, log: TicketLog): RowReader {
  const find = cellFinder(header, columns);
  const { policy, state, severity } = columns;
  const cells = {
    ticket: find(columns.ticket),
    policy: policy === undefined ? null : find(policy),
    moments: (columns.moments ?? []).map((moment) => ({ ...moment, cell: find(moment.column) })),
    state: state ? find(state.column) : null,
    severity: severity ? find(severity.column) : null,
  };
  const holdReader = holdReaderOf(columns, header, find, log);

  const row = (record: LogRecord): void => {
    const draft = log.draft(record.line);
    const ticket = draft.ticket(cells.ticket, record);
    const policy = draft.policy(cells.policy, record, undefined);
    const events = momentsOf(cells.moments, record, draft, policy);
    const graded = wordIn(cells.severity, columns.severity, "severity", { record, draft, policy });
    const now = wordIn(cells.state, columns.state, "state", { record, draft, policy });
    const hold = holdReader?.(record, draft, policy);
    const [first, ...rest] = events;
    if (ticket === undefined || !policy || !first || !draft.isSound) {
      draft.refuse(ticket);
      return;
    }
    if (log.tickets.has(ticket)) {
      const line = log.tickets.get(ticket)?.line;
      draft.wrong(
        "second-row",
        cells.ticket.name,
        `${quoted(ticket)} has a row on line ${line} too`,
      );
      draft.refuse(ticket);
      return;
    }
    const opened = graded == null ? first : { ...first, severity: graded };
    const all = [opened, ...rest];
    const state = now ?? latestOf({ events: all }).state;
    const isNow = state !== undefined && isPause(policy, state);
    const history = { ticket, policy, line: record.line, events: all };
    stateNow(
      hold === undefined ? history : { ...history, hold: { ...hold, isNow } },
      now ?? undefined,
      cells.state?.name ?? "",
      log,
    );
  };

  const looksLikeRow = (texts: readonly string[]): boolean => {
    const text = texts[cells.moments[0]?.cell.index ?? -1]?.trim() ?? "";
    return typeof log.settings.readInstant.text(text) === "number";
  };

  return { row, looksLikeRow, end: () => {} };
}

interface Moment {
  readonly state: string;
  readonly cell: Cell;
}

/** The instants of a row that have come. The first of them, its opening, every ticket has. */
function momentsOf(
  moments: readonly Moment[],
  record: LogRecord,
  draft: RowDraft,
  policy: Policy | undefined,
): TicketEvent[] {
  return moments.flatMap(({ cell, state }, i) => {
    const isThere = cell.text(record) !== undefined || record.wallMs(cell.index) !== undefined;
    if (!isThere && i > 0) return [];
    const at = draft.instant(cell, record);
    if (policy && !policy.states.has(state)) {
      const known = [...policy.states].join(", ");
      draft.wrong(
        "unknown-state",
        cell.name,
        `the column map has the state ${quoted(state)} for it, which is not one of ${known}`,
      );
    }
    return at === undefined ? [] : [{ at, state }];
  });
}

function wordIn(
  cell: Cell | null,
  column: WordColumn | undefined,
  which: "state" | "severity",
  row: { record: LogRecord; draft: RowDraft; policy: Policy | undefined },
): string | null | undefined {
  const text = cell?.text(row.record);
  if (!column || text === undefined) return undefined;
  const names = which === "state" ? row.policy?.states : row.policy?.severities;
  return row.draft.word(text, column, names, `unknown-${which}`);
}
