import type { WallReader, ZoneClock } from "../../index";
import { quoted } from "../../words/printable";
import type { Cell } from "./cells";
import { digitReaders } from "./dates/digits";
import type { DateFormat } from "./dates/format";
import { readIsoText } from "./dates/iso";
import { formatsMeant, ISO } from "./dates/meant";
import { type FormatRead, formatReader } from "./dates/read-format";
import { clockOf, instantNamed } from "./dates/zones";
import type { Mapping } from "./mapping";
import { Offsets } from "./offsets";
import { InputError } from "./problems";
import type { LogRecord } from "./record";

/** Epoch milliseconds, or why the text is not an instant. */
export type InstantRead = number | { readonly reason: string };

/** Reads the instants of one file. */
export interface InstantReader {
  readonly text: (text: string) => InstantRead;
  /**
   * Reads a cell as it lies in memory, if it is written in the usual way and its clock showed it once.
   * Otherwise undefined; then read its text.
   */
  readonly quick: (cell: Cell, record: LogRecord) => number | undefined;
  /** Reads a date and time of a spreadsheet, given as if it were UTC in epoch milliseconds. */
  readonly wall: (wallMs: number) => InstantRead;
  /** What a reader of a report should know of the instants that have been read. */
  readonly notes: () => string[];
}

/** No date is written with more letters. */
const LONGEST = 100;

/** The most texts that are remembered; a file with more of them is unlikely to repeat them. */
const MOST_KNOWN = 100_000;

/**
 * Makes a reader of the instants of one file. Logs repeat their instants, so each text is read once.
 *
 * @throws {InputError} if the zone or a format is invalid
 */
export function instantReader(format: At): InstantReader {
  const { zone } = format;
  const clock = zone === undefined ? undefined : clockOf(zone);
  if (clock && "reason" in clock) throw new InputError(clock.reason);
  const meant = format.formats?.flatMap(meantBy);
  const read = meant ? formatsReader(meant, format) : isoReader(zone);
  const known = new Map<string, InstantRead>();
  const first: First = { offsets: new Offsets() };
  return {
    notes: () => notesOn(first, zone),
    text: (text) => {
      if (text.length > LONGEST) return { reason: "it is longer than any date" };
      let instant = known.get(text);
      if (instant === undefined) {
        const placed = read(text);
        instant = placed.instant;
        if (zone !== undefined && typeof instant === "number") {
          if (placed.isStated) first.stated ??= text;
          else first.unstated ??= text;
          if (placed.oddness) first[placed.oddness] ??= text;
        }
        if (placed.offsetMs !== undefined) first.offsets.add(placed.offsetMs, text);
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(text, instant);
      }
      return instant;
    },
    quick: clock ? quickReader(digitReaders(meant ?? [ISO]), clock, first) : () => undefined,
    wall: (wallMs) => instantOf({ wallMs }, zone),
  };
}

/** The formats that a text of the mapping means. */
function meantBy(format: string): readonly (DateFormat | typeof ISO)[] {
  const meant = formatsMeant(format);
  if ("reason" in meant) throw new InputError(meant.reason);
  return meant;
}

function quickReader(
  readers: readonly WallReader[],
  clock: ZoneClock,
  first: First,
): InstantReader["quick"] {
  return (cell, record) => {
    for (const reader of readers) {
      const wallMs = cell.wallBy(record, reader);
      if (wallMs === undefined) continue;
      if (clock.timesShown(wallMs) !== 1) return undefined;
      first.unstated ??= cell.text(record) ?? "";
      return clock.instantOf(wallMs);
    }
    return undefined;
  };
}

/** Reads an instant in ISO 8601 or one of its relatives. The text must state its offset. */
export function readIso(text: string): InstantRead {
  return instantOf(readIsoText(text), undefined);
}

type At = Pick<Mapping["at"], "formats" | "zone">;

/** The first instant of each of some kinds. */
interface First {
  readonly offsets: Offsets;
  stated?: string;
  unstated?: string;
  twice?: string;
  never?: string;
}

