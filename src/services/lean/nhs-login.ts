// Each part is imported by name, so a bundler leaves out the unnamed part, the words of the clauses.
import {
  availability,
  calendars,
  contacts,
  eligibility,
  forms,
  id,
  lifecycle,
  options,
  recurrences,
  severities,
  source,
  states,
  targets,
  timeZone,
  title,
  windows,
} from "../../../calendars/policies/nhs-login.json";
import type { Sla } from "../../sla";
import { type NhsLoginNames, type NhsLoginOptions, nhsLoginOf } from "../nhs-login";

const policy = {
  $schema: "../../schemas/policy.schema.json",
  id,
  title,
  source,
  timeZone,
  calendars,
  severities,
  states,
  targets,
  windows,
  recurrences,
  eligibility,
  contacts,
  forms,
  availability,
  lifecycle,
  options,
};

/**
 * The same as `nhsLogin` of `core-hours/nhs`, without the words of its clauses: `clauses` is empty,
 * and `explain` names a clause by its number alone. Every other answer is the same.
 */
export function nhsLogin(options: NhsLoginOptions = {}): Sla<NhsLoginNames> {
  return nhsLoginOf(policy, options);
}
