import { isJsonObject, type JsonObject, listIn } from "../../input/json";
import { type DefinitionProblem, under } from "../../input/problems";
import { show } from "../../input/show";
import { AGREED, allowanceSchemaFor } from "../allowance/definition";
import { escalationId } from "../reading/escalation-definition";
import { calendarNameProblems, severityProblems } from "./name-problems";

/** Names in the escalations of a target that the policy does not have, and names that are given twice. */
export function escalationProblems(
  target: JsonObject,
  calendars: readonly string[],
  severities: readonly string[] | undefined,
): DefinitionProblem[] {
  const found: DefinitionProblem[] = [];
  const named: { readonly id: string; readonly severities: readonly unknown[] | null }[] = [];
  for (const [i, each] of listIn(target["escalations"]).entries()) {
    if (!isJsonObject(each) || !isJsonObject(each["at"])) continue;
    const path = ["escalations", i];
    for (const key of ["before", "after"]) {
      const offset = each["at"][key];
      if (isJsonObject(offset))
        found.push(...offsetProblems(offset, target, calendars, [...path, "at", key]));
    }
    const own = Array.isArray(each["severities"]) ? each["severities"] : null;
    for (const [j, severity] of (own ?? []).entries()) {
      if (typeof severity !== "string") continue;
      found.push(...under([...path, "severities", j], severityProblems(severity, severities)));
    }
    // Its parts are checked by their schema, and any value can be shown.
    const id = escalationId(each as { at: object });
    const isTwice = named.some((other) => other.id === id && overlap(other.severities, own));
    if (isTwice) {
      const message = `${show(id)} names another escalation already; give each an "id" of its own`;
      found.push({ path: "id" in each ? [...path, "id"] : path, message });
    }
    named.push({ id, severities: own });
  }
  return found;
}

function offsetProblems(
  offset: JsonObject,
  target: JsonObject,
  calendars: readonly string[],
  path: readonly (string | number)[],
): DefinitionProblem[] {
  const { calendar } = offset;
  const unknown = calendarNameProblems(calendar, calendars);
  if (unknown.length > 0) return under([...path, "calendar"], unknown);
  const isCounted = offset["workingDays"] === undefined || calendar !== undefined;
  if (isCounted || !allowancesIn(target).some(isOnNoCalendar)) return [];
  const message =
    "missing; the allowance is on no calendar, so working days need one, such as one of the policy";
  return [{ path: [...path, "calendar"], message }];
}

/** The allowances of a target that has not been checked yet. */
function allowancesIn({ allowance }: JsonObject): readonly unknown[] {
  const isBySeverity = isJsonObject(allowance) && !allowanceSchemaFor(allowance);
  return isBySeverity ? Object.values(allowance) : [allowance];
}

function isOnNoCalendar(allowance: unknown): boolean {
  return allowance === AGREED || (isJsonObject(allowance) && !("calendar" in allowance));
}

/** Whether two escalations share a severity. */
function overlap(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return a === null || b === null || a.some((severity) => b.includes(severity));
}
