import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { run } from "../../src/cli/breaches/run";
import { main } from "../../src/cli/main";
import type { Terminal } from "../../src/cli/terminal";

/** What a run of the command printed, and its exit code. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the command within this process, which takes no time. */
export async function breaches(
  args: readonly string[],
  stdin = "",
  ask?: Terminal["ask"],
): Promise<Run> {
  const stdout = new Collector();
  const stderr = new Collector();
  const terminal = { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr };
  const code = await run(args, { ...terminal, ...(ask && { ask }), nowMs: Date.now() });
  return { stdout: stdout.text, stderr: stderr.text, code };
}

/** Runs one of the commands within this process, at a fixed instant. */
export async function command(...args: readonly string[]): Promise<Run> {
  const stdout = new Collector();
  const stderr = new Collector();
  const nowMs = Date.parse("2026-11-20T12:00:00Z");
  const code = await main(args, { stdin: Readable.from([]), stdout, stderr, nowMs });
  return { stdout: stdout.text, stderr: stderr.text, code };
}

/** Starts the command as the README does, from the project's folder, in a zone that is not London. */
export function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "src/cli/bin.ts", "breaches", ...args], {
    env: { ...process.env, TZ: "America/New_York" },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Runs the command as the README does, to its end. */
export function spawned(args: readonly string[], stdin = ""): Promise<Run> {
  const child = start(args);
  const stdout = new Collector();
  const stderr = new Collector();
  child.stdout?.pipe(stdout);
  child.stderr?.pipe(stderr);
  child.stdin?.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout: stdout.text, stderr: stderr.text, code }));
  });
}

class Collector extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}

const folder = mkdtempSync(join(process.env["EXAMPLES_FOLDER"] ?? tmpdir(), "breaches-"));

/** Writes a file for one test, and returns its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A log in the project's own format. */
export function log(name: string, ...rows: readonly string[]): string {
  return file(name, ["ticket,service,at,state,severity", ...rows, ""].join("\n"));
}
