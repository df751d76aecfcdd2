import { type ByteSource, unpacked } from "../log/bytes";
import type { FormatFound } from "../log/formats";
import { formatOf } from "../log/formats";
import { holdColumns } from "../log/forms/hold-columns";
import type { Header, HeaderTest } from "../log/header";
import { InputError } from "../log/problems";
import { isBadInput, startOf } from "../log/read-log";
import { type LogRecord, UnreadableText } from "../log/record";
import { type RowReader, Table } from "../log/table";
import { type ByHand, candidateByHand, hasAll } from "./by-hand";
import { DateEvidence } from "./date-evidence";
import type { Meaning } from "./presets/preset";
import { type Candidate, candidatesFor, knownNames, plainColumn } from "./recognise";

/** The most rows that are shown as they stand in the file. */
const SHOWN_ROWS = 5;
/** The most characters of a cell that are shown. */
const SHOWN_LENGTH = 200;
/** The most texts of a column that are told apart. */
const MOST_TEXTS = 500;
/** The most tickets that are remembered to see whether any has a second row. */
const MOST_TICKETS = 100_000;

const NOT_KNOWN = "none of its first records has columns with known names";

/** What a file holds, as far as that is needed to recognise it. */
export interface Survey {
  readonly found: FormatFound;
  readonly header: Header;
  readonly headerLine: number;
  /** Rows above the header. */
  readonly above: number;
  readonly rows: number;
  /** The cells of the first rows under the header, as they stand there. */
  readonly firstRows: readonly (readonly string[])[];
  readonly candidates: readonly Candidate[];
  /** Whether a ticket has more than one row, by its column. */
  readonly repeated: ReadonlySet<string>;
  /** How often each text stands in a column of words. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The same by the field that a row changes, for a row for each change. */
  readonly changed: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly dates: ReadonlyMap<string, DateEvidence>;
}

/** The meanings of columns of instants. */
export const INSTANTS: readonly Meaning[] = [
  ...(["at", "until", "opened", "responded", "resolved", "closed"] as const),
];
const WORDS: readonly Meaning[] = ["state", "severity", "field", "each", "policy"];

/** How to look at a file. */
export interface SurveyOptions {
  readonly only?: string | undefined;
  readonly sheets?: readonly string[];
  readonly byHand?: ByHand | undefined;
}

/**
 * Reads a file to its end without a mapping, and gathers what there is to know about it.
 *
 * @param options the preset to read it by, if one is named, or what somebody says of its columns
 * @returns null if no known header is among its first records
 * @throws {InputError} if it cannot be read at all
 */
export async function surveyFile(
  source: ByteSource,
  options: SurveyOptions = {},
): Promise<Survey | null> {
  const seen = new Seen();
  const { byHand, only } = options;
  const candidates = (header: Header) =>
    byHand ? [candidateByHand(byHand)] : candidatesFor(header, only);
  const test: HeaderTest = {
    score: knownNames,
    fits: (header) => (byHand ? hasAll(byHand, header) : candidates(header).length > 0),
    whyNot: () => NOT_KNOWN,
  };
  const table = new Table(
    test,
    (header) => seen.start(header, candidates(header)),
    () => {},
  );
  let headerLine = 0;
  const receiver = {
    onFault: table.onFault,
    onRecord: (record: LogRecord) => {
      if (!table.isStarted) headerLine = record.line;
      return table.onRecord(record);
    },
  };
  let found: FormatFound = { written: "a file that breaks off", notes: [] };
  try {
    const { start, all } = await startOf(unpacked(source.chunks, source.gunzip));
    const { sheets } = options;
    found = await formatOf(start).read(all, { header: test, sheets, receiver });
  } catch (error) {
    if (!isBadInput(error)) throw error;
    // A file that breaks off under its header is reported when the log is read.
    if (table.isStarted) return seen.survey({ found, headerLine, above: table.above });
    if (error.message === NOT_KNOWN || error.message.startsWith("it is not CSV")) return null;
    throw new InputError(`${source.name}: ${error.message}`);
  } finally {
    source.close();
  }
  return table.isStarted ? seen.survey({ found, headerLine, above: table.above }) : null;
}

/** The dates in the columns of instants, column by column. */
export function evidenceOf(
  { dates }: Survey,
  columns: ReadonlyMap<Meaning, string>,
): DateEvidence[] {
  return INSTANTS.flatMap((meaning) => dates.get(columns.get(meaning) ?? "") ?? []);
}

