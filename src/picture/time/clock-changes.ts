import { clockChangesBetween } from "../../tickets/verdicts/clock-changes";
import { MINUTE_MS } from "../../timeline/units";
import type { Day } from "./days";

/** The clocks of a zone going forward or back. */
export interface ClockChange {
  readonly atMs: number;
  /** Minutes that they go forward; negative for back. */
  readonly minutes: number;
}

/** The clock changes of some days. */
export function clockChanges(days: readonly Day[], zone: string): ClockChange[] {
  return days.flatMap(({ fromMs, toMs }) =>
    clockChangesBetween(fromMs, toMs, zone).map(({ atMs, byMs }) => ({
      atMs,
      minutes: byMs / MINUTE_MS,
    })),
  );
}

/** `clocks go forward 1 h`. */
export function changeText({ minutes }: ClockChange): string {
  const size = Math.abs(minutes);
  const length = size % 60 === 0 ? `${size / 60} h` : `${size} min`;
  return `clocks go ${minutes > 0 ? "forward" : "back"} ${length}`;
}
