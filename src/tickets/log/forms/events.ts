import { type Cell, cellFinder, hasValue } from "../cells";
import type { Header } from "../header";
import { eventOf } from "../histories/event-columns";
import type { KnownTicket } from "../histories/histories";
import type { Mapping, SeverityColumn, StateColumn } from "../mapping";
import { isPause, type Policy } from "../policies";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { FormReader } from "../table";
import type { Hold, TicketLog } from "../ticket-log";
import { followChains } from "./chains";
import { Changes } from "./changes";
import { changeReader, type FieldChange } from "./field-change";
import { gradeFirst } from "./first-grades";
import { type HoldReader, holdReaderOf } from "./on-hold";
import { RowOrder } from "./row-order";
import { stateNow } from "./state-now";
import { Stays } from "./stays";

/** A row without an instant of its own, which may be the only row of its ticket. */
interface Undated {
  readonly line: number;
  readonly ticket: string;
  readonly policy: Policy;
  readonly openedMs: number;
  readonly severity: string | undefined;
  readonly state: string | undefined;
  readonly hold: Omit<Hold, "isNow"> | undefined;
}

/** Reads a file with a row for each event: what the ticket is from an instant on. */
export function eventRows(columns: Mapping, header: Header, log: TicketLog): FormReader {
  return new EventRows(columns, header, log);
}

class EventRows implements FormReader {
  readonly #ticket: Cell;
  readonly #policy: Cell | null;
  readonly #at: Cell;
  readonly #opened: Cell | null;
  readonly #state: { readonly cell: Cell; readonly column: StateColumn };
  readonly #severity: { readonly cell: Cell; readonly column: SeverityColumn } | null;
  readonly #agreed: { readonly cell: Cell; readonly takenBack: readonly string[] } | null;
  readonly #stays: Stays | null;
  readonly #change: FieldChange | null;
  readonly #hold: HoldReader | null;
  readonly #changes = new Changes();
  readonly #order = new RowOrder();
  /** By ticket, until the end of the file shows whether the ticket has more rows; null once it has. */
  readonly #undated = new Map<string, Undated | null>();

