import { readFileSync, writeFileSync } from "node:fs";
import { switchboard } from "./switchboard";

/** For each mutant that a file of tests uses while it is loaded: the tests that may see it. */
type TestsByMutant = Record<string, string[]>;

/** What was found without a mutant. */
interface Found {
  readonly tests: TestsByMutant;
  /** For each test, how often it runs code that can be changed; at least as often as it runs a block. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Written by the process that runs the tests without a mutant, in the sandbox that all processes share. */
const FILE = "mutation-uses.json";
let read: Found | undefined;

/**
 * Which tests may see a mutant whose code runs while a file of tests is loaded. Stryker knows no
 * better than to ask every test there is.
 */
export class Uses {
  /** What runs while the sources themselves are loaded; any test may see it. */
  readonly #always: ReadonlySet<string>;
  readonly #tests: TestsByMutant = {};
  #before: Record<string, number>;

  /** To be called once the sources are loaded, and no test. */
  constructor() {
    this.#before = { ...switchboard.mutantCoverage?.static };
    this.#always = new Set(Object.keys(this.#before));
  }

  /** A file has been loaded and its tests run: every test of it may see what ran outside of them. */
  countFile(file: string): void {
    const now = { ...switchboard.mutantCoverage?.static };
    for (const [mutant, hits] of Object.entries(now)) {
      if (this.#always.has(mutant) || hits === this.#before[mutant]) continue;
      this.#tests[mutant] ??= [];
      this.#tests[mutant].push(allOf(file));
    }
    this.#before = now;
  }

  write(): void {
    const steps: Record<string, number> = {};
    for (const [test, hits] of Object.entries(switchboard.mutantCoverage?.perTest ?? {})) {
      steps[test] = Object.values(hits).reduce((sum, count) => sum + count, 0);
      for (const mutant of Object.keys(hits)) this.#tests[mutant]?.push(test);
    }
    const found: Found = { tests: this.#tests, steps };
    writeFileSync(FILE, JSON.stringify(found));
  }
}

/** The tests that may see a mutant; undefined if any may. */
export function readUses(mutant: string): string[] | undefined {
  return found().tests[mutant];
}

/** How many blocks of code a test may run before it is said to run in circles. */
export function mostSteps(test: string): number {
  return 100_000 + 20 * (found().steps[test] ?? 0);
}

function found(): Found {
  read ??= JSON.parse(readFileSync(FILE, "utf8")) as Found; // As it was written.
  return read;
}

/** Stands for every test of a file. */
export function allOf(file: string): string {
  return `${file}#`;
}

/** The file of a test, or of all its tests. */
export function fileOf(test: string): string {
  return test.slice(0, test.indexOf("#"));
}
