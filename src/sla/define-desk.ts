import { type CalendarOptions, newerOf } from "../calendar/define-calendar";
import { frozenCopy } from "../input/frozen-copy";
import { canonicalJson } from "../input/hash";
import { isJsonObject } from "../input/json";
import { checkKeys, given } from "../input/options";
import {
  DefinitionError,
  type DefinitionProblem,
  nameOf,
  orProblems,
  problemsIn,
  under,
} from "../input/problems";
import { describe, show } from "../input/show";
import { type InstantLike, toEpochMs } from "../time/instant";
import { zoneNamed } from "../time/zone";
import { CoreHoursError } from "../timeline";
import { type HistoryEvent, readHistory } from "./clock/history";
import type { SpeltHistory } from "./clock/spelt";
import { type DefinedSla, definedSla } from "./define-sla";
import { choose, chosen, type DeskRow, factsOf, rowOf } from "./desk/choose";
import {
  type DeskDefinition,
  type DeskFile,
  type DeskPolicyDefinition,
  deskSchema,
} from "./desk/definition";
import { type DeskForms, deskForms } from "./desk/desk-forms";
import { type NamedService, policyOfRow } from "./desk/named-services";
import type { NamesOf, SeverityOf, StateOf } from "./names";
import type { Obligation, ObligationsOptions } from "./obligations/obligations";
import type { CheckedPolicy } from "./policy/checked";
import type { PolicyDefinition } from "./policy/policy";
import type { Sla } from "./sla";
import { asOfIn } from "./target/asked";
import { checkedTicket } from "./target/options";

/**
 * A policy of a desk as it is given: a definition, a policy that {@link defineSla} has made from one, or the
 * name of a service.
 */
export interface DeskPolicyInput extends Omit<DeskPolicyDefinition, "policy"> {
  readonly policy: PolicyDefinition | Sla | string;
  /** The options of the service that is named, as its own function takes them. */
  readonly options?: object | undefined;
}

/** What a desk may need besides itself. */
export interface DeskOptions extends CalendarOptions {
  /** The services that the desk may name, such as `SERVICES`; without them it can name none. */
  readonly services?: readonly NamedService[] | undefined;
}

/** A desk as it is given. */
export interface DeskInput extends Omit<DeskDefinition, "policies"> {
  readonly policies: readonly DeskPolicyInput[];
}

/** The names of the targets of all policies of a desk, if TypeScript has seen them written out. */
export type DeskTargets<D extends DeskInput> = D["policies"][number]["policy"] extends infer P
  ? P extends { readonly targets: infer T }
    ? Extract<keyof T, string>
    : string
  : string;

/** The names of a policy, whether it is ready or a definition that TypeScript has seen written out. */
type NamesIn<P> = P extends Sla<infer N> ? N : NamesOf<P extends string ? PolicyDefinition : P>;

type EachPolicy<D extends DeskInput> = D["policies"][number]["policy"];
type StatesIn<P> = P extends unknown ? StateOf<NamesIn<P>> : never;
type SeveritiesIn<P> = P extends unknown ? SeverityOf<NamesIn<P>> : never;

/** The states of the tickets of a desk, of whichever policy. */
export type DeskStates<D extends DeskInput> = StatesIn<EachPolicy<D>>;

/** The severities of the tickets of a desk, of whichever policy. */
export type DeskSeverities<D extends DeskInput> = SeveritiesIn<EachPolicy<D>>;

/** The type of a desk whose policies have only known keys, and name only their own parts. */
type CheckedDesk<D extends DeskInput> = { readonly policies: CheckedRows<D["policies"]> };
type CheckedRows<R extends readonly unknown[]> = { readonly [I in keyof R]: CheckedRow<R[I]> };
type CheckedRow<R> = {
  readonly [K in keyof R]: K extends "policy"
    ? R[K] extends Sla | string
      ? unknown
      : CheckedPolicy<R[K]>
    : K extends keyof DeskPolicyInput
      ? unknown
      : never;
};

/** Several policies, one of which applies to each ticket. Immutable. */
export interface Desk<
  N extends string = string,
  S extends string = string,
  V extends string = string,
