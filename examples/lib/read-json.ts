import { readFile } from "node:fs/promises";
import { InputError } from "./input-error";

/**
 * Reads a JSON file.
 *
 * @throws {InputError} where it is not there or is not JSON
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new InputError(`${path}: it cannot be read: ${messageOf(error)}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path}: it is not JSON: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
