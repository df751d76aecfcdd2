import { DAY_MS } from "../../timeline/units";
import { plainName } from "../../words/plain-name";
import { quoted } from "../../words/printable";
import type { Cell } from "./cells";
import type { InstantReader } from "./instants";
import { KeptColumns } from "./kept-columns";
import type { Mapping, SeverityColumn, StateColumn, StateMeaning } from "./mapping";
import { Marks } from "./marks";
import type { ChoosePolicy, Policy } from "./policies";
import { pausesNothing, severityOf, stateMeant, stateOf } from "./policy-words";
import { type Problem, type ProblemKind, Problems } from "./problems";
import type { LogRecord } from "./record";

/** One event of a ticket, as the library takes them. */
export interface TicketEvent {
  readonly at: number;
  readonly state?: string;
  readonly severity?: string;
}

/** Time on hold of which only the length is known. */
export interface Hold {
  readonly ms: number;
  /** The state of the policy that pauses. */
  readonly state: string;
  readonly measured: "calendar" | "wall";
  /** Whether it lasts to the instant of the report. */
  readonly isNow: boolean;
}

/** What a file says about one ticket. */
export interface TicketHistory {
  readonly ticket: string;
  readonly policy: Policy;
  /** The line of its first row. */
  readonly line: number;
  readonly events: TicketEvent[];
  /** Time on hold, in a file with one row for each ticket. */
  hold?: Hold | undefined;
}

/** What a log needs to know beside its file. */
export interface LogSettings {
  readonly columns: Mapping;
  readonly readInstant: InstantReader;
  readonly choosePolicy: ChoosePolicy;
  /** The instant to judge at, epoch milliseconds. */
  readonly asOfMs: number;
  /** When the log is read, epoch milliseconds: no instant of a log lies years beyond it. */
  readonly nowMs: number;
  /** Columns that no clock needs, and that the report is to have. */
  readonly keep?: readonly string[];
}

/** A message names no more states than this. */
const MOST_NAMED = 20;

/** No ticket system is older than this. */
const EARLIEST_MS = Date.UTC(1990, 0);
const YEAR_MS = 366 * DAY_MS;

/** Words of a policy by the texts that mean them; null for a text that is left alone. */
interface KnownWords {
  readonly states: Map<string, string | null>;
  readonly severities: Map<string, string | null>;
}

/** Gathers rows, in whatever order they come, into one history for each ticket. */
export class TicketLog {
  readonly tickets = new Map<string, TicketHistory>();
  /** Tickets whose verdict may be wrong: a row of theirs could not be used, or is in doubt. */
  readonly incomplete = new Marks();
  readonly problems = new Problems();
  /** Rows that were left alone on purpose, by the reason. */
  readonly leftAlone = new Map<string, number>();
  /** What a reader of the report should know of how the file was read. */
  readonly notes: string[] = [];
  readonly #known = new Map<Policy, KnownWords>();
  readonly #translated = new Map<string, Map<string, string>>();
  rows = 0;
  /** Rows that were refused. */
  refused = 0;

  /** What the report is to have of columns that no clock needs. */
  readonly kept: KeptColumns;

  constructor(readonly settings: LogSettings) {
    this.kept = new KeptColumns(settings.keep ?? []);
  }

  /** The policies that its tickets are judged under. */
  policies(): Set<Policy> {
    return new Set([...this.tickets.values()].map(({ policy }) => policy));
  }

  /** How many rows went into the histories. */
  get used(): number {
    const alone = [...this.leftAlone.values()].reduce((sum, count) => sum + count, 0);
    return this.rows - this.refused - alone;
  }

  /** Begins a row. */
  draft(line: number): RowDraft {
    return new RowDraft(this, line);
  }

  /** Notes a row that could not even be taken apart. */
  reject(problem: Problem): void {
    this.rows += 1;
    this.refused += 1;
    this.problems.add(problem);
  }

  /** Notes a row that was left alone on purpose. */
  leave(reason: string): void {
    this.rows += 1;
    this.leftAlone.set(reason, (this.leftAlone.get(reason) ?? 0) + 1);
  }

  /** The words of a policy for texts of the file that have been met. */
  known(policy: Policy): KnownWords {
    let known = this.#known.get(policy);
    if (!known) {
      known = { states: new Map(), severities: new Map() };
      this.#known.set(policy, known);
    }
    return known;
  }

  /** Notes once what a reader of the report should know. */
  remark(note: string): void {
    if (!this.notes.includes(note)) this.notes.push(note);
  }

