import type { Readable, Writable } from "node:stream";

/** What the command reads from and writes to, and when it is run. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly nowMs: number;
}
