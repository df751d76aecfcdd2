import type { Allowance } from "../allowance/measure";
import type { Alert } from "./alerts";
import type { Choices } from "./choices";
import type { PromiseKind } from "./state";

/** What a state of a ticket does to a clock. */
export type Role = "runs" | "pauses" | "stops" | "cancels";

/**
 * What is promised: an allowance, nothing, an agreed date alone, or something that depends on a severity
 * not known yet.
 */
export type Promised = Allowance | "none" | "agreed" | "ungraded";

/** How a clock behaves. */
export interface ClockRules extends Choices {
  /** The allowance for a severity, or for no severity. @throws if there is no allowance. */
  readonly allowanceFor: (severity: string | null) => Allowance;
  /** What is promised to tickets of a severity. @throws for a severity that the target does not name. */
  readonly promiseFor: (severity: string | null) => Promised;
  /** Every allowance by its severity; null if one allowance serves every severity. */
  readonly bySeverity: () => ReadonlyMap<string, Allowance> | null;
  /** The severities of the policy, each with its place in the list; null if the policy has no list. */
  readonly ranks: ReadonlyMap<string, number> | null;
  /** How long after a stop a ticket may be re-opened; null if there is no limit. */
  readonly reopenWithin: Allowance | null;
  /** How long a ticket may be paused in one count of the allowance; null if there is no limit. */
  readonly pauseLimit: Allowance | null;
  /** When to tell somebody: the shares of the allowance to warn at, then the escalations. */
  readonly alerts: readonly Alert[];
}

/** Whether nothing is counted: nothing is promised, or an agreed date alone. */
export function isUncounted(promised: Promised | PromiseKind): promised is "none" | "agreed" {
  return promised === "none" || promised === "agreed";
}

export function kindOf(promised: Promised): PromiseKind {
  return typeof promised === "string" ? promised : "measured";
}

/**
 * The first allowance of a target, or the one that serves every severity. It counts the time before the
 * severity is known, and gives the unit of a ticket that is promised nothing.
 */
export function firstAllowance({ promiseFor, bySeverity }: ClockRules): Allowance | undefined {
  const all = bySeverity();
  if (all !== null) return all.values().next().value;
  const promised = promiseFor(null);
  return typeof promised === "string" ? undefined : promised;
}

/** Whether two severities are more than one step apart, in the order of the policy's list. */
export function isJump({ ranks }: ClockRules, from: string | null, to: string): boolean {
  if (!ranks || from === null) return false;
  const [before, after] = [ranks.get(from), ranks.get(to)];
  return before !== undefined && after !== undefined && Math.abs(before - after) > 1;
}
