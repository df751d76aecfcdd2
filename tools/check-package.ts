/**
 * Packs the package and uses it from an empty project: as an ES module, as CommonJS, for its types, and
 * as a command. It tries the laws too, once fast-check is there, which nothing else needs. It also checks the
 * packed pages: each of their links leads to a packed file. It needs a build.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, npmCommand } from "./npm";
import { brokenLinks } from "./package/links";
import { PROGRAMS } from "./package/programs";

const root = join(import.meta.dirname, "..");
const project = mkdtempSync(join(tmpdir(), "core-hours-package-"));
const modules = join(project, "node_modules");
const packed = join(modules, "core-hours");

/** Runs a command in the empty project, and gives what it printed. @throws {Error} if it fails */
function run([program, args]: Command, cwd = project): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit code ${status}\n${stdout}${stderr}`);
  return stdout;
}
const node = (...args: string[]) => run([process.execPath, args]);

const tsc = join(root, "node_modules/typescript/bin/tsc");
const checkTypes = (...files: string[]) =>
  node(
    ...[tsc, "--strict", "--noEmit", "--resolveJsonModule", "--module", "nodenext"],
    ...["--lib", "es2022", ...files],
  );

function equal(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) {
    throw new Error(`${what}: expected\n${expected}\nand found\n${found}`);
  }
}

/** Packs and installs the package as a user would. */
function install(): void {
  run(npmCommand(["pack", "--silent", "--pack-destination", project]), root);
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  for (const [name, text] of Object.entries(PROGRAMS)) writeFileSync(join(project, name), text);
  run(npmCommand(["install", "--silent", "--no-audit", "--no-fund", `./${tarball}`]));
  const installed = readdirSync(modules).filter((name) => !name.startsWith("."));
  console.log(`installed: ${installed.join(", ")}`);
}

function checkFiles(): void {
  const files = readdirSync(packed, { recursive: true, encoding: "utf8" });
  const accounts = files.filter((file) => file.includes("metafile"));
  equal("accounts of the build among its files", accounts.join(), "");
  for (const name of ["README.md", "LICENSE", "THIRD-PARTY.md", "CHANGELOG.md"]) {
    if (!files.includes(name)) throw new Error(`the package has no ${name}`);
  }
  equal("links that lead to no file of the package", brokenLinks(packed).join("\n"), "");
  console.log(`ok   its ${files.length} files, and the links of its pages`);
}

function checkCommand(): void {
  const printed = run(npmCommand(["exec", "--", "core-hours", "breaches"]));
  const sample = readFileSync(join(root, "examples/output/breaches.txt"), "utf8");
  equal("core-hours breaches", printed, sample);
  const bin = join(packed, "dist/cli/bin.js");
  const help = node(bin, "--help");
  const commands = [...help.matchAll(/^ {2}([a-z][a-z-]+) \[arguments/gm)].map(([, name]) => name);
  if (commands.length < 2) throw new Error(`--help names no commands:\n${help}`);
  for (const name of commands) {
    const text = node(bin, String(name), "--help");
    if (!text.startsWith(`Usage: core-hours ${name} `)) throw new Error(`${name} --help:\n${text}`);
  }
  const unknown = spawnSync(process.execPath, [bin, "breeches"], { encoding: "utf8" });
  equal("the exit code of an unknown command", unknown.status, 2);
  equal("what an unknown command prints", unknown.stdout, "");
  if (!unknown.stderr.includes("breeches")) throw new Error(unknown.stderr);
  console.log(`ok   as a command: ${commands.join(", ")}`);
}

try {
  install();
  checkFiles();
  node("esm.mjs");
  node("nhs.mjs");
  node("live.mjs");
  console.log("ok   as an ES module");
  node("cjs.cjs");
  node("nhs.cjs");
  node("live.cjs");
  console.log("ok   as CommonJS");
  checkTypes("types.mts", "types.cts");
  console.log("ok   for types, as both");
  checkCommand();
  node("no-laws.mjs");
  node("no-laws.cjs");
  console.log("ok   without fast-check, which only the laws ask for");
  for (const name of ["fast-check", "pure-rand"]) {
    const from = join(root, "node_modules", name);
    if (existsSync(from)) cpSync(from, join(modules, name), { recursive: true });
  }
  node("laws.mjs");
  node("laws.cjs");
  checkTypes("laws.mts", "laws.cts");
  console.log("ok   its laws, with fast-check, as both and for types");
} finally {
  rmSync(project, { recursive: true, force: true });
}
