import * as z from "zod";

const common = {
  id: z.string(),
  calendar: z.string(),
  from: z.string(),
  because: z.string().min(6),
};
const looked = { ...common, answer: z.union([z.string(), z.boolean()]) };

/** A question to a calendar, as `conformance/README.md` describes it. */
const question = z.discriminatedUnion("ask", [
  z.strictObject({ ...common, ask: z.literal("between"), to: z.string(), answer: z.int() }),
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
  z.strictObject({ ...looked, ask: z.literal("isOpen") }),
  z.strictObject({
    ...looked,
    ask: z.enum(["nextOpen", "nextClose", "previousOpen", "previousClose"]),
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
  id: z.string(),
  policy: z.string(),
  history: z.array(event),
  asOf: z.string(),
  choices: z.record(z.string(), z.string()).optional(),
  answer: z.strictObject({
    status: z.string(),
    dueAt: z.string().nullable(),
    breachedAt: z.string().nullable(),
    elapsedMs: z.int().optional(),
  }),
  because: z.string().min(6),
});

const instants = z.record(z.string(), z.string());

/** A promise of a service, and the instant or the length that it comes to. */
const promise = z.strictObject({
  id: z.string(),
  service: z.string(),
  clause: z.string(),
  promise: z.string(),
  event: z.string(),
  from: z.string(),
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
  because: z.string().min(6),
});

const about = { version: z.literal(1), source: z.string() };
const definitions = z.record(z.string(), z.unknown());

export const questionsFile = z.strictObject({
  ...about,
  calendars: definitions,
  cases: z.array(question),
});
export const clocksFile = z.strictObject({
  ...about,
  policies: definitions,
  cases: z.array(ticket),
});

export const servicesFile = z.strictObject({
  ...about,
  options: z.record(z.string(), z.record(z.string(), z.unknown())),
  cases: z.array(promise),
});

export type Question = z.infer<typeof question>;
export type Ticket = z.infer<typeof ticket>;
