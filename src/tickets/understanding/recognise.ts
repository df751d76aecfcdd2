import { withoutAccents } from "../../words/plain-name";
import type { Header } from "../log/header";
import { zonedName } from "./column-zone";
import type { Form, Meaning, Preset } from "./presets/preset";
import { PRESETS } from "./presets/presets";

/** A preset that a header fits, and the columns of the file that have its meanings. */
export interface Candidate {
  readonly preset: Preset;
  readonly columns: ReadonlyMap<Meaning, string>;
}

/** The meanings that each form needs. */
export const NEEDED: Readonly<Record<Form, readonly Meaning[]>> = {
  tickets: ["ticket", "opened"],
  events: ["ticket", "at", "state"],
  changes: ["ticket", "at", "field", "state"],
  stays: ["ticket", "at", "until", "state"],
};

/** A name of a column without case, accents, blanks and punctuation. */
export function plainColumn(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The presets that a header fits, the most particular first. */
export function candidatesFor(header: Header, only?: string): Candidate[] {
  const byName = new Map<string, string>();
  const add = (plain: string, name: string) => {
    if (plain !== "" && !byName.has(plain)) byName.set(plain, name);
  };
  for (const name of header.names) add(plainColumn(name), name);
  // Whole names come first: "Opened" is the opening beside "Opened (UTC)".
  for (const name of header.names) add(plainColumn(zonedName(name)?.name ?? ""), name);
  return PRESETS.filter(({ id }) => only === undefined || id === only).flatMap((preset) => {
    const isTold = preset.told.every((names) => names.some((name) => byName.has(name)));
    if (!isTold) return [];
    const columns = columnsOf(preset, byName);
    return NEEDED[preset.form].every((meaning) => columns.has(meaning))
      ? [{ preset, columns }]
      : [];
  });
}

function columnsOf(
  { columns }: Preset,
  byName: ReadonlyMap<string, string>,
): ReadonlyMap<Meaning, string> {
  const found = new Map<Meaning, string>();
  const taken = new Set<string>();
  for (const [meaning, names = []] of entriesOf(columns)) {
    const name = names.map((each) => byName.get(each)).find((each) => each && !taken.has(each));
    if (name === undefined) continue;
    found.set(meaning, name);
    taken.add(name);
  }
  return found;
}

function entriesOf(columns: Preset["columns"]): [Meaning, readonly string[] | undefined][] {
  // The keys of a preset's columns are meanings, by its type.
  return Object.entries(columns) as [Meaning, readonly string[] | undefined][];
}

/** Every name that some preset looks for. */
const KNOWN_NAMES = new Set(
  PRESETS.flatMap(({ columns, told }) => [...Object.values(columns), ...told].flat()),
);

/** How many names of a header some preset looks for. */
export function knownNames(header: Header): number {
  const isKnown = (name: string) => KNOWN_NAMES.has(plainColumn(name));
  return header.names.filter((name) => isKnown(name) || isKnown(zonedName(name)?.name ?? ""))
    .length;
}
