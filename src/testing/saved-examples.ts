import fc from "fast-check";
import { show } from "../input/show";
import type { BrokenLaw } from "./law-error";
import { invalid } from "./options";

/** An example that once broke a law: the `data` of a `LawError`, or as much of it as this, as JSON. */
export type SavedExample = Pick<BrokenLaw, "law" | "counterexample"> &
  Partial<Pick<BrokenLaw, "title" | "subject" | "seed">>;

/**
 * The examples to replay, checked.
 *
 * @throws {CoreHoursError} `option-invalid` if they are not a list of examples.
 */
export function checkedSaved(saved: unknown): readonly SavedExample[] {
  const expected =
    'a list of the data of LawErrors, such as [{ law: "additivity", counterexample }]';
  if (!Array.isArray(saved)) throw invalid("saved", saved, expected);
  return saved.map((each: unknown) => {
    if (isSaved(each)) return each;
    throw invalid("saved", each, expected);
  });
}

function isSaved(each: unknown): each is SavedExample {
  if (typeof each !== "object" || each === null) return false;
  if (!("law" in each && "counterexample" in each)) return false;
  const { law, counterexample } = each;
  return typeof law === "string" && typeof counterexample === "object" && counterexample !== null;
}

/** The saved examples of a law about a subject. */
export function savedOf(
  saved: readonly SavedExample[],
  about: Pick<BrokenLaw, "law" | "subject">,
): readonly object[] {
  return saved.flatMap(({ law, subject = about.subject, counterexample }) =>
    law === about.law && subject === about.subject && isObject(counterexample)
      ? [counterexample]
      : [],
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a saved example has the parts that the examples of an arbitrary have. */
export function isOneOf<E>(examples: fc.Arbitrary<E>, saved: unknown): saved is E {
  const [drawn] = fc.sample(examples, { numRuns: 1, seed: 1 });
  return partsOf(drawn) === partsOf(saved);
}

/** The names of the parts of an example. Lists differ in length, and parts may be left out. */
function partsOf(example: unknown): string {
  if (!isObject(example)) return typeof example;
  return Array.isArray(example) ? "a list" : show(Object.keys(example).sort());
}
