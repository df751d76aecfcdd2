import type { MutantCoverage } from "@stryker-mutator/api/core";

/** What the code that Stryker has changed reads, and writes down. */
export interface Switchboard {
  activeMutant?: string;
  currentTestId?: string | undefined;
  /** How often the mutant has run, and how often it may. */
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  /** How many blocks of code have run, and how many may. */
  steps?: number;
  mostSteps?: number;
  mutantCoverage?: MutantCoverage;
}

/** No mutant has this name. */
export const NONE = "none";

export const switchboard: Switchboard = {};
// Under the name by which Stryker's code looks for it.
Reflect.set(globalThis, "__stryker__", switchboard);

/** Whether the mutant, or all code, has run far more often than it does without a mutant. */
export function isInCircles(): boolean {
  const { hitCount = 0, hitLimit = hitCount, steps = 0, mostSteps = steps } = switchboard;
  return hitCount > hitLimit || steps > mostSteps;
}
