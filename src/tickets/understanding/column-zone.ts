import { HOUR_MS } from "../../timeline/units";
import { offsetMsOf } from "../log/dates/wall-time";
import { clockOf } from "../log/dates/zones";

/** The name of a column without the zone that it ends with. */
export interface ZonedName {
  readonly name: string;
  /** The zone as an IANA name; null if what stands there is not one zone, such as EST. */
  readonly zone: string | null;
}

/** Abbreviations of zones; each is that of several places, or of half a year. */
const ABBREVIATIONS =
  "BST|IST|WES?T|CES?T|EES?T|MSK|[ECMP][SD]T|A[ECW][SD]T|NZ[SD]T|JST|KST|SGT|HKT|GST|SAST";
const OFFSET = "(?:UTC|GMT)?\\s*[+\\-\\u2212]\\s*\\d{1,2}(?::?\\d{2})?";

/** `Opened (UTC)`, `Created [Europe/London]`, `Closed (GMT+1)`. */
const IN_BRACKETS = new RegExp(
  `^(.*\\S)\\s*[([]\\s*(UTC|GMT|Z|${OFFSET}|${ABBREVIATIONS}|[A-Z][A-Za-z_]+/[A-Za-z_/+-]+)\\s*(?:time\\s*)?[)\\]]$`,
);
/** `Opened at UTC`, `created_at_utc`, `CreatedUtc`. */
const AT_THE_END = /^(.*[^\s_.-])(?:[\s_.-]+(?:UTC|GMT|utc|gmt)|(?<=[a-z])U(?:TC|tc))$/;

/** What the name of a column says of the zone of its instants; null if it says nothing. */
export function zonedName(column: string): ZonedName | null {
  const [, name, zone] = IN_BRACKETS.exec(column) ?? [];
  if (name !== undefined && zone !== undefined) return { name, zone: zoneSaid(zone) };
  const [, bare] = AT_THE_END.exec(column) ?? [];
  return bare === undefined ? null : { name: bare, zone: "UTC" };
}

/**
 * The zone that the names of some columns of instants say; undefined if they say nothing, null if it is
 * unclear, or if they differ.
 */
export function zoneOfColumns(columns: readonly string[]): string | null | undefined {
  const said = columns.map(zonedName);
  if (said.every((each) => each === null)) return undefined;
  const [zone = null, another] = new Set(said.map((each) => each?.zone ?? null));
  return another === undefined ? zone : null;
}

function zoneSaid(text: string): string | null {
  if (text.includes("/")) {
    const clock = clockOf(text);
    return "reason" in clock ? null : clock.zone;
  }
  const offsetMs = offsetMsOf(text.replace(/\s/g, ""));
  if (offsetMs === null) return null;
  const hours = offsetMs / HOUR_MS;
  if (hours === 0) return "UTC";
  // The names of fixed offsets count westward, and have whole hours: Etc/GMT-1 is an hour ahead of UTC.
  if (!Number.isInteger(hours) || hours < -12 || hours > 14) return null;
  return `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}
