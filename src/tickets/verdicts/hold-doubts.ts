import type { NumericReading, Target } from "../../index";
import { roleOf } from "../log/policies";
import type { Problem } from "../log/problems";
import type { TicketHistory } from "../log/ticket-log";

/** Why a verdict that rests on a length of time on hold may be wrong; null if nothing suggests it. */
export function holdDoubt(
  target: Target,
  history: TicketHistory,
  reading: NumericReading,
  asOfMs: number,
): Pick<Problem, "kind" | "reason"> | null {
  const { hold, ticket, events } = history;
  if (!hold || roleOf(target, hold.state) !== "pauses") return null;
  if (hold.isNow && reading.breached) {
    return {
      kind: "hold-may-decide",
      reason:
        "it is on hold now, and its time on hold is taken to end at the instant of the report; if the file is older, it was on hold for longer",
    };
  }
  if (reading.unit !== "milliseconds") return null;
  const [without] = target.trackMany([{ ticket, events }], { asOf: asOfMs });
  if (!without || without.error !== null) return null;
  const { elapsed, wallElapsedMs, allowance } = without;
  if (hold.measured === "calendar" && hold.ms > elapsed) {
    return {
      kind: "paused-beyond-its-life",
      reason:
        'its time on hold is longer than all its time on the calendar; if it was measured on the wall clock, say "measured": "wall"',
    };
  }
  if (hold.measured === "calendar" || allowance === null) return null;
  // A hold on the wall clock may lie within or outside working hours, as far as there is room for it.
  const least = Math.max(0, elapsed - hold.ms);
  const most = elapsed - Math.max(0, hold.ms - (wallElapsedMs - elapsed));
  if (least > allowance === most > allowance) return null;
  return {
    kind: "hold-may-decide",
    reason:
      "the file does not say when it was on hold, and whether it is breached depends on how much of that lay in working hours",
  };
}