/** What has been seen of a file. */
class Seen {
  #header: Header | null = null;
  #candidates: readonly Candidate[] = [];
  #rows = 0;
  readonly #firstRows: (readonly string[])[] = [];
  readonly #tickets = new Map<string, Set<string>>();
  readonly #repeated = new Set<string>();
  readonly #texts = new Map<string, Map<string, number>>();
  readonly #changed = new Map<string, Map<string, number>>();
  readonly #dates = new Map<string, DateEvidence>();

  start(header: Header, candidates: readonly Candidate[]): RowReader {
    this.#header = header;
    this.#candidates = candidates;
    const columnsOf = (meanings: readonly Meaning[]) => {
      const names = candidates.flatMap(({ columns }) =>
        meanings.flatMap((meaning) => columns.get(meaning) ?? []),
      );
      return [...new Set(names)].map((name) => ({ name, index: header.names.indexOf(name) }));
    };
    const [tickets, meant = [], instants] = [["ticket"] as const, WORDS, INSTANTS].map(columnsOf);
    const holds = holdColumns(header)
      .filter(({ column }) => meant.every(({ name }) => name !== column))
      .map(({ column }) => ({ name: column, index: header.names.indexOf(column) }));
    const words = [...meant, ...holds];
    const change = candidates.find(({ preset }) => preset.form === "changes")?.columns;
    const field = header.names.indexOf(change?.get("field") ?? "");
    const old = header.names.indexOf(change?.get("old") ?? "");
    const value = header.names.indexOf(change?.get("state") ?? "");
    const row = (record: LogRecord): void => {
      this.#rows += 1;
      if (this.#rows <= SHOWN_ROWS) this.#firstRows.push(cellsOf(record, header));
      for (const { name, index } of tickets ?? []) this.#addTicket(name, record.text(index));
      for (const { name, index } of words) count(this.#texts, name, record.text(index));
      for (const { name, index } of instants ?? []) this.#addDate(name, index, record);
      if (field >= 0) {
        const name = plainColumn(record.text(field));
        count(this.#changed, name, record.text(value));
        // No row may set the value that a field had before.
        if (old >= 0) count(this.#changed, name, record.text(old), 0);
      }
    };
    return { row, leaves: () => false, looksLikeRow: () => false, end: () => {} };
  }

  survey(file: Pick<Survey, "found" | "headerLine" | "above">): Survey | null {
    if (!this.#header) return null;
    return {
      ...file,
      header: this.#header,
      rows: this.#rows,
      firstRows: this.#firstRows,
      candidates: this.#candidates,
      repeated: this.#repeated,
      texts: this.#texts,
      changed: this.#changed,
      dates: this.#dates,
    };
  }

  #addTicket(column: string, ticket: string): void {
    if (ticket === "" || this.#repeated.has(column)) return;
    const known = this.#tickets.get(column) ?? new Set();
    if (known.has(ticket)) this.#repeated.add(column);
    else if (known.size < MOST_TICKETS) known.add(ticket);
    this.#tickets.set(column, known);
  }

  #addDate(column: string, index: number, record: LogRecord): void {
    const text = record.text(index);
    if (text === "" || /^[?\-–—]$|^null$|^n\/a$/i.test(text)) return;
    const evidence = this.#dates.get(column) ?? new DateEvidence();
    this.#dates.set(column, evidence);
    const wallMs = record.wallMs(index);
    if (wallMs !== undefined) evidence.addWall(text, record.line, wallMs);
    else evidence.add(text, record.line);
  }
}

/** The cells of a row, long ones cut short; one whose bytes are not text is shown as a mark. */
function cellsOf(record: LogRecord, header: Header): string[] {
  return header.names.map((_, i) => {
    try {
      return record.text(i).slice(0, SHOWN_LENGTH);
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error;
      return "\ufffd";
    }
  });
}

function count(
  counts: Map<string, Map<string, number>>,
  column: string,
  text: string,
  by = 1,
): void {
  const texts = counts.get(column) ?? new Map<string, number>();
  counts.set(column, texts);
  const before = texts.get(text);
  if (before !== undefined) texts.set(text, before + by);
  else if (texts.size < MOST_TEXTS) texts.set(text, by);
}
