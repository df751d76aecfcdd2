import { stat } from "node:fs/promises";
import {
  type Desk,
  type DeskDefinition,
  defineDesk,
  defineSla,
  type PolicyDefinition,
  SERVICES,
  type Sla,
} from "../index";
import { NOBODY } from "../tickets/log/desk/by-column";
import {
  deskGiven,
  type GivenPart,
  type GivenPolicies,
  givenByRow,
  isDesk,
  policiesGiven,
} from "../tickets/log/desk/given";
import {
  chosenSla,
  NAMES,
  type Policy,
  type PolicyOptions,
  policyNames,
} from "../tickets/log/policies";
import { InputError } from "../tickets/log/problems";
import { quoted } from "../words/printable";
import { inFile, readJson } from "./files";

const NO_OPTIONS: PolicyOptions = { targets: [], choices: {} };

/**
 * The policies that the command line gives.
 *
 * @param given names of services, paths of JSON files of a policy or of a desk, or either after a text of
 *   the file and a `=`, as in `NHS Mail=nhsmail`
 * @param options the targets to judge by, and the readings of the services to take
 * @throws {InputError} if a text names something else, if a file holds no policy or desk, or if a target is unknown
 */
export async function givenPolicies(
  given: string | readonly string[] | undefined,
  options: PolicyOptions = NO_OPTIONS,
): Promise<GivenPolicies> {
  const texts = given === undefined ? [] : [given].flat();
  if (texts.length === 0) return givenByRow(options);
  const parts = await Promise.all(texts.map(partOf));
  const services = SERVICES.filter(({ id }) => parts.some(({ name }) => name === id));
  const chosen = chosenSla(services, options.choices);
  const read: GivenPart[] = [];
  for (const { text, name } of parts) {
    const service = chosen.find(({ id }) => id === name);
    if (text !== null && name === NOBODY) {
      read.push({ text, sla: null });
      continue;
    }
    const made = service ?? (await fileOf(name));
    if (!("policyFor" in made)) read.push({ text, sla: made });
    else if (texts.length === 1 && text === null) return deskGiven(made, options);
    else {
      throw new InputError(
        `--policy ${quoted(name)} is a desk, which says itself whose each of its policies is; give it alone`,
      );
    }
  }
  return policiesGiven(read, options);
}

/** A text of the command line: a policy, and the text of a column that means it; null for none. */
async function partOf(
  given: string,
): Promise<{ readonly text: string | null; readonly name: string }> {
  const at = given.lastIndexOf("=");
  const name = given.slice(at + 1);
  const isPolicy =
    name === NOBODY || name.endsWith(".json") || SERVICES.some(({ id }) => id === name);
  if (at < 1 || !isPolicy || (await isFile(given))) return { text: null, name: given };
  return { text: given.slice(0, at), name };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null;
}

/**
 * The only policy that the command line gives, for a command that takes no other.
 *
 * @param given a name of a service, or the path of a JSON file
 * @throws {InputError} as {@link givenPolicies} does, and if it is a desk
 */
export async function onlyPolicy(given: string): Promise<Policy> {
  const all = await givenPolicies(given);
  const [policy] = all.policies;
  if (all.kind === "one" && policy) return policy;
  throw new InputError(
    `--policy ${quoted(given)}: this command takes one policy, and that is ${all.kind === "desk" ? "a desk" : "a choice"} of ${policyNames(all.policies)}; give one of them, as a file of its own`,
  );
}

async function fileOf(path: string): Promise<Sla | Desk> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  const json = await readJson(path);
  // Whatever the file holds, defineDesk and defineSla check it.
  return inFile(path, () =>
    isDesk(json)
      ? defineDesk(json as DeskDefinition, { services: SERVICES })
      : defineSla(json as PolicyDefinition),
  );
}
