/**
 * Measures the built package: `npm run bench`, with `--quick` for a rough answer, and with `--write` to
 * put the results into RESULTS.md. Nothing here fails because something is slow.
 */
import "./time-zone";
import { parseArgs } from "node:util";
import { bulk } from "./groups/bulk";
import { compile } from "./groups/compile";
import { edges } from "./groups/edges";
import { firstAnswer } from "./groups/first-answer";
import { floor } from "./groups/floor";
import { following } from "./groups/following";
import { friendly } from "./groups/friendly";
import { growth } from "./groups/growth";
import { judgeLog } from "./groups/judge-log";
import { memory } from "./groups/memory";
import { peers } from "./groups/peers";
import { tracking } from "./groups/tracking";
import type { Effort } from "./measure";
import { goalTable, machine, markdownOf, type Section, tableText, writeResults } from "./report";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
  },
});
const { quick, write, only } = values;
const effort = (rounds: number, ms: number): Effort =>
  quick ? { rounds: 3, ms: Math.min(ms, 20) } : { rounds, ms };

const GROUPS: Readonly<Record<string, () => Section | Promise<Section>>> = {
  "first-answer": () => firstAnswer(quick ? 5 : 21),
  compile: () => compile(quick ? 1 : 5),
  memory: () => memory(),
  edges: () => edges(),
  floor: () => floor(effort(15, 60)),
  growth: () => growth(effort(15, 60)),
  friendly: () => friendly(effort(11, 60)),
  bulk: () => bulk(effort(9, 100)),
  tracking: () => tracking(effort(7, 200)),
  following: () => following(quick ? 1 : 3),
  "judge-log": () => judgeLog(quick ? 3 : 11),
  peers: () => peers(effort(3, 40)),
};

const sections: Section[] = [];
for (const [name, group] of Object.entries(GROUPS)) {
  if (only && !only.includes(name)) continue;
  const section = await group();
  sections.push(section);
  console.log(`${markdownOf(section)}\n`);
}
const goals = tableText(goalTable(sections));
console.log(goals);

if (write) {
  if (quick || only) throw new Error("only a full run is worth writing down");
  const text = ["# Results", machine(), "`npm run bench -- --write` makes this file.", goals];
  console.log(
    `\nwritten to ${writeResults(`${[...text, ...sections.map(markdownOf)].join("\n\n")}\n`)}`,
  );
}
