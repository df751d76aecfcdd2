import type { DateFormat } from "./format";
import { isNumber } from "./format";
import type { Field, FormatPart } from "./format-parts";
import { monthNamed, weekdayNamed } from "./names";
import { millisecondsOf, offsetMsOf, type WallTime, wallMsOf, weekdayOf } from "./wall-time";

/** What a text says when read by a format, or why it cannot be read by it. */
export type FormatRead =
  | WallTime
  /** Counted from 1970. */
  | { readonly epochMs: number }
  | { readonly reason: string };

/** Makes a reader of one format. Letters may be of either case, and blanks of any kind and number. */
export function formatReader(format: DateFormat): (text: string) => FormatRead {
  const [first] = format.parts;
  if (first && "field" in first && /^epoch/.test(first.field)) {
    const scale = first.field === "epochSeconds" ? 1000 : 1;
    return (text) => readEpoch(text, scale);
  }
  const fields = format.parts.flatMap((part) => ("field" in part ? [part.field] : []));
  const pattern = new RegExp(`^${format.parts.map(patternOf).join("")}$`, "iu");
  return (text) => {
    const match = pattern.exec(text.trim().normalize());
    if (!match) return { reason: `it is not written ${format.format}` };
    const found = new Map<Field, string>(fields.map((field, i) => [field, match[i + 1] ?? ""]));
    return wallTimeOf(found);
  };
}

/** The years that a count from 1970 may mean: few enough that one scale is not read as the other. */
const EARLIEST_MS = Date.UTC(1990, 0);
const LATEST_MS = Date.UTC(2200, 0);

/**
 * Reads a count of seconds or milliseconds since 1970, between 1990 and 2200.
 *
 * @param scale milliseconds in one unit of the count
 */
export function readEpoch(text: string, scale: 1 | 1000): FormatRead {
  const unit = scale === 1 ? "milliseconds" : "seconds";
  if (!/^\d+(?:\.\d+)?$/.test(text)) return { reason: `it is not a number of ${unit} since 1970` };
  const epochMs = Math.floor(Number(text) * scale);
  if (epochMs >= EARLIEST_MS && epochMs < LATEST_MS) return { epochMs };
  return { reason: `as ${unit} since 1970 it does not lie between 1990 and 2200` };
}

function patternOf(part: FormatPart, i: number, parts: readonly FormatPart[]): string {
  if (!("field" in part)) {
    if (part.text.trim() !== "") return part.text.split(/\s+/).map(escaped).join("\\s+");
    const next = parts[i + 1];
    return next && "field" in next && next.field === "meridiem" ? "\\s*" : "\\s+";
  }
  const isBeside = [parts[i - 1], parts[i + 1]].some(
    (each) => each && "field" in each && isNumber(each.field) && isNumber(part.field),
  );
  return `(${isBeside && part.field !== "fraction" ? `\\d{${part.digits}}` : PATTERNS[part.field]})`;
}

const PATTERNS: Readonly<Record<Field, string>> = {
  year: "\\d{4}",
  shortYear: "\\d{2}",
  month: "\\d{1,2}",
  monthName: "\\p{L}+\\.?",
  day: "\\d{1,2}",
  ordinalDay: "\\d{1,2}(?:st|nd|rd|th|er)?",
  weekdayName: "\\p{L}+\\.?",
  hour24: "\\d{1,2}",
  hour12: "\\d{1,2}",
  minute: "\\d{1,2}",
  second: "\\d{1,2}",
  fraction: "\\d{1,9}",
  meridiem: "[ap](?:\\.?\\s?m)?\\.?",
  offset: "Z|(?:UTC|GMT)?\\s?[+\\-\\u2212]\\d{1,2}(?::?\\d{2}){0,2}|UTC|GMT",
  zone: "[+\\-\\u2212]\\d{1,2}(?::?\\d{2}){0,2}|[A-Za-z][A-Za-z0-9_+\\-/]*",
  epochSeconds: "",
  epochMilliseconds: "",
};

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function wallTimeOf(found: ReadonlyMap<Field, string>): FormatRead {
  const number = (field: Field) => Number.parseInt(found.get(field) ?? "0", 10);
  const month = monthOf(found);
  if (month === undefined) return { reason: `"${found.get("monthName")}" is not a month` };
  const hour = hourOf(found);
  if (typeof hour !== "number") return hour;
  const wallMs = wallMsOf({
    year: found.has("year") ? number("year") : fullYear(number("shortYear")),
    month,
    day: found.has("day") ? number("day") : number("ordinalDay"),
    hour,
    minute: number("minute"),
    second: number("second"),
    millisecond: millisecondsOf(found.get("fraction") ?? "0"),
  });
  if (typeof wallMs !== "number") return wallMs;
  const wrongDay = wrongWeekday(found.get("weekdayName"), wallMs);
  if (wrongDay !== null) return { reason: wrongDay };
  return { wallMs, ...placeOf(found) };
}

function monthOf(found: ReadonlyMap<Field, string>): number | undefined {
  const name = found.get("monthName");
  if (name === undefined) return Number(found.get("month"));
  return monthNamed(name);
}

function hourOf(found: ReadonlyMap<Field, string>): number | { readonly reason: string } {
  const meridiem = found.get("meridiem");
  if (meridiem === undefined) return Number(found.get("hour24"));
  const hour = Number(found.get("hour12"));
  if (hour < 1 || hour > 12) return { reason: `there is no hour ${hour} ${meridiem}` };
  return (hour % 12) + (/^p/i.test(meridiem) ? 12 : 0);
}

/** Two digits are a year from 1961 to 2060. */
function fullYear(twoDigits: number): number {
  return twoDigits > 60 ? 1900 + twoDigits : 2000 + twoDigits;
}

function wrongWeekday(name: string | undefined, wallMs: number): string | null {
  if (name === undefined) return null;
  const weekday = weekdayNamed(name);
  if (weekday === undefined) return `"${name}" is not a day of the week`;
  return weekday === weekdayOf(wallMs) ? null : `its date is not a ${name}`;
}

function placeOf(found: ReadonlyMap<Field, string>): Pick<WallTime, "offsetMs" | "zone"> {
  const written = found.get("offset") ?? found.get("zone");
  if (written === undefined) return {};
  const offsetMs = offsetMsOf(written.replace(/\s/g, ""));
  return offsetMs === null ? { zone: written } : { offsetMs };
}
