import { defineSla, type PolicyDefinition } from "../index";
import {
  type ChoosePolicy,
  chooserByName,
  NAMES,
  type Policy,
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
 * @param targets the targets to judge by; without any, all of the policy
 * @throws {InputError} if it is neither, if the file is not a policy, or if it lacks a target
 */
export async function policyChooser(
  given: string | undefined,
  targets: readonly string[] = [],
): Promise<ChoosePolicy> {
  if (given === undefined) return chooserByName(targets);
  const policy = policyNamed(given, targets) ?? (await readPolicy(given, targets));
  return () => policy;
}

async function readPolicy(path: string, targets: readonly string[]): Promise<Policy> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  const json = await readJson(path);
  // Whatever the file holds, defineSla checks it.
  return inFile(path, () => prepared(defineSla(json as PolicyDefinition), targets));
}
