import type { CollectedTest, Suite } from "./vitest";

/** What a run calls as it goes. */
export interface Watch {
  before?(test: CollectedTest): void;
  /** Whether the run goes on. */
  after(test: CollectedTest, took: number, error: unknown): boolean;
}

/** Runs tests in their order, with what their files and suites ask for around them. */
export async function runTests(tests: readonly CollectedTest[], watch: Watch): Promise<void> {
  const entered = new Set<Suite>();
  try {
    for (const test of tests) {
      const suites = suitesOf(test);
      const startMs = performance.now();
      let error: unknown;
      watch.before?.(test);
      try {
        for (const suite of suites.filter((each) => !entered.has(each))) {
          entered.add(suite);
          for (const step of suite.beforeAll) await step();
        }
        for (const { beforeEach } of suites) for (const step of beforeEach) await step();
        await test.run();
      } catch (thrown) {
        error = thrown ?? new Error("Nothing was thrown.");
      }
      try {
        for (const { afterEach } of suites.toReversed()) for (const step of afterEach) await step();
      } catch (thrown) {
        error ??= thrown;
      }
      if (!watch.after(test, performance.now() - startMs, error)) return;
    }
  } finally {
    for (const { afterAll } of [...entered].reverse())
      for (const step of afterAll) await tried(step);
  }
}

/** What a suite says at its end is of all its tests, and not all were run. */
async function tried(step: () => unknown): Promise<void> {
  try {
    await step();
  } catch {}
}

/** The suites of a test, the outermost first. */
function suitesOf({ suite }: CollectedTest): Suite[] {
  const suites: Suite[] = [];
  for (let at: Suite | undefined = suite; at !== undefined; at = at.parent) suites.unshift(at);
  return suites;
}
