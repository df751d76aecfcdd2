/**
 * Mutation tests of the library, layer by layer: breaks the code in every small way there is, and
 * counts how often the tests see it. `npm run mutation`, or `npm run mutation -- timeline`.
 *
 * Each mutant is first judged by the tests that run its code. Some code runs while tests are loaded,
 * or once for all of them, so no single test appears to run it. The mutants that are left are
 * therefore judged by every test, each in a process that has loaded them anew.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { PartialStrykerOptions } from "@stryker-mutator/api/core";
import { packageCommand } from "../../tools/npm";

/** The lowest acceptable score of all layers together, in percent. */
const LEAST = 90;
/** The tests that judge each layer, and the lowest acceptable score of each. */
const LAYERS = {
  timeline: { tests: ["test/timeline/**/*.test.ts"], least: 95 },
  calendar: {
    tests: [
      "test/{calendar,calendars}/**/*.test.ts",
      "test/sla/{clock/{day-clock,corners},building-blocks}.test.ts",
    ],
    least: 90,
  },
  sla: { tests: ["test/{sla,services}/**/*.test.ts"], least: 85 },
} as const;
type Layer = keyof typeof LAYERS;

/** A part of a report in the published schema of mutation testing reports. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly status: string;
}

/** Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const FOLDER = "reports/mutation";
const CONFIG = `${FOLDER}/stryker.json`;

function isLayer(name: string): name is Layer {
  return Object.hasOwn(LAYERS, name);
}

/** Runs some mutants, and keeps the report under a name. */
function run(name: string, layer: Layer, options: PartialStrykerOptions, without = ""): Report {
  const base: PartialStrykerOptions = JSON.parse(readFileSync("stryker.config.json", "utf8"));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(CONFIG, JSON.stringify({ ...base, ...options }));
  const tests = LAYERS[layer].tests.join(" ");
  const env = { ...process.env, MUTATION_TESTS: tests, MUTATION_WITHOUT: without };
  const stryker = packageCommand("@stryker-mutator/core", "stryker", ["run", CONFIG]);
  const { status } = spawnSync(...stryker, { stdio: "inherit", env });
  if (status !== 0) throw new Error(`Stryker failed on src/${layer}.`);
  for (const kind of ["json", "html"]) {
    const made = `${FOLDER}/mutation.${kind}`;
    if (existsSync(made)) renameSync(made, `${FOLDER}/${name}.${kind}`);
  }
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
}

/** The mutants of a report that have some status, each under a name that is the same in any report. */
function mutantsOf({ files }: Report, statuses: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [file, { mutants }] of Object.entries(files)) {
    for (const { mutatorName, replacement, location, status } of mutants) {
      if (!statuses.includes(status)) continue;
      const { start, end } = location;
      // A range counts its columns from 0.
      const range = `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
      found.set(`${range} ${mutatorName} ${replacement}`, range);
    }
  }
  return found;
}

/** Runs the mutants of a layer. @returns how many were seen, and how many there were */
function mutate(layer: Layer): { readonly seen: number; readonly all: number } {
  const first = run(layer, layer, {
    mutate: [`src/${layer}/**/*.ts`],
    incrementalFile: `${FOLDER}/${layer}-incremental.json`,
  });
  const seen = mutantsOf(first, ["Killed", "Timeout"]).size;
  const left = mutantsOf(first, ["Survived", "NoCoverage", "Ignored"]);
  if (left.size === 0) return { seen, all: seen };
  const second = run(
    `${layer}-left`,
    layer,
    {
      mutate: [...new Set(left.values())],
      coverageAnalysis: "off",
      ignoreStatic: false,
      incremental: false,
    },
    "test/**/*properties.test.ts", // Random tests run the code that they look at.
  );
  const caught = mutantsOf(second, ["Killed", "Timeout"]);
  const more = [...left.keys()].filter((mutant) => caught.has(mutant)).length;
  return { seen: seen + more, all: seen + left.size };
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
const results = layers.map((layer) => ({
  name: `src/${layer}`,
  least: LAYERS[layer].least,
  ...mutate(layer),
}));
const total = (of: (result: (typeof results)[number]) => number) =>
  results.reduce((sum, result) => sum + of(result), 0);
const overall = { seen: total(({ seen }) => seen), all: total(({ all }) => all) };
for (const { name, least, seen, all } of [
  ...results,
  { name: "in all", least: LEAST, ...overall },
]) {
  const score = (100 * seen) / all;
  const isEnough = score >= least;
  console.log(
    `${isEnough ? "ok  " : "LOW "} ${name}: ${seen} of ${all} mutants seen, ${score.toFixed(1)} % (at least ${least} %)`,
  );
  if (!isEnough) process.exitCode = 1;
}
