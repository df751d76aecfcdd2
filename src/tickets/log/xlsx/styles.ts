import { attribute, tagsOf } from "./xml";

/** What a number in a cell means by how it is shown. */
export type NumberKind =
  | "number"
  /** A date, with or without a time of day. */
  | "date"
  | "date-and-time"
  /** A length of time or a time of day. */
  | "time";

/** Formats that every spreadsheet knows by number: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id): [number, NumberKind] => [id, "date"],
  ),
  [22, "date-and-time"],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, NumberKind] => [
    id,
    "time",
  ]),
]);

/** What each style of a workbook makes of a number, by the style's place. */
export function numberKinds(stylesXml: string): NumberKind[] {
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  for (const tag of tagsOf(stylesXml)) {
    if (tag.name === "numFmt" && !tag.isEnd) {
      formats.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
    } else if (tag.name === "cellXfs") {
      isInCells = !tag.isEnd && !tag.isEmpty;
    } else if (tag.name === "xf" && isInCells && !tag.isEnd) {
      const id = Number(attribute(tag, "numFmtId") ?? 0);
      const code = formats.get(id);
      kinds.push(code === undefined ? (BUILT_IN.get(id) ?? "number") : kindOf(code));
    }
  }
  return kinds;
}

/** What a format makes of a number: `dd/mm/yyyy hh:mm` a date and time, `[h]:mm` a time. */
export function kindOf(formatCode: string): NumberKind {
  const [positive = ""] = formatCode
    // Text, and a language or a colour in brackets, is not part of the number.
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "")
    .split(";");
  if (/general/i.test(positive)) return "number";
  const hasTime = /[hs]|\[m+\]/i.test(positive);
  const hasDate = /[dy]/i.test(positive) || (/m/i.test(positive) && !hasTime);
  if (hasDate) return hasTime ? "date-and-time" : "date";
  return hasTime ? "time" : "number";
}
