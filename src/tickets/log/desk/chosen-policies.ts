import { counted } from "../../../words/amounts";
import { quoted } from "../../../words/printable";
import type { Policy } from "../policies";
import type { Chosen, LogDesk, TicketFacts } from "./log-desk";

/** A ticket that is for no policy, as the bulk forms of a desk name it. */
export interface UnmatchedTicket {
  readonly ticket: string;
  readonly policy: null;
  /** The line of its first row. */
  readonly line: number;
  readonly reason: string;
}

/** Tickets without a policy for one reason. */
export interface UnmatchedGroup {
  readonly line: number;
  readonly column: string;
  /** Why, with how many tickets and rows it is about. */
  readonly reason: string;
}

/** What stands in the columns of some tickets, and whose they are. */
export interface SaidTexts {
  /** A text for each column. */
  readonly texts: readonly string[];
  /** How many tickets. */
  readonly tickets: string;
  /** The id of their policy, or that they have none. */
  readonly says: string;
  /** Whether no policy is for them, and nobody has said that they are to be left alone. */
  readonly isUnmatched: boolean;
}

/** The policy of each ticket of a file, chosen once all its rows are known. */
export class ChosenPolicies {
  readonly #chosen = new Map<string, Chosen>();
  readonly #unmatched = new Map<string, UnmatchedTicket & { rows: number }>();

  constructor(
    private readonly desk: LogDesk,
    private readonly facts: ReadonlyMap<string, TicketFacts>,
  ) {
    for (const [ticket, about] of facts) this.#chosen.set(ticket, desk.choose(about));
  }

  /** The same tickets under another desk that chooses by the same columns. */
  underDesk(desk: LogDesk): ChosenPolicies {
    return new ChosenPolicies(desk, this.facts);
  }

  /** The policy of a ticket; undefined if the file has no row of it. */
  of(ticket: string): Chosen | undefined {
    return this.#chosen.get(ticket);
  }

  /** The texts of the first column that mean no policy, with how many tickets have each. */
  unknownTexts(): ReadonlyMap<string, number> {
    const texts = new Map<string, number>();
    for (const [ticket, chosen] of this.#chosen) {
      const text = this.facts.get(ticket)?.texts[0];
      if (chosen.policy || chosen.isLeftAlone || text === undefined) continue;
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    return texts;
  }

  /** Counts a row of a ticket that has no policy. */
  countUnmatched(ticket: string, reason: string): void {
    const known = this.#unmatched.get(ticket);
    if (known) known.rows += 1;
    else {
      const line = this.facts.get(ticket)?.line ?? 1;
      this.#unmatched.set(ticket, { ticket, policy: null, line, reason, rows: 1 });
    }
  }

  /** The tickets that no policy is for, in the order of the file. */
  unmatched(): readonly UnmatchedTicket[] {
    return [...this.#unmatched.values()].map(({ ticket, policy, line, reason }) => {
      return { ticket, policy, line, reason };
    });
  }

  /** The same by their reasons, each with its tickets and its number of rows. */
  unmatchedGroups(): readonly UnmatchedGroup[] {
    const groups = new Map<string, { line: number; tickets: string[]; rows: number }>();
    for (const { ticket, line, reason, rows } of this.#unmatched.values()) {
      const group = groups.get(reason) ?? { line, tickets: [], rows: 0 };
      group.tickets.push(ticket);
      group.rows += rows;
      groups.set(reason, group);
    }
    const column = this.desk.columns.join(", ");
    return [...groups].map(([reason, { line, tickets, rows }]) => ({
      line,
      column,
      reason: `${reason} (${counted(rows, "row")} of ${ticketsText(tickets)})`,
    }));
  }

  /** What each text of the columns is taken for, and of how many tickets, in the order of the file. */
  said(): readonly (readonly string[])[] {
    const { columns } = this.desk;
    return this.texts().map(({ texts, tickets, says }) => [
      texts.map((text, i) => `${columns[i]} ${quoted(text)}`).join(", ") || "every ticket",
      tickets,
      says,
    ]);
  }

  /** The same with each text by itself, and whether no policy is for its tickets. */
  texts(): readonly SaidTexts[] {
    const groups = new Map<string, Omit<SaidTexts, "tickets"> & { count: number }>();
    for (const [ticket, chosen] of this.#chosen) {
      const texts = this.facts.get(ticket)?.texts ?? [];
      const isUnmatched = !chosen.policy && !chosen.isLeftAlone;
      const says = chosen.policy ? chosen.policy.id : unmatchedText(!isUnmatched);
      const key = JSON.stringify([texts, says]);
      const group = groups.get(key);
      if (group) group.count += 1;
      else {
        const cells = texts.map((text) => text ?? "(empty)");
        groups.set(key, { texts: cells, says, isUnmatched, count: 1 });
      }
    }
    return [...groups.values()].map(({ count, ...said }) => ({
      ...said,
      tickets: counted(count, "ticket"),
    }));
  }

  /** Why a ticket may be under another policy than the one chosen; null if nothing suggests it. */
  doubtOf(ticket: string): string | null {
    const facts = this.facts.get(ticket);
    const now = this.of(ticket)?.policy;
    if (!facts || !now || facts.texts.every((text, i) => text === facts.firstTexts[i])) return null;
    const { policy } = this.desk.choose({ ...facts, texts: facts.firstTexts });
    if (policy?.id === now.id) return null;
    return `${this.#changesOf(facts)}; it is judged by ${now.id} from its start, and not by ${policyText(policy)}`;
  }

  #changesOf({ texts, firstTexts }: TicketFacts): string {
    const changes = this.desk.columns.flatMap((column, i) => {
      const [first, last] = [firstTexts[i], texts[i]];
      if (first === last) return [];
      return [`its ${column} was ${quoted(first ?? "")} and is ${quoted(last ?? "")}`];
    });
    return changes.join(", and ");
  }
}

/** The most tickets that a sentence names. */
const MOST_NAMED = 5;

function ticketsText(tickets: readonly string[]): string {
  const named = tickets.slice(0, MOST_NAMED).map(quoted).join(", ");
  const more = tickets.length - MOST_NAMED;
  const rest = more > 0 ? ` and ${more} more` : "";
  return `${counted(tickets.length, "ticket")}: ${named}${rest}`;
}

function unmatchedText(isLeftAlone: boolean): string {
  return isLeftAlone ? "left alone" : "no policy is for it";
}

function policyText(policy: Policy | null): string {
  return policy ? policy.id : "another policy";
}
