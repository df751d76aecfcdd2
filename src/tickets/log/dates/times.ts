/** How a text writes a time of day, with what follows it. */
export interface TimeShape {
  /** The format that reads it. */
  readonly format: string;
  /** Whether it states an offset or a zone. */
  readonly statesOffset: boolean;
  /** How many digits its hour has. */
  readonly hourDigits: number;
}

/** The word or the letter for hours, as in `9h30`, `0900 hrs` and `9 Uhr`. */
const HOURS = "(?:h|hrs?|hours?|heures?|uhr|uur)\\b";

const TIMES = [
  // `09:00`, `9.30`, `09:00:15.250`, with or without a word for hours after it: `09:00 hrs`.
  `\\d{1,2}([:.])\\d{2}(?:\\1\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s*${HOURS})?`,
  // `0900`, `090015`, `0900hrs`.
  `\\d{4}(?:\\d{2})?(?:\\s*${HOURS})?`,
  // `9h30`, `09h00m15s`, `9 h 30`, `9 heures 30`.
  "\\d{1,2}\\s*(?:h|heures?|uhr)\\s*\\d{2}(?:\\s*(?:min|mn|m)(?:\\s*\\d{2}\\s*(?:sec|s)?)?)?",
  // `9h`, `09 hrs`.
  `\\d{1,2}\\s*${HOURS}`,
  // `9`, which needs am or pm after it.
  "\\d{1,2}",
].map((pattern) => new RegExp(`^${pattern}(?!\\d)`, "iu"));

const HALF = /^(\s*)[ap]\.?\s?m\.?/i;
const ZONE =
  /^(\s*)(Z|(?:UTC|GMT)?[+\-\u2212]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|[A-Z][a-z]+\/[A-Za-z_/]+)/;

/**
 * Understands a time of day, with am or pm and with an offset or a zone if there is one.
 *
 * @returns null if the whole text is not one, such as for an hour alone
 * @example timeShape("9h30")?.format // "HH'h'mm"
 * @example timeShape("4:30 pm")?.format // "hh:mm a"
 */
export function timeShape(text: string): TimeShape | null {
  for (const pattern of TIMES) {
    const [time] = pattern.exec(text) ?? [];
    const shape = time === undefined ? null : withTail(time, text.slice(time.length));
    if (shape !== null) return shape;
  }
  return null;
}

/** A time with the rest of its text, which is am or pm, a zone, both or nothing. */
function withTail(time: string, rest: string): TimeShape | null {
  const [half = "", beforeHalf] = HALF.exec(rest) ?? [];
  const [zone = "", beforeZone, name = ""] = ZONE.exec(rest.slice(half.length)) ?? [];
  if (half.length + zone.length < rest.length) return null;
  if (half === "" && /^\d{1,2}$/.test(time)) return null;
  const meridiem = half === "" ? "" : `${beforeHalf === "" ? "" : " "}a`;
  const token = /^(?:Z|(?:UTC|GMT)?[+\-\u2212])/.test(name) ? "ZZ" : "z";
  const place = zone === "" ? "" : `${beforeZone === "" ? "" : " "}${token}`;
  return {
    format: `${clockFormat(time, half !== "")}${meridiem}${place}`,
    statesOffset: zone !== "",
    hourDigits: /^\d{2}(?:\D|(?:\d\d)+(?:\D|$)|$)/.test(time) ? 2 : 1,
  };
}

/** The format of a time without what follows it: its numbers as tokens, everything else as it stands. */
function clockFormat(time: string, hasHalf: boolean): string {
  const tokens = [hasHalf ? "hh" : "HH", "mm", "ss", "SSS"];
  let next = 0;
  const token = () => tokens[next++] ?? "";
  return time
    .split(/(\d+)/)
    .map((piece, i) => {
      if (i % 2 === 0) return literal(piece.toLowerCase());
      // Four or six digits that run on are two or three numbers.
      return next === 0 && piece.length > 2 ? piece.replace(/\d\d/g, token) : token();
    })
    .join("");
}

/** The text between the parts of a format: one blank for several, letters in quotation marks. */
export function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{L}+/gu, (letters) => `'${letters}'`);
}
