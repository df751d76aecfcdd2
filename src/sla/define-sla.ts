import {
  type CalendarOptions,
  calendarOf,
  newerOf,
  refuseUnnamed,
} from "../calendar/define-calendar";
import type { BankHolidays, CalendarDefinition } from "../calendar/definition/definition";
import { SHIPPED_CALENDARS } from "../calendar/definition/shipped";
import { DIVISIONS } from "../calendar/holidays/bank-holidays";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { frozenCopy } from "../input/frozen-copy";
import { mergePatch, objectIn } from "../input/json";
import { checkKeys, given } from "../input/options";
import {
  DefinitionError,
  type DefinitionProblem,
  nameOf,
  problemsIn,
  under,
} from "../input/problems";
import { showNames } from "../input/show";
import { type TabledZone, zoneNamed } from "../time/zone";
import { type AllowanceContext, calendarNamed, civilZoneName } from "./allowance/compile-allowance";
import { compileAttainment } from "./building-blocks/attainment";
import { type AvailabilityDefinition, measureMonth } from "./building-blocks/availability";
import type { EligibilityDefinition } from "./building-blocks/eligibility/definition";
import {
  type Eligibility,
  type EligibilityContext,
  judgeGrounds,
} from "./building-blocks/eligibility/eligibility";
import { compileForm } from "./building-blocks/forms";
import { compileMilestones } from "./building-blocks/milestones";
import { compileRecurrence } from "./building-blocks/recurrences";
import { compileWindow } from "./building-blocks/windows";
import { clausesOf } from "./clauses/clauses";
import { applyOptions, type Chosen, type OptionDefinition, optionsSchema } from "./clauses/options";
import { lifecycleStates } from "./lifecycle/definition";
import { compileLifecycle } from "./lifecycle/lifecycle";
import type { NamesOf } from "./names";
import { compileObligations, ignoreUnknown } from "./obligations/obligations";
import type { CheckedPolicy } from "./policy/checked";
import { obligationWords, type PolicyDefinition, usesCivilTime } from "./policy/policy";
import { policyProblems } from "./policy/problems";
import type { Availability, Sla } from "./sla";
import type { Asking } from "./target/asking";
import { CompiledTarget } from "./target/compiled-target";
import type { TargetDefinition } from "./target/definition";
import { slaForms } from "./target/sla-forms";
import { Target } from "./target/target";

