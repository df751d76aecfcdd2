import { type ByteSource, counted, unpacked } from "./bytes";
import type { ColumnMap } from "./columns";
import { csvRecords } from "./csv";
import { textLines } from "./lines";
import { InputError } from "./problems";
import { rowReader } from "./rows";
import type { TicketLog } from "./ticket-log";

/**
 * Reads a file of events into a log, a piece at a time.
 *
 * Where the file breaks off, say because it was cut short in its transfer, what came before counts and
 * the break is one of the log's problems.
 *
 * @param onBytes called with the size of each piece read, as it lies on disk
 * @throws {InputError} where it is empty, is not CSV or has the wrong columns
 */
export async function readLog(
  source: ByteSource,
  columns: ColumnMap,
  log: TicketLog,
  onBytes: (count: number) => void,
): Promise<void> {
  let line = 0;
  try {
    const lines = textLines(unpacked(counted(source.chunks, onBytes), source.gunzip));
    const records = csvRecords(lines, columns.delimiter, (problem) => log.reject(problem));
    const header = await records.next();
    if (header.done) throw new InputError("it is empty");
    const toRow = rowReader(columns, header.value.cells);
    for await (const record of records) {
      line = record.line;
      log.add(toRow(record));
    }
  } catch (error) {
    if (!isBadInput(error)) throw error;
    const reason = error.message;
    if (line === 0) throw new InputError(`${source.name}: ${reason}`);
    log.reject({ line: line + 1, reason: `the file cannot be read from here on: ${reason}` });
  } finally {
    source.close();
  }
}

/** Bad content, or a failure to read or unpack it, which the platform marks with a code. */
function isBadInput(error: unknown): error is Error {
  return error instanceof InputError || (error instanceof Error && "code" in error);
}
