/** A cell to write. Numbers are written as they are; text is made safe for a spreadsheet. */
export type CsvValue = string | number | boolean | null;

/** Rows as CSV (RFC 4180), each line ended by CR LF. */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(value: CsvValue): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = neutralised(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet would take for a formula, with an apostrophe before it. */
function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
