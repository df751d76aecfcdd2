import { SERVICES, type Sla, type Target } from "../../index";
import { quoted } from "../../words/printable";

/** A policy, the part of it that the report is about, and the words its tickets may use. */
export interface Policy {
  readonly id: string;
  /** The whole of it, with its calendars. */
  readonly sla: Sla;
  readonly targets: readonly Target[];
  readonly states: ReadonlySet<string>;
  /** Undefined where the policy lists none. */
  readonly severities: ReadonlySet<string> | undefined;
  readonly timeZone: string;
}

/** The policy for what a row's policy column says, or why there is none. */
export type ChoosePolicy = (name: string | undefined) => Policy | { readonly reason: string };

/** The services that can be judged by name alone, and their names for messages. */
const BY_NAME = SERVICES.filter(({ needs }) => needs.length === 0);
export const NAMES = BY_NAME.map(({ id }) => id).join(", ");

/** The policy of a service that is named; undefined for any other name. */
export function policyNamed(name: string): Policy | undefined {
  const service = BY_NAME.find(({ id }) => id === name);
  return service && prepared(service.define());
}

/** Chooses by the name in each row's policy column; each policy is made once. */
export function chooserByName(): ChoosePolicy {
  const known = new Map<string, Policy | undefined>();
  return (name) => {
    if (name === undefined) return { reason: `it is missing; it names a policy: ${NAMES}` };
    if (!known.has(name)) known.set(name, policyNamed(name));
    return known.get(name) ?? { reason: `${quoted(name)} is not a policy; those are ${NAMES}` };
  };
}

/** What the log needs of a policy. */
export function prepared(sla: Sla): Policy {
  const [calendar] = Object.values(sla.calendars);
  const main = sla.targets["incidentResolution"];
  const targets = main ? [main] : Object.values(sla.targets);
  const [first] = targets;
  return {
    id: sla.id,
    sla,
    targets,
    // All targets of a policy know the same words.
    states: first?.states ?? new Set(),
    severities: first?.severities ?? undefined,
    timeZone: sla.toJSON().timeZone ?? calendar?.timeZone ?? "UTC",
  };
}
