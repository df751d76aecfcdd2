/**
 * Mutation tests of the library: breaks the code and the numbers of the policies in every small way
 * there is, and counts how often the tests see it. `npm run mutation` runs all parts; `npm run mutation
 * -- clock numbers` runs some, and adds up what earlier runs found of the others. `--one-in 4` judges every fourth
 * mutant of the code. `--report` runs nothing, and writes what the runs found into `docs/mutation.md`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { breakCode } from "./code";
import { changeNumbers } from "./numbers";
import { isPart, LEAST, PARTS, type PartName } from "./parts";
import { reasonOf, reasonsOf } from "./reasons";
import { type PartScore, writeReport } from "./report";
import { FOLDER, percentSeen, type Score, type Survivor, together } from "./score";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    "one-in": { type: "string", default: "1" },
    report: { type: "boolean", default: false },
  },
});
const oneIn = Math.max(1, Number.parseInt(values["one-in"], 10) || 1);
const unknown = positionals.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; give ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}
const parts = Object.keys(PARTS).filter(isPart);
const asked = positionals.length > 0 ? positionals.filter(isPart) : parts;
mkdirSync(FOLDER, { recursive: true });
for (const part of values.report ? [] : asked) {
  const score = part === "numbers" ? await changeNumbers() : breakCode(part, oneIn);
  writeFileSync(fileOf(part), JSON.stringify(score, null, 2));
}

const known = parts.flatMap((name): PartScore[] => {
  if (!existsSync(fileOf(name))) return [];
  const score: Score = JSON.parse(readFileSync(fileOf(name), "utf8"));
  return [{ name, ...score }];
});
const all = together(known);
for (const { name, survivors } of known) sayUnexplained(name, survivors);
for (const { name, ...score } of [...known, { name: "in all", ...all }]) {
  const mutants = score.seen + score.survivors.length;
  console.log(
    `${name.padEnd(10)}${score.seen} of ${mutants} mutants seen, ${percentSeen(score).toFixed(1)} %`,
  );
}
if (values.report) writeReport(known);
if (percentSeen(all) < LEAST) {
  console.log(`That is less than ${LEAST} %.`);
  process.exitCode = 1;
}

/** Names the survivors that have no reason yet, and writes them where the reasons can be added. */
function sayUnexplained(part: PartName, survivors: readonly Survivor[]) {
  const reasons = reasonsOf(part);
  const without = survivors.filter((survivor) => reasonOf(survivor, reasons) === undefined);
  for (const { file, line, code, becomes } of without) {
    console.log(`not seen: ${file}:${line ?? ""} ${code} -> ${becomes}`);
  }
  const rows = without.map(({ line: _, ...row }) => ({ ...row, because: "not-looked-at" }));
  writeFileSync(`${FOLDER}/${part}-unexplained.json`, `${JSON.stringify(rows, null, 2)}\n`);
  const gone = reasons.filter((reason) => !survivors.some((each) => reasonOf(each, [reason])));
  for (const { file, code, becomes } of gone) {
    console.log(`seen now, or gone: ${file} ${code} -> ${becomes}`);
  }
}

/** Where the score of a part is kept. */
function fileOf(part: PartName): string {
  return `${FOLDER}/${part}-score.json`;
}
