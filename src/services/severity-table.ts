import type { PolicyDefinition, Sla, Target } from "../sla";
import { checkSlaGiven } from "../sla/given-sla";

/** One line of a table of severities: what a service promises for one of them. */
export interface SeverityRow {
  /** The target. For a ticket that is passed on without a clock, the name of the route. */
  readonly target: string;
  readonly title: string;
  /** `any` if one promise serves every severity; `other` for every severity that is not named. */
  readonly severity: string;
  /** `48 hours`, `30 working days`, `an agreed date`, `not published`. */
  readonly amount: string;
  /** The title of the calendar that counts it; null for civil time, and if nothing is counted. */
  readonly calendar: string | null;
  readonly clause: string | null;
  /** The states in which the clock pauses; none if the policy states no pause. */
  readonly pauses: readonly string[];
  /** On which grounds it may be escalated, and to whom, in that order. */
  readonly escalation: readonly string[];
  /** What else a person should know; null if nothing. */
  readonly note: string | null;
}

/**
 * What a service promises by severity, as the rows of a table: each target with its amounts, the calendar
 * they are counted on, the clause, the pauses and the way of escalation.
 *
 * A promise that the document leaves to the parties is `not published`, with the reason as its note.
 *
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy.
 * @example severityTable(nhsLogin())[0]?.amount // "4 hours"
 * @example severityTable(gpsoc()).map(({ severity }) => severity) // ["1", "2", "other", "any", "any"]
 */
export function severityTable(sla: Sla): readonly SeverityRow[] {
  checkSlaGiven(sla, "severityTable");
  const policy = sla.toJSON();
  const targets: readonly Target[] = Object.values(sla.targets);
  const rows = targets.flatMap((target) =>
    severitiesOf(target, policy).map((severity) => rowOf(sla, target, severity, policy)),
  );
  return Object.freeze([...rows, ...routedRows(sla, policy)]);
}

const ANY = "any";
const OTHER = "other";

function severitiesOf(
  { definition, promises }: Target,
  policy: PolicyDefinition,
): readonly string[] {
  if (definition.unstated === undefined || promises.length > 0) {
    return promises.map(({ severity }) => severity ?? ANY);
  }
  // The severities that an escalation tells apart, since nothing else names any.
  const grounds = policy.eligibility?.["escalation"]?.anyOf ?? [];
  const named = grounds.flatMap(({ all }) =>
    all.flatMap((each) => ("severityIn" in each ? each.severityIn : [])),
  );
  return [...new Set(named), OTHER];
}

function rowOf(sla: Sla, target: Target, severity: string, policy: PolicyDefinition): SeverityRow {
  const { id, title, definition, promises } = target;
  const amount = promises.find((each) => (each.severity ?? ANY) === severity)?.allowance;
  const clause =
    typeof definition.clause === "object" ? definition.clause[severity] : definition.clause;
  const isCounted = typeof amount === "object" && amount !== null && "calendar" in amount;
  const calendar = isCounted ? sla.calendars[amount.calendar] : undefined;
  return Object.freeze({
    target: id,
    title,
    severity,
    amount: amountText(amount),
    calendar: calendar ? (calendar.title ?? calendar.id) : null,
    clause: clause ?? null,
    pauses: Object.freeze([...(definition.pauses ?? [])]),
    escalation: Object.freeze(escalationOf(id, severity, policy)),
    note: noteOf(sla, target, amount),
  });
}

function noteOf(sla: Sla, { definition }: Target, amount: Promised): string | null {
  if (!amount) return definition.unstated ?? null;
  const inferred = (definition.clausesFor?.pause ?? []).filter((id) => sla.clauses[id]?.inferred);
  const isPauseInferred = (definition.pauses ?? []).length > 0 && inferred.length > 0;
  const notes = [
    ...(isPauseInferred ? [`the pause is inferred from ${inferred.join(" and ")}`] : []),
    // Only where the policy itself says so, since every ticket may have an agreed date.
    ...(definition.agreedDates === undefined ? [] : AGREED_NOTES[definition.agreedDates]),
  ];
  return notes.length === 0 ? null : notes.join("; ");
}

/** What an agreed date does to an amount. */
const AGREED_NOTES = {
  replaces: ["or the agreed date, in its place"],
  earlier: ["or the agreed date, if that is earlier"],
  later: ["or the agreed date, if that is later"],
  ignore: [],
} as const;

/** The grounds on which a target may be escalated for a severity, each with those who are told. */
function escalationOf(target: string, severity: string, policy: PolicyDefinition): string[] {
  const grounds = policy.eligibility?.["escalation"]?.anyOf ?? [];
  if (!grounds.some((ground) => ground.target === target)) return [];
  const applies = ({ all }: (typeof grounds)[number]) =>
    all.every(
      (each) => !("severityIn" in each) || severity === ANY || each.severityIn.includes(severity),
    );
  return grounds
    .filter((ground) => (ground.target ?? target) === target && applies(ground))
    .map(({ title, clause }) => (clause === undefined ? title : `${title} (${clause})`));
}

/** The tickets that are passed on at once and have no clock. */
function routedRows(sla: Sla, policy: PolicyDefinition): SeverityRow[] {
  return Object.entries(policy.eligibility ?? {}).flatMap(([id, { anyOf }]) =>
    anyOf.flatMap(({ id: ground, title, clause, routed, tell = [] }) => {
      if (routed === undefined) return [];
      const calendar = sla.calendars[routed.calendar];
      return [
        Object.freeze({
          target: id,
          title,
          severity: ground,
          amount: routed.when,
          calendar: calendar ? (calendar.title ?? calendar.id) : routed.calendar,
          clause: clause ?? null,
          pauses: Object.freeze([]),
          escalation: Object.freeze([]),
          note: `routed to ${told(tell, policy)}, without a clock that could be late`,
        }),
      ];
    }),
  );
}

/** The names of contacts, in their order. */
function told(tell: readonly string[], { contacts }: PolicyDefinition): string {
  return tell.map((name) => contacts?.[name]?.title ?? name).join(", then ");
}

/** What is promised to a severity; undefined if the document states no amount. */
type Promised = Target["promises"][number]["allowance"] | undefined;

function amountText(amount: Promised): string {
  if (amount === "agreed") return "an agreed date";
  if (amount === null) return "no promise";
  if (amount === undefined) return "not published";
  const units: readonly (readonly [key: string, one: string])[] = [
    ["months", "month"],
    ["weeks", "week"],
    ["calendarDays", "calendar day"],
    ["workingDays", "working day"],
    ["hours", "hour"],
    ["minutes", "minute"],
  ];
  const parts = units.flatMap(([key, one]) => {
    const n: unknown = Reflect.get(amount, key);
    return typeof n === "number" ? [`${n} ${n === 1 ? one : `${one}s`}`] : [];
  });
  return parts.join(" ");
}
