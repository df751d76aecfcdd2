import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { TextLine } from "./lines";
import type { Problem } from "./problems";
import { InputError } from "./problems";
import type { CsvRecord } from "./rows";

/** How many lines one record may span before its opening quote is taken to be a slip. */
const LONGEST_SPAN = 200;

/**
 * The records of a CSV text, the header first.
 *
 * A record with a quotation mark out of place, or with more or fewer cells than the header, is a
 * problem, and reading goes on with the line after the one it started on: a stray quotation mark costs
 * its own line and never the rest of the file.
 *
 * @param onProblem called for each record that cannot be used
 * @throws {InputError} where the header itself cannot be read
 */
export async function* csvRecords(
  lines: AsyncIterator<TextLine, void>,
  delimiter: string,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<CsvRecord, void> {
  const ahead: TextLine[] = [];
  const take = async () => ahead.shift() ?? ((await lines.next()).value || undefined);
  let header: readonly string[] | undefined;

  for (let first = await take(); first; first = await take()) {
    if (first.text.trim() === "") continue;
    const span = [first];
    while (isOpen(span) && span.length < LONGEST_SPAN) {
      const next = await take();
      if (!next) break;
      span.push(next);
    }
    const record = readRecord(span, delimiter, header);
    if ("cells" in record) {
      header ??= record.cells;
      yield { line: first.number, cells: record.cells };
    } else if (header) {
      onProblem({ line: first.number, ...record });
      ahead.unshift(...span.slice(1));
    } else {
      throw new InputError(`it is not CSV: line ${first.number}: ${record.reason}`);
    }
  }
}

/** Whether a quoted cell that starts on these lines has yet to end. */
function isOpen(span: readonly TextLine[]): boolean {
  const quotes = span.reduce((count, { text }) => count + text.split('"').length - 1, 0);
  return quotes % 2 === 1;
}

type Fault = Pick<Problem, "column" | "reason">;
type Cells = Pick<CsvRecord, "cells">;

function readRecord(
  span: readonly TextLine[],
  delimiter: string,
  header: readonly string[] | undefined,
): Cells | Fault {
  const text = span.map((line) => line.text).join("\n");
  try {
    const cells = text.includes('"') ? unquoted(text, delimiter) : text.split(delimiter);
    return miscounted(cells, header) ?? { cells };
  } catch (error) {
    if (error instanceof CsvError) return { reason: reasonOf(error) };
    throw error;
  }
}

/** The cells of one record. One record in, so one out: the line breaks in it are quoted. */
function unquoted(text: string, delimiter: string): string[] {
  const records: string[][] = parse(text, { delimiter, relax_column_count: true });
  return records.flat();
}

function miscounted(
  cells: readonly string[],
  header: readonly string[] | undefined,
): Fault | undefined {
  if (!header || cells.length === header.length) return undefined;
  const found = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
  const reason = `the row has ${found} where the header has ${header.length}`;
  const missing = header[cells.length];
  return missing === undefined ? { reason } : { column: missing.trim(), reason };
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "a quotation mark is opened and never closed";
    case "CSV_INVALID_CLOSING_QUOTE":
      return "text follows a closing quotation mark; a quotation mark inside a cell is written twice";
    case "INVALID_OPENING_QUOTE":
      return "a quotation mark stands inside a cell that is not quoted";
    default:
      return error.message;
  }
}
