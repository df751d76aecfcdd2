import type { DateOrder } from "../../tickets/log/dates/shapes";
import type { Mapping } from "../../tickets/log/mapping";
import type { Form, Meaning } from "../../tickets/understanding/presets/preset";
import type { Answers, Question, ZoneFrom } from "../../tickets/understanding/understood";
import type { StateAnswer } from "../../tickets/understanding/unknown-words";

/** A file that was dropped; its bytes are read where they are needed. */
export interface LogFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Blob;
}

/** What somebody said about how to read a file. */
export interface FileSettings {
  /** A loaded mapping; if it is given, nothing else is looked at. */
  readonly mapping?: unknown;
  /** The preset to take the file for. */
  readonly as?: string;
  readonly form?: Form;
  /** The columns chosen by hand; an empty text for none. */
  readonly columns?: Partial<Record<Meaning, string>>;
  readonly zone?: string;
  readonly order?: DateOrder;
  /** How time on hold is written, or that no column is time on hold. */
  readonly hold?: NonNullable<Answers["hold"]>;
  readonly rows?: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, StateAnswer>>;
  readonly severities: Readonly<Record<string, string>>;
  /** The column that names the policy of each ticket. */
  readonly policyColumn?: string;
  /** What texts of that column mean: the id of a policy, or null for tickets that are left alone. */
  readonly policies?: Readonly<Record<string, string | null>>;
  /** The columns of the fields by which a desk chooses. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A text of the file, how often it occurs, and what it is taken for. */
export interface StateShown {
  readonly text: string;
  readonly count: number;
  /** What it does: one of the answers, null if nobody knows, or `differs` if each of several policies says. */
  readonly does: StateAnswer | "differs" | null;
  /** The policy's own name for it. */
  readonly name: string | null;
}

export interface SeverityShown {
  readonly text: string;
  readonly count: number;
  /** The severity of the policy; null if nobody knows, an empty text if it is left alone. */
  readonly severity: string | null;
  /** Whether each of several policies has its own. */
  readonly differs: boolean;
}

export interface DateShown {
  readonly text: string;
  /** What it is read as, in words. */
  readonly reads: string;
}

/** A date that can be read in several ways, in words. */
export interface DateSeveralWays {
  readonly text: string;
  readonly line: number;
  readonly readings: readonly (readonly [order: DateOrder, reading: string])[];
}

/** What a file is taken for, ready to be shown. */
export interface Looked {
  readonly name: string;
  /** The names of its columns. */
  readonly header: readonly string[];
  /** Those that hold the tool's own verdict. */
  readonly claims: readonly string[];
  readonly firstRows: readonly (readonly string[])[];
  /** How it is written: `UTF-8, cells separated by commas`. */
  readonly written: string;
  readonly headerLine: number;
  readonly above: number;
  readonly rows: number;
  /** What it may be taken for, the likeliest first. */
  readonly presets: readonly { readonly id: string; readonly title: string }[];
  readonly preset: string;
  readonly title: string;
  readonly form: Form;
  readonly columns: Partial<Record<Meaning, string>>;
  /** Meanings that have to be given a column before it can be read. */
  readonly lacking: readonly Meaning[];
  /** What the columns of each form may mean, in words. */
  readonly meanings: readonly (readonly [Meaning, string])[];
  readonly onHold: string | null;
  readonly question: Question | null;
  readonly severalWays: readonly DateSeveralWays[];
  /** Columns that may have a meaning that was given to another column. */
  readonly also: readonly (readonly [name: string, meaning: string])[];
  readonly dates: {
    readonly written: string;
    readonly zone: string | null;
    readonly zoneFrom: ZoneFrom;
    readonly examples: readonly DateShown[];
    readonly unreadable: readonly { readonly text: string; readonly line: number }[];
  } | null;
  readonly states: readonly StateShown[];
  readonly severities: readonly SeverityShown[];
  readonly severityNames: readonly string[];
  /** The mapping as it stands; null as long as something is open. */
  readonly mapping: Mapping | null;
  /** The same as the text of a file, as `core-hours read --save` writes it. */
  readonly mappingText: string | null;
  readonly isMappingLoaded: boolean;
  /** Whether a column names the policy of each row. */
  readonly namesPolicies: boolean;
  /** The column that names the policy of each ticket; null if none is known. */
  readonly policyColumn: string | null;
  /** The columns by which one of several policies is chosen, in their own spelling. */
  readonly chooses: readonly string[];
  /** The column of each field by which a desk chooses, as far as the file has it. */
  readonly fields: Readonly<Record<string, string>>;
  /** The policies that the mapping sends tickets to. */
  readonly sendsTo: readonly string[];
}
