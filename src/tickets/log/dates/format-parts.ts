/** What a part of a format stands for. */
export type Field =
  | "year"
  | "shortYear"
  | "month"
  | "monthName"
  | "day"
  | "ordinalDay"
  | "weekdayName"
  | "hour24"
  | "hour12"
  | "minute"
  | "second"
  | "fraction"
  | "meridiem"
  | "offset"
  | "zone"
  | "epochSeconds"
  | "epochMilliseconds";

/** A part of a format: literal text, or a field. */
export type FormatPart =
  | { readonly text: string }
  | {
      readonly field: Field;
      /** How many digits it has if nothing separates it from the next number. */
      readonly digits: number;
      /** How the format writes it. */
      readonly token: string;
    };

/** A part whose letters alone do not say what it is. */
export type RawPart =
  | FormatPart
  | { readonly field: "m" | "h" | "S"; readonly digits: number; readonly token: string };

/** Why a format cannot be used. */
export interface Refusal {
  readonly reason: string;
}

/** The letters of a format that mean one thing in every dialect that has them. */
const TOKENS: readonly (readonly [pattern: RegExp, field: Field | "m" | "h" | "S"])[] = [
  // Oracle's come first, since other dialects' tokens are the beginnings of them.
  [/^hh24/i, "hour24"],
  [/^hh12/i, "hour12"],
  [/^mi/i, "minute"],
  [/^mon(?:th)?/i, "monthName"],
  [/^am\/pm|^a\/p|^a\.m\.|^p\.m\./i, "meridiem"],
  [/^[yYu]{4}/, "year"],
  [/^[yY]{2}/, "shortYear"],
  [/^y/, "year"],
  [/^(?:M{3,4}|m{3,4}|L{3,4})/, "monthName"],
  [/^L{1,2}/, "month"],
  [/^(?:M{1,2}|m{1,2})/, "m"],
  [/^[dD]o/, "ordinalDay"],
  [/^(?:d{3,4}|E{1,4}|e{3,4}|c{3,4})/, "weekdayName"],
  [/^(?:d{1,2}|D{1,2})/, "day"],
  [/^H{1,2}/, "hour24"],
  [/^h{1,2}/, "h"],
  [/^s{1,2}/, "second"],
  [/^S+|^u{1,3}/, "S"],
  [/^f{1,9}/, "fraction"],
  [/^(?:a{1,2}|A|t{1,2}|p)/, "meridiem"],
  [/^(?:z{1,4}|Z{4,5}|VV)/, "zone"],
  [/^(?:Z{1,3}|X{1,3}|x{1,3})/, "offset"],
];

/** Python's and the shell's: `%d/%m/%Y %H:%M`. */
const PERCENT: Readonly<Record<string, string>> = {
  ...{ d: "dd", e: "d", m: "LL", b: "MMM", h: "MMM", B: "MMMM", y: "yy", Y: "yyyy", a: "EEE" },
  ...{ A: "EEEE", H: "HH", k: "H", I: "hh12", l: "hh12", M: "mi", S: "ss", f: "ffffff", L: "fff" },
  ...{ p: "a", z: "ZZ", Z: "z", T: "HH:mi:ss", R: "HH:mi", F: "yyyy-LL-dd", "%": "'%'" },
};

/** The parts of a format, or why one of them is unknown. */
export function formatParts(format: string): RawPart[] | Refusal {
  const whole = format.trim();
  if (whole === "x") return [{ field: "epochMilliseconds", digits: 13, token: "x" }];
  if (whole === "X") return [{ field: "epochSeconds", digits: 10, token: "X" }];
  const spelled = /%[a-zA-Z]/.test(whole) ? withoutPercent(whole) : whole;
  if (typeof spelled !== "string") return spelled;
  // Excel ends a format with ";@" and begins it with a language such as "[$-809]".
  let rest = spelled.replace(/;@$/, "").replace(/^\[\$-[^\]]*\]/, "");
  const parts: RawPart[] = [];
  while (rest !== "") {
    const taken = literal(rest, parts) ?? token(rest);
    if (taken === null) return { reason: unknownToken(rest) };
    parts.push(taken.part);
    rest = rest.slice(taken.length);
  }
  return parts;
}

interface Taken {
  readonly part: RawPart;
  readonly length: number;
}

/** The literal text at the start of the rest of a format, if there is any. */
function literal(rest: string, before: readonly RawPart[]): Taken | null {
  const single = /^'((?:[^']|'')*)'/.exec(rest);
  const quote = single ?? /^"([^"]*)"/.exec(rest) ?? /^\[([^\]$]*)\]/.exec(rest);
  if (quote) {
    const text = (quote[1] ?? "").replaceAll("''", "'");
    // Java writes the Z of an instant in UTC as 'Z'.
    const isUtc = text.toUpperCase() === "Z" && isTimeOfDay(before.at(-1));
    const part: RawPart = isUtc ? { field: "offset", digits: 1, token: "Z" } : { text };
    return { part, length: quote[0].length };
  }
  if (/^\\./s.test(rest)) return { part: { text: rest[1] ?? "" }, length: 2 };
  // The T of ISO 8601, which formats often leave unquoted.
  if (/^T(?=[Hh%])/.test(rest)) return { part: { text: "T" }, length: 1 };
  // The h of 9h30, which formats often leave unquoted: an hour has only one token.
  if (/^h(?!h|\d)/.test(rest) && isHourOf24(before.at(-1))) {
    return { part: { text: "h" }, length: 1 };
  }
  // Excel writes a fraction of a second as zeros.
  const zeros = /^0+/.exec(rest);
  if (zeros && before.some(isSecond)) {
    const [text] = zeros;
    return { part: { field: "fraction", digits: text.length, token: text }, length: text.length };
  }
  return /^[^\p{L}'"[\]\\]/u.test(rest) ? { part: { text: rest[0] ?? "" }, length: 1 } : null;
}

function token(rest: string): Taken | null {
  for (const [pattern, field] of TOKENS) {
    const [text] = pattern.exec(rest) ?? [];
    if (text === undefined) continue;
    const after = rest.slice(text.length);
    // The run is a letter too long: three where two have a meaning, or two where one has.
    if (after[0] === text.at(-1) && /[a-z]/i.test(after[0] ?? "")) return null;
    return { part: { field, digits: text.length, token: text }, length: text.length };
  }
  return null;
}

function withoutPercent(format: string): string | Refusal {
  const unknown = [...format.matchAll(/%-?(.)/gs)].find(
    ([, letter = ""]) => !Object.hasOwn(PERCENT, letter),
  );
  if (unknown) return { reason: `"${unknown[0]}" is not one of the letters it may use` };
  return format
    .split(/(%-?.)/s)
    .map((piece, i) => (i % 2 === 1 ? (PERCENT[piece.at(-1) ?? ""] ?? "") : quotedText(piece)))
    .join("");
}

function quotedText(text: string): string {
  return /\p{L}/u.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function isTimeOfDay(part: RawPart | undefined): boolean {
  return (
    part !== undefined && "field" in part && /hour|minute|second|fraction|[mhS]/.test(part.field)
  );
}

function isHourOf24(part: RawPart | undefined): boolean {
  return part !== undefined && "field" in part && /^H{1,2}$/.test(part.token);
}

function isSecond(part: RawPart): boolean {
  return "field" in part && part.field === "second";
}

function unknownToken(rest: string): string {
  const [run = rest[0] ?? ""] = /^(\p{L})\1*/u.exec(rest) ?? [];
  return `"${run}" has no meaning in it; text belongs in quotation marks, as in 'at'`;
}
