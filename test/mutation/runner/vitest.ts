/**
 * Stands in for "vitest" where mutants are judged: collects the tests of a file, and leaves it to the
 * runner to call them, again and again, in a process that has loaded them once.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import { restoreAllMocks, spyOn } from "@vitest/spy";

type Step = () => unknown;
type Each = readonly unknown[];
/** What the code of a test is given: the row of its table. */
type Body = (...row: unknown[]) => unknown;

/** A file or a `describe`, with what runs around its tests. */
export interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly beforeAll: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly afterAll: Step[];
}

/** A test that was collected. */
export interface CollectedTest {
  /** Its file, its suites and its name, and a number if another has the same. */
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly suite: Suite;
  readonly run: Step;
}

let forget: Step = () => undefined;
let file = "";
let current = suiteOf("", undefined);
let collected: CollectedTest[] = [];

/** Collects the tests that importing a file defines; `reset` forgets all modules. */
export async function collect(name: string, load: () => Promise<unknown>, reset: Step) {
  forget = reset;
  file = name;
  current = suiteOf("", undefined);
  collected = [];
  await load();
  return collected;
}

function suiteOf(name: string, parent: Suite | undefined): Suite {
  return { name, parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] };
}

function addSuite(name: string, define: Step): void {
  const outer = current;
  current = suiteOf(`${outer.name} ${name}`.trim(), outer);
  define();
  current = outer;
}

function addTest(name: string, run: Step): void {
  const full = `${current.name} ${name}`.trim();
  const same = collected.filter((test) => test.name === full).length;
  const id = `${file}#${full}${same === 0 ? "" : ` (${same + 1})`}`;
  collected.push({ id, name: full, file, suite: current, run });
}

/** A table's row is given as its cells if it is a list. */
function each(add: (name: string, run: Step) => void) {
  return (rows: Each) => (name: string, body: Body) => {
    for (const row of rows) add(name, () => (Array.isArray(row) ? body(...row) : body(row)));
  };
}

export const describe = Object.assign(addSuite, { each: each(addSuite) });
export const it = Object.assign(addTest, { each: each(addTest) });
export const test = it;
export const beforeAll = (step: Step) => current.beforeAll.push(step);
export const beforeEach = (step: Step) => current.beforeEach.push(step);
export const afterEach = (step: Step) => current.afterEach.push(step);
export const afterAll = (step: Step) => current.afterAll.push(step);

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const matchers: object = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT);
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  matchers,
  { unreachable: (message = "this") => chai.assert.fail(`expected ${message} not to be reached`) },
);

const stubbed = new Map<string, unknown>();
export const vi = {
  spyOn,
  restoreAllMocks,
  resetModules: () => forget(),
  stubGlobal(name: string, value: unknown) {
    if (!stubbed.has(name)) stubbed.set(name, Reflect.get(globalThis, name));
    Reflect.set(globalThis, name, value);
  },
  unstubAllGlobals() {
    for (const [name, value] of stubbed) Reflect.set(globalThis, name, value);
    stubbed.clear();
  },
};
