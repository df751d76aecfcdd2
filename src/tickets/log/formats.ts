import type { Encoding } from "./csv/cell-text";
import { CsvReader, HEAD_LENGTH } from "./csv/read-csv";
import type { HeaderTest } from "./header";
import { readJsonRecords } from "./json/read-json";
import { InputError } from "./problems";
import type { RecordReceiver } from "./record";
import { readArchive } from "./xlsx/read-archive";

/** What the reader of a file is given beside its bytes. */
export interface ReadOptions {
  readonly header: HeaderTest;
  /** What separates the cells of a text, if that is known. */
  readonly delimiter?: string | undefined;
  /** The sheets of a spreadsheet to read; without any, the only one that has the header. */
  readonly sheets?: readonly string[] | undefined;
  readonly receiver: RecordReceiver;
}

/** How a file was read. */
export interface FormatFound {
  /** What it is, in words: `UTF-8, cells separated by commas`. */
  readonly written: string;
  /** What separates its cells, if it is a text. */
  readonly delimiter?: string;
  /** The zone of its instants without an offset, if the kind of file has one. */
  readonly zone?: string;
  /** Whether its last line ends as lines do, if it is a text. */
  readonly endsItsLine?: boolean;
  /** What a reader of a report should know about it. */
  readonly notes: readonly string[];
}

/** A kind of file that can be read, and how it is recognised. */
export interface FileFormat {
  readonly name: string;
  /** Whether a file that starts with these bytes is of the kind. */
  readonly takes: (start: Uint8Array) => boolean;
  /**
   * Hands on its records.
   *
   * @throws {InputError} if it cannot be read at all
   */
  readonly read: (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => Promise<FormatFound>;
}

const UNPACK = "unpack it first; gzip and zip are read as they are";

/** Files of other programs that cannot be read as a log. */
const REFUSED: readonly (readonly [start: readonly number[], reason: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "it is an .xls file of an old Excel, or protected by a password; save it as .xlsx or as CSV",
  ],
  [[0x25, 0x50, 0x44, 0x46], "it is a PDF; export the tickets as CSV or .xlsx"],
  [bytesOf("\u0089PNG"), "it is a picture; export the tickets as CSV or .xlsx"],
  [bytesOf("{\\rtf"), "it is a text of a word processor; export the tickets as CSV or .xlsx"],
  [bytesOf("<?xml"), "it is XML; export the tickets as CSV, .xlsx or JSON"],
  [bytesOf("<html"), "it is a page of HTML; export the tickets as CSV or .xlsx"],
  [bytesOf("<!DOCTYPE"), "it is a page of HTML; export the tickets as CSV or .xlsx"],
  [bytesOf("<table"), "it is a page of HTML; export the tickets as CSV or .xlsx"],
  [bytesOf("BZh"), `it is packed with bzip2; ${UNPACK}`],
  [bytesOf("\u00fd7zXZ"), `it is packed with xz; ${UNPACK}`],
  [bytesOf("\u0028\u00b5\u002f\u00fd"), `it is packed with zstd; ${UNPACK}`],
  [bytesOf("7z\u00bc\u00af"), `it is a 7z archive; ${UNPACK}`],
  [bytesOf("Rar!"), `it is a RAR archive; ${UNPACK}`],
];

/** The bytes of letters that each are one byte. */
function bytesOf(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0));
}

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04] as const;

/** Every kind of file. The first one that takes a file reads it. A new kind is a line here. */
export const FORMATS: readonly FileFormat[] = [
  {
    name: "XLSX, or CSV in a zip archive",
    takes: (start) => startsWith(start, ARCHIVE),
    read: async (bytes, options) => {
      const found = readArchive(await wholeOf(bytes), options);
      if (found.kind === "sheet") return found;
      const { read } = formatOf(found.bytes);
      if (startsWith(found.bytes, ARCHIVE))
        throw new InputError("it is an archive in an archive; unpack it");
      const inner = await read(oneByOne(found.bytes), options);
      return { ...inner, written: `a zip archive of ${inner.written}` };
    },
  },
  {
    name: "JSON",
    takes: (start) => /^\ufeff?\s*[[{]/.test(new TextDecoder().decode(start)),
    read: async (bytes, { receiver }) => readJsonRecords(await wholeOf(bytes), receiver),
  },
  { name: "CSV", takes: () => true, read: readCsv },
];

async function readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { header, delimiter, receiver }: ReadOptions,
): Promise<FormatFound> {
  let reader: CsvReader | null = null;
  for await (const chunk of withHead(bytes)) {
    reader ??= new CsvReader(chunk.subarray(0, HEAD_LENGTH), { header, delimiter }, receiver);
    reader.push(chunk);
  }
  const found = reader?.end();
  if (!found) return { written: "an empty file", notes: [] };
  return {
    written: `${ENCODINGS[found.encoding ?? "utf-8"]}, cells separated by ${delimiterName(found.delimiter)}`,
    delimiter: found.delimiter,
    endsItsLine: found.endsItsLine,
    notes:
      found.encoding === "windows-1252"
        ? ["its letters are read as Windows-1252, since they are not UTF-8"]
        : [],
  };
}

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, high bytes first",
  "windows-1252": "Windows-1252",
};

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = {
    ",": "commas",
    ";": "semicolons",
    "\t": "tabs",
    "|": "vertical bars",
  };
  return names[delimiter] ?? JSON.stringify(delimiter);
}

async function* oneByOne(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The format of a file by its first bytes. */
export function formatOf(start: Uint8Array): FileFormat {
  for (const [bytes, reason] of REFUSED) {
    if (startsWith(start, bytes)) throw new InputError(reason);
  }
  const format = FORMATS.find(({ takes }) => takes(start));
  if (!format) throw new InputError("this kind of file is not supported");
  return format;
}

/** An archive and JSON can be read only as a whole. */
const LARGEST_WHOLE = 1 << 28;

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_WHOLE) {
      throw new InputError(
        "it is larger than 256 MB, and can be read only as a whole; save it as CSV",
      );
    }
  }
  return joined(chunks, length);
}

/** The same bytes, the first piece of which is long enough to tell how they are written. */
async function* withHead(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (length >= HEAD_LENGTH) {
      yield chunk;
      continue;
    }
    first.push(chunk);
    length += chunk.length;
    if (length >= HEAD_LENGTH) yield joined(first, length);
  }
  if (length > 0 && length < HEAD_LENGTH) yield joined(first, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
