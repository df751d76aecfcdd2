import { DAY_MS } from "../../../timeline/units";
import { readIsoText } from "../dates/iso";
import { type LogRecord, UnreadableText } from "../record";
import { cellText, type Workbook } from "./workbook";
import { attribute, tagsOf, type XmlTag } from "./xml";

/** 1 January 1970, counted in days as spreadsheets do. */
const DAY_1970 = 25_569;
/** How many days later the calendar that counts from 1904 begins. */
const DAYS_TO_1904 = 1_462;

/** What stands in a cell. */
type CellValue =
  | { readonly text: string }
  /** A date and time of day, as if it were UTC. */
  | { readonly wallMs: number; readonly text: string }
  | { readonly fault: string };

/** The rows of a sheet, from the top. Rows that are hidden count as well. */
export function* sheetRecords(
  xml: string,
  { strings, kinds, is1904 }: Pick<Workbook, "strings" | "kinds" | "is1904">,
): Generator<LogRecord> {
  const context = { strings, kinds, is1904 };
  let line = 0;
  let cells: CellValue[] = [];
  let cell: RawCell | null = null;
  for (const tag of tagsOf(xml)) {
    switch (tag.name) {
      case "row":
        if (!tag.isEnd) {
          line = Number(attribute(tag, "r") ?? line + 1);
          cells = [];
        }
        if (tag.isEnd || tag.isEmpty) yield new SheetRecord(line, cells);
        break;
      case "c":
        if (!tag.isEnd) cell = rawCell(tag, cells.length);
        if (cell && (tag.isEnd || tag.isEmpty)) {
          while (cells.length < cell.column) cells.push({ text: "" });
          cells[cell.column] = cellValue(cell, context);
          cell = null;
        }
        break;
      default:
        if (cell) takeContent(cell, tag);
    }
  }
}

interface RawCell {
  readonly name: string;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  text: string | null;
  hasFormula: boolean;
  isSpoken: boolean;
}

function rawCell(tag: XmlTag, next: number): RawCell {
  const name = attribute(tag, "r") ?? "";
  return {
    name,
    column: columnOf(name) ?? next,
    type: attribute(tag, "t") ?? "n",
    style: Number(attribute(tag, "s") ?? 0),
    value: null,
    text: null,
    hasFormula: false,
    isSpoken: false,
  };
}

/** `A1` is in column 0, `AB12` in column 27. */
function columnOf(name: string): number | null {
  const [letters] = /^[A-Z]+/.exec(name) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function takeContent(cell: RawCell, tag: XmlTag): void {
  if (tag.name === "f") cell.hasFormula = true;
  if (tag.name === "rPh") cell.isSpoken = !tag.isEnd && !tag.isEmpty;
  if (tag.name === "v" && tag.isEnd) cell.value = tag.textBefore;
  if (tag.name === "t" && tag.isEnd && !cell.isSpoken) {
    cell.text = (cell.text ?? "") + cellText(tag.textBefore);
  }
}

function cellValue(
  cell: RawCell,
  context: Pick<Workbook, "strings" | "kinds" | "is1904">,
): CellValue {
  const { type, value, text, name } = cell;
  if (type === "inlineStr") return { text: text ?? "" };
  if (value === null || value === "") {
    if (cell.hasFormula && type !== "str") {
      return {
        fault: `cell ${name} is a formula without its value; save the file in a spreadsheet program, or as CSV`,
      };
    }
    return { text: "" };
  }
  if (type === "s") {
    const shared = context.strings[Number(value)];
    return shared === undefined ? { fault: `cell ${name} refers to no text` } : { text: shared };
  }
  if (type === "str" || type === "e") return { text: cellText(value) };
  if (type === "b") return { text: value === "1" ? "TRUE" : "FALSE" };
  if (type === "d") {
    const read = readIsoText(value);
    return "wallMs" in read && read.offsetMs === undefined
      ? { wallMs: read.wallMs, text: value }
      : { text: value };
  }
  return numberValue(value, cell, context);
}

const LATEST_MS = Date.UTC(9999, 11, 31);

function numberValue(
  value: string,
  { style, name }: RawCell,
  { kinds, is1904 }: Pick<Workbook, "kinds" | "is1904">,
): CellValue {
  const number = Number(value);
  if (!Number.isFinite(number))
    return { fault: `cell ${name} holds ${value}, which is not a number` };
  const kind = kinds[style] ?? "number";
  if (kind === "number") return { text: plainNumber(value, number) };
  if (kind === "time") return { text: timeText(number) };
  const days = number + (is1904 ? DAYS_TO_1904 : 0);
  const wallMs = Math.round((days - DAY_1970) * DAY_MS);
  // No date of a spreadsheet has a year of more than four digits.
  if (!(Math.abs(wallMs) < LATEST_MS)) {
    return { fault: `cell ${name} holds ${value}, which is not a date of any calendar` };
  }
  const iso = new Date(wallMs).toISOString();
  // A day without a time of day does not say when anything happened.
  if (kind === "date" && Number.isInteger(number)) return { text: iso.slice(0, 10) };
  return { wallMs, text: iso.slice(0, 19).replace("T", " ") };
}

/** A number as its digits, even if the file writes it with an exponent. */
function plainNumber(value: string, number: number): string {
  return /^-?\d+(?:\.\d+)?$/.test(value) ? value : String(number);
}

/** A length of time in hours, minutes and seconds: `26:15:00`. */
function timeText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (n: number) => String(n).padStart(2, "0");
  const sign = seconds < 0 ? "-" : "";
  const all = Math.abs(seconds);
  return `${sign}${two(Math.floor(all / 3600))}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
}

class SheetRecord implements LogRecord {
  readonly isGrid = true;
  readonly hasInnerLines = false;

  constructor(
    readonly line: number,
    private readonly cells: readonly CellValue[],
  ) {}

  get length(): number {
    return this.cells.length;
  }

  text(index: number): string {
    const cell = this.cells[index];
    if (!cell) return "";
    if ("fault" in cell) throw new UnreadableText(cell.fault);
    return cell.text.trim();
  }

  width(index: number): number {
    const cell = this.cells[index];
    // A cell that cannot be read holds something.
    return cell && "text" in cell ? cell.text.length : cell ? 1 : 0;
  }

  isBlank(index: number): boolean {
    const cell = this.cells[index];
    return cell === undefined || ("text" in cell && cell.text.trim() === "");
  }

  wallMs(index: number): number | undefined {
    const cell = this.cells[index];
    return cell && "wallMs" in cell ? cell.wallMs : undefined;
  }

  wallBy(): undefined {
    return undefined;
  }

  innerLines(): readonly (readonly string[])[] {
    return [];
  }
}
