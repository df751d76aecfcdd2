import type { Header } from "../log/header";
import type { Form, Meaning, Preset } from "./presets/preset";
import { type Candidate, NEEDED } from "./recognise";

/** What somebody says about a file: how its rows tell what happened, and which column means what. */
export interface ByHand {
  readonly form: Form;
  readonly columns: ReadonlyMap<Meaning, string>;
  /** The preset that the file would be taken for; everything else in it still holds. */
  readonly like?: Preset | undefined;
}

/** The meanings that a form needs, and that nobody has given a column yet. */
export function meaningsLacking({ form, columns }: ByHand): readonly Meaning[] {
  return NEEDED[form].filter((meaning) => !columns.has(meaning));
}

/** The fields of a row for each change, if no preset says them. */
const FIELDS: Preset["fields"] = {
  state: ["state", "status", "incident_state"],
  severity: ["priority", "severity"],
};

/** The only candidate for a file of which somebody has said what its columns are. */
export function candidateByHand({ form, columns, like }: ByHand): Candidate {
  const known = like?.form === form ? like : undefined;
  const fields = known?.fields ?? (form === "changes" ? FIELDS : undefined);
  const preset: Preset = {
    id: "by-hand",
    title: TITLES[form],
    ...known,
    form,
    told: [],
    columns: {},
    ...(fields ? { fields } : {}),
  };
  return { preset, columns };
}

/** Whether a record has all the columns that somebody has named. */
export function hasAll({ columns }: ByHand, header: Header): boolean {
  const named = header.names.filter((name) => name !== "");
  // One cell of text is a title over a table rather than its header.
  if (columns.size === 0) return named.length > 1;
  return [...columns.values()].every((name) => header.has(name));
}

/** What files of each form are called. */
export const TITLES: Readonly<Record<Form, string>> = {
  tickets: "a list of tickets, a row for each",
  events: "a log of events, a row for each change of state",
  changes: "an audit log, a row for each change of a field",
  stays: "a log of stays, a row for each time in a state",
};
