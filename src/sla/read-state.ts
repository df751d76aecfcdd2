import { z } from "zod";
import { DefinitionError, problemsIn } from "../calendar/definition-error";
import { frozenCopy } from "../calendar/frozen-copy";
import type { ClockState } from "./clock-state";

const instant = z.int("expected epoch milliseconds");
const amount = z.int("expected a whole amount").nonnegative();
const word = z.string().nullable();

const cycle = z.strictObject({
  startedAtMs: instant,
  count: amount,
  countingFromMs: instant,
  originalDueAtMs: instant,
  stoppedAtMs: instant,
  dueAtMs: instant,
  breachedAtMs: instant.nullable(),
  severity: word,
  unit: z.enum(["milliseconds", "days"]),
  allowance: amount,
  elapsed: amount,
  pausedFor: amount,
  wallPausedMs: amount,
  provisional: z.boolean(),
});

const activity = z.enum(["pending", "running", "paused", "stopped", "cancelled"]);

const clockState: z.ZodType<ClockState> = z.strictObject(
  {
    version: z.literal(1, "expected a state that this version of the library saved"),
    activity,
    state: word,
    severity: word,
    measuredAs: word,
    sinceMs: instant.nullable(),
    startedAtMs: instant.nullable(),
    originalDueAtMs: instant.nullable(),
    count: amount,
    countingFromMs: instant.nullable(),
    used: amount,
    pausedFor: amount,
    wallPausedMs: amount,
    breachedAtMs: instant.nullable(),
    provisional: z.boolean(),
    originalIsProvisional: z.boolean(),
    cancelledAtMs: instant.nullable(),
    reopenings: amount,
    verdict: cycle.nullable(),
    cycles: z.array(cycle),
    stretches: z.array(
      z.strictObject({
        fromMs: instant,
        toMs: instant,
        activity,
        counting: z.enum(["used", "paused", "nothing"]),
        state: word,
        severity: word,
        count: amount,
        countingFromMs: instant.nullable(),
        cycle: amount,
      }),
    ),
  },
  "expected what a clock saved",
);

/**
 * Checks what a clock saved, which has been elsewhere since.
 *
 * @throws {DefinitionError} with every problem found.
 */
export function readState(state: unknown): ClockState {
  const copy = frozenCopy(state, "saved clock");
  const problems = problemsIn(clockState, copy);
  if (problems.length > 0) throw new DefinitionError("saved clock", problems);
  // Nothing was wrong with it, so that it is one.
  return copy as ClockState;
}
