import type { Cell, CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { DateTime } from "luxon";
import { HOUR_MS } from "../../../timeline/units";
import { plain } from "../../../words/printable";

/** The most characters that a cell of a spreadsheet holds. */
const MOST_CHARACTERS = 32_767;

/** What a column of a sheet holds, and how wide it is. */
export interface Column<T> {
  readonly title: string;
  /** Its width in characters. */
  readonly width: number;
  readonly kind: "text" | "instant" | "number" | "percent";
  readonly of: (row: T) => CellValue;
}

/** The format of each kind of cell. Every spreadsheet reads these formats in its own language. */
const FORMATS: Readonly<Record<Column<unknown>["kind"], CellStyle>> = {
  text: {},
  instant: { numFmt: "dd/mm/yyyy hh:mm" },
  number: { numFmt: "#,##0.00" },
  percent: { numFmt: "0.0%" },
};

const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "005EB8" } },
};

/** Text from a file as a cell: always text, without anything that a spreadsheet file cannot hold. */
export function textCell(text: string | null): string | null {
  if (text === null) return null;
  const shown = plain(text);
  return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS - 1)}…` : shown;
}

/**
 * An instant as the date of a spreadsheet, which is a wall time without a zone.
 *
 * @param timeZone the zone whose wall time it shows
 */
export function wallDate(ms: number | null, timeZone: string): Date | null {
  if (ms === null) return null;
  return DateTime.fromMillis(ms, { zone: timeZone })
    .setZone("utc", { keepLocalTime: true })
    .toJSDate();
}

/** A number without the noise of a division, which every spreadsheet shows in its cell's editor. */
export function numberCell(value: number): number {
  return Number(value.toFixed(8));
}

/** An amount of time in hours. Eight decimals of an hour are finer than a millisecond. */
export function hoursCell(ms: number): number {
  return numberCell(ms / HOUR_MS);
}

/** A table as a sheet: its header stays in sight, and its columns can be filtered. */
export function tableSheet<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): WriteSheet {
  const last = `${letterOf(columns.length - 1)}${rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, style: FORMATS[kind] })),
    rows: [
      columns.map(({ title }) => title),
      ...rows.map((row) => columns.map(({ of }) => of(row))),
    ],
    cells: new Map(columns.map((_, i): [string, Partial<Cell>] => [`0,${i}`, { style: HEAD }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}` },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** A row of a sheet that is read like a page: its cells, and their style. */
export interface FreeRow {
  readonly cells: readonly CellValue[];
  readonly style?: "title" | "head";
}

/** A sheet that is read like a page, with titles and small tables. */
export function freeSheet(
  name: string,
  widths: readonly number[],
  rows: readonly FreeRow[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [i, { cells: own, style }] of rows.entries()) {
    if (style === "title") cells.set(`${i},0`, { style: { font: { bold: true, size: 14 } } });
    if (style === "head") for (const j of own.keys()) cells.set(`${i},${j}`, { style: HEAD });
    for (const [j, value] of own.entries()) {
      if (value instanceof Date) cells.set(`${i},${j}`, { style: FORMATS.instant });
    }
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => [...row.cells]),
    cells,
  };
}

/** The name of a column in a spreadsheet: A, B … Z, AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
