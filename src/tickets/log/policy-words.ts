import { plainName } from "../../words/plain-name";
import type { Doing, SeverityColumn, SeverityMeaning, StateColumn, StateMeaning } from "./mapping";
import { isPause, type Policy, roleOf } from "./policies";

/** A message names at most this many states. */
export const MOST_NAMED = 20;

/**
 * The state of a policy for a text: null to leave the row alone, undefined if the policy has no such state.
 * Without a policy the text is the state, since its row is refused in any case.
 */
export function stateOf(
  text: string,
  { values = {}, other }: Pick<StateColumn, "values" | "other">,
  policy: Policy | undefined,
): string | null | undefined {
  const meaning = Object.hasOwn(values, text) ? (values[text] ?? text) : text;
  if (meaning === "") return null;
  if (!policy) return text;
  const state = stateMeant(meaning, text, policy);
  if (state !== undefined) return state;
  if (other === "ignore") return null;
  return other === "refuse" ? undefined : stateDoing(other, policy);
}

/** The state of a policy that is meant: the one named, or one that does the same. */
export function stateMeant(
  meaning: StateMeaning,
  text: string,
  policy: Policy,
): string | null | undefined {
  if (typeof meaning === "string") {
    return policy.states.has(meaning) ? meaning : alike(meaning, policy.states);
  }
  const { does, called } = meaning;
  // If the word is the policy's own, the policy says what it does, whatever it does elsewhere.
  const own = called === undefined ? undefined : alike(called, policy.states);
  return own ?? alike(text, policy.states) ?? stateDoing(does, policy);
}

/**
 * A state of a policy that does something to its clocks, and first of all to the clock of its main target.
 * In a policy that never pauses, a state that would pause runs. If no target is for a first response, a
 * response changes nothing.
 */
function stateDoing(does: Doing, policy: Policy): string | null | undefined {
  const [main] = policy.targets;
  if (!main) return undefined;
  const { runs, pauses = [], stops, cancels = [] } = main.definition;
  switch (does) {
    case "runs":
      return runs[0];
    case "responds":
      return runs.find((state) => isOf(state, "responds", policy)) ?? null;
    case "pauses":
      return pauses[0] ?? [...policy.states].find((state) => isPause(policy, state)) ?? runs[0];
    case "stops":
      return stops[0];
    case "cancels":
      return cancels[0];
  }
}

/** Whether a state does something to the clock of a policy's main target, or to any other. */
function isOf(state: string, does: Doing, { targets }: Policy): boolean {
  const roles = targets.map((target) => roleOf(target, state));
  if (does === "responds") return roles[0] === "runs" && roles.includes("stops");
  return roles.includes(does);
}

/** Whether a policy has no state that pauses, so a hold runs on. */
export function pausesNothing(policy: Policy): boolean {
  return ![...policy.states].some((state) => isPause(policy, state));
}

/**
 * The severity of a policy for a text: null to leave the row alone, undefined if the policy has no such
 * severity.
 */
export function severityOf(
  text: string,
  { values = {}, other }: Pick<SeverityColumn, "values" | "other">,
  policy: Policy | undefined,
): string | null | undefined {
  const meaning = Object.hasOwn(values, text) ? (values[text] ?? text) : text;
  if (meaning === "") return null;
  const severities = policy?.severities;
  if (!severities) return typeof meaning === "string" ? meaning : text;
  const severity = severityMeant(meaning, text, severities);
  return severity ?? (other === "ignore" ? null : undefined);
}

function severityMeant(
  meaning: SeverityMeaning,
  text: string,
  severities: ReadonlySet<string>,
): string | undefined {
  if (typeof meaning === "string") {
    return severities.has(meaning) ? meaning : alike(meaning, severities);
  }
  const rank = String(meaning.rank);
  const numbered = [...severities].find((name) => digitsOf(name) === rank);
  // A code may look like a severity and mean another: 1 is the lowest priority of Freshdesk.
  const own = alike(text, severities);
  if (own !== undefined && digitsOf(own) !== "" && digitsOf(own) !== rank) return numbered;
  // `1 - Critical` has a number of its own beside the policy's word.
  const word = text.replace(
    /^[\W_]*(?:p|s|sev|severity|priority|prio|level)?[\s\-_.]*\d+[\W_]*/i,
    "",
  );
  return own ?? numbered ?? (word === "" ? undefined : alike(word, severities));
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, "");
}

/** The only name that matches another without regard to case and punctuation. */
function alike(name: string, names: ReadonlySet<string>): string | undefined {
  const plain = plainName(name);
  const [only, another] = [...names].filter((each) => plainName(each) === plain);
  return another === undefined ? only : undefined;
}
