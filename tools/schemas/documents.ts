import * as z from "zod";
import { combinedSchema, hoursSchema } from "../../src/calendar/definition/check-definition";
import { COMBINERS } from "../../src/calendar/definition/definition";
import { divisionData } from "../../src/calendar/definition/holiday-schema";
import { rule } from "../../src/calendar/definition/rule-schema";
import { SHIPPED_CALENDARS } from "../../src/calendar/definition/shipped";
import { week } from "../../src/calendar/definition/week-schema";
import { SERVICES } from "../../src/services/catalogue";
import { AGREED, allowanceSchemaFor } from "../../src/sla/allowance/definition";
import { deskSchema } from "../../src/sla/desk/definition";
import { policySchema } from "../../src/sla/policy/policy";
import { mappingSchema } from "../../src/tickets/log/mapping";
import { annotate, type Notes, reference, referencesAlone, share } from "./annotate";
import {
  COMBINED_HELP,
  COMBINED_PARTS,
  DIVISION_HELP,
  DIVISION_PARTS,
  HOURS_HELP,
  HOURS_PARTS,
  RULE_HELP,
  RULE_PARTS,
  WEEK_HELP,
} from "./calendar-help";
import { isSchema, type JsonSchema } from "./json";
import { ALLOWANCE_HELP, DESK_HELP, DESK_PARTS, POLICY_HELP, POLICY_PARTS } from "./policy-help";
import { reportSchema } from "./report";
import { clocksFile, obligationsFile, questionsFile, servicesFile } from "./vectors";

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** The keys that tell the kinds of allowance apart; the first that is present decides. */
const WORKING_DAYS = ["workingDays"];
const CIVIL = ["calendarDays", "weeks", "months"];
const TIME = ["hours", "minutes"];

/** The paths of notes that found no place, and of properties without a note. */
export const OMISSIONS: { readonly unplaced: string[]; readonly bare: string[] } = {
  unplaced: [],
  bare: [],
};

/** The JSON Schema that zod gives, with notes put in. */
function noted(schema: z.ZodType, notes: Notes): JsonSchema {
  const { schema: annotated, ...found } = annotate(jsonOf(schema), notes);
  const notePaths = [...Object.keys(notes.help), ...Object.keys(notes.parts)];
  OMISSIONS.unplaced.push(...notePaths.filter((path) => !found.used.has(path)));
  OMISSIONS.bare.push(...found.bare);
  return annotated;
}

function jsonOf(schema: z.ZodType): JsonSchema {
  const generated = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  // It writes JSON, although its type does not say so.
  const { $schema: _, ...json } = JSON.parse(JSON.stringify(generated)) as JsonSchema;
  return json;
}

const hasAny = (keys: readonly string[]): JsonSchema => ({
  type: "object",
  anyOf: keys.map((key) => ({ required: [key] })),
});
const hasOne = (keys: readonly string[]): JsonSchema => ({
  type: "object",
  oneOf: keys.map((key) => ({ required: [key] })),
});

/** One schema or the other, depending on whether a condition holds. */
function choice(test: JsonSchema, yes: JsonSchema, no: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: it is the word of JSON Schema.
  return { if: test, then: yes, else: no };
}

function allowance(keys: readonly string[]): JsonSchema {
  const schema = allowanceSchemaFor({ [keys[0] ?? ""]: 0 });
  if (!schema) throw new Error(`there is no allowance by ${keys.join()}`);
  const properties = Object.keys(jsonOf(schema())["properties"] ?? {});
  const isThere = (key: string) =>
    // Only working days may be due at a time of their last day.
    key === "due.at" ? keys === WORKING_DAYS : properties.includes(key);
  const help = Object.entries(ALLOWANCE_HELP).filter(([key]) => isThere(key));
  return noted(schema(), { help: Object.fromEntries(help), parts: {} });
}

const periods = jsonOf(week().shape.daily);
const calendarDefinitions: Readonly<Record<string, JsonSchema>> = {
  calendar: choice(hasAny(COMBINERS), reference("combinedCalendar"), reference("hoursCalendar")),
  hoursCalendar: noted(hoursSchema(), { help: HOURS_HELP, parts: HOURS_PARTS }),
  week: noted(week(), { help: WEEK_HELP, parts: {} }),
  rule: {
    ...noted(rule(), { help: RULE_HELP, parts: RULE_PARTS }),
    oneOf: [{ required: ["on"] }, { required: ["from", "to"] }],
  },
  divisionData: noted(divisionData(), { help: DIVISION_HELP, parts: DIVISION_PARTS }),
  combinedCalendar: {
    ...noted(combinedSchema(), { help: COMBINED_HELP, parts: COMBINED_PARTS }),
    ...hasOne(COMBINERS),
  },
  periods: {
    description:
      'The open periods of a day as "HH:MM-HH:MM", from 00:00 to 24:00; one that ends before it starts runs over midnight. They have some length and do not overlap, which is checked when the calendar is made.',
    examples: [["08:00-18:00"], ["08:00-12:30", "13:30-17:00"], ["22:00-07:00"], ["00:00-24:00"]],
    ...periods,
  },
  date: { description: 'A date, as "2026-12-25".', ...jsonOf(z.iso.date()) },
  monthDay: {
    description:
      'A day of each year, as "12-24"; "02-29" comes in leap years alone. That the day exists is checked when the calendar is made.',
    type: "string",
    pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
  },
  nth: {
    description: "1 for the first, -1 for the last.",
    type: "integer",
    minimum: -5,
    maximum: 5,
    not: { const: 0 },
  },
  dateOrDivision: {
    description: 'A date, as "2026-12-25", or the name of a division.',
    anyOf: [reference("date"), { type: "string", pattern: "^[^0-9]" }],
  },
};

