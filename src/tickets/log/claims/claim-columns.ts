import { MINUTE_MS } from "../../../timeline/units";
import { type Cell, cellFinder } from "../cells";
import type { Header } from "../header";
import type { InstantReader } from "../instants";
import type { Mapping } from "../mapping";
import type { LogRecord } from "../record";
import { type Claim, type ClaimCell, claimOf } from "./claim";
import { type ClaimColumn, type ClaimsWanted, claimsIn } from "./kinds";

/** The instant from which a spreadsheet counts, as if it were UTC. It shows a length as a date, too. */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);

/** The most unreadable texts that a message names. */
const MOST_NAMED = 5;

/** The columns that hold another tool's own verdict. Of each ticket, the last row that has one counts. */
export class ClaimColumns {
  readonly #byTicket = new Map<string, Claim>();
  readonly #unread: string[] = [];
  #unreadCount = 0;
  #columns: readonly ClaimColumn[] = [];

  constructor(
    readonly wanted: ClaimsWanted,
    private readonly readInstant: InstantReader,
  ) {}

  /** The columns, once the header of the file has been read. */
  get columns(): readonly ClaimColumn[] {
    return this.#columns;
  }

  /** What the tool says of a ticket; undefined if it says nothing. */
  of(ticket: string): Claim | undefined {
    return this.#byTicket.get(ticket);
  }

  /** How many cells could not be read, and the first of them; null if all could. */
  get unreadText(): string | null {
    if (this.#unreadCount === 0) return null;
    const more = this.#unreadCount - this.#unread.length;
    return `${this.#unread.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  }

  /**
   * Makes the function that notes the cells of each row, in a file with this header.
   *
   * @throws {InputError} if the file lacks a wanted column, or if none is known
   */
  reader(header: Header, mapping: Mapping): (record: LogRecord) => void {
    this.#columns = claimsIn(this.wanted, header, mapping);
    const find = cellFinder(header, mapping);
    const ticketCell = find(mapping.ticket);
    const cells = new Map(this.#columns.map(({ column }) => [column, find(column)]));
    return (record) => {
      const ticket = ticketCell.text(record);
      if (ticket === undefined) return;
      const { claim, unread } = claimOf(this.#columns, (column) =>
        this.#cell(cells.get(column), record),
      );
      if (claim) this.#byTicket.set(ticket, claim);
      this.#unreadCount += unread.length;
      this.#unread.push(...unread.slice(0, MOST_NAMED - this.#unread.length));
    };
  }

  #cell(cell: Cell | undefined, record: LogRecord): ClaimCell | undefined {
    if (!cell) return undefined;
    const wallMs = record.wallMs(cell.index);
    const text = cell.text(record);
    if (wallMs === undefined && text === undefined) return undefined;
    const read =
      wallMs === undefined ? this.readInstant.text(text ?? "") : this.readInstant.wall(wallMs);
    const instantMs = typeof read === "number" ? read : undefined;
    if (wallMs === undefined) return { text: text ?? "", instantMs };
    return { text: wallText(wallMs), instantMs, lengthMs: wallMs - SPREADSHEET_EPOCH_MS };
  }
}

/** The date and time of a spreadsheet's cell: `2026-11-20 16:30`, with seconds if it has any. */
function wallText(wallMs: number): string {
  const text = new Date(wallMs).toISOString().replace("T", " ");
  return text.slice(0, wallMs % MINUTE_MS === 0 ? 16 : 19);
}
