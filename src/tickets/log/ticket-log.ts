import { DAY_MS } from "../../timeline/units";
import { plainName } from "../../words/plain-name";
import { quoted } from "../../words/printable";
import { ClaimColumns } from "./claims/claim-columns";
import type { ClaimsWanted } from "./claims/kinds";
import type { ChosenPolicies } from "./desk/chosen-policies";
import { Histories, type KnownTicket } from "./histories/histories";
import type { InstantReader } from "./instants";
import { KeptColumns } from "./kept-columns";
import type { Mapping } from "./mapping";
import { Marks } from "./marks";
import type { ChoosePolicy, Policy } from "./policies";
import { MOST_NAMED } from "./policy-words";
import { type Problem, Problems } from "./problems";
import { RowDraft } from "./row-draft";

/** One event of a ticket, as the library takes them. */
export interface TicketEvent {
  readonly at: number;
  readonly state?: string;
  readonly severity?: string;
  /** An agreed date, epoch milliseconds; null if it is taken back. */
  readonly dueAt?: number | null;
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
  readonly events: readonly TicketEvent[];
  /** Whether its first event is its opening, which has no row of its own. */
  readonly hasOpening?: boolean;
  /** Time on hold, in a file with one row for each ticket. */
  readonly hold?: Hold | undefined;
}

/** What a log needs to know beside its file. */
export interface LogSettings {
  readonly columns: Mapping;
  readonly readInstant: InstantReader;
  /** The policy of a row, by the text of its policy column. */
  readonly choosePolicy: ChoosePolicy;
  /** The policy of each ticket, if all its rows are known; then no row names one. */
  readonly chosen?: ChosenPolicies | undefined;
  /** The instant to judge at, epoch milliseconds. */
  readonly asOfMs: number;
  /** When the log is read, epoch milliseconds: no instant of a log lies years beyond it. */
  readonly nowMs: number;
  /** Columns that no clock needs and the report has. */
  readonly keep?: readonly string[];
  /** The columns of another tool's verdicts to compare with; null for none. */
  readonly claims?: ClaimsWanted | null;
}

/** No ticket system is older than this. */
const EARLIEST_MS = Date.UTC(1990, 0);
const YEAR_MS = 366 * DAY_MS;

/** Words of a policy by the texts that mean them; null for a text that is left alone. */
interface KnownWords {
  readonly states: Map<string, string | null>;
  readonly severities: Map<string, string | null>;
}

/** Gathers rows, in any order, into one history for each ticket. */
export class TicketLog {
  readonly tickets = new Histories();
  /** Tickets whose verdict may be wrong: a row of theirs could not be used, or is in doubt. */
  readonly incomplete = new Marks();
  readonly problems = new Problems();
  /** Rows that were left alone on purpose, by the reason. */
  readonly leftAlone = new Map<string, number>();
  /** What a reader of the report should know of how the file was read. */
  readonly notes: string[] = [];
  readonly #known = new Map<Policy, KnownWords>();
  readonly #translated = new Map<string, Map<string, string>>();
  readonly #graded = new Map<string, Map<string, string>>();
  #last: KnownTicket | undefined;
  rows = 0;
  /** Rows that were refused. */
  refused = 0;

  /** The values of the columns that no clock needs and the report has. */
  readonly kept: KeptColumns;
  /** What another tool says of its tickets; null if nobody asked. */
  readonly claims: ClaimColumns | null;

  constructor(readonly settings: LogSettings) {
    this.kept = new KeptColumns(settings.keep ?? []);
    const { claims, readInstant } = settings;
    this.claims = claims ? new ClaimColumns(claims, readInstant) : null;
  }

  /** The policies that its tickets are judged under. */
  policies(): readonly Policy[] {
    return this.tickets.policies;
  }

  /** How many rows went into the histories. */
  get used(): number {
    const alone = [...this.leftAlone.values()].reduce((sum, count) => sum + count, 0);
    return this.rows - this.refused - alone;
  }

  /** What is known of a ticket so far. Most rows are of the same ticket as the row before. */
  known(ticket: string): KnownTicket | undefined {
    if (this.#last?.ticket !== ticket) this.#last = this.tickets.known(ticket);
    return this.#last;
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
  knownWords(policy: Policy): KnownWords {
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

  /** Notes a severity of the file that is one of its policy's by its name alone, without its number. */
  translateSeverity(text: string, severity: string, { id }: Policy): void {
    const digits = severity.replace(/\D/g, "");
    if (plainName(text) === plainName(severity) || (digits && text.includes(digits))) return;
    const graded = this.#graded.get(id) ?? new Map<string, string>();
    this.#graded.set(id, graded.set(text, severity));
  }

  /** Which states and severities of the file are taken for which of each policy, if their names differ. */
  translations(): string[] {
    const states = [...this.#translated].map(
      ([policy, words]) =>
        `states are taken for those of ${policy} that do the same: ${pairsText(words)}`,
    );
    const severities = [...this.#graded].map(
      ([policy, words]) =>
        `severities are taken for those of ${policy} by their names: ${pairsText(words)}`,
    );
    return [...states, ...severities];
  }

  /**
   * Notes a row of a ticket that has no policy: on purpose, or because no policy is for it.
   *
   * @returns whether there is such a row
   */
  withoutPolicy(ticket: string): boolean {
    const chosen = this.settings.chosen?.of(ticket);
    if (!chosen || chosen.policy) return false;
    if (chosen.isLeftAlone) this.leave(chosen.reason);
    else {
      this.rows += 1;
      this.refused += 1;
      this.settings.chosen?.countUnmatched(ticket, chosen.reason);
    }
    return true;
  }

  /** Notes that a ticket's verdict may be wrong. */
  doubt(problem: Problem & { readonly ticket: string }): void {
    this.problems.add(problem);
    this.incomplete.add(problem.ticket);
  }

  /**
   * Adds a ticket.
   *
   * @returns the number of its last event
   */
  begin(history: TicketHistory): number {
    const { ticket, line, events } = history;
    const number = this.tickets.begin(history);
    for (const { at } of events) this.#checkYear(at, ticket, line);
    return number;
  }

  /**
   * Adds an event to the history of a ticket that another row has begun.
   *
   * @returns the number of the event
   */
  goOn(known: KnownTicket, event: TicketEvent, line: number): number {
    const number = this.tickets.goOn(known, event);
    this.#checkYear(event.at, known.ticket, line);
    return number;
  }

  #checkYear(at: number, ticket: string, line: number): void {
    const { asOfMs, nowMs } = this.settings;
    if (at >= EARLIEST_MS && at <= Math.max(asOfMs, nowMs) + YEAR_MS) return;
    const year = new Date(at).getUTCFullYear();
    const reason = `an event of the year ${year}, which no log of tickets holds`;
    this.doubt({ kind: "impossible-date", line, ticket, reason });
  }
}

/** The first words of a file with what each is taken for. */
function pairsText(words: ReadonlyMap<string, string>): string {
  return [...words]
    .slice(0, MOST_NAMED)
    .map(([text, word]) => `${quoted(text)} for ${word}`)
    .join(", ");
}
