import { type WallReader, wallReader } from "../../../index";
import { type DateFormat, isNumber } from "./format";
import type { Field, FormatPart } from "./format-parts";
import { ISO } from "./meant";

/** How programs that follow ISO 8601 write dates without a zone, whole seconds or none. */
const ISO_DIGITS = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

/**
 * The quickest readers of dates without a zone, for formats in digits. They know the usual spelling alone:
 * what they do not take, the format's own reader may. None if a file mixes formats, since dates that can be
 * read in two ways must be found.
 */
export function digitReaders(meant: readonly (DateFormat | typeof ISO)[]): readonly WallReader[] {
  const [only, another] = meant;
  if (only === undefined || another !== undefined) return [];
  if (only === ISO) return ISO_DIGITS.map(wallReader);
  const format = inDigits(only.parts);
  return format === null ? [] : [wallReader(format)];
}

/** Luxon's tokens for the fields that have digits alone, of one letter and of two. */
const TOKENS: Readonly<Partial<Record<Field, readonly [short: string, long: string]>>> = {
  year: ["yyyy", "yyyy"],
  shortYear: ["yy", "yy"],
  month: ["M", "MM"],
  day: ["d", "dd"],
  hour24: ["H", "HH"],
  minute: ["m", "mm"],
  second: ["s", "ss"],
};

/** A format in the tokens of the library's reader; null if it has more than dates in digits. */
function inDigits(parts: readonly FormatPart[]): string | null {
  let format = "";
  for (const [i, part] of parts.entries()) {
    if (!("field" in part)) {
      if (!/^[\x20-\x26\x28-\x7e]*$/.test(part.text)) return null;
      format += part.text === "" ? "" : `'${part.text}'`;
      continue;
    }
    const token = TOKENS[part.field];
    if (!token) return null;
    const isBeside = [parts[i - 1], parts[i + 1]].some(
      (each) => each && "field" in each && isNumber(each.field),
    );
    if (isBeside && part.digits === 1) return null;
    // Numbers that stand apart may lack their leading zero, whatever the format says.
    format += token[isBeside ? 1 : 0];
  }
  return format;
}
