import { dateFormat } from "../log/dates/format";
import { readIsoText } from "../log/dates/iso";
import { MONTH_NAMES } from "../log/dates/names";
import { type FormatRead, formatReader } from "../log/dates/read-format";

/** Which of two numbers that could be either is the day. */
export const ORDERS = ["day-first", "month-first"] as const;
export type DateOrder = (typeof ORDERS)[number];

/** How a text writes an instant. */
export type DateShape =
  /** ISO 8601, a database's way, or a count since 1970, which need no format. */
  | { readonly kind: "iso"; readonly statesOffset: boolean }
  /** By one format, whatever the order of day and month. */
  | { readonly kind: "format"; readonly format: string; readonly statesOffset: boolean }
  /** By two numbers, either of which may be the day. */
  | {
      readonly kind: "numbers";
      readonly first: number;
      readonly second: number;
      readonly formats: Readonly<Record<DateOrder, string>>;
      readonly statesOffset: boolean;
    };

type WrittenShape = Exclude<DateShape, { kind: "iso" }>;

const WEEKDAY = "(?:(\\p{L}{2,9})(,?\\s+))?";
const TIME =
  "(\\d{1,2})([:.])\\d{2}(?:\\5(\\d{2})(?:([.,])(\\d{1,9}))?)?(?:(\\s*)([aApP])\\.?\\s?[mM]\\.?)?";
const ZONE =
  "(?:(\\s*)(Z|(?:UTC|GMT)?[+\\-\\u2212]\\d{1,2}(?::?\\d{2})?|[A-Z]{2,5}|[A-Z][a-z]+/[A-Za-z_/]+))?";

/** `02/11/2026 09:00`, `2-Nov-26 9:00 AM`, `2026.11.02 09:00`; the groups of the time come last. */
const NUMBERS = new RegExp(
  `^${WEEKDAY}(\\d{1,4})([-/. ])(\\d{1,2}|\\p{L}{3,9}\\.?)\\4(\\d{2,4})(,?\\s+(?:at\\s+)?|T|\\s+-\\s+)${TIME.replace("\\5", "\\9")}${ZONE}$`,
  "u",
);
/** `Nov 2, 2026 9:00 AM`. */
const NAME_FIRST = new RegExp(
  `^${WEEKDAY}(\\p{L}{3,9})(\\.?\\s+)(\\d{1,2})((?:st|nd|rd|th)?,?\\s+)(\\d{4})(,?\\s+(?:at\\s+)?)${TIME.replace("\\5", "\\10")}${ZONE}$`,
  "u",
);

/** The shape of a text; null if it is not an instant in any usual way, or not one that exists. */
export function dateShape(text: string): DateShape | null {
  const iso = readIsoText(text);
  if (!("reason" in iso)) {
    return { kind: "iso", statesOffset: "epochMs" in iso || iso.offsetMs !== undefined };
  }
  const shape = writtenShape(text);
  if (shape === null) return null;
  const formats = shape.kind === "numbers" ? Object.values(shape.formats) : [shape.format];
  return formats.some((format) => reads(format, text)) ? shape : null;
}

function writtenShape(text: string): WrittenShape | null {
  const byName = NAME_FIRST.exec(text);
  if (byName) return nameFirst(byName);
  const match = NUMBERS.exec(text);
  return match ? numbers(match) : null;
}

const readers = new Map<string, (text: string) => FormatRead>();

function reads(format: string, text: string): boolean {
  let reader = readers.get(format);
  if (!reader) {
    const understood = dateFormat(format);
    if ("reason" in understood) return false;
    reader = formatReader(understood);
    readers.set(format, reader);
  }
  return !("reason" in reader(text));
}

function nameFirst(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", name = "", , , ordinal = "", , joint = ""] = match;
  if (!isMonth(name)) return null;
  const day = /^[a-z]/.test(ordinal) ? "do" : "d";
  const after = literal(ordinal.replace(/^[a-z]+/, ""));
  const date = `MMM ${day}${after}yyyy`;
  return {
    kind: "format",
    format: `${weekdayPart(weekday, comma)}${date}${literal(joint)}${timePart(match.slice(9))}`,
    statesOffset: zonePart(match.slice(9)) !== "",
  };
}

function numbers(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", first = "", mark = "", second = "", last = "", joint = ""] = match;
  const before = weekdayPart(weekday, comma);
  const after = `${literal(joint)}${timePart(match.slice(8))}`;
  const statesOffset = zonePart(match.slice(8)) !== "";
  const format = (...parts: readonly string[]) => `${before}${parts.join(literal(mark))}${after}`;
  const one = (...parts: readonly string[]) => {
    return { kind: "format" as const, format: format(...parts), statesOffset };
  };
  const year = last.length === 4 ? "yyyy" : "yy";
  if (/\p{L}/u.test(second)) {
    if (!isMonth(second)) return null;
    return first.length === 4 ? one("yyyy", "MMM", "dd") : one("dd", "MMM", year);
  }
  if (first.length === 4) return one("yyyy", "MM", "dd");
  if (last.length === 3) return null;
  return {
    kind: "numbers",
    first: Number(first),
    second: Number(second),
    formats: { "day-first": format("dd", "MM", year), "month-first": format("MM", "dd", year) },
    statesOffset,
  };
}

function isMonth(name: string): boolean {
  return MONTH_NAMES.has(name.toLowerCase().replace(/\.$/, ""));
}

function weekdayPart(weekday: string | undefined, comma: string): string {
  return weekday === undefined ? "" : `EEE${literal(comma)}`;
}

/** The groups of a time: hour, mark, seconds, their mark and fraction, blank and meridiem, the zone. */
function timePart(groups: readonly (string | undefined)[]): string {
  const [, mark = ":", seconds, point = ".", fraction, blank = "", meridiem] = groups;
  const hour = meridiem === undefined ? "HH" : "hh";
  const second = seconds === undefined ? "" : `${mark}ss`;
  const part = fraction === undefined ? "" : `${point}SSS`;
  const half = meridiem === undefined ? "" : `${blank === "" ? "" : " "}a`;
  return `${hour}${mark}mm${second}${part}${half}${zonePart(groups)}`;
}

function zonePart(groups: readonly (string | undefined)[]): string {
  const [blank, zone] = groups.slice(7);
  if (zone === undefined) return "";
  const token = /^(?:Z|(?:UTC|GMT)?[+\-\u2212])/.test(zone) ? "ZZ" : "z";
  return `${blank ? " " : ""}${token}`;
}

/** What stands between the parts, as a format has it: one blank for several, letters in quotes. */
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{L}+/gu, (letters) => `'${letters}'`);
}
