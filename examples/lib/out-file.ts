import { once } from "node:events";
import { stat, writeFile } from "node:fs/promises";
import type { Writable } from "node:stream";
import { InputError } from "./input-error";
import type { Options } from "./options";

/**
 * Refuses to write over what is read.
 *
 * @param log the file of events, which may be the sample
 * @throws {InputError} where `--out` is one of the files given
 */
export async function checkOut(
  options: Pick<Options, "out" | "policy" | "columns">,
  log: string,
): Promise<void> {
  const { out, policy, columns } = options;
  if (out === undefined) return;
  for (const input of [log, policy, columns]) {
    if (input !== undefined && (await isSameFile(out, input))) {
      throw new InputError(`--out ${out}: it is read from, and would be lost; name another file`);
    }
  }
}

/**
 * Writes text a part at a time, to a file or else to standard output, no faster than it is taken.
 *
 * @throws {InputError} where the file cannot be written
 */
export async function writeOut(
  out: string | undefined,
  parts: Iterable<string>,
  stdout: Writable,
): Promise<void> {
  if (out === undefined) {
    for (const part of parts) {
      if (!stdout.write(part)) await once(stdout, "drain");
    }
    return;
  }
  await writeFile(out, parts).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new InputError(`--out ${out}: it cannot be written: ${error.message}`);
  });
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path).catch(() => null)));
  return first != null && second != null && first.dev === second.dev && first.ino === second.ino;
}
