import { resolve } from "node:path";
import { createServer, createServerModuleRunner, type Plugin, type ViteDevServer } from "vite";
import type { ModuleRunner } from "vite/module-runner";
import type { CollectedTest } from "./vitest";

/** The sandbox is the working directory once Stryker has started the process. */
const standIn = () => resolve("test/mutation/runner/vitest.ts");

/** The sources and tests of the sandbox, loaded into this process, and as often anew as is asked. */
export class Environment {
  readonly #server: ViteDevServer;
  #modules: ModuleRunner;
  #tests = new Map<string, CollectedTest[]>();

  private constructor(server: ViteDevServer) {
    this.#server = server;
    this.#modules = modulesOf(server);
  }

  /** @param counts whether the code counts which tests run it, which takes time */
  static async open(counts: boolean): Promise<Environment> {
    // Node.js would keep the map of each module for good, and the modules are loaded again and again.
    process.setSourceMapsEnabled(false);
    const server = await createServer({
      configFile: false,
      logLevel: "error",
      appType: "custom",
      server: { middlewareMode: true, watch: null, hmr: false, ws: false },
      optimizeDeps: { noDiscovery: true },
      resolve: { alias: [{ find: /^vitest$/, replacement: standIn() }] },
      plugins: counts ? [] : [countingSteps],
    });
    return new Environment(server);
  }

  /** Forgets all that was loaded. */
  async reload(): Promise<void> {
    await this.#modules.close();
    this.#modules = modulesOf(this.#server);
    this.#tests.clear();
  }

  async load(file: string): Promise<void> {
    await this.#modules.import(resolve(file));
  }

  /** The tests of a file, which is loaded if it was not yet. */
  async testsOf(file: string): Promise<CollectedTest[]> {
    const known = this.#tests.get(file);
    if (known !== undefined) return known;
    const { collect }: typeof import("./vitest") = await this.#modules.import(standIn());
    const tests = await collect(
      file,
      () => this.#modules.import(resolve(file)),
      () => this.#modules.clearCache(),
    );
    this.#tests.set(file, tests);
    return tests;
  }

  async close(): Promise<void> {
    await this.#modules.close();
    await this.#server.close();
  }
}

function modulesOf(server: ViteDevServer): ModuleRunner {
  const { ssr } = server.environments;
  if (ssr === undefined) throw new Error("Vite opened no environment to run modules in.");
  return createServerModuleRunner(ssr, { hmr: false, sourcemapInterceptor: false });
}

/** Has the function by which Stryker counts what each test runs count steps alone, and stop at the limit. */
const countingSteps: Plugin = {
  name: "counting-steps",
  enforce: "pre",
  transform: (code) =>
    code.includes("function stryCov_9fa48()")
      ? code.replace(
          /function cover\(\) \{/,
          '$& if (++ns.steps > ns.mostSteps) throw new Error("too many steps"); return;',
        )
      : undefined,
};
