import * as z from "zod";

/** What the vectors of `conformance/` may say: the tests read them by it, and their JSON Schema is written from it. */

const id = z.string().describe("The number of the case; no other case of any file has it.");
const because = z.string().min(6).describe("How the answer was worked out by hand.");
const INSTANT = "ISO 8601 in UTC, to the second or the millisecond.";
const common = {
  id,
  calendar: z.string().describe("The calendar that is asked, by its name in this file."),
  from: z.string().describe(`The instant that is asked about, ${INSTANT}`),
  because,
};

/** A question to a calendar, as `conformance/README.md` describes it. */
const question = z.discriminatedUnion("ask", [
  z.strictObject({
    ...common,
    ask: z.literal("between"),
    to: z.string(),
    answer: z.int().describe("Whole milliseconds."),
  }),
  z.strictObject({
    ...common,
    ask: z.literal("add"),
    amountMs: z.int(),
    tie: z.literal("next-open").optional(),
    answer: z.string(),
  }),
  z.strictObject({
    ...common,
    ask: z.literal("subtract"),
    amountMs: z.int(),
    answer: z.string(),
  }),
  z.strictObject({ ...common, ask: z.literal("isOpen"), answer: z.boolean() }),
  z.strictObject({
    ...common,
    ask: z.enum(["nextOpen", "nextClose", "previousOpen", "previousClose"]),
    answer: z.string(),
  }),
  z.strictObject({
    ...common,
    ask: z.literal("addWorkingDays"),
    days: z.int(),
    due: z.enum(["close", "same-time"]).optional(),
    cutoff: z.string().optional(),
    answer: z.string(),
  }),
  z.strictObject({
    ...common,
    ask: z.literal("workingDaysBetween"),
    to: z.string(),
    bounds: z.literal("[]").optional(),
    answer: z.int(),
  }),
]);

const event = z.strictObject({
  at: z.string(),
  state: z.string().optional(),
  severity: z.string().optional(),
  dueAt: z.string().nullable().optional(),
  fields: z.record(z.string(), z.string()).optional(),
});

/** A ticket and how its clock stands. */
const ticket = z.strictObject({
  id,
  policy: z.string().describe("The policy whose target fix is asked, by its name in this file."),
  history: z.array(event),
  asOf: z.string().describe(`The instant at which the ticket is read, ${INSTANT}`),
  choices: z
    .record(z.string(), z.string())
    .optional()
    .describe("The choices of the target that differ from the policy's."),
  answer: z.strictObject({
    status: z.string(),
    dueAt: z.string().nullable(),
    breachedAt: z.string().nullable(),
    elapsedMs: z.int().optional(),
  }),
  because,
});

const instants = z.record(z.string(), z.string());

/** A promise of a service, and the instant or the length that it comes to. */
const promise = z.strictObject({
  id,
  service: z.string().describe("The service, as the file names its options."),
  clause: z.string().describe("The clause of its document, as the register of clauses numbers it."),
  promise: z.string().describe("What is promised, in words."),
  event: z.string().describe("What the promise counts from, in words."),
  from: z.string().describe(`When that happens, ${INSTANT}`),
  ask: z.strictObject({
    target: z.string().optional(),
    severity: z.string().optional(),
    milestone: z.string().optional(),
    step: z.string().optional(),
    window: z.string().optional(),
    event: z.string().optional(),
    events: instants.optional(),
    recurrence: z.string().optional(),
    order: z.string().optional(),
    availability: z.string().optional(),
    month: z.string().optional(),
    history: z.array(event).optional(),
  }),
  answer: z.string(),
  because,
});

const alertCase = {
  id,
  policy: z.string().describe("The policy that is asked, by its name in this file."),
  history: z.array(event),
  asOf: z.string().describe(`The instant at which the ticket is read, ${INSTANT}`),
  because,
};

/** A ticket, and its escalations or everything that it has begun. */
const alertQuestion = z.discriminatedUnion("ask", [
  z.strictObject({
    ...alertCase,
    ask: z.literal("escalations"),
    answer: z
      .array(z.strictObject({ id: z.string(), at: z.string().nullable(), passed: z.boolean() }))
      .describe("The escalations of the target fix, in the order of its definition."),
  }),
  z.strictObject({
    ...alertCase,
    ask: z.literal("obligations"),
    facts: instants.optional().describe("When things happened that no state says, by name."),
    answer: z
      .array(
        z.strictObject({
          kind: z.enum(["target", "milestone", "window", "recurrence"]),
          name: z.string(),
          step: z.string().nullable(),
          number: z.int().nullable(),
          dueAt: z.string().nullable(),
          status: z.enum(["running", "late", "paused", "done", "shut"]),
          late: z.boolean(),
        }),
      )
      .describe(
        "All that the ticket has begun, in order of time; what has no due instant comes last.",
      ),
  }),
]);

const about = {
  $schema: z.string().optional(),
  version: z.literal(1).describe("It changes only if a key comes to mean something else."),
  source: z.string().describe("Where the answers come from."),
};
const definitions = z.record(z.string(), z.record(z.string(), z.unknown()));
const calendarsGiven = definitions.describe("Calendars by name, as calendar.schema.json has them.");
const policiesGiven = definitions.describe(
  "Policies by name, as policy.schema.json has them but for their id, which is the name.",
);

export const questionsFile = z.strictObject({
  ...about,
  calendars: calendarsGiven,
  cases: z.array(question),
});
export const clocksFile = z.strictObject({
  ...about,
  policies: policiesGiven,
  cases: z.array(ticket),
});

export const servicesFile = z.strictObject({
  ...about,
  options: definitions.describe("The options that each service is given."),
  cases: z.array(promise),
});

export const obligationsFile = z.strictObject({
  ...about,
  policies: policiesGiven,
  cases: z.array(alertQuestion),
});

export type AlertQuestion = z.infer<typeof alertQuestion>;
export type Question = z.infer<typeof question>;
export type Ticket = z.infer<typeof ticket>;