/** A target has an allowance, at least for one severity, unless it says why there is none. */
function withNeededAllowances(policy: JsonSchema): JsonSchema {
  return changedAt(policy, ["properties", "targets", "additionalProperties"], (target) => ({
    ...target,
    anyOf: [
      { properties: { allowance: { type: "object", minProperties: 1 } } },
      { properties: { allowance: { const: AGREED } } },
      { required: ["unstated"] },
    ],
  }));
}

/** A schema with one of its parts changed. */
function changedAt(
  schema: JsonSchema,
  [key, ...rest]: readonly string[],
  change: (part: JsonSchema) => JsonSchema,
): JsonSchema {
  if (key === undefined) return change(schema);
  const part = schema[key];
  if (part === undefined || !isSchema(part)) throw new Error(`the schema has no part "${key}"`);
  return { ...schema, [key]: changedAt(part, rest, change) };
}

const policyDefinitions: Readonly<Record<string, JsonSchema>> = {
  policy: withNeededAllowances(noted(policySchema(), { help: POLICY_HELP, parts: POLICY_PARTS })),
  calendarOrName: choice(
    { type: "string" },
    {
      description: "The name of a calendar that comes with the library.",
      enum: [...SHIPPED_CALENDARS.keys()],
    },
    reference("calendar"),
  ),
  allowance: choice(
    hasAny(WORKING_DAYS),
    reference("workingDayAllowance"),
    choice(hasAny(CIVIL), reference("civilAllowance"), reference("timeAllowance")),
  ),
  allowanceOrBySeverity: choice(
    hasAny([...WORKING_DAYS, ...CIVIL, ...TIME]),
    reference("allowance"),
    choice({ type: "string" }, reference("agreedDateAlone"), {
      type: "object",
      additionalProperties: {
        anyOf: [reference("allowance"), reference("agreedDateAlone"), { type: "null" }],
      },
    }),
  ),
  agreedDateAlone: {
    description: "An agreed date alone: nothing is due until an event gives one.",
    const: AGREED,
  },
  timeAllowance: { ...allowance(TIME), ...hasAny(TIME) },
  workingDayAllowance: allowance(WORKING_DAYS),
  civilAllowance: { ...allowance(CIVIL), ...hasOne(CIVIL) },
};

/** The shipped JSON Schemas, by the names of their files in `schemas`. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  "calendar.schema.json": document(
    "A working calendar",
    "When time counts. defineCalendar checks this and what a schema cannot say: that the periods of a day have some length and do not overlap, and that the zone and the division of the bank holidays are known.",
    "calendar",
    calendarDefinitions,
  ),
  "policy.schema.json": document(
    "A service level policy",
    "What is promised on which calendar, and in which states of a ticket the clock runs. defineSla checks this and what a schema cannot say: everything of its calendars, that calendars, clauses and severities that are named exist, that no state has two parts to play in a target, that hours are not carried over to days, and the policy as each of its options patches it.",
    "policy",
    { ...policyDefinitions, ...calendarDefinitions },
  ),
  "desk.schema.json": document(
    "A desk",
    "Several service level policies, of which each ticket has one. defineDesk checks this and what a schema cannot say: everything of its policies, that policies which differ have ids which differ, that no policy ends before it begins, and that dates have one zone. A service may be named where defineDesk is given the services, as the command and the page do.",
    "desk",
    {
      desk: noted(deskSchema(), { help: DESK_HELP, parts: DESK_PARTS }),
      policyOrName: choice(
        { type: "string" },
        {
          description: "The name of a service that comes with the library.",
          enum: SERVICES.map(({ id }) => id),
        },
        reference("policy"),
      ),
      ...policyDefinitions,
      ...calendarDefinitions,
    },
  ),
  "mapping.schema.json": {
    $schema: DRAFT,
    title: "A mapping",
    description:
      "How a file of tickets is read: which column means what, and how its cells are written. core-hours read --save writes one, and core-hours breaches --mapping takes it. The command checks this and what a schema cannot say: that each format of a date has one day, month, year and hour, that dates which state no offset have a zone, and that the parts for a row for each ticket and those for a row for each change are not mixed.",
    ...jsonOf(mappingSchema),
  },
  "vectors.schema.json": {
    $schema: DRAFT,
    title: "Vectors",
    description:
      "Questions with their right answers, for other implementations of the same promises: working-time.json, working-days.json, clocks.json, obligations.json and services.json of conformance/.",
    anyOf: [questionsFile, clocksFile, obligationsFile, servicesFile].map(jsonOf),
  },
  "report.schema.json": {
    $schema: DRAFT,
    title: "A report of a log",
    description:
      "What core-hours breaches --format json prints: every verdict, the summaries, what became of the rows, and with --claims the comparison with a tool's own verdicts.",
    ...jsonOf(reportSchema),
  },
};

function document(
  title: string,
  description: string,
  root: string,
  parts: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const definitions = Object.entries(parts).map(([name, part]) => {
    return [name, referencesAlone(share(part, { periods }))] as const;
  });
  return {
    $schema: DRAFT,
    title,
    description,
    allOf: [reference(root)],
    definitions: Object.fromEntries(definitions),
  };
}
