import { defineConfig } from "tsup";

/** The library: what programs import. */
const library = {
  entry: {
    index: "src/index.ts",
    nhs: "src/services/index.ts",
    "nhs-lean": "src/services/lean/index.ts",
    timeline: "src/timeline/index.ts",
    live: "src/live/index.ts",
    testing: "src/testing/index.ts",
    interchange: "src/interchange/index.ts",
  },
  format: ["esm" as const, "cjs" as const],
  target: "es2022",
  platform: "neutral" as const,
  // One copy of each class whichever entries are loaded, so that `instanceof` holds across them.
  splitting: true,
  sourcemap: true,
  treeshake: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
};

/**
 * The command `core-hours`: one file with its libraries in it, so that the package depends on none of
 * them. It lies as deep as its source, and finds the sample from there.
 */
const command = {
  entry: { "cli/bin": "src/cli/bin.ts" },
  format: ["esm" as const],
  target: "node20",
  platform: "node" as const,
  noExternal: [/.*/],
  splitting: false,
  treeshake: true,
  metafile: true,
  // Node reads all of it before it begins, and it is a third less to download.
  minify: true,
  // Libraries that are CommonJS ask for Node's own modules by require.
  banner: {
    js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  },
};

export default defineConfig([library, command]);