/** What a policy may need beside its definition. */
export interface SlaOptions extends CalendarOptions {
  /** The reading to take for each of the policy's options; the default if none is named. */
  readonly choose?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Makes a policy ready for use.
 *
 * @param policy JSON; see {@link PolicyDefinition}. It is copied and never changed.
 * @param options `choose`: the readings to take where the policy has several; `bankHolidays`: newer
 *   lists than those shipped, for its calendars
 * @throws {DefinitionError} with every problem found, including those of its calendars.
 * @example
 * const sla = defineSla({
 *   id: "desk",
 *   calendars: { core: "nhsmail-core" },
 *   targets: {
 *     fix: { allowance: { hours: 8, calendar: "core" }, runs: ["open"], stops: ["done"] },
 *   },
 * });
 * sla.targets.fix.due("2026-11-20T17:00:00Z").toISO(); // "2026-11-23T10:00:00.000+00:00"
 */
export function defineSla<const P extends PolicyDefinition>(
  policy: P & CheckedPolicy<P>,
  options?: SlaOptions,
): Sla<NamesOf<P>> {
  checkKeys(options, ["choose", "bankHolidays"], "defineSla");
  // The type carries the names of the policy's parts.
  return definedSla(policy, options).sla as Sla<NamesOf<P>>;
}

/** The same, with what else a desk needs to know. @throws {DefinitionError} with every problem found. */
export function definedSla(policy: PolicyDefinition, options: SlaOptions | undefined): DefinedSla {
  const given = frozenCopy(policy, "policy");
  const newer = newerOf(options);
  refuse(given, under(["options"], problemsIn(optionsSchema().optional(), optionsIn(given))));
  const settled = withOptions(given, options);
  const divisions = [...DIVISIONS, ...newer.map(({ division }) => division)];
  refuse(
    given,
    policyProblems(settled.policy, { calendars: [...SHIPPED_CALENDARS.keys()], divisions }),
  );
  return slaOf(given, settled, newer);
}

/** A policy ready for use, and what a desk needs to know of it. */
export interface DefinedSla {
  readonly sla: Sla;
  readonly asking: Asking;
  readonly zone: TabledZone;
  /** Whether its dates could lie in several zones. */
  readonly hasSeveralZones: boolean;
}

/**
 * The same, for a policy that comes with the library. Only its options are checked. The tests check
 * what is the same for everybody, since checking it here would be half of what a first answer costs.
 */
export function shippedSla(policy: PolicyDefinition, options: SlaOptions): Sla {
  const given = frozenCopy(policy, "policy");
  const newer = newerOf(options);
  return slaOf(given, withOptions(given, options), newer).sla;
}

function refuse(policy: unknown, problems: readonly DefinitionProblem[]): void {
  if (problems.length > 0) throw new DefinitionError(nameOf("policy", policy), problems);
}

/** Makes a checked policy ready to be asked. */
function slaOf(given: unknown, settled: Settled, newer: readonly BankHolidays[]): DefinedSla {
  const { chosen, ambiguities } = settled;
  // It has passed every check.
  const checked = settled.policy as PolicyDefinition;
  const calendars = compileCalendars(checked.calendars ?? {}, newer);
  // Definitions have replaced the names of shipped calendars.
  const definitions = Object.values(checked.calendars ?? {}) as CalendarDefinition[];
  refuseUnnamed(newer, definitions, nameOf("policy", given));
  const context = { calendars, zone: zoneNamed(zoneOf(checked, calendars)) };
  const clauses = clausesOf(checked.clauses ?? {}, ambiguities, chosen);
  const words = {
    states: new Set([
      ...Object.values(checked.targets).flatMap(statesOf),
      ...(checked.states ?? []),
      ...lifecycleStates(checked.lifecycle),
      ...obligationWords(checked),
      ...(checked.derive ?? []).map(({ state }) => state),
    ]),
    severities: checked.severities ? new Set(checked.severities) : null,
  };
  // All targets share the words of the policy, however many targets and words there are.
  const shown = {
    states: new Set(words.states),
    severities: words.severities && new Set(words.severities),
  };
  const derive = checked.derive ?? null;
  const place = { policy: checked.id, context, words, shown, clauses, derive };
  const targets = compile(checked.targets, (each, id) => new CompiledTarget(id, each, place));
  const asking = { policy: checked.id, targets, states: words.states };
  const windows = compile(checked.windows, (each, id) => compileWindow(id, each, context));
  const milestones = compile(checked.milestones, (each, id) =>
    compileMilestones(id, each, context),
  );
  const recurrences = compile(checked.recurrences, (each, id) =>
    compileRecurrence(id, each, context),
  );
  const asked = compile(targets, (target) => new Target(target));
  const parts = { targets: asked, milestones, windows, recurrences };
  const known = { windows, contacts: checked.contacts ?? {} };
  const sla = Object.freeze({
    id: checked.id,
    title: checked.title ?? checked.id,
    calendars: Object.freeze(Object.fromEntries(calendars)),
    clauses,
    chosen: Object.freeze(chosen),
    ...parts,
    ...slaForms(asking),
    eligibility: compile(checked.eligibility, (each, id) => eligibilityOf(each, id, known)),
    lifecycle: compileLifecycle(checked.lifecycle, {
      policy: checked.id,
      zone: context.zone,
      words: { ...words, ignoresUnknown: ignoreUnknown(asked) },
      milestones,
      windows,
    }),
    obligations: compileObligations({
      definitions: checked,
      parts,
      zone: context.zone,
      words,
      derive,
    }),
    forms: compile(checked.forms, (each, id) => compileForm(id, each, context.zone)),
    attainment: compile(checked.attainment, (each, id) =>
      compileAttainment(id, each, context.zone),
    ),
    availability: compile(checked.availability, (each) => monthly(each, context)),
    toJSON: () =>
      newer.length > 0 ? standingAlone(checked, calendars) : withDefaults(given, chosen),
  });
  const zones = [...calendars.values()].map(({ timeZone }) => timeZone);
  const hasSeveralZones = civilZoneName(checked.timeZone, zones) === undefined;
  return { sla, asking, zone: context.zone, hasSeveralZones };
}

function eligibilityOf(
  definition: EligibilityDefinition,
  id: string,
  known: EligibilityContext,
): Eligibility {
  return (input) => judgeGrounds(id, definition, input, known);
}

function monthly(definition: AvailabilityDefinition, context: AllowanceContext): Availability {
  const calendar = calendarNamed(definition.calendar, context);
  return (input) => {
    const { test } = given(input, '{ month: "2026-11", outages: [] }');
    return measureMonth(calendar, test === undefined ? definition : { ...definition, test }, input);
  };
}

/** Each part of a policy made ready to be asked, under its own name. */
function compile<D, C>(
  definitions: Readonly<Record<string, D>> | undefined,
  make: (definition: D, id: string) => C,
): Readonly<Record<string, C>> {
  const entries = Object.entries(definitions ?? {});
  return Object.freeze(Object.fromEntries(entries.map(([id, each]) => [id, make(each, id)])));
}

/** A policy with a reading taken for each of its options. */
interface Settled {
  readonly policy: unknown;
  readonly chosen: Chosen;
  readonly ambiguities: Readonly<Record<string, OptionDefinition>>;
}

function optionsIn(policy: unknown): unknown {
  return objectIn(policy)["options"];
}

/** The policy with its options chosen. The calendars that it names stand in it and can be patched. */
function withOptions(policyGiven: unknown, options: SlaOptions | undefined): Settled {
  // The options have passed every check.
  const ambiguities = (optionsIn(policyGiven) ?? {}) as Settled["ambiguities"];
  const choose = given(options?.choose, '{ division: "scotland" }');
  const { policy, chosen } = applyOptions(withCalendars(policyGiven), ambiguities, choose);
  // A reading may name a shipped calendar too.
  return { policy: frozenCopy(withCalendars(policy), "policy"), chosen, ambiguities };
}

/** The policy with definitions in place of the names of shipped calendars. */
function withCalendars(given: unknown): unknown {
  const entries = Object.entries(objectIn(objectIn(given)["calendars"])).flatMap(
    ([name, calendar]) => {
      const shipped = typeof calendar === "string" ? SHIPPED_CALENDARS.get(calendar) : undefined;
      return shipped ? [[name, shipped] as const] : [];
    },
  );
  return entries.length > 0 ? mergePatch(given, { calendars: Object.fromEntries(entries) }) : given;
}

/**
 * The policy with the given bank holidays in its calendars, which makes it stand alone. Its options
 * are settled, since choosing again would replace those calendars.
 */
function standingAlone(
  { options: _, ...policy }: PolicyDefinition,
  calendars: ReadonlyMap<string, WorkingCalendar>,
): PolicyDefinition {
  const definitions = [...calendars].map(([name, calendar]) => [name, calendar.toJSON()] as const);
  return { ...policy, calendars: Object.fromEntries(definitions) };
}

/** The policy as it was given, with the chosen readings as its defaults. */
function withDefaults(given: unknown, chosen: Chosen): PolicyDefinition {
  const defaults = Object.entries(chosen).map(([name, value]) => [name, { default: value }]);
  const patch = defaults.length > 0 ? { options: Object.fromEntries(defaults) } : {};
  // A policy with another default is still a policy.
  return mergePatch(given, patch) as PolicyDefinition;
}

function compileCalendars(
  calendars: Readonly<Record<string, CalendarDefinition | string>>,
  newer: readonly BankHolidays[],
): ReadonlyMap<string, WorkingCalendar> {
  return new Map(
    Object.entries(calendars).map(([name, definition]) => [
      name,
      // It was checked with the policy, and definitions replaced the names of shipped calendars.
      calendarOf({ id: name, ...(definition as CalendarDefinition) }, newer),
    ]),
  );
}

/** The zone of civil days. */
function zoneOf(policy: PolicyDefinition, calendars: ReadonlyMap<string, WorkingCalendar>): string {
  const zones = [...calendars.values()].map(({ timeZone }) => timeZone);
  const zone = civilZoneName(policy.timeZone, zones);
  if (zone !== undefined) return zone;
  if (!usesCivilTime(policy)) return zones[0] ?? "";
  throw new DefinitionError(`policy "${policy.id}"`, [
    {
      path: ["timeZone"],
      message: `missing; calendar days, weeks and months need a zone, and the calendars have several (${showNames(new Set(zones))})`,
    },
  ]);
}

function statesOf(target: TargetDefinition): readonly string[] {
  return [...target.runs, ...(target.pauses ?? []), ...target.stops, ...(target.cancels ?? [])];
}
