import { CoreHoursError, SERVICES, type Service, type Sla, type Target } from "../../index";
import { quoted } from "../../words/printable";
import { InputError } from "./problems";

/** A policy, the targets that a report is about, and the words its tickets may use. */
export interface Policy {
  readonly id: string;
  /** The whole policy, with its calendars. */
  readonly sla: Sla;
  /** The targets to judge by, the main one first. */
  readonly targets: readonly Target[];
  readonly states: ReadonlySet<string>;
  /** Undefined if the policy lists none. */
  readonly severities: ReadonlySet<string> | undefined;
  readonly timeZone: string;
}

/** The policy for what a row's policy column says, or why there is none. */
export type ChoosePolicy = (name: string | undefined) => Policy | { readonly reason: string };

/** The ids of some policies, for messages. */
export function policyNames(policies: readonly Policy[]): string {
  return [...new Set(policies.map(({ id }) => id))].join(", ");
}

/** The names of the services, for messages. */
export const NAMES = SERVICES.map(({ id }) => id).join(", ");

/** The options of the services, and the targets to judge by. */
export interface PolicyOptions {
  /** The targets to judge by; if empty, all of each policy. */
  readonly targets: readonly string[];
  /** The readings to take, by the names of the services' own options. */
  readonly choices: Readonly<Record<string, string>>;
}

const NO_OPTIONS: PolicyOptions = { targets: [], choices: {} };

/** The policy of a service that is named; undefined for any other name. */
export function policyNamed(name: string, options = NO_OPTIONS): Policy | undefined {
  const service = SERVICES.find(({ id }) => id === name);
  return service && prepared(chosenSla([service], options.choices)[0] ?? service.define(), options);
}

/**
 * Chooses by the name in each row's policy column; each policy is made once.
 *
 * @throws {InputError} if no service has one of the targets or the options
 */
export function chooserByName(options = NO_OPTIONS): ChoosePolicy {
  const { targets, choices } = options;
  const isPlain = targets.length === 0 && Object.keys(choices).length === 0;
  const all = isPlain ? [] : chosenSla(SERVICES, choices);
  const names = all.flatMap((sla) => Object.keys(sla.targets));
  const unknown = targets.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new InputError(noTarget("no service has it", unknown, names));
  const known = new Map<string, Policy>();
  return (name) => {
    if (name === undefined) return { reason: `it is missing; it names a policy: ${NAMES}` };
    let policy = known.get(name);
    if (!policy) {
      const sla =
        all.find(({ id }) => id === name) ?? SERVICES.find(({ id }) => id === name)?.define();
      if (!sla) return { reason: `${quoted(name)} is not a policy; those are ${NAMES}` };
      const has = Object.keys(sla.targets);
      const wanted = targets.filter((target) => has.includes(target));
      policy = prepared(sla, { ...options, targets: wanted }, targets.length > 0);
      known.set(name, policy);
    }
    return policy;
  };
}

/**
 * Services with some options. An option goes to the services that have it, and `nhsmail:hssiClock` only to
 * the service that it names.
 *
 * @throws {InputError} if no service has an option, or takes its value
 */
export function chosenSla(services: readonly Service[], choices: PolicyOptions["choices"]): Sla[] {
  const given = new Map<Service, Record<string, unknown>>(services.map((each) => [each, {}]));
  for (const [key, text] of Object.entries(choices)) {
    const { owner, name } = ownedName(key);
    const refusals: string[] = [];
    const meant = services.filter(({ id }) => owner === undefined || id === owner);
    for (const service of meant) {
      const value = acceptedValue(service, name, text);
      if ("reason" in value) refusals.push(value.reason);
      else Object.assign(given.get(service) ?? {}, { [name]: value.value });
    }
    const [reason = "only the services have choices; a policy file states its own"] = refusals;
    if (refusals.length === meant.length) {
      throw new InputError(`--choose ${quoted(`${key}=${text}`)}: ${reason}`);
    }
  }
  return services.map((service) => service.define(given.get(service)));
}

/** A name of one policy's own, such as `nhsmail:hssiClock`, or a name for every policy that has it. */
function ownedName(key: string): { readonly owner: string | undefined; readonly name: string } {
  const at = key.indexOf(":");
  return at < 0
    ? { owner: undefined, name: key }
    : { owner: key.slice(0, at), name: key.slice(at + 1) };
}

/**
 * Several policies for one log. A target that is wanted is for each policy that has it, and
 * `nhsmail:incidentResolution` for the policy that it names; a policy that has none of them judges nothing.
 *
 * @throws {InputError} if no policy has a target that is wanted
 */
