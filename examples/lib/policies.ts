import {
  CoreHoursError,
  DefinitionError,
  defineSla,
  nhsLogin,
  nhsmail,
  type PolicyDefinition,
  type Sla,
  type Target,
} from "../../src/index";
import { InputError } from "./input-error";
import { quoted } from "./printable";
import { readJson } from "./read-json";

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

const NAMED: ReadonlyMap<string, () => Sla> = new Map([
  ["nhsmail", (): Sla => nhsmail()],
  ["nhs-login", (): Sla => nhsLogin()],
]);
const NAMES = [...NAMED.keys()].join(", ");

/**
 * How the policy of each ticket is chosen: by the one given on the command line, else by its row.
 *
 * @param given a policy's name, or the path of a JSON file
 * @throws {InputError} where it is neither, or where the file is no policy
 */
export async function policyChooser(given: string | undefined): Promise<ChoosePolicy> {
  if (given === undefined) return chooserByName();
  const named = NAMED.get(given);
  const policy = named ? prepared(named()) : await readPolicy(given);
  return () => policy;
}

function chooserByName(): ChoosePolicy {
  const known = new Map([...NAMED].map(([name, make]) => [name, prepared(make())]));
  return (name) => {
    if (name === undefined) return { reason: `it is missing; it names a policy: ${NAMES}` };
    return known.get(name) ?? { reason: `${quoted(name)} is not a policy; those are ${NAMES}` };
  };
}

async function readPolicy(path: string): Promise<Policy> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  try {
    // Whatever the file holds, defineSla checks it.
    return prepared(defineSla((await readJson(path)) as PolicyDefinition));
  } catch (error) {
    if (!(error instanceof CoreHoursError)) throw error;
    const inFile = error instanceof DefinitionError ? error.message : `  ${error.message}`;
    throw new InputError(`${path}: ${inFile}`);
  }
}

function prepared(sla: Sla): Policy {
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
