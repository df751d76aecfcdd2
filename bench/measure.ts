import { do_not_optimize, measure } from "mitata";

/** Something to be timed: one call of `run` does `ops` operations. */
export interface Pass {
  readonly ops: number;
  /** @returns a value that depends on every operation, so none can be optimised away. */
  readonly run: () => unknown;
}

/** How many instants one pass takes, so a long column is timed in short samples. */
const SLICE = 2_000;

/** A pass over a column, a slice at a time, which begins again after the last slice. */
export function passOver(column: Float64Array, run: (slice: Float64Array) => unknown): Pass {
  const ops = Math.min(SLICE, column.length);
  const slices = Array.from({ length: Math.floor(column.length / ops) }, (_, i) =>
    column.subarray(i * ops, (i + 1) * ops),
  );
  let next = 0;
  return {
    ops,
    run: () => {
      next = (next + 1) % slices.length;
      return run(slices[next] ?? column);
    },
  };
}

/** The result, in nanoseconds per operation. */
export interface Timing {
  /** The median of the rounds. */
  readonly ns: number;
  /** The fastest samples of each round: the cost if nothing else disturbs it. */
  readonly rounds: readonly number[];
}

/** How long to measure. */
export interface Effort {
  /** How often all are measured, one after the other. */
  readonly rounds: number;
  /** The least time for which each is measured in a round. */
  readonly ms: number;
}

/**
 * Times some passes in turns, so that other work on the machine affects them all alike.
 */
export async function race<Name extends string>(
  passes: Readonly<Record<Name, Pass>>,
  { rounds, ms }: Effort,
): Promise<Readonly<Record<Name, Timing>>> {
  const names = Object.keys(passes) as Name[];
  const figures = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const { run, ops } = passes[name];
      const stats = await measure(() => do_not_optimize(run()), {
        min_cpu_time: ms * 1e6,
        min_samples: 3,
        samples_threshold: 8,
        batch_samples: 64,
      });
      figures.get(name)?.push(stats.min / ops);
    }
  }
  const timings = names.map((name): [Name, Timing] => {
    const all = figures.get(name) ?? [];
    return [name, { ns: median(all), rounds: all }];
  });
  return Object.fromEntries(timings) as Record<Name, Timing>;
}

/** The ratio of two times: the median of the rounds, and their spread. */
export interface Ratio {
  readonly times: number;
  readonly least: number;
  readonly most: number;
}

/** The ratios round by round, since a disturbance of a round affects both. */
export function ratio(slower: Timing, faster: Timing): Ratio {
  const times = slower.rounds.map((ns, round) => ns / (faster.rounds[round] ?? faster.ns));
  return { times: median(times), least: Math.min(...times), most: Math.max(...times) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
