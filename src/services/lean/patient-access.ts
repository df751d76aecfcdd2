// Each part is imported by name, so a bundler leaves out the unnamed part, the words of the clauses.
import {
  calendars,
  contacts,
  eligibility,
  id,
  lifecycle,
  milestones,
  options,
  source,
  states,
  targets,
  title,
  windows,
} from "../../../calendars/policies/patient-access.json";
import type { Sla } from "../../sla";
import {
  type PatientAccessNames,
  type PatientAccessOptions,
  patientAccessOf,
} from "../patient-access";

const policy = {
  $schema: "../../schemas/policy.schema.json",
  id,
  title,
  source,
  calendars,
  states,
  targets,
  lifecycle,
  milestones,
  windows,
  eligibility,
  contacts,
  options,
};

/**
 * The same as `patientAccess` of `core-hours/nhs`, without the words of its clauses: `clauses` is
 * empty, and `explain` names a clause by its number alone. Every other answer is the same.
 */
export function patientAccess(options: PatientAccessOptions = {}): Sla<PatientAccessNames> {
  return patientAccessOf(policy, options);
}
