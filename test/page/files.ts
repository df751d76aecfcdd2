import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";

const folder = mkdtempSync(join(process.env["EXAMPLES_FOLDER"] ?? tmpdir(), "files-"));

/** Writes a file for a test, and gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A list of incidents as ServiceNow exports one, with a state that no promise knows. */
const SERVICE_NOW = [
  "Number,Priority,State,Opened,Resolved,Closed,Business duration,Short description",
  'INC0010001,2 - High,Resolved,02-11-2026 09:15:00,02-11-2026 16:40:00,,,"Screen, blank"',
  "INC0010002,1 - Critical,In Progress,13-11-2026 16:30:00,,,,No post",
  'INC0010003,3 - Moderate,Closed,02-11-2026 10:00:00,16-11-2026 17:59:00,19-11-2026 09:00:00,,"He said ""no"""',
  "INC0010004,4 - Low,On Hold,16-11-2026 08:00:00,,,,Waits",
  "INC0010005,2 - High,Parked,17-11-2026 08:00:00,,,,Parked by nobody",
];

/** The same tickets as a list and as cells of a spreadsheet. */
export const serviceNowCsv = `${SERVICE_NOW.join("\r\n")}\r\n`;

/** A log of Jira's changes, with the day before the month only if a reader is told so. */
export const ambiguousCsv = [
  "Issue key,Created,Resolved,Priority,Status",
  "HD-1,03/04/2026 09:00,05/04/2026 10:00,2,Done",
  "HD-2,04/05/2026 11:30,,1,Open",
  "",
].join("\n");

export const semicolons = (text: string) => text.replaceAll(",", ";");

/** Text as spreadsheets save "Unicode text": UTF-16 with a mark, its cells apart by tabs. */
export function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

export const gzipped = (text: string) => gzipSync(text);

type Cells = readonly (readonly (string | Date | null)[])[];

/** A workbook of a sheet, and of another before it if that is given; dates stay dates. */
export async function workbook(rows: Cells, before: Cells | null = null) {
  const sheet = (name: string, cells: Cells) => ({ name, rows: cells.map((row) => [...row]) });
  return writeXlsx({
    sheets: [...(before ? [sheet("Notes", before)] : []), sheet("Incidents", rows)],
  });
}
