import { defineConfig } from "vitest/config";

/**
 * The tests that judge the mutants of one layer: those of the layer itself, once, under one process
 * time zone, with few examples for each property, since each runs again for every mutant it reaches.
 */
export default defineConfig({
  test: {
    env: { TZ: "UTC", PROPERTY_RUNS: "2" },
    include: (
      process.env["MUTATION_TESTS"] ?? "test/{timeline,calendar,sla,services}/**/*.test.ts"
    ).split(" "),
    exclude: [
      "test/sla/incident-log.test.ts",
      ...(process.env["MUTATION_WITHOUT"] ?? "").split(" ").filter((pattern) => pattern !== ""),
    ],
    isolate: false,
    testTimeout: 120_000,
  },
});
