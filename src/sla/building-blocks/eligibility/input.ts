import { nearest } from "../../../input/nearest";
import { checkKeys, given, givenList } from "../../../input/options";
import { short } from "../../../input/show";
import type { SlaReading } from "../../reading/by-status";
import { checkReading } from "../../reading/check-reading";
import { type EligibilityDefinition, factsOf, parametersOf } from "./definition";

/** What eligibility is judged by. */
export interface EligibilityInput {
  /** The ticket's reading, for conditions on its clock. */
  readonly reading?: SlaReading | undefined;
  /**
   * Several readings: a ground holds if all of its conditions hold for one of them. The list is taken
   * to be complete, so an empty list says that there is no ticket at all.
   */
  readonly readings?: readonly SlaReading[] | undefined;
  /** The severity, if there is no reading or the reading has none. */
  readonly severity?: string | undefined;
  /** The facts that people know. */
  readonly facts?: Readonly<Record<string, boolean | undefined>> | undefined;
  /** Numbers that replace the defaults of the definition. */
  readonly parameters?: Readonly<Record<string, number | undefined>> | undefined;
}

/**
 * Refuses an unknown key, a misspelt fact or parameter, and anything but readings among the readings.
 *
 * @throws {CoreHoursError} that names it
 */
export function checkedInput(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
): EligibilityInput {
  const known = given(input, '{ severity: "1", facts: {} }');
  const place = `eligibility "${short(id)}"`;
  checkKeys(input, ["reading", "readings", "severity", "facts", "parameters"], place);
  checkFacts(place, factsOf(definition), known.facts);
  const parameters = given(known.parameters, "{ closeTo: 0.9 }");
  checkKeys(parameters, parametersOf(definition), place, "a parameter");
  const readings = givenList("readings", known.readings ?? [], (reading) => reading);
  const alone = known.reading === undefined || known.reading === null ? [] : [known.reading];
  for (const reading of [...alone, ...readings]) {
    checkReading(reading, `Eligibility "${short(id)}"`);
  }
  return known;
}

/** Refuses a misspelt fact, which would otherwise be ignored. */
function checkFacts(place: string, asked: readonly string[], facts: object | undefined) {
  const misspelt = Object.keys(facts ?? {}).filter(
    (name) => !asked.includes(name) && nearest(name, asked) !== undefined,
  );
  const known = [...asked, ...Object.keys(facts ?? {}).filter((name) => !misspelt.includes(name))];
  checkKeys(facts ?? {}, known, place, "a fact");
}
