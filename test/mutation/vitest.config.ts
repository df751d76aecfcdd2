import { defineConfig } from "vitest/config";

/** The tests that judge the numbers of the policies: those of the services, once, with few random examples. */
export default defineConfig({
  test: {
    env: { TZ: "UTC", PROPERTY_RUNS: "2" },
    include: ["test/services/**/*.test.ts"],
    isolate: false,
    testTimeout: 120_000,
  },
});
