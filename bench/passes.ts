import type { Timeline } from "../dist/timeline.js";
import { type Pass, passOver } from "./measure";
import type { Ask } from "./peers/peer";

/** One pass for each question. */
export function asking(asks: readonly Ask[]): Pass {
  return {
    ops: asks.length,
    run: () => {
      let sum = 0;
      for (const ask of asks) sum += ask();
      return sum;
    },
  };
}

export function betweenOf(timeline: Timeline, starts: Float64Array, spanMs: number): Pass {
  return passOver(starts, (slice) => {
    // Here and below, local variables leave the loop as little to do as the floor's loop.
    const [calendar, span] = [timeline, spanMs];
    let sum = 0;
    // Every index stays within the column.
    for (let i = 0; i < slice.length; i++) sum += calendar.between(slice[i]!, slice[i]! + span);
    return sum;
  });
}

export function addOf(timeline: Timeline, starts: Float64Array, amountMs: number): Pass {
  return passOver(starts, (slice) => {
    const [calendar, amount] = [timeline, amountMs];
    let sum = 0;
    for (let i = 0; i < slice.length; i++) sum += calendar.add(slice[i]!, amount);
    return sum;
  });
}
