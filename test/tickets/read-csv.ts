import { formatOf } from "../../src/tickets/log/formats";
import { headerOf } from "../../src/tickets/log/header";
import { mappingSchema } from "../../src/tickets/log/mapping";
import type { RecordFault } from "../../src/tickets/log/record";
import { Table } from "../../src/tickets/log/table";

/** Bytes as they arrive, in pieces. */
export async function* pieces(
  ...parts: readonly (string | Uint8Array)[]
): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? new TextEncoder().encode(part) : part;
}

/** What a file is found to hold: the line of each row and its cells, and what is not a row. */
export interface TableRead {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly faults: readonly (RecordFault & { readonly line: number })[];
  readonly notes: readonly string[];
}

/** Reads a file whose header has a column "a", and whose rows are any whose first cell is one letter. */
export async function readTable(...parts: readonly (string | Uint8Array)[]): Promise<TableRead> {
  return readBytes(pieces(...parts));
}

/** Reads the bytes of such a file. */
export async function readBytes(
  bytes: AsyncIterable<Uint8Array>,
  map: object = {},
): Promise<TableRead> {
  const columns = mappingSchema.parse({
    ticket: "a",
    at: { column: "a" },
    state: { column: "a" },
    ...map,
  });
  let header: readonly string[] = [];
  const rows: (string | number)[][] = [];
  const faults: (RecordFault & { line: number })[] = [];
  const test = headerOf(columns);
  const table = new Table(
    test,
    ({ names }) => {
      header = names;
      return {
        row: (record) => {
          const cells = names.map((_, i) => record.text(i));
          rows.push([record.line, ...cells]);
        },
        leaves: () => false,
        looksLikeRow: ([first = ""]) => /^\w$/.test(first),
        end: () => {},
      };
    },
    (line, fault) => faults.push({ line, ...fault }),
  );
  const all: Uint8Array[] = [];
  for await (const chunk of bytes) all.push(chunk);
  const start = Buffer.concat(all).subarray(0, 8);
  const { notes } = await formatOf(start).read(pieces(...all), {
    header: test,
    delimiter: columns.delimiter,
    sheets: columns.sheet === undefined ? undefined : [columns.sheet].flat(),
    receiver: table,
  });
  table.end();
  return { header, rows, faults, notes };
}
