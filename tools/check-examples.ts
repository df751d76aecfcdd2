/**
 * Runs every example, and the commands without arguments, as a reader would, and compares what they
 * print with `examples/output`.
 *
 * With `--update` it writes what they print instead; read the difference before committing it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "..");
const update = process.argv.includes("--update");
const examples: readonly (readonly [name: string, ...program: string[]])[] = [
  ...readdirSync(join(root, "examples"))
    .filter((file) => file.endsWith(".ts") && file !== "ask.ts")
    .map((file) => [basename(file, ".ts"), join("examples", file)] as const),
  ["breaches", "src/cli/bin.ts", "breaches"],
  ["timeline", "src/cli/bin.ts", "timeline"],
  ["obligations", "src/cli/bin.ts", "obligations"],
  ["bank-holidays", "tools/bank-holidays.ts"],
];

let failures = 0;
for (const [name, ...program] of examples) {
  const run = spawnSync(process.execPath, ["--import", "tsx", ...program], {
    cwd: root,
    encoding: "utf8",
    // A zone far from the examples' own, which must make no difference.
    env: { ...process.env, TZ: "Pacific/Apia", NO_COLOR: "1" },
  });
  const expectedFile = join(root, "examples/output", `${name}.txt`);
  if (update) writeFileSync(expectedFile, run.stdout);
  const expected = existsSync(expectedFile) ? readFileSync(expectedFile, "utf8") : undefined;
  const passed = run.status === 0 && run.stdout === expected;
  console.log(`${passed ? "ok  " : "FAIL"} ${program.join(" ")}`);
  if (!passed) {
    failures++;
    console.log(
      `exit code ${run.status}\n${run.stderr}\nprinted:\n${run.stdout}\nexpected:\n${expected}`,
    );
  }
}
console.log(`${examples.length - failures} of ${examples.length} examples print what they should`);
process.exitCode = failures === 0 && examples.length > 0 ? 0 : 1;
