import { SERVICES, type Sla, type Target } from "../../index";
import { quoted } from "../../words/printable";
import { InputError } from "./problems";

/** A policy, the targets that a report is about, and the words its tickets may use. */
export interface Policy {
  readonly id: string;
  /** The whole of it, with its calendars. */
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

/** The services that can be judged by name alone, and their names for messages. */
const BY_NAME = SERVICES.filter(({ needs }) => needs.length === 0);
export const NAMES = BY_NAME.map(({ id }) => id).join(", ");

/** The policy of a service that is named; undefined for any other name. */
export function policyNamed(name: string, wanted: readonly string[] = []): Policy | undefined {
  const service = BY_NAME.find(({ id }) => id === name);
  return service && prepared(service.define(), wanted);
}

/**
 * Chooses by the name in each row's policy column; each policy is made once.
 *
 * @param wanted the targets to judge by; without any, all of each policy
 * @throws {InputError} if no service has one of the targets
 */
export function chooserByName(wanted: readonly string[] = []): ChoosePolicy {
  const all = new Map(BY_NAME.map(({ id, define }) => [id, define()]));
  const names = [...all.values()].flatMap(({ targets }) => Object.keys(targets));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new InputError(noTarget("no service has it", unknown, names));
  const known = new Map<string, Policy>();
  return (name) => {
    if (name === undefined) return { reason: `it is missing; it names a policy: ${NAMES}` };
    const sla = all.get(name);
    if (!sla) return { reason: `${quoted(name)} is not a policy; those are ${NAMES}` };
    let policy = known.get(name);
    if (!policy) {
      const has = Object.keys(sla.targets);
      policy = prepared(
        sla,
        wanted.filter((target) => has.includes(target)),
        wanted.length > 0,
      );
      known.set(name, policy);
    }
    return policy;
  };
}

/**
 * What the log needs of a policy.
 *
 * @param wanted the targets to judge by; without any, all of them
 * @param onlyWanted whether no target is judged if none is wanted
 * @throws {InputError} if it does not have one of them
 */
export function prepared(sla: Sla, wanted: readonly string[] = [], onlyWanted = false): Policy {
  const [calendar] = Object.values(sla.calendars);
  const all = Object.values(sla.targets);
  const names = all.map(({ id }) => id);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError(noTarget(`${sla.id} does not have it`, unknown, names));
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
