import type { Readable, Writable } from "node:stream";

/** What the command reads from and writes to, and when it is run. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly nowMs: number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // A reader that has seen enough, such as `head`, closes the pipe; that is no failure of this end.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  return { stdin, stdout, stderr, nowMs: Date.now() };
}
