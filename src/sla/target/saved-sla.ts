import * as z from "zod";
import { frozenCopy } from "../../input/frozen-copy";
import { once } from "../../input/once";
import { DefinitionError, type DefinitionProblem, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { showNames } from "../../input/show";
import { HistoryError } from "../clock/history";
import {
  type ClockIdentity,
  type ClockState,
  FORM,
  readSavedClock,
  type SavedEvent,
  type SavedStanding,
} from "../clock/saved-clock";
import type { Asked } from "./asked";

/** What is saved for one target of several. */
export interface SavedTarget extends Pick<ClockIdentity, "promise" | "choices"> {
  /** Where its clock stood before the last instant; null if every event is kept. */
  readonly standing: Omit<SavedStanding, "instant"> | null;
}

/** All that the clocks of a ticket know, as JSON: their policy, where each stands, and the events kept. */
export interface SlaClockState {
  readonly version: typeof FORM;
  /** The id of the policy. */
  readonly policy: string;
  /** How many events they have taken. */
  readonly taken: number;
  /** Every event, if the working is kept. */
  readonly history: readonly SavedEvent[] | null;
  /** The events of the last instant, if the working is not kept. */
  readonly instant: readonly SavedEvent[];
  readonly targets: Readonly<Record<string, SavedTarget>>;
}

/** What each clock saved, merged so that what they have in common is stored once. */
export function savedTogether(
  policy: string,
  clocks: Iterable<readonly [string, ClockState]>,
): SlaClockState {
  const all = [...clocks];
  const first = all[0]?.[1];
  const targets = all.map(([id, { promise, choices, standing }]): [string, SavedTarget] => {
    if (!standing) return [id, { promise, choices, standing }];
    const { instant: _, ...rest } = standing;
    return [id, { promise, choices, standing: rest }];
  });
  return {
    version: FORM,
    policy,
    taken: first?.taken ?? 0,
    history: first?.history ?? null,
    instant: first?.standing?.instant ?? [],
    targets: Object.fromEntries(targets),
  };
}

/** The name of such a value in errors. */
const WHAT = "saved state of the clocks";

const together = once(() =>
  strictObject(
    {
      version: z.literal(FORM, `expected ${FORM}, the form that this version of the library saves`),
      policy: z.string("expected the id of a policy"),
      taken: z.int(),
      history: z.array(z.unknown(), "expected a list of events").nullable(),
      instant: z.array(z.unknown(), "expected a list of events"),
      targets: z.record(
        z.string(),
        strictObject({
          promise: z.unknown(),
          choices: z.unknown(),
          standing: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
    },
    "expected what the clocks of a policy saved",
  ),
);

/** What several clocks saved, and the part that each target can go on from. */
export interface ReadTogether {
  readonly keepsWorking: boolean;
  /** The targets that were saved. */
  readonly names: readonly string[];
  /** Whether they are the targets to follow. */
  readonly isComplete: boolean;
  /** Null unless every target can go on from it and no further target was saved. */
  readonly clocks: ReadonlyMap<string, ClockState> | null;
}

/**
 * Checks what the clocks of a ticket saved, which may have been changed since it was saved.
 *
 * @throws {DefinitionError} with every problem found.
 * @throws {HistoryError} `saved-clock-of-another` if it belongs to another policy.
 */
export function readTogether(
  state: unknown,
  policy: string,
  asked: readonly Asked[],
): ReadTogether {
  const copy = frozenCopy(state, WHAT);
  const problems = problemsIn(together(), copy);
  if (problems.length > 0) throw new DefinitionError(WHAT, problems);
  // It has passed so far; the parts of each target are checked below.
  const saved = copy as SlaClockState;
  if (saved.policy !== policy) throw ofAnotherPolicy(saved.policy, policy);
  const names = Object.keys(saved.targets);
  const isComplete =
    names.length === asked.length && asked.every(({ target }) => names.includes(target.id));
  const clocks = new Map<string, ClockState>();
  for (const { target, rules } of asked) {
    if (!names.includes(target.id)) continue;
    const read = readOne(saved, target.id, target.identity(rules));
    if (read) clocks.set(target.id, read);
  }
  const isUsable = isComplete && clocks.size === asked.length;
  return {
    keepsWorking: saved.history !== null,
    names,
    isComplete,
    clocks: isUsable ? clocks : null,
  };
}

/** What one target saved, with the common part put back. */
function readOne(saved: SlaClockState, id: string, identity: ClockIdentity): ClockState | null {
  const { targets, instant, ...common } = saved;
  const { standing, ...own } = targets[id] as SavedTarget; // It is one of the saved targets.
  const state = { ...common, ...own, target: id, standing: standing && { ...standing, instant } };
  try {
    return readSavedClock(state, identity);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new DefinitionError(
      WHAT,
      error.problems.map((each) => placed(each, id)),
    );
  }
}

/** A problem of one clock, at its place in the joint saved value. */
function placed({ path, message }: DefinitionProblem, id: string): DefinitionProblem {
  const [first, second] = path;
  if (second === "instant") return { path: path.slice(1), message };
  const isOwn = first === "standing" || first === "promise" || first === "choices";
  return { path: isOwn ? ["targets", id, ...path] : path, message };
}

function ofAnotherPolicy(saved: string, given: string): HistoryError {
  return new HistoryError(
    "saved-clock-of-another",
    `The saved clocks belong to policy "${saved}" but were given to policy "${given}"; give them to the policy that saved them.`,
    { saved: { policy: saved }, given: { policy: given } },
  );
}

/** The error for saved clocks that the targets cannot all go on from. */
export function outdatedTogether(
  { names, isComplete }: ReadTogether,
  policy: string,
  asked: readonly Asked[],
): HistoryError {
  const wanted = asked.map(({ target }) => target.id);
  const why = isComplete
    ? "were saved under other choices, or before the policy or its calendars were changed"
    : `cover the targets ${showNames(names)}, but the targets to follow are ${showNames(wanted)}`;
  return new HistoryError(
    "saved-clock-outdated",
    `The saved clocks of policy "${policy}" ${why}; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
    { saved: names, given: wanted },
  );
}