function notesOn(first: First, zone: string | undefined): string[] {
  const { stated, unstated, twice, never } = first;
  const notes = first.offsets.notes();
  if (stated !== undefined && unstated !== undefined) {
    notes.push(
      `some instants state their offset, as ${quoted(stated)}, and others do not, as ${quoted(unstated)}, which are read in ${zone}`,
    );
  }
  if (twice !== undefined) {
    notes.push(
      `clocks in ${zone} showed ${quoted(twice)} twice, as they were put back; the first is taken`,
    );
  }
  if (never !== undefined) {
    notes.push(
      `clocks in ${zone} never showed ${quoted(never)}, as they were put forward; it is read as that much later`,
    );
  }
  return notes;
}

/** An instant, whether its text stated a zone or offset, and how often clocks showed it if not once. */
interface Placed {
  readonly instant: InstantRead;
  readonly isStated: boolean;
  /** The offset that it states. */
  readonly offsetMs?: number | undefined;
  readonly oddness: "twice" | "never" | null;
}

function isoReader(zone: string | undefined): (text: string) => Placed {
  return (text) => placed(readIsoText(text), zone);
}

function formatsReader(
  meant: readonly (DateFormat | typeof ISO)[],
  { formats = [], zone }: At,
): (text: string) => Placed {
  const readers = meant.map((format) => (format === ISO ? readIsoText : formatReader(format)));
  return (text) => {
    const placings = readers.map((read) => placed(read(text), zone));
    const instant = agreed(
      formats,
      placings.map((each) => each.instant),
    );
    const { oddness = null } = placings.find((each) => each.oddness !== null) ?? {};
    const { offsetMs } = placings.find((each) => each.offsetMs !== undefined) ?? {};
    return { instant, isStated: placings.some((each) => each.isStated), offsetMs, oddness };
  };
}

/** Reads a text by several formats: the instant on which those that can read it agree. */
function agreed(formats: readonly string[], reads: readonly InstantRead[]): InstantRead {
  const instants = [...new Set(reads.filter((read) => typeof read === "number"))];
  const [instant, other] = instants;
  if (instant !== undefined && other !== undefined) {
    const both = [instant, other].map((ms) => new Date(ms).toISOString()).join(" or ");
    return { reason: `it can be read in two ways, as ${both}; leave one of the formats out` };
  }
  if (instant !== undefined) return instant;
  const [only] = reads;
  if (reads.length === 1 && only !== undefined) return only;
  return { reason: `it is not a date and time written ${formats.join(" or ")}` };
}

function placed(read: FormatRead, zone: string | undefined): Placed {
  const isStated =
    "epochMs" in read ||
    ("wallMs" in read && (read.offsetMs !== undefined || read.zone !== undefined));
  const instant = instantOf(read, zone);
  const clock = zone === undefined || isStated ? undefined : clockOf(zone);
  const shown =
    clock && "wallMs" in read && !("reason" in clock) ? clock.timesShown(read.wallMs) : 1;
  const offsetMs = "wallMs" in read ? read.offsetMs : undefined;
  return {
    instant,
    isStated,
    offsetMs,
    oddness: shown === 1 ? null : shown === 0 ? "never" : "twice",
  };
}

/** The instant of what was read, in the zone that is written or else in the map's. */
function instantOf(read: FormatRead, zone: string | undefined): InstantRead {
  if ("reason" in read) return read;
  if ("epochMs" in read) return read.epochMs;
  const { wallMs, offsetMs } = read;
  if (offsetMs !== undefined) return wallMs - offsetMs;
  if (read.zone !== undefined) return instantNamed(wallMs, read.zone, zone);
  const clock = zone === undefined ? undefined : clockOf(zone);
  if (clock && !("reason" in clock)) return clock.instantOf(wallMs);
  return {
    reason:
      'it states no offset: end it with "Z" or one such as "+01:00", or name the zone in a mapping',
  };
}
