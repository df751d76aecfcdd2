import { quoted } from "../../words/printable";
import { type Cell, cellFinder } from "./cells";
import type { Header } from "./header";
import type { Mapping } from "./mapping";
import { InputError } from "./problems";
import type { LogRecord } from "./record";

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The columns that no clock needs but that a report groups by, filters by or carries along. A ticket has the
 * last text that its rows have there.
 */
export class KeptColumns {
  readonly #byTicket = new Map<string, Record<string, string>>();

  /** @param names the columns, as the header has them */
  constructor(readonly names: readonly string[]) {}

  /** The texts that a ticket has in the columns, by their names. */
  of(ticket: string): Readonly<Record<string, string>> {
    return this.#byTicket.get(ticket) ?? NONE;
  }

  /**
   * Makes the function that notes the cells of each row, in a file with this header; null if no column is kept.
   *
   * @throws {InputError} if the file has no such column
   */
  reader(header: Header, mapping: Mapping): ((record: LogRecord) => void) | null {
    if (this.names.length === 0) return null;
    const missing = this.names.filter((name) => !header.has(name));
    if (missing.length > 0) {
      const known = header.names.filter((name) => name !== "").map(quoted);
      throw new InputError(
        `it has no column ${missing.map(quoted).join(", ")} to group by, filter by or keep; it has ${known.join(", ")}`,
      );
    }
    const find = cellFinder(header, mapping);
    const ticketCell = find(mapping.ticket);
    const cells = this.names.map((name) => ({ name, cell: find(name) }));
    return (record) => this.#note(record, ticketCell, cells);
  }

  #note(
    record: LogRecord,
    ticketCell: Cell,
    cells: readonly { readonly name: string; readonly cell: Cell }[],
  ): void {
    const ticket = ticketCell.text(record);
    if (ticket === undefined) return;
    const known = this.#byTicket.get(ticket) ?? {};
    for (const { name, cell } of cells) {
      const text = cell.text(record);
      if (text !== undefined) known[name] = text;
    }
    this.#byTicket.set(ticket, known);
  }
}
