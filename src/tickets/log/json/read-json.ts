import type { WallReader } from "../../../index";
import type { FormatFound } from "../formats";
import { InputError } from "../problems";
import { type LogRecord, type RecordReceiver, UnreadableText } from "../record";
import { itemsOf } from "./items";
import { tableOf } from "./kinds";

/**
 * Reads JSON: a list of tickets or of rows, the answer of an API around one, or JSON lines.
 *
 * Its records are those of the table that the items make. Their lines are those of the file for JSON
 * lines, and otherwise count the items from 1.
 *
 * @throws {InputError} if it is not JSON, or holds no list
 */
export function readJsonRecords(bytes: Uint8Array, receiver: RecordReceiver): FormatFound {
  const { items, faults, isLines } = itemsOf(textOf(bytes));
  const { title, names, rows, zone } = tableOf(items);
  if (names.length > 0) hand(receiver, new JsonRecord(1, names));
  for (const row of rows) {
    if ("reason" in row) {
      receiver.onFault(row.line, { kind: "not-a-row", reason: row.reason });
    } else {
      hand(receiver, new JsonRecord(row.line, row.cells));
    }
  }
  for (const { line, reason } of faults) receiver.onFault(line, { kind: "not-a-row", reason });
  return {
    written: `${isLines ? "JSON lines" : "JSON"} of ${title}`,
    notes: [],
    ...(zone === undefined ? {} : { zone }),
  };
}

function hand(receiver: RecordReceiver, record: LogRecord): void {
  const fault = receiver.onRecord(record);
  if (fault) receiver.onFault(record.line, fault);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("it begins like JSON, but is not UTF-8");
  }
}

class JsonRecord implements LogRecord {
  readonly isGrid = true;
  readonly hasInnerLines = false;

  constructor(
    readonly line: number,
    private readonly cells: readonly string[],
  ) {}

  get length(): number {
    return this.cells.length;
  }

  text(index: number): string {
    const text = this.cells[index]?.trim() ?? "";
    if (text.includes("\0")) throw new UnreadableText("it holds a NUL character");
    return text;
  }

  width(index: number): number {
    return this.cells[index]?.length ?? 0;
  }

  isBlank(index: number): boolean {
    return (this.cells[index] ?? "").trim() === "";
  }

  wallMs(): undefined {
    return undefined;
  }

  wallBy(index: number, reader: WallReader): number | undefined {
    return reader.text(this.cells[index] ?? "");
  }

  innerLines(): readonly (readonly string[])[] {
    return [];
  }
}
