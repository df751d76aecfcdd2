import { quoted } from "../../words/printable";
import type { ColumnMap } from "./columns";
import { InputError } from "./problems";

/** The cells of a row that matter, by meaning; a value that is missing is undefined. */
export interface TicketRow {
  readonly line: number;
  readonly ticket: string | undefined;
  readonly policy: string | undefined;
  readonly at: string | undefined;
  readonly state: string | undefined;
  readonly severity: string | undefined;
  readonly opened: string | undefined;
}

/**
 * Makes a reader of the rows under a header.
 *
 * @throws {InputError} where the header lacks a column, or has one twice
 */
export function rowReader(
  columns: ColumnMap,
  header: readonly string[],
): (record: CsvRecord) => TicketRow {
  const names = header.map((name) => name.trim());
  const wanted = [
    columns.ticket,
    columns.policy,
    columns.at.column,
    columns.state.column,
    columns.severity?.column,
    columns.opened?.column,
  ].filter((name) => name !== undefined);
  const lacking = wanted.filter(
    (name) => !names.includes(name) && !columns.optional.includes(name),
  );
  if (lacking.length > 0) throw new InputError(wrongColumns(lacking, names, columns));
  const twice = wanted.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new InputError(`it has the column ${quoted(twice)} twice`);

  const cell = (name: string | undefined) => {
    const index = name === undefined ? -1 : names.indexOf(name);
    return ({ cells }: CsvRecord) => {
      const text = cells[index]?.trim();
      return text === "" || text === columns.missing ? undefined : text;
    };
  };
  const ticket = cell(columns.ticket);
  const policy = cell(columns.policy);
  const at = cell(columns.at.column);
  const state = cell(columns.state.column);
  const severity = cell(columns.severity?.column);
  const opened = cell(columns.opened?.column);
  return (record) => ({
    line: record.line,
    ticket: ticket(record),
    policy: policy(record),
    at: at(record),
    state: state(record),
    severity: severity(record),
    opened: opened(record),
  });
}

function wrongColumns(
  lacking: readonly string[],
  names: readonly string[],
  columns: ColumnMap,
): string {
  const found = names.slice(0, 8).map(quoted).join(", ");
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : "";
  return `it has no column ${lacking.map(quoted).join(", ")}; it has ${found}${rest}. ${remedy(lacking, names, columns)}`;
}

function remedy(lacking: readonly string[], names: readonly string[], columns: ColumnMap): string {
  const separator = [";", "\t", "|", ","].find(
    (mark) => names.length === 1 && names[0]?.includes(mark),
  );
  if (separator !== undefined) {
    return `It looks separated by ${JSON.stringify(separator)}: give that as "delimiter" in a column map (--columns).`;
  }
  if (lacking.every((name) => name === columns.policy)) {
    return "Give --policy to judge all of it under one policy.";
  }
  return "Say with --columns which of its columns mean what.";
}

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line it starts on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
