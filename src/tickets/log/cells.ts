import type { WallReader } from "../../index";
import type { Header } from "./header";
import type { Mapping } from "./mapping";
import type { LogRecord } from "./record";

/** A column of a file that has been found, to read its cells by. */
export interface Cell {
  /** As the map names it. */
  readonly name: string;
  readonly index: number;
  /** The text in a row; undefined if it is empty, or if the map says that it stands for no value. */
  readonly text: (record: LogRecord) => string | undefined;
  /** The wall-clock time in a row, if a reader knows its bytes as they stand. */
  readonly wallBy: (record: LogRecord, reader: WallReader) => number | undefined;
}

/** Whether a row has a value in a column: a text, or a date of a spreadsheet. */
export function hasValue({ index, text }: Cell, record: LogRecord): boolean {
  return text(record) !== undefined || record.wallMs(index) !== undefined;
}

/** Finds the columns of a map in the header of a file. */
export function cellFinder(header: Header, columns: Mapping): (name: string) => Cell {
  const missing = [columns.missing].flat();
  // A text such as 01/01/1900 00:00 may stand for no value.
  const mayBeDate = missing.some((text) => /\d/.test(text));
  return (name) => {
    const index = header.indexOf(name);
    return {
      name,
      index,
      text: (record) => {
        const text = record.text(index);
        return text === "" || missing.includes(text) ? undefined : text;
      },
      wallBy: (record, reader) => (mayBeDate ? undefined : record.wallBy(index, reader)),
    };
  };
}
