import { stat } from "node:fs/promises";
import { type ColumnMap, OWN_COLUMNS, schema } from "../tickets/log/columns";
import { InputError } from "../tickets/log/problems";
import { readJson } from "./files";

/**
 * Reads a column map from a JSON file.
 *
 * @throws {InputError} that lists everything wrong with it
 */
export async function readColumnMap(path: string): Promise<ColumnMap> {
  const result = schema.safeParse(await readJson(path));
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${path}: ${issue.path.join(".") || "(the whole)"}: ${issue.message}`,
  );
  throw new InputError(lines.join("\n"));
}

/**
 * The column map to read a file by: the one named; else the one that lies beside the policy file; else
 * that of the project's own format.
 *
 * @param policy the `--policy` given; it judges every ticket, so no column need name one
 */
export async function columnsFor(options: {
  readonly columns: string | undefined;
  readonly policy: string | undefined;
}): Promise<ColumnMap> {
  const { policy } = options;
  const path = options.columns ?? (await mapBeside(policy));
  const map = path === undefined ? OWN_COLUMNS : await readColumnMap(path);
  if (policy !== undefined) return { ...map, policy: undefined };
  if (map.policy !== undefined) return map;
  throw new InputError("the column map names no policy column: say with --policy what to judge by");
}

/** The column map that lies beside a policy file; undefined where none does. */
export async function mapBeside(policy: string | undefined): Promise<string | undefined> {
  if (!policy?.endsWith(".json")) return undefined;
  const path = policy.replace(/\.json$/, ".columns.json");
  return (await stat(path).catch(() => undefined)) ? path : undefined;
}
