import { on, once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Span } from "../src/sql/pieces";
import type { Timeline } from "../src/timeline";

/** A timeline as plain columns, which can be sent to another thread or process as they are. */
export interface CompiledTimeline {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly startMs: number;
  readonly endMs: number;
}

/** `between(starts, others)`, or `add(starts, others)`. */
export type Operation = "between" | "add";

/** A batch whose first question is number `first`. */
export interface WorkerQuestion {
  readonly first: number;
  readonly operation: Operation;
  readonly starts: Float64Array<ArrayBuffer>;
  readonly others: Float64Array<ArrayBuffer>;
}

export interface WorkerAnswer {
  readonly first: number;
  readonly answers: Float64Array<ArrayBuffer>;
}

/** How many questions go to a worker at a time. */
const BATCH = 65_536;

/**
 * The periods of a span, in memory that threads share.
 *
 * @throws {CoverageError} if the timeline does not cover the span.
 */
export function compiled(timeline: Timeline, { fromMs, toMs }: Span): CompiledTimeline {
  const periods = [...timeline.periods(fromMs, toMs)];
  const column = (values: readonly number[]) => {
    const shared = new Float64Array(new SharedArrayBuffer(8 * values.length));
    shared.set(values);
    return shared;
  };
  return {
    opens: column(periods.map(({ openMs }) => openMs)),
    closes: column(periods.map(({ closeMs }) => closeMs)),
    startMs: fromMs,
    endMs: toMs,
  };
}

/** Threads that each have the timeline, and answer for it in batches. */
export class TimelineWorkers {
  readonly #workers: readonly Worker[];

  private constructor(workers: readonly Worker[]) {
    this.#workers = workers;
  }

  static async start(timeline: CompiledTimeline, threads: number): Promise<TimelineWorkers> {
    const file = new URL("./start-worker.mjs", import.meta.url);
    const workers = Array.from(
      { length: threads },
      () => new Worker(file, { workerData: timeline }),
    );
    await Promise.all(workers.map((worker) => once(worker, "online")));
    return new TimelineWorkers(workers);
  }

  /**
   * Answers question `i` with `starts[i]` and `others[i]`, as `betweenMany` and `addMany` do.
   *
   * One call at a time: wait for the answers before asking again.
   *
   * @throws if a thread throws; the threads cannot be used after that.
   */
  async answer(
    operation: Operation,
    starts: Float64Array,
    others: Float64Array,
  ): Promise<Float64Array> {
    const out = new Float64Array(starts.length);
    let next = 0;
    const work = async (worker: Worker) => {
      let open = 0;
      const ask = () => {
        if (next >= starts.length) return;
        const first = next;
        next += BATCH;
        // These are copies, because transferred memory is lost to this thread.
        const question: WorkerQuestion = {
          first,
          operation,
          starts: starts.slice(first, next),
          others: others.slice(first, next),
        };
        worker.postMessage(question, [question.starts.buffer, question.others.buffer]);
        open++;
      };
      // One batch to work on, and one to go on with.
      ask();
      ask();
      if (open === 0) return;
      for await (const messages of on(worker, "message")) {
        const { first, answers }: WorkerAnswer = messages[0];
        out.set(answers, first);
        open--;
        ask();
        if (open === 0) return;
      }
    };
    await Promise.all(this.#workers.map(work));
    return out;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
