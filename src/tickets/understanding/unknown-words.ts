import { DOINGS, type StateMeaning } from "../log/mapping";
import type { Policy } from "../log/policies";
import { stateOf } from "../log/policy-words";
import { changedTexts } from "./mapping-parts";
import type { Survey } from "./survey";
import type { Understood } from "./understood";

/** The answers for an unknown state. */
export const STATE_ANSWERS = [...DOINGS, "ignore"] as const;

export type StateAnswer = (typeof STATE_ANSWERS)[number];

/** The states of a file that neither the policy nor their names explain, with how often each occurs. */
export function unknownStates(
  survey: Survey,
  { preset, mapping }: Understood,
  policy: Policy,
): [text: string, count: number][] {
  const { state } = mapping;
  if (!state) return [];
  const texts = changedTexts(preset, "state", survey) ?? survey.texts.get(state.column) ?? [];
  return [...texts].filter(
    ([text, count]) => text !== "" && count > 0 && stateOf(text, state, policy) === undefined,
  );
}

/** What a file is taken for, with somebody's answers about its states. */
export function withStates(
  understood: Understood,
  answers: Readonly<Record<string, StateAnswer>>,
): Understood {
  const { mapping } = understood;
  if (!mapping.state || Object.keys(answers).length === 0) return understood;
  const said = Object.entries(answers).map(([text, does]): [string, StateMeaning] => [
    text,
    does === "ignore" ? "" : { does },
  ]);
  const values = { ...mapping.state.values, ...Object.fromEntries(said) };
  return { ...understood, mapping: { ...mapping, state: { ...mapping.state, values } } };
}

/** What a file is taken for, with the severity of the policy that somebody gave each of its texts. */
export function withSeverities(
  understood: Understood,
  answers: Readonly<Record<string, string>>,
): Understood {
  const { mapping } = understood;
  if (!mapping.severity || Object.keys(answers).length === 0) return understood;
  const values = { ...mapping.severity.values, ...answers };
  return { ...understood, mapping: { ...mapping, severity: { ...mapping.severity, values } } };
}
