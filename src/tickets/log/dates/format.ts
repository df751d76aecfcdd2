import {
  type Field,
  type FormatPart,
  formatParts,
  type RawPart,
  type Refusal,
} from "./format-parts";

/** An understood way of writing an instant, which has one meaning. */
export interface DateFormat {
  readonly format: string;
  readonly parts: readonly FormatPart[];
  /** Whether it states an offset or a zone, or counts from 1970. */
  readonly isAbsolute: boolean;
}

/**
 * Understands a format: Luxon's and Java's (`dd/MM/yyyy HH:mm`), a spreadsheet's (`dd/mm/yyyy hh:mm`),
 * Moment's (`DD/MM/YYYY HH:mm`), .NET's, Oracle's (`HH24:MI`) and Python's (`%d/%m/%Y`).
 *
 * `mm` is minutes after an hour and before seconds, and otherwise a month. `hh` without am or pm is the
 * 24-hour clock only in a format that writes its month as `mm`, as spreadsheets do.
 *
 * @returns the reason if it does not state exactly one day, month, year and hour
 */
export function dateFormat(format: string): DateFormat | Refusal {
  const raw = formatParts(format);
  if ("reason" in raw) return { reason: `the format "${format}": ${raw.reason}` };
  const parts = settled(raw);
  const fields = parts.flatMap((part) => ("field" in part ? [part.field] : []));
  const reason = whyNotOne(fields, parts);
  if (reason !== null) return { reason: `the format "${format}" ${reason}` };
  const isAbsolute = fields.some((field) => /offset|zone|epoch/.test(field));
  return { format, parts, isAbsolute };
}

/** The parts, with the meaning that their neighbours give them. */
function settled(raw: readonly RawPart[]): FormatPart[] {
  const minutes = withMinutes(raw);
  const isSpreadsheet = minutes.some(
    (part) => "field" in part && /^month/.test(part.field) && part.token.startsWith("m"),
  );
  const hasMeridiem = raw.some((part) => "field" in part && part.field === "meridiem");
  const isExcelMeridiem = raw.some((part) => "field" in part && /^a.*p/i.test(part.token));
  return minutes.map((part): FormatPart => {
    if (!("field" in part)) return part;
    const { digits, token } = part;
    if (part.field === "h") {
      const field = isSpreadsheet && !hasMeridiem ? "hour24" : "hour12";
      return { field, digits, token };
    }
    if (part.field === "hour24" && isExcelMeridiem) return { field: "hour12", digits, token };
    return { field: part.field, digits, token };
  });
}

type Known = FormatPart | { readonly field: "h"; readonly digits: number; readonly token: string };

/** The parts, with each `m` and `S` told apart by what comes before and after it. */
function withMinutes(raw: readonly RawPart[]): Known[] {
  const known: Known[] = [];
  const hasSeconds = raw.some((part) => "field" in part && part.field === "second");
  const fieldsAfter = (i: number) =>
    raw.slice(i + 1).flatMap((part) => ("field" in part ? [part.field] : []));
  raw.forEach((part, i) => {
    if (!("field" in part)) {
      known.push(part);
      return;
    }
    const { field, digits, token } = part;
    const before = known.flatMap((each) => ("field" in each ? [each.field] : [])).at(-1);
    if (field === "m") {
      const next = fieldsAfter(i)[0];
      const isMinute =
        (before !== undefined && /^h/.test(before)) ||
        next === "second" ||
        isUpperSeconds(part, next);
      known.push({ field: isMinute ? "minute" : "month", digits, token });
    } else if (field === "S") {
      const isSecond = !hasSeconds && before === "minute" && /^S{1,2}$/.test(token);
      known.push({ field: isSecond ? "second" : "fraction", digits, token });
    } else {
      known.push({ field, digits, token });
    }
  });
  return known;
}

/** Whether it is the `MM` of `HH:MM:SS`, which writes its seconds in capitals, too. */
function isUpperSeconds({ token }: { readonly token: string }, next: string | undefined): boolean {
  return next === "S" && token.startsWith("M");
}

/** What each instant needs exactly once, and what may stand in for it. */
const NEEDED = [
  ["day", ["day", "ordinalDay"]],
  ["month", ["month", "monthName"]],
  ["year", ["year", "shortYear"]],
  ["hour", ["hour24", "hour12"]],
] as const satisfies readonly (readonly [name: string, fields: readonly Field[]])[];

const AT_MOST_ONE = ["minute", "second", "fraction", "meridiem", "offset", "zone"] as const;

function whyNotOne(fields: readonly Field[], parts: readonly FormatPart[]): string | null {
  if (fields.length === 1 && /^epoch/.test(fields[0] ?? "")) return null;
  const has = (field: Field) => fields.includes(field);
  for (const [name, names] of NEEDED) {
    const count = fields.filter((field) => (names as readonly Field[]).includes(field)).length;
    if (count === 1) continue;
    const found = count === 0 ? "no" : "more than one";
    return `has ${found} ${name}; it needs one day, one month, one year and one hour${remedy(name, fields)}`;
  }
  const twice = AT_MOST_ONE.find((name) => fields.filter((field) => field === name).length > 1);
  if (twice !== undefined) return `has more than one ${twice}`;
  if (has("second") && !has("minute")) return "has seconds without minutes";
  if (has("fraction") && !has("second")) return "has a fraction without seconds";
  if (has("hour12") && !has("meridiem")) {
    const token = parts.flatMap((part) =>
      "field" in part && part.field === "hour12" ? [part.token] : [],
    )[0];
    return `has ${token}, the 12-hour clock, and nothing for am or pm; write HH for the 24-hour clock, or add a`;
  }
  if (has("hour24") && has("meridiem")) {
    return "has the 24-hour clock (HH) and am or pm; write hh for the 12-hour clock";
  }
  if (runsOn(parts))
    return "has numbers with nothing between them; write them with all their digits";
  return null;
}

function remedy(name: string, fields: readonly Field[]): string {
  if (name === "hour" && fields.length > 0) {
    return "; a date without a time does not say when a clock starts";
  }
  return name === "month" && fields.includes("minute")
    ? "; MM is the month, and mm the minutes"
    : "";
}

/** Whether a number of one letter stands directly before another number. */
function runsOn(parts: readonly FormatPart[]): boolean {
  return parts.some((part, i) => {
    const next = parts[i + 1];
    if (!("field" in part) || !next || !("field" in next)) return false;
    return isNumber(part.field) && isNumber(next.field) && part.digits === 1;
  });
}

/** Whether a field is written in digits. */
export function isNumber(field: Field): boolean {
  return !/Name|meridiem|offset|zone/.test(field);
}
