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

/** A ticket and how its clock stands. */
const ticket = z.strictObject({
  id: z.string(),
  policy: z.string(),
  history: z.array(
    z.strictObject({
      at: z.string(),
      state: z.string().optional(),
      severity: z.string().optional(),
      dueAt: z.string().nullable().optional(),
      fields: z.record(z.string(), z.string()).optional(),
    }),
  ),
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

export type Question = z.infer<typeof question>;
export type Ticket = z.infer<typeof ticket>;
