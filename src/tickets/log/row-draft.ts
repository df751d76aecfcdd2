import { quoted } from "../../words/printable";
import { type Cell, hasValue } from "./cells";
import type { KnownTicket } from "./histories/histories";
import type { SeverityColumn, StateColumn, StateMeaning } from "./mapping";
import type { Policy } from "./policies";
import { MOST_NAMED, pausesNothing, severityOf, stateMeant, stateOf } from "./policy-words";
import type { Problem, ProblemKind } from "./problems";
import type { LogRecord } from "./record";
import type { TicketEvent, TicketHistory, TicketLog } from "./ticket-log";

/** Texts that are not the name of a ticket, such as the errors of a spreadsheet. */
const NOBODY =
  /^(?:#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)|n\/?a|null|nil|none|nan|undefined|unknown|\(?blank\)?|tb[ac]|[-–—?.*]+)$/i;
const LONGEST_NOBODY = 12;

/** A row on its way into a log: what it says, and what is wrong with it. */
export class RowDraft {
  /** What is wrong with the row. Most rows are sound, so the list is made only with the first fault. */
  #faults: Problem[] | null = null;

  constructor(
    private readonly log: TicketLog,
    readonly line: number,
  ) {}

  /** Notes a fault. */
  wrong(kind: ProblemKind, column: string, reason: string): undefined {
    this.#faults ??= [];
    this.#faults.push({ kind, line: this.line, column, reason });
    return undefined;
  }

  get isSound(): boolean {
    return this.#faults === null;
  }

  /** Ends a row that can be used, the first of its ticket. Gives the number of the ticket's last event. */
  begin(history: TicketHistory): number {
    this.log.rows += 1;
    return this.log.begin(history);
  }

  /** Ends a row that can be used, of a ticket that another row has begun. Gives the number of the event. */
  goOn(known: KnownTicket, event: TicketEvent): number {
    this.log.rows += 1;
    return this.log.goOn(known, event, this.line);
  }

  /** Ends a row that cannot be used: all that is wrong with it becomes problems of the log. */
  refuse(ticket: string | undefined): void {
    this.log.rows += 1;
    this.log.refused += 1;
    for (const fault of this.#faults ?? []) this.log.problems.add(fault);
    if (ticket !== undefined) this.log.incomplete.add(ticket);
  }

  ticket(cell: Cell, record: LogRecord): string | undefined {
    const text = cell.text(record);
    if (text === undefined) return this.wrong("no-ticket", cell.name, "it is missing");
    if (text.length > LONGEST_NOBODY || this.log.known(text)) return text;
    if (!NOBODY.test(text)) return text;
    return this.wrong("no-ticket", cell.name, `${quoted(text)} is not the name of a ticket`);
  }

  /**
   * The policy of a row: that of its ticket, if it has been chosen. Otherwise the row names it; if it names
   * none, it is the policy of its ticket's other rows.
   */
  policy(
    ticket: string | undefined,
    cell: Cell | null,
    record: LogRecord,
    known: KnownTicket | undefined,
  ): Policy | undefined {
    const { chosen } = this.log.settings;
    if (chosen) return (ticket === undefined ? undefined : chosen.of(ticket)?.policy) ?? undefined;
    const name = cell?.text(record);
    if (known && name === undefined) return known.policy;
    const policy = this.log.settings.choosePolicy(name);
    const column = cell?.name ?? "";
    if ("reason" in policy) return this.wrong("no-policy", column, policy.reason);
    if (!known || known.policy === policy) return policy;
    const reason = `the ticket is under ${known.policy.id} since line ${known.line}`;
    return this.wrong("another-policy", column, reason);
  }

  instant(cell: Cell, record: LogRecord): number | undefined {
    const { readInstant } = this.log.settings;
    const quickMs = readInstant.quick(cell, record);
    if (quickMs !== undefined) return quickMs;
    const wallMs = record.wallMs(cell.index);
    const text = wallMs === undefined ? cell.text(record) : "the date";
    if (text === undefined) return this.wrong("no-instant", cell.name, "it is missing");
    const read = wallMs === undefined ? readInstant.text(text) : readInstant.wall(wallMs);
    if (typeof read === "number") return read;
    const what = wallMs === undefined ? quoted(text) : text;
    return this.wrong("no-instant", cell.name, `${what} cannot be read: ${read.reason}`);
  }

  /** The agreed date of a row; null if the row takes it back, undefined if it says nothing of one. */
  agreed(cell: Cell, takenBack: readonly string[], record: LogRecord): number | null | undefined {
    if (!hasValue(cell, record)) return undefined;
    const text = cell.text(record)?.toLowerCase();
    if (takenBack.some((each) => each.toLowerCase() === text)) return null;
    return this.instant(cell, record);
  }

  /** The policy's state for a text; null if the mapping leaves it alone. */
  state(text: string, column: StateColumn, policy: Policy | undefined): string | null | undefined {
    const known = policy && this.log.knownWords(policy).states;
    if (known?.has(text)) return known.get(text);
    const state = stateOf(text, column, policy);
    if (state === undefined) return this.#unknown("state", text, column.column, policy);
    known?.set(text, state);
    const meaning = Object.hasOwn(column.values ?? {}, text) ? column.values?.[text] : undefined;
    this.#remarkPause(meaning, text, policy);
    if (policy && state !== null && typeof meaning === "object") {
      this.log.translate(text, state, policy);
    }
    return state;
  }

  /** The policy's severity for a text; null if the mapping leaves it alone. */
  severity(
    text: string,
    column: SeverityColumn,
    policy: Policy | undefined,
  ): string | null | undefined {
    const known = policy && this.log.knownWords(policy).severities;
    if (known?.has(text)) return known.get(text);
    const severity = severityOf(text, column, policy);
    if (severity !== undefined) {
      known?.set(text, severity);
      const meaning = Object.hasOwn(column.values ?? {}, text) ? column.values?.[text] : undefined;
      if (policy && severity !== null && typeof meaning === "object") {
        this.log.translateSeverity(text, severity, policy);
      }
      return severity;
    }
    return this.#unknown("severity", text, column.column, policy);
  }

  /** The policy's state that a column begins; null if it begins none there. */
  stateOfColumn(
    meaning: StateMeaning,
    cell: Cell,
    policy: Policy | undefined,
  ): string | null | undefined {
    if (!policy) return undefined;
    const state = stateMeant(meaning, cell.name, policy);
    if (state !== undefined) return state;
    const name = typeof meaning === "string" ? meaning : meaning.does;
    const known = named(policy.states);
    const reason = `the mapping has the state ${quoted(name)} for it, which is not one of ${known}`;
    return this.wrong("unknown-state", cell.name, reason);
  }

  #unknown(
    what: "state" | "severity",
    text: string,
    column: string,
    policy: Policy | undefined,
  ): undefined {
    const names = (what === "state" ? policy?.states : policy?.severities) ?? new Set();
    const whose = policy && this.log.settings.chosen ? policy.id : "the policy";
    const reason = `${quoted(text)} is not a ${what} of ${whose}; those are ${named(names)}`;
    return this.wrong(`unknown-${what}`, column, reason);
  }

  #remarkPause(meaning: StateMeaning | undefined, text: string, policy: Policy | undefined): void {
    if (!policy || typeof meaning !== "object" || meaning.does !== "pauses") return;
    if (!pausesNothing(policy)) return;
    this.log.remark(`${policy.id} pauses for no state, so ${quoted(text)} counts as running`);
  }
}

function named(names: ReadonlySet<string>): string {
  const known = [...names];
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : "";
  return `${known.slice(0, MOST_NAMED).join(", ")}${more}`;
}
