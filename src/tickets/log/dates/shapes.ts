import { dateFormat } from "./format";
import { readIsoText } from "./iso";
import { monthNamed } from "./names";
import { type FormatRead, formatReader } from "./read-format";

/** The order of day, month and year in a date of three numbers. */
export const ORDERS = ["day-first", "month-first", "year-first"] as const;
export type DateOrder = (typeof ORDERS)[number];

/** How a text writes an instant. */
export type DateShape =
  /** ISO 8601, a database's way, or a count since 1970, which need no format. */
  | { readonly kind: "iso"; readonly statesOffset: boolean }
  /** By one format, whatever the order of day and month. */
  | { readonly kind: "format"; readonly format: string; readonly statesOffset: boolean }
  /** By three numbers; which of them is the day, the month or the year is open. */
  | {
      readonly kind: "numbers";
      /** The three numbers as they stand. */
      readonly numbers: readonly [first: number, second: number, third: number];
      /** The formats that read it, by their order. */
      readonly formats: Readonly<Partial<Record<DateOrder, string>>>;
      readonly statesOffset: boolean;
    };

type WrittenShape = Exclude<DateShape, { kind: "iso" }>;
type NumbersShape = Extract<DateShape, { kind: "numbers" }>;

const WEEKDAY = "(?:(\\p{L}{2,9}\\.?)(,?\\s+))?";
const TIME =
  "(\\d{1,2})(?:([:.])\\d{2}(?:\\5(\\d{2})(?:([.,])(\\d{1,9}))?)?)?(?:(\\s*)([aApP])\\.?\\s?[mM]\\.?)?";
const ZONE =
  "(?:(\\s*)(Z|(?:UTC|GMT)?[+\\-\\u2212]\\d{1,2}(?::?\\d{2})?|[A-Z]{2,5}|[A-Z][a-z]+/[A-Za-z_/]+))?";

