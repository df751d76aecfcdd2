import { type Desk, SERVICES, type Sla } from "../../../index";
import { quoted } from "../../../words/printable";
import {
  type ChoosePolicy,
  chooserByName,
  chosenSla,
  type Policy,
  type PolicyOptions,
  preparedTogether,
} from "../policies";
import { InputError } from "../problems";
import type { NamedPolicy } from "./by-column";

/** What somebody says of the policies to judge by. */
export type GivenPolicies =
  /** Nothing: each row names a service. */
  | { readonly kind: "by-row"; readonly choose: ChoosePolicy; readonly policies: readonly [] }
  /** One for every ticket. */
  | { readonly kind: "one"; readonly policies: readonly [Policy] }
  /** Several of which a column says which, and the texts of that column that have been named. */
  | {
      readonly kind: "several";
      readonly policies: readonly Policy[];
      readonly named: readonly NamedPolicy[];
    }
  /** A desk, which says itself whose each policy is. */
  | { readonly kind: "desk"; readonly policies: readonly Policy[]; readonly desk: Desk };

/** A policy, and the text of a column that means it; a text may mean that nobody judges its tickets. */
export interface GivenPart {
  readonly text: string | null;
  readonly sla: Sla | null;
}

/** That each row names a service. */
export function givenByRow(options: PolicyOptions): GivenPolicies {
  return { kind: "by-row", choose: chooserByName(options), policies: [] };
}

/** The policies of a desk. */
export function deskGiven(desk: Desk, options: PolicyOptions): GivenPolicies {
  const slas = [...new Map(desk.policies.map((sla) => [sla.id, sla])).values()];
  return { kind: "desk", desk, policies: preparedTogether(slas, options) };
}

/**
 * One policy that is for every ticket, or several of which a column says which.
 *
 * @throws {InputError} if two policies have one id
 */
export function policiesGiven(parts: readonly GivenPart[], options: PolicyOptions): GivenPolicies {
  const several = severalGiven(parts, options);
  const [only, another] = several.policies;
  const isOne = only && !another && parts.every(({ text }) => text === null);
  return isOne ? { kind: "one", policies: [only] } : several;
}

/**
 * Policies of which a column says which, even if there is just one.
 *
 * @throws {InputError} if two policies have one id
 */
export function severalGiven(
  parts: readonly GivenPart[],
  options: PolicyOptions,
): Extract<GivenPolicies, { kind: "several" }> {
  const slas: Sla[] = [];
  for (const { sla, text } of parts) {
    if (!sla) continue;
    const other = slas.find(({ id }) => id === sla.id);
    if (!other) slas.push(sla);
    else if (text === null || JSON.stringify(other.toJSON()) !== JSON.stringify(sla.toJSON())) {
      throw new InputError(`two of the policies given are called ${quoted(sla.id)}`);
    }
  }
  const policies = preparedTogether(slas, options);
  const named = parts.flatMap(({ text, sla }): NamedPolicy[] => {
    const policy = policies.find(({ id }) => id === sla?.id) ?? null;
    return text === null ? [] : [[text, policy]];
  });
  return { kind: "several", policies, named };
}

/** All services, of which a column says which. */
export function servicesGiven(options: PolicyOptions): Extract<GivenPolicies, { kind: "several" }> {
  const parts = chosenSla(SERVICES, options.choices).map((sla) => ({ text: null, sla }));
  return severalGiven(parts, options);
}

/** Whether some JSON is a desk rather than a policy. */
export function isDesk(json: unknown): boolean {
  return typeof json === "object" && json !== null && "policies" in json && !("targets" in json);
}

/** The zone of some policies; undefined if there are several, or no policy. */
export function zoneOf(policies: readonly Policy[]): string | undefined {
  const [zone, another] = new Set(policies.map(({ timeZone }) => timeZone));
  return another === undefined ? zone : undefined;
}
