import { DIVISIONS } from "../calendar/bank-holidays";
import { type CalendarOptions, defineCalendar } from "../calendar/define-calendar";
import type { CalendarDefinition } from "../calendar/definition";
import { DefinitionError } from "../calendar/definition-error";
import { frozenCopy } from "../calendar/frozen-copy";
import { SHIPPED_CALENDARS } from "../calendar/shipped";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { zoneNamed } from "../calendar/zone";
import { civilZoneName } from "./allowance";
import { type PolicyDefinition, type TargetDefinition, usesCivilTime } from "./policy";
import { policyProblems } from "./policy-problems";
import { Target } from "./target";

/** A policy that can be asked: its calendars and its targets. Immutable. */
export interface Sla<T extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly calendars: Readonly<Record<string, WorkingCalendar>>;
  readonly targets: Readonly<Record<T, Target>>;
  /** The policy it was made of. */
  toJSON(): PolicyDefinition;
}

/**
 * Makes a policy ready to be asked.
 *
 * @param policy JSON; see {@link PolicyDefinition}. It is copied, never changed.
 * @param options bank holidays newer than those shipped, for the calendars of the policy
 * @throws {DefinitionError} with every problem found, those of its calendars included.
 * @example
 * const sla = defineSla({
 *   id: "desk",
 *   calendars: { core: "nhsmail-core" },
 *   targets: {
 *     fix: { allowance: { hours: 8, calendar: "core" }, runs: ["open"], stops: ["done"] },
 *   },
 * });
 * sla.targets.fix?.due("2026-11-20T17:00:00Z").toISO(); // "2026-11-23T10:00:00.000+00:00"
 */
export function defineSla<const P extends PolicyDefinition>(
  policy: P,
  options: CalendarOptions = {},
): Sla<Extract<keyof P["targets"], string>> {
  const copy = frozenCopy(policy, "policy");
  const problems = policyProblems(copy, {
    calendars: [...SHIPPED_CALENDARS.keys()],
    divisions: [...DIVISIONS, ...(options.bankHolidays ?? []).map(({ division }) => division)],
  });
  if (problems.length > 0) throw new DefinitionError(nameOf(copy), problems);
  // Nothing was wrong with it, so that it is the policy it was given as.
  const checked = copy as P;
  const calendars = compileCalendars(checked.calendars ?? {}, options);
  const context = { calendars, zone: zoneNamed(zoneOf(checked, calendars)) };
  const targets = Object.entries<TargetDefinition>(checked.targets);
  const words = {
    states: new Set(targets.flatMap(([, target]) => statesOf(target))),
    severities: checked.severities ? new Set(checked.severities) : null,
  };
  return Object.freeze({
    id: checked.id,
    title: checked.title ?? checked.id,
    calendars: Object.freeze(Object.fromEntries(calendars)),
    targets: Object.freeze(
      // The keys are those of the policy, which its type carries.
      Object.fromEntries(
        targets.map(([id, target]) => [id, new Target(id, target, context, words)]),
      ) as Record<Extract<keyof P["targets"], string>, Target>,
    ),
    toJSON: () => checked,
  });
}

function compileCalendars(
  calendars: Readonly<Record<string, CalendarDefinition | string>>,
  options: CalendarOptions,
): ReadonlyMap<string, WorkingCalendar> {
  return new Map(
    Object.entries(calendars).map(([name, given]) => {
      const definition = typeof given === "string" ? SHIPPED_CALENDARS.get(given) : given;
      // A name that is not that of a shipped calendar is a problem found before.
      return [name, defineCalendar({ id: name, ...(definition as CalendarDefinition) }, options)];
    }),
  );
}

/** The zone of civil days. */
function zoneOf(policy: PolicyDefinition, calendars: ReadonlyMap<string, WorkingCalendar>): string {
  const zones = [...calendars.values()].map(({ timeZone }) => timeZone);
  const zone = civilZoneName(policy.timeZone, zones);
  if (zone !== undefined) return zone;
  if (!Object.values(policy.targets).some(usesCivilTime)) return zones[0] ?? "";
  throw new DefinitionError(`policy "${policy.id}"`, [
    {
      path: ["timeZone"],
      message: `missing; calendar days, weeks and months need a zone, and the calendars have several (${zones.join(", ")})`,
    },
  ]);
}

function statesOf(target: TargetDefinition): readonly string[] {
  return [...target.runs, ...(target.pauses ?? []), ...target.stops, ...(target.cancels ?? [])];
}

function nameOf(policy: unknown): string {
  const named = typeof policy === "object" && policy !== null && "id" in policy;
  return named && typeof policy.id === "string" ? `policy "${policy.id}"` : "policy";
}