> extends DeskForms<N, S, V> {
  readonly id: string;
  readonly title: string;
  /** The policies in the order in which they are tried. */
  readonly policies: readonly Sla[];
  /**
   * The policy of a ticket: the first that matches its fields; null if no policy matches.
   *
   * @param fields its fields by name; `state` and `severity` are fields too
   * @param options `openedAt`: when it was opened, if a policy has `from` or `until`
   * @throws {HistoryError} `opened-at-missing` if the policy depends on that and it is not given.
   */
  policyFor(
    fields: Readonly<Record<string, string>>,
    options?: { readonly openedAt?: InstantLike | undefined },
  ): Sla | null;
  /**
   * Everything that a ticket has begun under its policy; see `sla.obligations`.
   *
   * @throws {HistoryError} `policy-unmatched` if no policy of the desk matches the ticket.
   */
  obligations<const E extends HistoryEvent>(
    history: SpeltHistory<E, S, V>,
    options: ObligationsOptions<N>,
  ): readonly Obligation[];
  /** The desk it was made from, with the chosen readings as the defaults of its policies. */
  toJSON(): DeskDefinition;
}

/**
 * Makes a desk of several policies ready for use. A ticket's policy is the first that matches it.
 *
 * A ticket's policy depends on its fields and on the date on which it was opened: `from` and `until` are
 * the first and the last such date, in the zone of the desk or, if it has none, of the policy.
 *
 * @param desk JSON; see {@link DeskDefinition}. It is copied and never changed.
 * @param options `bankHolidays`: newer lists than those shipped, for the calendars of all policies;
 *   `services`: those that the desk may name in place of a policy, such as `SERVICES`
 * @throws {DefinitionError} with every problem found, including those of its policies, and services that are
 *   not among those given.
 * @example
 * const desk = defineDesk({
 *   policies: [
 *     { when: { customer: ["A"] }, until: "2027-03-31", policy: oldContract },
 *     { when: { customer: ["A"] }, policy: newContract },
 *     { policy: everybodyElse },
 *   ],
 * });
 * desk.policyFor({ customer: "B" })?.id; // "everybody-else"
 */
export function defineDesk<const D extends DeskInput>(
  desk: D & CheckedDesk<D>,
  options?: DeskOptions,
): Desk<DeskTargets<D>, DeskStates<D>, DeskSeverities<D>> {
  checkKeys(options, ["bankHolidays", "services"], "defineDesk");
  newerOf(options); // Throws unless they are a list of bank holidays.
  const services = servicesIn(options);
  const checked = checkedDesk(desk);
  const name = nameOf("desk", checked);
  const found: DefinitionProblem[] = [];
  const all = checked.policies.map((row, i) => {
    const path = ["policies", i];
    const policy = orProblems(() => policyOfRow(row, services), path, found);
    const define = () => policy && definedSla(policy, options);
    const defined = orProblems(define, [...path, "policy"], found);
    if (!policy || !defined) return undefined;
    found.push(...under(path, dateProblems(row, defined, checked.timeZone)));
    const zone = checked.timeZone === undefined ? defined.zone : zoneNamed(checked.timeZone);
    return rowOf({ ...row, policy }, defined.sla.id, defined, zone);
  });
  found.push(...sameIds(all));
  if (found.length > 0) throw new DefinitionError(name, found);
  const rows = all.filter((row) => row !== undefined);
  const forms = deskForms(rows.map((row) => ({ ...row, policy: row.policy.asking })));
  const made: Desk = {
    id: checked.id ?? "desk",
    title: checked.title ?? checked.id ?? "desk",
    policies: Object.freeze(rows.map(({ policy }) => policy.sla)),
    policyFor: (fields, about) => {
      const opening = given(about, '{ openedAt: "2026-11-20T16:30:00Z" }');
      checkKeys(opening, ["openedAt"], "policyFor");
      const { openedAt } = opening;
      const openedAtMs = openedAt === undefined ? null : toEpochMs(openedAt);
      return choose(rows, { fields: checkedFields(fields), openedAtMs })?.policy.sla ?? null;
    },
    ...forms,
    obligations: (history, about) => {
      const ticket = checkedTicket(about);
      const facts = factsOf(readHistory(history, ticket), asOfIn(about));
      return chosen(rows, facts, ticket).policy.sla.obligations(history, about);
    },
    toJSON: () => ({
      ...checked,
      policies: checked.policies.map(({ options: _, ...row }, i) => ({
        ...row,
        policy: (rows[i] as DeskRow<DefinedSla>).policy.sla.toJSON(), // Every row has its place.
      })),
    }),
  };
  // The type carries the names of the targets and the words of the tickets.
  return Object.freeze(made) as Desk<DeskTargets<D>, DeskStates<D>, DeskSeverities<D>>;
}

