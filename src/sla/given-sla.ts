import { WorkingCalendar } from "../calendar/working-calendar";
import { holds } from "../input/holds";
import { isJsonObject, own } from "../input/json";
import { show, showNames } from "../input/show";
import { CoreHoursError } from "../timeline/errors";
import type { Sla } from "./sla";
import { Target } from "./target/target";

/** @throws {CoreHoursError} `not-an-sla` for anything that `defineSla` did not make. */
export function checkSlaGiven(sla: unknown, what: string): void {
  if (holds(() => isSla(sla))) return;
  throw new CoreHoursError(
    "not-an-sla",
    `${show(sla)} given to ${what}; expected a policy. Make one with defineSla.`,
    { given: show(sla) },
  );
}

/** A target of a policy by its name. @throws {CoreHoursError} `target-unknown` if the policy does not have it. */
export function targetNamed(sla: Sla, name: string): Target {
  const target = typeof name === "string" ? own(sla.targets, name) : undefined;
  if (target) return target;
  throw new CoreHoursError(
    "target-unknown",
    `${show(name)} is not a target of policy "${sla.id}"; it has ${showNames(Object.keys(sla.targets))}.`,
    { given: show(name) },
  );
}

function isSla(sla: unknown): sla is Sla {
  if (!isJsonObject(sla)) return false;
  const { targets, calendars, toJSON } = sla;
  return (
    isJsonObject(targets) &&
    isJsonObject(calendars) &&
    typeof toJSON === "function" &&
    Object.values(targets).every((target) => target instanceof Target) &&
    Object.values(calendars).every((calendar) => calendar instanceof WorkingCalendar)
  );
}
