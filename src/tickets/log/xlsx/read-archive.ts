import { quoted } from "../../../words/printable";
import type { ColumnMap } from "../columns";
import { Header, neededColumns } from "../header";
import { InputError } from "../problems";
import { type LogRecord, type RecordReceiver, UnreadableText } from "../record";
import { sheetRecords } from "./sheet";
import { readWorkbook, type Workbook } from "./workbook";
import { type ZipEntry, zipEntries } from "./zip";

/** What was in an archive: a spreadsheet, which has been read, or a file that is yet to be. */
export type ArchiveRead =
  | { readonly kind: "sheet"; readonly notes: string[] }
  | { readonly kind: "file"; readonly bytes: Uint8Array };

/** What the reader of an archive is told. */
interface Options {
  readonly columns: ColumnMap;
  readonly receiver: RecordReceiver;
}

/**
 * Reads an archive: a workbook (.xlsx), or the only file in a zip.
 *
 * @throws {InputError} if it is damaged, or does not say what of it is meant
 */
export function readArchive(archive: Uint8Array, options: Options): ArchiveRead {
  const entries = zipEntries(archive);
  const names = entries.map(({ name }) => name);
  if (names.includes("xl/workbook.xml")) {
    return { kind: "sheet", notes: readSheets(readWorkbook(entries), options) };
  }
  const refused = REFUSED.find(([name]) => names.includes(name));
  if (refused) throw new InputError(refused[1]);
  return { kind: "file", bytes: onlyFile(entries).bytes() };
}

/** Archives of other programs, by a file that each of them has. */
const REFUSED: readonly (readonly [name: string, reason: string])[] = [
  ["xl/workbook.bin", "it is an .xlsb workbook; save it as .xlsx or as CSV"],
  ["content.xml", "it is an OpenDocument file; save it as .xlsx or as CSV"],
  ["word/document.xml", "it is a Word document; save its table as CSV"],
];

function onlyFile(entries: readonly ZipEntry[]): ZipEntry {
  const files = entries.filter(({ name }) => !/\/$|^__MACOSX\/|(?:^|\/)\./.test(name));
  const [only, other] = files;
  if (only && !other) return only;
  const some = files.slice(0, 5).map(({ name }) => quoted(name));
  throw new InputError(
    only
      ? `it is an archive of ${files.length} files (${some.join(", ")}); unpack it and name one`
      : "it is an archive without a file",
  );
}

type Sheet = Workbook["sheets"][number];

function readSheets(workbook: Workbook, { columns, receiver }: Options): string[] {
  const sheets = chosen(workbook, columns);
  for (const sheet of sheets) {
    let isHeader = sheet !== sheets[0];
    for (const record of recordsOf(sheet, workbook)) {
      // Further sheets have the same header, which is not a row.
      if (isHeader && hasColumns(record, columns)) {
        isHeader = false;
        continue;
      }
      const fault = receiver.onRecord(record);
      if (fault) receiver.onFault(record.line, fault);
    }
  }
  const others = workbook.sheets.filter((sheet) => !sheets.includes(sheet));
  if (others.length === 0) return [];
  const read = sheets.map(({ name }) => quoted(name)).join(", ");
  return [
    `of its sheets ${read} is read, and ${others.map(({ name }) => quoted(name)).join(", ")} not`,
  ];
}

/** The sheets that the map names, or else the only one that has the columns. */
function chosen(workbook: Workbook, columns: ColumnMap): Sheet[] {
  const { sheets } = workbook;
  if (columns.sheet !== undefined) {
    return [columns.sheet].flat().map((wanted) => {
      const sheet = sheets.find(({ name }) => name === wanted);
      if (sheet) return sheet;
      const names = sheets.map(({ name }) => quoted(name)).join(", ");
      throw new InputError(`it has no sheet ${quoted(wanted)}; it has ${names}`);
    });
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const fitting = visible.filter((sheet) => hasHeader(sheet, workbook, columns));
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => JSON.stringify(name)).join(", ");
    throw new InputError(
      `several of its sheets have the columns; name those to read in the column map, as "sheet": [${names}]`,
    );
  }
  const first = fitting[0] ?? visible[0];
  if (!first) throw new InputError("the spreadsheet has no sheet");
  return [first];
}

/** Records that may be the header. */
const LOOKED_AT = 31;

function hasHeader(sheet: Sheet, workbook: Workbook, columns: ColumnMap): boolean {
  let seen = 0;
  for (const record of recordsOf(sheet, workbook)) {
    if (hasColumns(record, columns)) return true;
    seen += 1;
    if (seen === LOOKED_AT) return false;
  }
  return false;
}

function hasColumns(record: LogRecord, columns: ColumnMap): boolean {
  const names = Array.from({ length: record.length }, (_, i) => textOrNone(record, i));
  const header = new Header(names);
  return neededColumns(columns).every((name) => header.has(name));
}

function textOrNone(record: LogRecord, i: number): string {
  try {
    return record.text(i);
  } catch (error) {
    if (error instanceof UnreadableText) return "";
    throw error;
  }
}

function recordsOf({ path, name }: Sheet, workbook: Workbook): Generator<LogRecord> {
  const xml = workbook.part(path);
  if (xml === undefined) throw new InputError(`its sheet ${quoted(name)} is missing`);
  return sheetRecords(xml, workbook);
}
