import { meaningOf, two } from "./words";

/** A piece of an opening_hours value. */
export interface Token {
  readonly kind:
    | "always"
    | "time"
    | "year"
    | "number"
    | "word"
    | "comment"
    | "sign"
    | "other"
    | "end";
  /** As it is written. */
  readonly text: string;
  /** Its spelling in opening_hours: `Mo` for `Monday`, `09:00` for `9 am`, `-` for a longer dash. */
  readonly means: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

// The names of the groups are the kinds.
const PIECE = new RegExp(
  [
    "\\s*(?:(?<always>24/7)",
    "(?<time>\\d{1,2}[:.]\\d{2}(?:\\s*[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s*[ap]\\.?m\\b\\.?|\\d{1,2}h(?!\\w))",
    "(?<year>\\d{4})",
    "(?<number>\\d{1,2})",
    "(?<word>[A-Za-z]+)",
    '(?<comment>"[^"]*"?)',
    "(?<sign>\\|\\||[-‐‒–—−,;:+()[\\]/&])",
    "(?<other>\\S))",
  ].join("|"),
  "giy",
);

/** The pieces of an opening_hours value, the last of which is its end. Blanks are ignored. */
export function tokensOf(text: string): readonly Token[] {
  const tokens = [...text.matchAll(PIECE)].flatMap(({ 0: piece, index, groups = {} }): Token[] => {
    const [found] = Object.entries(groups).filter(([, part]) => part !== undefined);
    if (!found) return [];
    const [name, part = ""] = found;
    const kind = name as Token["kind"];
    const at = index + piece.length - part.length;
    return [spelt({ kind, text: part, means: part, at })];
  });
  return [...tokens, { kind: "end", text: "", means: "", at: text.length }];
}

/** The same token with what it means; "to" is a dash, "and" and "&" are commas. */
function spelt(token: Token): Token {
  const { kind, text } = token;
  if (kind === "time") return { ...token, means: timeMeant(text) };
  if (kind === "sign") {
    return { ...token, means: text === "&" ? "," : text.replace(/[‐‒–—−]/, "-") };
  }
  if (kind !== "word") return token;
  const means = meaningOf(text);
  return /[-,]/.test(means) ? { ...token, kind: "sign", means } : { ...token, means };
}

/** `HH:MM` on the 24-hour clock; a time that does not exist stays as it is written. */
function timeMeant(text: string): string {
  const [, hours = "", minutes = "00", half] =
    /^(\d+)(?:[:.](\d+)|h)?\s*(?:([ap])\.?m\.?)?$/i.exec(text) ?? [];
  if (half === undefined) return `${two(Number(hours))}:${minutes}`;
  if (Number(hours) < 1 || Number(hours) > 12) return text;
  const afternoon = half.toLowerCase() === "p" ? 12 : 0;
  return `${two((Number(hours) % 12) + afternoon)}:${minutes}`;
}
