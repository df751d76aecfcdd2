import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { PartialStrykerOptions } from "@stryker-mutator/api/core";
import { packageCommand } from "../../tools/npm";
import { PARTS, type PartName } from "./parts";
import { FOLDER, type Score } from "./score";

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

const CONFIG = `${FOLDER}/stryker.json`;

/** Runs some mutants, and keeps the report under a name. */
function run(name: string, part: PartName, options: PartialStrykerOptions, without = ""): Report {
  const base: PartialStrykerOptions = JSON.parse(readFileSync("stryker.config.json", "utf8"));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(CONFIG, JSON.stringify({ ...base, ...options }));
  const tests = PARTS[part].tests.join(" ");
  const env = { ...process.env, MUTATION_TESTS: tests, MUTATION_WITHOUT: without };
  const stryker = packageCommand("@stryker-mutator/core", "stryker", ["run", CONFIG]);
  const { status } = spawnSync(...stryker, { stdio: "inherit", env });
  if (status !== 0) throw new Error(`Stryker failed on the part ${part}.`);
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

/**
 * Breaks the code of a part in every small way there is.
 *
 * Each mutant is first judged by the tests that run its code. Some code runs while tests are loaded,
 * or once for all of them, so no single test appears to run it. The mutants that are left are
 * therefore judged by every test, each in a process that has loaded them anew.
 */
export function breakCode(part: PartName): Score {
  const first = run(part, part, {
    mutate: [...PARTS[part].mutate],
    incrementalFile: `${FOLDER}/${part}-incremental.json`,
  });
  const seen = mutantsOf(first, ["Killed", "Timeout"]).size;
  const left = mutantsOf(first, ["Survived", "NoCoverage", "Ignored"]);
  if (left.size === 0) return { seen, survivors: [] };
  const second = run(
    `${part}-left`,
    part,
    {
      mutate: [...new Set(left.values())],
      coverageAnalysis: "off",
      ignoreStatic: false,
      incremental: false,
    },
    "test/**/*properties.test.ts", // Random tests run the code that they look at.
  );
  const caught = mutantsOf(second, ["Killed", "Timeout"]);
  const survivors = [...left.keys()].filter((mutant) => !caught.has(mutant));
  return { seen: seen + left.size - survivors.length, survivors };
}
