/**
 * Packs the package and uses it from an empty project: as an ES module, as CommonJS, and for its
 * types. Needs a build; takes the versions of what it installs from this project's lockfile.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "core-hours-package-"));

const run = (command: string, args: readonly string[], cwd = project) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const useIt = `
const sla = nhsmail();
const due = sla.targets.incidentResolution.due("2026-11-20T09:00:00Z").toISO();
if (due !== "2026-11-25T12:00:00.000+00:00") throw new Error(\`due \${due}\`);
try {
  new Timeline({ startMs: 0, endMs: 1, periods: () => ({ opens: [], closes: [] }) }).isOpen(2);
  throw new Error("no error");
} catch (error) {
  // One class, whichever of the two entries it comes from.
  if (!(error instanceof CoverageError)) throw error;
}
`;

const files: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "empty", "private": true }',
  "esm.mjs": `import { CoverageError, nhsmail } from "core-hours";
import { Timeline } from "core-hours/timeline";
${useIt}`,
  "cjs.cjs": `const { CoverageError, nhsmail } = require("core-hours");
const { Timeline } = require("core-hours/timeline");
${useIt}`,
  "types.mts": `import { defineCalendar, type SlaReading, nhsmail } from "core-hours";
import { type Tie, Timeline } from "core-hours/timeline";
const tie: Tie = "close";
const calendar = defineCalendar({ timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } });
const timeline: Timeline = calendar.timeline;
const due: number = timeline.add(0, 1, tie);
const reading: SlaReading = nhsmail().targets.incidentResolution.track([], { asOf: due });
const at: string | null | undefined = reading.dueAt?.toISO();
// @ts-expect-error a misspelt target is no target
nhsmail().targets.incidentResolutoin;
// @ts-expect-error an amount in days is not exact
calendar.add(0, { days: 1 });
export { at };
`,
  "types.cts": `import core = require("core-hours");
const status: core.SlaStatus = "met";
export = status;
`,
};

try {
  run("npm", ["pack", "--silent", "--pack-destination", project], root);
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", `./${tarball}`]);
  const installed = readdirSync(join(project, "node_modules")).filter(
    (name) => !name.startsWith("."),
  );
  console.log(`installed: ${installed.join(", ")}`);
  run(process.execPath, ["esm.mjs"]);
  console.log("ok   as an ES module");
  run(process.execPath, ["cjs.cjs"]);
  console.log("ok   as CommonJS");
  // Luxon's types are the one thing a TypeScript project adds.
  mkdirSync(join(project, "node_modules/@types"), { recursive: true });
  cpSync(join(root, "node_modules/@types/luxon"), join(project, "node_modules/@types/luxon"), {
    recursive: true,
  });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--noEmit", "--module", "nodenext", "--lib", "es2022"];
  run(process.execPath, [tsc, ...strict, "types.mts", "types.cts"]);
  console.log("ok   for types, as both");
} finally {
  rmSync(project, { recursive: true, force: true });
}
