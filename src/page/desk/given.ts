import {
  type DeskDefinition,
  defineDesk,
  defineSla,
  type PolicyDefinition,
  SERVICES,
  type Sla,
} from "../../index";
import type { Choosing, Judging } from "../../tickets/log/desk/desk-of";
import {
  deskGiven,
  type GivenPart,
  type GivenPolicies,
  givenByRow,
  policiesGiven,
  severalGiven,
} from "../../tickets/log/desk/given";
import { chosenSla, type Policy } from "../../tickets/log/policies";
import { InputError } from "../../tickets/log/problems";
import { anyPolicy } from "../../tickets/understanding/any-policy";
import type { FileSettings } from "../wire/file";
import { isOne, type OnePromise, type PromiseSettings } from "../wire/settings";

const ALL_TARGETS = { targets: [], choices: {} };

/**
 * The policies that tickets are judged by; null if nothing has been chosen.
 *
 * @throws {InputError} if a service does not have the choices, or two policies have one id
 * @throws {DefinitionError} for everything that is wrong with a policy or a desk
 */
export function givenBy(promise: PromiseSettings): GivenPolicies | null {
  switch (promise.kind) {
    case "none":
      return null;
    case "by-row":
      return givenByRow({ targets: [], choices: promise.choices ?? {} });
    case "several":
      return severalGiven(promise.policies.map(partOf), ALL_TARGETS);
    case "desk":
      return deskGiven(deskOf(promise.json), ALL_TARGETS);
    default:
      return policiesGiven([partOf(promise)], ALL_TARGETS);
  }
}

/** The chosen policy; null if none was chosen, or several, or if each row names its own. */
export function onlyPolicy(promise: PromiseSettings): Policy | null {
  return isOne(promise) ? (policiesOf(promise)[0] ?? null) : null;
}

/** The policies that are chosen; none if each row names its own. */
export function policiesOf(promise: PromiseSettings): readonly Policy[] {
  return givenBy(promise)?.policies ?? [];
}

/** The chosen policies; otherwise a policy that stands in for any. */
export function policiesOrAny(promise: PromiseSettings): readonly Policy[] {
  const policies = policiesOf(promise);
  return policies.length > 0 ? policies : [anyPolicy()];
}

/** The first of them, for what is shown of one policy. */
export function policyOrAny(promise: PromiseSettings): Policy {
  return policiesOf(promise)[0] ?? anyPolicy();
}

/** What somebody said of the columns that say whose a ticket is. */
export function choosingIn({ policyColumn, fields = {} }: FileSettings): Choosing {
  return { column: policyColumn, fields };
}

/**
 * How the policy of each ticket is chosen.
 *
 * @throws {InputError} if nothing has been chosen, or a text is said to mean a policy that is not among them
 */
export function judgingBy(promise: PromiseSettings, settings: FileSettings): Judging {
  const given = givenWith(promise, settings);
  if (!given) throw new InputError("choose a promise to judge by");
  const choices = promise.kind === "by-row" ? (promise.choices ?? {}) : {};
  const by = choosingIn(settings);
  return { given, by, options: { targets: [], choices } };
}

/** The policies that tickets are judged by, with what somebody said that texts of the file mean. */
export function givenWith(
  promise: PromiseSettings,
  { policies: texts = {} }: FileSettings,
): GivenPolicies | null {
  const given = givenBy(promise);
  if (given?.kind !== "several") return given;
  const named = Object.entries(texts).map(
    ([text, id]) => [text, given.policies.find((policy) => policy.id === id) ?? id] as const,
  );
  return { ...given, named: [...given.named, ...named] };
}

/** The desk that some JSON is. */
export function deskOf(json: unknown) {
  // Whatever the file holds, defineDesk checks it.
  return defineDesk(json as DeskDefinition, { services: SERVICES });
}

function partOf(promise: OnePromise): GivenPart {
  return { text: null, sla: slaOf(promise) };
}

function slaOf(promise: OnePromise): Sla {
  // defineSla checks what the JSON holds.
  if (promise.kind === "policy") return defineSla(promise.json as PolicyDefinition);
  const { id, choices } = promise;
  const service = SERVICES.find((each) => each.id === id);
  const [sla] = service ? chosenSla([service], choices) : [];
  if (!sla) throw new InputError(`there is no service ${id}`);
  return sla;
}