  constructor(
    private readonly columns: Mapping,
    header: Header,
    private readonly log: TicketLog,
  ) {
    const find = cellFinder(header, columns);
    const { at, state, severity, opened, policy, until, agreed } = columns;
    // The schema asks for both if there are no moments.
    if (at.column === undefined || !state) throw new Error("the map has no column of events");
    this.#ticket = find(columns.ticket);
    this.#policy = policy === undefined ? null : find(policy);
    this.#at = find(at.column);
    this.#opened = opened ? find(opened.column) : null;
    this.#state = { cell: find(state.column), column: state };
    this.#severity = severity ? { cell: find(severity.column), column: severity } : null;
    this.#agreed = agreed
      ? { cell: find(agreed.column), takenBack: [agreed.takenBack].flat() }
      : null;
    this.#stays = until ? new Stays(find(until.column)) : null;
    this.#change = changeReader(columns, header, find);
    this.#hold = opened ? holdReaderOf(columns, header, find, log) : null;
    if (this.#change?.note !== undefined) log.notes.push(this.#change.note);
  }

  readonly row = (record: LogRecord): void => {
    const change = this.#change?.of(record);
    if (change === "other") {
      this.log.leave("change another field");
      return;
    }
    const { log } = this;
    const draft = log.draft(record.line);
    const ticket = draft.ticket(this.#ticket, record);
    const known = ticket === undefined ? undefined : log.known(ticket);
    const policy = draft.policy(ticket, this.#policy, record, known);
    const state = change === "severity" ? undefined : this.#stateIn(draft, record, policy);
    const severity = change === "state" ? undefined : this.#severityIn(draft, record, policy);
    if (state === null || severity === null) {
      if (draft.isSound) log.leave("hold a value that the mapping leaves alone");
      else draft.refuse(ticket);
      return;
    }
    const hold = this.#hold?.(record, draft, policy);
    const quickMs = log.settings.readInstant.quick(this.#at, record);
    const isUndated = quickMs === undefined && !hasValue(this.#at, record);
    const openedMs = this.#openedMs(draft, record, known);
    if (isUndated && openedMs !== undefined && ticket !== undefined && policy && draft.isSound) {
      this.#keepUndated({ line: record.line, ticket, policy, openedMs, severity, state, hold });
      return;
    }
    const at = quickMs ?? draft.instant(this.#at, record);
    const until = this.#stays?.endOf(record, draft);
    const openedAs = openedMs === undefined ? undefined : this.#openedAs(draft, policy);
    const agreed = this.#agreed && draft.agreed(this.#agreed.cell, this.#agreed.takenBack, record);
    if (state === undefined && severity === undefined && this.#saysNothing(record)) {
      const reason = "it is missing, and the row changes nothing else";
      draft.wrong("no-change", this.#state.cell.name, reason);
    }
    if (ticket === undefined || !policy || at === undefined || !draft.isSound) {
      draft.refuse(ticket);
      return;
    }
    const changed = eventOf(at, state, severity);
    const event = this.#agreed && agreed !== undefined ? { ...changed, dueAt: agreed } : changed;
    const hasOpening = openedMs !== undefined && openedAs != null;
    if (known) this.#order.add(event, known, log.tickets);
    else this.#order.begin(event);
    let number: number;
    if (known) number = draft.goOn(known, event);
    else {
      const events = hasOpening ? [eventOf(openedMs, openedAs, severity), event] : [event];
      const held = hold && { ...hold, isNow: false };
      number = draft.begin({ ticket, policy, line: record.line, events, hasOpening, hold: held });
    }
    if (until !== undefined && state !== undefined) this.#stays?.add(number, until);
    if (!this.#change || change === undefined) return;
    const [field, before] = [this.#change.field(record), this.#change.before(record)];
    const after = this.#state.cell.text(record) ?? "";
    this.#changes.add(number, record.line, { field, kind: change, before, after });
  };

  readonly looksLikeRow = (cells: readonly string[]): boolean => {
    const read = this.log.settings.readInstant.text(cells[this.#at.index]?.trim() ?? "");
    return typeof read === "number";
  };

  readonly end = (): void => {
    const { log, columns } = this;
    this.#order.end(log);
    const { isNewestFirst } = this.#order;
    if (this.#change) {
      const file = { columns, isNewestFirst, hasOpenings: this.#opened !== null };
      for (const history of log.tickets.values()) {
        const changes = this.#changes.of(history.ticket, log.tickets);
        followChains(changes, history, log, file);
        if (columns.severity) gradeFirst(changes, history, log, columns.severity);
      }
    }
    this.#stays?.end(this.log);
    for (const undated of this.#undated.values()) if (undated) this.#close(undated);
  };

  #stateIn(draft: RowDraft, record: LogRecord, policy: Policy | undefined) {
    const { cell, column } = this.#state;
    const text = cell.text(record);
    return text === undefined ? undefined : draft.state(text, column, policy);
  }

  #severityIn(draft: RowDraft, record: LogRecord, policy: Policy | undefined) {
    const text = this.#severity?.cell.text(record);
    if (!this.#severity || text === undefined) return undefined;
    return draft.severity(text, this.#severity.column, policy);
  }

  #saysNothing(record: LogRecord): boolean {
    if (this.#agreed && hasValue(this.#agreed.cell, record)) return false;
    return [this.#state, this.#severity].every((words) => words?.cell.text(record) === undefined);
  }

  #openedMs(draft: RowDraft, record: LogRecord, known: KnownTicket | undefined) {
    const cell = this.#opened;
    if (!cell || known) return undefined;
    const quickMs = this.log.settings.readInstant.quick(cell, record);
    if (quickMs !== undefined) return quickMs;
    return hasValue(cell, record) ? draft.instant(cell, record) : undefined;
  }

  /** The policy's state from the opening on. */
  #openedAs(draft: RowDraft, policy: Policy | undefined): string | null | undefined {
    const { opened } = this.columns;
    if (!opened || !this.#opened || !policy) return undefined;
    return draft.stateOfColumn(opened.state, this.#opened, policy);
  }

  #keepUndated(undated: Undated): void {
    const { ticket, line } = undated;
    const other = this.#undated.get(ticket);
    if (other === undefined) {
      this.#undated.set(ticket, undated);
      return;
    }
    this.#undated.set(ticket, null);
    if (other) this.#refuseUndated(other.line, ticket);
    this.#refuseUndated(line, ticket);
  }

  #refuseUndated(line: number, ticket: string): void {
    const draft = this.log.draft(line);
    draft.wrong("no-instant", this.#at.name, "it is missing");
    draft.refuse(ticket);
  }

  /** The file has ended. If there is no other row of the ticket, it was opened and nothing more. */
  #close({ line, ticket, policy, openedMs, severity, state, hold }: Undated): void {
    const { opened } = this.columns;
    const draft = this.log.draft(line);
    const openedAs = this.#openedAs(draft, policy);
    if (this.log.tickets.has(ticket) || !opened || openedAs == null) {
      this.#refuseUndated(line, ticket);
      return;
    }
    const graded = severity === undefined ? {} : { severity };
    const first = { at: openedMs, state: openedAs, ...graded };
    const isNow = state !== undefined && isPause(policy, state);
    const held = hold === undefined ? {} : { hold: { ...hold, isNow } };
    const history = { line, ticket, policy, events: [first], ...held };
    stateNow(history, state, this.#state.cell.name, this.log);
  }
}
