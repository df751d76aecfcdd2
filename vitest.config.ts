import { defineConfig } from "vitest/config";

/** Random tests, which are long, and those of the programs in `examples`. */
const LONG = [
  "test/**/*properties.test.ts",
  "test/timeline/slots.test.ts",
  "test/calendar/day-set.test.ts",
  "test/sla/incremental.test.ts",
  "test/sla/segments.test.ts",
  "test/sla/incident-log.test.ts",
];
const EXAMPLES = "test/examples/**/*.test.ts";
/** Every day and every minute there is, and definitions as large as they come. */
const EXHAUSTIVE = ["test/exhaustive/**/*.test.ts", "test/fuzz/sizes.test.ts"];

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
 * UTC, and all but the long tests again under zones that are far apart and odd. What is exhaustive is
 * a project of its own, `npm run test:exhaustive`.
 */
export default defineConfig({
  test: {
    reporters: ["default", "./test/tools/closing-line.ts"],
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text", "html"],
      reportsDirectory: "reports/coverage",
    },
    projects: [
      project("UTC", "UTC", ["test/**/*.test.ts"], [EXAMPLES, ...EXHAUSTIVE]),
      project("exhaustive", "UTC", EXHAUSTIVE, []),
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
