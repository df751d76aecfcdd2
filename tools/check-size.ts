/**
 * Holds the built package to its budgets: what a page loads when it imports a part of it, minified and
 * gzipped, with and without Luxon and zod, by esbuild and by Rollup. It needs a build.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Table from "cli-table3";
import { byEsbuild, byRollup, gzipped, written } from "./size/bundle";
import { COMMAND_BUDGET, DATA_BUDGET, KB, PAGE_BUDGET, PARTS } from "./size/parts";

const OTHERS = ["luxon", "zod"];

const inKB = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;
const table = new Table({
  head: ["part", "bundled", "size", "budget", ""],
  style: { head: [], border: [] },
});

/** Adds a row, and makes the process fail if the part exceeds its budget. */
function hold(name: string, bundled: string, size: number, budget: number): void {
  const over = size - budget * KB;
  table.push([name, bundled, inKB(size), `${budget} kB`, over > 0 ? `${inKB(over)} over` : "ok"]);
  if (over > 0) process.exitCode = 1;
}

let everything = 0;
for (const { name, code, own, whole } of PARTS) {
  const ours = await byEsbuild(written(code), OTHERS);
  everything = Math.max(everything, ours);
  hold(name, "ours, by esbuild", ours, own);
  hold("", "whole, by esbuild", await byEsbuild(written(code)), whole);
  hold("", "whole, by Rollup", await byRollup(code), whole);
}

// The same build from the sources, with every JSON file empty.
const program = await byEsbuild(
  {
    stdin: {
      contents: 'export * from "./src/index"; export * from "./src/services/index";',
      resolveDir: join(import.meta.dirname, ".."),
      loader: "ts",
    },
    loader: { ".json": "empty" },
  },
  OTHERS,
);
hold("of everything, the data", "ours, by esbuild", everything - program, DATA_BUDGET);
const command = readFileSync(join(import.meta.dirname, "../dist/cli/bin.js"));
hold("the command `core-hours`", "whole", gzipped(command), COMMAND_BUDGET);
const page = readFileSync(join(import.meta.dirname, "../dist/core-hours.html"));
hold("the page `core-hours.html`", "whole, on disk", page.length, PAGE_BUDGET);
console.log(table.toString());
