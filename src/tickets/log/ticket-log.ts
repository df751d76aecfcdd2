import { quoted } from "../../words/printable";
import type { ColumnMap } from "./columns";
import type { InstantRead } from "./instants";
import type { ChoosePolicy, Policy } from "./policies";
import type { Problem } from "./problems";
import type { TicketRow } from "./rows";

/** One event of a ticket, as the library takes them. */
export interface TicketEvent {
  readonly at: number;
  readonly state?: string;
  readonly severity?: string;
}

/** What a file says about one ticket. */
export interface TicketHistory {
  readonly ticket: string;
  readonly policy: Policy;
  /** The line of its first row. */
  readonly line: number;
  readonly events: TicketEvent[];
}

/** Gathers rows, in whatever order they come, into one history for each ticket. */
export class TicketLog {
  readonly tickets = new Map<string, TicketHistory>();
  /** Tickets that have a row that could not be used. */
  readonly incomplete = new Set<string>();
  readonly problems: Problem[] = [];
  rows = 0;

  constructor(
    private readonly columns: ColumnMap,
    private readonly readInstant: (text: string) => InstantRead,
    private readonly choosePolicy: ChoosePolicy,
  ) {}

  /** The policies that its tickets are judged under. */
  policies(): Set<Policy> {
    return new Set([...this.tickets.values()].map(({ policy }) => policy));
  }

  /** Adds a row to its ticket's history, or notes everything that is wrong with it. */
  add(row: TicketRow): void {
    this.rows += 1;
    const faults: Problem[] = [];
    const checked = this.#check(row, (column, reason) => {
      faults.push({ line: row.line, column, reason });
      return undefined;
    });
    if (checked && faults.length === 0) {
      this.#append(checked);
      return;
    }
    this.problems.push(...faults);
    if (row.ticket !== undefined) this.incomplete.add(row.ticket);
  }

  /** Notes a row that could not even be taken apart. */
  reject(problem: Problem): void {
    this.rows += 1;
    this.problems.push(problem);
  }

  #check(row: TicketRow, wrong: Wrong): TicketHistory | undefined {
    const { columns } = this;
    const ticket = row.ticket ?? wrong(columns.ticket, "it is missing");
    const history = ticket === undefined ? undefined : this.tickets.get(ticket);
    const policy = this.#policyOf(row, history, wrong);
    const at = this.#instant(row.at, columns.at.column, wrong);
    const state = known(row.state, columns.state, policy?.states, wrong);
    const severity = known(row.severity, columns.severity, policy?.severities, wrong);
    if (row.state === undefined && row.severity === undefined) {
      wrong(columns.state.column, "it is missing, and the row changes nothing else");
    }
    const change = severity === undefined ? {} : { severity };
    const events = [{ at, ...(state === undefined ? {} : { state }), ...change }];
    if (!history && columns.opened && row.opened !== undefined) {
      const openedAt = this.#instant(row.opened, columns.opened.column, wrong);
      events.unshift({ at: openedAt, state: columns.opened.state, ...change });
    }
    if (ticket === undefined || !policy || !events.every(hasInstant)) return undefined;
    return { ticket, policy, line: row.line, events };
  }

  #append(row: TicketHistory): void {
    const history = this.tickets.get(row.ticket);
    if (history) history.events.push(...row.events);
    else this.tickets.set(row.ticket, row);
  }

  #policyOf(row: TicketRow, history: TicketHistory | undefined, wrong: Wrong): Policy | undefined {
    const column = this.columns.policy ?? this.columns.ticket;
    if (history && row.policy === undefined) return history.policy;
    const policy = this.choosePolicy(row.policy);
    if ("reason" in policy) return wrong(column, policy.reason);
    if (!history || history.policy === policy) return policy;
    return wrong(column, `the ticket is under ${history.policy.id} since line ${history.line}`);
  }

  #instant(text: string | undefined, column: string, wrong: Wrong): number | undefined {
    if (text === undefined) return wrong(column, "it is missing");
    const read = this.readInstant(text);
    return typeof read === "number"
      ? read
      : wrong(column, `${quoted(text)} cannot be read: ${read.reason}`);
  }
}

function hasInstant<E extends { at: number | undefined }>(event: E): event is E & { at: number } {
  return event.at !== undefined;
}

/** Notes what is wrong with a cell. */
type Wrong = (column: string, reason: string) => undefined;

/** The policy's name for what a cell says, where the policy knows it. */
function known(
  text: string | undefined,
  column: ColumnMap["severity"],
  names: ReadonlySet<string> | undefined,
  wrong: Wrong,
): string | undefined {
  if (text === undefined || !column) return undefined;
  const { values = {} } = column;
  const name = (Object.hasOwn(values, text) ? values[text] : undefined) ?? text;
  if (!names || names.has(name)) return name;
  return wrong(column.column, `${quoted(text)} is none of ${[...names].join(", ")}`);
}
