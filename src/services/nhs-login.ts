import policy from "../../calendars/policies/nhs-login.json";
import { defineSla, type PolicyDefinition, type Sla } from "../sla";

/** The names of the policy's parts. */
export interface NhsLoginNames {
  readonly targets: "incidentResolution";
  readonly milestones: never;
  readonly windows: never;
  readonly recurrences: never;
  readonly eligibility: never;
  readonly availability: never;
}

/**
 * The targets of the NHS login service desk.
 *
 * Incident resolution: 4, 8, 20, 80 and 200 business support hours for severities 1 to 5, Monday to
 * Friday 08:00 to 18:00 without bank holidays (clauses NL-SEV1 to NL-SEV5, NL-04).
 *
 * @example nhsLogin().targets.incidentResolution.due("2026-11-20T16:00:00Z", { severity: "1" }).toISO() // "2026-11-23T10:00:00.000+00:00"
 */
export function nhsLogin(): Sla<NhsLoginNames> {
  // TypeScript reads the words in a JSON file as any strings; the schema checks them as they load.
  return defineSla(policy as PolicyDefinition) as Sla<NhsLoginNames>;
}
