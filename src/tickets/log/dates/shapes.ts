import { dateFormat } from "./format";
import { readIsoText } from "./iso";
import { monthNamed, weekdayNamed } from "./names";
import { type FormatRead, formatReader } from "./read-format";
import { literal, timeShape } from "./times";

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
/** What stands between a date and the time after it. */
const JOINT = "(,?\\s+(?:(?:at|à)\\s+)?)";

/** `02/11/2026 09:00`, `2-Nov-26 9:00 AM`, `2026.11.02 09:00`; the time comes last. */
const NUMBERS = new RegExp(
  `^${WEEKDAY}(\\d{1,4})([-/. ])(\\d{1,2}|\\p{L}{3,9}\\.?)\\4(\\d{2,4})(,?\\s+(?:(?:at|à)\\s+)?|T|\\s+-\\s+)(\\d.*)$`,
  "u",
);
/** `2nd November 2026 09:00`, `2. Nov. 2026, 9:00 AM`, `1er août 2026 à 9h30`; the numbers of `2 Nov 2026` are among those above. */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(st|nd|rd|th|er|\\.)?(\\s+(?:of\\s+)?)(\\p{L}{3,9}\\.?)(,?\\s+)(\\d{4})${JOINT}(\\d.*)$`,
  "u",
);
/** `Nov 2, 2026 9:00 AM`. */
const NAME_FIRST = new RegExp(
  `^${WEEKDAY}(\\p{L}{3,9})(\\.?\\s+)(\\d{1,2})((?:st|nd|rd|th|er)?,?\\s+)(\\d{4})${JOINT}(\\d.*)$`,
  "u",
);
/** What may stand between a time and the date after it: `0900 02/11/2026`, `09:00 on 2 November 2026`. */
const JOINT_AFTER_TIME = /,?\s+(?:(?:on|le)\s+)?(?:-\s+)?/g;

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
/** `20261102 0900`, `20261102 09:00:00`. */
const SORTED_DAY = /^(?:19|20)\d{6}(\s+)(\d.*)$/;

function writtenShape(given: string): WrittenShape | null {
  // An accent may be a character of its own.
  const text = given.normalize();
  return dateFirst(text) ?? timeFirst(text);
}

function dateFirst(text: string): WrittenShape | null {
  const [sorted, seconds = ""] = SORTED.exec(text) ?? [];
  if (sorted !== undefined) {
    const format = seconds === "" ? "yyyyMMddHHmm" : "yyyyMMddHHmmss";
    return { kind: "format", format, statesOffset: false };
  }
  const [, blank = "", ofDay = ""] = SORTED_DAY.exec(text) ?? [];
  if (ofDay !== "") return withTime("yyyyMMdd", blank, ofDay);
  const byName = NAME_FIRST.exec(text);
  if (byName) return nameFirst(byName);
  const match = NUMBERS.exec(text);
  const shape = match ? numbers(match) : null;
  if (shape !== null) return shape;
  const byDay = DAY_FIRST.exec(text);
  return byDay ? dayFirst(byDay) : null;
}

/** A date with its time before it, which is read as that date with its time after it. */
function timeFirst(text: string): WrittenShape | null {
  for (const { 0: joint, index } of text.matchAll(JOINT_AFTER_TIME)) {
    const ofDay = text.slice(0, index);
    const time = timeShape(ofDay);
    const shape = time && dateFirst(`${text.slice(index + joint.length)} ${ofDay}`);
    if (shape) return turned(shape, time.format, joint);
  }
  return null;
}

/** The shape of a date with its time before it, by that of the same date with its time after it. */
function turned(shape: WrittenShape, time: string, joint: string): WrittenShape {
  // After an hour, MM would be its minutes; LL is always a month.
  const hasMinutes = time.includes("mm");
  const turn = (format: string) => {
    const date = format.slice(0, -` ${time}`.length);
    const ofMonth = hasMinutes ? date : date.replace(/(?<!M)MM(?!M)/, "LL");
    return `${time}${literal(joint)}${ofMonth}`;
  };
  if (shape.kind === "format") return { ...shape, format: turn(shape.format) };
  const formats = ordersOf(shape).map(([order, format]) => [order, turn(format)]);
  return { ...shape, formats: Object.fromEntries(formats) };
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
  const [, weekday, comma = "", name = "", , , ordinal = "", , joint = "", time = ""] = match;
  if (!isMonth(name) || !mayBeWeekday(weekday)) return null;
  const day = /^[a-z]/.test(ordinal) ? "do" : "d";
  const after = literal(ordinal.replace(/^[a-z]+/, ""));
  return withTime(`${weekdayPart(weekday, comma)}MMM ${day}${after}yyyy`, joint, time);
}

function dayFirst(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", , after = "", of = "", name = "", then = "", , ...rest] = match;
  const [joint = "", time = ""] = rest;
  if (!isMonth(name) || !mayBeWeekday(weekday)) return null;
  const day = /^[a-z]/.test(after) ? "do" : `d${after}`;
  const date = `${day}${literal(of)}MMM${literal(then)}yyyy`;
  return withTime(`${weekdayPart(weekday, comma)}${date}`, joint, time);
}

/** The shape of a date, by its format, with the time after it; null if that is not a time. */
function withTime(date: string, joint: string, text: string): WrittenShape | null {
  const time = timeShape(text);
  if (time === null) return null;
  const format = `${date}${literal(joint)}${time.format}`;
  return { kind: "format", format, statesOffset: time.statesOffset };
}

function numbers(match: RegExpExecArray): WrittenShape | null {
  const [, weekday, comma = "", first = "", mark = "", second = "", last = "", ...rest] = match;
  const [joint = "", text = ""] = rest;
  const time = timeShape(text);
  // Only ISO 8601 has a T, and always two digits after it.
  if (time === null || (joint === "T" && time.hourDigits < 2)) return null;
  if (!mayBeWeekday(weekday)) return null;
  const { statesOffset } = time;
  const before = weekdayPart(weekday, comma);
  const after = `${literal(joint)}${time.format}`;
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

function mayBeWeekday(name: string | undefined): boolean {
  return name === undefined || weekdayNamed(name) !== undefined;
}

function weekdayPart(weekday: string | undefined, comma: string): string {
  return weekday === undefined ? "" : `EEE${literal(comma)}`;
}