export function preparedTogether(
  slas: readonly Sla[],
  options: Pick<PolicyOptions, "targets">,
): Policy[] {
  const wanted = new Map<Sla, string[]>(slas.map((sla) => [sla, []]));
  for (const key of options.targets) {
    const owned = ownedName(key);
    const owners = slas.filter((sla) => Object.hasOwn(sla.targets, key));
    const named = slas.filter(
      ({ id, targets }) => id === owned.owner && Object.hasOwn(targets, owned.name),
    );
    if (owners.length + named.length === 0) {
      throw new InputError(noTargetAmong(slas, key));
    }
    for (const sla of owners) wanted.get(sla)?.push(key);
    for (const sla of named) wanted.get(sla)?.push(owned.name);
  }
  return slas.map((sla) => {
    const targets = wanted.get(sla) ?? [];
    return prepared(sla, { targets, choices: {} }, options.targets.length > 0);
  });
}

/** What a text means as the value of a service's option: itself, yes or no, or JSON. */
function acceptedValue(
  { define }: Service,
  name: string,
  text: string,
): { readonly value: unknown } | { readonly reason: string } {
  const values: unknown[] = [text];
  if (/^(?:yes|true)$/i.test(text)) values.push(true);
  if (/^(?:no|false)$/i.test(text)) values.push(false);
  const json = /^[[{\d]/.test(text) ? jsonOf(text) : undefined;
  if (json !== undefined) values.push(json);
  let reason = "";
  for (const value of values) {
    try {
      define({ [name]: value });
      return { value };
    } catch (error) {
      if (!(error instanceof CoreHoursError)) throw error;
      reason = error.message;
    }
  }
  return { reason };
}

/** The value of JSON text; undefined for any other text. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the log needs of a policy.
 *
 * @param onlyWanted whether no target is judged if none is wanted
 * @throws {InputError} if it does not have one of the targets that are wanted
 */
export function prepared(sla: Sla, { targets: wanted } = NO_OPTIONS, onlyWanted = false): Policy {
  const [calendar] = Object.values(sla.calendars);
  const all = Object.values(sla.targets);
  const names = all.map(({ id }) => id);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(noTarget(`${sla.id} does not have it`, unknown, names));
  }
  const isWanted = ({ id }: Target) => wanted.includes(id) || (wanted.length === 0 && !onlyWanted);
  const [first] = all;
  return {
    id: sla.id,
    sla,
    targets: mainFirst(all.filter(isWanted)),
    // All targets of a policy know the same words.
    states: first?.states ?? new Set(),
    severities: first?.severities ?? undefined,
    timeZone: sla.toJSON().timeZone ?? calendar?.timeZone ?? "UTC",
  };
}

/** The target that a picture of a ticket shows if no other is named. */
export function mainTarget(policy: Policy): Target | undefined {
  return policy.targets[0];
}

function mainFirst(targets: readonly Target[]): Target[] {
  const isMain = ({ id }: Target) => id === "incidentResolution";
  return [...targets.filter(isMain), ...targets.filter((target) => !isMain(target))];
}

function noTargetAmong(slas: readonly Sla[], name: string): string {
  const [only, another] = slas;
  if (only && !another) {
    return noTarget(`${only.id} does not have it`, name, Object.keys(only.targets));
  }
  const names = slas.flatMap(({ id, targets }) =>
    Object.keys(targets).map((each) => `${id}:${each}`),
  );
  return noTarget("no policy has it", name, names);
}

function noTarget(lack: string, name: string, names: readonly string[]): string {
  const targets = [...new Set(names)].join(", ");
  return `--target ${quoted(name)}: ${lack}; its targets are ${targets}`;
}

/** What a state does to a clock; `none` if it is known and changes nothing. */
export type Role = "runs" | "pauses" | "stops" | "cancels" | "none";

/** What a state does to the clock of a target. */
export function roleOf(target: Target, state: string): Role {
  const { runs, pauses = [], stops, cancels = [] } = target.definition;
  if (runs.includes(state)) return "runs";
  if (pauses.includes(state)) return "pauses";
  if (stops.includes(state)) return "stops";
  return cancels.includes(state) ? "cancels" : "none";
}

/** Whether a state pauses a target of a policy. */
export function isPause({ targets }: Policy, state: string): boolean {
  return targets.some((target) => roleOf(target, state) === "pauses");
}
