import { quoted } from "../../../words/printable";
import { Header, type HeaderTest } from "../header";
import { InputError } from "../problems";
import { type LogRecord, type RecordReceiver, UnreadableText } from "../record";
import { sheetRecords } from "./sheet";
import { readWorkbook, type Workbook } from "./workbook";
import { type ZipEntry, zipEntries } from "./zip";

/** What was in an archive: a spreadsheet, which has been read, or a file that has yet to be read. */
export type ArchiveRead =
  | { readonly kind: "sheet"; readonly written: string; readonly notes: readonly string[] }
  | { readonly kind: "file"; readonly bytes: Uint8Array };

/** What the reader of an archive learns. */
interface Options {
  readonly header: HeaderTest;
  /** The sheets to read, if they are named. */
  readonly sheets?: readonly string[] | undefined;
  readonly receiver: RecordReceiver;
}

/**
 * Reads an archive: a workbook (.xlsx), or the only file in a zip.
 *
 * @throws {InputError} if it is damaged, or if it leaves open which part of it is meant
 */
export function readArchive(archive: Uint8Array, options: Options): ArchiveRead {
  const entries = zipEntries(archive);
  const names = entries.map(({ name }) => name);
  if (names.includes("xl/workbook.xml")) {
    return { kind: "sheet", ...readSheets(readWorkbook(entries), options) };
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

function readSheets(
  workbook: Workbook,
  { header, sheets: named, receiver }: Options,
): { readonly written: string; readonly notes: readonly string[] } {
  const sheets = chosen(workbook, header, named);
  for (const sheet of sheets) {
    let isHeader = sheet !== sheets[0];
    for (const record of recordsOf(sheet, workbook)) {
      // Further sheets have the same header, which is not a row.
      if (isHeader && fits(record, header)) {
        isHeader = false;
        continue;
      }
      const fault = receiver.onRecord(record);
      if (fault) receiver.onFault(record.line, fault);
    }
  }
  const others = workbook.sheets.filter((sheet) => !sheets.includes(sheet));
  const read = sheets.map(({ name }) => quoted(name)).join(", ");
  const notRead = others.map(({ name }) => quoted(name)).join(", ");
  return {
    written: `the ${sheets.length === 1 ? "sheet" : "sheets"} ${read} of a spreadsheet`,
    notes: others.length === 0 ? [] : [`of its sheets, read: ${read}; not read: ${notRead}`],
  };
}

/** The sheets that are named, or else the only one that has the header. */
function chosen(
  workbook: Workbook,
  header: HeaderTest,
  named: readonly string[] | undefined,
): Sheet[] {
  const { sheets } = workbook;
  if (named !== undefined) {
    return named.map((wanted) => {
      const sheet = sheets.find(({ name }) => name === wanted);
      if (sheet) return sheet;
      const names = sheets.map(({ name }) => quoted(name)).join(", ");
      throw new InputError(`it has no sheet ${quoted(wanted)}; it has ${names}`);
    });
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const fitting = visible.filter((sheet) => hasHeader(sheet, workbook, header));
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => JSON.stringify(name)).join(", ");
    throw new InputError(
      `several of its sheets have the columns; name those to read in the mapping, as "sheet": [${names}]`,
    );
  }
  const first = fitting[0] ?? visible[0];
  if (!first) throw new InputError("the spreadsheet has no sheet");
  return [first];
}

/** The most records that are tried as the header. */
const LOOKED_AT = 31;

function hasHeader(sheet: Sheet, workbook: Workbook, header: HeaderTest): boolean {
  let seen = 0;
  for (const record of recordsOf(sheet, workbook)) {
    if (fits(record, header)) return true;
    seen += 1;
    if (seen === LOOKED_AT) return false;
  }
  return false;
}

function fits(record: LogRecord, test: HeaderTest): boolean {
  return test.fits(
    new Header(Array.from({ length: record.length }, (_, i) => textOrNone(record, i))),
  );
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
