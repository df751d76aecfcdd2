import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A program and its arguments. */
export type Command = readonly [program: string, args: string[]];

/**
 * How to start npm: by Node.js and npm's own script, since Windows starts `npm.cmd` only through a shell.
 * npm tells the programs that it runs where its script is; otherwise the script is looked for beside Node.js.
 *
 * @example npmCommand(["pack"]) // ["/usr/bin/node", ["/usr/lib/node_modules/npm/bin/npm-cli.js", "pack"]]
 * @throws {Error} if there is no npm
 */
export function npmCommand(args: readonly string[]): Command {
  const beside = dirname(process.execPath);
  const script = [
    process.env["npm_execpath"] ?? "",
    join(beside, "node_modules/npm/bin/npm-cli.js"),
    join(beside, "../lib/node_modules/npm/bin/npm-cli.js"),
  ].find((path) => /\bnpm-cli\.c?js$/.test(path) && existsSync(path));
  if (script === undefined) throw new Error('npm was not found; start this by "npm run …"');
  return [process.execPath, [script, ...args]];
}

/**
 * How to start a program of an installed package.
 *
 * @example packageCommand("vitest", "vitest", ["run"]) // ["/usr/bin/node", [".../vitest.mjs", "run"]]
 */
export function packageCommand(name: string, program: string, args: readonly string[]): Command {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`${name}/package.json`);
  const { bin }: { bin: string | Record<string, string> } = require(file);
  const path = typeof bin === "string" ? bin : bin[program];
  if (path === undefined) throw new Error(`${name} has no program ${program}`);
  return [process.execPath, [join(dirname(file), path), ...args]];
}

/** Runs a command to its end, on this terminal. @throws {Error} if it fails */
export function runCommand([program, args]: Command, env: Readonly<Record<string, string>> = {}) {
  const { status, error } = spawnSync(program, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`exit code ${status}: ${args.join(" ")}`);
}
