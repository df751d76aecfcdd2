import * as z from "zod";
import { dateFormat } from "./dates/format";

const columnName = z.string().min(1);
/** One text or several. */
const texts = z.union([z.string(), z.array(z.string()).min(1)]);

const format = z.string().superRefine((text, context) => {
  const understood = dateFormat(text);
  if ("reason" in understood) context.addIssue({ code: "custom", message: understood.reason });
});

const at = z
  .strictObject({
    /** The column of the instant; without one, `moments` has them. */
    column: columnName.optional(),
    /** How an instant may be written, such as `dd/MM/yyyy HH:mm`. Without any: ISO 8601. */
    formats: z.array(format).min(1).optional(),
    /** The IANA zone of instants that state no offset. */
    zone: z.string().min(1).optional(),
  })
  .refine(({ zone, formats = [] }) => zone !== undefined || formats.every(statesOffset), {
    path: ["zone"],
    message: 'the formats state no offset, so name the zone they are in, e.g. "Europe/London"',
  });

/** A column of words, and what each is called in the policy. */
const words = z.strictObject({
  column: columnName,
  /** The policy's name for a cell's text; other texts stay as they are. An empty name ignores the row. */
  values: z.record(z.string(), z.string()).optional(),
  /** What becomes of a text that the policy does not know: its row is refused, or left alone. */
  other: z.enum(["refuse", "ignore"]).default("refuse"),
});

/** Rows that each say how one field of a ticket changed. */
const field = z.strictObject({
  /** The column that names the field. */
  column: columnName,
  /** The names of the fields whose changes are changes of state. Rows of fields not named are left alone. */
  state: texts,
  severity: texts.default([]),
  /** The column of what the field was before. */
  old: columnName.optional(),
});

const onHold = z.strictObject({
  column: columnName,
  written: z.enum(["hours", "minutes", "seconds", "hh:mm:ss", "hh:mm", "iso"]),
  /** A state of the policy that pauses its clocks. */
  state: z.string().min(1),
  /** Whether the time was measured on the target's calendar or on the wall clock. */
  measured: z.enum(["calendar", "wall"]).default("calendar"),
});

export const schema = z
  .strictObject({
    $schema: z.string().optional(),
    title: z.string().optional(),
    /** What separates cells; told from the file if it is not said. */
    delimiter: z.string().length(1).optional(),
    /** The sheets of a spreadsheet to read; without them, the only one that has the columns. */
    sheet: texts.optional(),
    /** What stands in a cell for "no value". An empty cell always does. */
    missing: texts.default([]),
    /** Columns that a file may lack. */
    optional: z.array(columnName).default([]),
    ticket: columnName,
    /** The column that names the policy each ticket is judged under. */
    policy: columnName.optional(),
    at,
    /** The state that a row changes to; with `moments`, the state that the ticket is in now. */
    state: words.optional(),
    severity: words.optional(),
    /** The column of the instant at which the ticket was opened, and its state from then on. */
    opened: z.strictObject({ column: columnName, state: z.string().min(1) }).optional(),
    field: field.optional(),
    /** For one row a ticket: the columns of its instants, and the state that each begins. */
    moments: z
      .array(z.strictObject({ column: columnName, state: z.string().min(1) }))
      .min(1)
      .optional(),
    /** For one row a ticket: how long it was on hold. */
    onHold: onHold.optional(),
  })
  .superRefine((map, context) => {
    const fault = (path: string[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (map.moments) {
      if (map.at.column !== undefined)
        fault(["at", "column"], "moments has the columns of instants");
      if (map.opened) fault(["opened"], "say it as the first of moments");
      if (map.field)
        fault(["field"], "it belongs to a row for each change, and moments to one a ticket");
    } else {
      if (map.at.column === undefined) fault(["at", "column"], "name the column of the instants");
      if (!map.state) fault(["state"], "name the column of the states");
    }
    if (map.onHold && !map.moments && !map.opened) {
      fault(["onHold"], "it belongs to a file with one row a ticket, so say moments too");
    }
  });

/** Which column of a file means what, and how its cells are written. */
export type ColumnMap = z.output<typeof schema>;

/** What is taken for words: which column, and what its texts are called in the policy. */
export type WordColumn = z.output<typeof words>;

/** The format of `examples/data/tickets.csv`. */
export const OWN_COLUMNS: ColumnMap = {
  missing: [],
  optional: ["severity"],
  ticket: "ticket",
  policy: "service",
  at: { column: "at" },
  state: { column: "state", other: "refuse" },
  severity: { column: "severity", other: "refuse" },
};

/** Whether what a format writes is an instant without a zone beside it. */
function statesOffset(text: string): boolean {
  const understood = dateFormat(text);
  return !("reason" in understood) && understood.isAbsolute;
}
