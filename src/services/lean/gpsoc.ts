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
} from "../../../calendars/policies/gpsoc.json";
import type { Sla } from "../../sla";
import { type GpsocNames, type GpsocOptions, gpsocOf } from "../gpsoc";

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
 * The same as `gpsoc` of `core-hours/nhs`, without the words of its clauses: `clauses` is empty, and
 * `explain` names a clause by its number alone. Every other answer is the same.
 */
export function gpsoc(options: GpsocOptions = {}): Sla<GpsocNames> {
  return gpsocOf(policy, options);
}
