import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { incidentLog } from "../../tools/incident-log/log";
import { AS_OF } from "../incident-log";
import { median, ratio, type Timing } from "../measure";
import { duration, type Goal, type Section, times } from "../report";
import { type ProcessRun, ROOT, runProcess } from "../run-process";

const POLICY = join(ROOT, "examples/policies/incident-log.json");

/** How many times as long the long log is: a million events. */
const TIMES = 7;

/** Compares the built command, from a packed log to its table, with the least that the same verdicts cost. */
export function judgeLog(runs: number): Section {
  const { source, csv } = incidentLog();
  const events = csv.trim().split("\n").length - 1;
  const folder = mkdtempSync(join(tmpdir(), "judge-log-"));
  const written = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  try {
    const log = written("log.csv.gz", gzipSync(csv));
    const long = written("long.csv.gz", repeated(csv));
    return measured({ log, long, source, events, runs });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The log several times over, each time with tickets of other names, as one packed file. */
function repeated(csv: string): Uint8Array {
  const end = csv.indexOf("\n") + 1;
  const rows = csv.slice(end).trim();
  const head = gzipSync(csv.slice(0, end));
  const parts = Array.from({ length: TIMES }, (_, i) =>
    gzipSync(`${rows.replaceAll(/^INC/gm, `INC${i + 1}`)}\n`, { level: 1 }),
  );
  return Buffer.concat([head, ...parts]);
}

interface Logs {
  readonly log: string;
  readonly long: string;
  readonly source: string;
  readonly events: number;
  readonly runs: number;
}

function measured({ log, long, source, events, runs }: Logs): Section {
  const commandOn = (file: string) => {
    return ["dist/cli/bin.js", "breaches", file, "--policy", POLICY, "--as-of", AS_OF];
  };
  const byHand = ["bench/processes/log-floor.mjs", log, POLICY, AS_OF];
  checkCounts([...commandOn(log), "--format", "json"], byHand);
  const ours: ProcessRun[] = [];
  const floor: ProcessRun[] = [];
  for (let i = 0; i < runs; i += 1) {
    ours.push(runProcess(commandOn(log)));
    floor.push(runProcess(byHand));
  }
  const million = Array.from({ length: Math.min(runs, 3) }, () => runProcess(commandOn(long)));
  const start = timingOf([runProcess(["dist/cli/bin.js", "breaches", "--help"])]).ns;
  const rowNs = (runsOf: readonly ProcessRun[], rows: number) =>
    (timingOf(runsOf).ns - start) / rows;
  const each = [rowNs(ours, events), rowNs(million, TIMES * events)] as const;
  return {
    title: "A log from the command to its table",
    text: [
      `Whole processes, ${runs} of each in turns; medians. It is ${source} of ${events.toLocaleString("en-GB")} events, packed with gzip, and the same ${TIMES} times over. Processor time is that of all threads; the command unpacks in one and reads in another. By hand: unpacked, each byte looked at, five cells and one date a row, judged by the library, no table.`,
    ],
    tables: [
      {
        head: [
          "process",
          "processor time",
          "its least",
          "from start to end",
          "its least",
          "memory",
        ],
        rows: [
          ["core-hours breaches", ...figuresOf(ours)],
          ["written by hand for this log", ...figuresOf(floor)],
          [`core-hours breaches, ${TIMES} times as many events`, ...figuresOf(million)],
        ],
      },
    ],
    goals: goalsOf(ours, floor, each, median(million.map((run) => run.memoryMB))),
  };
}

function goalsOf(
  ours: readonly ProcessRun[],
  floor: readonly ProcessRun[],
  [rowNs, longRowNs]: readonly [number, number],
  longMB: number,
): Goal[] {
  const wallNs = median(ours.map((run) => run.wallNs));
  const memoryMB = median(ours.map((run) => run.memoryMB));
  const factor = ratio(timingOf(ours), timingOf(floor));
  return [
    {
      what: "the built command, a packed log of 141,712 events to its table",
      goal: "≤ 1 s",
      measured: duration(wallNs),
      isMet: wallNs <= 1e9,
    },
    {
      what: "its processor time, to what is written by hand",
      goal: "≤ 1.5 ×",
      measured: times(factor),
      isMet: factor.times <= 1.5,
    },
    {
      what: "its memory",
      goal: "≤ 150 MB",
      measured: `${memoryMB.toFixed(0)} MB`,
      isMet: memoryMB <= 150,
    },
    {
      what: "processor time for each of a million events, to each of 141,712",
      goal: "≤ 1.1 ×",
      measured: `${(longRowNs / rowNs).toFixed(2)} ×`,
      isMet: longRowNs <= 1.1 * rowNs,
    },
    {
      what: "memory of a million events",
      goal: "≤ 150 MB",
      measured: `${longMB.toFixed(0)} MB`,
      isMet: longMB <= 150,
    },
  ];
}

function timingOf(runs: readonly ProcessRun[]): Timing {
  const rounds = runs.map(({ cpuNs }) => cpuNs);
  return { ns: median([...rounds]), rounds };
}

function figuresOf(runs: readonly ProcessRun[]): string[] {
  const figures = (values: readonly number[]) => {
    return [duration(median(values)), duration(Math.min(...values))];
  };
  const memoryMB = median(runs.map((run) => run.memoryMB));
  return [
    ...figures(runs.map(({ cpuNs }) => cpuNs)),
    ...figures(runs.map(({ wallNs }) => wallNs)),
    `${memoryMB.toFixed(0)} MB`,
  ];
}

/** Checks that the two agree, since only then are they comparable. */
function checkCounts(command: readonly string[], floor: readonly string[]): void {
  const { summary } = JSON.parse(runProcess(command).stdout);
  const counts = JSON.parse(runProcess(floor).stdout);
  for (const status of ["met", "breached", "running", "paused"]) {
    if ((counts[status] ?? 0) === summary[status]) continue;
    throw new Error(`${status}: ${summary[status]} by the command, ${counts[status]} by hand`);
  }
}
