import type { SlaNames } from "../sla/names";
import type { Sla } from "../sla/sla";
import { causeLaws } from "./laws/causes";
import { clockAsDefinedLaws } from "./laws/clock-as-defined";
import { escalationLaws } from "./laws/escalations";
import { formLaws } from "./laws/forms";
import { historyLaws } from "./laws/histories";
import { liveLaws } from "./laws/live";
import { nextChangeLaws } from "./laws/next-changes";
import { readingLaws } from "./laws/readings";
import { togetherLaws } from "./laws/together";
import { workingLaws } from "./laws/working";
import type { SlaLawOptions } from "./options";
import { lawOf, type SlaLaw, tryOn } from "./sla-law";
import { CHECK_MS } from "./trial";

const statements = [
  ...readingLaws,
  ...historyLaws,
  ...causeLaws,
  ...formLaws,
  ...togetherLaws,
  ...liveLaws,
  ...clockAsDefinedLaws,
  ...escalationLaws,
  ...nextChangeLaws,
  ...workingLaws,
];

/**
 * The laws that must hold for every policy, to list in a test runner. Each is tried on every target.
 *
 * @example
 * describe("our promises", () => {
 *   for (const law of slaLaws) it(law.title, () => law.check(sla));
 * });
 */
export const slaLaws: readonly SlaLaw[] = Object.freeze(statements.map(lawOf));

/**
 * Tries all {@link slaLaws} on every target of a policy.
 *
 * @param sla made by `defineSla`, or from the catalogue
 * @param options `targets`, to try only some: a target whose calendar never opens cannot be tried; how
 *   many examples of each law and target, for how long, from which seed, and on which part of time
 * @throws {LawError} for the first law that does not hold, with the smallest ticket against it.
 * @throws {CoreHoursError} `law-untried` if a law could not be tried or there is no target to try it on;
 *   `target-unknown` for an unknown target; `span-empty` if its calendars cover nothing of the span.
 * @example checkSla(nhsmail(), { targets: ["incidentResolution"] }) // returns, or throws
 */
export function checkSla<N extends SlaNames>(
  sla: Sla<N>,
  options?: SlaLawOptions<N["targets"]>,
): void {
  tryOn(sla, statements, options, "checkSla", CHECK_MS);
}
