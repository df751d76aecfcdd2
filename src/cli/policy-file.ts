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
 * @throws {InputError} where it is neither, or where the file is no policy
 */
export async function policyChooser(given: string | undefined): Promise<ChoosePolicy> {
  if (given === undefined) return chooserByName();
  const policy = policyNamed(given) ?? (await readPolicy(given));
  return () => policy;
}

async function readPolicy(path: string): Promise<Policy> {
  if (!path.endsWith(".json")) {
    throw new InputError(`--policy ${quoted(path)} is neither a JSON file nor one of ${NAMES}`);
  }
  const json = await readJson(path);
  // Whatever the file holds, defineSla checks it.
  return inFile(path, () => prepared(defineSla(json as PolicyDefinition)));
}
