import { calendarProblems } from "../../calendar/definition/check-definition";
import { isJsonObject, type JsonObject, listIn, objectIn } from "../../input/json";
import { type DefinitionProblem, problemsIn, under } from "../../input/problems";
import { show, showNames } from "../../input/show";
import { isZoneName } from "../../time/zone";
import { zoneProblem } from "../../time/zone-names";
import { AGREED, allowanceSchemaFor } from "../allowance/definition";
import { lifecycleProblems } from "../lifecycle/definition";
import { escalationProblems } from "../target/escalation-problems";
import { calendarNameProblems, severityProblems } from "../target/name-problems";
import { policySchema } from "./policy";

/** What a policy may name that comes with the library; definitions have replaced the names of calendars. */
export interface KnownNames {
  readonly calendars: readonly string[];
  readonly divisions: readonly string[];
}

/** Every problem in a value that should be a policy, including its calendars and allowances. */
export function policyProblems(value: unknown, known: KnownNames): DefinitionProblem[] {
  const problems = problemsIn(policySchema(), value);
  if (!isJsonObject(value)) return problems;
  const calendars = objectIn(value["calendars"]);
  const names = Object.keys(calendars);
  const severities = Array.isArray(value["severities"])
    ? textsIn(value["severities"]).map(([, severity]) => severity)
    : undefined;
  return [
    ...problems,
    ...Object.entries(calendars).flatMap(([key, calendar]) =>
      under(["calendars", key], calendarRefProblems(calendar, known)),
    ),
    ...zoneProblems(value["timeZone"]),
    ...partsOf(value, "targets").flatMap(([key, target]) =>
      under(["targets", key], targetProblems(target, names, severities)),
    ),
    ...partProblems(value, names),
    ...eligibilityProblems(value),
    ...attainmentProblems(value, severities),
    ...furtherClauseProblems(value),
    ...lifecycleProblems(value),
    ...clauseProblems(value, value["clauses"]),
  ];
}

function zoneProblems(zone: unknown): DefinitionProblem[] {
  if (typeof zone !== "string" || isZoneName(zone)) return [];
  const message = `${show(zone)} given; ${zoneProblem(zone)}`;
  return [{ path: ["timeZone"], message }];
}

/** The problems of the allowances and calendars outside the targets. */
function partProblems(policy: JsonObject, calendars: readonly string[]): DefinitionProblem[] {
  const found: DefinitionProblem[][] = [];
  const allowance = (path: readonly (string | number)[], value: unknown) => {
    if (value !== undefined) found.push(under(path, allowanceProblems(value, calendars)));
  };
  const calendar = (path: readonly (string | number)[], value: unknown) => {
    found.push(under(path, calendarNameProblems(value, calendars)));
  };
  for (const [name, each] of partsOf(policy, "milestones")) {
    for (const [i, step] of objectsIn(each["steps"])) {
      const path = ["milestones", name, "steps", i];
      allowance([...path, "after"], step["after"]);
      calendar([...path, "rollTo"], step["rollTo"]);
    }
  }
  for (const [name, each] of partsOf(policy, "windows")) {
    const ways = listIn(each["anyOf"]);
    found.push(under(["windows", name, "events"], eventProblems(each["events"], ways)));
    for (const [i, limits] of ways.entries()) {
      for (const [j, limit] of objectsIn(limits)) {
        allowance(["windows", name, "anyOf", i, j, "within"], limit["within"]);
      }
    }
  }
  for (const [name, each] of partsOf(policy, "recurrences")) {
    allowance(["recurrences", name, "every"], each["every"]);
  }
  for (const [name, each] of partsOf(policy, "availability")) {
    calendar(["availability", name, "calendar"], each["calendar"]);
  }
  return found.flat();
}

/** Events that have states, although no limit of the window counts from them. */
function eventProblems(events: unknown, ways: readonly unknown[]): DefinitionProblem[] {
  if (!isJsonObject(events)) return [];
  const limits = ways.flatMap((way) => objectsIn(way).map(([, limit]) => limit));
  const known = limits.flatMap(({ from = "start", of }) => [from, of]);
  return Object.keys(events)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const names = showNames(known.filter((each) => typeof each === "string"));
      return {
        path: [name],
        message: `unknown event; the limits of the window count from ${names}`,
      };
    });
}

