import { cellFinder } from "./cells";
import type { Header } from "./header";
import type { Mapping } from "./mapping";
import type { LogRecord } from "./record";

/** Why a row is left alone on purpose; null for a row to read. */
export type RowFilter = (record: LogRecord) => string | null;

/** Leaves rows alone: a repeated header, totals and notes below a table, and rows not asked for. */
export function rowFilter(mapping: Mapping, header: Header): RowFilter {
  const find = cellFinder(header, mapping);
  const wanted = Object.entries(mapping.rows).map(([name, values]) => {
    return { cell: find(name), values: new Set([values].flat()) };
  });
  const ticket = header.indexOf(mapping.ticket);
  const instants = instantColumns(mapping).map((name) => header.indexOf(name));
  return (record) => {
    if (repeats(record, header)) return "repeat the header";
    if (isNoteBelow(record, ticket, instants)) return "are totals or notes below the table";
    for (const { cell, values } of wanted) {
      if (!values.has(cell.text(record) ?? ""))
        return `the mapping does not ask for, by ${cell.name}`;
    }
    return null;
  };
}

/** The columns of a file that hold instants. */
export function instantColumns({ at, opened, until, moments = [] }: Mapping): string[] {
  return [at.column, opened?.column, until?.column, ...moments.map(({ column }) => column)].filter(
    (name) => name !== undefined,
  );
}

/** Files that were joined one after the other repeat their header. */
function repeats(record: LogRecord, { names }: Header): boolean {
  return (
    record.length === names.length &&
    record.width(0) === names[0]?.length &&
    names.every((name, i) => record.text(i) === name)
  );
}

/** How totals, and notes on when and by whom a file was made, begin. */
const NOTE =
  /^(?:(?:grand |sub)?totals?|sum|count|(?:number|no\.?) of (?:rows|records|tickets|incidents)|\d+ (?:rows?|records?|tickets?|incidents?|issues?)|average|mean|median|minimum|maximum|(?:exported|generated|printed|created|run|report(?:ed)?) (?:on|by|at|date)|report (?:exported|generated|printed|created|run)|data as of|last (?:refreshed|updated) (?:on|at|by)|page \d+|end of (?:report|file|export)|confidential|©|copyright)\b/i;

/** The most characters of a count below a table, which are too few for an instant of any kind. */
const COUNT_WIDTH = 4;

/** Whether a row begins as totals and notes do, and has no instant. */
function isNoteBelow(record: LogRecord, ticket: number, instants: readonly number[]): boolean {
  let first = 0;
  while (first < record.length && record.isBlank(first)) first += 1;
  if (first === record.length) return false;
  for (const i of instants) {
    if (i !== first && !record.isBlank(i) && record.width(i) > COUNT_WIDTH) return false;
  }
  return NOTE.test(record.text(first)) && (first === ticket || record.isBlank(ticket));
}
