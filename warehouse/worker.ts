/** The other end of {@link TimelineWorkers}: a timeline made of two columns, which answers batches of questions. */
import { parentPort, workerData } from "node:worker_threads";
import { periodsFrom, Timeline } from "../src/timeline";
import type { CompiledTimeline, WorkerAnswer, WorkerQuestion } from "./timeline-workers";

// TimelineWorkers gives it this data.
const { opens, closes, startMs, endMs }: CompiledTimeline = workerData;
const timeline = new Timeline({ periods: periodsFrom(opens, closes), startMs, endMs });

parentPort?.on("message", ({ first, operation, starts, others }: WorkerQuestion) => {
  // The answers replace the starts, which are no longer needed.
  if (operation === "between") timeline.betweenMany(starts, others, starts);
  else timeline.addMany(starts, others, starts);
  const message: WorkerAnswer = { first, answers: starts };
  parentPort?.postMessage(message, [starts.buffer]);
});
