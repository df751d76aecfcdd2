import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { incidentLog } from "../../tools/incident-log/log";
import { AS_OF } from "../incident-log";
import { median, ratio, type Timing } from "../measure";
import { duration, type Section, times } from "../report";

const ROOT = join(import.meta.dirname, "../..");
const POLICY = join(ROOT, "examples/policies/incident-log.json");

/** Compares the built command, from a packed log to its table, with the least that the same verdicts cost. */
export function judgeLog(runs: number): Section {
  const { source, csv } = incidentLog();
  const folder = mkdtempSync(join(tmpdir(), "judge-log-"));
  try {
    const log = join(folder, "log.csv.gz");
    writeFileSync(log, gzipSync(csv));
    return measured(log, `${source} of ${csv.trim().split("\n").length - 1} events`, runs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(log: string, source: string, runs: number): Section {
  const command = ["dist/cli/bin.js", "breaches", log, "--policy", POLICY, "--as-of", AS_OF];
  const processes = {
    "core-hours breaches": command,
    "written by hand for this log": ["bench/processes/log-floor.mjs", log, POLICY, AS_OF],
  } as const;
  checkCounts([...command, "--format", "json"], processes["written by hand for this log"]);
  const figures = Object.entries(processes).map(([name, args]) => ({
    name,
    args,
    rounds: [] as number[],
  }));
  for (let i = 0; i < runs; i += 1) {
    for (const { args, rounds } of figures) rounds.push(run(args).ns);
  }
  const timing = ({ rounds }: { readonly rounds: readonly number[] }): Timing => {
    return { ns: median([...rounds]), rounds: [...rounds] };
  };
  const [ours, floor] = figures.map(timing);
  if (!ours || !floor) throw new Error("there are two processes");
  // The ratio is of medians, because single processes differ too much.
  const factor = { ...ratio(ours, floor), times: ours.ns / floor.ns };
  return {
    title: "A log from the command to its table",
    text: [
      `Whole processes, ${runs} of each in turns; the median. ${source}, packed with gzip. By hand: unpacked, each byte looked at, five cells and one date a row, judged by the library, no table.`,
    ],
    tables: [
      {
        head: ["process", "time"],
        rows: figures.map((each) => [each.name, duration(timing(each).ns)]),
      },
    ],
    goals: [
      {
        what: "the built command, a packed log of 141,712 events to its table",
        goal: "≤ 1 s",
        measured: duration(ours.ns),
        isMet: ours.ns <= 1e9,
      },
      {
        what: "the same, to what is written by hand",
        goal: "≤ 1.5 ×",
        measured: times(factor),
        isMet: factor.times <= 1.5,
      },
    ],
  };
}

/** Checks that the two agree, since only then are they comparable. */
function checkCounts(command: readonly string[], floor: readonly string[]): void {
  const { summary } = JSON.parse(run(command).stdout);
  const counts = JSON.parse(run(floor).stdout);
  for (const status of ["met", "breached", "running", "paused"]) {
    if ((counts[status] ?? 0) === summary[status]) continue;
    throw new Error(`${status}: ${summary[status]} by the command, ${counts[status]} by hand`);
  }
}

function run(args: readonly string[]): { readonly ns: number; readonly stdout: string } {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const ns = (performance.now() - startedAt) * 1e6;
  // 1 says that some rows could not be used, which is true of the real log.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return { ns, stdout };
}
