import { DateTime } from "luxon";
import type { Day } from "./days";

/** The clocks of a zone going forward or back. */
export interface ClockChange {
  readonly atMs: number;
  /** Minutes that they go forward; negative for back. */
  readonly minutes: number;
}

/** The clock changes of some days. */
export function clockChanges(days: readonly Day[], zone: string): ClockChange[] {
  return days.flatMap(({ fromMs, toMs }) => {
    const before = offsetAt(fromMs, zone);
    const minutes = offsetAt(toMs, zone) - before;
    if (minutes === 0) return [];
    let low = fromMs;
    let high = toMs;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    return [{ atMs: high, minutes }];
  });
}

/** `clocks go forward 1 h`. */
export function changeText({ minutes }: ClockChange): string {
  const size = Math.abs(minutes);
  const length = size % 60 === 0 ? `${size / 60} h` : `${size} min`;
  return `clocks go ${minutes > 0 ? "forward" : "back"} ${length}`;
}

function offsetAt(ms: number, zone: string): number {
  return DateTime.fromMillis(ms, { zone }).offset;
}
