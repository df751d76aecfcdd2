import type { AllowanceDefinition, Sla, Target, TargetDefinition } from "../index";
import { HOUR_MS, MINUTE_MS } from "../timeline/units";
import { allowancesBySeverity } from "./allowances";
import { fingerprintOf } from "./fingerprint";
import { type Dates, type Measure, measureOf, spanOf } from "./measures";
import type { DayCounting } from "./pieces";
import { SqlRefusal } from "./refusal";
import type {
  AllowanceRow,
  MeasureRow,
  PieceRow,
  SeverityRow,
  StateRow,
  TargetRow,
} from "./schema";
import { refusalsOf } from "./unsupported";

/** A policy as rows of the tables. */
export interface PolicyTables {
  readonly measures: readonly MeasureRow[];
  readonly pieces: readonly PieceRow[];
  readonly targets: readonly TargetRow[];
  readonly allowances: readonly AllowanceRow[];
  readonly severities: readonly SeverityRow[];
  readonly states: readonly StateRow[];
}

/**
 * A policy as rows of the tables.
 *
 * @param dates the exported dates of its calendars
 * @param targets which of its targets; all by default
 * @throws {SqlRefusal} if SQL cannot do some of it; the refusal names each part.
 */
export function tablesOf(
  sla: Sla,
  dates: Dates,
  targets: readonly Target[] = all(sla),
): PolicyTables {
  const reasons = refusalsOf(sla, targets);
  if (reasons.length > 0) throw new SqlRefusal(reasons);
  const measures = new Map<string, Measure>();
  const measureFor = (allowance: AllowanceDefinition) => {
    // Civil time has been refused.
    const { calendar: name } = allowance as { readonly calendar: string };
    const counting = countingOf(allowance);
    const key = JSON.stringify([name, counting]);
    // Every calendar that an allowance names is one of the policy.
    const calendar = sla.calendars[name] as NonNullable<(typeof sla.calendars)[string]>;
    const measure = measures.get(key) ?? measureOf(calendar, counting, spanOf(calendar, dates));
    measures.set(key, measure);
    return measure.row.measure;
  };
  const rows = targets.map((target) => rowsOf(sla.id, target, measureFor));
  // Two calendars of the same hours may be one measure.
  const distinct = new Map([...measures.values()].map((each) => [each.row.measure, each]));
  return {
    measures: [...distinct.values()].map(({ row }) => row),
    pieces: [...distinct.values()].flatMap(({ pieces }) => pieces),
    targets: rows.map(({ target }) => target),
    allowances: rows.flatMap(({ allowances }) => allowances),
    severities: rows.flatMap(({ severities }) => severities),
    states: rows.flatMap(({ states }) => states),
  };
}

function all(sla: Sla): readonly Target[] {
  return Object.values(sla.targets);
}

/** The rows of one target, before the number of its rule is added. */
function rowsOf(
  policy: string,
  target: Target,
  measureFor: (allowance: AllowanceDefinition) => number,
) {
  const { definition } = target;
  const { tie, atDue, onSeverityChange, onReopen } = target.choices;
  const graded = allowancesBySeverity(target);
  const kinds = [...new Set(graded ? graded.values() : [definition.allowance])];
  const allowances = kinds.map((each, i) => ({
    code: i + 1,
    // The single allowance of a target that is not graded.
    measure: measureFor(each as AllowanceDefinition),
    amount: amountOf(each as AllowanceDefinition),
    tie: isDays(each as AllowanceDefinition) ? "close" : tie,
  }));
  const codeOf = (severity: string) => {
    if (graded === null) return 1;
    const allowance = graded.get(severity);
    return allowance === undefined ? 0 : kinds.indexOf(allowance) + 1;
  };
  const names = new Set([...(target.severities ?? []), ...(graded?.keys() ?? [])]);
  const severities = [...names]
    .filter((name) => target.severities?.has(name) ?? true)
    .map((severity) => ({ severity, code: codeOf(severity) }));
  const states = [...target.states].map((state) => ({ state, role: roleOf(definition, state) }));
  const row = {
    policy,
    target: target.id,
    ungraded_code: graded === null ? 1 : 0,
    unlisted_code: target.severities !== null ? -1 : graded === null ? 1 : 0,
    at_due: atDue,
    on_severity_change: onSeverityChange,
    on_reopen: onReopen,
    allowances: allowances.length,
    severities: severities.length,
    states: states.length,
  };
  const rule = fingerprintOf(JSON.stringify([row, allowances, severities, states]));
  return {
    target: { ...row, rule },
    allowances: allowances.map((each) => ({ rule, ...each })),
    severities: severities.map((each) => ({ rule, ...each })),
    states: states.map((each) => ({ rule, ...each })),
  };
}

function roleOf(definition: TargetDefinition, state: string): StateRow["role"] {
  const roles = ["runs", "pauses", "stops", "cancels"] as const;
  return roles.find((role) => definition[role]?.includes(state)) ?? "nothing";
}

function isDays(allowance: AllowanceDefinition): boolean {
  return "workingDays" in allowance;
}

/** How an allowance counts days; null if it counts time. What SQL cannot do has been refused. */
function countingOf(allowance: AllowanceDefinition): DayCounting | null {
  if (!("workingDays" in allowance)) return null;
  const { due = "end-of-day", cutoff } = allowance;
  return { due: due as DayCounting["due"], cutoff };
}

function amountOf(allowance: AllowanceDefinition): number {
  if ("workingDays" in allowance) return allowance.workingDays;
  const { hours = 0, minutes = 0 } = allowance as { readonly hours?: number; minutes?: number };
  return Math.round(hours * HOUR_MS + minutes * MINUTE_MS);
}
