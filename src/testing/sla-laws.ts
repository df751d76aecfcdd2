import type { Sla } from "../sla/sla";
import { formLaws } from "./laws/forms";
import { historyLaws } from "./laws/histories";
import { readingLaws } from "./laws/readings";
import type { SlaLawOptions } from "./options";
import type { SlaLaw } from "./sla-law";

/**
 * What must be so of every policy, law by law, to list in a test runner. Each is tried on every target.
 *
 * @example
 * describe("our promises", () => {
 *   for (const law of slaLaws) it(law.title, () => law.check(sla));
 * });
 */
export const slaLaws: readonly SlaLaw[] = Object.freeze([
  ...readingLaws,
  ...historyLaws,
  ...formLaws,
]);

/**
 * Tries all {@link slaLaws} on every target of a policy.
 *
 * @param sla made by `defineSla`, or of the catalogue
 * @param options `targets`, where not all are meant: one whose calendar never opens cannot be tried;
 *   how many examples of each law and target, from which seed, and on which part of time
 * @throws {LawError} for the first law that does not hold, with the smallest ticket against it.
 * @throws {CoreHoursError} `target-unknown` for a target that there is not; `span-empty` where its
 *   calendars cover nothing of the span.
 * @example checkSla(nhsmail(), { targets: ["incidentResolution"] }) // returns, or throws
 */
export function checkSla(sla: Sla, options: SlaLawOptions = {}): void {
  for (const law of slaLaws) law.check(sla, options);
}
