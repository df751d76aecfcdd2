import { CoreHoursError } from "../../timeline";
import { AGREED } from "../allowance/definition";
import type { Choices } from "../clock/choices";
import type { Role } from "../clock/rules";
import { allowancesOf, promisesOf, type TargetDefinition } from "./definition";

/** Refuses to carry time used in hours over to days. Policies are checked elsewhere; this checks a call. */
export function refuseMixedUnits(id: string, target: TargetDefinition, choices: Choices): void {
  const inTime = allowancesOf(target).map((each) => "hours" in each || "minutes" in each);
  if (choices.onSeverityChange !== "carry-elapsed" || new Set(inTime).size < 2) return;
  throw new CoreHoursError(
    "option-invalid",
    `Target "${id}" has allowances in hours and in days, and what was used of one cannot be carried to the other; choose "retroactive" or "restart".`,
    { option: "onSeverityChange", given: choices.onSeverityChange },
  );
}

/** Refuses to ignore agreed dates if a target promises nothing else. */
export function refuseUnagreed(id: string, target: TargetDefinition, choices: Choices): void {
  if (choices.agreedDates !== "ignore") return;
  if (!promisesOf(target).some(({ allowance }) => allowance === AGREED)) return;
  throw new CoreHoursError(
    "option-invalid",
    `Target "${id}" promises an agreed date (allowance: "agreed"), so agreed dates cannot be ignored; choose "replaces".`,
    { option: "agreedDates", given: choices.agreedDates },
  );
}

export function rolesOf(definition: TargetDefinition): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const role of ["runs", "pauses", "stops", "cancels"] as const) {
    for (const state of definition[role] ?? []) roles.set(state, role);
  }
  return roles;
}

/** Refuses pauses that push on a count that is measured again, since it has no fixed due instant. */
export function refusePushAnew(id: string, { dayPauses, onSeverityChange }: Choices): void {
  if (dayPauses !== "push" || onSeverityChange !== "retroactive") return;
  throw new CoreHoursError(
    "option-invalid",
    `Target "${id}" measures anew after a change of severity (onSeverityChange: "retroactive"), so pauses cannot push on what is due; choose "carry-elapsed" or "restart", or dayPauses: "day-ends".`,
    { option: "dayPauses", given: dayPauses },
  );
}
