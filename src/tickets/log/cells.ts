import type { ColumnMap, WordColumn } from "./columns";
import type { Header } from "./header";
import type { LogRecord } from "./record";

/** A column of a file that has been found, to read its cells by. */
export interface Cell {
  /** As the map names it. */
  readonly name: string;
  readonly index: number;
  /** The text in a row; undefined if there is none, or what the map has for none. */
  readonly text: (record: LogRecord) => string | undefined;
}

/** Finds the columns of a map in the header of a file. */
export function cellFinder(header: Header, columns: ColumnMap): (name: string) => Cell {
  const missing = new Set([columns.missing].flat());
  return (name) => {
    const index = header.indexOf(name);
    return {
      name,
      index,
      text: (record) => {
        const text = record.text(index);
        return text === "" || missing.has(text) ? undefined : text;
      },
    };
  };
}

/** The policy's word for a text: `null` to leave the row alone, undefined if the policy has none. */
export function wordOf(
  text: string,
  { values = {}, other }: Pick<WordColumn, "values" | "other">,
  names: ReadonlySet<string> | undefined,
): string | null | undefined {
  const mapped = Object.hasOwn(values, text) ? values[text] : undefined;
  if (mapped === "") return null;
  const word = mapped ?? text;
  if (!names || names.has(word)) return word;
  return other === "ignore" ? null : undefined;
}
