import { DefinitionError, problemsIn } from "../../../input/problems";
import type { Window } from "../windows";
import { type Contact, type ContactDefinition, contactOf } from "./contacts";
import { type EligibilityDefinition, eligibilityPart } from "./definition";
import { checkDecided, type GroundVerdict, judgeGround, reasonsOf } from "./grounds";
import { checkedInput, type EligibilityInput } from "./input";

/** A verdict with its reasons. */
export interface EligibilityReading {
  readonly title: string;
  readonly clause: string | null;
  readonly eligible: boolean;
  readonly grounds: readonly GroundVerdict[];
  /** Why: the grounds that hold or, if none does, what each of them lacks. */
  readonly reasons: readonly string[];
  /** Whom to tell on the grounds that hold or, if none holds, whom to turn to; in this order. */
  readonly tell: readonly Contact[];
}

/** Whether something may be done. @throws {CoreHoursError} if that depends on input that was not given. */
export type Eligibility = (input: EligibilityInput) => EligibilityReading;

/** What the conditions and contacts of a policy's eligibilities refer to. */
export interface EligibilityContext {
  readonly windows: Readonly<Record<string, Window>>;
  readonly contacts: Readonly<Record<string, ContactDefinition>>;
}

/**
 * Judges whether something may be done, ground by ground.
 *
 * @param id what to call it if it has no title
 * @param definition the grounds, any of which is enough
 * @param input the reading, the severity and the facts that they ask about
 * @throws {CoreHoursError} `input-missing` if the verdict depends on input that was not given. A
 *   condition that fails decides its ground, and a ground that holds decides the verdict; neither
 *   needs the rest.
 * @throws {DefinitionError} for invalid grounds.
 */
export function eligibility(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
): EligibilityReading {
  const problems = problemsIn(eligibilityPart(), definition);
  if (problems.length > 0) throw new DefinitionError("eligibility", problems);
  return judgeGrounds(id, definition, input);
}

/** {@link eligibility} by grounds that have been checked, within the policy that they belong to. */
export function judgeGrounds(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
  { windows, contacts }: Partial<EligibilityContext> = {},
): EligibilityReading {
  const known = checkedInput(id, definition, input);
  const numbers = { ...definition.parameters, ...known.parameters };
  const by = { input: known, numbers, windows };
  const grounds = definition.anyOf.map((ground) => judgeGround(ground, definition, by));
  checkDecided(grounds);
  const eligible = grounds.some(({ met }) => met);
  const told = eligible
    ? definition.anyOf.flatMap(({ tell = [] }, i) => (grounds[i]?.met ? tell : []))
    : (definition.otherwise ?? []);
  return Object.freeze({
    title: definition.title ?? id,
    clause: definition.clause ?? null,
    eligible,
    grounds: Object.freeze(grounds),
    reasons: Object.freeze(reasonsOf(grounds)),
    tell: Object.freeze([...new Set(told)].map((each) => contactOf(each, contacts))),
  });
}
