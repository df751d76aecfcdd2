/** A part of a format: a number, or one character. */
export interface Part {
  /** Which number it is: year, month, day, hour, minute, second, millisecond; -1 for a character. */
  readonly place: number;
  /** How many digits it has. */
  readonly least: number;
  readonly most: number;
  /** The code of the character. */
  readonly code: number;
}

/** The tokens of numbers, and how many digits each has. */
const TOKENS: Readonly<Record<string, readonly [place: number, least: number, most: number]>> = {
  ...{ yyyy: [0, 4, 4], yy: [0, 2, 2] },
  ...{ MM: [1, 2, 2], LL: [1, 2, 2], M: [1, 1, 2], L: [1, 1, 2], dd: [2, 2, 2], d: [2, 1, 2] },
  ...{ HH: [3, 2, 2], H: [3, 1, 2], mm: [4, 2, 2], m: [4, 1, 2], ss: [5, 2, 2], s: [5, 1, 2] },
  ...{ SSS: [6, 3, 3] },
};

const NAMES = ["year", "month", "day", "hour", "minute", "second", "millisecond"] as const;
/** How many of the names each format needs. */
const NEEDED = 4;

/** The parts of a format, or why it is not one of dates in digits. */
export function partsOf(format: string): readonly Part[] | string {
  if (typeof format !== "string") return 'expected Luxon\'s tokens, such as "d/M/yyyy HH:mm"';
  const parts: Part[] = [];
  for (const [piece] of format.matchAll(/'[^']*'|([A-Za-z])\1*|[^']/gs)) {
    const token = Object.hasOwn(TOKENS, piece) ? TOKENS[piece] : undefined;
    if (token) {
      const [place, least, most] = token;
      parts.push({ place, least, most, code: 0 });
      continue;
    }
    if (/^[A-Za-z]/.test(piece)) return `"${piece}" is not a token of a date in digits`;
    for (const letter of piece.replaceAll("'", "")) {
      const code = letter.charCodeAt(0);
      if (code > 127) return `"${letter}" is not a character of ASCII`;
      parts.push({ place: -1, least: 1, most: 1, code });
    }
  }
  return whyNotOne(parts) ?? parts;
}

function whyNotOne(parts: readonly Part[]): string | undefined {
  for (const [place, name] of NAMES.entries()) {
    const count = parts.filter((part) => part.place === place).length;
    if (count > 1) return `it has more than one ${name}`;
    if (count === 0 && place < NEEDED) return `it has no ${name}`;
  }
  const runsOn = parts.some(({ least, most }, i) => {
    const next = parts[i + 1];
    return least < most && next !== undefined && next.place >= 0;
  });
  return runsOn ? "a number of one or two digits needs something after it" : undefined;
}
