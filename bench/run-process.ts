import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = join(import.meta.dirname, "..");

const USAGE = pathToFileURL(join(import.meta.dirname, "processes/usage.mjs")).href;

/** What a whole process has taken, and what it has said. */
export interface ProcessRun {
  readonly wallNs: number;
  /** Of all its threads; other work on the machine hardly changes it. */
  readonly cpuNs: number;
  /** The most memory that it held, in megabytes. */
  readonly memoryMB: number;
  readonly stdout: string;
}

/**
 * Runs a program of Node to its end.
 *
 * @param args its file, and what it is given
 */
export function runProcess(args: readonly string[]): ProcessRun {
  const startedAt = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ["--import", USAGE, ...args],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  const wallNs = (performance.now() - startedAt) * 1e6;
  // 1 says that some rows could not be used, which is true of the real log.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const { cpuMs, maxRSS } = JSON.parse(output[3] ?? "");
  return { wallNs, cpuNs: cpuMs * 1e6, memoryMB: maxRSS / 1_000, stdout };
}
