import type { Cell } from "../cells";
import type { Header } from "../header";
import type { Mapping } from "../mapping";
import { InputError } from "../problems";
import type { LogRecord } from "../record";

/** What the rows of a log of changes change. */
export interface FieldChange {
  /** What a row changes. */
  readonly of: (record: LogRecord) => "state" | "severity" | "other";
  /** The field that a row changes. */
  readonly field: (record: LogRecord) => string;
  /** What the field was before, if the file says it. */
  readonly before: (record: LogRecord) => string | undefined;
  /** What a reader should know, if the columns were recognised rather than named. */
  readonly note?: string;
}

/** Names of the columns of change logs, as ServiceNow, Jira and others spell them, without punctuation. */
const NEW_VALUE = ["newvalue", "new", "tostring", "newstring", "newvalueid", "valueafter"];
const OLD_VALUE = ["oldvalue", "old", "fromstring", "oldstring", "valuebefore", "previousvalue"];
const FIELD = ["fieldname", "field", "fieldlabel", "attribute", "property", "changedfield"];
/** Names of the fields that hold a ticket's state. */
const STATE_FIELDS = ["state", "incident_state", "status"];

/** How to tell what each row changes; null for a file whose rows are not changes of one field. */
export function changeReader(
  columns: Mapping,
  header: Header,
  find: (name: string) => Cell,
): FieldChange | null {
  const { field, state } = columns;
  if (field) {
    return reader({
      field: find(field.column),
      old: field.old === undefined ? undefined : find(field.old),
      states: [field.state].flat(),
      severities: [field.severity].flat(),
    });
  }
  if (!state || !NEW_VALUE.includes(plain(state.column))) return null;
  const named = (names: readonly string[]) =>
    header.names.find((name) => names.includes(plain(name)));
  const fieldColumn = named(FIELD);
  if (fieldColumn === undefined) {
    throw new InputError(
      `the states are in "${state.column}", as in a log with a row for each change of a field; name the column that says which field in the mapping, as "field": { "column": ..., "state": ["state"] }`,
    );
  }
  const oldColumn = named(OLD_VALUE);
  return {
    ...reader({
      field: find(fieldColumn),
      old: oldColumn === undefined ? undefined : find(oldColumn),
      states: STATE_FIELDS,
      severities: [],
    }),
    note: `each row is taken for the change of a field: only rows whose "${fieldColumn}" is ${STATE_FIELDS.join(", ")} change the state ("field" in the mapping chooses others)`,
  };
}

function reader(parts: {
  readonly field: Cell;
  readonly old: Cell | undefined;
  readonly states: readonly string[];
  readonly severities: readonly string[];
}): Omit<FieldChange, "note"> {
  const states = new Set(parts.states.map(plain));
  const severities = new Set(parts.severities.map(plain));
  return {
    of: (record) => {
      const name = plain(parts.field.text(record) ?? "");
      if (states.has(name)) return "state";
      return severities.has(name) ? "severity" : "other";
    },
    field: (record) => parts.field.text(record) ?? "",
    before: (record) => parts.old?.text(record),
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}
