import { stringify } from "csv-stringify/sync";

/** A cell to write. Numbers are written as they are; text is made safe for a spreadsheet. */
export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180), each line ended by CR LF. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return stringify([...rows], {
    cast: { boolean: String },
    escape_formulas: true,
    quote_record_delimiter: true,
    record_delimiter: "windows",
  });
}
