import type { ColumnMap } from "./columns";
import { CsvReader, HEAD_LENGTH } from "./csv/read-csv";
import { neededColumns } from "./header";
import { InputError } from "./problems";
import type { RecordReceiver } from "./record";
import { readArchive } from "./xlsx/read-archive";

/** What the reader of a file is given beside its bytes. */
export interface ReadOptions {
  readonly columns: ColumnMap;
  readonly receiver: RecordReceiver;
}

/** A kind of file that can be read, and how it is told from others. */
export interface FileFormat {
  readonly name: string;
  /** Whether a file that starts with these bytes is of the kind. */
  readonly takes: (start: Uint8Array) => boolean;
  /**
   * Hands on its records.
   *
   * @returns what a person should know of how it was read
   * @throws {InputError} if it cannot be read at all
   */
  readonly read: (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => Promise<string[]>;
}

/** Files that other programs write, which look like text to nobody. */
const REFUSED: readonly (readonly [start: readonly number[], reason: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "it is an .xls file of an old Excel, or protected by a password; save it as .xlsx or as CSV",
  ],
  [[0x25, 0x50, 0x44, 0x46], "it is a PDF; export the tickets as CSV or .xlsx"],
];

/** Every kind of file, the first that takes one reads it. A new kind is a line here. */
export const FORMATS: readonly FileFormat[] = [
  {
    name: "XLSX, or CSV in a zip archive",
    takes: (start) => startsWith(start, [0x50, 0x4b, 0x03, 0x04]),
    read: async (bytes, options) => {
      const found = readArchive(await wholeOf(bytes), options);
      if (found.kind === "sheet") return found.notes;
      return readCsv(oneByOne(found.bytes), options);
    },
  },
  { name: "CSV", takes: () => true, read: readCsv },
];

async function readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { columns, receiver }: ReadOptions,
): Promise<string[]> {
  const options = { needed: neededColumns(columns), delimiter: columns.delimiter };
  let reader: CsvReader | null = null;
  for await (const chunk of withHead(bytes)) {
    reader ??= new CsvReader(chunk.subarray(0, HEAD_LENGTH), options, receiver);
    reader.push(chunk);
  }
  const found = reader?.end();
  return found?.encoding === "windows-1252"
    ? ["its letters are read as Windows-1252, since they are not UTF-8"]
    : [];
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
  if (!format) throw new InputError("it is of no kind that can be read");
  return format;
}

/** An archive can be read only as a whole. */
const LARGEST_ARCHIVE = 1 << 28;

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_ARCHIVE) {
      throw new InputError("it is an archive of more than 256 MB; save it as CSV");
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
