import * as z from "zod";
import { dateFormat } from "./dates/format";

const columnName = z.string().min(1);
const values = z.record(z.string(), z.string()).optional();

const format = z.string().superRefine((text, context) => {
  const understood = dateFormat(text);
  if ("reason" in understood) context.addIssue({ code: "custom", message: understood.reason });
});

const instant = z
  .strictObject({
    column: columnName,
    /** How an instant may be written, such as `dd/MM/yyyy HH:mm`. Without any: ISO 8601. */
    formats: z.array(format).min(1).optional(),
    /** The IANA zone of instants that state no offset. */
    zone: z.string().min(1).optional(),
  })
  .refine((at) => at.zone !== undefined || (at.formats ?? []).every(statesOffset), {
    path: ["zone"],
    message: 'the formats state no offset, so name the zone they are in, e.g. "Europe/London"',
  });

export const schema = z.strictObject({
  title: z.string().optional(),
  /** What separates cells. */
  delimiter: z.string().length(1).default(","),
  /** What stands in a cell for "no value". An empty cell always does. */
  missing: z.string().default(""),
  /** Columns that a file may lack. */
  optional: z.array(columnName).default([]),
  ticket: columnName,
  /** The column that names the policy each ticket is judged under. */
  policy: columnName.optional(),
  at: instant,
  /** `values` says what a cell's text is called in the policy; other texts stay as they are. */
  state: z.strictObject({ column: columnName, values }),
  severity: z.strictObject({ column: columnName, values }).optional(),
  /** The column of the instant the ticket was opened, and the state it was in from then on. */
  opened: z.strictObject({ column: columnName, state: z.string().min(1) }).optional(),
});

/** Which column of a CSV file means what, and how its cells are written. */
export type ColumnMap = z.output<typeof schema>;

/** The format of `examples/data/tickets.csv`. */
export const OWN_COLUMNS: ColumnMap = {
  delimiter: ",",
  missing: "",
  optional: ["severity"],
  ticket: "ticket",
  policy: "service",
  at: { column: "at" },
  state: { column: "state" },
  severity: { column: "severity" },
};

/** Whether what a format writes is an instant without a zone beside it. */
function statesOffset(text: string): boolean {
  const understood = dateFormat(text);
  return !("reason" in understood) && understood.isAbsolute;
}
