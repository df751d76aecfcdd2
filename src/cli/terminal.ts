import { fstatSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** What the command reads from and writes to, and when it is run. */
export interface Terminal {
  readonly stdin: Readable;
  /** The file that standard input comes from; absent if it is not known. */
  readonly stdinFile?: { readonly dev: number; readonly ino: number } | null | undefined;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly nowMs: number;
  /** Asks the person at the terminal; absent if there is none. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** The terminal of this process, and what went wrong while writing to it. */
export interface ProcessTerminal extends Terminal {
  /** Waits until all is written; gives the failure, such as a full disk, or null. */
  readonly flushed: () => Promise<Error | null>;
}

/** The terminal of this process. */
export function processTerminal(): ProcessTerminal {
  const { stdin, stdout, stderr } = process;
  let failure: Error | null = null;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough, such as `head`, closes the pipe; that is not a failure of this end.
      if (error.code !== "EPIPE") failure ??= error;
    });
  }
  const flushed = async () => {
    await new Promise<void>((resolve) => stdout.write("", () => resolve()));
    return failure;
  };
  const ask = stdin.isTTY && stderr.isTTY ? askOn(stdin, stderr) : undefined;
  return { stdin, stdinFile: fileOfStdin(), stdout, stderr, nowMs: Date.now(), ask, flushed };
}

/** Asks on a stream and reads a line; gives nothing if the stream ends first. */
function askOn(input: Readable, output: Writable): (question: string) => Promise<string> {
  return (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input, output });
      lines.once("close", () => resolve(""));
      lines.question(question, (answer) => {
        resolve(answer);
        lines.close();
      });
    });
}

function fileOfStdin(): NonNullable<Terminal["stdinFile"]> | null {
  try {
    const stats = fstatSync(0);
    return stats.isFile() ? stats : null;
  } catch {
    return null;
  }
}
