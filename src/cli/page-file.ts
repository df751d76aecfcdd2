import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { InputError } from "../tickets/log/problems";

const file = fileURLToPath(new URL("../../dist/core-hours.html", import.meta.url));

/**
 * The built page that comes with the package.
 *
 * @throws {InputError} if it is not there, as in a clone that has not been built
 */
export async function builtPage(path = file): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new InputError(`${path}: the page is not there; npm run build makes it`);
  }
}
