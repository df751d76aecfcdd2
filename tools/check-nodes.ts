/**
 * Runs the checks of `test/everywhere` with the built package on every Node.js it supports, as an ES
 * module and as CommonJS, in several time zones and languages. It needs a build; npm fetches each Node.js.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { judge, PLACES, type Place, type Run, report } from "./everywhere";
import { npmCommand } from "./npm";

const VERSIONS = ["20", "22", "24", "26"];
const WAYS = ["import", "require"] as const;
const root = join(import.meta.dirname, "..");
const execute = promisify(execFile);

/** The JSON that a program prints. */
async function run(command: string, args: readonly string[], env = {}): Promise<unknown> {
  const options = { cwd: root, env: { ...process.env, ...env }, timeout: 180_000 };
  const { stdout } = await execute(command, args, options);
  return JSON.parse(stdout);
}

/** What a Node.js says about itself: its path, its version, and the version of its time zone data. */
const aboutNode = z.tuple([z.string(), z.string(), z.string()]);
const ASK = "JSON.stringify([process.execPath, process.version, process.versions.tz])";

/** Runs the checks on one Node.js in one place. */
async function check(node: string, way: (typeof WAYS)[number], place: Place): Promise<Run> {
  const env = { TZ: place.timeZone, LC_ALL: `${place.language.replace("-", "_")}.UTF-8` };
  try {
    const found = await run(node, ["test/everywhere/run.mjs", way], env);
    const { passed, problems } = judge(found, place);
    return { passed, problems: problems.map((problem) => `by ${way}, ${problem}`) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The line that says why a program failed.
    const why = /^\w*Error\b.*$/m.exec(message)?.[0] ?? message;
    return { passed: 0, problems: [`by ${way}, ${place.timeZone}: ${why}`] };
  }
}

console.log(`by import and by require, in ${PLACES.map(({ timeZone }) => timeZone).join(", ")}:`);
for (const version of VERSIONS) {
  try {
    const ask = ["exec", "--yes", `--package=node@${version}`, "--", "node", "-p", ASK];
    const [node, exact, timeZones] = aboutNode.parse(await run(...npmCommand(ask)));
    if (!exact.startsWith(`v${version}.`)) throw new Error(`npm gave ${exact}`);
    const runs: Run[] = [];
    for (const place of PLACES) {
      runs.push(...(await Promise.all(WAYS.map((way) => check(node, way, place)))));
    }
    report(`Node.js ${exact}, time zones of ${timeZones}`, runs);
  } catch (error) {
    report(`Node.js ${version}`, [{ passed: 0, problems: [`could not be fetched. ${error}`] }]);
  }
}
