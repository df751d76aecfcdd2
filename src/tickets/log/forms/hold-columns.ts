import type { Header } from "../header";
import { readLength } from "../lengths";
import type { Mapping } from "../mapping";

/** How a length of time on hold is written. */
export type HoldWritten = NonNullable<Mapping["onHold"]>["written"];

/** A column whose name says that it is time on hold, and how that is written if the name says it. */
export interface HoldColumn {
  readonly column: string;
  readonly written?: HoldWritten | undefined;
}

/** `On hold`, `Time paused`, `pending_time`, `Waiting time`, `SLA hold duration`. */
const HOLD =
  /\b(?:on[\s-]?hold|hold(?:ing)?|paused?|pausing|suspended|suspension|pending|waiting|awaiting)\b/i;
/** The name means that somebody waits for the desk, or that the column holds something other than a length. */
const OTHER =
  /\b(?:reason|since|until|from|to|at|date|start(?:ed)?|end(?:ed)?|code|by|type|note|comment|count|reply|replies|response|requester|agent|queue|approval|status|state|flag|percent|due|breach(?:ed)?)\b|[%?]/i;

/** How lengths are written, by what the names of their columns say. */
const NAMES: readonly (readonly [pattern: RegExp, written: HoldWritten])[] = [
  [/\bhh?:mm:ss\b/i, "hh:mm:ss"],
  [/\bhh?:mm\b/i, "hh:mm"],
  [/\bh(?:(?:ou)?rs?)?\b/i, "hours"],
  [/\bmin(?:ute)?s?\b/i, "minutes"],
  [/\bsec(?:ond)?s?\b/i, "seconds"],
];

/** Names with a unit that is not read: days may be working days. */
const OTHER_UNIT = /\b(?:days?|weeks?|ms|milliseconds?)\b/i;

/** The columns that may say how long each ticket was on hold; first, those whose names say how it is written. */
export function holdColumns({ names }: Pick<Header, "names">): HoldColumn[] {
  const found = names.flatMap((column): HoldColumn[] => {
    const name = column.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, "$1 $2");
    if (!HOLD.test(name) || OTHER.test(name)) return [];
    const written = NAMES.find(([pattern]) => pattern.test(name))?.[1];
    return [{ column, written: OTHER_UNIT.test(name) ? undefined : written }];
  });
  return [
    ...found.filter(({ written }) => written !== undefined),
    ...found.filter(({ written }) => written === undefined),
  ];
}

/** Ways of writing a length that show the unit themselves. */
const SELF_SAID = ["hh:mm:ss", "hh:mm", "iso", "words"] as const satisfies readonly HoldWritten[];

/** A length of time that a spreadsheet shows as a date, counted from the start of its calendar. */
const LENGTH_AS_DATE = /^(?:1899|190[04])-/;

/**
 * How the texts of a column of time on hold are written.
 *
 * @param texts the texts in the column
 * @returns `unsaid` if they are numbers of an unknown unit; null if they are not lengths
 */
export function writtenOf(
  { written }: HoldColumn,
  texts: Iterable<string>,
): HoldWritten | "unsaid" | null {
  const some = [...texts].filter((text) => !/^(?:[\s?\-–—]*|null|none|n\/a)$/i.test(text));
  const reads = (way: HoldWritten) => (text: string) => typeof readLength(text, way) === "number";
  const whole = [...(written ? [written] : []), ...SELF_SAID].find((way) => some.every(reads(way)));
  if (some.length > 0 && whole !== undefined) return whole;
  if (written !== undefined) return written;
  const number = /^\d[\d.,\s]*$/;
  if (some.some((text) => number.test(text) && Number.parseFloat(text) !== 0)) return "unsaid";
  if (some.some((text) => LENGTH_AS_DATE.test(text))) return "unsaid";
  return SELF_SAID.find((way) => some.some(reads(way))) ?? null;
}
