import type { Policy } from "../policies";

/** What a file says of a ticket by which its policy is chosen. */
export interface TicketFacts {
  /** The line of its first row. */
  readonly line: number;
  /**
   * Its text in each column that matters, in their order: that of its last row up to the instant of the
   * report, or of its first row after it. Undefined if no row has one.
   */
  readonly texts: readonly (string | undefined)[];
  /** The text of its first row that has one. */
  readonly firstTexts: readonly (string | undefined)[];
  /** The earliest of its instants, epoch milliseconds; null if none can be read. */
  readonly openedMs: number | null;
}

/** The policy of a ticket, that it is left alone on purpose, or why it has none. */
export type Chosen =
  | { readonly policy: Policy }
  | { readonly policy: null; readonly isLeftAlone: boolean; readonly reason: string };

/** Several policies, of which each ticket of a log has one. */
export interface LogDesk {
  readonly policies: readonly Policy[];
  /** The columns of the file that say which. */
  readonly columns: readonly string[];
  readonly choose: (facts: Pick<TicketFacts, "texts" | "openedMs">) => Chosen;
}