  /** Notes a state of the file that has another name in its policy. */
  translate(text: string, state: string, { id }: Policy): void {
    if (plainName(text) === plainName(state)) return;
    const translated = this.#translated.get(id) ?? new Map<string, string>();
    this.#translated.set(id, translated.set(text, state));
  }

  /** Which states of the file are taken for which of each policy, where their names differ. */
  translations(): string[] {
    return [...this.#translated].map(([policy, states]) => {
      const pairs = [...states]
        .slice(0, MOST_NAMED)
        .map(([text, state]) => `${quoted(text)} for ${state}`);
      return `states are taken for those of ${policy} that do the same: ${pairs.join(", ")}`;
    });
  }

  /** Notes that a ticket's verdict may be wrong. */
  doubt(problem: Problem & { readonly ticket: string }): void {
    this.problems.add(problem);
    this.incomplete.add(problem.ticket);
  }

  /** Adds events to a ticket's history. */
  append(history: TicketHistory): void {
    const known = this.tickets.get(history.ticket);
    if (known) {
      for (const event of history.events) known.events.push(event);
      // Several rows of a ticket say themselves when it was on hold.
      known.hold = undefined;
    } else this.tickets.set(history.ticket, history);
    for (const { at } of history.events) this.#checkYear(at, history);
  }

  #checkYear(at: number, { ticket, line }: TicketHistory): void {
    const { asOfMs, nowMs } = this.settings;
    if (at >= EARLIEST_MS && at <= Math.max(asOfMs, nowMs) + YEAR_MS) return;
    const year = new Date(at).getUTCFullYear();
    const reason = `an event of the year ${year}, which no log of tickets holds`;
    this.doubt({ kind: "impossible-date", line, ticket, reason });
  }
}

/** A row on its way into a log: what it says, and what is wrong with it. */
export class RowDraft {
  /** Null while there is none, as in nearly every row. */
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

  /** Ends a row that can be used. */
  use(history: TicketHistory): void {
    this.log.rows += 1;
    this.log.append(history);
  }

  /** Ends a row that cannot be used: all that is wrong with it becomes problems of the log. */
  refuse(ticket: string | undefined): void {
    this.log.rows += 1;
    this.log.refused += 1;
    for (const fault of this.#faults ?? []) this.log.problems.add(fault);
    if (ticket !== undefined) this.log.incomplete.add(ticket);
  }

  ticket(cell: Cell, record: LogRecord): string | undefined {
    return cell.text(record) ?? this.wrong("no-ticket", cell.name, "it is missing");
  }

  /** The policy of a row: that of its ticket's other rows, if it names none itself. */
  policy(cell: Cell | null, record: LogRecord, history: TicketHistory | undefined) {
    const name = cell?.text(record);
    if (history && name === undefined) return history.policy;
    const policy = this.log.settings.choosePolicy(name);
    const column = cell?.name ?? "";
    if ("reason" in policy) return this.wrong("no-policy", column, policy.reason);
    if (!history || history.policy === policy) return policy;
    const reason = `the ticket is under ${history.policy.id} since line ${history.line}`;
    return this.wrong("another-policy", column, reason);
  }

  instant(cell: Cell, record: LogRecord): number | undefined {
    const wallMs = record.wallMs(cell.index);
    const { readInstant } = this.log.settings;
    const text = wallMs === undefined ? cell.text(record) : "the date";
    if (text === undefined) return this.wrong("no-instant", cell.name, "it is missing");
    const read = wallMs === undefined ? readInstant.text(text) : readInstant.wall(wallMs);
    if (typeof read === "number") return read;
    const what = wallMs === undefined ? quoted(text) : text;
    return this.wrong("no-instant", cell.name, `${what} cannot be read: ${read.reason}`);
  }

  /** The policy's state for a text; null if the mapping leaves it alone. */
  state(text: string, column: StateColumn, policy: Policy | undefined): string | null | undefined {
    const known = policy && this.log.known(policy).states;
    if (known?.has(text)) return known.get(text);
    const state = stateOf(text, column, policy);
    if (state === undefined) return this.#unknown("state", text, column.column, policy?.states);
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
    const known = policy && this.log.known(policy).severities;
    if (known?.has(text)) return known.get(text);
    const severity = severityOf(text, column, policy);
    if (severity !== undefined) {
      known?.set(text, severity);
      return severity;
    }
    return this.#unknown("severity", text, column.column, policy?.severities);
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
    names: ReadonlySet<string> | undefined,
  ): undefined {
    const reason = `${quoted(text)} is not a ${what} of the policy; those are ${named(names ?? new Set())}`;
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
