import type { Piece } from "./pieces";

/** What a row is made of: texts and numbers. */
export type Value = string | number | null;
export type RowOf<Row> = { readonly [Key in keyof Row]: Value };

export interface Column<Name extends string = string> {
  readonly name: Name;
  readonly type: "text" | "integer" | "fraction";
}

/** A table: its columns in order, and the key that tells its rows apart. */
export interface Table<Row extends RowOf<Row> = Readonly<Record<string, Value>>> {
  readonly name: string;
  readonly columns: readonly Column<keyof Row & string>[];
  readonly key: string;
}

/** What can be measured: working time of a calendar, or its working days counted in one way. */
export interface MeasureRow {
  /** The fingerprint of its rows, as a whole number that tells it from every other measure. */
  readonly measure: number;
  readonly calendar: string;
  /** The `calendar.fingerprint` of the exported dates. */
  readonly fingerprint: string;
  readonly unit: "milliseconds" | "days";
  /** When its last day is up, and the time of day from which a start counts as received the next day. */
  readonly due: string | null;
  readonly cutoff: string | null;
  /** The size of one share of its amounts; rows are found by their share. */
  readonly share_size: number;
  /** The first and the last instant that its rows cover. */
  readonly from_ms: number;
  readonly to_ms: number;
  /** How much of it there is from the first to the last. */
  readonly total: number;
  /** The instant after which bank holidays are projected; null if none are used. */
  readonly published_until_ms: number | null;
  /** How many rows it has in the other tables, to check that all of them are there. */
  readonly instants: number;
  readonly amounts: number;
}

/** A piece of time, of a measure. */
export type PieceRow = Piece & { readonly measure: number };

/** Whole numbers from 0. */
export interface NumberRow {
  readonly k: number;
}

/** A promise of a policy, and the choices that it makes. */
export interface TargetRow {
  readonly policy: string;
  readonly target: string;
  /** The fingerprint of its whole definition, as a whole number that tells it from every other target. */
  readonly rule: number;
  /** The code of a ticket that has no severity yet; 0 if the allowance depends on it. */
  readonly ungraded_code: number;
  /** The code of a severity that is not listed: an allowance; 0 for none; -1 for an unknown severity. */
  readonly unlisted_code: number;
  readonly at_due: string;
  readonly on_severity_change: string;
  readonly on_reopen: string;
  /** How many rows it has in the other tables, to check that all of them are there. */
  readonly allowances: number;
  readonly severities: number;
  readonly states: number;
}

/** How much may be used of a measure. */
export interface AllowanceRow {
  readonly rule: number;
  readonly code: number;
  readonly measure: number;
  readonly amount: number;
  readonly tie: string;
}

/** Which allowance a severity has; 0 for none. */
export interface SeverityRow {
  readonly rule: number;
  readonly severity: string;
  readonly code: number;
}

/** What a state does to the clock of a target. */
export interface StateRow {
  readonly rule: number;
  readonly state: string;
  readonly role: "runs" | "pauses" | "stops" | "cancels" | "nothing";
}

const text = <N extends string>(name: N): Column<N> => ({ name, type: "text" });
const integer = <N extends string>(name: N): Column<N> => ({ name, type: "integer" });

export const MEASURES: Table<MeasureRow> = {
  name: "core_hours_measures",
  columns: [
    integer("measure"),
    text("calendar"),
    text("fingerprint"),
    text("unit"),
    text("due"),
    text("cutoff"),
    integer("share_size"),
    integer("from_ms"),
    integer("to_ms"),
    integer("total"),
    integer("published_until_ms"),
    integer("instants"),
    integer("amounts"),
  ],
  key: "measure",
};

const pieceColumns = [
  integer("measure"),
  integer("from_ms"),
  integer("close_ms"),
  integer("until_ms"),
  integer("reached"),
  integer("gained"),
  integer("next_open_ms"),
  integer("received"),
] as const;

export const PIECES: Table<PieceRow> = {
  name: "core_hours_pieces",
  columns: pieceColumns,
  key: "measure, from_ms, reached",
};

export const NUMBERS: Table<NumberRow> = {
  name: "core_hours_numbers",
  columns: [integer("k")],
  key: "k",
};

/** The script makes these from the pieces: each piece once for every UTC day that it touches. */
export const INSTANTS = { name: "core_hours_instants", key: "measure, utc_day, from_ms" } as const;

/** The script makes these from the pieces that gain: each once for every share that it touches. */
export const AMOUNTS = {
  name: "core_hours_amounts",
  key: "measure, share, reached_before",
} as const;

export const TARGETS: Table<TargetRow> = {
  name: "core_hours_targets",
  columns: [
    text("policy"),
    text("target"),
    integer("rule"),
    integer("ungraded_code"),
    integer("unlisted_code"),
    text("at_due"),
    text("on_severity_change"),
    text("on_reopen"),
    integer("allowances"),
    integer("severities"),
    integer("states"),
  ],
  key: "policy, target",
};

export const ALLOWANCES: Table<AllowanceRow> = {
  name: "core_hours_allowances",
  columns: [integer("rule"), integer("code"), integer("measure"), integer("amount"), text("tie")],
  key: "rule, code",
};

export const SEVERITIES: Table<SeverityRow> = {
  name: "core_hours_severities",
  columns: [integer("rule"), text("severity"), integer("code")],
  key: "rule, severity",
};

export const STATES: Table<StateRow> = {
  name: "core_hours_states",
  columns: [integer("rule"), text("state"), text("role")],
  key: "rule, state",
};
