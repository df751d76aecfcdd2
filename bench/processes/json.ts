import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs a script of this folder in a fresh process and takes the numbers that it prints. */
export function numbersFrom(script: string): unknown {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", file], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
