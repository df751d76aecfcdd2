import { defineConfig } from "vitest/config";

/** Random tests, which are long. */
const LONG = [
  "test/**/*properties.test.ts",
  "test/timeline/slots.test.ts",
  "test/calendar/days/day-set.test.ts",
  "test/sla/target/incremental.test.ts",
  "test/sla/reading/segments.test.ts",
  "test/testing/{laws-alone,reviewed}.test.ts",
];
const APPLICATION =
  "test/{sql,words,tickets,picture,report,cli,page/desk,page/view,tools,warehouse}/**/*.test.ts";
/** The web page, driven in a browser from disk. */
const PAGES = "test/page/*.test.ts";
/** The service desk of the examples, whose libraries are in a package of its own. */
const DESK = "test/examples/{webhooks,countdown,million}.test.ts";
/** Every day, every minute and every incident there is, and definitions as large as they come. */
const EXHAUSTIVE = [
  "test/exhaustive/**/*.test.ts",
  "test/fuzz/sizes.test.ts",
  "test/{sla,cli}/incident-log.test.ts",
];

/** A run of some tests under a process time zone. */
const project = (
  name: string,
  zone: string,
  include: readonly string[],
  exclude: readonly string[],
  setup: readonly string[] = zone === "UTC" ? ["test/cli/temporary-folder.ts"] : [],
) => ({
  test: {
    name,
    env: { TZ: zone },
    include: [...include],
    exclude: [...exclude],
    // The tests leave nothing behind, so that files may share what they have loaded.
    isolate: false,
    globalSetup: [...setup],
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
    reporters: ["default", "./tools/closing-line.ts"],
    maxWorkers: "100%",
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/page/{view,wire}/**", "src/page/*"],
      reporter: ["text-summary", "html"],
      reportsDirectory: "reports/coverage",
      // A little less than what is reached, since random tests reach a little more or less.
      thresholds: {
        "src/timeline/**": { 100: true },
        "src/calendar/**": { statements: 99.5, branches: 97, functions: 100, lines: 100 },
        "src/sla/**": { statements: 98, branches: 94.5, functions: 99.5, lines: 99 },
        "src/{input,time,services}/**": {
          statements: 98.5,
          branches: 95,
          functions: 100,
          lines: 99,
        },
        "src/{interchange,testing}/**": {
          statements: 97.5,
          branches: 92,
          functions: 98.5,
          lines: 98,
        },
        "src/{words,picture,report}/**": {
          statements: 97,
          branches: 86,
          functions: 98,
          lines: 98.5,
        },
        "src/tickets/**": { statements: 95, branches: 87.5, functions: 97, lines: 97 },
        // What is seen of the page runs in a browser, and is not counted.
        "src/page/desk/**": { statements: 90, branches: 75, functions: 90, lines: 90 },
        // What runs in processes of their own is not counted.
        "src/cli/**": { statements: 90.5, branches: 86.5, functions: 91, lines: 92 },
      },
    },
    projects: [
      project("UTC", "UTC", ["test/**/*.test.ts"], [APPLICATION, PAGES, DESK, ...EXHAUSTIVE]),
      project("exhaustive", "UTC", EXHAUSTIVE, []),
      project("application", "UTC", [APPLICATION], EXHAUSTIVE),
      project("desk", "UTC", [DESK], [], []),
      project("pages", "UTC", [PAGES], [], ["test/page/build-page.ts"]),
      ...["Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran"].map((zone) =>
        project(
          zone,
          zone,
          [
            "test/time-zone.test.ts",
            "test/{input,time,timeline,calendar,sla,services}/**/*.test.ts",
          ],
          [...LONG, ...EXHAUSTIVE],
        ),
      ),
    ],
  },
});
