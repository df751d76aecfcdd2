import { resolve } from "node:path";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type CompleteDryRunResult,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { Environment } from "./environment";
import { type Asked, judge, messageOf } from "./judge";
import { isAsked, NOT_ASKED } from "./judgement";
import { runTests } from "./run-tests";
import { NONE, switchboard } from "./switchboard";
import { isLong, testFiles } from "./test-files";
import { allOf, fileOf, readUses, Uses } from "./uses";

/** Which mutants are judged: those of some numbers, or one in so many. */
const WHICH =
  process.env["MUTATION_ONLY"]?.split(",") ?? Number(process.env["MUTATION_ONE_IN"] ?? 1);

/**
 * Judges mutants in a process that has loaded the code and the tests once, and that calls the tests
 * again for each mutant, which takes a twentieth of the time. What a mutant leaves behind must judge
 * no other: a test that fails is run again without the mutant, and if it fails again, everything is
 * loaded anew and the mutant is judged again. A mutant that ran less often than its tests ask for is judged where it was
 * in use as everything was loaded, by all short tests of the files that run it, since the code may have
 * kept what it made for another test.
 */
class InProcessRunner implements TestRunner {
  #environment: Environment | undefined;
  #isClean = true;

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Runs all tests without a mutant, and counts which of them run which code. */
  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const environment = await Environment.open(true);
    for (const file of files) await environment.load(file);
    const uses = new Uses();
    const tests: TestResult[] = [];
    for (const file of testFiles()) {
      // Code that runs once, and keeps what it made, runs again for each file.
      await environment.reload();
      await runTests(await environment.testsOf(file), {
        before({ id }) {
          switchboard.currentTestId = id;
        },
        after({ id, name }, timeSpentMs, error) {
          switchboard.currentTestId = undefined;
          const base = { id, name, fileName: resolve(file), timeSpentMs };
          tests.push(
            error === undefined
              ? { ...base, status: TestStatus.Success }
              : { ...base, status: TestStatus.Failed, failureMessage: messageOf(error) },
          );
          return true;
        },
      });
      uses.countFile(file);
    }
    await environment.close();
    uses.write();
    const complete: CompleteDryRunResult = { status: DryRunStatus.Complete, tests };
    const { mutantCoverage } = switchboard;
    return mutantCoverage === undefined ? complete : { ...complete, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (!isAsked(options.activeMutant.id, WHICH)) {
      return { status: MutantRunStatus.Error, errorMessage: NOT_ASKED };
    }
    this.#environment ??= await Environment.open(false);
    const environment = this.#environment;
    const testFilter = options.testFilter ?? readUses(options.activeMutant.id);
    if (testFilter === undefined) return this.#judgeFromTheStart(environment, options);
    const asked = { ...options, testFilter };
    const files = new Set(testFilter.map(fileOf).filter((file) => !isLong(file)));
    const wholeFiles = [...files].map(allOf);
    if (!this.#isClean) await this.#clean(environment);
    let result = await judge(environment, asked);
    if (result.status === MutantRunStatus.Killed) {
      const again = await judge(environment, {
        ...asked,
        testFilter: [result.killedBy].flat(),
        activeMutant: { ...options.activeMutant, id: NONE },
      });
      if (again.status === MutantRunStatus.Survived) return result;
      await this.#clean(environment);
      result = await judge(environment, asked);
    }
    // If it ran less often than tests use it, the code has run before, and kept what it made.
    const { hitCount = 0 } = switchboard;
    const wasKept = options.testFilter === undefined || hitCount < testFilter.length;
    if (result.status === MutantRunStatus.Survived && wasKept) {
      return this.#judgeFromTheStart(environment, { ...options, testFilter: wholeFiles });
    }
    this.#isClean = result.status === MutantRunStatus.Survived;
    return result;
  }

  /** Loads everything anew, without a mutant. */
  async #clean(environment: Environment): Promise<void> {
    switchboard.activeMutant = NONE;
    await environment.reload();
    this.#isClean = true;
  }

  /** Loads everything anew with the mutant in use, and judges it. */
  async #judgeFromTheStart(environment: Environment, asked: Asked): Promise<MutantRunResult> {
    this.#isClean = false;
    await environment.reload();
    return judge(environment, asked, true);
  }

  async dispose(): Promise<void> {
    await this.#environment?.close();
  }
}

/** Stryker asks for its plugins by this name. */
export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "in-process", () => new InProcessRunner()),
];
