import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { PartialStrykerOptions } from "@stryker-mutator/api/core";
import { packageCommand } from "../../tools/npm";
import { type CodePart, PARTS, type Part } from "./parts";
import { IN_CIRCLES, NOT_SAMPLED } from "./runner/judgement";
import { FOLDER, type Score } from "./score";

/** A part of a report in the published schema of mutation testing reports. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place };
  readonly status: string;
  readonly statusReason?: string;
}

/** Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

const CONFIG = `${FOLDER}/stryker.json`;

/**
 * Breaks the code of a part in every small way there is, and keeps the report under the part's name.
 *
 * @param oneIn judges every mutant if it is 1, and every third if it is 3
 */
export function breakCode(part: CodePart, oneIn: number): Score {
  const base: PartialStrykerOptions = JSON.parse(readFileSync("stryker.config.json", "utf8"));
  const options: PartialStrykerOptions = {
    ...base,
    mutate: [...PARTS[part].mutate],
    // What was left out must not count as judged.
    incremental: oneIn === 1,
    incrementalFile: `${FOLDER}/${part}-incremental.json`,
    jsonReporter: { fileName: `${FOLDER}/${part}.json` },
    htmlReporter: { fileName: `${FOLDER}/${part}.html` },
  };
  writeFileSync(CONFIG, JSON.stringify(options));
  const { status } = spawnSync(
    ...packageCommand("@stryker-mutator/core", "stryker", ["run", CONFIG]),
    { stdio: "inherit", env: { ...process.env, ...environment(part, oneIn) } },
  );
  if (status !== 0) throw new Error(`Stryker failed on the part ${part}.`);
  return scoreOf(JSON.parse(readFileSync(`${FOLDER}/${part}.json`, "utf8")));
}

/** The runner is TypeScript. Each property is shown few examples, since it runs again for each mutant. */
function environment(part: CodePart, oneIn: number): Readonly<Record<string, string>> {
  const { tests, without = [] }: Part = PARTS[part];
  return {
    NODE_OPTIONS: "--import tsx",
    MUTATION_TESTS: tests.join(" "),
    MUTATION_WITHOUT: without.join(" "),
    MUTATION_ONE_IN: String(oneIn),
    PROPERTY_RUNS: "2",
    TZ: "UTC",
  };
}

/** What runs in circles is told by counting; what the clock alone has stopped was not seen. */
function scoreOf({ files }: Report): Score {
  let seen = 0;
  const survivors: string[] = [];
  for (const [file, { mutants }] of Object.entries(files)) {
    for (const { mutatorName, replacement, location, status, statusReason } of mutants) {
      const inCircles = status === "Timeout" && statusReason === IN_CIRCLES;
      if (statusReason === NOT_SAMPLED) continue;
      if (status === "Killed" || inCircles) seen++;
      else {
        const { line, column } = location.start;
        survivors.push(`${file}:${line}:${column} ${mutatorName} ${replacement} (${status})`);
      }
    }
  }
  return { seen, survivors };
}
