import type { Allowance } from "../allowance/measure";
import type { Alert } from "./alerts";
import type { Choices } from "./choices";
import type { PromiseKind } from "./state";

/** What a state of a ticket does to a clock. */
export type Role = "runs" | "pauses" | "stops" | "cancels";

/** What is promised: an allowance, nothing, or something that the severity will tell. */
export type Promised = Allowance | "none" | "ungraded";

/** How a clock is to behave. */
export interface ClockRules extends Choices {
  /** The allowance for a severity, or for none. @throws if there is none. */
  readonly allowanceFor: (severity: string | null) => Allowance;
  /** What is promised to tickets of a severity. @throws for a severity that the target does not name. */
  readonly promiseFor: (severity: string | null) => Promised;
  /** Every allowance by its severity; null if one allowance serves all. */
  readonly bySeverity: () => ReadonlyMap<string, Allowance> | null;
  /** The severities of the policy, each with its place in its list; null if it has no list. */
  readonly ranks: ReadonlyMap<string, number> | null;
  /** How long after a stop a ticket may be re-opened; null if there is no end to it. */
  readonly reopenWithin: Allowance | null;
  /** How long it may be paused in one count of the allowance; null if there is no end to it. */
  readonly pauseLimit: Allowance | null;
  /** When to tell somebody: the shares of the allowance to warn at, then the escalations. */
  readonly alerts: readonly Alert[];
}

export function kindOf(promised: Promised): PromiseKind {
  return typeof promised === "string" ? promised : "measured";
}

/** The allowance that stands first in a target, by which time is counted before the severity is known. */
export function firstAllowance({ bySeverity }: ClockRules): Allowance | undefined {
  const [first] = bySeverity()?.values() ?? [];
  return first;
}

/** Whether a severity is more than one step from another, in the order of the policy's list. */
export function isJump({ ranks }: ClockRules, from: string | null, to: string): boolean {
  if (!ranks || from === null) return false;
  const [before, after] = [ranks.get(from), ranks.get(to)];
  return before !== undefined && after !== undefined && Math.abs(before - after) > 1;
}
