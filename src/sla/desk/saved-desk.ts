import * as z from "zod";
import { frozenCopy } from "../../input/frozen-copy";
import { once } from "../../input/once";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { MAX_MS } from "../../timeline/units";
import type { Fields } from "../clock/fields";
import { HistoryError } from "../clock/history";
import { FORM, type SavedEvent, savedEvent } from "../clock/saved-clock";
import type { SlaClockState } from "../target/saved-sla";

/** All that a desk's clock knows, as JSON: the facts of the ticket, and where its clocks stand. */
export interface DeskClockState {
  readonly version: typeof FORM;
  /** The id of the ticket's policy; null as long as no policy matches it. */
  readonly policy: string | null;
  /** Whether the working is kept. */
  readonly keepWorking: boolean;
  /** How many events it has taken. */
  readonly taken: number;
  readonly openedAtMs: number | null;
  /** The fields of the ticket, with its state and its severity among them. */
  readonly fields: Fields;
  /** Every event, if the working is kept or the ticket is still at its first instant. */
  readonly events: readonly SavedEvent[] | null;
  /** What the clocks of the policy saved, if the events are not kept. */
  readonly clocks: SlaClockState | null;
}

const state = once(() =>
  strictObject(
    {
      version: z.literal(FORM, `expected ${FORM}, the form that this version of the library saves`),
      policy: z.string("expected the id of a policy").nullable(),
      keepWorking: z.boolean("expected true or false"),
      taken: z.int().nonnegative(),
      openedAtMs: z.int("expected epoch milliseconds").min(-MAX_MS).max(MAX_MS).nullable(),
      fields: z.record(z.string(), z.string()),
      events: z.array(savedEvent()).nullable(),
      clocks: z.record(z.string(), z.unknown()).nullable(),
    },
    "expected what a desk's clock saved",
  ).refine(({ events, clocks }) => (events === null) !== (clocks === null), {
    path: ["clocks"],
    error: 'expected either "events" or "clocks"; the other one is null',
  }),
);

/**
 * Checks what a desk's clock saved, which may have been changed since it was saved.
 *
 * @throws {DefinitionError} with every problem found.
 */
export function readSavedDesk(given: unknown): DeskClockState {
  const copy = frozenCopy(given, "saved clock");
  const problems = problemsIn(state(), copy);
  if (problems.length > 0) throw new DefinitionError("saved clock", problems);
  // It has passed every check. The policy that goes on from its clocks checks them.
  return copy as DeskClockState;
}

/** The error for a saved clock of a ticket that has another policy now. */
export function outdatedDesk(saved: string | null, now: string | null): HistoryError {
  return new HistoryError(
    "saved-clock-outdated",
    `The saved clock belongs to policy ${named(saved)}, but the ticket now has policy ${named(now)}; give the ticket's events with it, as follow({ from, history }), to take them anew.`,
    { saved, given: now },
  );
}

/** The error for an event that would bring a ticket under another policy. */
export function policyChanged(from: string | null, to: string | null): HistoryError {
  return new HistoryError(
    "policy-changed",
    `The event brings the ticket from policy ${named(from)} to ${named(to)}, whose clocks have not taken its events; give them all, as follow({ history }), or follow it with { keepWorking: true }.`,
    { from, to },
  );
}

function named(policy: string | null): string {
  return policy === null ? "none" : `"${policy}"`;
}
