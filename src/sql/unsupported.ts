import type { AllowanceDefinition, Sla, Target } from "../index";
import { allowancesBySeverity } from "./allowances";

/** The keys of a policy that SQL readings follow, or do not depend on. */
const POLICY_KEYS = new Set([
  ...["$schema", "id", "title", "source", "timeZone", "calendars", "severities", "states"],
  ...["targets", "milestones", "windows", "recurrences", "eligibility", "availability"],
  ...["clauses", "options", "attainment", "contacts", "forms", "lifecycle"],
]);

/**
 * The same for a target. The tables have no agreed dates, so it does not matter what a target does with
 * them.
 */
const TARGET_KEYS = new Set([
  ...["title", "clause", "clausesFor", "allowance", "runs", "pauses", "stops", "cancels"],
  ...["tie", "atDue", "onSeverityChange", "onReopen", "warnAt", "escalations", "agreedDates"],
]);

/** The only value that SQL supports for each of these choices: the default. */
const ONLY: Readonly<Record<string, unknown>> = {
  onceBreached: "rejudge",
  dayPauses: "day-ends",
  onUnknownState: "refuse",
};

/** Keys of a target that affect only its irregularities, if a late re-opening still continues. */
const OF_LATE_REOPENINGS = new Set(["reopenWithin", "onLateReopen"]);

/** The most allowances of one target; their codes have three digits. */
const MOST_ALLOWANCES = 998;

/**
 * The parts of a policy that SQL cannot do, each by name and with what to do; empty if SQL can do all of
 * it.
 */
export function refusalsOf(sla: Sla, targets: readonly Target[]): readonly string[] {
  const ofPolicy = Object.entries(sla.toJSON())
    .filter(([key, value]) => value !== undefined && !POLICY_KEYS.has(key))
    .map(([key]) => `policy "${sla.id}": "${key}"; judge it with the library`);
  return [...ofPolicy, ...targets.flatMap(refusalsOfTarget)];
}

function refusalsOfTarget(target: Target): readonly string[] {
  const { id, definition } = target;
  const reasons: string[] = [];
  for (const [key, value] of Object.entries(definition)) {
    if (value === undefined || TARGET_KEYS.has(key) || ONLY[key] === value) continue;
    if (OF_LATE_REOPENINGS.has(key) && definition.onLateReopen === "go-on") continue;
    const instead = key in ONLY ? `choose ${JSON.stringify(ONLY[key])}` : "leave the target out";
    reasons.push(`"${key}": ${JSON.stringify(value)}; ${instead}`);
  }
  const graded = allowancesBySeverity(target);
  if (graded === null) {
    const why = whyNot(target.promises[0]?.allowance ?? null); // One for all.
    if (why !== null) reasons.push(why);
  } else if (graded.size > MOST_ALLOWANCES) {
    reasons.push(`${graded.size} allowances; ${MOST_ALLOWANCES} are the most`);
  }
  for (const [severity, allowance] of graded ?? []) {
    const why = whyNot(allowance);
    if (why !== null) reasons.push(`severity "${severity}": ${why}`);
  }
  return reasons.map((reason) => `target "${id}": ${reason}`);
}

/** The keys that SQL knows of an allowance of working days, and of one of working time. */
const DAY_KEYS = new Set(["workingDays", "calendar", "due", "cutoff"]);
const TIME_KEYS = new Set(["hours", "minutes", "calendar"]);

/** Why SQL cannot do an allowance; null if it can. */
function whyNot(allowance: AllowanceDefinition | "agreed" | null): string | null {
  if (allowance === null) return "no promise (null); leave the target out";
  if (allowance === "agreed") return 'an agreed date ("agreed"); leave the target out';
  if ("workingDays" in allowance) {
    if (allowance.workingDays === 0) return "0 working days; leave the target out";
    if (typeof allowance.due === "object") {
      return `working days due at ${allowance.due.at}; choose "end-of-day" or "close"`;
    }
    if (allowance.due !== "same-time") return unknownPart(allowance, DAY_KEYS);
    return 'working days due at the "same-time"; choose "end-of-day" or "close"';
  }
  if (!("calendar" in allowance)) {
    return `${Object.keys(allowance).join(", ")}, which are civil time; leave the target out`;
  }
  return unknownPart(allowance, TIME_KEYS);
}

/** The first part of an allowance that SQL does not know, by name; null if it knows them all. */
function unknownPart(allowance: AllowanceDefinition, known: ReadonlySet<string>): string | null {
  const part = Object.entries(allowance).find(
    ([name, value]) => value !== undefined && !known.has(name),
  );
  if (part === undefined) return null;
  return `an allowance with "${part[0]}": ${JSON.stringify(part[1])}; leave the target out`;
}
