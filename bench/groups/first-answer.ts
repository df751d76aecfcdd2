import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, ratio, type Timing } from "../measure";
import { duration, type Section, times } from "../report";

const WHAT = {
  "import, and one NHSmail due date": "first-answer.mjs",
  "import luxon and zod": "luxon-and-zod.mjs",
  "the command on the sample, to its table": "sample.mjs",
  nothing: "nothing.mjs",
} as const;

type Name = keyof typeof WHAT;

/** Measures how long a program waits for its first answer, in fresh processes. */
export function firstAnswer(runs: number): Section {
  const names = Object.keys(WHAT) as Name[];
  const figures = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names) run(WHAT[name]); // One run, so the files are in the cache.
  for (let i = 0; i < runs; i++) {
    for (const name of names) figures.get(name)?.push(run(WHAT[name]));
  }
  const timing = (name: Name): Timing => {
    const rounds = figures.get(name) ?? [];
    return { ns: median(rounds), rounds };
  };
  const ours = timing("import, and one NHSmail due date");
  const theirs = timing("import luxon and zod");
  // The ratio is of medians, because single processes differ too much.
  const factor = { ...ratio(ours, theirs), times: ours.ns / theirs.ns };
  const sample = timing("the command on the sample, to its table");
  const command = { ...ratio(sample, theirs), times: sample.ns / theirs.ns };
  return {
    title: "The first answer",
    text: [`Whole processes, ${runs} of each in turns; the median.`],
    tables: [
      {
        head: ["process", "time"],
        rows: names.map((name) => [name, duration(timing(name).ns)]),
      },
    ],
    goals: [
      {
        what: "a fresh process: import and one NHSmail due date, to importing luxon and zod",
        goal: "≤ 1.15 ×",
        measured: times(factor),
        isMet: factor.times <= 1.15,
      },
      {
        what: "the command on the sample, to the same",
        goal: "≤ 1.5 ×",
        measured: times(command),
        isMet: command.times <= 1.5,
      },
    ],
  };
}

function run(script: string): number {
  const file = fileURLToPath(new URL(`../processes/${script}`, import.meta.url));
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - startedAt) * 1e6;
}
