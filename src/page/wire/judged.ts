/** How to judge a log. */
export interface JudgeSettings {
  /** The instant to judge at: wall-clock time of the promise's zone, or an instant; null for now. */
  readonly asOf: string | null;
  readonly nowMs: number;
  /** A column of the file that the report groups by; null for none. */
  readonly groupBy: string | null;
  readonly by: "opened" | "due" | "stopped";
  /** ISO dates; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly atRisk: number;
  /** Whether to compare with the tool's own verdicts in the file. */
  readonly claims: boolean;
}

/** The verdicts against those that the tool states. */
export interface Against {
  readonly columns: readonly string[];
  readonly text: string;
  /** Cells that could not be read; null if all could. */
  readonly unread: string | null;
  readonly causes: readonly {
    readonly says: string;
    readonly tickets: number;
    readonly exact: number;
    readonly doubt: string;
  }[];
  readonly unexplained: number;
  readonly differences: readonly {
    readonly ticket: string;
    readonly target: string;
    readonly theirs: string;
    readonly ours: string;
    readonly figures: readonly string[];
    readonly cause: string;
  }[];
  /** How many more differ. */
  readonly more: number;
}

/** A number of the summary, under its name. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly kind: "met" | "breached" | "open" | "risk" | "plain";
}

/** How many verdicts of a group there are, and how they came out. */
export interface GroupRow {
  readonly key: string;
  readonly all: number;
  readonly met: number;
  readonly breached: number;
  readonly open: number;
  readonly attainment: string;
}

export interface Grouped {
  readonly title: string;
  /** The column of the list that a row of this table filters by. */
  readonly filter: "target" | "severity" | "month" | "group";
  /** The key of the target whose verdicts it counts; null for a table of all targets. */
  readonly target: string | null;
  readonly rows: readonly GroupRow[];
}

/** A verdict that differs from the verdict before the last change. */
export interface Change {
  readonly ticket: string;
  readonly target: string;
  readonly targetTitle: string;
  readonly before: string;
  readonly after: string;
}

/** The result of judging a log. */
export interface Judged {
  readonly source: string;
  readonly asOf: string;
  readonly timeZone: string;
  readonly line: string;
  readonly figures: readonly Figure[];
  readonly warning: string | null;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  readonly problemCount: number;
  readonly groups: readonly Grouped[];
  /** Each with the key that the list is filtered by. */
  readonly targets: readonly (readonly [key: string, title: string])[];
  readonly severities: readonly string[];
  readonly policies: readonly string[];
  readonly verdicts: number;
  readonly tickets: number;
  /** Null if nobody asked to compare. */
  readonly against: Against | null;
  /** What has changed since the same file was last judged; null if it was not. */
  readonly changes: { readonly count: number; readonly first: readonly Change[] } | null;
}

/** Columns of the list of verdicts. */
export type ListColumn =
  | "ticket"
  | "policy"
  | "target"
  | "severity"
  | "status"
  | "opened"
  | "due"
  | "used"
  | "balance"
  | "group";

export interface ListSettings {
  readonly text: string;
  readonly status: string;
  /** The key of a target. */
  readonly target: string;
  readonly severity: string;
  readonly month: string;
  readonly group: string;
  readonly sort: ListColumn | null;
  readonly descending: boolean;
  readonly from: number;
  readonly count: number;
}

/** A verdict as the list shows it. */
export interface ListRow {
  readonly ticket: string;
  readonly target: string;
  readonly targetTitle: string;
  readonly policy: string;
  readonly severity: string;
  readonly status: string;
  readonly breached: boolean;
  readonly opened: string;
  readonly due: string;
  readonly used: string;
  readonly usedShare: number;
  readonly balance: string;
  readonly group: string;
  readonly isInDoubt: boolean;
}

export interface Listed {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly ListRow[];
}

/** A verdict with all that leads to it. */
export interface ShownTicket {
  readonly ticket: string;
  readonly title: string;
  readonly standing: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
  readonly working: readonly WorkingLine[];
  /** The same as text, as `core-hours explain` prints it. */
  readonly explained: string;
  readonly svg: string;
  /** The rule of the source document; null if the policy has none. */
  readonly rule: { readonly id: string; readonly text: string; readonly reading: string } | null;
  /** What else the ticket has begun. */
  readonly obligations: readonly ObligationShown[];
}

export interface WorkingLine {
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly counted: string;
  readonly total: string;
  readonly why: string;
}

/** Something that a ticket has begun: a target, a reminder, a window, an update that is due again and again. */
export interface ObligationShown {
  readonly ticket: string;
  /** The target whose working can be shown; null for what is not a target. */
  readonly target: string | null;
  readonly what: string;
  readonly clause: string;
  readonly status: string;
  readonly due: string;
  readonly changesNext: string;
}

/** Some of many, and how many there are. */
export interface Some<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What is due on a date. */
export interface DueDay extends Some<ObligationShown & { readonly at: string }> {
  readonly date: string;
  readonly heading: string;
}

/** What is due next across all tickets, as `core-hours obligations` lists it. */
export interface NextDue {
  readonly line: string;
  /** The longest late first. */
  readonly late: Some<ObligationShown>;
  readonly days: readonly DueDay[];
  /** How many are due after the last of those days. */
  readonly later: number;
  /** What is paused, or what nobody can date yet. */
  readonly undated: Some<ObligationShown>;
}
