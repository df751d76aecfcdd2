import * as z from "zod";
import { CLAIM_KIND_NAMES } from "./claims/claim-kinds";
import { formatsMeant, statesOffset } from "./dates/meant";
import { InputError } from "./problems";

const columnName = z.string().min(1);
/** One text or several. */
const texts = z.union([z.string(), z.array(z.string()).min(1)]);

/** What a state does to the clocks of a policy, whatever the policy calls it. */
export const DOINGS = ["runs", "responds", "pauses", "stops", "cancels"] as const;
export type Doing = (typeof DOINGS)[number];

const doing = z
  .strictObject({
    does: z
      .enum(DOINGS)
      .describe("responds: it stops the clock of a first response, and the others run on"),
    called: z.string().min(1).optional().describe("its usual name, if the file has only a code"),
  })
  .describe("what it does: it becomes a state of the policy that does the same");
export type StateMeaning = string | z.output<typeof doing>;

const rank = z
  .strictObject({ rank: z.number().int().positive().describe("1 is the most urgent") })
  .describe("its place: it becomes the severity of the policy with this number");
export type SeverityMeaning = string | z.output<typeof rank>;

const stateName = z.union([z.string().min(1), doing]);

const format = z.string().superRefine((text, context) => {
  const understood = formatsMeant(text);
  if ("reason" in understood) context.addIssue({ code: "custom", message: understood.reason });
});

const at = z
  .strictObject({
    column: columnName
      .optional()
      .describe("the column of the instant of each row; moments, if given, has them instead"),
    formats: z
      .array(format)
      .min(1)
      .optional()
      .describe(
        "how an instant may be written, such as dd/MM/yyyy HH:mm or ISO 8601; without any, ISO 8601",
      ),
    zone: z
      .string()
      .min(1)
      .optional()
      .describe("the IANA zone of instants that state no offset, such as Europe/London"),
  })
  .refine(({ zone, formats = [] }) => zone !== undefined || formats.every(statesOffset), {
    path: ["zone"],
    message: 'the formats state no offset, so name the zone they are in, e.g. "Europe/London"',
  });

const NOT_KNOWN = "what becomes of a text that the policy does not know";

const states = z.strictObject({
  column: columnName,
  values: z
    .record(z.string(), z.union([z.string(), doing]))
    .optional()
    .describe("the policy's state for a cell's text; an empty text leaves the row alone"),
  other: z
    .enum(["refuse", "ignore", ...DOINGS])
    .default("refuse")
    .describe(`${NOT_KNOWN}: its row is refused or left alone, or it does the same as these`),
});

const severities = z.strictObject({
  column: columnName,
  values: z
    .record(z.string(), z.union([z.string(), rank]))
    .optional()
    .describe("the policy's severity for a cell's text; an empty text leaves the row alone"),
  other: z
    .enum(["refuse", "ignore"])
    .default("refuse")
    .describe(`${NOT_KNOWN}: its row is refused or left alone`),
});

const agreed = z.strictObject({
  column: columnName,
  takenBack: texts.default(["none"]).describe("what takes the agreed date back"),
});

const field = z.strictObject({
  column: columnName.describe("the column that names the field"),
  state: texts.describe("the fields whose changes are changes of state; other rows are left alone"),
  severity: texts.default([]).describe("the fields whose changes are changes of severity"),
  old: columnName.optional().describe("the column of the value of the field before"),
});

const onHold = z.strictObject({
  column: columnName,
  written: z
    .enum(["hours", "minutes", "seconds", "hh:mm:ss", "hh:mm", "iso", "words"])
    .describe("how the length of time is written; words: 2 Hours 30 Minutes"),
  state: z.string().min(1).optional().describe("a state of the policy that pauses its clocks"),
  measured: z
    .enum(["calendar", "wall"])
    .default("calendar")
    .describe("on the calendar of each target, or on the wall clock"),
});

