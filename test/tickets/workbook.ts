import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/tickets/log/xlsx/zip";

/**
 * A zip archive, made by hand to PKWARE's description.
 *
 * @param how whether its parts are packed, or stored as they are
 */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  how: "packed" | "stored" = "packed",
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const method = how === "packed" ? 8 : 0;
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(head, Buffer.from(name), packed);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

/** Style 1 is a date and time, 2 a date, 3 a length of time. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>`;

/** What a workbook has. */
export interface Book {
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly is1904?: boolean;
  readonly hidden?: string;
  readonly how?: "packed" | "stored";
}

/** A workbook of sheets, each the XML of its rows. */
export function workbook({ sheets, strings = "", is1904 = false, hidden, how }: Book): Uint8Array {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${name === hidden ? ' state="hidden"' : ""}/>`,
  );
  const links = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/s${i}.xml"/>`,
  );
  const parts = {
    "xl/workbook.xml": `<?xml version="1.0"?><workbook><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}</Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/s${i}.xml`,
        `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
  return zip(parts, how);
}

/** A cell of text. */
export const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
/** A cell of a number, or of a date in the style 1. */
export const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
export const row = (...cells: readonly string[]) => `<row>${cells.join("")}</row>`;
