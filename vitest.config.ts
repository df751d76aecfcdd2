import { defineConfig } from "vitest/config";

/**
 * The library reads no process time zone, so that none may make a difference: everything runs under
 * UTC, and all but the long random tests again under zones that are far apart and odd.
 */
const OTHER_ZONES = ["Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran"];

const QUICK = [
  "test/{timeline,calendar,sla,services}/**/*.test.ts",
  "!**/*properties.test.ts",
  "!**/incremental.test.ts",
  "!**/segments.test.ts",
  "!**/incident-log.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    reporters: ["default", "./test/tools/closing-line.ts"],
    projects: [
      {
        test: {
          name: "UTC",
          env: { TZ: "UTC" },
          // No test leaves anything behind, so that files may share what they have loaded.
          isolate: false,
          include: ["test/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      ...OTHER_ZONES.map((zone) => ({
        test: {
          name: zone,
          env: { TZ: zone },
          isolate: false,
          include: ["test/time-zone.test.ts", ...QUICK.filter((glob) => !glob.startsWith("!"))],
          exclude: QUICK.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)),
          testTimeout: 120_000,
        },
      })),
    ],
  },
});
