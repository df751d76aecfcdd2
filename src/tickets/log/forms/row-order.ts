import { countText } from "../../../words/amounts";
import type { Histories, KnownTicket } from "../histories/histories";
import type { TicketEvent, TicketLog } from "../ticket-log";

/**
 * Whether the rows of a file come newest first, as many tools list them. If so, of two rows with the same
 * instant, the lower one happened first. A single ticket that goes back in time may be an oddity. Two such
 * tickets, or a file that goes back as a whole, show how it was written.
 */
export class RowOrder {
  #lastMs = Number.POSITIVE_INFINITY;
  #isSorted = true;
  #ascends = false;
  #hasTies = false;
  /** The names of tickets whose rows go back in time. */
  readonly #descending = new Set<string>();

  /** Takes the first event of a ticket. */
  begin({ at }: TicketEvent): void {
    if (at > this.#lastMs) this.#isSorted = false;
    this.#lastMs = at;
  }

  /** Takes a further event on its way into the history of its ticket. */
  add(event: TicketEvent, known: KnownTicket, tickets: Histories): void {
    this.begin(event);
    const { at, state } = event;
    const lastMs = tickets.lastMs(known);
    if (at > lastMs) this.#ascends = true;
    else if (at < lastMs) this.#descending.add(known.ticket);
    else if (state !== tickets.lastState(known)) this.#hasTies = true;
  }

  get isNewestFirst(): boolean {
    const tickets = this.#descending.size;
    return tickets > 0 && !this.#ascends && (this.#isSorted || tickets > 1);
  }

  /**
   * Turns the histories of a file that comes newest first around, and gives the opening of each ticket the
   * severity of its earliest row rather than of its first.
   */
  end(log: TicketLog): void {
    const { tickets } = log;
    // If the rows of a ticket do not go back in time, its first is its earliest.
    for (const ticket of this.#descending) gradeOpening(ticket, tickets);
    if (!this.isNewestFirst) this.#noteRepeats(log);
    if (!this.isNewestFirst || !this.#hasTies) return;
    for (const { ticket, hasOpening } of tickets.values()) {
      const numbers = tickets.numbersOf(ticket);
      const opening = hasOpening ? numbers.splice(0, 1) : [];
      tickets.arrange(ticket, [...opening, ...numbers.reverse()]);
    }
    log.notes.push(
      "its rows come newest first, so of rows with the same instant the lowest came first",
    );
  }

  /** Names the rows that are there twice, as when the exports of two months overlap: then a ticket goes back in time. */
  #noteRepeats(log: TicketLog): void {
    let count = 0;
    for (const ticket of this.#descending)
      count += repeatsIn(log.tickets.get(ticket)?.events ?? []);
    if (count === 0) return;
    const what = count === 1 ? "1 row repeats another" : `${countText(count)} rows repeat others`;
    log.notes.push(
      `${what} of the same ticket; exports may overlap, and what is said twice counts once`,
    );
  }
}

/** How many of some events say what an earlier one says. */
function repeatsIn(events: readonly TicketEvent[]): number {
  const seen = new Set(events.map(({ at, state, severity }) => [at, state, severity].join("\n")));
  return events.length - seen.size;
}

/** Gives the opening of a ticket, if it has one without a row, the severity of its earliest row. */
function gradeOpening(ticket: string, tickets: Histories): void {
  const { events = [], hasOpening = false } = tickets.get(ticket) ?? {};
  const [opening, ...rows] = events;
  if (!hasOpening || !opening || rows.length < 2) return;
  const { severity } = rows.reduce((first, row) => (row.at < first.at ? row : first));
  const { at, state } = opening;
  const graded = { at, ...(state !== undefined && { state }), ...(severity && { severity }) };
  tickets.open(ticket, graded, { inPlaceOfFirst: true });
}
