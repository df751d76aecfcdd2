import policy from "../../calendars/policies/nhsmail.json";
import { defineSla, type PolicyDefinition, type Sla } from "../sla";

/** The names of the policy's parts. */
export interface NhsmailNames {
  readonly targets: "incidentResolution";
  readonly milestones: never;
  readonly windows: never;
  readonly recurrences: never;
  readonly eligibility: never;
  readonly availability: never;
}

/**
 * The targets of the NHSmail helpdesk.
 *
 * Incident resolution: 48 core hours, Monday to Friday 07:00 to 22:00 without bank holidays, paused
 * while awaiting information from the user (clause NM-06 and, by inference, NM-14).
 *
 * @example nhsmail().targets.incidentResolution.due("2026-11-20T09:00:00Z").toISO() // "2026-11-25T12:00:00.000+00:00"
 */
export function nhsmail(): Sla<NhsmailNames> {
  // TypeScript reads the words in a JSON file as any strings; the schema checks them as they load.
  return defineSla(policy as PolicyDefinition) as Sla<NhsmailNames>;
}