/** A copy of a desk whose own parts have been checked, with definitions in place of ready policies. */
function checkedDesk(desk: unknown): DeskFile {
  const copy = frozenCopy(withDefinitions(desk), "desk");
  const problems = problemsIn(deskSchema(), copy);
  if (problems.length > 0) throw new DefinitionError(nameOf("desk", copy), problems);
  // It has passed its checks; its policies are checked one by one.
  return copy as DeskFile;
}

/** The services that a desk may name. @throws {CoreHoursError} unless they are a list of services. */
function servicesIn(options: DeskOptions | undefined): readonly NamedService[] {
  const services: unknown = options?.services ?? [];
  const isService = (each: unknown) =>
    isJsonObject(each) && typeof each["id"] === "string" && typeof each["define"] === "function";
  // All of them have an id and define a policy.
  if (Array.isArray(services) && services.every(isService)) return services as NamedService[];
  throw new CoreHoursError(
    "option-invalid",
    `${describe(services)} given as "services"; give a list of services, such as SERVICES.`,
    { option: "services", given: show(services) },
  );
}

function withDefinitions(desk: unknown): unknown {
  if (!isJsonObject(desk) || !Array.isArray(desk["policies"])) return desk;
  const policies = Array.from(desk["policies"], (row: unknown) => {
    if (!isJsonObject(row) || !isJsonObject(row["policy"])) return row;
    const { toJSON } = row["policy"];
    return typeof toJSON === "function" ? { ...row, policy: toJSON.call(row["policy"]) } : row;
  });
  return { ...desk, policies };
}

/** The problem of dates for a policy whose calendars lie in several zones: the dates have no zone. */
function dateProblems(
  { from, until }: Pick<DeskPolicyDefinition, "from" | "until">,
  { hasSeveralZones }: DefinedSla,
  timeZone: string | undefined,
): DefinitionProblem[] {
  if (!hasSeveralZones || timeZone !== undefined) return [];
  if (from === undefined && until === undefined) return [];
  const message =
    "the calendars of the policy have several zones; give the policy or the desk a timeZone for its dates";
  return [{ path: [from === undefined ? "until" : "from"], message }];
}

/** Different policies need different ids, since results and saved clocks name them. */
function sameIds(rows: readonly (DeskRow<DefinedSla> | undefined)[]): DefinitionProblem[] {
  const known = new Map<string, string>();
  return rows.flatMap((row, i) => {
    if (!row) return []; // It has problems of its own.
    const { id } = row;
    const text = canonicalJson(row.policy.sla.toJSON());
    const other = known.get(id);
    known.set(id, other ?? text);
    if (other === undefined || other === text) return [];
    const message = `${show(id)} is the id of another policy of the desk; give each its own`;
    return [{ path: ["policies", i, "policy", "id"], message }];
  });
}

/** The fields of a ticket. @throws {CoreHoursError} unless every field is text. */
function checkedFields(fields: unknown): Readonly<Record<string, string>> {
  const isGood =
    isJsonObject(fields) && Object.values(fields).every((value) => typeof value === "string");
  if (isGood) return fields as Readonly<Record<string, string>>; // All of its values are texts.
  throw new CoreHoursError(
    "option-invalid",
    `The fields are ${describe(fields)}; give text by name, such as { customer: "A" }.`,
    { option: "fields", given: show(fields) },
  );
}
