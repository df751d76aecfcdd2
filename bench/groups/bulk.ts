import type { Timeline } from "../../dist/timeline.js";
import { OFFICE } from "../desks";
import { HOUR_MS, randomInstants } from "../inputs";
import { type Effort, type Pass, race, ratio } from "../measure";
import { calendarFor } from "../peers/core-hours";
import { duration, type Section, times } from "../report";

const COUNT = 1_000_000;
const AMOUNT_MS = 48 * HOUR_MS;

/** Compares `addMany` over a million starts with a million calls of `add`. */
export async function bulk(effort: Effort): Promise<Section> {
  const { timeline } = calendarFor(OFFICE);
  const starts = randomInstants(COUNT);
  const out = new Float64Array(COUNT);
  const each: Pass = {
    ops: COUNT,
    run: () => addEach(timeline, starts, AMOUNT_MS, out)[COUNT - 1],
  };
  const known: Pass = {
    ops: COUNT,
    run: () => {
      // Every index stays within the column.
      for (let i = 0; i < COUNT; i++) out[i] = timeline.add(starts[i]!, AMOUNT_MS);
      return out[COUNT - 1];
    },
  };
  const many: Pass = {
    ops: COUNT,
    run: () => timeline.addMany(starts, AMOUNT_MS, out)[COUNT - 1],
  };
  const { addMany, add, knownAdd } = await race(
    { addMany: many, add: each, knownAdd: known },
    effort,
  );
  const factor = ratio(addMany, add);
  const garbage = garbageOf(timeline, starts, out);
  return {
    title: "In bulk",
    text: [`A million starts, in no order, to ${AMOUNT_MS / HOUR_MS} h after each.`],
    tables: [
      {
        head: ["form", "each"],
        rows: [
          ["add, in a function that is given its columns", duration(add.ns)],
          ["add, in a loop over columns that V8 knows", duration(knownAdd.ns)],
          ["addMany", duration(addMany.ns)],
        ],
      },
    ],
    goals: [
      {
        what: "addMany over 1,000,000 starts, to add, each",
        goal: "≤ 1.2 ×",
        measured: times(factor),
        isMet: factor.times <= 1.2,
      },
      {
        what: "garbage of addMany",
        goal: "none",
        measured: `${garbage} bytes over 1,000,000 starts`,
        // A boxed number for each start would take 16 bytes; the engine itself uses a few kB in all.
        isMet: garbage < COUNT / 100,
      },
    ],
  };
}

/** `addMany`, as one writes it. */
function addEach(timeline: Timeline, starts: Float64Array, amount: number, out: Float64Array) {
  // Every index stays within the column.
  for (let i = 0; i < starts.length; i++) out[i] = timeline.add(starts[i]!, amount);
  return out;
}

/**
 * The bytes that each hundred thousand starts leave on the heap, added up. They are few, so none are
 * collected while they are counted. Reading the heap itself leaves some bytes, which are subtracted.
 */
function garbageOf(timeline: Timeline, starts: Float64Array, out: Float64Array): number {
  const step = COUNT / 10;
  const left = (work: (from: number) => void) => {
    let bytes = 0;
    for (let from = 0; from < COUNT; from += step) {
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      work(from);
      bytes += process.memoryUsage().heapUsed - before;
    }
    return bytes;
  };
  // Separate columns, made beforehand.
  const columns = new Map(
    Array.from({ length: 10 }, (_, i) => [
      i * step,
      {
        some: starts.subarray(i * step, (i + 1) * step),
        results: out.subarray(i * step, (i + 1) * step),
      },
    ]),
  );
  const run = (from: number) => {
    const column = columns.get(from);
    if (column) timeline.addMany(column.some, AMOUNT_MS, column.results);
  };
  left(run); // One run, so the code is compiled.
  return Math.max(0, left(run) - left(() => {}));
}
