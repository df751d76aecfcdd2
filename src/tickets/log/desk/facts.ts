import { quoted } from "../../../words/printable";
import { type ByteSource, unpacked } from "../bytes";
import { type Cell, cellFinder } from "../cells";
import { formatOf } from "../formats";
import { type Header, headerOf } from "../header";
import type { InstantReader } from "../instants";
import type { Mapping } from "../mapping";
import { InputError } from "../problems";
import { isBadInput, startOf } from "../read-log";
import type { LogRecord } from "../record";
import { instantColumns, rowFilter } from "../row-filter";
import { type RowReader, Table } from "../table";
import type { TicketFacts } from "./log-desk";

/** How to read the facts of the tickets of a file. */
export interface FactsOptions {
  readonly mapping: Mapping;
  readonly readInstant: InstantReader;
  /** The columns whose texts are facts. */
  readonly columns: readonly string[];
  /** The instant of the report, epoch milliseconds: what a row says later does not count yet. */
  readonly asOfMs: number;
  /** What to do if the file lacks one of the columns. */
  readonly remedy: string;
}

/**
 * Reads from a file what the policy of each ticket depends on. Rows may come in any order, and what is wrong
 * with them is told when the log itself is read.
 *
 * @throws {InputError} if the file is not a table with the columns
 */
export async function readFacts(
  source: ByteSource,
  options: FactsOptions,
): Promise<ReadonlyMap<string, TicketFacts>> {
  const { mapping } = options;
  const facts = new Facts(options);
  const test = headerOf(mapping);
  const table = new Table(
    test,
    (header) => facts.reader(header),
    () => {},
  );
  try {
    const { start, all } = await startOf(unpacked(source.chunks, source.gunzip));
    const sheets = mapping.sheet === undefined ? undefined : [mapping.sheet].flat();
    const { delimiter } = mapping;
    await formatOf(start).read(all, { header: test, delimiter, sheets, receiver: table });
    table.end();
  } catch (error) {
    if (!isBadInput(error)) throw error;
    // A file that breaks off under its header is reported when the log is read.
    if (!table.isStarted || error instanceof MissingColumn) {
      throw new InputError(`${source.name}: ${error.message}`);
    }
  } finally {
    source.close();
  }
  return facts.byTicket;
}

/** The file lacks a column by which policies are chosen. */
class MissingColumn extends InputError {}

/** The texts of one column for one ticket, by the instants of their rows. */
interface Seen {
  first: string | undefined;
  firstMs: number;
  last: string | undefined;
  lastMs: number;
}

/** The facts of a ticket while its rows are read. */
class Gathered implements TicketFacts {
  openedMs: number | null = null;
  readonly #seen: Seen[];

  constructor(
    readonly line: number,
    columns: number,
    private readonly asOfMs: number,
  ) {
    this.#seen = Array.from({ length: columns }, () => ({
      ...{ first: undefined, firstMs: Number.POSITIVE_INFINITY },
      ...{ last: undefined, lastMs: Number.NEGATIVE_INFINITY },
    }));
  }

  get texts(): readonly (string | undefined)[] {
    return this.#seen.map(({ first, last }) => last ?? first);
  }

  get firstTexts(): readonly (string | undefined)[] {
    return this.#seen.map(({ first }) => first);
  }

  /** Takes a text of a row; of two rows with the same instant the lower one counts as the later. */
  add(column: number, text: string, atMs: number): void {
    const seen = this.#seen[column];
    if (!seen) return;
    if (atMs < seen.firstMs || seen.first === undefined) {
      seen.first = text;
      seen.firstMs = atMs;
    }
    if (atMs > this.asOfMs || atMs < seen.lastMs) return;
    seen.last = text;
    seen.lastMs = atMs;
  }
}

class Facts {
  readonly byTicket = new Map<string, Gathered>();

  constructor(private readonly options: FactsOptions) {}

  reader(header: Header): RowReader {
    const { mapping, columns, remedy } = this.options;
    const missing = columns.filter((name) => !header.has(name));
    if (missing.length > 0) {
      throw new MissingColumn(`${withoutColumns(missing, header)}; ${remedy}`);
    }
    const find = cellFinder(header, mapping);
    const ticket = find(mapping.ticket);
    const texts = columns.map(find);
    const at = mapping.at.column === undefined ? null : find(mapping.at.column);
    const instants = instantColumns(mapping)
      .filter((name) => name !== mapping.until?.column && header.has(name))
      .map(find);
    const filter = rowFilter(mapping, header);
    const row = (record: LogRecord): void => {
      const name = ticket.text(record);
      if (name === undefined) return;
      const facts = this.#of(name, record.line);
      const atMs = at ? this.#instant(at, record) : null;
      texts.forEach((cell, i) => {
        const text = cell.text(record);
        if (text !== undefined) facts.add(i, text, atMs ?? Number.NEGATIVE_INFINITY);
      });
      for (const cell of instants) {
        const ms = cell.name === at?.name ? atMs : this.#instant(cell, record);
        if (ms !== null) facts.openedMs = Math.min(facts.openedMs ?? ms, ms);
      }
    };
    return { row, leaves: (record) => filter(record) !== null, looksLikeRow, end: () => {} };
  }

  #of(ticket: string, line: number): Gathered {
    const known = this.byTicket.get(ticket);
    if (known) return known;
    const facts = new Gathered(line, this.options.columns.length, this.options.asOfMs);
    this.byTicket.set(ticket, facts);
    return facts;
  }

  #instant(cell: Cell, record: LogRecord): number | null {
    const { readInstant } = this.options;
    const quickMs = readInstant.quick(cell, record);
    if (quickMs !== undefined) return quickMs;
    const wallMs = record.wallMs(cell.index);
    const text = wallMs === undefined ? cell.text(record) : undefined;
    if (wallMs === undefined && text === undefined) return null;
    const read = wallMs === undefined ? readInstant.text(text ?? "") : readInstant.wall(wallMs);
    return typeof read === "number" ? read : null;
  }
}

/** Rows within a cell are told when the log itself is read. */
const looksLikeRow = (): boolean => false;

function withoutColumns(missing: readonly string[], { names }: Header): string {
  const known = names.filter((name) => name !== "").map(quoted);
  return `it has no column ${missing.map(quoted).join(", ")} to tell the policy of a ticket by; it has ${known.join(", ")}`;
}
