import type { OnePromise, PromiseSettings } from "./settings";

/** A choice that a service leaves to its readers. */
export interface OptionShown {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly value: string;
  readonly isDefault: boolean;
  readonly values: readonly { readonly value: string; readonly reading: string }[];
}

/** What a service must be told because it has no default. */
export interface NeedShown {
  readonly name: string;
  readonly example: string;
  readonly value: string;
}

/** A promise in words. */
export interface PromiseShown {
  readonly id: string;
  readonly title: string;
  readonly source: string | null;
  readonly timeZone: string;
  readonly targets: readonly {
    readonly id: string;
    readonly title: string;
    readonly clause: string | null;
    readonly allowances: readonly (readonly [severity: string, allowance: string])[];
    readonly runs: string;
    readonly pauses: string;
    readonly stops: string;
  }[];
  readonly severities: readonly string[];
  readonly states: readonly string[];
  readonly calendars: readonly (readonly [id: string, title: string])[];
  readonly options: readonly OptionShown[];
  readonly needs: readonly NeedShown[];
  /** The policy as JSON, to be saved. */
  readonly json: string;
  /** The policies that it consists of, if there are several. */
  readonly parts: readonly PartShown[];
  /** The fields by which a desk chooses among them. */
  readonly fields: readonly string[];
}

/** A policy among several. */
export interface PartShown extends PromiseShown {
  /** The same as a promise of its own. */
  readonly promise: OnePromise;
  /** Which tickets are its own, in words; an empty text if a column of the file says it. */
  readonly whose: string;
}

/** Whose the tickets of a file are. */
export interface WhoseShown {
  /** The columns that say it. */
  readonly columns: readonly string[];
  /** What stands in the columns, of how many tickets, and whose they are. */
  readonly rows: readonly WhoseRow[];
  /** How many more rows there are. */
  readonly more: number;
}

export interface WhoseRow {
  readonly texts: readonly string[];
  readonly tickets: string;
  /** The id of their policy, or that they have none. */
  readonly says: string;
  /** Whether no policy is for them, and nobody has said that they are to be left alone. */
  readonly isUnmatched: boolean;
}

/** Which month to draw, of which calendar of a promise. */
export interface MonthAsked {
  readonly promise: PromiseSettings;
  readonly calendar: string;
  /** ISO: `2027-04`. */
  readonly month: string;
}

export interface MonthDay {
  readonly date: string;
  readonly day: number;
  readonly kind: "open" | "closed" | "other-hours" | "closed-unusually" | "unknown";
  readonly hours: readonly string[];
  readonly reason: string | null;
}

export interface MonthShown {
  readonly title: string;
  readonly name: string;
  /** 1 for Monday. */
  readonly firstWeekday: number;
  readonly days: readonly MonthDay[];
  readonly hours: string;
}
