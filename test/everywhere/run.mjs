/**
 * Runs the checks under this Node.js and prints the outcome as JSON. The built package is found by its
 * name, as a program that has installed it finds it: `node run.mjs import`, or `node run.mjs require`.
 */
import { createRequire } from "node:module";
import { checks } from "./checks.mjs";

const require = createRequire(import.meta.url);
const load = { import: (name) => import(name), require }[process.argv[2]];

// Whatever entries there are, each must load.
const entries = {};
for (const [path, target] of Object.entries(require("core-hours/package.json").exports)) {
  if (target.import) entries[path] = await load(`core-hours${path.slice(1)}`);
}
const outcome = await checks(
  entries["."],
  entries["./timeline"],
  entries["./testing"],
  await load("luxon"),
);
const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
console.log(JSON.stringify({ ...outcome, timeZone, locale }));
