/**
 * Mutation tests of the library, layer by layer: breaks the code in every small way there is, and
 * counts how often the tests of that layer see it. `npm run mutation`, or `npm run mutation -- timeline`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync } from "node:fs";
import { parseArgs } from "node:util";

/** The tests that judge each layer, and the least score that will do, in percent. */
const LAYERS = {
  timeline: { tests: ["test/timeline/**/*.test.ts"], least: 95 },
  calendar: { tests: ["test/calendar/**/*.test.ts"], least: 90 },
  sla: { tests: ["test/{sla,services}/**/*.test.ts"], least: 90 },
} as const;
type Layer = keyof typeof LAYERS;

interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

function isLayer(name: string): name is Layer {
  return Object.hasOwn(LAYERS, name);
}

/** Runs the mutants of a layer. @returns how many were seen, and how many there were */
function mutate(layer: Layer): { readonly seen: number; readonly all: number } {
  const incremental = `reports/mutation/${layer}-incremental.json`;
  const { status } = spawnSync(
    "npx",
    ["stryker", "run", "--mutate", `src/${layer}/**/*.ts`, "--incrementalFile", incremental],
    { stdio: "inherit", env: { ...process.env, MUTATION_TESTS: LAYERS[layer].tests.join(" ") } },
  );
  if (status !== 0) throw new Error(`Stryker failed on src/${layer}.`);
  for (const kind of ["json", "html"]) {
    renameSync(`reports/mutation/mutation.${kind}`, `reports/mutation/${layer}.${kind}`);
  }
  // The report is in the published schema of mutation testing reports.
  const { files } = JSON.parse(readFileSync(`reports/mutation/${layer}.json`, "utf8")) as Report;
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((m) => m.status));
  const count = (...wanted: readonly string[]) =>
    statuses.filter((status) => wanted.includes(status)).length;
  const seen = count("Killed", "Timeout");
  return { seen, all: seen + count("Survived", "NoCoverage") };
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !isLayer(name));
if (unknown.length > 0) {
  console.error(
    `${unknown.join(", ")}: no such layer; there are ${Object.keys(LAYERS).join(", ")}.`,
  );
  process.exit(2);
}
const layers =
  positionals.length > 0 ? positionals.filter(isLayer) : Object.keys(LAYERS).filter(isLayer);
const results = layers.map((layer) => ({ layer, ...mutate(layer) }));
for (const { layer, seen, all } of results) {
  const score = (100 * seen) / all;
  const isEnough = score >= LAYERS[layer].least;
  console.log(
    `${isEnough ? "ok  " : "LOW "} ${layer}: ${seen} of ${all} mutants seen, ${score.toFixed(1)} % (at least ${LAYERS[layer].least} %)`,
  );
  if (!isEnough) process.exitCode = 1;
}
