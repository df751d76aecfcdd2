// Each part is imported by name, so a bundler leaves out the unnamed part, the words of the clauses.
import {
  calendars,
  contacts,
  eligibility,
  forms,
  id,
  lifecycle,
  milestones,
  options,
  recurrences,
  source,
  states,
  targets,
  title,
  windows,
} from "../../../calendars/policies/nhsmail.json";
import type { Sla } from "../../sla";
import { type NhsmailNames, type NhsmailOptions, nhsmailOf } from "../nhsmail";

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
  recurrences,
  eligibility,
  contacts,
  forms,
  options,
};

/**
 * The same as `nhsmail` of `core-hours/nhs`, without the words of its clauses: `clauses` is empty,
 * and `explain` names a clause by its number alone. Every other answer is the same.
 */
export function nhsmail(options: NhsmailOptions = {}): Sla<NhsmailNames> {
  return nhsmailOf(policy, options);
}
