import { quoted } from "../../../words/printable";
import { cellFinder } from "../cells";
import type { Header } from "../header";
import type { Mapping } from "../mapping";
import { isPause, type Policy, roleOf } from "../policies";
import type { LogRecord } from "../record";
import type { FormReader } from "../table";
import type { TicketEvent, TicketLog } from "../ticket-log";
import { momentsOf } from "./moments";
import { holdReaderOf } from "./on-hold";
import { holdNowReader } from "./on-hold-now";
import { reopeningIn } from "./reopened";
import { latestOf, stateNow } from "./state-now";

/** Reads a file with a row for each ticket: a column for each of its instants. */
export function ticketRows(columns: Mapping, header: Header, log: TicketLog): FormReader {
  const find = cellFinder(header, columns);
  const { policy, state, severity } = columns;
  const cells = {
    ticket: find(columns.ticket),
    policy: policy === undefined ? null : find(policy),
    moments: (columns.moments ?? []).map((moment) => ({ ...moment, cell: find(moment.column) })),
    state: state ? find(state.column) : null,
    severity: severity ? find(severity.column) : null,
    reopened: columns.reopened ? find(columns.reopened.column) : null,
  };
  const holdReader = holdReaderOf(columns, header, find, log);
  const holdNow = holdNowReader(columns, header, find);

  const row = (record: LogRecord): void => {
    const draft = log.draft(record.line);
    const ticket = draft.ticket(cells.ticket, record);
    const policy = draft.policy(ticket, cells.policy, record, undefined);
    const { events: moments, doubt } = momentsOf(cells.moments, record, draft, policy);
    const reopening = cells.reopened
      ? reopeningIn(cells.reopened, record, draft, { policy, events: moments, log })
      : null;
    const events = reopening?.event ? [...moments, reopening.event] : moments;
    const gradeText = cells.severity?.text(record);
    const graded =
      severity && gradeText !== undefined ? draft.severity(gradeText, severity, policy) : undefined;
    const stateText = cells.state?.text(record);
    const now =
      state && stateText !== undefined ? draft.state(stateText, state, policy) : undefined;
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
    const current = now ?? latestOf({ events: all }).state;
    const isNow = current !== undefined && isPause(policy, current);
    const history = { ticket, policy, line: record.line, events: all };
    stateNow(
      hold === undefined ? history : { ...history, hold: { ...hold, isNow } },
      now ?? undefined,
      cells.state?.name ?? "",
      log,
    );
    const holdColumn = holdNow?.(record) ?? null;
    if (holdColumn !== null && log.tickets.has(ticket) && runsNow(policy, current, all, log)) {
      const reason = `${quoted(holdColumn)} says that it is on hold, and the row does not say since when; until now it is counted as running ("onHold": null in a mapping, or --hold ignore, says that the column does not matter)`;
      log.doubt({ kind: "paused-since-unknown", line: record.line, ticket, reason });
    }
    if (doubt !== null && log.tickets.has(ticket)) {
      log.doubt({ kind: "out-of-order", line: record.line, ticket, reason: doubt });
    }
    if (reopening?.isUnseen && log.tickets.has(ticket)) {
      const reason =
        "it was re-opened, and the row does not say when it had stopped before; that time is counted as running";
      log.doubt({ kind: "reopened-unseen", line: record.line, ticket, reason });
    }
  };

  const looksLikeRow = (texts: readonly string[]): boolean => {
    const text = texts[cells.moments[0]?.cell.index ?? -1]?.trim() ?? "";
    return typeof log.settings.readInstant.text(text) === "number";
  };

  return { row, looksLikeRow, end: () => {} };
}

/** Whether the clock of a target that can pause runs at the instant of the report, after the last change. */
function runsNow(
  { targets }: Policy,
  current: string | undefined,
  events: readonly TicketEvent[],
  { settings }: TicketLog,
): boolean {
  if (current === undefined || latestOf({ events }).at > settings.asOfMs) return false;
  return targets.some(
    (target) => roleOf(target, current) === "runs" && (target.definition.pauses ?? []).length > 0,
  );
}
