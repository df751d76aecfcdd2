import { stat } from "node:fs/promises";
import { type Mapping, mappingSchema } from "../tickets/log/mapping";
import { InputError } from "../tickets/log/problems";
import { readJson } from "./files";

/**
 * Reads a mapping from a JSON file.
 *
 * @throws {InputError} that lists everything wrong with it
 */
export async function readMapping(path: string): Promise<Mapping> {
  const result = mappingSchema.safeParse(await readJson(path));
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${path}: ${issue.path.join(".") || "(the whole)"}: ${issue.message}`,
  );
  throw new InputError(lines.join("\n"));
}

/** The mapping that lies beside the only policy file that is given; undefined if none does. */
export async function mapBeside(
  given: string | readonly string[] | undefined,
): Promise<string | undefined> {
  const [policy, another] = [given].flat();
  if (another !== undefined || !policy?.endsWith(".json")) return undefined;
  const path = policy.replace(/\.json$/, ".columns.json");
  return (await stat(path).catch(() => undefined)) ? path : undefined;
}
