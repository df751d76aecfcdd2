import { defineSla, type PolicyDefinition } from "../index";
import {
  type ChoosePolicy,
  chooserAmong,
  chooserByName,
  NAMES,
  type Policy,
  type PolicyOptions,
  policyNamed,
  prepared,
} from "../tickets/log/policies";
import { InputError } from "../tickets/log/problems";
import { quoted } from "../words/printable";
import { inFile, readJson } from "./files";

/**
 * How to choose the policy of each ticket: the only one on the command line, or the one of several that the
 * row names. If none is given, the row names a service.
 *
 * @param given names of policies, or paths of JSON files
 * @param options the targets to judge by, and the readings of the services to take
 * @throws {InputError} if a text is neither, if the file is not a policy, or if it lacks a target
 */
export async function policyChooser(
  given: string | readonly string[] | undefined,
  options: PolicyOptions = { targets: [], choices: {} },
): Promise<ChoosePolicy> {
  const names = given === undefined ? [] : [given].flat();
  if (names.length === 0) return chooserByName(options);
  const policies: Policy[] = [];
  for (const name of names) {
    policies.push(policyNamed(name, options) ?? (await readPolicy(name, options)));
  }
  const [only, another] = policies;
  if (only && !another) return () => only;
  const twice = policies.find(({ id }, i) => policies.slice(0, i).some((each) => each.id === id));
  if (twice) throw new InputError(`--policy: two of them are called ${quoted(twice.id)}`);
  return chooserAmong(policies);
}

async function readPolicy(path: string, options: PolicyOptions): Promise<Policy> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  const [choice] = Object.keys(options.choices);
  if (choice !== undefined) {
    throw new InputError(
      `--choose ${choice}: only the services have choices; a policy file states its own`,
    );
  }
  const json = await readJson(path);
  // Whatever the file holds, defineSla checks it.
  return inFile(path, () => prepared(defineSla(json as PolicyDefinition), options));
}
