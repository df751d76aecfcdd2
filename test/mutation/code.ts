import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { PartialStrykerOptions } from "@stryker-mutator/api/core";
import { packageCommand } from "../../tools/npm";
import { type CodePart, PARTS, type Part } from "./parts";
import { IN_CIRCLES, isAsked } from "./runner/judgement";
import { FOLDER, oneLine, type Score, type Survivor } from "./score";

/** A part of a report in the published schema of mutation testing reports. */
interface Report {
  readonly files: Readonly<Record<string, MutatedFile>>;
}

interface MutatedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

interface Mutant {
  readonly id: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly status: string;
  readonly statusReason?: string;
}

interface MutantOfFile extends Mutant {
  readonly file: string;
  readonly source: string;
}

/** Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Which tests judge which mutants. */
interface Asked {
  readonly tests: readonly string[];
  readonly without: readonly string[];
  /** One mutant in so many, or those of some numbers. */
  readonly which: number | readonly string[];
}

/**
 * Breaks the code of a part in every small way there is. What the short tests do not see is judged by
 * the long ones too. The reports are kept under the part's name.
 *
 * @param oneIn judges every mutant if it is 1, and every third if it is 3
 */
export function breakCode(part: CodePart, oneIn: number): Score {
  const { mutate, tests, without = [], further = [] }: Part = PARTS[part];
  const judged = mutantsOf(run(part, mutate, { tests, without, which: oneIn }), oneIn);
  const left = new Map(judged.filter((mutant) => !isSeen(mutant)).map((each) => [each.id, each]));
  if (left.size > 0 && without.length + further.length > 0) {
    const asked: Asked = { tests: [...tests, ...further], without: [], which: [...left.keys()] };
    // The numbers of the mutants are the same in both runs, since the code is.
    for (const mutant of mutantsOf(run(`${part}-left`, mutate, asked), asked.which)) {
      if (isSeen(mutant)) left.delete(mutant.id);
    }
  }
  return { seen: judged.length - left.size, survivors: [...left.values()].map(survivorOf) };
}

function run(name: string, mutate: readonly string[], asked: Asked): Report {
  const base: PartialStrykerOptions = JSON.parse(readFileSync("stryker.config.json", "utf8"));
  const options: PartialStrykerOptions = {
    ...base,
    mutate: [...mutate],
    // What was left out must not count as judged.
    incremental: asked.which === 1,
    incrementalFile: `${FOLDER}/${name}-incremental.json`,
    jsonReporter: { fileName: `${FOLDER}/${name}.json` },
    htmlReporter: { fileName: `${FOLDER}/${name}.html` },
  };
  // Runs of several parts at a time have a file each.
  const config = `${FOLDER}/${name}-stryker.json`;
  writeFileSync(config, JSON.stringify(options));
  const { status } = spawnSync(
    ...packageCommand("@stryker-mutator/core", "stryker", ["run", config]),
    { stdio: "inherit", env: { ...process.env, ...environment(asked) } },
  );
  if (status !== 0) throw new Error(`Stryker failed on ${name}.`);
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
}

/** The runner is TypeScript. Each property is shown few examples, since it runs again for each mutant. */
function environment({ tests, without, which }: Asked): Readonly<Record<string, string>> {
  return {
    NODE_OPTIONS: "--import tsx",
    MUTATION_TESTS: tests.join(" "),
    MUTATION_WITHOUT: without.join(" "),
    ...(typeof which === "number"
      ? { MUTATION_ONE_IN: String(which) }
      : { MUTATION_ONLY: which.join(",") }),
    PROPERTY_RUNS: "2",
    TZ: "UTC",
  };
}

/** The mutants that were asked for. Stryker itself says of each that no test runs it. */
function mutantsOf({ files }: Report, which: Asked["which"]): MutantOfFile[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(({ id }) => isAsked(id, which)).map((mutant) => ({ ...mutant, file, source })),
  );
}

function survivorOf({ file, source, location, replacement = "" }: MutantOfFile): Survivor {
  const lines = source.split("\n");
  const offsetOf = ({ line, column }: Place) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  const code = source.slice(offsetOf(location.start), offsetOf(location.end));
  return {
    file,
    line: location.start.line,
    code: oneLine(code),
    becomes: oneLine(replacement),
  };
}

/** What runs in circles is told by counting; what the clock alone has stopped was not seen. */
function isSeen({ status, statusReason }: Mutant): boolean {
  return status === "Killed" || (status === "Timeout" && statusReason === IN_CIRCLES);
}
