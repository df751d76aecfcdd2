import * as z from "zod";
import { frozenCopy } from "../../input/frozen-copy";
import { isJsonObject } from "../../input/json";
import { once } from "../../input/once";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { MAX_MS } from "../../timeline/units";
import { HistoryError } from "./history";
import { IRREGULARITY_KINDS, MOST_ODDITIES, type OddEvent } from "./irregularities";
import type { SavedLedger } from "./ledgers";
import { type ClockNow, type CycleState, MOST_BREACHES } from "./state";

/** The version of the form in which clocks are saved. This library reads no other version. */
export const FORM = 2;

/** How many earlier cycles a clock remembers if it does not keep its working. */
export const MOST_CYCLES = 20;

/** The identity of a saved clock. It can go on only as that clock. */
export interface ClockIdentity {
  /** The id of the policy. */
  readonly policy: string;
  /** The name of the target in the policy. */
  readonly target: string;
  /** A short hash of the target's definition, its calendars included. */
  readonly promise: string;
  /** The choices in force. */
  readonly choices: Readonly<Record<string, string>>;
}

/** An event that a clock has taken. */
export interface SavedEvent {
  readonly atMs: number;
  readonly state?: string;
  readonly severity?: string;
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly dueAtMs?: number | null;
}

/** Where a clock stood before its last instant, and the events of that instant. */
export interface SavedStanding {
  readonly now: ClockNow;
  readonly ledgers: readonly SavedLedger[] | null;
  readonly cycles: readonly CycleState[];
  readonly oddities: readonly OddEvent[];
  readonly instant: readonly SavedEvent[];
}

/**
 * All that a clock knows, as JSON: its identity and where it stands. If its working is kept, it
 * holds every event that it has taken instead of where it stands.
 */
export interface ClockState extends ClockIdentity {
  readonly version: typeof FORM;
  /** How many events it has taken. */
  readonly taken: number;
  readonly standing: SavedStanding | null;
  readonly history: readonly SavedEvent[] | null;
}

const instant = once(() => z.int("expected epoch milliseconds").min(-MAX_MS).max(MAX_MS));
const amount = once(() => z.int("expected a whole amount").nonnegative().max(MAX_MS));
const word = once(() => z.string().nullable());
const promise = once(() => z.enum(["measured", "none", "agreed", "ungraded"]));
const warned = once(() => z.array(instant().nullable()));

const agreed = once(() =>
  strictObject({
    dueAtMs: instant(),
    givenAtMs: instant(),
    allowance: amount().nullable(),
    allowedBreachAtMs: instant().nullable(),
  }).nullable(),
);

const cycle = once(() =>
  strictObject({
    startedAtMs: instant(),
    count: amount(),
    countingFromMs: instant(),
    promise: promise(),
    agreed: agreed(),
    originalDueAtMs: instant().nullable(),
    stoppedAtMs: instant(),
    wasPaused: z.boolean(),
    dueAtMs: instant().nullable(),
    breachedAtMs: instant().nullable(),
    warnedAtMs: warned(),
    severity: word(),
    unit: z.enum(["milliseconds", "days"]),
    allowance: amount().nullable(),
    elapsed: amount(),
    pausedFor: amount(),
    wallPausedMs: amount(),
    provisional: z.boolean(),
  }),
);

const now = once(
  (): z.ZodType<ClockNow> =>
    strictObject({
      activity: z.enum(["pending", "running", "paused", "stopped", "cancelled"]),
      state: word(),
      severity: word(),
      fields: z.record(z.string(), z.string()),
      applies: z.boolean(),
      measuredAs: word(),
      promise: promise(),
      gradedAtMs: instant().nullable(),
      agreed: agreed(),
      agreedAtMs: instant().nullable(),
      sinceMs: instant().nullable(),
      startedAtMs: instant().nullable(),
      originalDueAtMs: instant().nullable(),
      originalIsProvisional: z.boolean(),
      count: amount(),
      countingFromMs: instant().nullable(),
      hasMeasured: z.boolean(),
      used: amount(),
      pausedFor: amount(),
      wallPausedMs: amount(),
      breachedAtMs: instant().nullable(),
      pausedWorkMs: amount(),
      pauseSpent: amount(),
      isPauseOver: z.boolean(),
      pausedFromMs: instant().nullable(),
      warnedAtMs: warned(),
      provisional: z.boolean(),
      cancelledAtMs: instant().nullable(),
      keptBreachAtMs: instant().nullable(),
      breaches: z
        .array(
          strictObject({
            atMs: instant(),
            severity: word(),
            takenBackAtMs: instant().nullable(),
          }),
        )
        .max(MOST_BREACHES),
      isBreachOpen: z.boolean(),
      reopenings: amount(),
      verdict: cycle().nullable(),
    }),
);

/** The zod schema of an event that a clock has taken. */
export const savedEvent = once(() =>
  strictObject({
    atMs: instant(),
    state: z.string().optional(),
    severity: z.string().optional(),
    fields: z.record(z.string(), z.string().nullable()).optional(),
    dueAtMs: instant().nullable().optional(),
  }),
);

