import {
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
} from "@stryker-mutator/api/test-runner";
import type { Environment } from "./environment";
import { IN_CIRCLES } from "./judgement";
import { runTests } from "./run-tests";
import { isInCircles, NONE, switchboard } from "./switchboard";
import { isLong, nearFirst } from "./test-files";
import { allOf, fileOf, mostSteps } from "./uses";
import type { CollectedTest } from "./vitest";

/** What is judged: by some tests, or by all but the long ones. */
export type Asked = Pick<
  MutantRunOptions,
  "activeMutant" | "testFilter" | "hitLimit" | "sandboxFileName"
>;

/** How many blocks of code a file of tests may run while it is loaded. */
const MOST_STEPS_TO_LOAD = 20_000_000;

/**
 * Runs tests until one fails, the nearest first.
 *
 * @param fromTheStart whether the mutant is in use while the tests are loaded
 */
export async function judge(
  environment: Environment,
  { activeMutant, testFilter, hitLimit, sandboxFileName }: Asked,
  fromTheStart = false,
): Promise<MutantRunResult> {
  const asked = testFilter && new Set(testFilter);
  const files = testFilter && new Set(testFilter.map(fileOf));
  const isAsked = (file: string) => files?.has(file) ?? !isLong(file);
  let nrOfTests = 0;
  let verdict: MutantRunResult | undefined;
  Object.assign(switchboard, { hitCount: 0, hitLimit });
  for (const file of nearFirst(sandboxFileName).filter(isAsked)) {
    let tests: CollectedTest[];
    try {
      switchboard.activeMutant = fromTheStart ? activeMutant.id : NONE;
      Object.assign(switchboard, { steps: 0, mostSteps: MOST_STEPS_TO_LOAD });
      tests = await environment.testsOf(file);
    } catch (error) {
      return failure(file, error, nrOfTests);
    }
    switchboard.activeMutant = activeMutant.id;
    const own = tests.filter(
      ({ id }) => asked === undefined || asked.has(id) || asked.has(allOf(file)),
    );
    await runTests(own, {
      before({ id }) {
        Object.assign(switchboard, { steps: 0, mostSteps: mostSteps(id) });
      },
      after({ id }, _, error) {
        nrOfTests++;
        if (error !== undefined || isInCircles()) verdict = failure(id, error, nrOfTests);
        return verdict === undefined;
      },
    });
    if (verdict !== undefined) return verdict;
  }
  return { status: MutantRunStatus.Survived, nrOfTests };
}

function failure(test: string, error: unknown, nrOfTests: number): MutantRunResult {
  if (isInCircles()) return { status: MutantRunStatus.Timeout, reason: IN_CIRCLES };
  const failureMessage = messageOf(error);
  return { status: MutantRunStatus.Killed, killedBy: [test], failureMessage, nrOfTests };
}

/** The start of a message is enough, and an error may be as large as it likes. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, 300);
  } catch {
    return "an error that cannot be told";
  }
}
