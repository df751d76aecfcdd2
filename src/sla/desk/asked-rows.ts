import { checkKeys, given, givenList } from "../../input/options";
import { type ChoiceOverrides, OVERRIDES } from "../clock/choices";
import { type Asked, askedOf, notATarget, type WhichTargets } from "../target/asked";
import type { Asking } from "../target/asking";
import type { DeskRow } from "./choose";

/** A policy of a desk with the targets and choices of one call. */
export interface AskedPolicy {
  readonly asking: Asking;
  readonly asked: readonly Asked[];
}

/**
 * Every policy of a desk for one call, each with those of the named targets that it has.
 *
 * @throws {CoreHoursError} for an unknown option, and for a target that no policy has.
 */
export function askedRows(
  rows: readonly DeskRow<Asking>[],
  options: (ChoiceOverrides & WhichTargets) | undefined,
  form: string,
  keys: readonly string[],
): readonly DeskRow<AskedPolicy>[] {
  checkKeys(given(options), [...keys, "targets", ...OVERRIDES], form);
  const { targets } = given(options);
  if (targets !== undefined) checkTargets(rows, targets);
  return rows.map((row) => {
    const asking = row.policy;
    const own = targets?.filter((name) => Object.hasOwn(asking.targets, name));
    const asked = askedOf(asking.targets, { ...options, targets: own }, form, keys);
    return { ...row, policy: { asking, asked } };
  });
}

function checkTargets(rows: readonly DeskRow<Asking>[], targets: readonly string[]): void {
  const known = [...new Set(rows.flatMap(({ policy }) => Object.keys(policy.targets)))];
  givenList("targets", targets, (name) => {
    if (!known.includes(name)) throw notATarget(name, "any policy of the desk", known);
  });
}
