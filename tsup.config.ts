import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    timeline: "src/timeline/index.ts",
    testing: "src/testing/index.ts",
    interchange: "src/interchange/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // One copy of each class whichever entries are loaded, so that `instanceof` holds across them.
  splitting: true,
  clean: true,
  treeshake: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
