/**
 * Holds the built package to its budgets: what a page loads when it takes a part of it, minified and
 * gzipped, Luxon and zod left out. Needs a build.
 */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Table from "cli-table3";
import { type BuildOptions, build } from "esbuild";

const root = join(import.meta.dirname, "..");

/** A thousand bytes, as networks and bundlers count. */
const KB = 1_000;

interface Part {
  readonly name: string;
  /** What a page would write to take it. */
  readonly code: string;
  readonly budget: number;
}

const PARTS: readonly Part[] = [
  {
    name: "core-hours/timeline",
    code: 'export * from "./dist/timeline.js";',
    budget: 2.5 * KB,
  },
  {
    name: "a calendar",
    code: 'export { defineCalendar } from "./dist/index.js";',
    budget: 16 * KB,
  },
  {
    name: "a policy of one's own",
    code: 'export { defineSla } from "./dist/index.js";',
    budget: 31 * KB,
  },
  {
    name: "everything",
    code: 'export * from "./dist/index.js";',
    budget: 46 * KB,
  },
];

/** What the JSON files of `calendars` may take of it all. */
const DATA_BUDGET = 15 * KB;

const bundling = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  external: ["luxon", "zod"],
  write: false,
} as const satisfies BuildOptions;

/** The bytes that a page loads. */
async function sizeOf(options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({ ...options, ...bundling });
  const text = outputFiles.map((file) => file.text).join("");
  return gzipSync(text, { level: 9 }).length;
}

const inKB = (bytes: number) => `${(bytes / KB).toFixed(2)} kB`;
const table = new Table({ head: ["part", "size", "budget", ""], style: { head: [], border: [] } });

/** Adds a row, and has the process fail where the part does not fit. */
function hold(name: string, size: number, budget: number): void {
  const fits = size <= budget;
  table.push([name, inKB(size), inKB(budget), fits ? "ok" : `${inKB(size - budget)} over`]);
  if (!fits) process.exitCode = 1;
}

const sizes: number[] = [];
for (const { name, code, budget } of PARTS) {
  const size = await sizeOf({ stdin: { contents: code, resolveDir: root } });
  sizes.push(size);
  hold(name, size, budget);
}

// The same from the sources, with every JSON file left empty.
const program = await sizeOf({
  entryPoints: ["src/index.ts"],
  loader: { ".json": "empty" },
});
hold("of everything, the catalogue's data", Math.max(...sizes) - program, DATA_BUDGET);
console.log(table.toString());
