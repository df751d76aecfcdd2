import { stat } from "node:fs/promises";
import { type Mapping, mappingFrom } from "../tickets/log/mapping";
import { readJson } from "./files";

/**
 * Reads a mapping from a JSON file.
 *
 * @throws {InputError} that lists everything wrong with it
 */
export async function readMapping(path: string): Promise<Mapping> {
  return mappingFrom(await readJson(path), path);
}

/** The mapping that lies beside the policy file, if only one is given; undefined if there is none. */
export async function mapBeside(
  given: string | readonly string[] | undefined,
): Promise<string | undefined> {
  const [policy, another] = [given].flat();
  if (another !== undefined || !policy?.endsWith(".json")) return undefined;
  const path = policy.replace(/\.json$/, ".columns.json");
  return (await stat(path).catch(() => undefined)) ? path : undefined;
}