/** Targets and severities that an attainment names but the policy does not have. */
function attainmentProblems(
  policy: JsonObject,
  severities: readonly string[] | undefined,
): DefinitionProblem[] {
  const targets = new Set(partsOf(policy, "targets").map(([name]) => name));
  return partsOf(policy, "attainment").flatMap(([name, each]) => {
    const path = ["attainment", name];
    const { target } = each;
    const unknown = textsIn(each["severities"]).flatMap(([i, severity]) =>
      under([...path, "severities", i], severityProblems(severity, severities)),
    );
    if (typeof target !== "string" || targets.has(target)) return unknown;
    const message = `${show(target)} given; expected one of the targets of the policy (${showNames(targets)})`;
    return [{ path: [...path, "target"], message }, ...unknown];
  });
}

/** Clauses that a target names for an occasion and that are missing from the register, if there is one. */
function furtherClauseProblems(policy: JsonObject): DefinitionProblem[] {
  const register = policy["clauses"];
  if (!isJsonObject(register)) return [];
  return partsOf(policy, "targets").flatMap(([target, { clausesFor }]) =>
    Object.entries(objectIn(clausesFor)).flatMap(([occasion, ids]) =>
      textsIn(ids)
        .filter(([, id]) => !Object.hasOwn(register, id))
        .map(([i, id]) => ({
          path: ["targets", target, "clausesFor", occasion, i],
          message: `${show(id)} given; expected a clause of the policy`,
        })),
    ),
  );
}

/** Targets, windows and contacts that an eligibility names but the policy does not have. */
function eligibilityProblems(policy: JsonObject): DefinitionProblem[] {
  const found: DefinitionProblem[] = [];
  const namesOf = (kind: string) => new Set(partsOf(policy, kind).map(([name]) => name));
  const known = {
    targets: namesOf("targets"),
    windows: namesOf("windows"),
    contacts: namesOf("contacts"),
    calendars: new Set(Object.keys(objectIn(policy["calendars"]))),
  };
  const check = (kind: keyof typeof known, path: readonly (string | number)[], name: unknown) => {
    if (typeof name !== "string" || known[kind].has(name)) return;
    const message = `${show(name)} given; expected one of the ${kind} of the policy (${showNames(known[kind])})`;
    found.push({ path, message });
  };
  const all = (path: readonly (string | number)[], list: unknown) => {
    for (const [i, name] of textsIn(list)) check("contacts", [...path, i], name);
  };
  for (const [id, each] of partsOf(policy, "eligibility")) {
    all(["eligibility", id, "otherwise"], each["otherwise"]);
    for (const [i, ground] of objectsIn(each["anyOf"])) {
      const path = ["eligibility", id, "anyOf", i];
      check("targets", [...path, "target"], ground["target"]);
      check("calendars", [...path, "routed", "calendar"], objectIn(ground["routed"])["calendar"]);
      all([...path, "tell"], ground["tell"]);
      for (const [j, condition] of objectsIn(ground["all"])) {
        check("windows", [...path, "all", j, "inWindow"], condition["inWindow"]);
        for (const [k, one] of objectsIn(condition["any"])) {
          check("windows", [...path, "all", j, "any", k, "inWindow"], one["inWindow"]);
        }
      }
    }
  }
  return found;
}

/** The parts of a policy in which a key "clause" does not refer to the register. */
const NO_CLAUSES_IN = ["calendars", "source", "clauses", "options"];

/** Clauses that are named anywhere in a policy but missing from its register, if it has one. */
function clauseProblems(
  value: unknown,
  register: unknown,
  path: readonly (string | number)[] = [],
): DefinitionProblem[] {
  if (!isJsonObject(register) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (path.length === 0 && NO_CLAUSES_IN.includes(key)) return [];
    if (key !== "clause") return clauseProblems(inner, register, here);
    const ids = isJsonObject(inner) ? Object.values(inner) : [inner];
    return ids
      .filter((id) => typeof id === "string" && !Object.hasOwn(register, id))
      .map((id) => ({ path: here, message: `${show(id)} given; expected a clause of the policy` }));
  });
}

function partsOf(policy: JsonObject, kind: string): readonly (readonly [string, JsonObject])[] {
  return Object.entries(objectIn(policy[kind])).map(([name, part]) => [name, objectIn(part)]);
}

function objectsIn(list: unknown): readonly (readonly [number, JsonObject])[] {
  return listIn(list).map((item, i) => [i, objectIn(item)]);
}

