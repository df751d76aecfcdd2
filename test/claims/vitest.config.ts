import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The laws with their claims on switches, so each can be taken out while they run. */
export default defineConfig({
  resolve: {
    // The laws import their claims from here; the switches themselves import them by another path.
    alias: [
      {
        find: /^\.\.?\/claims$/,
        replacement: fileURLToPath(new URL("switches.ts", import.meta.url)),
      },
    ],
  },
  test: { include: ["test/claims/*.check.ts"], testTimeout: 600_000 },
});
