import type { Doing, Mapping } from "../../log/mapping";

/** What a column may mean. */
export type Meaning =
  | "ticket"
  | "policy"
  | "at"
  | "until"
  | "state"
  | "field"
  | "old"
  | "severity"
  | "opened"
  | "responded"
  | "resolved"
  | "closed"
  | "reopened"
  | "onHold"
  | "each";

/** How the rows of a file tell what happened. */
export type Form = "tickets" | "events" | "changes" | "stays";

/**
 * An export that can be recognised. The names of its columns are in lower case without blanks and punctuation,
 * the preferred ones first: `sysupdatedon` is `sys_updated_on` and `Sys Updated On`.
 */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly form: Form;
  /** Names that tell it from others: a file has at least one of each list. */
  readonly told: readonly (readonly string[])[];
  readonly columns: Partial<Record<Meaning, readonly string[]>>;
  /** For a row for each change: the fields that are the state and the severity. */
  readonly fields?: { readonly state: readonly string[]; readonly severity: readonly string[] };
  /** What states that are written as codes are called, and do. */
  readonly states?: Readonly<Record<string, readonly [called: string, does: Doing]>>;
  /** The place of each severity, if its name alone does not say it; in lower case. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** What becomes of a state that is not known. */
  readonly other?: "ignore";
  /** Texts that stand for no value. */
  readonly missing?: readonly string[];
  /** How time on hold is written, and what it is measured on if the column's name does not say it. */
  readonly onHold?: Pick<NonNullable<Mapping["onHold"]>, "written" | "measured">;
  /** Whether its states and severities are written in the words of the policy. */
  readonly inPolicyWords?: true;
  /** The zone of its instants, if that is always the same. */
  readonly zone?: string;
}