/** What a mapping may say; `schemas/mapping.schema.json` is made of it. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1).optional().describe("the version of this form"),
    title: z.string().optional().describe("what the file is, for people"),
    delimiter: z
      .string()
      .length(1)
      .optional()
      .describe("what separates cells; worked out from the file by default"),
    sheet: texts
      .optional()
      .describe("the sheets of a spreadsheet to read; without them, the only one with the columns"),
    missing: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .describe("what a cell without a value holds, beside nothing"),
    optional: z.array(columnName).default([]).describe("columns that a file may lack"),
    rows: z
      .record(columnName, texts)
      .default({})
      .describe("which rows to read, by what a column holds; others are left alone"),
    ticket: columnName.describe("the column of the ticket"),
    policy: columnName.optional().describe("the column of the policy each ticket is judged under"),
    policies: z
      .record(z.string(), z.string().min(1).nullable())
      .optional()
      .describe(
        "the id or title of the policy that each text of that column means; null for tickets without a policy, which are left alone",
      ),
    fields: z
      .record(z.string(), columnName)
      .optional()
      .describe("the columns of the fields by which a desk chooses the policy of a ticket"),
    at: at.describe("the instants"),
    state: states
      .optional()
      .describe("the state a row changes to; with moments, the state the ticket is in now"),
    severity: severities.optional().describe("the severity from then on"),
    agreed: agreed
      .optional()
      .describe(
        "for a row for each event: the agreed date from then on, on which the ticket is due",
      ),
    until: z
      .strictObject({ column: columnName })
      .optional()
      .describe("for a row for each stay in a state: the column of the instant at which it ends"),
    opened: z
      .strictObject({ column: columnName, state: stateName })
      .optional()
      .describe("the instant at which the ticket was opened, and its state from then on"),
    field: field.optional().describe("for a row for each change of a field"),
    moments: z
      .array(z.strictObject({ column: columnName, state: stateName }))
      .min(1)
      .optional()
      .describe("for a row for each ticket: its instants, and the state that each begins"),
    reopened: z
      .strictObject({ column: columnName })
      .optional()
      .describe("for a row for each ticket: when it was last re-opened, or how many times"),
    claims: z
      .array(
        z.strictObject({
          column: columnName,
          kind: z.enum(CLAIM_KIND_NAMES).describe("what the column holds"),
        }),
      )
      .min(1)
      .optional()
      .describe("the columns of the tool's own verdict, with which a report compares"),
    onHold: onHold
      .nullable()
      .optional()
      .describe("for a row for each ticket: how long it was on hold; null if no column says it"),
  })
  .superRefine((map, context) => {
    const fault = (path: string[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (map.moments) {
      if (map.at.column !== undefined)
        fault(["at", "column"], "moments has the columns of instants");
      if (map.agreed)
        fault(["agreed"], "it belongs to a row for each event, and moments to one a ticket");
      if (map.opened) fault(["opened"], "say it as the first of moments");
      if (map.field)
        fault(["field"], "it belongs to a row for each change, and moments to one a ticket");
      if (map.until)
        fault(
          ["until"],
          "it belongs to a row for each stay in a state, and moments to one a ticket",
        );
    } else {
      if (map.at.column === undefined) fault(["at", "column"], "name the column of the instants");
      if (!map.state) fault(["state"], "name the column of the states");
    }
    if (map.until && map.field?.old !== undefined) {
      fault(["field", "old"], "a row for each stay in a state has no value before it");
    }
    if (map.reopened && !map.moments) {
      fault(["reopened"], "it belongs to a file with one row a ticket, so say moments too");
    }
    if (map.onHold && !map.moments && !map.opened) {
      fault(["onHold"], "it belongs to a file with one row a ticket, so say moments too");
    }
  });

/** Which column of a file means what, and how its cells are written. */
export type Mapping = z.output<typeof mappingSchema>;

/**
 * The mapping that a JSON file says.
 *
 * @param name what messages call the file
 * @throws {InputError} that lists everything wrong with it
 */
export function mappingFrom(json: unknown, name: string): Mapping {
  const result = mappingSchema.safeParse(json);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${name}: ${issue.path.join(".") || "(the whole)"}: ${issue.message}`,
  );
  throw new InputError(lines.join("\n"));
}

/** A column of states or of severities, and what its texts are in the policy. */
export type StateColumn = z.output<typeof states>;
export type SeverityColumn = z.output<typeof severities>;

/** The mapping of `examples/data/tickets.csv`. */
export const OWN_MAPPING: Mapping = {
  missing: [],
  optional: ["severity", "agreed"],
  rows: {},
  ticket: "ticket",
  policy: "service",
  at: { column: "at" },
  state: { column: "state", other: "refuse" },
  severity: { column: "severity", other: "refuse" },
  agreed: { column: "agreed", takenBack: ["none"] },
};
