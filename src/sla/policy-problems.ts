import { calendarProblems } from "../calendar/definition";
import { type DefinitionProblem, problemsIn, under } from "../calendar/definition-error";
import { show } from "../calendar/show";
import { isZoneName } from "../calendar/zone";
import { allowanceSchemaFor, policySchema } from "./policy";

/** What a policy may refer to by name. */
export interface KnownNames {
  readonly calendars: readonly string[];
  readonly divisions: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Every problem in what should be a policy, its calendars and allowances included. */
export function policyProblems(value: unknown, known: KnownNames): DefinitionProblem[] {
  const problems = problemsIn(policySchema, value);
  if (!isObject(value)) return problems;
  const calendars = isObject(value["calendars"]) ? value["calendars"] : {};
  for (const [key, calendar] of Object.entries(calendars)) {
    problems.push(...under(["calendars", key], calendarRefProblems(calendar, known)));
  }
  const zone = value["timeZone"];
  if (typeof zone === "string" && !isZoneName(zone)) {
    problems.push({
      path: ["timeZone"],
      message: `${show(zone)} given; expected an IANA zone such as "Europe/London"`,
    });
  }
  const severities = listOf(value["severities"]);
  const targets = isObject(value["targets"]) ? value["targets"] : {};
  for (const [key, target] of Object.entries(targets)) {
    if (!isObject(target)) continue;
    problems.push(
      ...under(["targets", key], targetProblems(target, Object.keys(calendars), severities)),
    );
  }
  return problems;
}

function calendarRefProblems(value: unknown, known: KnownNames): DefinitionProblem[] {
  if (typeof value !== "string") return calendarProblems(value, known.divisions);
  if (known.calendars.includes(value)) return [];
  const message = `${show(value)} given; expected a definition, or one of ${known.calendars.join(", ")}`;
  return [{ path: [], message }];
}

function targetProblems(
  target: Json,
  calendars: readonly string[],
  severities: readonly string[] | undefined,
): DefinitionProblem[] {
  const problems = statesInTwoPlaces(target);
  const allowance = target["allowance"];
  if (!isObject(allowance)) return problems;
  if (allowanceSchemaFor(allowance)) {
    return [...problems, ...under(["allowance"], allowanceProblems(allowance, calendars))];
  }
  for (const [severity, each] of Object.entries(allowance)) {
    const path = ["allowance", severity];
    if (severities && !severities.includes(severity)) {
      const message = `unknown severity; the policy has ${severities.join(", ")}`;
      problems.push({ path, message });
    }
    problems.push(...under(path, allowanceProblems(each, calendars)));
  }
  if (Object.keys(allowance).length === 0) {
    problems.push({ path: ["allowance"], message: "expected an allowance, or one by severity" });
  }
  return [...problems, ...mixedUnits(target, Object.values(allowance))];
}

function allowanceProblems(value: unknown, calendars: readonly string[]): DefinitionProblem[] {
  const schema = allowanceSchemaFor(value);
  if (!schema) {
    const message = `${show(value)} given; expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }`;
    return [{ path: [], message }];
  }
  const problems = problemsIn(schema, value);
  const calendar = isObject(value) ? value["calendar"] : undefined;
  if (typeof calendar === "string" && !calendars.includes(calendar)) {
    const named = calendars.length > 0 ? calendars.join(", ") : "none";
    const message = `${show(calendar)} given; expected a calendar of the policy (${named})`;
    problems.push({ path: ["calendar"], message });
  }
  return problems;
}

/** A state can do only one thing to one clock. */
function statesInTwoPlaces(target: Json): DefinitionProblem[] {
  const roles = new Map<string, string>();
  const problems: DefinitionProblem[] = [];
  for (const role of ["runs", "pauses", "stops", "cancels"]) {
    for (const [i, state] of (listOf(target[role]) ?? []).entries()) {
      const other = roles.get(state);
      if (other !== undefined) {
        problems.push({ path: [role, i], message: `${show(state)} is already under "${other}"` });
      }
      roles.set(state, role);
    }
  }
  return problems;
}

/** What was used of hours cannot be carried over to days. */
function mixedUnits(target: Json, allowances: readonly unknown[]): DefinitionProblem[] {
  const carries = (target["onSeverityChange"] ?? "carry-elapsed") === "carry-elapsed";
  const inTime = allowances.filter(
    (each) => isObject(each) && ("hours" in each || "minutes" in each),
  );
  if (!carries || inTime.length === 0 || inTime.length === allowances.length) return [];
  const message =
    'time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit';
  return [{ path: ["onSeverityChange"], message }];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}
