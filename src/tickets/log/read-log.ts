import { counted } from "../../words/amounts";
import { quoted } from "../../words/printable";
import { type ByteSource, counted as countedBytes, unpacked, wholeStart } from "./bytes";
import { cellFinder } from "./cells";
import { nameDoubts } from "./doubts";
import { formatOf } from "./formats";
import { eventRows } from "./forms/events";
import { ticketRows } from "./forms/tickets";
import { headerOf, neededColumns } from "./header";
import type { Mapping } from "./mapping";
import { InputError } from "./problems";
import { type LogRecord, UnreadableText } from "./record";
import { rowFilter } from "./row-filter";
import { Table } from "./table";
import type { TicketLog } from "./ticket-log";

/**
 * Reads a file into a log, a piece at a time.
 *
 * If the file breaks off, say because it was cut short in its transfer, what came before counts and the
 * break is one of the log's problems.
 *
 * @param onBytes called with the size of each piece read, as it lies on disk
 * @throws {InputError} if it is empty, is not a table or has the wrong columns
 */
export async function readLog(
  source: ByteSource,
  log: TicketLog,
  onBytes: (count: number) => void,
): Promise<void> {
  const { columns } = log.settings;
  const rowsOf = columns.moments ? ticketRows : eventRows;
  let line = 0;
  let lastColumn: string | null = null;
  let ticketIndex = -1;
  const test = headerOf(columns);
  const table = new Table(
    test,
    (header) => {
      lastColumn = header.names.at(-1) ?? null;
      ticketIndex = header.indexOf(columns.ticket);
      const filter = rowFilter(columns, header);
      const ticketCell = cellFinder(header, columns)(columns.ticket);
      const leaves = (record: LogRecord) => {
        const reason = filter(record);
        if (reason !== null) log.leave(reason);
        if (reason !== null || !log.settings.chosen) return reason !== null;
        const ticket = ticketCell.text(record);
        return ticket !== undefined && log.withoutPolicy(ticket);
      };
      const reader = rowsOf(columns, header, log);
      const notes = [
        log.kept.reader(header, columns),
        log.claims?.reader(header, columns) ?? null,
      ].filter((note) => note !== null);
      const row = (record: LogRecord) => {
        reader.row(record);
        for (const note of notes) note(record);
      };
      return { ...reader, ...(notes.length > 0 && { row }), leaves };
    },
    (at, fault) => {
      line = at;
      log.reject({ line: at, ...fault });
    },
  );
  const receiver = {
    onFault: table.onFault,
    onRecord: (record: Parameters<typeof table.onRecord>[0]) => {
      line = record.line;
      const fault = table.onRecord(record);
      if (fault !== null) markTicket(record, ticketIndex, log);
      return fault;
    },
  };
  try {
    const bytes = unpacked(countedBytes(source.chunks, onBytes), source.gunzip);
    const { start, all } = await startOf(bytes);
    const found = await formatOf(start).read(all, {
      header: test,
      delimiter: columns.delimiter,
      sheets: columns.sheet === undefined ? undefined : [columns.sheet].flat(),
      receiver,
    });
    log.notes.push(...found.notes);
    if (found.endsItsLine === false && lastColumn !== null && isNeeded(lastColumn, columns)) {
      log.notes.push(
        `its last line has no end; if the file was cut off, its last ${quoted(lastColumn)} is not whole`,
      );
    }
  } catch (error) {
    if (!isBadInput(error)) throw error;
    const reason = error.message;
    if (!table.isStarted) throw new InputError(`${source.name}: ${reason}`);
    log.reject({
      kind: "cut-short",
      line: line + 1,
      reason: `the file cannot be read from here on: ${reason}`,
    });
  } finally {
    source.close();
  }
  try {
    table.end();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${source.name}: ${error.message}`);
  }
  log.notes.push(...log.settings.readInstant.notes());
  if (table.above > 0) {
    log.notes.push(`${counted(table.above, "row")} above the header left out`);
  }
  log.notes.push(...log.translations());
  namePolicies(log);
  nameDoubts(log);
}

/** Names the tickets that no policy is for, by their reasons, and those that change their policy. */
function namePolicies(log: TicketLog): void {
  const { chosen } = log.settings;
  if (!chosen) return;
  for (const group of chosen.unmatchedGroups()) log.problems.add({ kind: "no-policy", ...group });
  for (const { ticket, line } of log.tickets.values()) {
    const reason = chosen.doubtOf(ticket);
    if (reason !== null) log.doubt({ kind: "policy-changed", line, ticket, reason });
  }
}

/** Marks the ticket of a record that is not a row as having lost one, if the ticket's name can be read. */
function markTicket(record: LogRecord, index: number, log: TicketLog): void {
  if (index < 0 || index >= record.length) return;
  try {
    log.incomplete.add(record.text(index));
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
  }
}

/** Whether a column says something about the verdicts. */
function isNeeded(column: string, columns: Mapping): boolean {
  return neededColumns(columns).includes(column) || columns.optional.includes(column);
}

/** The first bytes of a file, and all of them. */
export async function startOf(bytes: AsyncIterable<Uint8Array>) {
  const pieces = wholeStart(bytes);
  const first = await pieces.next();
  const start = first.done ? new Uint8Array() : first.value;
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return { start, all: all() };
}

/** Bad content, or a failure to read or unpack it, which the platform marks with a code. */
export function isBadInput(error: unknown): error is Error {
  return error instanceof InputError || (error instanceof Error && "code" in error);
}
