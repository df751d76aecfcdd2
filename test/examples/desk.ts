import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A program of the desk that runs, at an instant that the test decides. */
export interface Running {
  readonly url: string;
  /** Moves its clock on; false if it was killed meanwhile. */
  moveTo(toMs: number): Promise<boolean>;
  /** Has it killed before the given statement of its database, from now on. */
  killBefore(statement: number): Promise<boolean>;
  /** Kills it, at whichever line it has come to. */
  kill(): Promise<void>;
}

/** The programs of one test, and a folder for their database. */
export class Desk {
  readonly #folder = mkdtempSync(join(tmpdir(), "core-hours-desk-"));
  readonly #running = new Set<ChildProcess>();

  /** Starts a program of the desk on a database of this folder. */
  async start(program: string, nowMs: number, database = "desk.sqlite"): Promise<Running> {
    const imports = ["tsx", "./test/examples/controlled.mjs"].flatMap((name) => ["--import", name]);
    const script = [`examples/desk/${program}`, join(this.#folder, database)];
    const child = spawn(process.execPath, [...imports, ...script], {
      cwd: ROOT,
      env: { ...process.env, NOW_MS: String(nowMs) },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    this.#running.add(child);
    child.on("exit", () => this.#running.delete(child));
    // It has a pipe for its output, which begins with its address.
    const printed = once(child.stdout as NodeJS.ReadableStream, "data");
    const [line] = await Promise.race([printed, once(child, "exit")]);
    if (child.exitCode !== null) throw new Error(`${program} did not start`);
    const ask = async (message: object) => {
      const told = once(child, "message").then(() => true);
      const exited = once(child, "exit").then(() => false);
      child.send(message, () => undefined); // If it was killed, the exit says so.
      return Promise.race([told, exited]);
    };
    return {
      url: String(line).trim(),
      moveTo: (toMs) => ask({ toMs }),
      killBefore: (statement) => ask({ killBefore: statement }),
      kill: async () => {
        const exited = once(child, "exit");
        child.kill("SIGKILL");
        await exited;
      },
    };
  }

  /** Ends what runs, and removes the folder. */
  close(): void {
    for (const child of this.#running) child.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Gives the desk an event; undefined if nobody answers. */
export async function post(url: string, event: object): Promise<number | undefined> {
  const sent = fetch(`${url}/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  });
  return sent.then(
    ({ status }) => status,
    () => undefined,
  );
}