function calendarRefProblems(value: unknown, known: KnownNames): DefinitionProblem[] {
  if (typeof value !== "string") return calendarProblems(value, known.divisions);
  // Definitions have replaced the names of shipped calendars, so this is another name.
  const message = `${show(value)} given; expected a definition, or one of ${showNames(known.calendars)}`;
  return [{ path: [], message }];
}

function targetProblems(
  target: JsonObject,
  calendars: readonly string[],
  severities: readonly string[] | undefined,
): DefinitionProblem[] {
  const problems = [
    ...statesInTwoPlaces(target),
    ...pushedAnew(target),
    ...escalationProblems(target, calendars, severities),
    ...["reopenWithin", "pauseLimit"].flatMap((key) =>
      target[key] === undefined ? [] : under([key], allowanceProblems(target[key], calendars)),
    ),
  ];
  const allowance = target["allowance"];
  problems.push(...unagreed(target, allowance));
  if (!isJsonObject(allowance)) return problems;
  if (allowanceSchemaFor(allowance)) {
    return [...problems, ...under(["allowance"], allowanceProblems(allowance, calendars))];
  }
  if (Object.keys(allowance).length === 0 && target["unstated"] === undefined) {
    problems.push({ path: ["allowance"], message: "expected an allowance, or one by severity" });
  }
  const bySeverity = Object.entries(allowance).flatMap(([severity, each]) =>
    under(
      ["allowance", severity],
      [
        ...severityProblems(severity, severities),
        ...(each === null || each === AGREED ? [] : allowanceProblems(each, calendars)),
      ],
    ),
  );
  const promised = Object.values(allowance).filter((each) => each !== null && each !== AGREED);
  return [...problems, ...bySeverity, ...mixedUnits(target, promised)];
}

function allowanceProblems(value: unknown, calendars: readonly string[]): DefinitionProblem[] {
  const schema = allowanceSchemaFor(value);
  if (!schema) {
    const message = `${show(value)} given; expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }`;
    return [{ path: [], message }];
  }
  const problems = problemsIn(schema(), value);
  const { calendar } = objectIn(value);
  return [...problems, ...under(["calendar"], calendarNameProblems(calendar, calendars))];
}

/** A state can do only one thing to one clock. */
function statesInTwoPlaces(target: JsonObject): DefinitionProblem[] {
  const roles = new Map<string, string>();
  const problems: DefinitionProblem[] = [];
  for (const role of ["runs", "pauses", "stops", "cancels"]) {
    for (const [i, state] of textsIn(target[role])) {
      const other = roles.get(state);
      if (other !== undefined) {
        problems.push({ path: [role, i], message: `${show(state)} is already under "${other}"` });
      }
      roles.set(state, role);
    }
  }
  return problems;
}

/** If only an agreed date is promised, agreed dates cannot be ignored. */
function unagreed(target: JsonObject, allowance: unknown): DefinitionProblem[] {
  if (target["agreedDates"] !== "ignore") return [];
  const all = isJsonObject(allowance) ? Object.values(allowance) : [allowance];
  if (!all.includes(AGREED)) return [];
  const message =
    '"ignore" given; the target promises an agreed date (allowance: "agreed"), so leave agreedDates out';
  return [{ path: ["agreedDates"], message }];
}

/** If a count is measured again, it has no due instant that pauses could have pushed on. */
function pushedAnew(target: JsonObject): DefinitionProblem[] {
  if (target["dayPauses"] !== "push" || target["onSeverityChange"] !== "retroactive") return [];
  const message =
    'pauses cannot push on what is measured anew; choose "carry-elapsed" or "restart" for onSeverityChange, or leave dayPauses out';
  return [{ path: ["dayPauses"], message }];
}

/** Time used of an allowance in hours cannot be carried over to days. */
function mixedUnits(target: JsonObject, allowances: readonly unknown[]): DefinitionProblem[] {
  const carries = (target["onSeverityChange"] ?? "carry-elapsed") === "carry-elapsed";
  const inTime = allowances.filter(
    (each) => isJsonObject(each) && ("hours" in each || "minutes" in each),
  );
  if (!carries || inTime.length === 0 || inTime.length === allowances.length) return [];
  const message =
    'time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit';
  return [{ path: ["onSeverityChange"], message }];
}

/** The texts of a list, each with its place in it; none if it is not a list. */
function textsIn(list: unknown): readonly (readonly [number, string])[] {
  return listIn(list).flatMap((item, i) => (typeof item === "string" ? [[i, item]] : []));
}