/** `02/11/2026 09:00`, `2-Nov-26 9:00 AM`, `2026.11.02 09:00`; the groups of the time come last. */
const NUMBERS = new RegExp(
  `^${WEEKDAY}(\\d{1,4})([-/. ])(\\d{1,2}|\\p{L}{3,9}\\.?)\\4(\\d{2,4})(,?\\s+(?:(?:at|à)\\s+)?|T|\\s+-\\s+)${TIME.replace("\\5", "\\9")}${ZONE}$`,
  "u",
);
/** `2nd November 2026 09:00`, `2. Nov. 2026, 9:00 AM`, `1er août 2026 à 09:00`; the numbers of `2 Nov 2026` are among those above. */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(st|nd|rd|th|er|\\.)?(\\s+(?:of\\s+)?)(\\p{L}{3,9}\\.?)(,?\\s+)(\\d{4})(,?\\s+(?:(?:at|à)\\s+)?)${TIME.replace("\\5", "\\11")}${ZONE}$`,
  "u",
);
/** `Nov 2, 2026 9:00 AM`. */
const NAME_FIRST = new RegExp(
  `^${WEEKDAY}(\\p{L}{3,9})(\\.?\\s+)(\\d{1,2})((?:st|nd|rd|th|er)?,?\\s+)(\\d{4})(,?\\s+(?:(?:at|à)\\s+)?)${TIME.replace("\\5", "\\10")}${ZONE}$`,
  "u",
);

/** The shape of a text; null if it is not an instant in a usual way of writing, or if no such instant exists. */
export function dateShape(text: string): DateShape | null {
  const iso = readIsoText(text);
  if (!("reason" in iso)) {
    return { kind: "iso", statesOffset: "epochMs" in iso || iso.offsetMs !== undefined };
  }
  const shape = writtenShape(text);
  if (shape === null) return null;
  if (shape.kind === "format") return reads(shape.format, text) ? shape : null;
  const possible = ordersOf(shape).filter(([, format]) => reads(format, text));
  return possible.length === 0 ? null : { ...shape, formats: Object.fromEntries(possible) };
}

/** The orders in which a date of three numbers may be meant, each with its format. */
export function ordersOf({ formats }: Pick<NumbersShape, "formats">): [DateOrder, string][] {
  return ORDERS.flatMap((order): [DateOrder, string][] => {
    const format = formats[order];
    return format === undefined ? [] : [[order, format]];
  });
}

/** `20261102090000`, as programs write dates that sort; a count since 1970 has ten or thirteen digits. */
const SORTED = /^(?:19|20)\d{10}(\d{2})?$/;

function writtenShape(given: string): WrittenShape | null {
  // An accent may be a character of its own.
  const text = given.normalize();
  const [sorted, seconds = ""] = SORTED.exec(text) ?? [];
  if (sorted !== undefined) {
    const format = seconds === "" ? "yyyyMMddHHmm" : "yyyyMMddHHmmss";
    return { kind: "format", format, statesOffset: false };
  }
  const byName = NAME_FIRST.exec(text);
  if (byName) return nameFirst(byName);
  const match = NUMBERS.exec(text);
  const shape = match ? numbers(match) : null;
  if (shape !== null) return shape;
  const byDay = DAY_FIRST.exec(text);
  return byDay ? dayFirst(byDay) : null;
}

const readers = new Map<string, (text: string) => FormatRead>();

function reads(format: string, text: string): boolean {
  return readBy(format, text) !== null;
}

/** What a text says when read by a format; null if it cannot be read by it. */
function readBy(format: string, text: string): FormatRead | null {
  let reader = readers.get(format);
  if (!reader) {
    const understood = dateFormat(format);
    if ("reason" in understood) return null;
    reader = formatReader(understood);
    readers.set(format, reader);
  }
  const read = reader(text);
  return "reason" in read ? null : read;
}

/** The date that a text says when read by a format, as if it were in UTC; null if it cannot be read by it. */
export function wallMsBy(format: string, text: string): number | null {
  const read = readBy(format, text);
  return read !== null && "wallMs" in read ? read.wallMs : null;
}

function nameFirst(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", name = "", , , ordinal = "", , joint = ""] = match;
  const time = timePart(match.slice(9));
  if (!isMonth(name) || time === null) return null;
  const day = /^[a-z]/.test(ordinal) ? "do" : "d";
  const after = literal(ordinal.replace(/^[a-z]+/, ""));
  const date = `MMM ${day}${after}yyyy`;
  return {
    kind: "format",
    format: `${weekdayPart(weekday, comma)}${date}${literal(joint)}${time}`,
    statesOffset: zonePart(match.slice(9)) !== "",
  };
}

function dayFirst(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", , after = "", of = "", name = "", then = "", , joint = ""] = match;
  const time = timePart(match.slice(10));
  if (!isMonth(name) || time === null) return null;
  const day = /^[a-z]/.test(after) ? "do" : `d${after}`;
  const date = `${day}${literal(of)}MMM${literal(then)}yyyy`;
  return {
    kind: "format",
    format: `${weekdayPart(weekday, comma)}${date}${literal(joint)}${time}`,
    statesOffset: zonePart(match.slice(10)) !== "",
  };
}

function numbers(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", first = "", mark = "", second = "", last = "", joint = ""] = match;
  const [hour = ""] = match.slice(8);
  const time = timePart(match.slice(8));
  // Only ISO 8601 has a T, and always two digits after it.
  if (time === null || (joint === "T" && hour.length < 2)) return null;
  const before = weekdayPart(weekday, comma);
  const after = `${literal(joint)}${time}`;
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
  const isShort = first.length === 2 && last.length === 2;
  return {
    kind: "numbers",
    numbers: [Number(first), Number(second), Number(last)],
    formats: {
      "day-first": format("dd", "MM", year),
      "month-first": format("MM", "dd", year),
      ...(isShort ? { "year-first": format("yy", "MM", "dd") } : {}),
    },
    statesOffset,
  };
}

function isMonth(name: string): boolean {
  return monthNamed(name) !== undefined;
}

function weekdayPart(weekday: string | undefined, comma: string): string {
  return weekday === undefined ? "" : `EEE${literal(comma)}`;
}

/**
 * The format of a time, by its groups: hour, mark, seconds, their mark and fraction, blank and meridiem,
 * the zone; null for an hour alone without am or pm.
 */
function timePart(groups: readonly (string | undefined)[]): string | null {
  const [, mark, seconds, point = ".", fraction, blank = "", meridiem] = groups;
  if (mark === undefined && meridiem === undefined) return null;
  const hour = meridiem === undefined ? "HH" : "hh";
  const minute = mark === undefined ? "" : `${mark}mm`;
  const second = seconds === undefined ? "" : `${mark}ss`;
  const part = fraction === undefined ? "" : `${point}SSS`;
  const half = meridiem === undefined ? "" : `${blank === "" ? "" : " "}a`;
  return `${hour}${minute}${second}${part}${half}${zonePart(groups)}`;
}

function zonePart(groups: readonly (string | undefined)[]): string {
  const [blank, zone] = groups.slice(7);
  if (zone === undefined) return "";
  const token = /^(?:Z|(?:UTC|GMT)?[+\-\u2212])/.test(zone) ? "ZZ" : "z";
  return `${blank ? " " : ""}${token}`;
}

/** The text between the parts, as a format writes it: one blank for several, letters in quotes. */
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{L}+/gu, (letters) => `'${letters}'`);
}
