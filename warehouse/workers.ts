import { HOUR_MS } from "../src/timeline/units";
import { randomNumbers } from "../tools/random";
import { readCalendar } from "./calendars";
import { count } from "./count";
import { compiled, type Operation, TimelineWorkers } from "./timeline-workers";

const SPAN = { fromMs: Date.UTC(2016, 0, 1), toMs: Date.UTC(2029, 0, 1) };
/** The last start, early enough for every due instant to lie in the span. */
const LAST_START_MS = Date.UTC(2028, 0, 1);

/**
 * Asks the library in this thread, in one other thread and in two, and prints how fast each is.
 *
 * @returns whether their answers are the same
 */
export async function measureWorkers(rows: number): Promise<boolean> {
  const { id, timeline } = await readCalendar("nhsmail-core");
  const random = randomNumbers(20_261_120);
  const column = (from: number, to: number) =>
    Float64Array.from({ length: rows }, () => from + Math.floor(random() * (to - from)));
  const starts = column(SPAN.fromMs, LAST_START_MS);
  const ends = column(SPAN.fromMs, SPAN.toMs);
  const amounts = column(0, 300 * HOUR_MS);
  const questions: readonly [Operation, Float64Array][] = [
    ["between", ends],
    ["add", amounts],
  ];
  console.log(`${count(rows)} random questions to ${id}`);

  const here = new Map<Operation, Float64Array>();
  for (const [operation, others] of questions) {
    const ask = () =>
      operation === "between"
        ? timeline.betweenMany(starts, others)
        : timeline.addMany(starts, others);
    ask(); // Compiles and warms up the code.
    here.set(operation, await timed(`${operation}, in this thread`, rows, ask));
  }
  let agree = true;
  for (const threads of [1, 2]) {
    const workers = await TimelineWorkers.start(compiled(timeline, SPAN), threads);
    for (const [operation, others] of questions) {
      const ask = () => workers.answer(operation, starts, others);
      await ask();
      const title = `${operation}, in ${threads} ${threads === 1 ? "worker" : "workers"}`;
      const answers = await timed(title, rows, ask);
      const expected = here.get(operation);
      const same = answers.every((answer, i) => answer === expected?.[i]);
      if (!same) console.error(`${title}: NOT the same answers`);
      agree &&= same;
    }
    await workers.close();
  }
  if (agree) console.log("all answers are the same");
  return agree;
}

/** Asks five times, prints the median speed, and returns the answers. */
async function timed(
  title: string,
  rows: number,
  ask: () => Float64Array | Promise<Float64Array>,
): Promise<Float64Array> {
  let answers: Float64Array = new Float64Array();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const startMs = performance.now();
    answers = await ask();
    times.push(performance.now() - startMs);
  }
  const medianMs = times.sort((a, b) => a - b)[2] ?? Number.NaN;
  console.log(`  ${title.padEnd(28)}${count((rows / medianMs) * 1000).padStart(14)} rows/s`);
  return answers;
}
