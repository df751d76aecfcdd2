import * as z from "zod";
import { frozenCopy } from "../../input/frozen-copy";
import { once } from "../../input/once";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { MAX_MS } from "../../time/instant";
import type { ClockState } from "./state";

const instant = once(() => z.int("expected epoch milliseconds").min(-MAX_MS).max(MAX_MS));
const amount = once(() => z.int("expected a whole amount").nonnegative().max(MAX_MS));
const word = once(() => z.string().nullable());

const cycle = once(() =>
  strictObject({
    startedAtMs: instant(),
    count: amount(),
    countingFromMs: instant(),
    originalDueAtMs: instant(),
    stoppedAtMs: instant(),
    dueAtMs: instant(),
    breachedAtMs: instant().nullable(),
    severity: word(),
    unit: z.enum(["milliseconds", "days"]),
    allowance: amount(),
    elapsed: amount(),
    pausedFor: amount(),
    wallPausedMs: amount(),
    provisional: z.boolean(),
  }),
);

const activity = once(() => z.enum(["pending", "running", "paused", "stopped", "cancelled"]));

const clockShape = once(
  (): z.ZodType<ClockState> =>
    strictObject(
      {
        version: z.literal(1, "expected a state that this version of the library saved"),
        activity: activity(),
        state: word(),
        severity: word(),
        measuredAs: word(),
        sinceMs: instant().nullable(),
        startedAtMs: instant().nullable(),
        originalDueAtMs: instant().nullable(),
        count: amount(),
        countingFromMs: instant().nullable(),
        used: amount(),
        pausedFor: amount(),
        wallPausedMs: amount(),
        breachedAtMs: instant().nullable(),
        provisional: z.boolean(),
        originalIsProvisional: z.boolean(),
        cancelledAtMs: instant().nullable(),
        reopenings: amount(),
        verdict: cycle().nullable(),
        cycles: z.array(cycle()),
        stretches: z.array(
          strictObject({
            fromMs: instant(),
            toMs: instant(),
            activity: activity(),
            counting: z.enum(["used", "paused", "nothing"]),
            state: word(),
            severity: word(),
            count: amount(),
            countingFromMs: instant().nullable(),
            cycle: amount(),
          }),
        ),
      },
      "expected what a clock saved",
    ),
);

/** Whether a clock that is doing something has what it does it with. */
const RULES: readonly {
  readonly holds: (state: ClockState) => boolean;
  readonly path: readonly [keyof ClockState];
  readonly error: string;
}[] = [
  {
    holds: ({ activity, startedAtMs, cancelledAtMs }) =>
      activity === "pending"
        ? startedAtMs === null
        : startedAtMs !== null || cancelledAtMs !== null,
    path: ["startedAtMs"],
    error: "expected an instant, unless the clock is pending or was cancelled before it started",
  },
  {
    holds: (state) => (state.startedAtMs === null) === (state.countingFromMs === null),
    path: ["countingFromMs"],
    error: "expected an instant where the clock has started, and null where it has not",
  },
  {
    holds: (state) => (state.startedAtMs === null) === (state.originalDueAtMs === null),
    path: ["originalDueAtMs"],
    error: "expected an instant where the clock has started, and null where it has not",
  },
  {
    holds: ({ activity, sinceMs }) => activity === "pending" || sinceMs !== null,
    path: ["sinceMs"],
    error: "expected an instant, unless the clock is pending",
  },
  {
    holds: ({ activity, verdict }) => (activity === "stopped") === (verdict !== null),
    path: ["verdict"],
    error: "expected one where the clock is stopped, and null where it is not",
  },
  {
    holds: ({ activity, cancelledAtMs }) => (activity === "cancelled") === (cancelledAtMs !== null),
    path: ["cancelledAtMs"],
    error: "expected an instant where the clock is cancelled, and null where it is not",
  },
  {
    holds: ({ stretches }) =>
      stretches.every(
        ({ fromMs, toMs }, i) => fromMs <= toMs && fromMs >= (stretches[i - 1]?.toMs ?? fromMs),
      ),
    path: ["stretches"],
    error: "expected stretches in order of time, none over another",
  },
  {
    holds: ({ stretches }) =>
      stretches.every(
        ({ counting, countingFromMs }) => counting === "nothing" || countingFromMs !== null,
      ),
    path: ["stretches"],
    error: "expected a countingFromMs with every stretch that is counted",
  },
];

const clockState = once(() =>
  RULES.reduce(
    (schema, { holds, path, error }) => schema.refine(holds, { path: [...path], error }),
    clockShape(),
  ),
);

/**
 * Checks what a clock saved, which has been elsewhere since.
 *
 * @throws {DefinitionError} with every problem found.
 */
export function readState(state: unknown): ClockState {
  const copy = frozenCopy(state, "saved clock");
  const problems = problemsIn(clockState(), copy);
  if (problems.length > 0) throw new DefinitionError("saved clock", problems);
  // Nothing was wrong with it, so that it is one.
  return copy as ClockState;
}
