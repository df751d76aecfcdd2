import { didYouMean, nearest } from "../../input/nearest";
import { checkKeys, given, givenList } from "../../input/options";
import { short, show } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { type ChoiceOverrides, OVERRIDES } from "../clock/choices";
import type { Vocabulary } from "../clock/history";
import type { Compiled, CompiledTarget } from "./compiled-target";

/** A target that is asked together with others, and what its clock needs to run in one call. */
export interface Asked {
  readonly target: CompiledTarget;
  readonly rules: Compiled;
  readonly words: Vocabulary;
}

/** The targets of a policy that a call asks. */
export interface WhichTargets<N extends string = string> {
  /** The targets to ask; all if omitted. */
  readonly targets?: readonly N[] | undefined;
}

/**
 * The targets that a call asks, under its choices.
 *
 * @param keys the other options that the call takes
 * @throws {CoreHoursError} for an unknown option or target.
 */
export function askedOf(
  all: Readonly<Record<string, CompiledTarget>>,
  options: (ChoiceOverrides & WhichTargets) | undefined,
  form: string,
  keys: readonly string[],
): readonly Asked[] {
  checkKeys(given(options), [...keys, "targets", ...OVERRIDES], form);
  return chosen(all, given(options).targets).map((target) => {
    const rules = target.rulesWith(options);
    return { target, rules, words: target.wordsBy(rules) };
  });
}

/** The instant at which a call reads. */
export function asOfIn(options: { readonly asOf: InstantLike }): number {
  return toEpochMs(given(options).asOf);
}

function chosen(
  all: Readonly<Record<string, CompiledTarget>>,
  names: readonly string[] | undefined,
): readonly CompiledTarget[] {
  if (names === undefined) return Object.values(all);
  const known = Object.keys(all);
  const found = givenList("targets", names, (name) => {
    const target = typeof name === "string" && Object.hasOwn(all, name) ? all[name] : undefined;
    if (target) return target;
    throw notATarget(name, "the policy", known);
  });
  return [...new Set(found)];
}

/** The error for a name that is not a target of a policy or a desk. */
export function notATarget(name: unknown, whose: string, known: readonly string[]): CoreHoursError {
  const text = typeof name === "string" ? name : show(name);
  return new CoreHoursError(
    "option-invalid",
    `"${short(text)}" is not a target of ${whose}; ${didYouMean(text, known)}`,
    { option: "targets", given: short(text), meant: nearest(text, known) },
  );
}
