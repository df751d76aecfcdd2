import { once } from "node:events";
import { rmSync } from "node:fs";
import { chmod, lstat, open, realpath, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { InputError } from "../tickets/log/problems";
import { mapBeside } from "./mapping-file";
import type { Terminal } from "./terminal";

/** What a command reads, and where it writes. */
interface Paths {
  /** The file to write; undefined for standard output. */
  readonly out: string | undefined;
  /** The log, which may be the sample; `-` for standard input. */
  readonly log: string;
  readonly policy: string | readonly string[] | undefined;
  readonly mapping?: string | undefined;
}

/**
 * Refuses to write over a file that the command reads, whatever name leads to it: the log, even if it is
 * piped in from a file, the policy, and the mapping, even if it is only found beside the policy.
 *
 * @throws {InputError} if `--out` is one of the files that are read
 */
export async function checkOut(
  { out, log, policy, mapping }: Paths,
  terminal: Pick<Terminal, "stdinFile">,
): Promise<void> {
  const written = out === undefined ? null : await fileAt(out);
  if (written === null) return;
  // A policy may be named by a text of the log, as in "NHS Mail=ours.json".
  const policies = [policy].flat().flatMap((each) => [each, each?.split("=").at(-1)]);
  const paths = [log, ...policies, mapping ?? (await mapBeside(policy))];
  const read = await Promise.all(
    paths.map((path) => {
      if (path === undefined) return null;
      return path === "-" ? (terminal.stdinFile ?? null) : fileAt(path);
    }),
  );
  if (read.some((file) => file?.dev === written.dev && file.ino === written.ino)) {
    throw new InputError(
      `--out ${out}: the command reads this file and would overwrite it; name another file`,
    );
  }
}

/** The file that a path leads to, through links; null if there is none. */
async function fileAt(
  path: string,
): Promise<{ readonly dev: number; readonly ino: number } | null> {
  return stat(path).catch(() => null);
}

/**
 * Refuses a file name that the command made itself if a link lies there: whoever put the link there could
 * have another file overwritten.
 *
 * @throws {InputError} if a link lies at the path
 */
export async function checkMadeName(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found?.isSymbolicLink()) return;
  throw new InputError(`${path}: it is a link to another file; name the file to write with --out`);
}

/**
 * Writes text or bytes a part at a time, to a file or else to standard output, no faster than they are taken.
 * A new file is written beside the old one and replaces it once it is whole, so an interrupt or a full disk
 * leaves the old one as it was.
 *
 * @throws {InputError} if it cannot be written
 */
export async function writeOut(
  out: string | undefined,
  parts: Iterable<string | Uint8Array>,
  stdout: Writable,
): Promise<void> {
  if (out === undefined) return writeTo(stdout, parts);
  try {
    const old = await stat(out).catch(() => null);
    // A device or a pipe takes what is written; it cannot be replaced.
    if (old && !old.isFile()) await writeParts(out, "w", parts);
    else await replace(old ? await realpath(out) : out, old?.mode, parts);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new InputError(`--out ${out}: it cannot be written: ${error.message}`);
  }
}

async function replace(
  path: string,
  mode: number | undefined,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  const removeAndStop = (signal: NodeJS.Signals) => {
    rmSync(beside, { force: true });
    process.kill(process.pid, signal);
  };
  // SIGHUP comes if the terminal is closed.
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, removeAndStop);
  try {
    await writeParts(beside, "wx", parts);
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, removeAndStop);
  }
}

async function writeParts(
  path: string,
  flags: string,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    for (const part of parts) await file.writeFile(part);
  } finally {
    await file.close();
  }
}

/** Writes to a stream until all is written, or its reader has seen enough. */
async function writeTo(stream: Writable, parts: Iterable<string | Uint8Array>): Promise<void> {
  for (const part of parts) {
    if (stream.destroyed || stream.errored) return;
    if (stream.write(part)) continue;
    const waiting = new AbortController();
    const { signal } = waiting;
    // A reader that has seen enough closes the pipe. The terminal reports any other failure.
    const first = [once(stream, "drain", { signal }), once(stream, "close", { signal })];
    await Promise.race(first).catch(() => {});
    waiting.abort();
    await Promise.allSettled(first);
  }
}
