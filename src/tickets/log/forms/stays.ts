import { quoted } from "../../../words/printable";
import { Column } from "../../columns/column";
import { type Cell, hasValue } from "../cells";
import type { Histories } from "../histories/histories";
import { type Policy, roleOf } from "../policies";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { TicketLog } from "../ticket-log";

/** A ticket's stay in a state. */
interface Stay {
  readonly fromMs: number;
  /** Null if it still lasts. */
  readonly toMs: number | null;
  readonly state: string;
}

/** Systems round the end of one stay and the start of the next separately. */
const TOLERANCE_MS = 2_000;

/** Checks that the stays of each ticket follow each other without a gap. */
export class Stays {
  /** By the number of the event that begins it, when a stay ends: never if it lasts. `NaN` for no stay. */
  readonly #toMs = new Column(Float64Array);

  constructor(private readonly until: Cell) {}

  /** Reads when a stay ends: null if it lasts, undefined if that cannot be read. */
  endOf(record: LogRecord, draft: RowDraft): number | null | undefined {
    return hasValue(this.until, record) ? draft.instant(this.until, record) : null;
  }

  /** @param number the number of the event that begins the stay */
  add(number: number, toMs: number | null): void {
    // An opening has no row, and lasts until the first row.
    this.#toMs.put(number, toMs ?? Number.POSITIVE_INFINITY, Number.NaN);
  }

  /** Names the tickets whose state is unknown for some of the time. */
  end(log: TicketLog): void {
    for (const { ticket, line, policy } of log.tickets.values()) {
      const reason = whatIsMissing(this.#of(ticket, log.tickets), policy);
      if (reason !== null) log.doubt({ kind: "gap-between-stays", line, ticket, reason });
    }
  }

  /** The stays of a ticket, in the order of their rows. */
  #of(ticket: string, tickets: Histories): Stay[] {
    return tickets.rowsOf(ticket).flatMap((number) => {
      const state = tickets.stateOf(number);
      const toMs = this.#toMs.get(number);
      if (state === undefined || Number.isNaN(toMs)) return [];
      return [{ fromMs: tickets.atOf(number), toMs: Number.isFinite(toMs) ? toMs : null, state }];
    });
  }
}

function whatIsMissing(stays: readonly Stay[], policy: Policy): string | null {
  const inOrder = [...stays].sort((a, b) => a.fromMs - b.fromMs);
  for (const [i, { toMs, state, fromMs }] of inOrder.entries()) {
    const next = inOrder[i + 1];
    if (toMs !== null && toMs < fromMs) return `its stay in ${quoted(state)} ends before it begins`;
    if (!next) {
      const isOver = policy.targets.every((target) => /stops|cancels/.test(roleOf(target, state)));
      return toMs === null || isOver
        ? null
        : `its last stay, in ${quoted(state)}, has ended, and the file does not say which state follows`;
    }
    if (toMs === null || Math.abs(next.fromMs - toMs) > TOLERANCE_MS) {
      return `its stay in ${quoted(state)} does not end when its stay in ${quoted(next.state)} begins`;
    }
  }
  return null;
}