const standing = once(() =>
  strictObject({
    now: RULES.reduce(
      (schema, { holds, path, error }) => schema.refine(holds, { path: [...path], error }),
      now(),
    ),
    ledgers: z
      .array(
        strictObject({
          used: amount(),
          pausedFor: amount(),
          provisional: z.boolean(),
          breaches: z.array(instant()),
        }),
      )
      .nullable(),
    cycles: z.array(cycle()).max(MOST_CYCLES),
    oddities: z
      .array(
        strictObject({
          kind: z.enum(IRREGULARITY_KINDS),
          atMs: instant(),
          state: word(),
          severity: word(),
        }),
      )
      .max(MOST_ODDITIES),
    instant: z
      .array(savedEvent())
      .refine(isOneInstant, { error: "expected events of one instant" }),
  }),
);

const clockState = once(() =>
  strictObject(
    {
      version: z.literal(FORM, `expected ${FORM}, the form that this version of the library saves`),
      policy: z.string(),
      target: z.string(),
      promise: z.string(),
      choices: z.record(z.string(), z.string()),
      taken: amount(),
      standing: standing().nullable(),
      history: z.array(savedEvent()).nullable(),
    },
    "expected what a clock saved",
  ).refine(({ standing, history }) => (standing === null) !== (history === null), {
    path: ["standing"],
    error: 'expected either "standing" or "history"; the other one is null',
  }),
);

function isOneInstant(events: readonly Pick<SavedEvent, "atMs">[]): boolean {
  return events.every(({ atMs }) => atMs === events[0]?.atMs);
}

/** Checks that a clock's state has what its activity needs. */
const RULES: readonly {
  readonly holds: (now: ClockNow) => boolean;
  readonly path: readonly [keyof ClockNow];
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
    holds: (now) => (now.startedAtMs === null) === (now.countingFromMs === null),
    path: ["countingFromMs"],
    error: "expected an instant if the clock has started, and null if it has not",
  },
  {
    holds: ({ startedAtMs, promise, originalDueAtMs }) =>
      startedAtMs === null
        ? originalDueAtMs === null
        : promise !== "measured" || originalDueAtMs !== null,
    path: ["originalDueAtMs"],
    error: "expected an instant if the clock measures an allowance, and null if it has not started",
  },
  {
    holds: ({ activity, sinceMs }) => activity === "pending" || sinceMs !== null,
    path: ["sinceMs"],
    error: "expected an instant, unless the clock is pending",
  },
  {
    holds: ({ activity, verdict }) => (activity === "stopped") === (verdict !== null),
    path: ["verdict"],
    error: "expected a verdict if the clock is stopped, and null if it is not",
  },
  {
    holds: ({ activity, pausedFromMs }) => (activity === "paused") === (pausedFromMs !== null),
    path: ["pausedFromMs"],
    error: "expected an instant if the clock is paused, and null if it is not",
  },
  {
    holds: ({ activity, cancelledAtMs }) => (activity === "cancelled") === (cancelledAtMs !== null),
    path: ["cancelledAtMs"],
    error: "expected an instant if the clock is cancelled, and null if it is not",
  },
];

/**
 * Checks a saved clock, which may have been changed since it was saved.
 *
 * @param expected the clock that goes on from it
 * @returns null if it was saved in an earlier form or under another version of the same target. Then
 *   only the ticket's history can go on from there
 * @throws {DefinitionError} with every problem found.
 * @throws {HistoryError} `saved-clock-of-another` if it belongs to another policy or target.
 */
export function readSavedClock(state: unknown, expected: ClockIdentity): ClockState | null {
  const copy = frozenCopy(state, "saved clock");
  if (isJsonObject(copy) && copy["version"] === 1) return null;
  const problems = problemsIn(clockState(), copy);
  if (problems.length > 0) throw new DefinitionError("saved clock", problems);
  // It has passed every check.
  const saved = copy as ClockState;
  if (saved.policy !== expected.policy || saved.target !== expected.target) {
    throw ofAnother(saved, expected);
  }
  const isSame = saved.promise === expected.promise && sameChoices(saved, expected);
  return isSame ? saved : null;
}

function sameChoices({ choices: a }: ClockIdentity, { choices: b }: ClockIdentity): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

function ofAnother(saved: ClockIdentity, expected: ClockIdentity): HistoryError {
  return new HistoryError(
    "saved-clock-of-another",
    `The saved clock belongs to ${named(saved)} but was given to ${named(expected)}; give it to the target that saved it.`,
    { saved: { policy: saved.policy, target: saved.target }, given: expected },
  );
}

/** Refuses a saved clock of an earlier form, or of the target before a change. */
export function outdated(state: unknown, expected: ClockIdentity): HistoryError {
  const version = isJsonObject(state) ? state["version"] : undefined;
  const why =
    version === FORM
      ? "under other choices, or before the policy or its calendars were changed"
      : "by an earlier version of the library, which did not say which target it was of";
  return new HistoryError(
    "saved-clock-outdated",
    `The saved clock of ${named(expected)} was saved ${why}; give the ticket's events with it, as follow({ from, history }), to take them anew.`,
    { version, given: expected },
  );
}

function named({ policy, target }: ClockIdentity): string {
  return `target "${target}" of policy "${policy}"`;
}
