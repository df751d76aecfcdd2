import { defineConfig } from "vitest/config";

/** Random tests, which are long, and those of the programs in `examples`. */
const LONG = [
  "test/**/*properties.test.ts",
  "test/sla/incremental.test.ts",
  "test/sla/segments.test.ts",
  "test/sla/incident-log.test.ts",
];
const EXAMPLES = "test/examples/**/*.test.ts";

/** A run of some tests under a process time zone. */
const project = (
  name: string,
  zone: string,
  include: readonly string[],
  exclude: readonly string[],
) => ({
  test: {
    name,
    env: { TZ: zone },
    include: [...include],
    exclude: [...exclude],
    // The tests of the library leave nothing behind, so that files may share what they have loaded.
    isolate: include.includes(EXAMPLES),
    testTimeout: 120_000,
  },
});

/**
 * The library reads no process time zone, so that none may make a difference: everything runs under
 * UTC, and all but the long tests again under zones that are far apart and odd.
 */
export default defineConfig({
  test: {
    reporters: ["default", "./test/tools/closing-line.ts"],
    projects: [
      project("UTC", "UTC", ["test/**/*.test.ts"], [EXAMPLES]),
      project("examples", "UTC", [EXAMPLES], []),
      ...["Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran"].map((zone) =>
        project(
          zone,
          zone,
          ["test/time-zone.test.ts", "test/{timeline,calendar,sla,services}/**/*.test.ts"],
          LONG,
        ),
      ),
    ],
  },
});
