import { quoted } from "../../words/printable";
import type { Mapping } from "./mapping";
import { InputError } from "./problems";

/** The names over the columns of a file. */
export class Header {
  readonly names: readonly string[];
  readonly #exact = new Map<string, number[]>();
  readonly #loose = new Map<string, number[]>();

  constructor(names: readonly string[]) {
    this.names = names.map((name) => name.trim());
    this.names.forEach((name, i) => {
      add(this.#exact, name, i);
      add(this.#loose, loose(name), i);
    });
  }

  /**
   * The place of a column, by its exact name or by the same name spelt differently; -1 if there is none.
   *
   * @throws {InputError} if several columns have the name
   */
  indexOf(name: string): number {
    const places = this.#exact.get(name) ?? this.#loose.get(loose(name)) ?? [];
    if (places.length > 1) throw new InputError(`it has the column ${quoted(name)} twice`);
    return places[0] ?? -1;
  }

  has(name: string): boolean {
    return this.#exact.has(name) || this.#loose.has(loose(name));
  }
}

function add(places: Map<string, number[]>, name: string, i: number): void {
  const known = places.get(name);
  if (known) known.push(i);
  else places.set(name, [i]);
}

/** `Opened At` and `opened_at` are the same column. */
function loose(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, " ");
}

/** What a reader looks for in a record that may be the header of a file. */
export interface HeaderTest {
  /** How many of the names it looks for are there. */
  readonly score: (header: Header) => number;
  /**
   * Whether it is the header.
   *
   * @throws {InputError} if it is the header but has a name twice, so either column may be meant
   */
  readonly fits: (header: Header) => boolean;
  /** Why a file that begins with this record has no header. */
  readonly whyNot: (first: Header) => string;
}

/** Looks for the columns of a mapping. */
export function headerOf(columns: Mapping): HeaderTest {
  const needed = neededColumns(columns);
  return {
    score: (header) => needed.filter((name) => header.has(name)).length,
    fits: (header) => {
      if (!needed.every((name) => header.has(name))) return false;
      for (const name of needed) header.indexOf(name);
      return true;
    },
    whyNot: (first) => wrongColumns(first, columns),
  };
}

/** The columns that a file must have to be read by a mapping. */
export function neededColumns(columns: Mapping): string[] {
  return namedColumns(columns).filter((name) => !columns.optional.includes(name));
}

/** The columns that a mapping names, each once. */
export function namedColumns(columns: Mapping): string[] {
  const names = [
    columns.ticket,
    columns.policy,
    columns.at.column,
    columns.state?.column,
    columns.severity?.column,
    columns.agreed?.column,
    columns.opened?.column,
    columns.field?.column,
    columns.field?.old,
    columns.onHold?.column,
    columns.until?.column,
    columns.reopened?.column,
    ...Object.keys(columns.rows),
    ...(columns.moments ?? []).map(({ column }) => column),
  ];
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** Why a file cannot be read by a mapping: what it lacks, what it has, and what to do. */
export function wrongColumns(header: Header, columns: Mapping): string {
  const { names } = header;
  const lacking = neededColumns(columns).filter((name) => !header.has(name));
  const found = names.slice(0, 8).map(quoted).join(", ");
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : "";
  return `it has no column ${lacking.map(quoted).join(", ")}; it has ${found}${rest}. ${remedy(lacking, names, columns)}`;
}

function remedy(lacking: readonly string[], names: readonly string[], columns: Mapping): string {
  if (columns.delimiter !== undefined && names.length === 1) {
    return `The mapping says that ${JSON.stringify(columns.delimiter)} separates its cells; leave that out, and the file shows it.`;
  }
  if (lacking.every((name) => name === columns.policy)) {
    return "Give --policy to judge all of it under one policy.";
  }
  return "core-hours read shows how much of the file is understood; say with --mapping what its columns mean.";
}
