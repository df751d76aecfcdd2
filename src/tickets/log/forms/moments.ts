import { quoted } from "../../../words/printable";
import { type Cell, hasValue } from "../cells";
import type { StateMeaning } from "../mapping";
import { type Policy, roleOf } from "../policies";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { TicketEvent } from "../ticket-log";

/** A column of instants in a row for each ticket, and the state that they begin. */
export interface Moment {
  readonly state: StateMeaning;
  readonly cell: Cell;
}

/** An instant that a row has. */
interface Found {
  readonly name: string;
  readonly event: TicketEvent;
  readonly isResponse: boolean;
}

/** The instants that a row has, as events. */
export interface RowMoments {
  readonly events: readonly TicketEvent[];
  /** Why they may not be what happened; null if they are in order. */
  readonly doubt: string | null;
}

/**
 * Reads the instants of a row. Every ticket has the first of them, its opening. If the ticket ends before
 * its opening, the row is at fault. A response after the ticket has stopped stops nothing, and is left out.
 */
export function momentsOf(
  moments: readonly Moment[],
  record: LogRecord,
  draft: RowDraft,
  policy: Policy | undefined,
): RowMoments {
  const found = moments.flatMap(({ cell, state: meaning }, i): Found[] => {
    if (!hasValue(cell, record) && i > 0) return [];
    const at = draft.instant(cell, record);
    const state = draft.stateOfColumn(meaning, cell, policy);
    if (at === undefined || state == null) return [];
    const isResponse = typeof meaning === "object" && meaning.does === "responds";
    return [{ name: cell.name, event: { at, state }, isResponse }];
  });
  const [opening, ...rest] = found;
  if (!opening || !policy) return { events: found.map(({ event }) => event), doubt: null };
  const stops = rest.filter(({ event }) => isStop(event, policy));
  const early = stops.find(({ event }) => event.at < opening.event.at);
  if (early) {
    const reason = `it lies before ${quoted(opening.name)}`;
    draft.wrong("ends-before-its-opening", early.name, reason);
  }
  const stoppedMs = Math.min(...stops.map(({ event }) => event.at));
  const kept = found.filter(({ event, isResponse }) => !isResponse || event.at <= stoppedMs);
  return {
    events: kept.map(({ event }) => event),
    doubt: disorderIn(opening, rest) ?? disorderIn(stops[0], stops.slice(1)),
  };
}

/** Whether an event ends a ticket by its main target; a response does not. */
function isStop({ state }: TicketEvent, { targets: [main] }: Policy): boolean {
  return main !== undefined && roleOf(main, state ?? "") === "stops";
}

/** Says which of some instants lies before the one that should be first; null if none does. */
function disorderIn(first: Found | undefined, rest: readonly Found[]): string | null {
  const early = first && rest.find(({ event }) => event.at < first.event.at);
  return early ? `${quoted(early.name)} lies before ${quoted(first.name)}` : null;
}
