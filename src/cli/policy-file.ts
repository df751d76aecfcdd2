import { defineSla, type PolicyDefinition } from "../index";
import {
  type ChoosePolicy,
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
 * How the policy of each ticket is chosen: by the one given on the command line, else by its row.
 *
 * @param given a policy's name, or the path of a JSON file
 * @param options the targets to judge by, and the readings of the services to take
 * @throws {InputError} if it is neither, if the file is not a policy, or if it lacks a target
 */
export async function policyChooser(
  given: string | undefined,
  options: PolicyOptions = { targets: [], choices: {} },
): Promise<ChoosePolicy> {
  if (given === undefined) return chooserByName(options);
  const policy = policyNamed(given, options) ?? (await readPolicy(given, options));
  return () => policy;
}

async function readPolicy(path: string, options: PolicyOptions): Promise<Policy> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  const [choice] = Object.keys(options.choices);
  if (choice !== undefined) {
    throw new InputError(
      `--choose ${choice}: a policy file says itself how it is read; only the services have choices`,
    );
  }
  const json = await readJson(path);
  // Whatever the file holds, defineSla checks it.
  return inFile(path, () => prepared(defineSla(json as PolicyDefinition), options));
}
