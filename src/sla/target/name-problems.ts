import type { DefinitionProblem } from "../../input/problems";
import { show, showNames } from "../../input/show";

/** The problem of a severity that the policy does not have, if it lists its severities. */
export function severityProblems(
  severity: string,
  severities: readonly string[] | undefined,
): DefinitionProblem[] {
  if (severities === undefined || severities.includes(severity)) return [];
  return [{ path: [], message: `unknown severity; the policy has ${showNames(severities)}` }];
}

/** The problem of a name that is not that of a calendar of the policy. */
export function calendarNameProblems(
  value: unknown,
  calendars: readonly string[],
): DefinitionProblem[] {
  if (typeof value !== "string" || calendars.includes(value)) return [];
  const message = `${show(value)} given; expected a calendar of the policy (${showNames(calendars)})`;
  return [{ path: [], message }];
}
