import { countText } from "../../../words/amounts";
import type { TicketEvent, TicketHistory, TicketLog } from "../ticket-log";

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
  /** Tickets whose rows go back in time. */
  readonly #descending = new Set<TicketHistory>();

  /** Takes an event on its way into the history of its ticket. */
  add({ at, state }: TicketEvent, history: TicketHistory | undefined): void {
    if (at > this.#lastMs) this.#isSorted = false;
    this.#lastMs = at;
    const last = history?.events.at(-1);
    if (!history || !last) return;
    if (at > last.at) this.#ascends = true;
    else if (at < last.at) this.#descending.add(history);
    else if (state !== last.state) this.#hasTies = true;
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
    // If the rows of a ticket do not go back in time, its first is its earliest.
    for (const { events, hasOpening } of this.#descending) if (hasOpening) gradeOpening(events);
    if (!this.isNewestFirst) this.#noteRepeats(log);
    if (!this.isNewestFirst || !this.#hasTies) return;
    for (const { events, hasOpening } of log.tickets.values()) {
      const opening = hasOpening ? events.splice(0, 1) : [];
      events.reverse();
      events.unshift(...opening);
    }
    log.notes.push(
      "its rows come newest first, so of rows with the same instant the lowest came first",
    );
  }

  /** Names the rows that are there twice, as when the exports of two months overlap: then a ticket goes back in time. */
  #noteRepeats(log: TicketLog): void {
    let count = 0;
    for (const { events } of this.#descending) count += repeatsIn(events);
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

/** Gives the opening, which is the first of some events, the severity of the earliest of the others. */
function gradeOpening(events: TicketEvent[]): void {
  const [opening, ...rows] = events;
  if (!opening || rows.length < 2) return;
  const earliest = rows.reduce((first, row) => (row.at < first.at ? row : first));
  const { severity } = earliest;
  const { at, state } = opening;
  events[0] = { at, ...(state === undefined ? {} : { state }), ...(severity && { severity }) };
}
