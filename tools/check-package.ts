/**
 * Packs the package and uses it from an empty project: as an ES module, as CommonJS, and for its
 * types; the laws too, once fast-check is there, which nothing else needs. Needs a build; takes the
 * versions of what it installs from this project's lockfile.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
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

/** What says that fast-check is missing, and nothing else, where it is. */
const missIt = `
  throw new Error("the laws were found without fast-check");
} catch (error) {
  const isMissing = /^(ERR_)?MODULE_NOT_FOUND$/.test(error.code);
  if (!isMissing || !error.message.includes("fast-check")) throw error;
}
`;

const tryLaws = `
checkCalendar(alwaysOpen("Europe/London"), { numRuns: 3 });
checkSla(nhsmail(), { targets: ["incidentResolution"], numRuns: 3 });
try {
  checkCalendar(alwaysOpen(), { until: 0, from: 1 });
  throw new Error("no error");
} catch (error) {
  // One class, whichever entry it comes from.
  if (!(error instanceof CoreHoursError) || error.code !== "span-empty") throw error;
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
  "no-laws.mjs": `import "core-hours";
import "core-hours/timeline";
try {
  await import("core-hours/testing");${missIt}`,
  "no-laws.cjs": `require("core-hours");
require("core-hours/timeline");
try {
  require("core-hours/testing");${missIt}`,
  "laws.mjs": `import { alwaysOpen, CoreHoursError, nhsmail } from "core-hours";
import { checkCalendar, checkSla } from "core-hours/testing";
${tryLaws}`,
  "laws.cjs": `const { alwaysOpen, CoreHoursError, nhsmail } = require("core-hours");
const { checkCalendar, checkSla } = require("core-hours/testing");
${tryLaws}`,
  "laws.mts": `import { alwaysOpen, defineSla, nhsmail, type WorkingCalendar } from "core-hours";
import { anyInstantsNear, anyTicketFor, calendarLaws, checkSla, type Law } from "core-hours/testing";
import fc from "fast-check";
const calendar = alwaysOpen();
const first: Law<WorkingCalendar> | undefined = calendarLaws[0];
first?.check(calendar, { numRuns: 1, from: "2026-01-01T00:00:00Z" });
checkSla(nhsmail(), { targets: ["incidentResolution"] });
checkSla(defineSla({ id: "none", targets: {} }));
fc.assert(
  fc.property(anyInstantsNear(calendar, ["a", "b"]), ({ a, b }) => calendar.isOpen(a) && b !== ""),
);
const tickets = anyTicketFor(nhsmail(), "incidentResolution");
const asOf: string | undefined = fc.sample(tickets, 1)[0]?.asOf;
// @ts-expect-error no instant was called c
fc.property(anyInstantsNear(calendar, ["a", "b"]), ({ c }) => c !== "");
// @ts-expect-error a law of calendars is not for policies
first?.check(nhsmail());
export { asOf };
`,
  "laws.cts": `import testing = require("core-hours/testing");
const names: readonly string[] = testing.slaLaws.map(({ name }) => name);
export = names;
`,
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
  run(process.execPath, ["no-laws.mjs"]);
  run(process.execPath, ["no-laws.cjs"]);
  console.log("ok   without fast-check, which only the laws ask for");
  for (const name of ["fast-check", "pure-rand"]) {
    const from = join(root, "node_modules", name);
    cpSync(from, join(project, "node_modules", name), { recursive: true });
  }
  run(process.execPath, ["laws.mjs"]);
  run(process.execPath, ["laws.cjs"]);
  run(process.execPath, [tsc, ...strict, "laws.mts", "laws.cts"]);
  console.log("ok   its laws, with fast-check, as both and for types");
} finally {
  rmSync(project, { recursive: true, force: true });
}
